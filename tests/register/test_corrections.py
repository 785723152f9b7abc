"""What late facts change is corrected by adding: random lives, learned in every order."""

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from mespoints.law.reckoning import Reckoning
from mespoints.register.accounts import rebuild, standing_before
from mespoints.register.books import Book, BookMovement, open_books
from mespoints.register.file_checks import broken_in
from mespoints.register.ledger import fold
from mespoints.register.models import Account, Licence
from mespoints.register.posting import CORRECTION, key_of, what_was_posted
from mespoints.register.verification import verify
from mespoints.register.whole_files import WholeFile
from mespoints.register.writing import write_books
from tests.register.lives import Step, Told, events_of, learn, open_book, random_life

LIVES = range(200)
FALLS = ("48SI", "interdiction")


def crossing(rows: list[BookMovement]) -> BookMovement | None:
    """The row by which the sum came to zero or below for the last time, if it is still there."""
    if not rows or rows[-1].signed_balance > 0:
        return None
    return next(row for row in reversed(rows) if row.signed_balance - row.points > 0)


def letters_of_law(statement: Reckoning) -> Counter[tuple[object, str]]:
    """The letters of falls that the law itself gives, by movement."""
    return Counter((key_of(row), row.letter) for row in statement.movements if row.letter in FALLS)


def check_rows(step: Step, book: Book) -> None:
    """What was posted stays as it was; what is added follows."""
    new = book.movements[len(step.rows) :]

    assert step.rows == book.movements[: len(step.rows)]
    assert all(row.posted_on == step.on.isoformat() for row in new)
    assert step.total + sum(row.points for row in new) == book.total


def check_corrections(step: Step, book: Book, statement: Reckoning) -> None:
    """One at most for each movement, which it names; its reason is that of the law, or none."""
    new = book.movements[len(step.rows) :]
    keys = {
        row.sequence: key
        for key, first in what_was_posted(book).first.items()
        for row in book.movements
        if row.sequence == first
    }
    reasons = {key_of(row): row.reason for row in statement.movements}
    corrections = [row for row in new if row.cause == CORRECTION]

    assert all(row.corrects == 0 for row in new if row.cause != CORRECTION)
    assert all(count == 1 for count in Counter(row.corrects for row in corrections).values())
    for row in corrections:
        assert 0 < row.corrects <= len(step.rows)
        assert row.points != 0
        assert row.letter == "rectificatif" or row.letter in FALLS
        assert reasons.get(keys[row.corrects], 0) == row.reason


def check_falls(step: Step, book: Book, statement: Reckoning) -> None:
    """A fall to zero owes its letter, once; and only a fall owes one that the law does not give."""
    new = book.movements[len(step.rows) :]
    posted, known = what_was_posted(book), letters_of_law(statement)
    names = {first: key for key, first in posted.first.items()}
    added = [row for row in new if row.letter in FALLS and not known[(names.get(row.sequence), row.letter)]]
    fell = crossing(book.movements)
    if statement.status == "zero" and fell in new:
        assert any(row.letter in FALLS for row in new)
        assert added in ([], [fell])
    else:
        assert [] == added


@pytest.mark.parametrize("seed", LIVES)
def test_a_life_learned_in_any_order(seed: int) -> None:
    """After each step the sum posted is that of the law, the account that of a fold, and nothing was edited."""
    dossier = random_life(seed)
    book = open_book(dossier)
    for step in learn(book, events_of(seed, dossier)):
        _dossier, statement = fold(book, [], step.on)
        check_rows(step, book)
        check_corrections(step, book, statement)
        check_falls(step, book, statement)

        assert statement.signed_balance == book.total
        assert standing_before(book, (step.on + timedelta(days=1)).isoformat()) == book.standing
    letters = {row.pk: (row.letter, row.posted_on) for row in number(book) if row.letter}
    file = WholeFile(book, letters=letters, account=book.standing)

    assert [] == list(broken_in(file))


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(12))
def test_a_life_learned_by_the_database(seed: int, licence: Licence) -> None:
    """The same, written at each step: the register is whole, and a rebuild changes nothing."""
    dossier = random_life(seed)
    Licence.objects.update(**fields_of(dossier))
    book = open_books([licence.pk])[licence.pk]
    for step in learn(book, events_of(seed, dossier)):
        write_books([book])
        rebuilt = rebuild(step.on)

        assert verify().broken is None
        assert 0 == rebuilt.changed
    Account.objects.update(balance=99, next_on=None)
    rebuilt = rebuild(step.on)

    assert (1, 1) == rebuilt
    assert verify().broken is None


def fields_of(dossier: Told) -> dict[str, Any]:
    """The opening of a life as the columns of a licence."""
    opening = open_book(dossier).opening
    return {
        name: getattr(opening, name) for name in ("obtained_on", "probation", "territory", "foreign", "recorded_on")
    }


def number(book: Book) -> list[BookMovement]:
    """The rows with the numbers that a table would give them."""
    for row in book.movements:
        row.pk = row.sequence
    return book.movements
