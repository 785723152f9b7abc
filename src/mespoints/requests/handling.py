"""A request for a record, from its arrival to what leaves or to its refusal.

Every function takes the day and the agent (``by``: the name that the desk knows them by) and raises StepRefused with
what is expected first. None appends an act, owes a letter or changes a file: at zero points too, nobody is asked to
hand in a licence because they asked for their record.
"""

import hashlib
from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple

from mespoints.register.durability import durable_transaction
from mespoints.register.models import Licence
from mespoints.register.prefets import PREFETS
from mespoints.requests.attachments import Judged, keep
from mespoints.requests.clocks import DAYS_TO_COMPLETE, MONTHS_FOR_RECORD, clock
from mespoints.requests.departures import is_address, leaves_by_email, owe
from mespoints.requests.models import Applicant, RecordRequest
from mespoints.requests.pieces import CHANNELS, DOCUMENTS, EMAIL, LICENCE_STATES, REQUESTERS
from mespoints.requests.references import RECORD, draw_reference
from mespoints.requests.refusals import GROUNDS, INCOMPLETE
from mespoints.requests.replies import acknowledgement, missing_reply, refusal_reply, release_reply
from mespoints.requests.reserving import LET_GO, TAKEN, refusal
from mespoints.requests.standing import (
    ARRIVED,
    MATCHED,
    PIECE_ACCEPTED,
    PIECE_REJECTED,
    PIECES_ASKED,
    PIECES_CAME,
    RECEIVED,
    REFUSED,
    RELEASED,
    SENT_BACK,
    UNMATCHED,
    VALIDATED,
    Standing,
)
from mespoints.requests.steps import Step, StepRefused, step
from mespoints.requests.wording import FOR_AGENTS


class Arrival(NamedTuple):
    """What a request says of itself; words of ``pieces``. ``departement``: of the préfecture that answers."""

    channel: str
    requester: str
    licence_state: str
    departement: str


class Found(NamedTuple):
    """A licence that agrees with the civil status of a request, by the rule of identity.

    ``is_certain``: the rule binds by itself; otherwise the NEPH must be the one that the request names.
    """

    licence: Licence
    is_certain: bool


NO_LICENCE = "permis reconnu avec certitude"
BY_RULE, BY_NEPH = "rule", "neph"
NOBODY, NOT_CERTAIN, HOMONYMS = "nobody", "not_certain", "homonyms"
"""Why a request was matched, or was not."""


def receive(arrival: Arrival, applicant: Applicant, *, on: date, by: str) -> RecordRequest:
    """Write a request that arrived on a day. ``applicant``: not saved yet. Raises StepRefused for an unknown word."""
    words = (
        (arrival.channel, CHANNELS), (arrival.requester, REQUESTERS), (arrival.licence_state, LICENCE_STATES),
        (arrival.departement, PREFETS),
    )  # fmt: skip
    for word, expected in words:
        if word not in expected:
            raise StepRefused(f"trouvé « {word[:20]} », attendu {', '.join(expected)}.")
    if arrival.channel == EMAIL and not (len(applicant.reply_to) == 1 and is_address(applicant.reply_to[0])):
        raise StepRefused("trouvé autre chose qu'une adresse électronique, attendu celle à qui répondre.")
    with durable_transaction():
        request = RecordRequest.objects.create(
            reference=draw_reference(RECORD, on), received_on=on, state=RECEIVED,
            due_on=clock(on, MONTHS_FOR_RECORD, (), on).due_on, **arrival._asdict(),
        )  # fmt: skip
        applicant.record_request = request
        applicant.save(force_insert=True)
        opened = Step(request, on, by)
        opened.add(ARRIVED)
        if leaves_by_email(request) and request.requester in DOCUMENTS:
            owe(opened, acknowledgement(request))
    return request


def take(pk: int, *, on: date, by: str, takes_over: bool = False) -> Standing:
    """An agent takes a request in hand, for two days: no other may work on it. ``takes_over``: also from another."""
    with step(pk, on=on, by=by) as opened:
        must_be_in_hand(opened)
        if not takes_over:
            must_be_free(opened)
        return opened.add(TAKEN)


def let_go(pk: int, *, on: date, by: str) -> Standing:
    """The agent who holds a request gives it back."""
    with step(pk, on=on, by=by) as opened:
        hold = opened.standing.hold
        if hold is None or not hold.is_of(opened.by):
            raise StepRefused("trouvé une demande que vous ne tenez pas, attendu une des vôtres.")
        return opened.add(LET_GO)


def keep_scans(pk: int, piece: str, files: Collection[Judged], *, on: date, by: str) -> None:
    """Keep the scans of a piece; it still has to be checked."""
    with step(pk, on=on, by=by) as opened:
        must_be_free(opened)
        must_be_required(opened, piece)
        keep(tuple(files), on=on, record_request=opened.request, piece=piece)


def check_piece(pk: int, piece: str, *, is_good: bool, on: date, by: str) -> Standing:
    """Say of one piece that it is what is asked for, or that it is not."""
    with step(pk, on=on, by=by) as opened:
        must_be_in_hand(opened)
        must_be_free(opened)
        must_be_required(opened, piece)
        return opened.add(PIECE_ACCEPTED if is_good else PIECE_REJECTED, piece=piece)


def ask_for_pieces(pk: int, *, on: date, by: str, days: int = DAYS_TO_COMPLETE) -> Standing:
    """Ask for what is missing and stop the clock (CRPA, art. L. 114-5); the reply that says so is owed.

    ``days``: how long the requester is given.
    """
    with step(pk, on=on, by=by) as opened:
        must_be_in_hand(opened)
        must_be_free(opened)
        if not opened.standing.missing():
            raise StepRefused("trouvé toutes les pièces acceptées, attendu une pièce qui manque.")
        if days < 1:
            raise StepRefused("trouvé un délai sans aucun jour, attendu un jour au moins.")
        until_on = on + timedelta(days=days)
        standing = opened.add(PIECES_ASKED, until_on=until_on)
        owe(opened, missing_reply(opened.request, standing.missing(), until_on, standing.clock.due_on))
        return standing


def note_pieces_came(pk: int, *, on: date, by: str) -> Standing:
    """What was asked for has come: the clock runs again, and the pieces are to be checked."""
    with step(pk, on=on, by=by) as opened:
        if not opened.standing.is_waiting():
            raise StepRefused("trouvé une demande qui n'attend rien, attendu une demande en attente de pièces.")
        must_be_free(opened)
        return opened.add(PIECES_CAME)


def match(pk: int, found: Collection[Found], *, on: date, by: str) -> Standing:
    """Say whose licence it is: the only one that agrees for certain, or the one whose NEPH the request names.

    ``found``: every licence that agrees by the rule of identity, none left out. A NEPH alone finds nothing, and two
    people who agree are never chosen between.
    """
    with step(pk, on=on, by=by) as opened:
        must_be_in_hand(opened)
        must_be_free(opened)
        licence, why = decide_match(opened.request.applicant.neph, found)
        opened.request.licence = licence
        return opened.add(MATCHED if licence else UNMATCHED, why=why)


def decide_match(neph: str, found: Collection[Found]) -> tuple[Licence | None, str]:
    """The licence, or None, and why."""
    named = [one.licence for one in found if neph and one.licence.neph == neph]
    if len(named) == 1:
        return named[0], BY_NEPH
    if not found:
        return None, NOBODY
    if len(found) > 1:
        return None, HOMONYMS
    only = next(iter(found))
    # A NEPH that is another's contradicts what the rule says.
    return (only.licence, BY_RULE) if only.is_certain and not neph else (None, NOT_CERTAIN)


def validate(pk: int, *, on: date, by: str) -> Standing:
    """Say that the record can be released: by somebody who may have it, every piece good, the licence known."""
    with step(pk, on=on, by=by) as opened:
        must_be_in_hand(opened)
        if opened.request.requester not in DOCUMENTS:
            raise StepRefused("trouvé un demandeur à qui la loi ne donne rien, attendu un refus (art. L. 225-6).")
        lacks = lacks_of(opened.request, opened.standing)
        if lacks:
            raise StepRefused(f"il manque encore : {' ; '.join(lacks)}.")
        return opened.add(VALIDATED)


def lacks_of(request: RecordRequest, standing: Standing) -> tuple[str, ...]:
    """What a request still lacks before anybody may validate it, in words: pieces that are good, a licence known."""
    pieces = tuple(FOR_AGENTS[piece] for piece in standing.missing())
    return pieces if request.licence_id is not None else (*pieces, NO_LICENCE)


def send_back(pk: int, *, on: date, by: str) -> Standing:
    """The second agent does not release: the request is in hand again."""
    with step(pk, on=on, by=by) as opened:
        must_be_validated(opened)
        return opened.add(SENT_BACK)


def release(pk: int, document: bytes, *, on: date, by: str) -> Standing:
    """The document leaves, by another agent than the one who validated; its sha-256 stays once it has left."""
    with step(pk, on=on, by=by) as opened:
        may_be_released(opened)
        if not document.startswith(b"%PDF-"):
            raise StepRefused("trouvé autre chose qu'un document, attendu un PDF.")
        standing = opened.add(RELEASED, digest=hashlib.sha256(document).hexdigest())
        owe(opened, release_reply(opened.request), document)
        return standing


def may_be_released(opened: Step) -> None:
    """Refuse the release while nobody validated, or to the one who did."""
    must_be_validated(opened)
    if opened.standing.validated_by.casefold() == opened.by.casefold():
        raise StepRefused("trouvé l'agent qui a validé, attendu un autre : deux agents délivrent un relevé.")


def refuse(pk: int, ground: str, *, on: date, by: str) -> Standing:
    """Refuse, on a ground of ``refusals`` that is meant for this requester; the reply that says so is owed."""
    with step(pk, on=on, by=by) as opened:
        must_be_free(opened)
        if ground not in GROUNDS or opened.request.requester not in GROUNDS[ground].requesters:
            raise StepRefused("trouvé un motif qui ne vaut pas pour ce demandeur, attendu un motif de sa liste.")
        until = opened.standing.clock.stopped_until_on
        if ground == INCOMPLETE and (until is not None or not opened.standing.missing() or not was_asked(opened)):
            raise StepRefused(
                "trouvé un délai qui court ou rien de demandé, attendu des pièces demandées et non venues."
            )
        standing = opened.add(REFUSED, why=ground)
        owe(opened, refusal_reply(opened.request, ground))
        return standing


def was_asked(opened: Step) -> bool:
    """Whether the missing pieces were asked for."""
    return any(event.kind == PIECES_ASKED for event in opened.events)


def must_be_in_hand(opened: Step) -> None:
    """Refuse the step once somebody validated: the request has to be sent back first."""
    if opened.standing.state == VALIDATED:
        raise StepRefused("trouvé une demande validée, attendu qu'elle soit d'abord renvoyée à l'instruction.")


def must_be_free(opened: Step) -> None:
    """Refuse the step while another agent works on the request."""
    hold = opened.standing.hold
    if hold is not None and not hold.is_of(opened.by):
        raise StepRefused(refusal(hold))


def must_be_validated(opened: Step) -> None:
    """Refuse the step while nobody validated."""
    if opened.standing.state != VALIDATED:
        raise StepRefused("trouvé une demande que personne n'a validée, attendu une demande validée.")


def must_be_required(opened: Step, piece: str) -> None:
    """Refuse a piece that this request does not need."""
    if piece not in opened.standing.pieces:
        raise StepRefused("trouvé une pièce qui n'est pas demandée, attendu une pièce de la liste.")
