"""Requests for a record and claims: their pieces, their clocks, their states."""
