"""PostgreSQL as the service speaks to it (``ENGINE`` of the settings): Django's backend, with a lighter check."""
