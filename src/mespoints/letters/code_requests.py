"""A new confidential code is asked for: one request at a time, and not too often.

The former code holds until the letter of the new one leaves: a request that somebody else made for a driver must not
shut the driver out. Said to be lost or stolen, it is closed at once: whoever found it must not use it meanwhile.
"""

from datetime import date, timedelta

from django.db import IntegrityError, transaction

from mespoints.letters.models import CodeRequest
from mespoints.register.codes import close_code
from mespoints.register.durability import durable_transaction
from mespoints.register.models import Licence

FRANCECONNECT, DESK, OPERATOR, PUBLIC_FORM = "franceconnect", "desk", "operator", "form"
"""How it is asked for: by the driver signed in, at the desk, by the operator, by whoever gives a file number and a day
of birth."""

DAYS_BETWEEN = {FRANCECONNECT: 15, DESK: 15, OPERATOR: 0, PUBLIC_FORM: 30}
"""Days from the letter of a code to the next request: the post needs some, and each letter closes the code before."""


class TooSoon(Exception):
    """A letter left not long ago. ``from_on``: the first day on which another code can be asked for."""

    def __init__(self, from_on: date) -> None:
        super().__init__(from_on)
        self.from_on = from_on


def ask_for_code(licence: Licence, *, means: str, on: date, by: str = "", is_lost: bool = False) -> CodeRequest:
    """Ask for a new code by letter; the request that waits already, when there is one. Raises TooSoon.

    ``by``: the agent. ``is_lost``: the code in force is closed at once, even when nothing new can be asked for yet.
    """
    with durable_transaction():
        if is_lost:
            close_code(licence.pk, on)
        waiting = waiting_request(licence)
        if waiting is not None:
            return waiting
        first = first_day(licence, means)
        if first <= on:
            return create(licence, means=means, on=on, by=by, is_lost=is_lost)
    raise TooSoon(first)


def create(licence: Licence, *, means: str, on: date, by: str, is_lost: bool) -> CodeRequest:
    """Write the request, unless somebody else's was written just before: then that one."""
    try:
        with transaction.atomic():
            return CodeRequest.objects.create(licence=licence, asked_on=on, means=means, by=by, is_lost=is_lost)
    except IntegrityError:
        return CodeRequest.objects.get(licence=licence, batch=None)


def waiting_request(licence: Licence) -> CodeRequest | None:
    """The request whose letter has not left yet."""
    return CodeRequest.objects.filter(licence=licence, batch=None).first()


def last_letter(licence: Licence) -> date | None:
    """The day on which the letter of the last code was produced; None when none ever left from here."""
    sent = CodeRequest.objects.filter(licence=licence).exclude(batch=None)
    return sent.order_by("-pk").values_list("batch__production_on", flat=True).first()


def first_day(licence: Licence, means: str) -> date:
    """The first day on which a new code can be asked for by these means."""
    last = last_letter(licence)
    return date.min if last is None else last + timedelta(days=DAYS_BETWEEN[means])


def is_code(reference: str) -> bool:
    """Whether a letter of a batch tells a code: « C000000012-1 »."""
    return reference.startswith("C")


def turn_down(reference: str, why: str, on: date) -> None:
    """The carrier will not take the letter of a code: the code is closed, and the request waits for another one.

    Inside a transaction. Another request that waits already takes its place.
    """
    request = CodeRequest.objects.get(pk=int(reference[1:].partition("-")[0]))
    close_code(request.licence_id, on)
    if waiting_request(request.licence) is None:
        CodeRequest.objects.filter(pk=request.pk).update(batch=None, why=why[:200])
