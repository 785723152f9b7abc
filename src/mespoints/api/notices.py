"""The night of the firms: what became of the licences of declared drivers, and of contracts that are over.

Validity alone: a notice says that a licence stands or no longer does, and never why. The state is folded from the acts,
so that a suspension that ends by itself is noticed too; whoever runs it twice notices nothing twice.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.db import transaction

from mespoints.api.firms import end_contract, state_on
from mespoints.api.journal import ANSWERED, Asked, note
from mespoints.api.models import Client, DeclaredDriver, Notice
from mespoints.seal.keys import Signer

READ_AT_ONCE = 500
SHOWN = "validity_notice"
REASON = "Avis quotidien de changement de validité"
ENDED = "Fin du contrat"
BY_ITSELF = "traitement quotidien"


class Noticed(NamedTuple):
    """How many declared drivers were looked at, how many licences changed, how many contracts were ended."""

    drivers: int
    changes: int
    ended: int


def notice_changes(on: date, signer: Signer | None) -> Noticed:
    """Notice what changed by that day; contracts that are over are ended, where a key can seal their receipts."""
    ended = 0 if signer is None else end_overdue(on, signer)
    looked, changes = 0, 0
    for driver in every_driver():
        looked += 1
        state = state_on(driver.licence, on)
        if state != driver.state:
            notice(driver, state, on)
            changes += 1
    return Noticed(looked, changes, ended)


def every_driver() -> Iterator[DeclaredDriver]:
    """The declared drivers, some at a time."""
    last, some = 0, True
    while some:
        found = DeclaredDriver.objects.filter(pk__gt=last).select_related("licence", "client").order_by("pk")
        rows = list(found[:READ_AT_ONCE])
        yield from rows
        some = len(rows) == READ_AT_ONCE
        last = rows[-1].pk if rows else last


def notice(driver: DeclaredDriver, state: str, on: date) -> None:
    """One change: the notice that the firm will read, and the line that the driver reads."""
    asked = Asked(driver.client, "drivers/changes", BY_ITSELF, REASON, ("validity",))
    with transaction.atomic():
        if DeclaredDriver.objects.filter(pk=driver.pk, state=driver.state).update(state=state):
            Notice.objects.create(driver=driver, on=on, state=state)
            note(asked, ANSWERED, driver.licence, shown=SHOWN)


def end_overdue(on: date, signer: Signer) -> int:
    """End the contracts whose last day has passed."""
    overdue = list(Client.objects.filter(closed_on=None, to_on__lt=on))
    for client in overdue:
        end_contract(Asked(client, "drivers/end", BY_ITSELF, ENDED, ()), on, signer)
    return len(overdue)
