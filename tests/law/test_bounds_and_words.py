"""The bounds that the law and its formats set, on both sides, and the words that other programs read."""

import pytest

from mespoints.law import aligning, challenges, classing, comparison, reasons
from mespoints.law.articles import articles_of_movement
from mespoints.law.bareme_search import BEGINNING, ELSEWHERE, NOT_FOUND, WHOLE, folded
from mespoints.law.check import in_order
from mespoints.law.days import parse_day
from mespoints.law.holds import take_day, take_neph
from mespoints.law.reading import read_dossier
from mespoints.law.refusals import NOTHING, DossierRefused, Refusal, shown
from mespoints.law.releve import Shown
from mespoints.law.statement import movements_of
from tests.law.lives import OLD, offence, stage


@pytest.mark.parametrize(
    ("text", "is_taken"),
    [("1899-12-31", False), ("1900-01-01", True), ("2200-12-31", True), ("2201-01-01", False)],
)
def test_the_days_of_a_file(text: str, is_taken: bool) -> None:
    """From 1900 to 2200."""

    assert (parse_day(text) if is_taken else None) == take_day(text)


@pytest.mark.parametrize(
    ("text", "is_taken"),
    [("0" * 4, False), ("0" * 5, True), ("0" * 19, True), ("0" * 20, False), ("0000Z", True), ("0000?", False),
     ("0000z", False)],
)  # fmt: skip
def test_the_number_of_a_file(text: str, is_taken: bool) -> None:
    """Five to nineteen digits or capital letters."""

    assert (text if is_taken else None) == take_neph(text)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (10**15 - 1, "999999999999999"),
        (10**15, "un nombre démesuré"),
        (-(10**15), "un nombre démesuré"),
        ("x" * 60, '"' + "x" * 60 + '"'),
        ("x" * 61, '"' + "x" * 60 + '…"'),
        ("a\x07b", '"a\\x07b"'),
    ],
)
def test_what_was_found_is_quoted_short_and_on_one_line(value: object, expected: str) -> None:
    """Numbers below a million of thousands of millions, sixty signs of a text, nothing that a screen obeys."""

    assert expected == shown(value)


def test_a_refusal_says_what_is_wrong() -> None:
    """Every error, a line each; « rien » where a key is missing."""
    one = Refusal("licence", "obtained_on", NOTHING, "un jour")
    refused = DossierRefused((one, one))

    assert ((one, one),) == refused.args
    assert "licence, clé « obtained_on » : trouvé rien, attendu un jour." == one.message
    assert f"{one.message}\n{one.message}" == str(refused)


@pytest.mark.parametrize(
    ("days", "has_other_points", "expected"),
    [
        (0, True, aligning.SAME_DAY),
        (183, False, aligning.NEAR_DAY),
        (184, False, None),
        (31, True, aligning.CLOSE_DAY),
        (32, True, None),
    ],
)
def test_how_near_two_movements_are_the_same(days: int, has_other_points: bool, expected: int | None) -> None:
    """Half a year for the same points, a month for others."""

    assert expected == aligning.kind_of_nearness(days, has_other_points)


def test_the_movements_of_one_day_stay_as_listed() -> None:
    """Only a list that goes back in time is read backwards."""
    first, second, later = Shown(10, -2, 10, None), Shown(10, -3, 7, None), Shown(11, 1, 8, None)

    assert [first, second] == in_order((first, second))
    assert [first, second, later] == in_order((first, second, later))
    assert [first, second, later] == in_order((later, second, first))


def test_the_words_of_the_formats() -> None:
    """The states of a remedy, the statuses of a licence that is not held, what is asked of the barème."""

    assert ("open", "waiting", "filed", "over", "unknown") == (
        challenges.OPEN, challenges.WAITING, challenges.FILED, challenges.OVER, challenges.UNKNOWN,
    )  # fmt: skip
    assert ("invalidated", "annulled", "banned") == comparison.LOST
    assert ("obtained", "carried_over", "lost") == aligning.SETTING
    assert ("committed_on", "natinf", "article", "paragraph") == classing.ASKED
    assert ("class", "points") == classing.ANSWERED


def test_the_bareme_is_searched_without_accents_or_ligatures() -> None:
    """As a person types; a word found whole comes before its beginning."""

    assert ("main d oeuvre", "ex aequo", "arret") == (folded("Main-d'œuvre"), folded("ex æquo"), folded("Arrêt"))
    assert (0, 1, 2, 3) == (WHOLE, BEGINNING, ELSEWHERE, NOT_FOUND)


def test_only_a_withdrawal_cites_the_article_breached() -> None:
    """Points that come back rest on their own article, whatever the offence."""
    life = [offence("a", "2024-01-20", "2024-02-15", 4, "c4", article="R412-30", paragraph="al. 1")]
    [breach] = read_dossier({"format": "dossier/1", "licence": {"obtained_on": OLD}, "acts": life}).acts

    assert ("L223-1", "R412-30") == articles_of_movement(reasons.TAKEN, breach, None)
    assert ("L223-1", "R223-2", "R412-30") == articles_of_movement(reasons.TAKEN_WITHIN_LIMIT, breach, None)
    assert ("L223-1",) == articles_of_movement(reasons.ANNULMENT_BACK, breach, None)
    assert ("L223-1",) == articles_of_movement(reasons.TAKEN, None, None)


def test_a_movement_that_no_other_act_explains_says_so() -> None:
    """The licence obtained, a withdrawal, a stage that gives nothing: -1 stands for no act."""
    life = [offence("a", "2024-01-20", "2024-02-15", 4, "c4"), stage("s", "2024-03-16", "peine")]
    dossier = read_dossier({"format": "dossier/1", "licence": {"obtained_on": OLD}, "acts": life})

    assert [(-1, -1, -1), (0, 0, -1), (1, -1, -1)] == [
        (row.act, row.offence, row.ground) for row in movements_of(dossier, parse_day("2024-04-01"))
    ]
