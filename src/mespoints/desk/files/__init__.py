"""A file as an agent sees it: found exactly, opened for a reason, shown on two days, told to its holder."""
