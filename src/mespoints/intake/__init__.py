"""Feeds: each line is accepted once, or refused with its number and its reasons."""
