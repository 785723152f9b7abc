"""A reply as the desk shows it: what it is, how it leaves, whether it has; the names of the agents who act."""

from datetime import date
from typing import NamedTuple

from mespoints.desk.queue.words import BY_HAND, DOCUMENTS, LEFT, OF_DEPARTURE, REPLIES, SECOND_STEP
from mespoints.identity.models import Agent
from mespoints.register.mailing import REFUSED, TO_SEND, TRIED
from mespoints.requests.departures import BY_HAND as HANDED
from mespoints.requests.departures import NO_ADDRESS, answered
from mespoints.requests.models import Departure, RecordRequest
from mespoints.requests.pieces import COUNTER, EMAIL, POST
from mespoints.requests.pieces import DOCUMENTS as OF_REQUESTER
from mespoints.requests.references import shown_reference
from mespoints.requests.standing import RELEASED


class Reply(NamedTuple):
    """``slug``: of the request, empty for a first message. ``document``: what goes with it, while it is kept.

    ``by_hand``: an agent has to make it leave; ``again``: an agent may have it sent once more; ``is_printed``: a letter
    goes with it. ``is_registered``: it leaves as a registered letter.
    """

    number: int
    reference: str
    slug: str
    what: str
    state: str
    text: str
    left_on: date | None
    by: str
    receipt: str
    document: str
    by_hand: bool
    again: bool
    is_printed: bool
    is_registered: bool
    is_signed: bool


def reply_of(departure: Departure) -> Reply:
    """A reply, in words."""
    event, one = departure.event, answered(departure)
    request = one if isinstance(one, RecordRequest) else None
    channel = request.channel if request else EMAIL
    has_left = departure.left_on is not None
    document = DOCUMENTS[OF_REQUESTER[request.requester]] if request and event and event.kind == RELEASED else ""
    state = LEFT[channel] if has_left else OF_DEPARTURE.get(departure.state, BY_HAND[channel])
    return Reply(
        number=departure.pk,
        reference=shown_reference(one.reference),
        slug=one.reference.lower() if request else "",
        what=document.capitalize() or (REPLIES[event.kind] if event else SECOND_STEP),
        state=state,
        text=departure.text,
        left_on=departure.left_on,
        by=departure.by,
        receipt=departure.receipt,
        document="" if has_left else document,
        by_hand=not has_left and departure.state in (HANDED, TRIED, REFUSED, NO_ADDRESS),
        again=not has_left and departure.state in (TRIED, REFUSED),
        is_printed=request is not None and not has_left and departure.state != TO_SEND,
        is_registered=bool(document) and channel == POST,
        is_signed=bool(document) and channel == COUNTER,
    )


def replies_of(request: RecordRequest) -> list[Reply]:
    """Those of a request, the latest first."""
    rows = Departure.objects.filter(event__record_request=request).select_related("event__record_request", "message")
    return [reply_of(one) for one in rows.defer("document").order_by("-pk")]


def names_of(departement: str) -> dict[str, str]:
    """The agents of a département as their colleagues know them, by the name that the journals bear."""
    return {agent.public_name: agent.name for agent in Agent.objects.filter(departement=departement)}
