"""The code of sharing as people write it: twelve signs in groups of four, kept as a keyed digest alone."""

from mespoints.identity.pseudonyms import pseudonym
from mespoints.register.codes import draw_code, normal_code

LENGTH = 12
"""Sixty bits. Codes are tried against all those that are open, and not against that of one licence: two signs more
than a confidential code has."""

MISREAD = str.maketrans("ILO", "110")
"""No code holds these letters: who types one has misread a figure."""


def new_code() -> str:
    """A code, as its holder reads it: « 7K4M-2PQX-9ABC »."""
    signs = draw_code(LENGTH)
    return "-".join(signs[place : place + 4] for place in range(0, LENGTH, 4))


def digest_of(typed: str) -> str:
    """What a code is kept as, and looked for by."""
    return pseudonym("share code", normal_code(typed).translate(MISREAD))
