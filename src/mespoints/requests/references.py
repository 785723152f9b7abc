"""References that people copy by hand: drawn at random, with a check character that catches a slip.

« D26-7K3F-9QX2-8 »: the letter says what it names, then the year, eight characters, the check (ISO 7064, mod 37,36,
which catches one wrong character and two exchanged neighbours).
"""

import re
import secrets
from datetime import date

from mespoints.register.codes import SIGNS

RECORD, CLAIM = "D", "R"
"""A request for a record (demande), a claim (réclamation)."""

DRAWN = 8
SHAPE = re.compile(r"[DR][0-9]{2}[0-9A-Z]{9}")
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SEPARATORS = re.compile(r"[\s-]+")


def draw_reference(kind: str, on: date) -> str:
    """A new reference; the year is that of its day."""
    body = f"{kind}{on.year % 100:02d}" + "".join(secrets.choice(SIGNS) for _ in range(DRAWN))
    return body + check_character(body)


def check_character(body: str) -> str:
    """What makes the reference right (format ISO 7064, mod 37,36)."""
    product = 36
    for character in body:
        total = (product + DIGITS.index(character)) % 36 or 36
        product = total * 2 % 37
    return DIGITS[(37 - product) % 36]


def normal_reference(typed: str) -> str | None:
    """The reference as it is kept, or None when it cannot be one: its form or its check is wrong."""
    reference = SEPARATORS.sub("", typed).upper()
    is_right = SHAPE.fullmatch(reference) and check_character(reference[:-1]) == reference[-1]
    return reference if is_right else None


def shown_reference(reference: str) -> str:
    """As people read it: « D26-7K3F-9QX2-8 »."""
    return f"{reference[:3]}-{reference[3:7]}-{reference[7:11]}-{reference[11:]}"
