"""Reviews and how they end: what sign-in could not settle with certainty, two agents settle on pieces, or nobody does.

The rule of matching is never bent here: a review exists because a certain candidate was found, and something else
stood in the way (a licence or a subject bound already, a day of birth, a death). An agent who has seen the pieces
proposes to move the link; another one, of the same département, validates. What the register itself holds wrong, a day
of birth or a death, no agent overrides: the register is corrected first.
"""

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum

from django.db import IntegrityError
from django.db.models import QuerySet

from mespoints.identity.four_eyes import SameEyes, refuse_the_same_eyes
from mespoints.identity.models import Agent, Link, Review, Settlement, SettlementDecision
from mespoints.identity.open_sessions import end_all
from mespoints.register.accesses import record_access
from mespoints.register.durability import durable_transaction
from mespoints.register.models import Licence

Outcome = Settlement.Outcome
RULE = "agents-1"
"""What a link says of how it was made, when two agents made it."""

ARTICLE = "L225-4"
MAY_PROPOSE = (Agent.Role.INSTRUCTION, Agent.Role.VALIDATION)
SHORTEST_REASON = 10
LINKABLE = (Review.Reason.BOUND_TO_ANOTHER, Review.Reason.BOUND_ELSEWHERE)
"""Reviews that a link may end: in the others the register says that this is not its holder."""


class Piece(StrEnum):
    """What proves who somebody is."""

    IDENTITY = "identity"
    """An identity document in force."""
    TITLE = "title"
    """The driving licence itself, or its declaration of loss or theft."""
    BIRTH = "birth"
    """A copy of the record of birth, less than three months old."""


class State(StrEnum):
    """Where a review stands."""

    OPEN = "open"
    PIECES = "pieces"
    PROPOSED = "proposed"
    LINKED = "linked"
    REFUSED = "refused"
    CLOSED = "closed"


class ReviewRefused(Exception):
    """A step that this agent cannot take on this review; the message says why, in French."""


def waiting(departement: str) -> QuerySet[Review]:
    """The reviews of the holders of a département that are not closed, the oldest first."""
    return (
        Review.objects.filter(closed_at=None, licence__holder__departement=departement)
        .prefetch_related("settlements__decision", "settlements__agent").order_by("opened_at", "pk")
    )  # fmt: skip


def last_step(review: Review) -> Settlement | None:
    """What was said of a review last."""
    return max(review.settlements.all(), key=lambda step: step.pk, default=None)


def state_of(review: Review) -> State:
    """Where a review stands, from what was said of it last."""
    step = last_step(review)
    if step is None:
        return State.OPEN
    if step.outcome in (Outcome.PIECES, Outcome.CLOSE):
        return State.PIECES if step.outcome == Outcome.PIECES else State.CLOSED
    decision = getattr(step, "decision", None)
    if decision is None:
        return State.PROPOSED
    if not decision.is_validated:
        return State.OPEN
    return State.LINKED if step.outcome == Outcome.LINK else State.REFUSED


def state_under(reference: str) -> tuple[State, list[str]]:
    """Where the review of a reference stands, and the pieces that it waits for."""
    review = Review.objects.filter(reference=reference).first()
    if review is None:
        return State.OPEN, []
    state, step = state_of(review), last_step(review)
    return state, step.pieces if step is not None and state is State.PIECES else []


def say(
    review: Review, agent: Agent, outcome: Outcome, pieces: Collection[str], reason: str, *, now: datetime
) -> Settlement:
    """What an agent says of a review: it takes effect at once, or waits for a colleague. Raises ReviewRefused."""
    refuse_step(review, agent, outcome, pieces, reason)
    with durable_transaction():
        review = Review.objects.select_for_update(no_key=True).get(pk=review.pk)
        if state_of(review) in (State.PROPOSED, State.LINKED, State.CLOSED):
            raise ReviewRefused("une proposition attend déjà, ou cette vérification est close")
        step = Settlement.objects.create(
            review=review, agent=agent, outcome=outcome, pieces=sorted(pieces), reason=reason.strip()
        )
        if outcome == Outcome.CLOSE:
            close(review, now)
    return step


def refuse_step(review: Review, agent: Agent, outcome: Outcome, pieces: Collection[str], reason: str) -> None:
    """What cannot be said, whatever the state of the review. Raises ReviewRefused."""
    if agent.role not in MAY_PROPOSE or agent.closed_on is not None:
        raise ReviewRefused("ce compte ne permet pas de vérifier une identité")
    if agent.departement != review.licence.holder.departement:
        raise ReviewRefused("ce dossier est celui d'un autre département")
    if len(reason.strip()) < SHORTEST_REASON:
        raise ReviewRefused(f"donnez le motif, en {SHORTEST_REASON} caractères au moins")
    if not set(pieces) <= set(Piece):
        raise ReviewRefused("une pièce inconnue est nommée")
    if outcome == Outcome.PIECES and not pieces:
        raise ReviewRefused("dites quelles pièces sont demandées")
    if outcome == Outcome.LINK and review.reason not in LINKABLE:
        raise ReviewRefused("le registre dit que ce n'est pas son titulaire : il faut d'abord le faire corriger")
    if outcome == Outcome.LINK and not (Piece.IDENTITY in pieces and {Piece.TITLE, Piece.BIRTH} & set(pieces)):
        raise ReviewRefused("il faut avoir vu une pièce d'identité, et le permis ou l'acte de naissance")


def decide(step: Settlement, agent: Agent, *, validates: bool, reason: str, now: datetime) -> SettlementDecision:
    """What a second agent decides; a link is then moved, and every session of its files ends. Raises ReviewRefused."""
    try:
        refuse_the_same_eyes(agent, step.agent)
    except SameEyes as refusal:
        raise ReviewRefused(str(refusal)) from refusal
    if step.outcome not in (Outcome.LINK, Outcome.REFUSE):
        raise ReviewRefused("rien n'attend de décision")
    if not validates and len(reason.strip()) < SHORTEST_REASON:
        raise ReviewRefused(f"donnez le motif du rejet, en {SHORTEST_REASON} caractères au moins")
    try:
        with durable_transaction():
            decision = SettlementDecision(
                settlement=step, agent=agent, proposed_by=step.agent, is_validated=validates, reason=reason.strip()
            )
            if validates and step.outcome == Outcome.LINK:
                move_link(step.review, decision, now)
            decision.save(force_insert=True)
    except IntegrityError as error:
        raise ReviewRefused("cette proposition est déjà décidée, ou un rattachement a changé depuis") from error
    return decision


def move_link(review: Review, decision: SettlementDecision, now: datetime) -> None:
    """Bind the subject to the licence in the place of what stood in the way; nothing else is ever unbound."""
    bound = Link.objects.filter(issuer=review.issuer)
    of_licence = bound.filter(licence=review.licence).first()
    of_subject = bound.filter(subject=review.subject).first()
    if of_licence is not None and of_subject is not None:
        raise ReviewRefused("l'identité et le permis sont liés chacun de son côté : rien ne peut être déplacé")
    # The status of the person was never kept: the next sign-in notes its fingerprint, as a change.
    told = {"rule": RULE, "with_neph": False, "bound_at": now, "fingerprint": ""}
    former = of_licence or of_subject
    if former is None:
        Link.objects.create(issuer=review.issuer, subject=review.subject, licence=review.licence, **told)
    else:
        decision.former_subject, decision.former_licence = former.subject, former.licence
        Link.objects.filter(pk=former.pk).update(subject=review.subject, licence=review.licence, **told)
        end_all(former.licence_id, now)
        if former.licence_id != review.licence_id:
            note(former.licence, decision)
    note(review.licence, decision)
    close(review, now)


def note(licence: Licence, decision: SettlementDecision) -> None:
    """The line that the holder of a file reads: whom it opens to has changed."""
    record_access(
        licence, viewer="agent", who=decision.agent.public_name, means="", article=ARTICLE,
        reason=f"vérification {decision.settlement.review.reference}", shown="agent_link",
    )  # fmt: skip


def close(review: Review, now: datetime) -> None:
    """Nothing is left to settle."""
    review.closed_at = now
    review.save(update_fields=["closed_at"])
