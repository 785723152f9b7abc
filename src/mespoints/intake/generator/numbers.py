"""What a seed and a number give: a source of chance of its own, and a file number that no one else bears."""

import hashlib
import random

MOST = 10**9
"""Licences that one seed can number."""
IMPOSSIBLE_MONTHS = range(80, 100)
"""A real NEPH begins with a year and a month, two digits each: with these months no invented one is anybody's."""
INVENTED = r"^\d\d[89]\d{9}$"
"""The form of an invented number."""
NUMBERS = 100 * len(IMPOSSIBLE_MONTHS) * 10**8
STRIDE = 123_606_797_749
"""Prime to ``NUMBERS``: a walk by such strides meets each number once before it comes back."""


def chance_of(seed: int, number: int) -> random.Random:
    """The chance of one licence: whatever was drawn for the others, it draws the same."""
    return random.Random(f"{seed}/{number}")  # noqa: S311 - seeded, not secret


def neph_of(seed: int, number: int) -> str:
    """Twelve digits; two numbers below ``MOST`` of one seed never have the same."""
    start = int.from_bytes(hashlib.sha256(str(seed).encode()).digest()[:8])
    rest, order = divmod((start + number * STRIDE) % NUMBERS, 10**8)
    year, month = divmod(rest, len(IMPOSSIBLE_MONTHS))
    return f"{year:02}{IMPOSSIBLE_MONTHS[month]}{order:08}"
