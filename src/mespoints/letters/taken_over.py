"""The letters that another system has sent already: those of the movements that came with a register taken over."""

from collections import Counter
from collections.abc import Callable
from datetime import date

from django.db.models import F, QuerySet

from mespoints.letters.models import Step
from mespoints.letters.outbox import mark_done, wait_for_other_run
from mespoints.letters.steps import STOPPED
from mespoints.register.durability import durable_transaction
from mespoints.register.models import OwedLetter

TAKEN_OVER = "taken_over"
CHUNK = 1000


def letters_taken_over(loaded_on: date, told_up_to: date) -> QuerySet[OwedLetter]:
    """The letters that a load of a day brought and that were never sent from here.

    Those of licences recorded on that day, owed on that day, for movements up to ``told_up_to``: the last day whose
    letters the former system has sent.
    """
    owed = OwedLetter.objects.filter(done_on=None, owed_on=loaded_on, licence__recorded_on=F("owed_on"))
    return owed.filter(movement__on__lte=told_up_to, sendings=None)


def close_taken_over(
    loaded_on: date, told_up_to: date, on: date, *, size: int = CHUNK, tell: Callable[[int], None] | None = None
) -> Counter[str]:
    """Say that these letters have not to be sent, with a step each; how many by kind.

    Each chunk is one transaction: killed at any moment, it is run again and goes on.
    """
    closed: Counter[str] = Counter()
    while some := close_some(letters_taken_over(loaded_on, told_up_to), on, size):
        closed.update(some)
        if tell is not None:
            tell(closed.total())
    return closed


def close_some(letters: QuerySet[OwedLetter], on: date, size: int) -> list[str]:
    """Close some; their kinds. No dispatch sends them meanwhile."""
    with durable_transaction():
        wait_for_other_run()
        rows = list(letters.order_by("movement")[:size])
        Step.objects.bulk_create(
            Step(licence_id=row.licence_id, owed_id=row.pk, kind=STOPPED, on=on, recorded_on=on, why=TAKEN_OVER)
            for row in rows
        )
        mark_done([row.pk for row in rows], on)
        return [row.letter for row in rows]
