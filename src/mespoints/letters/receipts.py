"""The post's receipts: acts ``letter_receipt`` of the register become steps of their letters, and move the law.

Each receipt is taken once, whenever it comes. What the receipts of a registered letter amount to is asked of
``law.notification``; a notified 48SI, 48N or ban becomes an act of its licence, in the transaction that found it so.
"""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date

from django.db import connection

from mespoints.letters.conclusions import conclude
from mespoints.letters.models import Sending, Step
from mespoints.letters.outbox import holders_of
from mespoints.letters.steps import TO_EXAMINE
from mespoints.register.books import Book, BookAct, open_books
from mespoints.register.durability import durable_transaction
from mespoints.register.models import Holder
from mespoints.register.writing import write_books

CHUNK = 500
UNKNOWN_LETTER = "unknown_letter"
LONGEST_TRACKING = 60

NEW = """
SELECT a.licence_id, a.id FROM register_act a
WHERE a.kind = 'letter_receipt' AND a.recorded_on <= %s AND a.id > %s
AND NOT EXISTS (SELECT 1 FROM letters_step s WHERE s.act_id = a.id)
ORDER BY a.id LIMIT %s
"""


@dataclass
class Mail:
    """What the receipts of a run brought. ``events``: by kind; ``outcomes``: of letters, by kind of step.

    ``unanswered``: why the carrier could not be asked for its own, if it could not.
    """

    on: date
    events: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    unanswered: str = ""


def take_receipts(on: date, *, size: int = CHUNK, tell: Callable[[Mail], None] | None = None) -> Mail:
    """Take the receipts that the register holds on a day and that were not taken yet; ``tell`` after each chunk."""
    mail = Mail(on)
    after = 0
    while (last := take_chunk(mail, after, size)) is not None:
        after = last
        if tell is not None:
            tell(mail)
    return mail


def take_chunk(mail: Mail, after: int, size: int) -> int | None:
    """Take the next receipts, in one transaction; the number of the last act, None when there were none left.

    ``after``: the act where the chunk before ended, so that those taken for years are not gone through at each chunk.
    """
    with durable_transaction():
        with connection.cursor() as cursor:
            cursor.execute(NEW, [mail.on, after, size])
            found = cursor.fetchall()
        licences = {licence for licence, _ in found}
        books, holders = open_books(licences), holders_of(licences)
        numbers = still_new({act for _, act in found})
        for licence in sorted(licences):
            receipts = [act for act in books[licence].acts if act.pk in numbers]
            take_of_licence(mail, books[licence], holders[licence], receipts)
        write_books(books.values())
    return found[-1][1] if found else None


def still_new(numbers: Collection[int]) -> set[int]:
    """Of these receipts, those that no other run has taken while this one waited for their licences."""
    taken = Step.objects.filter(act__in=numbers).values_list("act_id", flat=True)
    return set(numbers).difference(taken)


def take_of_licence(mail: Mail, book: Book, holder: Holder, receipts: Collection[BookAct]) -> None:
    """Write the steps of these receipts of one licence, then weigh each letter that they name."""
    sendings = sendings_named(book, receipts)
    steps = []
    for act in receipts:
        payload = act.payload
        sending = sendings.get(payload.get("letter", ""))
        steps.append(step_of(mail, book, act, sending))
        mail.events[steps[-1].kind] += 1
    Step.objects.bulk_create(steps)
    for sending in sendings.values():
        outcome = conclude(sending, book, holder, mail.on)
        if outcome is not None:
            mail.outcomes[outcome] += 1


def sendings_named(book: Book, receipts: Collection[BookAct]) -> dict[str, Sending]:
    """The letters of this licence that the receipts name, by reference."""
    names = {act.payload.get("letter", "") for act in receipts}
    rows = Sending.objects.filter(reference__in=names, owed__licence=book.opening.pk).select_related("owed")
    return {sending.reference: sending for sending in rows}


def step_of(mail: Mail, book: Book, act: BookAct, sending: Sending | None) -> Step:
    """The step of a receipt; when no letter of this licence has its reference, a person has to look."""
    payload = act.payload
    return Step(
        licence_id=book.opening.pk, owed_id=sending.owed_id if sending else None, sending=sending, act_id=act.pk,
        kind=payload.get("event", TO_EXAMINE) if sending else TO_EXAMINE, on=payload.get("on", act.recorded_on),
        recorded_on=mail.on, why="" if sending else UNKNOWN_LETTER,
        tracking=payload.get("tracking", "")[:LONGEST_TRACKING],
    )  # fmt: skip
