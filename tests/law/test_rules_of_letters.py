"""The remedies and the duties that a letter opens, on the days that decide."""

from typing import Any

import pytest

from mespoints.law import reasons
from mespoints.law.acts import InterdictionDeCirculer, Offence, Stage
from mespoints.law.articles import article_of_offence, articles_of_movement
from mespoints.law.days import iso, parse_day
from mespoints.law.deadlines import stage_answers_48n
from mespoints.law.reading import read_dossier
from tests.law.lives import offence, on_day, told

FALLEN = (offence("a", "2022-01-10", "2022-02-01", 6, "delit"), offence("b", "2022-05-10", "2022-06-01", 6, "delit"))
LETTER = on_day("lettre_48si", "l", "2022-06-15")


def recours(on: str) -> dict[str, Any]:
    """A recours gracieux against the letter."""
    return {"act": "recours", "id": "r", "on": on, "kind": "gracieux", "letter": "l"}


def rejected(id_: str, on: str) -> dict[str, Any]:
    """Its rejection."""
    return {"act": "recours_rejected", "id": id_, "on": on, "recours": "r"}


def last_day(on: str, *acts: dict[str, Any]) -> str:
    """The last day to go to court against the one letter of a life, as known on a day."""
    (remedy,) = told(on, *FALLEN, LETTER, *acts).remedies

    assert remedy.last_on is not None
    return iso(remedy.last_on)


@pytest.mark.parametrize(
    ("on", "answers", "last"),
    [
        ("2022-07-20", ("2022-07-20",), "2022-09-21"),  # rejected that very day
        ("2022-08-20", ("2022-07-20", "2022-08-01"), "2022-09-21"),  # the first rejection counts
        ("2022-08-20", ("2022-08-01", "2022-07-20"), "2022-09-21"),  # whatever the order of the file
        ("2022-07-01", ("2022-07-01",), "2022-09-02"),  # rejected on the day it was filed
    ],
)
def test_the_delay_starts_again_on_the_first_rejection(on: str, answers: tuple[str, ...], last: str) -> None:
    """Of a gracieux filed on 1 July 2022."""
    acts = [rejected(f"j{place}", day) for place, day in enumerate(answers)]

    assert last == last_day(on, recours("2022-07-01"), *acts)


@pytest.mark.parametrize(
    ("kind", "started_on", "ended_on", "answers"),
    [
        ("probatoire", "2022-03-01", "2022-03-02", True),
        ("probatoire", "2022-02-28", "2022-03-01", False),
        ("probatoire", "2022-03-02", "2022-03-03", False),
        ("volontaire", "2022-03-01", "2022-03-02", False),
    ],
)
def test_which_stage_answers_a_48n(kind: str, started_on: str, ended_on: str, answers: bool) -> None:
    """A letter notified on 1 March 2022, looked at on the 2nd: begun since, ended by then, probationary."""
    followed = Stage("s", parse_day(started_on), parse_day(ended_on), kind, None)

    assert answers == stage_answers_48n(followed, parse_day("2022-03-01"), parse_day("2022-03-02"))


def offence_of(**given: Any) -> Offence:
    """An offence as a file gives it."""
    act = {"act": "offence", "id": "a", "committed_on": "2013-05-02", "class": "c4", "points": 4, **given}
    dossier = read_dossier({"format": "dossier/1", "licence": {"obtained_on": "1996-05-06"}, "acts": [act]})
    (found,) = dossier.acts

    assert isinstance(found, Offence)
    return found


def test_the_article_that_an_offence_breaches() -> None:
    """Its own, else that of its NATINF in the barème, else none."""

    assert "R412-30" == article_of_offence(offence_of(article="R412-30"))
    assert "R415-6" == article_of_offence(offence_of(natinf="203"))
    assert article_of_offence(offence_of()) is None


def test_a_natinf_that_the_bareme_no_longer_has_breaches_no_article() -> None:
    """The code was unknown on the day of the offence: class and points come from the file."""
    unknown = offence_of()._replace(natinf="99999")

    assert article_of_offence(unknown) is None


def test_what_a_ban_explains_rests_on_the_article_of_the_ban() -> None:
    """A stage during the ban of the holder of a foreign licence."""
    ban = InterdictionDeCirculer("x", parse_day("2020-01-02"), None)

    assert ("L223-10",) == articles_of_movement(reasons.STAGE_NOT_HELD, None, ban)
    assert ("L223-5",) == articles_of_movement(reasons.STAGE_NOT_HELD, None, None)
