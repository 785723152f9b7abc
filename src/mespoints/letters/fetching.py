"""The events that a carrier tells become receipts of the register, as those of the feed ``post/1`` do.

The place is kept after its receipts, in the same transaction: killed in between, a run reads the page again, and the
register knows what it has already.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from mespoints.letters.http_carrier import CarrierEvent, HttpCarrier
from mespoints.letters.models import Place, Sending
from mespoints.register.books import open_books
from mespoints.register.durability import durable_transaction
from mespoints.register.ledger import AppendRefused, Origin, append
from mespoints.register.writing import write_books


def fetch_events(carrier: HttpCarrier, on: date) -> Counter[str]:
    """Append what the carrier has told since the last time; how many events by what became of them.

    "known": told before. "unknown": of no letter of ours. "refused": the register does not take it; the carrier's list
    goes on, and the operator is told the count. Raises CarrierUnavailable; what was read before stays.
    """
    counts: Counter[str] = Counter()
    place, _ = Place.objects.get_or_create(carrier=carrier.name, defaults={"after": ""})
    for events, following in carrier.events(place.after):
        with durable_transaction():
            counts += append_events(carrier.name, events, on)
            Place.objects.filter(pk=place.pk).update(after=following)
    return counts


def append_events(carrier: str, events: Iterable[CarrierEvent], on: date) -> Counter[str]:
    """Append the receipts of one page to the licences that they concern."""
    told = list(events)
    rows = Sending.objects.filter(reference__in={event.letter for event in told})
    licence_of = dict(rows.values_list("reference", "owed__licence"))
    books = open_books(set(licence_of.values()))
    counts: Counter[str] = Counter()
    for event in told:
        if event.letter not in licence_of:
            counts["unknown"] += 1
            continue
        try:
            appended = append(books[licence_of[event.letter]], [receipt_of(event)], Origin(carrier, event.name, on))
        except AppendRefused:
            counts["refused"] += 1
        else:
            counts["new" if appended.new else "known"] += 1
    write_books(books.values())
    return counts


def receipt_of(event: CarrierEvent) -> dict[str, Any]:
    """The act that an event is."""
    act = {"act": "letter_receipt", "id": f"carrier:{event.name}", "letter": event.letter, "event": event.event}
    return {**act, "on": event.on.isoformat(), **({"tracking": event.tracking} if event.tracking else {})}
