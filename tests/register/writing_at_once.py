"""Many writers of the same licences: what they are given to write, and one of them."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

from mespoints.register.books import Book, Standing, open_books
from mespoints.register.durability import durable_transaction
from mespoints.register.ledger import Origin, append, append_acts
from mespoints.register.models import Account, Holder, Licence, Movement
from mespoints.register.writing import in_chunks, write_books

OBTAINED_ON = date(1996, 5, 6)
FIRST = date(2015, 1, 5)
RECORDED_ON = date(2026, 6, 30)
BATCH = 40
"""Licences that a writer opens at once: those of the others too."""

Payload = dict[str, Any]


def open_licences(count: int) -> list[int]:
    """So many licences without any act; their numbers."""
    licences = []
    for number in range(count):
        holder = Holder.objects.create(
            family_name="M",
            given_names=["C"],
            sex="male",
            birth_date="1975-04-02",
            birth_country="99100",
            address=["1"],
        )
        licences.append(
            Licence.objects.create(
                neph=f"{number:012}", holder=holder, obtained_on=OBTAINED_ON, probation="none", territory="metropole",
                recorded_on=date(2026, 6, 1),
            )
        )  # fmt: skip
    return [licence.pk for licence in licences]


def acts_of(writer: int, numbers: range) -> list[Payload]:
    """What one writer brings to each licence: offences of one point, a month apart, that nobody else brings."""
    acts = []
    for number in numbers:
        final_on = FIRST + timedelta(days=31 * number + writer)
        acts.append(
            {
                "act": "offence", "id": f"w{writer}-{number}", "class": "c3", "points": 1,
                "committed_on": (final_on - timedelta(days=5)).isoformat(), "final_on": final_on.isoformat(),
                "final_by": "paiement",
            }
        )  # fmt: skip
    return acts


def write_in_batches(pks: list[int], writer: int, numbers: range) -> None:
    """One act a licence and a transaction of many licences, each writer from another end of the list."""
    own = pks[writer:] + pks[:writer]
    for act in acts_of(writer, numbers):
        for chunk in in_chunks(own[::-1] if writer % 2 else own, BATCH):
            with durable_transaction():
                books = open_books(chunk)
                for book in books.values():
                    append(book, [act], Origin("test", "", RECORDED_ON))
                write_books(books.values())


def write_one_by_one(pks: list[int], writer: int, numbers: range) -> None:
    """One act, one licence, one transaction."""
    own = pks[writer:] + pks[:writer]
    for act in acts_of(writer, numbers):
        for pk in own:
            append_acts(Licence(pk=pk), [act], recorded_on=RECORDED_ON, source="test")


def standing_of_one_writer(pk: int, writers: int, numbers: range) -> Standing | None:
    """The account of a licence to which one writer brought everything, in memory."""
    with durable_transaction():
        opening = open_books([pk])[pk].opening
    book = Book(opening)
    for writer in range(writers):
        append(book, acts_of(writer, numbers), Origin("test", "", RECORDED_ON))
    return book.standing


def standings() -> set[Standing]:
    """The different accounts of the register."""
    rows = Account.objects.values_list("balance", "signed_balance", "ceiling", "status", "next_on")
    return {Standing(*rest, next_on.isoformat() if next_on else None) for *rest, next_on in rows}


def doubled() -> list[tuple[Any, ...]]:
    """The movements of the law that were posted twice: two of one day, cause and act; corrections apart."""
    posted = Movement.objects.filter(corrects=None).values_list("licence", "on", "cause", "act", "offence")
    return [row for row, times in Counter(posted).items() if times > 1]
