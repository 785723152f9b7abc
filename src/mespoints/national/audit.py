"""The register replayed and compared with what it posted, licence by licence: another engine, the same law.

Where ``mespoints verify`` follows the chain and folds each file once more, this folds the columns of many at once.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from mespoints.law.causes import CAUSE_NAMES
from mespoints.law.days import NEVER, iso
from mespoints.national.batch import Engine
from mespoints.national.columns import columns_of
from mespoints.national.plain import question
from mespoints.national.register_acts import facts_of_known
from mespoints.register.books import Book
from mespoints.register.facts import Known, Learned
from mespoints.register.ledger import payloads_of
from mespoints.register.posting import Key, what_was_posted
from mespoints.register.whole_files import licences_after, one_moment, read_whole_files

LICENCES_AT_ONCE = 5000
ABSENT = "absent"
POINTS = ("balance", "signed_balance", "ceiling", "status")
"""What an account and a replay both say."""


class Difference(NamedTuple):
    """A licence, by its number in the register, on which the replay and the register do not agree. ``point``: one of
    ``POINTS``, or the day and the cause of a movement, which is « absent » where only the other side has it."""

    licence: int
    point: str
    found: str
    expected: str


class Audited(NamedTuple):
    """``licences``: those compared. ``waiting``: those that the nightly run, or a day to come, has still to settle:
    their account does not hold for the day asked."""

    licences: int
    waiting: int
    differences: tuple[Difference, ...]


def audit(on: date, engine: Engine, tell: Callable[[int], None] | None = None) -> Audited:
    """Replay every licence of the register as of a day; compare it with its account and each of its movements."""
    done, waiting, last = 0, 0, 0
    found: list[Difference] = []
    while pks := licences_after(last, LICENCES_AT_ONCE):
        with one_moment():
            files = read_whole_files(pks)
        books = [file.book for file in files if file.account is not None]
        accounts = {file.book.opening.pk: file.account for file in files}
        for book in books:
            book.account = accounts[book.opening.pk]
        settled = [book for book in books if is_settled(book, on)]
        erased = {file.book.opening.pk for file in files if file.erased}
        found += differences(settled, erased, on, engine)
        done, waiting, last = done + len(settled), waiting + len(books) - len(settled), pks[-1]
        if tell is not None:
            tell(done + waiting)
    return Audited(done, waiting, tuple(found))


def is_settled(book: Book, on: date) -> bool:
    """Whether the account holds for a day: nothing was learned after it, and nothing is due up to it."""
    assert book.account is not None
    next_on = book.account.next_on
    return book.known_on <= on.isoformat() and (next_on is None or next_on > on.isoformat())


def differences(books: Sequence[Book], erased: set[int], on: date, engine: Engine) -> Iterator[Difference]:
    """Where the replay of some licences is not their account.

    Once payloads were erased the law no longer knows what was posted for them: the account alone is compared.
    """
    known = [known_of(book) for book in books]
    acts = columns_of((one.pk, facts_of_known(one)) for one in known)
    folded = engine.answer(acts, question(on.toordinal(), NEVER, strict=False), movements=True)
    moved: dict[int, list[dict[str, int]]] = {}
    for row in folded.movements.to_pylist():
        moved.setdefault(row["licence"], []).append(row)
    for book, one, answer in zip(books, known, folded.balances.to_pylist(), strict=True):
        for point in POINTS:
            found, expected = getattr(book.account, point), answer[point]
            if found != expected:
                yield Difference(book.opening.pk, point, str(found), str(expected))
        if book.opening.pk not in erased:
            yield from movements_that_differ(book, one, moved.get(one.pk, []))


def movements_that_differ(book: Book, known: Known, moved: Sequence[dict[str, int]]) -> Iterator[Difference]:
    """Every movement by its day, its cause, its act and its offence: posted as often as the law gives it, and with its
    corrections as many points. What late facts have undone was posted all the same: its points come to nothing."""
    names = [*(str(act.payload["id"]) for act in known.acts), None]  # the place of number -1 is -1
    posted = what_was_posted(book)
    times: Counter[Key] = Counter()
    points: Counter[Key] = Counter()
    for row in moved:
        key = Key(iso(row["day"]), CAUSE_NAMES[row["cause"]], names[row["act"]], names[row["offence"]])
        times[key] += 1
        points[key] += row["points"]
    for key in sorted({*times, *posted.times}, key=str):
        is_there = times[key] <= posted.times[key]
        if not is_there or points[key] != posted.points[key]:
            found = str(posted.points[key]) if is_there else ABSENT
            expected = str(points[key]) if times[key] else ABSENT
            yield Difference(book.opening.pk, f"{key.on} {key.cause}", found, expected)


def known_of(book: Book) -> Known:
    """What the law reads of a book."""
    learned = book.latest_acts
    acts = [Learned(payload, learned[payload["id"]].recorded_on) for payload in payloads_of(book, [])]
    pk, _, obtained_on, probation, territory, foreign, recorded_on = book.opening
    return Known(pk, obtained_on, probation, territory, foreign, recorded_on, acts)
