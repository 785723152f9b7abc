"""A claim as its driver reads it: what it is about, how it stands, until when, and everything that was written."""

from datetime import date
from typing import NamedTuple

from mespoints.law.explain import day_words
from mespoints.letters.authorities import authorities_of
from mespoints.portal.claims.words import FILES, HAPPENED, KINDS, OUTCOMES, STATES
from mespoints.portal.wording import _
from mespoints.register.models import Licence
from mespoints.requests.claims import ANSWERED, ASKED, ClaimStanding, standing_of_claim
from mespoints.requests.models import Claim, ClaimEvent
from mespoints.requests.prefectures import prefectures
from mespoints.requests.references import shown_reference
from mespoints.requests.reserving import LET_GO


class Line(NamedTuple):
    """One claim of the list. ``place``: its number in the order of filing, by which its page is found."""

    place: int
    reference: str
    kind: str
    state: str
    filed: str
    needs_reply: bool


class Happened(NamedTuple):
    """One event; ``text``: what was written, empty once purged."""

    day: str
    what: str
    text: str
    until: str


class Card(NamedTuple):
    """A claim. ``due``: the day on which silence rejects it, empty once answered; ``office``: who answers."""

    reference: str
    kind: str
    state: str
    outcome: str
    filed: str
    due: str
    stopped_until: str
    is_open: bool
    needs_reply: bool
    events: tuple[Happened, ...]
    files: tuple[str, ...]
    office: tuple[str, ...]
    court: str


def claims_of(licence: Licence) -> list[Claim]:
    """The claims of a driver, in the order of filing."""
    return list(Claim.objects.filter(licence=licence).order_by("pk"))


def claim_lines(claims: list[Claim], language: str) -> list[Line]:
    """The list, the latest first."""
    lines = [
        Line(
            place, shown_reference(claim.reference), _(KINDS[claim.kind]), _(STATES[claim.state]),
            words(claim.received_on, language), claim.state == ASKED,
        )
        for place, claim in enumerate(claims, 1)
    ]  # fmt: skip
    return lines[::-1]


def claim_card(claim: Claim, on: date, language: str) -> Card:
    """A claim as it stands on a day."""
    events = list(claim.events.select_related("message").order_by("sequence"))
    standing = standing_of_claim(claim, events, on)
    prefecture, authorities = prefectures().get(claim.departement), authorities_of(claim.departement)
    return Card(
        reference=shown_reference(claim.reference),
        kind=_(KINDS[claim.kind]),
        state=_(STATES[standing.state]),
        outcome=_(OUTCOMES[standing.outcome]) if standing.outcome else "",
        filed=words(claim.received_on, language),
        due=due_words(standing, language),
        stopped_until=words(standing.clock.stopped_until_on, language),
        is_open=standing.state != ANSWERED,
        needs_reply=standing.state == ASKED,
        # Which agent works on it is the préfecture's own business.
        events=tuple(happened(event, language) for event in events if event.kind != LET_GO),
        files=tuple(
            f"{_(FILES[media])}, {_('%(kilobytes)d ko') % {'kilobytes': -(-size // 1000)}}, sha-256 {digest}"
            for media, size, digest in claim.attachments.order_by("pk").values_list("media", "size", "digest")
        ),
        office=(prefecture.title, *prefecture.lines) if prefecture else (),
        court=authorities.court if authorities else "",
    )


def happened(event: ClaimEvent, language: str) -> Happened:
    """One event."""
    message = getattr(event, "message", None)
    return Happened(
        words(event.on, language), _(HAPPENED[event.kind]), message.text if message else "",
        words(event.until_on, language),
    )  # fmt: skip


def due_words(standing: ClaimStanding, language: str) -> str:
    """The day on which silence rejects, while there is one."""
    return "" if standing.state == ANSWERED else words(standing.clock.due_on, language)


def words(day: date | None, language: str) -> str:
    """« 3 mars 2026 », or nothing."""
    return day_words(day.toordinal(), language) if day else ""
