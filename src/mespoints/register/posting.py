"""What the law now says against what was posted: the difference is added, nothing is taken away."""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from mespoints.law.acts import Act, Dossier, FrenchLicence
from mespoints.law.days import iso
from mespoints.law.letters import LETTER_NAMES, letter_of_fall
from mespoints.law.reckoning import Entry, Reckoning
from mespoints.register.books import Book, BookMovement, Standing
from mespoints.register.chain import link

CORRECTION = "correction"
CARRIED_OVER = "carried_over"
CARRIED_BY_ERASURE = "effacement-"
"""How the name of an act begins by which an erasure carries a balance over; no feed may use it."""
NO_REASON_OF_LAW = 0
"""The ground of a correction of what the law no longer knows: facts learned late, not a rule."""


class Key(NamedTuple):
    """What a movement is recognised by, in the law as in what was posted. Not its points: they may be corrected."""

    on: str
    cause: str
    act: str | None
    offence: str | None


class Posted(NamedTuple):
    """What a licence was posted so far: how often each movement, its points with their corrections, its first row.

    ``erased_before``: the day before which an erasure closed the file; what was posted then stands as it is.
    """

    times: Counter[Key]
    points: Counter[Key]
    first: dict[Key, int]
    erased_before: str = ""


def post_difference(book: Book, dossier: Dossier, statement: Reckoning, cause: int) -> int:
    """Post the movements that are new, then a correction of each that late facts have changed.

    ``cause``: the place in the book of the act that brought the difference, 0 for none. The signed sum of what is
    posted is then the signed balance of the statement. Returns the number of rows added.
    """
    on, before = iso(statement.on), len(book.movements)
    places = {act.act_id: act.sequence for act in book.acts}
    # A licence that was posted nothing, as whole registers bring them by millions, has nothing to be compared with.
    posted = what_was_posted(book) if before else None
    new = unposted(statement.movements, posted) if posted else statement.movements
    for movement in new:
        add(book, row_of(movement, places, on))
    for correction in corrections(statement, posted, new, cause, on) if posted else ():
        add(book, correction)
    owe_the_letter_of_a_fall(book, before, dossier, statement)
    chain_from(book, before)
    return len(book.movements) - before


def key_of(movement: Entry) -> Key:
    """The key of a movement of the law."""
    return Key(iso(movement.on), movement.cause, movement.act, movement.offence)


def names_of(book: Book) -> list[str | None]:
    """The acts of the book by their place in it, from 1."""
    return [None, *[act.act_id for act in book.acts]]


def key_of_row(row: BookMovement, names: list[str | None]) -> Key:
    """The key of a movement of the book; a correction has one too, which no movement of the law has."""
    return Key(row.on, row.cause, names[row.act], names[row.offence])


def what_was_posted(book: Book) -> Posted:
    """Read the movements of the book; a correction counts for the movement that it corrects."""
    names = names_of(book)
    keys: dict[int, Key] = {}
    posted = Posted(Counter(), Counter(), {}, erased_before(book))
    for row in book.movements:
        key = keys[row.corrects] if row.corrects else key_of_row(row, names)
        keys[row.sequence] = key
        if is_closed(key, posted.erased_before):
            continue
        if not row.corrects:
            posted.times[key] += 1
            posted.first.setdefault(key, row.sequence)
        posted.points[key] += row.points
    return posted


def erased_before(book: Book) -> str:
    """The day of the last balance that an erasure carried over (see ``erasing``); empty without one."""
    carried = [act.payload for act in book.acts if act.act_id.startswith(CARRIED_BY_ERASURE)]
    return max([str(payload["on"]) for payload in carried if payload], default="")


def is_closed(key: Key, erased_before: str) -> bool:
    """Whether a movement is one that the law can no longer tell: before an erasure's balance, or that balance."""
    return key.on < erased_before or (key.on == erased_before and key.cause == CARRIED_OVER)


def unposted(movements: Iterable[Entry], posted: Posted) -> list[Entry]:
    """The movements that are not posted yet, in order."""
    left = posted.times.copy()
    new = []
    for movement in movements:
        key = key_of(movement)
        if left[key]:
            left[key] -= 1
        elif not is_closed(key, posted.erased_before):
            new.append(movement)
    return new


def corrections(statement: Reckoning, before: Posted, new: Iterable[Entry], cause: int, on: str) -> list[BookMovement]:
    """A row for each movement posted earlier whose points are no longer those of the law (D14: rectificatif).

    ``new``: the movements that are posted with them.
    """
    points = before.points.copy()
    for movement in new:
        points[key_of(movement)] += movement.points
    of_law: Counter[Key] = Counter()
    reasons: dict[Key, int] = {}
    for movement in statement.movements:
        key = key_of(movement)
        of_law[key] += movement.points
        reasons[key] = movement.reason
    return [
        BookMovement(
            pk=0, sequence=0, act=cause, offence=0, corrects=first, on=on, cause=CORRECTION,
            points=of_law[key] - points[key], posted_on=on, link="", letter="rectificatif",
            reason=reasons.get(key, NO_REASON_OF_LAW),
        )
        for key, first in before.first.items()
        if of_law[key] != points[key]
    ]  # fmt: skip


def row_of(movement: Entry, places: dict[str, int], posted_on: str) -> BookMovement:
    """The row of a movement of the law; ``add`` gives it its place and its balances."""
    return BookMovement(
        pk=0, sequence=0, act=places[movement.act] if movement.act else 0,
        offence=places[movement.offence] if movement.offence else 0, corrects=0, on=iso(movement.on),
        cause=movement.cause, points=movement.points, posted_on=posted_on, link="", letter=movement.letter or "",
        reason=movement.reason,
    )  # fmt: skip


def add(book: Book, row: BookMovement) -> None:
    """Put a row at the end of the book, with the balance that it leaves."""
    book.total += row.points
    row.sequence = len(book.movements) + 1
    row.signed_balance = book.total
    row.balance = max(book.total, 0)
    book.movements.append(row)


def owe_the_letter_of_a_fall(book: Book, before: int, dossier: Dossier, statement: Reckoning) -> None:
    """What brings the sum to zero for good owes the 48SI, even a fact learned late (art. R. 223-3, III; D14).

    In the life that the law sees, another movement may be the one that falls: it was posted with another letter, and
    what was posted is never edited. Nothing more is owed when a row posted with this one bears the letter of this fall.
    """
    if statement.status != "zero":
        return
    letter = LETTER_NAMES[letter_of_fall(is_foreign(dossier))] or ""
    falls = (row for row in reversed(book.movements) if row.signed_balance <= 0 < row.signed_balance - row.points)
    fall, new, names, owing = next(falls, None), book.movements[before:], names_of(book), last_fall(statement)
    if fall in new and not any(row.letter == letter for row in new if key_of_row(row, names) in owing):
        fall.letter = letter


def last_fall(statement: Reckoning) -> set[Key]:
    """The movements of the law since the sum was last above zero."""
    total, keys = statement.signed_balance, set()
    for movement in reversed(statement.movements):
        if total > 0:
            break
        keys.add(key_of(movement))
        total -= movement.points
    return keys


def is_foreign(dossier: Dossier) -> bool:
    """Whether the licence held is one of another State: it opened as such, and no French one followed."""
    return dossier.licence.foreign and not any(isinstance(act, FrenchLicence) for act in dossier.acts)


def chain_from(book: Book, before: int) -> None:
    """Chain the rows added after the first ``before``."""
    previous = book.movements[before - 1].link if before else book.opening.link
    for row in book.movements[before:]:
        row.link = previous = movement_link(previous, row)


def movement_link(previous: str, row: BookMovement) -> str:
    """The link of a movement: everything that its row says."""
    return link(
        previous, row.sequence, row.act, row.offence, row.corrects, row.on, row.cause, row.points, row.balance,
        row.signed_balance, row.letter, row.reason, row.posted_on,
    )  # fmt: skip


def standing_of(dossier: Dossier, statement: Reckoning) -> Standing:
    """The account of a licence from its statement."""
    next_on = next_change(dossier, statement)
    return Standing(statement.balance, statement.signed_balance, statement.ceiling, statement.status, next_on)


def next_change(dossier: Dossier, statement: Reckoning) -> str | None:
    """The first day after the statement on which the account may change without a new act, or None.

    Every day that an act names counts, and the day after it, when a stage takes effect and a suspension is over.
    A day too many costs the nightly run one look; a day too few would leave an account stale.
    """
    on = statement.on
    coming = [max(day, on + 1) for act in dossier.acts for day in days_of(act) if day >= on]
    coming += [movement.on for movement in statement.next[:1] if movement.on > on]
    return iso(min(coming)) if coming else None


def days_of(act: Act) -> list[int]:
    """The days that an act names."""
    values = [getattr(act, name) for name in names_of_days(act._fields)]
    return [value for value in values if value is not None]


@cache
def names_of_days(fields: tuple[str, ...]) -> list[str]:
    """Those of the fields of an act that hold days."""
    return [name for name in fields if name == "on" or name.endswith("_on")]
