"""The first reading of a letter on a compte personnel: the day from which it is known (art. R. 223-3-1, III)."""

from datetime import date

from mespoints.letters.models import Reading, Sending, Step
from mespoints.letters.steps import READ
from mespoints.register.durability import durable_transaction
from mespoints.register.models import Licence


def is_unread(sending: Sending) -> bool:
    """Whether a letter was deposited and never opened."""
    return hasattr(sending, "deposit") and not Reading.objects.filter(sending=sending).exists()


def note_first_reading(sending: Sending, digest: str, *, means: str, on: date) -> None:
    """Write that a deposited letter is read, unless it was before. ``digest``: of the PDF that is shown."""
    licence = sending.owed.licence_id
    with durable_transaction():
        Licence.objects.select_for_update(no_key=True).get(pk=licence)
        if not is_unread(sending):
            return
        Reading.objects.create(sending=sending, on=on, means=means, digest=digest)
        Step.objects.create(
            licence_id=licence, owed_id=sending.owed_id, sending=sending, kind=READ, on=on, recorded_on=on
        )
