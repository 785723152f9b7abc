"""The law over columns: millions of licences at once, by the very rules that serve one driver."""
