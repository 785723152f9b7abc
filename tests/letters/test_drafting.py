from typing import Any

import pytest

from mespoints.law.days import day_of, parse_day
from mespoints.law.letters import LETTER_NAMES
from mespoints.law.results import Movement, Statement
from mespoints.law.statement import make_statement
from mespoints.letters.contents import Head, Letter, Letter46, Letter48, Letter48SI, Rectificatif
from mespoints.letters.drafting import DRAFTS, TEXTS_FROM, Owing, draft, draft_correction, owing_of
from mespoints.letters.refusals import LetterRefused
from mespoints.letters.wording import NUMBERS
from tests.law.lives import offence
from tests.letters.test_offences import dossier_of

DELITS = [
    offence("a", "2023-01-10", "2023-02-10", 6, "delit", final_by="condamnation"),
    offence("b", "2024-01-10", "2024-02-10", 6, "delit", final_by="condamnation"),
]


@pytest.fixture
def head(letters: dict[str, Letter]) -> Head:
    """The head of the samples, dated 25 April 2025."""
    return letters["48"].head


def last_owing(dossier: Any, on: str, letter: str) -> tuple[Movement, Statement]:
    """The last movement that owes a letter of this kind."""
    statement = make_statement(dossier, parse_day(on))
    return [movement for movement in statement.movements if movement.letter == letter][-1], statement


def test_every_letter_of_the_law_has_its_draft() -> None:
    """No kind is owed that cannot be written, and none is written that is never owed."""

    assert set(filter(None, LETTER_NAMES)) == set(DRAFTS) == {LETTER_NAMES[number] for number in NUMBERS.values()}


def test_a_withdrawal_tells_the_points_and_what_is_left(head: Head) -> None:
    """The letter 48 reads its movement: points taken, balance, ceiling."""
    dossier = dossier_of(offence("i1", "2025-02-14", "2025-03-31", 4, "c4"))
    letter = draft(owing_of(*last_owing(dossier, "2025-04-25", "48"), dossier), head)

    assert isinstance(letter, Letter48)
    assert (4, 8, 12) == (letter.offence.taken, letter.balance, letter.ceiling)


def test_the_end_of_a_clean_probation_is_told_as_such(head: Head) -> None:
    """A 46 may come without any withdrawal before: its reason says so."""
    dossier = dossier_of(obtained_on="2021-03-01")
    letter = draft(owing_of(*last_owing(dossier, "2025-04-25", "46"), dossier), head)

    assert isinstance(letter, Letter46)
    assert (2, 12) == (letter.points, letter.balance)
    assert "période probatoire se termine" in letter.because


def test_a_first_loss_waits_six_months(head: Head) -> None:
    """Art. L. 223-5, II."""
    dossier = dossier_of(*DELITS)
    letter = draft(owing_of(*last_owing(dossier, "2025-04-25", "48SI"), dossier), head)

    assert isinstance(letter, Letter48SI)
    assert 6 == letter.months_before_new_licence


def test_a_second_loss_within_five_years_waits_a_year(head: Head) -> None:
    """The fall of the licence before is in the dossier."""
    dossier = dossier_of(
        *DELITS,
        {"act": "lettre_48si", "id": "l", "notified_on": "2024-03-01"},
        {"act": "title_surrendered", "id": "t", "on": "2024-03-05"},
        {"act": "licence_obtained", "id": "n", "on": "2024-10-01"},
        offence("c", "2025-01-10", "2025-02-10", 6, "delit", final_by="condamnation"),
    )
    letter = draft(owing_of(*last_owing(dossier, "2025-04-25", "48SI"), dossier), head)

    assert isinstance(letter, Letter48SI)
    assert 12 == letter.months_before_new_licence
    assert 1 == len(letter.recap.withdrawals)


def test_the_register_may_owe_another_letter_than_the_law(head: Head) -> None:
    """A late fact made the sum fall: the correction owes the 48SI, which tells the last withdrawal that concurred."""
    dossier = dossier_of(*DELITS)
    movements = make_statement(dossier, parse_day("2025-04-25")).movements
    correction = movements[-1]._replace(cause="correction", offence=None, points=-3, letter="48SI")
    letter = draft(Owing("48SI", (*movements, correction._replace(signed_balance=-3)), dossier), head)

    assert isinstance(letter, Letter48SI)
    assert (day_of(2024, 1, 10), 6) == (letter.offence.committed_on, letter.offence.taken)
    assert (-3, -3) == (letter.recap.regained, letter.recap.signed_balance)


def test_an_annulled_withdrawal_tells_both_balances(head: Head) -> None:
    """Old, new, and why (reading D14)."""
    dossier = dossier_of(
        offence("i1", "2025-02-14", "2025-03-31", 4, "c4"),
        {"act": "withdrawal_annulled", "id": "x", "offence": "i1", "on": "2025-04-10"},
    )
    letter = draft(owing_of(*last_owing(dossier, "2025-04-25", "rectificatif"), dossier), head)

    assert isinstance(letter, Rectificatif)
    assert (8, 12, day_of(2025, 4, 10)) == (letter.old_balance, letter.new_balance, letter.on)
    assert "annulé" in letter.because


def test_a_correction_of_the_register_needs_its_reason(head: Head) -> None:
    """Balances below zero are shown as zero; an empty reason is refused."""
    on = day_of(2025, 4, 22)
    letter = draft_correction(on, -2, 5, "Un stage a été enregistré après coup.", head)

    assert (0, 5) == (letter.old_balance, letter.new_balance)
    with pytest.raises(LetterRefused, match="reason"):
        draft_correction(on, 3, 5, "", head)


def test_a_movement_that_owes_nothing_is_refused() -> None:
    """The first movement of a licence has no letter."""
    dossier = dossier_of()
    statement = make_statement(dossier, parse_day("2025-04-25"))

    with pytest.raises(LetterRefused, match="letter"):
        owing_of(statement.movements[0], statement, dossier)


@pytest.mark.parametrize("written_on", [day_of(2025, 4, 21), TEXTS_FROM - 1])
def test_a_letter_is_not_dated_before_what_it_tells(written_on: int, head: Head) -> None:
    """Neither before its movement, nor before the texts that it cites are in force."""
    dossier = dossier_of(offence("i1", "2025-02-14", "2025-03-31", 4, "c4", decided_on="2025-04-22"))
    owing = owing_of(*last_owing(dossier, "2025-04-25", "48"), dossier)

    with pytest.raises(LetterRefused, match="written_on"):
        draft(owing, head._replace(written_on=written_on))


@pytest.mark.parametrize("letter", ["46D", "46B"])
def test_points_back_need_the_name_of_their_offence(letter: str, head: Head) -> None:
    """Which points come back is part of what is told."""
    movement = Movement(day_of(2025, 4, 1), "one_point", 1, 12, 12, 12, None, "i1", ("L223-6",), letter, 16)
    act = offence("i1", "2024-09-03", "2024-10-01", 1, "c3")
    dossier = dossier_of({**act, "label": ""})

    with pytest.raises(LetterRefused, match="label"):
        draft(Owing(letter, (movement,), dossier), head)


def test_a_47_needs_its_stage(head: Head) -> None:
    """A movement that names no stage cannot be told as one."""
    dossier = dossier_of(offence("i1", "2024-09-03", "2024-10-01", 1, "c3"))
    movement = Movement(day_of(2025, 4, 1), "stage", 4, 12, 12, 12, "i1", None, ("L223-6",), "47", 21)

    with pytest.raises(LetterRefused, match="act"):
        draft(Owing("47", (movement,), dossier), head)
