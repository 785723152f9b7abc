"""Identities to verify: what sign-in could not settle with certainty, settled by two agents on pieces."""
