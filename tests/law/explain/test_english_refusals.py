"""Why a dossier is refused, in English: every turn that the law may use, and nothing of what the file holds."""

import json
import re
from typing import Any

import pytest

from mespoints.law.explain.english_refusals import english_expected, english_json, english_refusal
from mespoints.law.reading import NAMED_BY, NAMED_KINDS, DossierRefused, read_dossier
from mespoints.law.refusals import Refusal
from mespoints.law.shapes import ACTS, DOSSIER, KINDS, LICENCE
from mespoints.law.strict_json import JsonRefused, parse_json
from tests.law.explain.proofreading import FRENCH

OFFENCE: dict[str, Any] = {"act": "offence", "id": "i", "committed_on": "2024-01-20"}
DAYS = {"final_on": "2023-01-01", "final_by": "paiement", "decided_on": "2022-01-01"}


def refused(*acts: Any, **licence: Any) -> list[Refusal]:
    """What is wrong with a dossier."""
    opening = {"obtained_on": "2015-06-12", **licence}
    with pytest.raises(DossierRefused) as refusal:
        read_dossier({"format": "dossier/1", "licence": opening, "acts": list(acts)})
    return list(refusal.value.errors)


def test_what_each_key_holds_has_its_english() -> None:
    """The tables of the format and the kinds that an act may name."""
    shapes = (DOSSIER, LICENCE, *ACTS.values())
    expected = {KINDS.expected, *(holds.expected for shape in shapes for holds in shape.keys.values())}
    expected |= {words for _kinds, words in (*NAMED_KINDS.values(), *NAMED_BY.values())}

    assert [] == [words for words in expected if FRENCH.search(english_expected(words).split(": ")[0])]


@pytest.mark.parametrize(
    ("errors", "english"),
    [
        (refused(3), "acts[0], key “act”: found 3, expected an object."),
        (refused(vol="une liste"), "licence, key “vol”: found an unknown key, expected one of these keys: "),
        (refused(obtained_on="hier"), 'found "hier", expected a day of the calendar written YYYY-MM-DD'),
        (
            refused(obtained_on="2003-01-01", probation="ordinary"),
            'expected "none", the licence having been obtained before 2004-03-01.',
        ),
        (refused({**OFFENCE, "class": "c4", "points": 4, **DAYS}), "a day not before “committed_on” (2024-01-20)"),
        (refused({**OFFENCE, "class": "c4", "points": 4, "final_on": "2024-02-01"}), ", “final_on” being given."),
        (refused(OFFENCE), "delit, or the natinf code."),
        (refused({**OFFENCE, "natinf": "99999"}), "(the barème has no such offence on 2024-01-20)"),
        (
            refused({**OFFENCE, "article": "R412-19"}),
            "“al. 1” or natinf 11325: c4 and 3 points (Crossing a continuous line) or else ",
        ),
        (refused({**OFFENCE, "natinf": "203", "points": 2}), "sign), by the barème on 2024-01-20."),
        (refused({"act": "stage", "id": "s", "offence": "i"}), "s), key “ended_on”: found nothing, expected a day"),
    ],
)  # fmt: skip
def test_a_refusal_is_told_in_english(errors: list[Refusal], english: str) -> None:
    """Place, key, what was found and what was expected; the words of the format stay."""
    told = "\n".join(map(english_refusal, errors))

    assert english in told
    assert None is FRENCH.search(re.sub(r'"[^"]*"', "", told))


@pytest.mark.parametrize(
    ("raw", "english"),
    [
        (b"\xff", "invalid UTF-8 at byte 1"),
        (b"{", "invalid JSON, line 1, column 2"),
        (b"[" * 100_000, "invalid JSON: a number or a nesting out of measure"),
        (json.dumps({"a": 1}).replace("}", ', "a": 2}').encode(), "ambiguous JSON: the key “a” is given twice"),
        (b"[NaN]", "invalid JSON: NaN is no number"),
    ],
)
def test_why_a_text_is_no_json_is_told_in_english(raw: bytes, english: str) -> None:
    """Each reason of ``strict_json``."""
    with pytest.raises(JsonRefused) as refusal:
        parse_json(raw)

    assert english == english_json(str(refusal.value))
