"""A claim: the driver says that their file is wrong, an agent answers. It changes no file: a correction is an act.

Code des relations entre le public et l'administration: a claim is a request (art. L. 110-1), acknowledged (art. L.
112-11, R. 112-11-1), and two months of silence reject it (art. L. 231-4, 2°).
"""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from mespoints.register.durability import durable_transaction
from mespoints.register.models import Licence
from mespoints.requests.attachments import Judged, keep
from mespoints.requests.clocks import DAYS_TO_COMPLETE, MONTHS_FOR_CLAIM, Clock, Pause, clock, end_pause
from mespoints.requests.models import Claim, ClaimEvent, ClaimMessage
from mespoints.requests.references import CLAIM, draw_reference
from mespoints.requests.reserving import LET_GO, TAKEN, Hold, hold_of, refusal
from mespoints.requests.steps import StepRefused, named

STAGE_MISSING, OFFENCE_NOT_MINE, STOLEN_NEPH = "stage_missing", "not_mine", "stolen_neph"
WRONG_IDENTITY, WRONG_ADDRESS, NOT_IN_FILE = "wrong_identity", "wrong_address", "not_in_file"
KINDS = (STAGE_MISSING, OFFENCE_NOT_MINE, STOLEN_NEPH, WRONG_IDENTITY, WRONG_ADDRESS, NOT_IN_FILE)

FILED, ASKED, REPLIED, ANSWERED = "filed", "asked", "replied", "answered"
"""The events, with TAKEN and LET_GO. The state is that of the last one: TAKEN by an agent, ASKED something, ANSWERED;
one that was let go is FILED again."""

UPHELD, PARTLY, REJECTED = "upheld", "partly", "rejected"
OUTCOMES = (UPHELD, PARTLY, REJECTED)

MOST_OPEN = 5
"""Claims of one driver at once (CRPA, art. L. 112-3: requests that are abusive by their number)."""
LONGEST = 4000
"""Characters of what a driver or an agent writes."""


class TooMany(Exception):
    """The driver has as many open claims as there may be."""


class ClaimStanding(NamedTuple):
    """``by``: the agent who acted last. ``clock``: with its pauses. ``hold``: who works on it."""

    state: str
    by: str
    outcome: str
    clock: Clock
    hold: Hold | None


def standing_of_claim(claim: Claim, events: Iterable[ClaimEvent], on: date) -> ClaimStanding:
    """How a claim stands on a day, its events being given in their order."""
    state, by, outcome = FILED, "", ""
    pauses: list[Pause] = []
    events = tuple(events)
    for event in events:
        state, by, outcome = FILED if event.kind == LET_GO else event.kind, event.by or by, event.outcome
        if event.kind in (ASKED, REPLIED):
            end_pause(pauses, event.on)
        if event.kind == ASKED:
            pauses.append(Pause(event.on, event.until_on or event.on))
    of_claim = clock(claim.received_on, MONTHS_FOR_CLAIM, pauses, on)
    return ClaimStanding(state, by, outcome, of_claim, hold_of(events, (TAKEN,), on))


def file_claim(licence: Licence, kind: str, text: str, files: Collection[Judged], *, on: date) -> Claim:
    """Write a claim of the driver of a licence. Raises TooMany, and StepRefused for what is no claim."""
    if kind not in KINDS:
        raise StepRefused(f"trouvé « {kind[:20]} », attendu {', '.join(KINDS)}.")
    with durable_transaction():
        # The row is locked: two tabs at once do not go past the limit.
        holder = Licence.objects.select_for_update(of=("self",)).select_related("holder").get(pk=licence.pk).holder
        if Claim.objects.filter(licence=licence, closed_on=None).count() >= MOST_OPEN:
            raise TooMany
        return create(kind, holder.departement, text, files, on=on, licence=licence)


def create(
    kind: str, departement: str, text: str, files: Collection[Judged], *, on: date, licence: Licence | None
) -> Claim:
    """Write a claim with its first event and its files, inside a transaction. ``departement``: who answers."""
    claim = Claim.objects.create(
        reference=draw_reference(CLAIM, on), licence=licence, kind=kind, departement=departement,
        received_on=on, state=FILED, due_on=clock(on, MONTHS_FOR_CLAIM, (), on).due_on,
    )  # fmt: skip
    add(claim, FILED, text, on=on)
    keep(tuple(files), on=on, claim=claim)
    return claim


def take_claim(pk: int, *, on: date, by: str, takes_over: bool = False) -> ClaimStanding:
    """An agent takes a claim in hand, for two days: the driver sees it, and other agents may not work on it.

    ``takes_over``: also from another. Raises StepRefused when it is answered, or when another holds it.
    """
    with durable_transaction():
        claim = opened(pk)
        if not takes_over:
            must_be_free(claim, on, by)
        return add(claim, TAKEN, "", on=on, by=named(by))


def let_claim_go(pk: int, *, on: date, by: str) -> ClaimStanding:
    """The agent who holds a claim gives it back. Raises StepRefused for any other one."""
    with durable_transaction():
        claim = opened(pk)
        hold = hold_of(claim.events.order_by("sequence"), (TAKEN,), on)
        if hold is None or not hold.is_of(by):
            raise StepRefused("trouvé une réclamation que vous ne tenez pas, attendu une des vôtres.")
        return add(claim, LET_GO, "", on=on, by=named(by))


def ask_driver(pk: int, text: str, *, on: date, by: str, days: int = DAYS_TO_COMPLETE) -> ClaimStanding:
    """Ask the driver for what is missing; the clock stands still meanwhile (CRPA, art. L. 114-5)."""
    if days < 1:
        raise StepRefused("trouvé un délai sans aucun jour, attendu un jour au moins.")
    with durable_transaction():
        must_be_free(claim := opened(pk), on, by)
        return add(claim, ASKED, written(text), on=on, by=named(by), until_on=on + timedelta(days=days))


def reply_to_claim(
    pk: int, licence: Licence | None, text: str, files: Collection[Judged], *, on: date
) -> ClaimStanding:
    """What the driver adds, asked for or not; on their own claim alone. Raises StepRefused when it is answered.

    ``licence``: None for whoever follows a claim that has none (``claimants``).
    """
    with durable_transaction():
        claim = opened(pk)
        if claim.licence_id != (licence.pk if licence else None):
            raise StepRefused("trouvé la réclamation d'un autre, attendu une des siennes.")
        if claim.events.filter(kind=REPLIED).count() >= MOST_OPEN:
            raise TooMany
        standing = add(claim, REPLIED, written(text), on=on)
        keep(tuple(files), on=on, claim=claim)
        return standing


def answer_claim(pk: int, outcome: str, text: str, *, on: date, by: str) -> ClaimStanding:
    """Answer, and close. ``outcome``: UPHELD, PARTLY or REJECTED; what it says is done by acts, not here."""
    if outcome not in OUTCOMES:
        raise StepRefused(f"trouvé « {outcome[:20]} », attendu {', '.join(OUTCOMES)}.")
    with durable_transaction():
        must_be_free(claim := opened(pk), on, by)
        return add(claim, ANSWERED, written(text), on=on, by=named(by), outcome=outcome)


def opened(pk: int) -> Claim:
    """The claim of this row number, locked. Raises StepRefused when it is answered."""
    claim = Claim.objects.select_for_update().get(pk=pk)
    if claim.closed_on is not None:
        raise StepRefused("trouvé une réclamation close, attendu une réclamation en cours.")
    return claim


def must_be_free(claim: Claim, on: date, by: str) -> None:
    """Refuse the step of an agent while another one holds the claim."""
    hold = hold_of(claim.events.order_by("sequence"), (TAKEN,), on)
    if hold is not None and not hold.is_of(by):
        raise StepRefused(refusal(hold))


def written(text: str) -> str:
    """What was written. Raises StepRefused when it is nothing, or too long."""
    if not 0 < len(text.strip()) <= LONGEST:
        raise StepRefused(f"trouvé {len(text.strip())} caractères, attendu de 1 à {LONGEST}.")
    return text.strip()


def add(
    claim: Claim, kind: str, text: str, *, on: date, by: str = "", until_on: date | None = None, outcome: str = ""
) -> ClaimStanding:
    """Add an event and derive the state from it; how the claim stands now."""
    events = list(claim.events.order_by("sequence"))
    event = ClaimEvent.objects.create(
        claim=claim, sequence=len(events) + 1, kind=kind, on=on, by=by, until_on=until_on, outcome=outcome
    )
    if text:
        ClaimMessage.objects.create(event=event, text=text)
    standing = standing_of_claim(claim, [*events, event], on)
    claim.state, claim.due_on = standing.state, standing.clock.due_on
    claim.closed_on = on if kind == ANSWERED else None
    claim.save(update_fields=["state", "due_on", "closed_on"])
    return standing
