"""What is measured, each against a reference in the same run (see README.md)."""
