"""The register replayed and compared with what it posted, licence by licence: another engine, the same law.

Where ``mespoints verify`` follows the chain and folds each file once more, this folds the columns of many at once.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from mespoints.law import kinds
from mespoints.law.days import NEVER, parse_day
from mespoints.law.reading import read_dossier
from mespoints.national.batch import Engine
from mespoints.national.columns import OPENING_ACT, Fact, columns_of, facts_of
from mespoints.national.plain import question
from mespoints.register.books import Book
from mespoints.register.ledger import payloads_of
from mespoints.register.whole_files import licences_after, one_moment, read_whole_files

LICENCES_AT_ONCE = 5000
POINTS = ("balance", "signed_balance", "ceiling", "status")
"""What an account and a replay both say."""


class Difference(NamedTuple):
    """A licence, by its number in the register, on which the replay and the register do not agree. ``point``: one of
    ``POINTS``, or « posted » for the sum of the movements."""

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
    """Replay every licence of the register as of a day, and compare it with its account and with what was posted."""
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
    acts = columns_of((book.opening.pk, facts_of_book(book)) for book in books)
    answers = engine.answer(acts, question(on.toordinal(), NEVER, strict=False)).balances.to_pylist()
    for book, answer in zip(books, answers, strict=True):
        for point in POINTS:
            found, expected = getattr(book.account, point), answer[point]
            if found != expected:
                yield Difference(book.opening.pk, point, str(found), str(expected))
        if book.opening.pk not in erased and book.total != answer["signed_balance"]:
            yield Difference(book.opening.pk, "posted", str(book.total), str(answer["signed_balance"]))


def facts_of_book(book: Book) -> list[Fact]:
    """The rows of a licence, each with the day on which the register learned it."""
    dossier = read_dossier(book.opening.document(payloads_of(book, [])))
    learned = {name: parse_day(act.recorded_on) for name, act in book.latest_acts.items()}
    facts = facts_of(dossier, parse_day(book.opening.recorded_on))
    places = [fact.row.group if fact.row.kind == kinds.END_OF_BAN else fact.row.act for fact in facts]
    return [
        fact if place == OPENING_ACT else fact._replace(recorded_on=learned[dossier.acts[place].id])
        for fact, place in zip(facts, places, strict=True)
    ]
