"""Settings, addresses and wiring: the only package, with the command line, that reads the environment or the clock."""
