"""Which sentence tells a movement that stands on the edge of two, and the days of a stage in English."""

import pytest

from mespoints.law.days import parse_day
from mespoints.law.explain.choice import because_key
from mespoints.law.explain.citing import cite
from mespoints.law.explain.english import ENGLISH
from mespoints.law.explain.french import FRENCH
from mespoints.law.explain.ground import ground_of
from tests.law.explain.grounds import Life
from tests.law.lives import offence, on_day, stage


def keys(life: Life) -> list[str]:
    """The key of the sentence of every movement."""
    dossier, statement = life.told()
    return [because_key(ground_of(movement, dossier)) for movement in statement.movements]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-05-10", "2024-05-11", "of 10 and 11 May 2024"),
        ("2024-04-30", "2024-05-01", "of 30 April and 1 May 2024"),
        ("2023-12-31", "2024-01-01", "of 31 December 2023 and 1 January 2024"),
        ("2024-05-11", "2024-05-11", "of 11 May 2024"),
        ("2024-05-01", "2024-05-04", "from 1 to 4 May 2024"),
        ("2024-04-30", "2024-05-03", "from 30 April to 3 May 2024"),
        ("2023-05-03", "2024-05-03", "from 3 May 2023 to 3 May 2024"),
    ],
)
def test_the_days_of_a_stage_in_english(first: str, last: str, words: str) -> None:
    """As they follow "the course"."""

    assert words == ENGLISH.two_days(parse_day(first), parse_day(last))


@pytest.mark.parametrize("mark", [":", ";", "?", "!", "»"])
def test_no_line_ends_before_a_mark(mark: str) -> None:
    """A no-break space stands before it, and after the guillemet that opens."""

    assert f"«\N{NO-BREAK SPACE}a\N{NO-BREAK SPACE}{mark}" == FRENCH.typeset(f"« a {mark}")


@pytest.mark.parametrize(
    ("obtained_on", "key"),
    [
        ("1992-11-30", "obtained_with_12_in_1992"),
        ("1992-12-01", "obtained_with_12_before_2004"),
        ("2004-02-29", "obtained_with_12_before_2004"),
    ],
)
def test_the_licence_of_a_first_day(obtained_on: str, key: str) -> None:
    """The twelve points of 1992 are those of older licences."""

    assert [key] == keys(Life("2005-01-01", obtained_on=obtained_on))


def test_a_licence_of_march_2004_without_probation() -> None:
    """From 1 March 2004 on, a licence without probation is told as such."""

    assert ["obtained_with_12"] == keys(Life("2005-01-01", obtained_on="2004-03-01", probation="none"))


@pytest.mark.parametrize(
    ("obtained_on", "key"),
    [
        ("2017-11-17", "obtained_by_foreign_holder_in_2017"),
        ("2017-11-18", "obtained_by_foreign_holder"),
    ],
)
def test_a_foreign_licence_of_the_first_day(obtained_on: str, key: str) -> None:
    """Those in France before 18 November 2017 were given points on it."""

    assert [key] == keys(Life("2020-01-01", obtained_on=obtained_on, foreign=True))


@pytest.mark.parametrize(
    ("ended_on", "key"), [("2011-03-15", "stage_too_soon_two_years"), ("2011-03-16", "stage_too_soon")]
)
def test_a_stage_too_soon_around_the_law_of_2011(ended_on: str, key: str) -> None:
    """One that ends on 16 March 2011 is judged by the yearly rule."""
    acts = (
        offence("a", "2009-01-10", "2009-02-10", 6, "delit"),
        stage("s", "2010-06-02"),
        stage("t", ended_on),
    )

    assert key == keys(Life("2011-04-01", acts))[-1]


def test_a_suspension_that_ends_on_as_many_points() -> None:
    """The points taken again were given back meanwhile by a delay that the withdrawal had not broken: none move."""
    acts = (
        offence("a", "2020-01-10", "2020-02-10", 1),
        {"act": "withdrawal_suspended", "id": "w", "offence": "a", "on": "2020-03-02", "to": "2020-10-01"},
    )

    assert ["taken", "withdrawal_suspended", "withdrawal_suspension_over_no_change"] == [
        key.removesuffix("_at_once") for key in keys(Life("2021-01-01", acts))[1:]
    ]


def test_a_withdrawal_annulled_that_leaves_one_point() -> None:
    """One point is not nothing."""
    acts = (
        offence("a", "2020-01-10", "2020-02-10", 6, "delit"),
        offence("b", "2020-03-10", "2020-04-10", 6, "delit"),
        offence("c", "2020-05-10", "2020-06-10", 5, "c5"),
        on_day("withdrawal_annulled", "w", "2020-07-01", offence="b"),
    )

    assert "annulment_back" == keys(Life("2020-07-01", acts))[-1]


def test_a_licence_held_again_with_one_point() -> None:
    """It lives, with one point."""
    acts = (
        offence("a", "2020-01-10", "2020-02-10", 6, "delit"),
        offence("b", "2020-03-10", "2020-04-10", 6, "delit"),
        offence("c", "2020-05-10", "2020-06-10", 5, "c5"),
        on_day("lettre_48si", "l", "2020-06-20"),
        on_day("withdrawal_annulled", "w", "2020-07-01", offence="b"),
    )

    assert "annulment_held_again" == keys(Life("2020-07-01", acts))[-1]


@pytest.mark.parametrize(
    ("on", "words"),
    [
        ("2001-05-31", "ancien code de la route, art. L. 11 et suivants"),
        ("2001-06-01", "art. L. 223-6"),
        ("2010-12-31", "art. L. 223-6"),
        ("2011-01-01", "art. L. 223-6, al. 3"),
    ],
)
def test_an_article_is_numbered_as_on_its_day(on: str, words: str) -> None:
    """The former code up to 31 May 2001; the alinéa once it is that of today."""

    assert words == cite(("L223-6",), {"L223-6": 3}, parse_day(on), FRENCH)
