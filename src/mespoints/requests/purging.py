"""What is told of people goes once it serves nobody any more (règlement (UE) 2016/679, art. 5, 1, e).

Six months after a request or a claim is closed, the pieces, the files and what was written on both sides go: the delay
to go to court, a recours gracieux before it included, is over. One year after, as the lines of the journal of accesses
do, the civil status, the address and the link to the licence go too. What stays names nobody: days, channel,
département.
"""

from datetime import date
from typing import NamedTuple

from mespoints.law.days import add_months
from mespoints.register.durability import durable_transaction
from mespoints.requests.models import (
    Applicant,
    Attachment,
    Claim,
    Claimant,
    ClaimMessage,
    Departure,
    FirstMessage,
    RecordRequest,
)

MONTHS_OF_PIECES = 6
MONTHS_OF_PEOPLE = 12


class Purged(NamedTuple):
    """How many went: files and messages; civil statuses, and links to a licence."""

    request_texts: int
    request_people: int


def purge_requests(on: date, *, apply: bool) -> Purged:
    """Let go what is older than its delay on a day; ``apply`` false: only count it."""
    pieces_until = date.fromordinal(add_months(on.toordinal(), -MONTHS_OF_PIECES))
    people_until = date.fromordinal(add_months(on.toordinal(), -MONTHS_OF_PEOPLE))
    old_requests, old_claims = {"record_request__closed_on__lte": pieces_until}, {"claim__closed_on__lte": pieces_until}
    linked = {"closed_on__lte": people_until, "licence__isnull": False}
    with durable_transaction():
        attachments = (Attachment.objects.filter(**old_requests), Attachment.objects.filter(**old_claims))
        replies = (
            Departure.objects.filter(event__record_request__closed_on__lte=pieces_until),
            Departure.objects.filter(message__received_on__lt=pieces_until),
            FirstMessage.objects.filter(received_on__lt=pieces_until),
        )
        messages = ClaimMessage.objects.filter(event__claim__closed_on__lte=pieces_until)
        applicants = Applicant.objects.filter(record_request__closed_on__lte=people_until)
        claimants = Claimant.objects.filter(claim__closed_on__lte=people_until)
        links = (RecordRequest.objects.filter(**linked), Claim.objects.filter(**linked))
        purged = Purged(
            sum(rows.count() for rows in (*attachments, messages, *replies)),
            sum(rows.count() for rows in (applicants, claimants, *links)),
        )
        if apply:
            for rows in (*attachments, messages, *replies, applicants, claimants):
                rows.delete()
            for linked_rows in links:
                linked_rows.update(licence=None)
    return purged
