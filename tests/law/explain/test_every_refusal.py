"""Every kind of refusal of the law, brought about: none is left in French when it is told in English, all are whole."""

import ast
import re
import trace
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from mespoints.law import classing, reading, releve, statement, strict_json, suppositions
from mespoints.law.days import day_of
from mespoints.law.explain.english_refusals import english_reasons
from mespoints.law.reading import read_dossier
from mespoints.law.refusals import DossierRefused
from mespoints.law.releve import read_releve
from mespoints.law.statement import StatementRefused, make_statement
from mespoints.law.strict_json import JsonRefused, parse_json
from mespoints.law.suppositions import SuppositionRefused, read_scenario
from tests.law.explain.proofreading import FRENCH

MODULES = (reading, classing, releve, suppositions, strict_json, statement)
REFUSING = {"Fault", "Refusal", "SuppositionRefused", "JsonRefused", "StatementRefused"}
"""What is called where something is refused."""
MORE_FRENCH = re.compile(r"\b(?:dans|est|dont|par|sans|trouvé|attendu|commise|établie|close|octet|ligne|au)\b")
"""Beside the words that say what a key holds."""
QUOTED = re.compile(r'"[^"]*"')

ON = day_of(2024, 12, 1)
OFFENCE: dict[str, Any] = {"act": "offence", "id": "i1", "committed_on": "2024-01-20"}
PRICED = {**OFFENCE, "class": "c4", "points": 4}
FINAL = {"final_on": "2024-02-15", "final_by": "paiement"}
OLD_CODE = ("R256 (ancien)", "5°")
"""Of which the source gives no class."""
SUSPENDED = {"act": "withdrawal_suspended", "id": "s", "offence": "i", "on": "2024-06-03", "to": "2024-06-02"}
LETTER = {"act": "lettre_48n", "id": "n", "notified_on": "2024-05-01", "offence": "i1"}


def dossier(*acts: Any, **licence: Any) -> dict[str, Any]:
    """A dossier, right or wrong."""
    return {"format": "dossier/1", "licence": {"obtained_on": "2015-06-12", **licence}, "acts": list(acts)}


WHOLE = read_dossier(
    dossier(
        {**PRICED, **FINAL}, {**PRICED, "id": "i2", "committed_on": "2024-11-02"},
        {**PRICED, "id": "i3", "closed_on": "2024-03-01", "closed_by": "relaxe"},
        {**PRICED, "id": "later", "committed_on": "2025-03-02"},
        {**PRICED, "id": "i4", **FINAL}, {"act": "withdrawal_annulled", "id": "a", "offence": "i4", "on": "2024-06-01"},
    )
)  # fmt: skip
DOSSIERS = [
    [], {"format": "dossier/1"},
    {"format": "dossier/2", "licence": {"obtained_on": "2015-06-12"}, "acts": [], "vol": 1},
    {"format": "dossier/1", "licence": 10**20, "acts": {}}, dossier(3, {"act": "dance"}, {}),
    dossier(obtained_on="2003-01-01", probation="ordinary"), dossier(foreign=True, probation="aac"),
    dossier(neph="?", territory="lune", probation=None, foreign=1),
    dossier({"act": "licence_obtained", "id": "l", "on": "2003-05-01", "probation": "ordinary"}),
    dossier({**PRICED, "id": "i1"}, {**PRICED, "id": "i1"}, LETTER | {"offence": "absent"}),
    dossier({"act": "recours", "id": "r", "on": "2024-06-01", "kind": "gracieux", "letter": "i1"}),
    dossier({"act": "recours_rejected", "id": "r", "on": "2024-06-01", "recours": "n"}, PRICED, LETTER),
    dossier({"act": "lettre_48si_annulled", "id": "r", "on": "2024-06-01", "letter": "n"}, PRICED, LETTER),
    dossier({"act": "stage", "id": "s", "started_on": "2024-06-03", "ended_on": "2024-06-02", "kind": "volontaire"}),
    dossier({"act": "suspension", "id": "s", "from": "2024-06-03", "to": "2024-06-02"}),
    dossier({**PRICED, "id": "i"}, SUSPENDED),
    dossier({**PRICED, "final_on": "2023-02-15", "decided_on": "2022-01-01"}),
    dossier({**PRICED, "final_by": "paiement"}),
    dossier({**PRICED, "decided_on": "2024-03-01", "points": True, "label": "\ud800"}),
    dossier({**PRICED, **FINAL, "closed_on": "2024-01-01"}), dossier(OFFENCE), dossier({**OFFENCE, "natinf": "99999"}),
    dossier({**OFFENCE, "article": "R412-19"}), dossier({**OFFENCE, "article": "R412-19", "paragraph": "al. 9"}),
    dossier({**OFFENCE, "natinf": "203", "points": 2}), dossier({**OFFENCE, "natinf": "203", "class": "c1"}),
    dossier({**OFFENCE, "natinf": "203", "article": "R412-19", "paragraph": "al. 1"}),
    dossier({**OFFENCE, "committed_on": "1999-01-01", "article": OLD_CODE[0], "paragraph": OLD_CODE[1]}),
]  # fmt: skip
RELEVE = {"format": "releve/1", "on": "2024-12-01", "dossier": dossier(), "movements": [], "balance": 12}
MOVED = {"on": "2024-12-02", "points": 1, "balance": 12}
RELEVES = [
    3, {"format": "releve/1"}, {**RELEVE, "dossier": 1, "movements": 1, "balance": 13}, {**RELEVE, "dossier": []},
    {**RELEVE, "dossier": dossier(3)}, {**RELEVE, "movements": [1, MOVED, {**MOVED, "on": "2024-12-01", "act": "no"}]},
]  # fmt: skip
SCENARIOS = [
    "dance", "stage:x@2025-01-01", "offence:@2025-01-01", "paiement:@2025-01-01", "stage@hier", "stage@2024-11-01",
    "paiement:none@2025-01-01", "paiement:later@2025-04-01", "withdrawal_annulled:i4@2025-01-01",
    "paiement:i1@2025-01-01", "paiement:i3@2025-01-01", "withdrawal_annulled:i2@2025-01-01", "offence:0@2025-01-01",
    "offence:R412-19@2025-01-01",
]  # fmt: skip
TEXTS = [b"\xff", b"{", b"9" * 5000, b'{"a": 1, "a": 2}', b"[NaN]"]
TRIED: list[tuple[Callable[[Any], object], Any]] = [
    *((read_dossier, one) for one in DOSSIERS),
    *((read_releve, one) for one in RELEVES),
    *((lambda text: read_scenario(text, WHOLE, ON), one) for one in SCENARIOS),
    (lambda text: read_scenario(text, read_dossier(dossier(obtained_on="1990-01-01")), day_of(1998, 12, 1)),
     f"offence:{':'.join(OLD_CODE)}@1999-01-01"),
    *((parse_json, one) for one in TEXTS),
    (lambda day: make_statement(WHOLE, day), day_of(2010, 1, 1)),
]  # fmt: skip


def refusal_of(read: Callable[[Any], object], given: Any) -> Any:
    """Why it is refused."""
    with pytest.raises((DossierRefused, SuppositionRefused, JsonRefused, StatementRefused)) as raised:
        read(given)
    return raised.value


@pytest.mark.parametrize("tried", TRIED, ids=range(len(TRIED)))
def test_no_refusal_is_left_in_french(tried: tuple[Callable[[Any], object], Any]) -> None:
    """As many reasons in one language as in the other; the values that the file holds are the same in both."""
    refusal = refusal_of(*tried)
    french, english = str(refusal).split("\n"), english_reasons(refusal)
    said = [QUOTED.sub("", reason) for reason in english]

    assert len(french) == len(english)
    assert [] == [one for one in said if FRENCH.search(named_words_out(one)) or MORE_FRENCH.search(one)]
    assert [QUOTED.findall(one) for one in french] == [QUOTED.findall(one) for one in english]
    assert [days(one) for one in french] == [days(one) for one in english]
    assert all(one.startswith("supposition") or "expected" in one for one in english if "found" in one)


def named_words_out(reason: str) -> str:
    """A reason without the lists of words of the format, some of which are French."""
    return re.sub(r"one of these (?:words|keys): [^.]*", "", reason)


def days(reason: str) -> list[str]:
    """The days that a reason gives."""
    return sorted(re.findall(r"\d{4}-\d\d-\d\d", reason))


def refusing_lines(module: ModuleType) -> set[int]:
    """The lines of a module where something is refused."""
    assert module.__file__ is not None
    source = Path(module.__file__).read_text(encoding="utf-8")
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return {call.lineno for call in calls if isinstance(call.func, ast.Name) and call.func.id in REFUSING}


def test_every_place_where_the_law_refuses_is_tried() -> None:
    """A new refusal has its case above, and so its English."""
    tracing = trace.Trace(count=1, trace=0)
    for tried in TRIED:
        tracing.runfunc(refusal_of, *tried)
    reached = set(tracing.results().counts)
    places = {(module.__file__, line) for module in MODULES for line in refusing_lines(module)}

    assert 40 < len(places)
    assert set() == places - reached
