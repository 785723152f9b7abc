"""What the pages of the queue show: rows in the order of their last day, and one request with all that happened."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Prefetch

from mespoints.desk.queue.words import (
    BY_HAND,
    CHANNELS,
    CHECKS,
    CLAIM_KINDS,
    CLAIM_STATES,
    DOCUMENTS,
    EVENTS,
    LEAVES_BY_EMAIL,
    LICENCE_STATES,
    REASONS,
    REQUESTERS,
    STATES,
    TO_VALIDATE,
)
from mespoints.requests.departures import leaves_by_email
from mespoints.requests.handling import lacks_of
from mespoints.requests.models import Attachment, Claim, ClaimEvent, RecordEvent, RecordRequest
from mespoints.requests.pieces import DOCUMENTS as OF_REQUESTER
from mespoints.requests.references import shown_reference
from mespoints.requests.refusals import GROUNDS
from mespoints.requests.reserving import TAKEN, hold_of
from mespoints.requests.standing import CLOSED, MATCHED, RECEIVED, VALIDATED, WORKING, Standing, standing_of
from mespoints.requests.wording import FOR_AGENTS

MOST_ROWS = 200


class Row(NamedTuple):
    """One line of the queue. ``days_left``: before silence becomes a refusal; negative once it has.

    ``lacks``: what has to come before somebody may validate, in few words; empty for a claim.
    """

    reference: str
    slug: str
    is_claim: bool
    what: str
    state: str
    received_on: date
    due_on: date
    days_left: int
    held_by: str
    lacks: str = ""


def queue_rows(departement: str, on: date) -> list[Row]:
    """What is open in a département, every channel in one list, the most urgent first."""
    requests = RecordRequest.objects.filter(departement=departement, closed_on=None).order_by("due_on", "pk")[
        :MOST_ROWS
    ]
    claims = Claim.objects.filter(departement=departement, closed_on=None).order_by("due_on", "pk")[:MOST_ROWS]
    ordered = [Prefetch("events", model.objects.order_by("sequence")) for model in (RecordEvent, ClaimEvent)]
    rows = [
        record_row(one, standing_of(one, one.events.all(), on), on) for one in requests.prefetch_related(ordered[0])
    ]
    rows += [
        row_of(one, on, f"réclamation, {CLAIM_KINDS[one.kind]}", CLAIM_STATES[one.state], (TAKEN,))
        for one in claims.prefetch_related(ordered[1])
    ]
    return sorted(rows, key=lambda row: (row.due_on, row.reference))


def record_row(one: RecordRequest, standing: Standing, on: date) -> Row:
    """A request as a line, with what it lacks."""
    what = f"relevé, {CHANNELS[one.channel]}, {REQUESTERS[one.requester]}"
    is_entitled = one.requester in OF_REQUESTER and standing.state != VALIDATED
    lacks = lack_words(len(standing.missing()), is_known=one.licence_id is not None) if is_entitled else ""
    return row_of(one, on, what, state_words(standing), WORKING)._replace(lacks=lacks)


def lack_words(pieces: int, *, is_known: bool) -> str:
    """« 2 pièces, le permis »: pieces that are not good yet, a licence that is not known."""
    missing = [f"{pieces} pièce{'s' if pieces > 1 else ''}"] if pieces else []
    return ", ".join(missing if is_known else [*missing, "le permis"])


def state_words(standing: Standing) -> str:
    """The state, and that nothing is missing any more when somebody may validate."""
    is_ready = standing.state == RECEIVED and standing.matching == MATCHED and not standing.missing()
    return TO_VALIDATE if is_ready else STATES[standing.state]


def row_of(one: RecordRequest | Claim, on: date, what: str, state: str, working: Collection[str]) -> Row:
    """A request or a claim as a line. ``working``: the events by which an agent holds it."""
    hold = hold_of(one.events.all(), working, on)
    return Row(
        shown_reference(one.reference), one.reference.lower(), isinstance(one, Claim), what, state, one.received_on,
        one.due_on, (one.due_on - on).days, hold.by if hold else "",
    )  # fmt: skip


class Piece(NamedTuple):
    """A piece to check, in the words of an agent, with its scans."""

    word: str
    words: str
    check: str
    scans: tuple[Attachment, ...]


class Happened(NamedTuple):
    """An event in words."""

    on: date
    what: str
    by: str


class Page(NamedTuple):
    """A request for a record. ``may_release``: the agent who reads is not the one who validated. ``lacks``: what has to
    come before anybody may validate."""

    reference: str
    slug: str
    channel: str
    requester: str
    licence_state: str
    document: str
    state: str
    standing: Standing
    days_left: int
    pieces: tuple[Piece, ...]
    events: tuple[Happened, ...]
    grounds: tuple[tuple[str, str], ...]
    lacks: tuple[str, ...]
    is_open: bool
    is_validated: bool
    may_release: bool
    held_by: str
    is_mine: bool
    leaves: str


def request_page(request: RecordRequest, on: date, reader: str) -> Page:
    """A request as an agent reads it on a day."""
    events = list(request.events.order_by("sequence"))
    standing = standing_of(request, events, on)
    scans = list(request.attachments.defer("content").order_by("pk"))
    is_validated = standing.state == VALIDATED
    return Page(
        reference=shown_reference(request.reference),
        slug=request.reference.lower(),
        channel=CHANNELS[request.channel],
        requester=REQUESTERS[request.requester],
        licence_state=LICENCE_STATES[request.licence_state],
        document=DOCUMENTS.get(OF_REQUESTER.get(request.requester, ""), ""),
        state=state_words(standing),
        standing=standing,
        days_left=(standing.clock.due_on - on).days,
        pieces=tuple(
            Piece(word, FOR_AGENTS[word], CHECKS[check], tuple(s for s in scans if s.piece == word))
            for word, check in standing.pieces.items()
        ),
        events=tuple(told(events)),
        grounds=tuple((word, REASONS[word]) for word, one in GROUNDS.items() if request.requester in one.requesters),
        lacks=lacks_of(request, standing),
        is_open=standing.state not in CLOSED,
        is_validated=is_validated,
        may_release=is_validated and standing.validated_by.casefold() != reader.casefold(),
        held_by=standing.hold.by if standing.hold else "",
        leaves=LEAVES_BY_EMAIL if leaves_by_email(request) else BY_HAND[request.channel],
        is_mine=standing.hold is not None and standing.hold.is_of(reader),
    )


def told(events: Iterable[RecordEvent]) -> Iterable[Happened]:
    """The events in words, with the piece or the reason of each."""
    for event in events:
        more = FOR_AGENTS[event.piece] if event.piece else REASONS.get(event.why, "")
        yield Happened(event.on, f"{EVENTS[event.kind]}{' : ' if more else ''}{more}", event.by)
