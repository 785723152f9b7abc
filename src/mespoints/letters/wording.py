"""The fields of a letter as its template prints them: days in words, articles in full, the form of the envelope."""

import json
import re
from typing import Any

from mespoints.law.days import year_month_day
from mespoints.law.explain import article_words, day_words, long_day
from mespoints.law.explain.language import language_of
from mespoints.law.letter_forms import ACKNOWLEDGED, REGISTERED, SIMPLE, letter_form, may_be_on_account
from mespoints.law.letters import (
    INTERDICTION,
    L46,
    L46B,
    L46D,
    L47,
    L48,
    L48M,
    L48N,
    L48SI,
    LETTER_NAMES,
    RECTIFICATIF,
)
from mespoints.letters.contents import (
    Interdiction,
    Letter,
    Letter46,
    Letter46B,
    Letter46D,
    Letter47,
    Letter48,
    Letter48M,
    Letter48N,
    Letter48SI,
    LetterOfCode,
    OffenceTold,
    Rectificatif,
)

NUMBERS: dict[type[Letter], int] = {
    Letter48: L48,
    Letter48N: L48N,
    Letter48M: L48M,
    Letter48SI: L48SI,
    Letter46: L46,
    Letter46D: L46D,
    Letter46B: L46B,
    Letter47: L47,
    Rectificatif: RECTIFICATIF,
    Interdiction: INTERDICTION,
}
"""The number of ``law.letters`` of each record."""

FORMS = {
    SIMPLE: "lettre simple",
    REGISTERED: "lettre recommandée",
    ACKNOWLEDGED: "lettre recommandée avec avis de réception",
}

DEPOSITED = "dépôt sur votre compte"

UNBROKEN = re.compile(r"\b(art\.|[LR]\.|\d+(?= points?\b)) ")
"""What keeps the next word on its line: « art. R. 223-3 », « 3 points »."""


def kind_of(letter: Letter) -> str:
    """« 48 », « 48SI », « rectificatif »: the word of ``statement/1``."""
    name = LETTER_NAMES[NUMBERS[type(letter)]]
    assert name is not None
    return name


def franking_of(letter: Letter) -> int:
    """SIMPLE, REGISTERED or ACKNOWLEDGED of ``law.letter_forms``, on the day the letter is written.

    Art. L. 223-3, R. 223-3, III, and R. 223-4.
    """
    return letter_form(NUMBERS[type(letter)], letter.head.written_on)


def fields_of(letter: Letter) -> str:
    """The JSON that the template reads."""
    number, written_on = NUMBERS[type(letter)], letter.head.written_on
    year, month, quantieme = year_month_day(written_on)
    fields = printed(letter) | {
        "kind": kind_of(letter),
        "form": DEPOSITED if letter.head.is_deposited else FORMS[franking_of(letter)],
        "may_be_on_account": may_be_on_account(number, written_on),
        "dated": {"year": year, "month": month, "day": quantieme},
    }
    return json.dumps(fields, ensure_ascii=False)


def code_fields(letter: LetterOfCode) -> str:
    """The JSON that the template of a code reads: the code in two halves, as it is easiest to type."""
    year, month, quantieme = year_month_day(letter.head.written_on)
    half = len(letter.code) // 2
    fields = {
        "head": printed(letter.head),
        "code": f"{letter.code[:half]} {letter.code[half:]}",
        "kind": "code confidentiel",
        "form": FORMS[SIMPLE],
        "may_be_on_account": False,
        "dated": {"year": year, "month": month, "day": quantieme},
    }
    return json.dumps(fields, ensure_ascii=False)


def printed(value: Any, name: str = "") -> Any:
    """A field for the template: a day becomes « mardi 22 avril 2025 », a record an object, text is typeset."""
    if isinstance(value, OffenceTold):
        return printed_offence(value)
    if isinstance(value, tuple):
        if hasattr(value, "_asdict"):
            return {key: printed(part, key) for key, part in value._asdict().items()}
        return [printed(part) for part in value]
    if isinstance(value, str):
        return typeset(value)
    return typeset(long_day(value)) if name == "on" or name.endswith("_on") else value


def printed_offence(offence: OffenceTold) -> dict[str, Any]:
    """An offence, with its article in full and what established it; ``short`` days are those of the recap."""
    fields = {key: printed(part, key) for key, part in offence._asdict().items()}
    established_by = language_of("fr").facts[offence.final_by][0]
    return fields | {
        "article": typeset(article_words(offence.article)),
        "final_by": typeset(established_by),
        "short_committed_on": day_words(offence.committed_on),
        "short_decided_on": day_words(offence.decided_on),
    }


def typeset(text: str) -> str:
    """French typography: the apostrophe that curls, the spaces at which no line ends."""
    return UNBROKEN.sub("\\1\N{NO-BREAK SPACE}", language_of("fr").typeset(text)).replace("'", "’")
