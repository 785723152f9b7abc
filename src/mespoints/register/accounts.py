"""The accounts, made again from the acts: they are derived, and nothing is lost if they are."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from mespoints.register.books import Book, Standing, open_books
from mespoints.register.durability import durable_transaction
from mespoints.register.ledger import fold
from mespoints.register.models import Account, Licence
from mespoints.register.posting import standing_of, unposted, what_was_posted
from mespoints.register.whole_files import licences_after
from mespoints.register.writing import write_accounts


class Rebuilt(NamedTuple):
    """How many accounts were made again, and how many of them differed from what was there."""

    accounts: int
    changed: int


def rebuild(on: date, progress: Callable[[int, int], None] | None = None) -> Rebuilt:
    """Make every account again as of the end of a day, a few hundred licences a transaction; nothing is posted.

    An account never goes beyond what was posted: where the nightly run is late, it says from which day it is due.
    ``progress`` is told how many licences are done, and how many there are. Raises AppendRefused for a file that the
    law refuses, which no append left so.
    """
    total = Licence.objects.count()
    done = changed = last = 0
    while pks := licences_after(last):
        with durable_transaction():
            changed += rebuild_some(pks, on)
        done, last = done + len(pks), pks[-1]
        if progress:
            progress(done, max(total, done))
    return Rebuilt(done, changed)


def rebuild_some(pks: list[int], on: date) -> int:
    """Make the accounts of these licences again, inside a transaction; how many differed."""
    books = open_books(pks)
    before = {row.pk: standing_kept(row) for row in Account.objects.filter(licence__in=pks)}
    changed = []
    for pk, book in books.items():
        if book.acts or book.movements:
            book.standing = standing_before(book, (on + timedelta(days=1)).isoformat())
            if book.standing != before.get(pk):
                changed.append(book)
    write_accounts(changed)
    return len(changed)


def standing_before(book: Book, end: str | None) -> Standing:
    """The account of a licence on the eve of a day, or for ever: what the law says, as far as it was posted.

    It begins on the last day that the book knows of, and goes from one day on which something could change to the
    next, until one brings a movement that is not posted. A day on which nothing had to be posted leaves no other
    trace than this.
    """
    day = book.known_on or book.opening.recorded_on
    dossier, statement = fold(book, [], date.fromisoformat(day))
    standing = standing_of(dossier, statement)
    while standing.next_on and (end is None or standing.next_on < end):
        dossier, statement = fold(book, [], date.fromisoformat(standing.next_on))
        if unposted(statement.movements, what_was_posted(book)):
            break
        standing = standing_of(dossier, statement)
    return standing


def standing_kept(row: Account) -> Standing:
    """An account as it is kept."""
    next_on = row.next_on.isoformat() if row.next_on else None
    return Standing(row.balance, row.signed_balance, row.ceiling, row.status, next_on)
