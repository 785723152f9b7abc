"""What happens when something fails, tried for real: each module is one command that prints its figures."""
