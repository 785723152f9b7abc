"""The préfecture's desk: agents sign in, open a file for a reason, record what a file learns, and keep the service."""
