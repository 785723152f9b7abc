"""What a letter's life in the post amounts to, and what follows: an act of the law, another attempt, or a person.

A conclusion is drawn once. What the post says afterwards, if it would change it, is for a person: no act is undone.
"""

from datetime import date
from typing import Any

from mespoints.law import notification as law
from mespoints.letters.files import has_died_in, offence_named, posted_movement
from mespoints.letters.models import NOT_NOTIFIED, NOTIFIED, SENT, TO_EXAMINE, UNDER_WAY, Sending, Step
from mespoints.letters.outbox import mark_done
from mespoints.letters.routing import destinations, is_given_up
from mespoints.letters.steps import RETRAIT
from mespoints.register.books import Book
from mespoints.register.ledger import AppendRefused, Origin, append
from mespoints.register.models import Holder

SOURCE = "letters"
"""The source of the acts that a notified letter becomes."""

OUTCOMES = {law.NOTIFIED: NOTIFIED, law.NOT_NOTIFIED: NOT_NOTIFIED, law.TO_EXAMINE: TO_EXAMINE}

LATE = "late"
TO_COME = "to_come"
REFUSED_BY_REGISTER = "le registre refuse la notification"
"""The grounds, beside those of the law, on which a person has to look."""


def conclude(sending: Sending, book: Book, holder: Holder, on: date) -> str | None:
    """Weigh what the post has said of a sending so far; the outcome when there is a new one.

    Inside the transaction that opened the book, which gains the act of a notified letter.
    """
    if sending.outcome == SENT or has_died_in(book, holder):
        return None
    found = weigh(sending, book, holder)
    if found.outcome == law.ON_ITS_WAY:
        return None
    notified_on = date.fromordinal(found.notified_on) if found.notified_on else None
    if sending.outcome != UNDER_WAY:
        return doubt(sending, book, on, found.outcome, notified_on)
    if notified_on is not None and notified_on > on:
        return keep(sending, book, on, TO_EXAMINE, TO_COME)
    if notified_on is not None:
        return notify(sending, book, notified_on, on, law.WHYS[found.why])
    return keep(sending, book, on, OUTCOMES[found.outcome], law.WHYS[found.why])


def weigh(sending: Sending, book: Book, holder: Holder) -> law.Notification:
    """What the post's words amount to, the address being judged as on the day on which the letter came there."""
    steps = Step.objects.filter(sending=sending, kind__in=law.EVENTS)
    events = [law.PostalEvent(step.kind, step.on.toordinal()) for step in steps]
    came = [event.on for event in events if event.event == "presented"] or [event.on for event in events] or [0]
    if came == [0]:
        return law.notification([], given_up=False)
    known = destinations(book, holder, date.fromordinal(min(came)))
    return law.notification(events, given_up=is_given_up(tuple(sending.address), known))


def doubt(sending: Sending, book: Book, on: date, outcome: int, notified_on: date | None) -> str | None:
    """A receipt that comes after the conclusion: when it would change it, a person has to look, and nothing moves."""
    if sending.outcome == TO_EXAMINE or (OUTCOMES[outcome], notified_on) == (sending.outcome, sending.notified_on):
        return None
    write_step(sending, book, TO_EXAMINE, on, on, LATE)
    return TO_EXAMINE


def notify(sending: Sending, book: Book, notified_on: date, on: date, why: str, by: str = "") -> str:
    """A letter is notified: the act that says so is appended to its licence; the outcome.

    ``by``: the agent who found it so; empty when the post's words did.
    """
    try:
        acts = [] if was_taken_back(sending, notified_on) else acts_of(sending, book, notified_on)
        if acts:
            append(book, acts, Origin(SOURCE, sending.reference, on))
    except AppendRefused as refusal:
        return keep(sending, book, on, TO_EXAMINE, f"{REFUSED_BY_REGISTER} : {' ; '.join(refusal.reasons)}")
    sending.notified_on = notified_on
    mark_done([sending.owed_id], on)
    return keep(sending, book, on, NOTIFIED, why, notified_on, by)


def was_taken_back(sending: Sending, on: date) -> bool:
    """Whether the letter that takes this one back is not later than a day: told that it is without effect, it is."""
    return Sending.objects.filter(owed_id=sending.owed_id, kind=RETRAIT, batch__production_on__lte=on).exists()


def acts_of(sending: Sending, book: Book, notified_on: date) -> list[dict[str, Any]]:
    """The act that a notified letter becomes, if it becomes one; its id is the reference of the letter."""
    act: dict[str, Any] = {"id": f"lettre:{sending.reference}", "notified_on": notified_on.isoformat()}
    if sending.kind == "interdiction":
        return [{"act": "interdiction_de_circuler", **act}]
    offence = offence_named(book, posted_movement(book, sending.owed_id))
    if sending.kind == "48N" and offence:
        return [{"act": "lettre_48n", **act, "offence": offence}]
    if sending.kind == "48SI":
        return [{"act": "lettre_48si", **act, **({"offence": offence} if offence else {})}]
    return []


def keep(
    sending: Sending, book: Book, on: date, outcome: str, why: str, happened_on: date | None = None, by: str = ""
) -> str:
    """Write the outcome of a sending and its step; the outcome."""
    sending.outcome, sending.why = outcome, why if why in law.WHYS else ""
    sending.save(update_fields=["outcome", "why", "notified_on"])
    write_step(sending, book, outcome, happened_on or on, on, why, by)
    return outcome


def write_step(
    sending: Sending, book: Book, kind: str, happened_on: date, recorded_on: date, why: str, by: str = ""
) -> None:
    """Add a step to the journal of a letter."""
    Step.objects.create(
        licence_id=book.opening.pk, owed_id=sending.owed_id, sending=sending, kind=kind, on=happened_on,
        recorded_on=recorded_on, why=why[:200], by=by,
    )  # fmt: skip
