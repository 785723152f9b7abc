"""The contents of the documents, out of the register and the lives of the letters that their asker brings."""

from datetime import date

from mespoints.letters import models
from mespoints.letters.timeline import Attempt, Happened, LetterLife
from mespoints.records.assembling import NOT_NOTIFIED, letter_of, letters_of

OWED_ON, RETURNED_ON = date(2026, 3, 5), date(2026, 3, 20)


def life(owed_on: date = OWED_ON) -> LetterLife:
    """A letter 48N that left on the day it was owed, and came back."""
    attempt = Attempt(
        "M1-1", "48N", "registered", (), "declared", OWED_ON, 2, "0" * 64, models.NOT_NOTIFIED, None
    )  # fmt: skip
    steps = (
        Happened(OWED_ON, "dispatched", "M1-1", OWED_ON, "", "", ""),
        Happened(RETURNED_ON, "npai", "M1-1", RETURNED_ON, "", "", ""),
    )
    return LetterLife(
        letter="48N", movement=1, moved_on=owed_on, points=-3, owed_on=owed_on, done_on=None, attempts=(attempt,),
        steps=steps, notified_on=None, compte=None, remedy=None, act="",
    )  # fmt: skip


def test_the_word_of_a_letter_that_failed_is_that_of_the_letters() -> None:
    """Neighbours that cannot import each other say the same word."""
    assert models.NOT_NOTIFIED == NOT_NOTIFIED


def test_a_letter_is_told_as_it_was_known() -> None:
    """What the register learned later is left out; a letter that came back is said to be lost to its reader."""
    before, after = letter_of(life(), RETURNED_ON.replace(day=19)), letter_of(life(), RETURNED_ON)

    assert [("dispatched", OWED_ON)] == list(before.steps)
    assert ("npai", RETURNED_ON) == after.steps[-1]
    assert after.is_lost


def test_the_oldest_letter_comes_first_and_one_owed_later_not_at_all() -> None:
    """The lives come the latest first, as the page of the letters lists them."""
    lives = [life(date(2026, 5, 1)), life(date(2026, 4, 1)), life()]

    assert 2 == len(letters_of(lives, date(2026, 4, 30)))
