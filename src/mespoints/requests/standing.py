"""How a request for a record stands: its events, folded in their order."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from mespoints.requests.clocks import MONTHS_FOR_RECORD, Clock, Pause, clock, end_pause
from mespoints.requests.models import RecordEvent, RecordRequest
from mespoints.requests.pieces import required_pieces
from mespoints.requests.reserving import TAKEN, Hold, hold_of

ARRIVED, PIECE_ACCEPTED, PIECE_REJECTED = "arrived", "piece_accepted", "piece_rejected"
PIECES_ASKED, PIECES_CAME = "pieces_asked", "pieces_came"
MATCHED, UNMATCHED = "matched", "unmatched"
VALIDATED, SENT_BACK, RELEASED, REFUSED = "validated", "sent_back", "released", "refused"
"""The events, with TAKEN and LET_GO. VALIDATED, RELEASED and REFUSED are states too."""

WORKING = (TAKEN, PIECE_ACCEPTED, PIECE_REJECTED, PIECES_CAME, MATCHED, UNMATCHED)
"""By these an agent holds a request."""

RECEIVED, WAITING = "received", "waiting"
"""The other states: an agent has something to do; something was asked of the requester and has not come."""

CLOSED = (RELEASED, REFUSED)

AWAITED, ACCEPTED, REJECTED = "awaited", "accepted", "rejected"
"""Of a piece."""
CHECKS = {PIECE_ACCEPTED: ACCEPTED, PIECE_REJECTED: REJECTED}


class Standing(NamedTuple):
    """``pieces``: each required piece and how it stands. ``validated_by``: the agent, empty until somebody did.

    ``matching``: MATCHED, UNMATCHED, or nothing yet. ``hold``: who works on it.
    """

    state: str
    pieces: dict[str, str]
    matching: str
    validated_by: str
    clock: Clock
    hold: Hold | None

    def missing(self) -> tuple[str, ...]:
        """The pieces that are not accepted."""
        return tuple(piece for piece, check in self.pieces.items() if check != ACCEPTED)

    def is_waiting(self) -> bool:
        """Whether something was asked of the requester and has not come."""
        return self.state == WAITING


def standing_of(request: RecordRequest, events: Iterable[RecordEvent], on: date) -> Standing:
    """How a request stands on a day, its events being given in their order."""
    pieces = dict.fromkeys(required_pieces(request.channel, request.licence_state, request.requester), AWAITED)
    state, matching, validated_by = RECEIVED, "", ""
    pauses: list[Pause] = []
    events = tuple(events)
    for event in events:
        if event.kind in CHECKS:
            pieces[event.piece] = CHECKS[event.kind]
        elif event.kind in (PIECES_ASKED, PIECES_CAME):
            end_pause(pauses, event.on)
            if event.kind == PIECES_ASKED:
                pauses.append(Pause(event.on, event.until_on or event.on))
            state = WAITING if event.kind == PIECES_ASKED else RECEIVED
        elif event.kind in (MATCHED, UNMATCHED):
            matching = event.kind
        elif event.kind in (VALIDATED, SENT_BACK, *CLOSED):
            state = RECEIVED if event.kind == SENT_BACK else event.kind
            validated_by = event.by if event.kind == VALIDATED else "" if event.kind == SENT_BACK else validated_by
    of_request = clock(request.received_on, MONTHS_FOR_RECORD, pauses, on)
    return Standing(state, pieces, matching, validated_by, of_request, hold_of(events, WORKING, on))
