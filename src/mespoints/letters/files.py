"""The file behind an owed letter, as a run finds it: the book, the law on it today, the movement that owes it."""

from datetime import date
from typing import NamedTuple

from mespoints.law.acts import Dossier, Offence
from mespoints.law.days import iso
from mespoints.law.results import Movement
from mespoints.law.statement import movements_of, name_movement
from mespoints.register.books import Book, BookMovement
from mespoints.register.holders import DEATH, holder_of_book
from mespoints.register.ledger import fold, refuse_going_back
from mespoints.register.models import Holder
from mespoints.register.posting import CORRECTION, Key


class Owed(NamedTuple):
    """A row of the outbox: the movement that owes the letter, by its number, and which letter."""

    movement: int
    licence: int
    letter: str
    owed_on: date


class File(NamedTuple):
    """A licence on the day of a run: its book, its holder, its dossier, its movements and their sum by the law."""

    book: Book
    holder: Holder
    dossier: Dossier
    movements: tuple[Movement, ...]
    signed_balance: int


def open_file(book: Book, holder: Holder, on: date) -> File:
    """Fold a book on a day. Raises AppendRefused when the law says nothing of it, or the register is past that day."""
    refuse_going_back(book, on)
    return folded(book, holder, on)


def file_as_written(book: Book, holder: Holder, on: date, acts: int) -> File:
    """Fold a book on a past day as it stood then, when it held so many acts. Raises AppendRefused.

    The holder too: a letter written before their civil status was corrected bears the former one.
    """
    then = Book(book.opening, acts=book.acts[:acts], movements=book.movements)
    return folded(then, holder_of_book(then, holder), on)


def folded(book: Book, holder: Holder, on: date) -> File:
    """A book with the law on it on a day. Raises AppendRefused."""
    dossier, reckoning = fold(book, [], on)
    movements = tuple(name_movement(row, dossier) for row in movements_of(dossier, on.toordinal()))
    return File(book, holder, dossier, movements, reckoning.signed_balance)


def posted_movement(book: Book, number: int) -> BookMovement:
    """The movement of a book that has this number in the register."""
    return next(row for row in book.movements if row.pk == number)


def place_in_law(file: File, row: BookMovement) -> int | None:
    """The place of a posted movement in the statement; None when the law knows it no more.

    A correction that brought the sum to zero stands for the movement that the law sees falling.
    """
    if row.cause == CORRECTION:
        return place_of_fall(file.movements)
    names = {act.sequence: act.act_id for act in file.book.acts}
    wanted = key_in_book(row, names)
    before = [one for one in file.book.movements if one.sequence < row.sequence]
    same_before = sum(1 for one in before if key_in_book(one, names) == wanted)
    places = [
        place for place, one in enumerate(file.movements) if Key(iso(one.on), one.cause, one.act, one.offence) == wanted
    ]
    return places[same_before] if same_before < len(places) else None


def key_in_book(row: BookMovement, names: dict[int, str]) -> Key:
    """What a posted movement is recognised by; ``names``: the ids of the acts of its book, by their place."""
    return Key(row.on, row.cause, names.get(row.act), names.get(row.offence))


def place_of_fall(movements: tuple[Movement, ...]) -> int | None:
    """The place of the last movement that brought the sum from above zero to zero or below."""
    falls = [
        place
        for place, movement in enumerate(movements)
        if movement.signed_balance <= 0 < movement.signed_balance - movement.points
    ]
    return falls[-1] if falls else None


def offence_of(file: File, row: BookMovement) -> Offence | None:
    """The offence whose withdrawal a posted movement tells, in the dossier as it stands; None when there is none."""
    place = place_in_law(file, row)
    name = file.movements[place].offence if place is not None else None
    return next((act for act in file.dossier.acts if isinstance(act, Offence) and act.id == name), None)


def offence_named(book: Book, row: BookMovement) -> str | None:
    """The id of the offence that a posted movement names, or whose withdrawal the movement is."""
    names = {act.sequence: act for act in book.acts}
    act = names.get(row.offence) or names.get(row.act)
    return act.act_id if act is not None and act.kind == "offence" else None


def has_died(file: File) -> bool:
    """Whether the holder is known to have died."""
    return has_died_in(file.book, file.holder)


def has_died_in(book: Book, holder: Holder) -> bool:
    """Whether the holder is known to have died: intake may say it of the holder, or as an act of the file."""
    return holder.deceased_on is not None or any(act.kind == DEATH for act in book.latest_acts.values())
