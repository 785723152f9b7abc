"""What the law now says against what was posted: the difference is added, nothing is taken away."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from mespoints.law.acts import Act as LawAct
from mespoints.law.acts import Dossier
from mespoints.law.results import Movement as LawMovement
from mespoints.law.results import Statement
from mespoints.register.models import Account, Act, Licence, Movement

CORRECTION = "correction"
NO_REASON_OF_LAW = 0
"""The ground of a correction: facts known late, not a rule of law."""


class Posted(NamedTuple):
    """What a licence has been posted so far: how many movements, their signed sum, and what each one was."""

    rows: int
    total: int
    movements: Counter[tuple[int, str, str | None]]


def post_difference(licence: Licence, statement: Statement, acts: Mapping[str, Act], cause: Act | None) -> int:
    """Post what is new, then, when late facts changed the past, one correction; ``cause`` is the act that brought it.

    The signed sum of what is posted is then the signed balance of the statement. Returns the number of rows added.
    """
    posted = posted_to(licence, acts.values())
    day = date.fromordinal(statement.on)
    rows = [row_of(licence, movement, acts, day) for movement in unposted(statement.movements, posted)]
    missing = statement.signed_balance - posted.total - sum(row.points for row in rows)
    if missing:
        rows.append(correction(licence, missing, cause, day))
    number(rows, posted)
    Movement.objects.bulk_create(rows)
    return len(rows)


def posted_to(licence: Licence, acts: Iterable[Act]) -> Posted:
    """Read what was posted to the licence."""
    names = {act.pk: act.act_id for act in acts}
    rows = licence.movements.order_by("sequence").values_list("on", "cause", "act_id", "points")
    movements = Counter((on.toordinal(), cause, names.get(act)) for on, cause, act, _ in rows)
    return Posted(len(rows), sum(points for *_, points in rows), movements)


def unposted(movements: Iterable[LawMovement], posted: Posted) -> list[LawMovement]:
    """The movements that are not posted yet, in order.

    A movement is known by its day, its cause and its act. Its points are left to the correction: a withdrawal
    that a late fact makes lighter is not taken a second time.
    """
    left = posted.movements.copy()
    new = []
    for movement in movements:
        known = (movement.on, movement.cause, movement.act)
        if left[known]:
            left[known] -= 1
        else:
            new.append(movement)
    return new


def row_of(licence: Licence, movement: LawMovement, acts: Mapping[str, Act], posted_on: date) -> Movement:
    """The row of a movement; ``number`` sets its place and its balances."""
    return Movement(
        licence=licence,
        act=acts[movement.act] if movement.act else None,
        offence=acts[movement.offence] if movement.offence else None,
        on=date.fromordinal(movement.on),
        cause=movement.cause,
        points=movement.points,
        letter=movement.letter or "",
        reason=movement.reason,
        posted_on=posted_on,
    )


def correction(licence: Licence, points: int, cause: Act | None, day: date) -> Movement:
    """The row that brings the sum to what the law now says (reading D14: it owes a rectificatif)."""
    return Movement(
        licence=licence,
        act=cause,
        on=day,
        cause=CORRECTION,
        points=points,
        letter="rectificatif",
        reason=NO_REASON_OF_LAW,
        posted_on=day,
    )


def number(rows: Iterable[Movement], posted: Posted) -> None:
    """Give each row its place after what was posted, and the balance that it leaves."""
    total = posted.total
    for sequence, row in enumerate(rows, posted.rows + 1):
        total += row.points
        row.sequence = sequence
        row.signed_balance = total
        row.balance = max(total, 0)


def derive_account(licence: Licence, dossier: Dossier, statement: Statement) -> None:
    """Rewrite the account of the licence from its statement."""
    derived = {
        "balance": statement.balance,
        "signed_balance": statement.signed_balance,
        "ceiling": statement.ceiling,
        "status": statement.status,
        "posted_on": date.fromordinal(statement.on),
        "next_on": next_change(dossier, statement),
    }
    Account.objects.bulk_create(
        [Account(licence=licence, **derived)], update_conflicts=True, unique_fields=["licence"], update_fields=derived
    )


def next_change(dossier: Dossier, statement: Statement) -> date | None:
    """The first day after the statement on which the account may change without a new act, or None.

    Every day that an act names counts, and the day after it, when a stage takes effect and a suspension is over.
    A day too many costs the nightly run one look; a day too few would leave an account stale.
    """
    days = [movement.on for movement in statement.next[:1]]
    days += [day + after for act in dossier.acts for day in days_of(act) for after in (0, 1)]
    coming = [day for day in days if day > statement.on]
    return date.fromordinal(min(coming)) if coming else None


def days_of(act: LawAct) -> list[int]:
    """The days that an act names."""
    return [
        value for name, value in act._asdict().items() if (name == "on" or name.endswith("_on")) and value is not None
    ]
