"""Small wordings that several pages share. The sentences of law are those of ``law.explain``."""

from typing import NamedTuple

from django.utils.translation import gettext as _

MINUS, PLUS = "\u2212", "+"


class Emphasis(NamedTuple):
    """A sentence of which one part stands out."""

    before: str
    strong: str
    after: str


def emphasise(sentence: str, part: str) -> Emphasis:
    """The sentence with ``part`` standing out; nothing does when it is not in it."""
    before, found, after = sentence.partition(part)
    return Emphasis(before, found, after)


def out_of(balance: int, ceiling: int) -> str:
    """« 8 sur 12 »."""
    return _("%(balance)d sur %(ceiling)d") % {"balance": balance, "ceiling": ceiling}


def signed(change: int) -> str:
    """A change with its sign, the typographer's minus included; zero bears none."""
    if change == 0:
        return "0"
    return f"{PLUS if change > 0 else MINUS}{abs(change)}"
