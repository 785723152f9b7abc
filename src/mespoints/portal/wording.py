"""Small wordings that several pages share. The sentences of law are those of ``law.explain``."""

from functools import cache
from typing import NamedTuple

from django.utils.translation import get_language, gettext, gettext_noop, override

from mespoints.law.explain.typography import unbroken as unbroken

MINUS, PLUS = "\u2212", "+"


def _(text: str) -> str:
    """Our own text in the language of the page: ``gettext``, asked once a text and a language."""
    return _said(text, get_language())


@cache
def said(text: str, language: str) -> str:
    """The same in a language that is known: what is written many times a page does not ask the thread for it."""
    with override(language):
        return gettext(text)


@cache
def _said(text: str, _language: str | None) -> str:
    return gettext(text)


class Emphasis(NamedTuple):
    """A sentence of which one part stands out."""

    before: str
    strong: str
    after: str


def emphasise(sentence: str, part: str) -> Emphasis:
    """The sentence with ``part`` standing out; nothing does when it is not in it."""
    before, found, after = sentence.partition(part)
    return Emphasis(before, found, after)


def labelled(label: str, text: str) -> str:
    """« Amende payée : 15 février 2024 », the colon as each language sets it."""
    return _("%(label)s\u00a0: %(text)s") % {"label": label, "text": text}


OUT_OF = gettext_noop("%(balance)d sur %(ceiling)d")


def out_of(balance: int, ceiling: int, language: str) -> str:
    """« 8 sur 12 »."""
    return said(OUT_OF, language) % {"balance": balance, "ceiling": ceiling}


def signed(change: int) -> str:
    """A change with its sign, the typographer's minus included; zero bears none."""
    if change == 0:
        return "0"
    return f"{PLUS if change > 0 else MINUS}{abs(change)}"
