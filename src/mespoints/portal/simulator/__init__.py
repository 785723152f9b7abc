"""The simulator: a page where anyone may type their own history. Nothing of it is kept by the service."""
