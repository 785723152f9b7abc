"""Small wordings that several pages share. The sentences of law are those of ``law.explain``."""

import re
from functools import cache
from typing import NamedTuple

from django.utils.translation import get_language, gettext, gettext_noop, override

MINUS, PLUS = "\u2212", "+"
NO_BREAK = "\u00a0"
BOUND = re.compile(
    r" (?:(?<=\d )(?=points?\b|euros\b|\d{3}\b|[A-Za-zéû]{3,9} \d{4}\b)"
    r"|(?<=art\. )|(?<=[DLR]\. )(?=\d)|(?<=al\. )(?=\d)|(?<=para\. )(?=\d)|(?=[?!:;»])|(?<=« ))"
)
"""The spaces of « art. L. 223-6, al. 2 », « 4 points », « 7 500 euros », « 3 mars 2027 », and of French signs."""


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


def unbroken(text: str) -> str:
    """The text, of which no line ends inside an article, a number and what it counts, or a day and its month."""
    return BOUND.sub(NO_BREAK, text)


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
