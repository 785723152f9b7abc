"""What becomes of a licence in several scenarios, side by side over twelve years (format ``forecast/1``)."""

from collections.abc import Iterable
from typing import NamedTuple

from mespoints.law import causes
from mespoints.law.acts import Dossier
from mespoints.law.capital import FULL
from mespoints.law.days import Day, add_months
from mespoints.law.forecast import MONTHS_AHEAD
from mespoints.law.memory import CEILING, TOTAL
from mespoints.law.play import play
from mespoints.law.results import Movement
from mespoints.law.statement import name_movement, refuse_too_early, status_on
from mespoints.law.suppositions import NOTHING, Scenario, cut_on, suppose

LOST = ("invalidated", "annulled", "banned")
"""The statuses of a licence that is not held, or of a driver who may not drive in France."""


class Standing(NamedTuple):
    """Where a licence stands at the end of a day, as a statement of that day shows it."""

    on: Day
    balance: int
    signed_balance: int
    ceiling: int
    status: str


class Outcome(NamedTuple):
    """What becomes of a licence in a scenario, up to twelve years ahead, no 48SI being notified meanwhile.

    ``file``: the dossier as supposed. ``coming``: the movements of points, the end of a probation, and what the facts
    supposed move or fail to move. ``path``: the standing on the first day, then on each day of ``coming``.
    ``lowest_balance`` is first met on ``lowest_on``. ``zero_on``: the first day without points, on which a 48SI is
    owed; None: never. ``twelve_on``, ``ceiling_on``: the day of 12 points, of as many as the ceiling, once the balance
    has ceased to fall; the first day if it never fell; None: never.
    """

    scenario: Scenario
    file: Dossier
    coming: tuple[Movement, ...]
    path: tuple[Standing, ...]
    lowest_balance: int
    lowest_on: Day
    zero_on: Day | None
    twelve_on: Day | None
    ceiling_on: Day | None


def compare(
    dossier: Dossier, on: Day, scenarios: Iterable[Scenario], reading: str = "registered"
) -> tuple[Outcome, ...]:
    """The outcome of each scenario, that of nothing new first. The file is read as known on the first day, in both
    readings of doubt D2.

    Raises SuppositionRefused, and StatementRefused for a day before the licence holds points.
    """
    refuse_too_early(dossier, on)
    others = [scenario for scenario in scenarios if scenario != NOTHING]
    return tuple([outcome_of(scenario, dossier, on, reading) for scenario in (NOTHING, *others)])


def outcome_of(scenario: Scenario, dossier: Dossier, on: Day, reading: str) -> Outcome:
    """What becomes of a licence in one scenario."""
    file = suppose(dossier, scenario, on)
    coming = movements_to_come(file, dossier, on, reading)
    path = tuple([standing_on(file, day, reading) for day in sorted({on, *[movement.on for movement in coming]})])
    lowest = min(path, key=lambda standing: standing.balance)
    last = path[last_fall(path) :]
    return Outcome(
        scenario=scenario,
        file=file,
        coming=coming,
        path=path,
        lowest_balance=lowest.balance,
        lowest_on=lowest.on,
        zero_on=next((one.on for one in path if one.status == "zero"), None),
        twelve_on=next((one.on for one in last if one.balance == FULL), None),
        ceiling_on=next((one.on for one in last if one.balance == one.ceiling), None),
    )


def movements_to_come(file: Dossier, dossier: Dossier, on: Day, reading: str) -> tuple[Movement, ...]:
    """The movements after a day: those that a forecast shows, and every one of the facts supposed."""
    known = set(cut_on(dossier, on).acts)
    rows = play(file, add_months(on, MONTHS_AHEAD), reading == "strict").movements
    return tuple(
        name_movement(row, file)
        for row in rows
        if row.day > on
        and (row.points != 0 or row.cause == causes.PROBATION_END or (row.act >= 0 and file.acts[row.act] not in known))
    )


def standing_on(file: Dossier, day: Day, reading: str) -> Standing:
    """Where a licence stands at the end of a day."""
    m = play(file, day, reading == "strict").memory
    total = m.state[TOTAL]
    return Standing(day, max(0, total), total, m.state[CEILING], status_on(file, m, day))


def last_fall(path: tuple[Standing, ...]) -> int:
    """The place of the last standing lower than the one before it; 0 when the balance never falls."""
    falls = [place for place in range(1, len(path)) if path[place].signed_balance < path[place - 1].signed_balance]
    return falls[-1] if falls else 0
