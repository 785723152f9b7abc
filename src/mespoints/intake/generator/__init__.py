"""Whole registers of invented people, the same for one seed, each licence on its own: slices can be made apart."""
