"""The letters of a chunk that go on the compte personnel of their drivers (art. R. 223-3-1), in its transaction.

No file is written: the row says which letter it is and from how many acts of the file it was written, which is enough
to compose it again (see ``copies``).
"""

from collections.abc import Sequence
from datetime import date

from mespoints.letters.models import COMPTE_PERSONNEL, SENT, Alert, Deposit, Sending, Step
from mespoints.letters.outbox import mark_done
from mespoints.letters.printing import Ready
from mespoints.letters.steps import DEPOSITED


def deposit(ready: Sequence[Ready], on: date) -> None:
    """Write that these letters are deposited, and that an alert is owed for each; nothing more is to be sent."""
    sendings = Sending.objects.bulk_create(deposited_sending(one) for one in ready)
    Deposit.objects.bulk_create(Deposit(sending=sending, on=on) for sending in sendings)
    Alert.objects.bulk_create(Alert(sending=sending) for sending in sendings)
    Step.objects.bulk_create(
        Step(
            licence_id=one.decision.owed.licence, owed_id=sending.owed_id, sending=sending, kind=DEPOSITED, on=on,
            recorded_on=on,
        )
        for one, sending in zip(ready, sendings, strict=True)
    )  # fmt: skip
    mark_done([one.decision.owed.movement for one in ready], on)


def deposited_sending(ready: Ready) -> Sending:
    """The row of a letter that is deposited."""
    (owed, kind, attempt, _), entry = ready.decision, ready.entry
    return Sending(
        owed_id=owed.movement, attempt=attempt, reference=entry.reference, kind=kind, franking=entry.franking,
        batch=None, source=COMPTE_PERSONNEL, address=[], acts=ready.acts, pages=entry.pages, digest=entry.sha256,
        outcome=SENT,
    )  # fmt: skip
