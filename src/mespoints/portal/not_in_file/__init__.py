"""« Je ne suis pas au fichier »: whoever cannot sign in since the register does not know them says so, with a file."""
