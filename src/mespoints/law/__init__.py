"""The Code de la route as functions: standard library only, no clock, no network, no settings."""
