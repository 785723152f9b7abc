"""What a judge undoes, told by its reason, its letter and the act behind it. Doubts D16, D18 and D19."""

from typing import Any

import pytest

from mespoints.law.days import iso, parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.reasons import REASON_NAMES
from mespoints.law.results import Statement
from mespoints.law.statement import movements_of
from tests.law.lives import OLD, offence, on_day, stage, told

FALLEN = (
    offence("a", "2022-01-10", "2022-02-01", 6, "delit"),
    offence("b", "2022-05-10", "2022-06-01", 6, "delit"),
)
VOID = on_day("lettre_48si", "v", "2022-03-15")
"""Six points were left when it was notified."""
LETTER = on_day("lettre_48si", "l", "2022-06-15")
STAGE = stage("s", "2022-09-04")
NEW = on_day("licence_obtained", "n", "2023-03-01")
EXCHANGED = on_day("licence_exchanged", "e", "2024-02-01")


def on_letter(what: str, id_: str, on: str, **more: Any) -> dict[str, Any]:
    """A 48SI suspended or annulled."""
    return on_day(f"lettre_48si_{what}", id_, on, **more)


def reasons_on(day: str, statement: Statement) -> list[tuple[str, str | None]]:
    """Why what moved on a day moved, or did not, and the act behind."""
    return [(REASON_NAMES[m.reason], m.ground) for m in statement.movements if iso(m.on) == day]


def last(on: str, *acts: dict[str, Any], **licence: Any) -> tuple[str, str | None, str]:
    """The reason and the ground of the last movement of a life, and its status."""
    life = told(on, *acts, **licence)
    return REASON_NAMES[life.movements[-1].reason], life.movements[-1].ground, life.status


# --- A 48SI suspended ------------------------------------------------------------------------------------------------


def test_a_suspension_ends_before_another_begins_that_day() -> None:
    """The letter takes the licence again, and is suspended again."""
    acts = on_letter("suspended", "x", "2022-08-01", to="2023-01-31"), on_letter("suspended", "y", "2023-02-01")

    assert [("LETTER_48SI_SUSPENSION_OVER", "l"), ("LETTER_48SI_SUSPENDED", "l")] == reasons_on(
        "2023-02-01", told("2023-02-01", *FALLEN, LETTER, *acts)
    )


def test_the_suspension_of_a_letter_without_effect_changes_nothing() -> None:
    """Whether the licence is held, lost by another letter, or another licence is held since."""
    void, other = on_letter("suspended", "x", "2024-01-10", letter="v"), on_letter("suspended", "x", "2024-01-10")

    assert ("LETTER_48SI_NOT_IN_FORCE", "v", "valid") == last("2024-01-10", FALLEN[0], VOID, void)
    assert ("LETTER_48SI_NOT_IN_FORCE", "v", "invalidated") == last("2024-01-10", *FALLEN, VOID, LETTER, void)
    assert ("LETTER_48SI_NOT_IN_FORCE", "l", "valid") == last("2024-01-10", *FALLEN, LETTER, NEW, other)


def test_the_end_of_a_suspension_takes_nothing_when_the_letter_has_lost_its_ground() -> None:
    """The withdrawal was annulled meanwhile: judged again, the letter finds six points."""
    acts = (
        on_letter("suspended", "x", "2022-08-01", to="2023-01-31"),
        on_day("withdrawal_annulled", "w", "2022-12-01", offence="b"),
    )

    assert ("LETTER_48SI_NOT_IN_FORCE", "l", "valid") == last("2023-02-01", *FALLEN, LETTER, *acts)


def test_the_end_of_a_suspension_takes_nothing_from_who_has_lost_the_licence_again() -> None:
    """By a second letter, notified meanwhile."""
    acts = on_letter("suspended", "x", "2022-08-01", to="2023-01-31"), on_day("lettre_48si", "m", "2022-10-01")

    assert ("LETTER_48SI_NOT_IN_FORCE", "l", "invalidated") == last("2023-02-01", *FALLEN, LETTER, *acts)


def test_the_end_of_a_suspension_names_the_letter_that_it_had_suspended() -> None:
    """Not the one that another decision suspended since."""
    acts = (
        on_letter("suspended", "x", "2022-08-01", to="2022-12-31"),
        on_day("lettre_48si", "m", "2022-10-01"),
        on_letter("suspended", "y", "2022-11-01", letter="m"),
    )

    assert ("LETTER_48SI_SUSPENSION_OVER", "l", "invalidated") == last("2023-01-01", *FALLEN, LETTER, *acts)


@pytest.mark.parametrize("acts", [(LETTER, *FALLEN), (*FALLEN, LETTER)])
def test_a_suspension_ends_wherever_its_letter_stands(acts: tuple[dict[str, Any], ...]) -> None:
    """First of the file or not; after another suspension that goes on."""
    other = on_day("withdrawal_suspended", "w", "2022-07-15", offence="a")
    suspended = on_letter("suspended", "x", "2022-08-01", to="2022-12-31", letter="l")

    assert ("LETTER_48SI_SUSPENSION_OVER", "l", "invalidated") == last("2023-01-01", *acts, suspended)
    assert ("LETTER_48SI_NOT_IN_FORCE", "l", "valid") == last("2023-01-01", *acts, other, suspended)


def test_the_end_of_a_suspension_of_nothing_is_not_told() -> None:
    """Nothing was suspended: there was no letter."""
    suspended = on_letter("suspended", "x", "2022-08-01", to="2022-12-31")

    assert [] == reasons_on("2023-01-01", told("2023-02-01", suspended))


# --- A 48SI annulled -------------------------------------------------------------------------------------------------


def test_a_letter_annulled_while_suspended_is_annulled_although_nothing_changes() -> None:
    """The licence was held already."""
    acts = on_letter("suspended", "x", "2022-08-01"), on_letter("annulled", "y", "2022-12-01")

    assert ("LETTER_48SI_ANNULLED", "l", "zero") == last("2022-12-01", *FALLEN, LETTER, *acts)


def test_a_letter_is_annulled_once() -> None:
    """A second annulment of the same letter finds it without effect."""
    acts = on_letter("annulled", "x", "2022-08-01"), on_letter("annulled", "y", "2022-12-01", letter="l")

    assert ("LETTER_48SI_NOT_IN_FORCE", "l", "zero") == last("2022-12-01", *FALLEN, LETTER, *acts)


def test_the_annulment_of_a_letter_without_effect_changes_nothing() -> None:
    """Another letter took the licence, or took it and is suspended; or there is none at all."""
    void = on_letter("annulled", "y", "2022-12-01", letter="v")
    suspended = on_letter("suspended", "x", "2022-08-01", letter="l")

    assert ("LETTER_48SI_NOT_IN_FORCE", "v", "invalidated") == last("2022-12-01", *FALLEN, VOID, LETTER, void)
    assert ("LETTER_48SI_NOT_IN_FORCE", "v", "zero") == last("2022-12-01", *FALLEN, VOID, LETTER, suspended, void)
    assert ("LETTER_48SI_NOT_IN_FORCE", None, "valid") == last("2022-12-01", on_letter("annulled", "y", "2022-12-01"))


def test_without_a_name_the_letter_suspended_last_is_annulled() -> None:
    """Two letters are suspended: the second one fell after the first was."""
    acts = (
        on_letter("suspended", "x", "2022-08-01"),
        on_day("lettre_48si", "m", "2022-10-01"),
        on_letter("suspended", "y", "2022-11-01", letter="m"),
        on_letter("annulled", "z", "2022-12-01"),
    )

    assert ("LETTER_48SI_ANNULLED", "m", "zero") == last("2022-12-01", *FALLEN, LETTER, *acts)


@pytest.mark.parametrize("acts", [(LETTER, *FALLEN), (*FALLEN, LETTER)])
def test_a_letter_annulled_under_a_new_licence_waits_wherever_it_stands(acts: tuple[dict[str, Any], ...]) -> None:
    """First of the file or not."""
    annulled = on_letter("annulled", "x", "2024-01-10")

    assert ("LETTER_48SI_ANNULLED_NEW_LICENCE", "l", "valid") == last("2024-01-10", *acts, NEW, annulled)


# --- The exchange ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("acts", "ground"),
    [
        ((LETTER,), None),
        ((LETTER, STAGE), None),
        ((LETTER, STAGE, on_letter("annulled", "x", "2023-01-10")), None),
        ((LETTER, STAGE, NEW), "n"),
        ((LETTER, STAGE, NEW, on_letter("suspended", "x", "2024-01-10")), "n"),
        ((LETTER, NEW, on_letter("annulled", "x", "2024-01-10")), "n"),
    ],
)
def test_the_exchange_is_refused(acts: tuple[dict[str, Any], ...], ground: str | None) -> None:
    """No new licence, the first one held again, a letter that stands or is only suspended, a former sum of nothing."""
    before = told("2024-01-31", *FALLEN, *acts)

    assert ("EXCHANGE_REFUSED", ground, before.status) == last("2024-02-01", *FALLEN, *acts, EXCHANGED)
    assert before.signed_balance == told("2024-02-01", *FALLEN, *acts, EXCHANGED).signed_balance


def test_a_refusal_that_names_no_licence_names_no_act() -> None:
    """Minus one, as everywhere in the rows."""
    document = {"format": "dossier/1", "licence": {"obtained_on": OLD}, "acts": [*FALLEN, LETTER, EXCHANGED]}

    assert -1 == movements_of(read_dossier(document), parse_day("2024-02-01"))[-1].ground


@pytest.mark.parametrize(("points", "balance"), [(6, 4), (9, 1)])
def test_the_former_licence_comes_back_with_what_it_holds(points: int, balance: int) -> None:
    """One point is enough; the licence handed back may stand first in the file."""
    second = offence("b", "2022-05-10", "2022-06-01", points, "delit")
    annulled = on_letter("annulled", "x", "2024-01-10")
    life = told("2024-02-01", NEW, FALLEN[0], second, LETTER, STAGE, annulled, EXCHANGED)

    assert ("EXCHANGED", "n") == (REASON_NAMES[life.movements[-1].reason], life.movements[-1].ground)
    assert ("valid", balance, 12) == (life.status, life.balance, life.ceiling)


def test_an_annulment_that_found_no_letter_does_not_come_back_with_an_exchange() -> None:
    """Only the letters that took a licence wait for one."""
    early = on_letter("annulled", "w", "2022-03-01")
    annulled = on_letter("annulled", "x", "2024-01-10")

    assert ("EXCHANGED", "n", "valid") == last("2024-02-01", early, *FALLEN, LETTER, STAGE, NEW, annulled, EXCHANGED)


def test_a_refused_exchange_leaves_the_annulled_letter_waiting() -> None:
    """No point was left on the former licence; one came back, and the next exchange takes place."""
    annulled, again = on_letter("annulled", "x", "2024-01-10"), on_day("licence_exchanged", "f", "2025-02-01")
    acts = (*FALLEN, LETTER, NEW, annulled, EXCHANGED, stage("t", "2024-06-04"), again)
    life = told("2025-02-01", *acts)

    assert [("EXCHANGE_REFUSED", "n")] == reasons_on("2024-02-01", life)
    assert [("EXCHANGED", "n")] == reasons_on("2025-02-01", life)


def test_a_withdrawal_annulled_before_an_exchange_stays_annulled() -> None:
    """Whether the exchange takes place or is refused; the offence, or the letter, stands first in the file."""
    small = offence("c", "2022-01-20", "2022-02-10", 1)
    annulled, undone = (
        on_letter("annulled", "x", "2024-01-10"),
        on_day("withdrawal_annulled", "w", "2022-03-01", offence="c"),
    )
    done = told("2024-02-01", small, *FALLEN, LETTER, STAGE, NEW, annulled, undone, EXCHANGED)
    refused = told("2024-02-01", small, *FALLEN, LETTER, NEW, annulled, undone, EXCHANGED)
    first = told("2024-02-01", LETTER, *FALLEN, STAGE, NEW, annulled, EXCHANGED)

    assert ("EXCHANGED", 4) == (REASON_NAMES[done.movements[-1].reason], done.signed_balance)
    assert ("EXCHANGED", 4) == (REASON_NAMES[first.movements[-1].reason], first.signed_balance)
    assert ("EXCHANGE_REFUSED", 0) == (REASON_NAMES[refused.movements[-1].reason], refused.movements[-1].points)


def test_a_refused_exchange_undoes_nothing() -> None:
    """The letter that waits has not been undone: a second annulment finds it replaced, as the first did."""
    annulled, again = on_letter("annulled", "x", "2024-01-10"), on_letter("annulled", "y", "2024-03-15", letter="l")

    assert ("LETTER_48SI_ANNULLED_NEW_LICENCE", "l", "valid") == last(
        "2024-03-15", *FALLEN, LETTER, NEW, annulled, EXCHANGED, again
    )


def test_a_later_exchange_that_is_refused_takes_back_nothing_of_the_first() -> None:
    """The first letter stays annulled: once the second is too, the first licence comes back from a third exchange."""
    annulled = on_letter("annulled", "x", "2024-01-10")
    lost = offence("d", "2024-03-10", "2024-04-01", 4, "c4"), on_day("lettre_48si", "m", "2024-04-15")
    third = on_day("licence_obtained", "o", "2025-01-10"), on_day("licence_exchanged", "f", "2025-02-01")
    end = on_letter("annulled", "y", "2025-03-01", letter="m"), on_day("licence_exchanged", "g", "2025-04-01")
    acts = (*FALLEN, LETTER, STAGE, NEW, annulled, EXCHANGED, *lost, stage("t", "2024-06-04"), *third, *end)
    life = told("2025-04-01", *acts)

    assert [("EXCHANGED", "n")] == reasons_on("2024-02-01", life)
    assert [("EXCHANGE_REFUSED", "o")] == reasons_on("2025-02-01", life)
    assert [("EXCHANGED", "o")] == reasons_on("2025-04-01", life)
    assert (4, 12) == (life.signed_balance, life.ceiling)


def test_what_a_revision_undoes_is_named_once() -> None:
    """An offence in its own place, a letter as the ground; the other is minus one."""
    annulled = on_day("withdrawal_annulled", "w", "2022-06-10", offence="b")
    acts = [*FALLEN, LETTER, annulled, on_letter("annulled", "x", "2022-12-01", letter="l")]
    document = {"format": "dossier/1", "licence": {"obtained_on": OLD}, "acts": acts}
    of_offence, of_letter = [
        row for row in movements_of(read_dossier(document), parse_day("2022-12-01")) if row.act in (3, 4)
    ]

    assert (1, -1) == (of_offence.offence, of_offence.ground)
    assert (-1, 2) == (of_letter.offence, of_letter.ground)


# --- The letter that a revision owes ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("points", "foreign", "letter"),
    [(6, False, "48SI"), (7, False, "48SI"), (5, False, "rectificatif"), (6, True, "interdiction")],
)
def test_the_end_of_a_suspended_withdrawal_owes_a_48si_when_nothing_is_left(
    points: int, foreign: bool, letter: str
) -> None:
    """A rectificatif while one point is; the ban for the holder of a foreign licence."""
    second = offence("b", "2022-05-10", "2022-06-01", points, "delit")
    suspended = on_day("withdrawal_suspended", "x", "2022-08-01", offence="b", to="2022-12-31")
    since = {"obtained_on": "2018-05-01", "foreign": True} if foreign else {}

    assert letter == told("2023-01-01", FALLEN[0], second, suspended, **since).movements[-1].letter


def test_a_withdrawal_annulled_owes_a_rectificatif_even_when_nothing_is_left() -> None:
    """The sum rises from minus one to zero."""
    third = offence("c", "2022-05-11", "2022-06-02", 1)
    annulled = on_day("withdrawal_annulled", "x", "2022-08-01", offence="c")
    life = told("2022-08-01", *FALLEN, third, annulled)

    assert ("rectificatif", 1, "zero") == (life.movements[-1].letter, life.movements[-1].points, life.status)
