"""Every letter that the public cases owe is written: nothing that the law can say is beyond its template."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mespoints.law.days import day_of
from mespoints.law.reading import read_dossier
from mespoints.law.statement import make_statement
from mespoints.letters.composing import Composer
from mespoints.letters.contents import Head, Interdiction, Letter, Letter48SI, Rectificatif
from mespoints.letters.drafting import TEXTS_FROM, draft, owing_of
from mespoints.letters.wording import kind_of
from tests.conftest import CASES

READINGS = ["registered", "strict"]
TOLD = {"label": "Infraction du cas", "article": "R413-14", "place": "Nantes"}


def told(case: dict[str, Any]) -> dict[str, Any]:
    """The dossier of a case, its offences with what a letter tells and a case leaves out."""
    acts = [{**TOLD, **act} if act["act"] == "offence" else act for act in case["dossier"]["acts"]]
    return {**case["dossier"], "acts": acts}


def letters_of(path: Path, reading: str, head: Head) -> Iterator[Letter]:
    """Every letter that a case owes by 2030, written on the day of its movement or when the texts allow."""
    dossier = read_dossier(told(json.loads(path.read_text(encoding="utf-8"))))
    statement = make_statement(dossier, day_of(2030, 1, 1), reading)
    for movement in statement.movements:
        if movement.letter is not None:
            written_on = max(movement.on, TEXTS_FROM)
            yield draft(owing_of(movement, statement, dossier), head._replace(written_on=written_on))


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("path", sorted(CASES.glob("*.json")), ids=lambda path: path.stem)
def test_every_letter_owed_is_written(path: Path, reading: str, composer: Composer, letters: dict[str, Letter]) -> None:
    """Drafted and composed; a recap goes from points to none and holds its offence, a rectificatif says why."""
    for letter in letters_of(path, reading, letters["48"].head):
        if isinstance(letter, Letter48SI | Interdiction):
            assert letter.recap.signed_balance <= 0 < letter.recap.opening
            assert letter.offence in letter.recap.withdrawals
        if isinstance(letter, Rectificatif):
            assert letter.because
        assert composer.compose(letter).startswith(b"%PDF-"), kind_of(letter)


def test_the_cases_owe_every_kind(letters: dict[str, Letter]) -> None:
    """The cases together reach each template but the ban: none of them is about a foreign licence."""
    owed = {
        kind_of(letter)
        for path in CASES.glob("*.json")
        for letter in letters_of(path, "registered", letters["48"].head)
    }

    assert set(letters) - {"interdiction"} == owed
