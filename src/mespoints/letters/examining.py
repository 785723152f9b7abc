"""What waits for a person, and what a person decides: of a letter whose receipts do not agree, or came too late."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from mespoints.law.notification import EVENTS
from mespoints.letters.conclusions import LATE, keep, notify
from mespoints.letters.models import NOT_NOTIFIED, TO_EXAMINE, Sending, Step
from mespoints.letters.receipts import UNKNOWN_LETTER
from mespoints.letters.steps import DEPOSITED, DISPATCHED, PUT_ASIDE, SEEN, STOPPED
from mespoints.register.books import open_books
from mespoints.register.durability import durable_transaction
from mespoints.register.writing import write_books


class NothingToDecide(Exception):
    """Nothing waits under that name, or not for that; the message says so, in French."""


class Waiting(NamedTuple):
    """What waits for a person. ``licence``: the number of its row in the register; ``step``: that of the step that
    says ``why``, a word or a French sentence, on the day ``since``.

    ``reference``: of the sending, empty when none is concerned. ``events``: all that the post has said of it.
    """

    licence: int
    step: int
    since: date
    reference: str
    letter: str
    why: str
    events: tuple[tuple[date, str], ...]


def letters_to_examine() -> QuerySet[Sending]:
    """The sendings that wait for a person, the oldest first."""
    return Sending.objects.filter(outcome=TO_EXAMINE).select_related("owed__licence").order_by("pk")


def steps_to_decide() -> QuerySet[Step]:
    """For each of these sendings, the step that says why it waits, the oldest first."""
    later = Step.objects.filter(sending=OuterRef("sending"), kind=TO_EXAMINE, pk__gt=OuterRef("pk"))
    steps = Step.objects.filter(kind=TO_EXAMINE, sending__outcome=TO_EXAMINE)
    return steps.filter(~Exists(later)).order_by("pk")


def late_receipts() -> QuerySet[Step]:
    """What the post said too late, or of a letter that is not known: nothing moved, and a person has to know.

    What an agent has seen is not there any more.
    """
    return Step.objects.filter(kind=TO_EXAMINE, why__in=(LATE, UNKNOWN_LETTER), answer=None).order_by("pk")


def letters_put_aside() -> QuerySet[Step]:
    """Why each letter that cannot leave was put aside; it leaves by itself once that is mended."""
    later = Step.objects.filter(
        owed=OuterRef("owed"), kind__in=(PUT_ASIDE, DISPATCHED, DEPOSITED, STOPPED), pk__gt=OuterRef("pk")
    )
    return Step.objects.filter(~Exists(later), kind=PUT_ASIDE, owed__done_on=None).order_by("pk")


def told(steps: QuerySet[Step]) -> list[Waiting]:
    """These steps as values, each with all that the post has said of its sending."""
    rows = list(steps.select_related("sending", "owed"))
    events = events_of({row.sending_id for row in rows if row.sending_id is not None})
    return [
        Waiting(
            row.licence_id, row.pk, row.recorded_on, row.sending.reference if row.sending else "",
            row.owed.letter if row.owed else "", row.why, tuple(events.get(row.sending_id, ())),
        )
        for row in rows
    ]  # fmt: skip


def events_of(sendings: Iterable[int]) -> dict[int | None, list[tuple[date, str]]]:
    """What the post has said of these sendings, in the order of the days."""
    found: dict[int | None, list[tuple[date, str]]] = {}
    for step in Step.objects.filter(sending__in=set(sendings), kind__in=EVENTS).order_by("on", "pk"):
        found.setdefault(step.sending_id, []).append((step.on, step.kind))
    return found


def decide_by_hand(reference: str, notified_on: date | None, *, by: str, why: str, on: date) -> str:
    """Say that a letter was notified on a day, or (None) that it was not: it is then sent again. The outcome.

    ``by``: the agent; ``why``: what they found, in French, without personal data. Raises NothingToDecide.
    """
    with durable_transaction():
        licence = Sending.objects.filter(reference=reference).values_list("owed__licence", flat=True).first()
        if licence is None:
            raise NothingToDecide(f"aucune lettre ne porte la référence « {reference} »")
        book = open_books([licence])[licence]
        sending = Sending.objects.select_related("owed", "batch").get(reference=reference)
        if sending.outcome != TO_EXAMINE:
            raise NothingToDecide(f"la lettre {reference} n'attend aucune décision")
        if notified_on is None:
            outcome = keep(sending, book, on, NOT_NOTIFIED, why, by=by)
        else:
            refuse_day(sending, notified_on, on)
            outcome = notify(sending, book, notified_on, on, why, by)
        write_books([book])
    return outcome


def refuse_day(sending: Sending, notified_on: date, on: date) -> None:
    """A letter is notified after it was produced, and not in days to come. Raises NothingToDecide."""
    assert sending.batch is not None, "nobody examines a letter that was deposited"
    first = sending.batch.production_on
    if not first <= notified_on <= on:
        raise NothingToDecide(
            f"notifiée le {notified_on.isoformat()} : un jour du {first.isoformat()} au {on.isoformat()} est attendu"
        )


def say_seen(number: int, *, by: str, why: str, on: date) -> None:
    """An agent has looked into a receipt that came too late, or of a letter that is not known: nothing moves.

    ``number``: of its step; ``by`` and ``why`` as for ``decide_by_hand``. Raises NothingToDecide.
    """
    with durable_transaction():
        step = late_receipts().filter(pk=number).first()
        if step is None:
            raise NothingToDecide(f"aucun avis de la poste n'attend sous le numéro {number}")
        Step.objects.create(
            licence_id=step.licence_id, owed_id=step.owed_id, sending_id=step.sending_id, kind=SEEN, on=on,
            recorded_on=on, why=why[:200], by=by, answers=step,
        )  # fmt: skip
