"""What waits for a person, and what a person decides: of a letter whose receipts do not agree, or came too late."""

from datetime import date

from django.db.models import QuerySet

from mespoints.letters.conclusions import keep, notify
from mespoints.letters.models import NOT_NOTIFIED, TO_EXAMINE, Sending, Step
from mespoints.register.books import open_books
from mespoints.register.durability import durable_transaction
from mespoints.register.writing import write_books


class NothingToDecide(Exception):
    """The letter does not wait for anybody; the message says so, in French."""


def letters_to_examine() -> QuerySet[Sending]:
    """The sendings that wait for a person, the oldest first."""
    return Sending.objects.filter(outcome=TO_EXAMINE).select_related("owed__licence").order_by("pk")


def late_receipts() -> QuerySet[Step]:
    """What the post said too late, or of a letter that is not known: nothing moved, and a person has to know."""
    return Step.objects.filter(kind=TO_EXAMINE).exclude(sending__outcome=TO_EXAMINE).order_by("pk")


def decide_by_hand(reference: str, notified_on: date | None, *, by: str, why: str, on: date) -> str:
    """Say that a letter was notified on a day, or (None) that it was not: it is then sent again. The outcome.

    ``by``: the agent; ``why``: what they found, in French, without personal data. Raises NothingToDecide.
    """
    with durable_transaction():
        licence = Sending.objects.values_list("owed__licence", flat=True).get(reference=reference)
        book = open_books([licence])[licence]
        sending = Sending.objects.select_related("owed").get(reference=reference)
        if sending.outcome != TO_EXAMINE:
            raise NothingToDecide(f"la lettre {reference} n'attend aucune décision")
        if notified_on is None:
            outcome = keep(sending, book, on, NOT_NOTIFIED, why, by=by)
        else:
            outcome = notify(sending, book, notified_on, on, why, by)
        write_books([book])
    return outcome
