"""Entries and decisions: the rules by which a fact that an agent typed becomes an act, or does not.

Four eyes: what changes rights is decided by another person than the one who entered it, who has the role for it and
belongs to the same département. The database refuses the same agent on both sides too.
"""

import json
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from django.db import IntegrityError
from django.db.models import QuerySet

from mespoints.desk.models import Decision, Entry
from mespoints.desk.recording.kinds import BY_WORD, Kind
from mespoints.identity.four_eyes import SameEyes, refuse_the_same_eyes
from mespoints.identity.models import Agent
from mespoints.intake.fates import TakenElsewhere
from mespoints.intake.models import FeedLine
from mespoints.intake.single import Tried, take_line, try_line
from mespoints.law.days import add_months
from mespoints.register.durability import durable_transaction
from mespoints.register.models import Licence

Outcome = Decision.Outcome
MAY_ENTER = (Agent.Role.INSTRUCTION, Agent.Role.VALIDATION)
SHORTEST_REASON = 10
Following = Callable[[Decision, str], None]


class EntryRefused(Exception):
    """An entry that cannot be made; the reasons, in French."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(*reasons)
        self.reasons = reasons


class DecisionRefused(Exception):
    """A decision that this agent cannot take on this entry; the message says why, in French."""


class Typed(NamedTuple):
    """What an agent has typed. ``values``: the keys of the event, as a line of the feed writes them."""

    kind: Kind
    piece: str
    values: dict[str, Any]
    received_on: date

    def line(self, licence: Licence) -> str:
        """The line of the feed."""
        document = {"format": self.kind.feed, "event": self.kind.event, "id": self.piece, "neph": licence.neph}
        return json.dumps(document | self.values, ensure_ascii=False)


def nothing_more(_decision: Decision, _line: str) -> None:
    """Most facts have no other effect than the act that they become."""


def enter(licence: Licence, agent: Agent, typed: Typed, on: date) -> Entry:
    """Keep what an agent typed; recorded at once when it changes no right. Raises EntryRefused, nothing being kept.

    It is tried first by the rules of the feeds: what they would refuse, or know already, is not left to a colleague.
    """
    if agent.role not in MAY_ENTER or agent.closed_on is not None:
        raise EntryRefused("ce compte ne permet pas d'enregistrer")
    departement = licence.holder.departement
    if typed.kind.of_holder and agent.departement != departement:
        raise EntryRefused(
            f"trouvé un agent du département {agent.departement}, attendu un agent de celui du titulaire "
            f"({departement}) : sa préfecture seule dit qui il est"
        )
    if typed.received_on > on:
        raise EntryRefused("la pièce ne peut pas être reçue après aujourd'hui")
    line = typed.line(licence)
    tried = try_line(typed.kind.feed, line.encode(), on)
    if tried.fate == FeedLine.Fate.REFUSED:
        raise EntryRefused(*tried.reasons)
    if tried.fate == FeedLine.Fate.KNOWN:
        raise EntryRefused("cette pièce est déjà enregistrée : rien ne changerait")
    with durable_transaction():
        entry = Entry.objects.create(
            licence=licence, agent=agent, kind=typed.kind.word, piece=typed.piece, line=line,
            received_on=typed.received_on, entered_on=on, changes_rights=typed.kind.changes_rights,
        )  # fmt: skip
        if not entry.changes_rights:
            keep(entry, agent, Outcome.RECORDED, "", on)
    return entry


def validate(entry: Entry, agent: Agent, on: date, then: Following = nothing_more) -> Decision:
    """Take the line by the door of the feeds, on the word of two people. Raises DecisionRefused.

    ``then``: called with the decision and the line that it took, inside the transaction.
    """
    refuse_unless_other(entry, agent)
    return keep(entry, agent, Outcome.VALIDATED, "", on, then)


def refuse(entry: Entry, agent: Agent, reason: str, on: date) -> Decision:
    """Refuse an entry, with the reason that its author will read. Raises DecisionRefused."""
    refuse_unless_other(entry, agent)
    if len(reason.strip()) < SHORTEST_REASON:
        raise DecisionRefused(f"donnez le motif du refus, en {SHORTEST_REASON} caractères au moins")
    return keep(entry, agent, Outcome.REFUSED, reason.strip(), on)


def withdraw(entry: Entry, agent: Agent, on: date) -> Decision:
    """Take back one's own entry before anyone decides. Raises DecisionRefused."""
    if entry.agent_id != agent.pk:
        raise DecisionRefused("seule la personne qui a saisi peut retirer sa saisie")
    return keep(entry, agent, Outcome.WITHDRAWN, "", on)


def refuse_unless_other(entry: Entry, agent: Agent) -> None:
    """Whether this agent may decide on this entry. Raises DecisionRefused."""
    try:
        refuse_the_same_eyes(agent, entry.agent)
    except SameEyes as refusal:
        raise DecisionRefused(str(refusal)) from refusal


def keep(
    entry: Entry, agent: Agent, outcome: Decision.Outcome, reason: str, on: date, then: Following = nothing_more
) -> Decision:
    """Write the decision with what it brings, all or nothing. Raises DecisionRefused when there is one already."""
    line = entry.line
    try:
        with durable_transaction():
            taken = None
            if outcome in (Outcome.RECORDED, Outcome.VALIDATED) and line:
                taken = take_line(BY_WORD[entry.kind].feed, line.encode(), f"guichet, saisie {entry.pk}", on)
            decision = Decision.objects.create(
                entry=entry, agent=agent, entered_by_id=entry.agent_id, outcome=outcome, reason=reason, decided_on=on,
                taken=taken,
            )  # fmt: skip
            Entry.objects.filter(pk=entry.pk).update(line="")
            then(decision, line)
    except (IntegrityError, TakenElsewhere) as error:
        raise DecisionRefused("cette saisie est déjà décidée") from error
    entry.line = ""
    return decision


def waiting(departement: str) -> QuerySet[Entry]:
    """The entries of a département that wait for a decision, the oldest first."""
    return (
        Entry.objects.filter(line__gt="", agent__departement=departement)
        .select_related("agent", "licence__holder").order_by("received_on", "pk")
    )  # fmt: skip


def what_it_would_do(entry: Entry, on: date) -> Tried:
    """What the line of an entry that waits would bring today."""
    return try_line(BY_WORD[entry.kind].feed, entry.line.encode(), on)


def last_day(entry: Entry) -> date | None:
    """The last day to record: the préfet has one month for a stage from the attestation (R. 223-8); None otherwise."""
    months = BY_WORD[entry.kind].months
    return date.fromordinal(add_months(entry.received_on.toordinal(), months)) if months else None
