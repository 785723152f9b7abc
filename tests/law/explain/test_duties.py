import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from mespoints.law.acts import Dossier
from mespoints.law.days import parse_day
from mespoints.law.explain import (
    article_words,
    because_deadline,
    day_words,
    deadline_otherwise,
    deadline_title,
    deadline_to_do,
    long_day,
    points_words,
    stage_advice,
    status_words,
)
from mespoints.law.explain.duties import duty_sentence
from mespoints.law.explain.french import FRENCH
from mespoints.law.reading import read_dossier
from mespoints.law.results import Deadline, Statement
from mespoints.law.statement import make_statement
from tests.law.explain.grounds import EMPTY, LOST, Life
from tests.law.explain.proofreading import faults
from tests.law.lives import offence, on_day

CASES = sorted((Path(__file__).parents[2] / "cases").glob("*.json"))
SPACE = "\N{NO-BREAK SPACE}"

NOVICE = "2020-01-15"
LETTER_48N = on_day("lettre_48n", "n", "2024-10-31", offence="i1")
SURRENDER = on_day("title_surrendered", "t", "2024-04-10")
SECOND_LOSS = (
    offence("i1", "2020-01-20", "2020-02-10", 6, "delit"), offence("i2", "2020-02-20", "2020-03-10", 6, "delit"),
    on_day("lettre_48si", "l1", "2020-04-02"), on_day("title_surrendered", "t1", "2020-04-10"),
    on_day("licence_obtained", "n", "2021-01-10"), offence("i3", "2022-01-20", "2022-02-10", 9, "delit"),
    on_day("lettre_48si", "l2", "2022-04-02"), on_day("title_surrendered", "t2", "2022-04-10"),
)  # fmt: skip
IN_2003 = offence("i1", "2003-01-20", "2003-02-10", 6, "c4")
IN_2007 = (offence("i1", "2006-01-20", "2006-02-10", 6, "c4"), offence("i2", "2006-02-20", "2006-03-10", 6, "c4"))

DUTIES: dict[str, Life] = {
    "mandatory_stage": Life(
        "2024-12-01", (offence("i1", "2024-08-20", "2024-09-10", 3), LETTER_48N), obtained_on="2023-01-15"
    ),
    "mandatory_stage_before_2004": Life(
        "2003-04-01", (IN_2003, on_day("lettre_48n", "n", "2003-03-01", offence="i1")), obtained_on="2002-01-15"
    ),
    "restitution": Life("2024-04-05", LOST),
    "restitution_before_2008": Life("2006-04-05", (*IN_2007, on_day("lettre_48si", "l", "2006-04-03"))),
    "new_licence": Life("2024-05-01", (*LOST, SURRENDER)),
    "new_licence_after_a_year": Life("2022-05-01", SECOND_LOSS),
}


def duty_of(name: str) -> tuple[Deadline, Dossier]:
    """The first duty of a life."""
    dossier, statement = DUTIES[name].told()
    return statement.deadlines[0], dossier


def told_cases() -> Iterator[tuple[Dossier, Statement]]:
    """Every statement of the public cases."""
    for path in CASES:
        case = json.loads(path.read_text(encoding="utf-8"))
        dossier = read_dossier(case["dossier"])
        for on in sorted({parse_day(entry["on"]) for entry in case["expect"]}):
            yield dossier, make_statement(dossier, on, case["reading"])


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", DUTIES)
def test_each_duty_is_told_well(name: str, language: str) -> None:
    """What to do, what happens otherwise and why, in every version of the rule."""
    deadline, dossier = duty_of(name)
    told = [
        because_deadline(deadline, dossier, language),
        deadline_to_do(deadline, language),
        deadline_otherwise(deadline, dossier, language),
    ]

    assert [] == [fault for sentence in told for fault in faults(sentence, language)]
    assert [] == faults(f"{deadline_title(deadline, language)}.", language)
    assert duty_sentence(deadline, dossier, "because", FRENCH) == FRENCH.duties[f"{name}.because"]


def test_every_duty_has_its_life() -> None:
    """No sentence about a duty goes unread."""
    assert {key.partition(".")[0] for key in FRENCH.duties} == set(DUTIES)


def test_the_last_day_is_in_full_letters() -> None:
    """Weekday, day, month and year, and the day of the letter that opened the delay."""
    deadline, dossier = duty_of("mandatory_stage")

    assert because_deadline(deadline, dossier).replace(SPACE, " ") == (
        "Un stage est obligatoire au plus tard le vendredi 28 février 2025, quatre mois après la lettre 48N notifiée "
        "le 31 octobre 2024 : une infraction commise pendant la période probatoire vous a coûté au moins 3 points "
        "(art. R. 223-4, I)."
    )


def test_a_second_loss_costs_a_year() -> None:
    """The second loss of all points in five years doubles the wait, and all the tests are taken again."""
    deadline, dossier = duty_of("new_licence_after_a_year")

    assert "lundi 10 avril 2023, un an après" in because_deadline(deadline, dossier)
    assert deadline_otherwise(deadline, dossier) == "Toutes les épreuves du permis sont à repasser."


@pytest.mark.parametrize("language", ["fr", "en"])
def test_public_cases_are_told_well(language: str) -> None:
    """The status, the advice and the duties of every statement of the public cases."""
    found = []
    for dossier, statement in told_cases():
        told = [f"{status_words(statement, dossier, language)}.", stage_advice(statement, language)]
        for deadline in statement.deadlines:
            told += [because_deadline(deadline, dossier, language), deadline_to_do(deadline, language)]
        found += [fault for sentence in told for fault in faults(sentence, language)]

    assert [] == found


@pytest.mark.parametrize(
    ("life", "words"),
    [
        (Life("2024-02-01"), "Permis valide"),
        (Life("2024-03-20", EMPTY), "Solde nul : lettre 48SI en attente"),
        (Life("2024-05-01", LOST), "Permis invalidé"),
        (Life("2024-05-03", (on_day("licence_annulled", "a", "2024-05-02"),)), "Permis annulé"),
    ],
)
def test_status_in_words(life: Life, words: str) -> None:
    """The status of the statement, as a person says it."""
    dossier, statement = life.told()

    assert status_words(statement, dossier).replace(SPACE, " ") == words


def test_a_suspension_says_until_when() -> None:
    """Suspensions that follow one another count as one; so at zero points."""
    acts = (
        {"act": "suspension", "id": "s2", "from": "2024-03-04", "to": "2024-06-01"},
        {"act": "suspension", "id": "s1", "from": "2024-01-04", "to": "2024-03-03"},
        {"act": "suspension", "id": "s3", "from": "2024-08-04", "to": "2024-09-01"},
    )
    dossier, suspended = Life("2024-02-01", acts).told()
    emptied, at_zero = Life("2024-03-20", (*EMPTY, *acts)).told()

    assert status_words(suspended, dossier) == "Permis valide, droit de conduire suspendu jusqu'au 1er juin 2024"
    assert status_words(at_zero, emptied).endswith("en attente, droit de conduire suspendu jusqu'au 1er juin 2024")


def test_days_and_numbers_in_words() -> None:
    """The first of a month is a rank in French; points agree in both languages; articles are spelled out."""
    first = parse_day("2025-05-01")

    assert (day_words(first), long_day(first)) == ("1er mai 2025", "jeudi 1er mai 2025")
    assert (day_words(first, "en"), long_day(first, "en")) == ("1 May 2025", "Thursday 1 May 2025")
    assert [points_words(count) for count in (0, 1, 2)] == ["0 point", "1 point", "2 points"]
    assert [points_words(count, "en") for count in (0, 1, 2)] == ["0 points", "1 point", "2 points"]
    assert [article_words(one) for one in ("L223-6", "R223-4-1", "R256 (ancien)")] == [
        "art. L. 223-6", "art. R. 223-4-1", "art. R. 256 (ancien)",
    ]  # fmt: skip
