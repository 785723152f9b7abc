"""Refusals of a file, each with its place, what was found and what was expected, on both sides of each condition."""

from typing import Any

import pytest

from mespoints.law.days import parse_day
from mespoints.law.reading import DossierRefused, read_dossier
from mespoints.law.reckoning import reckon
from mespoints.law.statement import StatementRefused
from tests.law.lives import OLD, offence, on_day

BARE = {"act": "offence", "id": "i1", "committed_on": "2024-01-20"}
PAID = offence("i1", "2024-01-20", "2024-02-15", 4, "c4")


def refusals(*acts: Any) -> list[str]:
    """The messages of the refusal of these acts; none when the file is taken."""
    try:
        read_dossier({"format": "dossier/1", "licence": {"obtained_on": OLD}, "acts": list(acts)})
    except DossierRefused as refusal:
        return [error.message for error in refusal.errors]
    return []


@pytest.mark.parametrize(
    ("acts", "said"),
    [
        (({"id": "x"},), "acts[0] (x), clé « act » : trouvé rien"),
        (({"id": "x", "act": None},), "acts[0] (x), clé « act » : trouvé null"),
        (({"id": "x", "act": "vol"},), 'acts[0] (x), clé « act » : trouvé "vol"'),
        ((PAID, on_day("withdrawal_suspended", "s", "2024-05-02", offence="i1", to="2024-05-01")), "acts[1] (s), clé "),
    ],
)
def test_the_first_refusal_names_its_place(acts: tuple[Any, ...], said: str) -> None:
    """With what was found there: nothing, or what is no kind of act."""
    found = refusals(*acts)

    assert 1 == len(found)
    assert found[0].startswith(said)


def test_a_suspension_may_last_one_day() -> None:
    """Its last day may be its first."""

    assert [] == refusals(PAID, on_day("withdrawal_suspended", "s", "2024-05-02", offence="i1", to="2024-05-02"))


def test_two_acts_without_a_name_are_each_refused_for_that_alone() -> None:
    """Neither is said to bear the name of the other."""
    unnamed = {key: value for key, value in PAID.items() if key != "id"}
    found = refusals(unnamed, unnamed)

    assert 2 == len(found)
    assert all("clé « id » : trouvé rien" in one for one in found)


@pytest.mark.parametrize(
    ("named", "taken"),
    [
        ({"class": "c4", "points": 4}, True),
        ({"class": "c4", "points": 4, "article": "R415-6"}, True),
        ({"class": "c4", "points": 4, "article": "R999-9"}, True),
        ({"class": "c4", "points": 4, "paragraph": "al. 1"}, True),
        ({"natinf": "203"}, True),
        ({"article": "R415-6"}, False),
        ({"article": "R415-6", "paragraph": "al. 1"}, True),
        ({"article": "R415-6", "paragraph": "al. 1", "class": "c4", "points": 3}, False),
        ({"natinf": "203", "class": "c4", "points": 3}, False),
        ({"article": "R999-9"}, False),
        ({"class": "c4"}, False),
        ({"points": 4}, False),
        ({"paragraph": "al. 1"}, False),
        ({}, False),
    ],
)
def test_class_and_points_are_given_or_found_in_the_bareme(named: dict[str, Any], taken: bool) -> None:
    """A code, or an article alone when something is missing, or with its paragraph, is looked up; and has to agree."""

    assert taken == (refusals(BARE | named) == [])


def test_an_article_alone_is_looked_up_and_asks_for_its_paragraph() -> None:
    """Not for the class and the points, which its barème has."""
    (said,) = refusals(BARE | {"article": "R415-6"})

    assert "clé « paragraph » : trouvé rien" in said


def test_what_is_missing_is_asked_for_by_its_key() -> None:
    """One refusal for each of the two, with the other way to give them."""
    both, one = refusals(BARE), refusals(BARE | {"class": "c4"})

    assert ["class", "points"] == [said.split("« ")[1].split(" »")[0] for said in both]
    assert ["points"] == [said.split("« ")[1].split(" »")[0] for said in one]
    assert all("ou le code natinf" in said for said in (*both, *one))


def test_no_reckoning_before_twelve_points() -> None:
    """Of a day before 1 December 1992 nothing is reckoned."""
    dossier = read_dossier({"format": "dossier/1", "licence": {"obtained_on": "1985-05-06"}, "acts": []})

    with pytest.raises(StatementRefused):
        reckon(dossier, parse_day("1992-11-30"))
    assert 12 == reckon(dossier, parse_day("1992-12-01")).balance
