"""The step picture of the balance: past solid, future dashed, today marked, and the rows that say the same.

Plain SVG written as text: no script, no inline style, so that it stands under the strictest policy.
Coordinates are in units of the view box; colours and type sizes are in ``static/portal/style.css``.
"""

from itertools import pairwise
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from mespoints.law.days import Day, add_months, day_of, year_month_day
from mespoints.law.results import Movement, Statement
from mespoints.portal.wording import _

WIDTH, HEIGHT = 480, 216
LEFT, RIGHT, TOP, BOTTOM = 30, 472, 44, 184
FULL = 12
STEPS_SHOWN = 6
MONTHS_BACK_AT_LEAST, MONTHS_BACK_AT_MOST = 36, 144
MONTHS_AHEAD_AT_LEAST, MARGIN_MONTHS = 24, 6
UNITS_PER_YEAR_LABEL = 66
"""Room for four figures at the size they take on a phone."""
UNITS_PER_VALUE_LABEL = 26
LOW = 2
"""A balance under which there is no room for its figure."""


class Step(NamedTuple):
    """The balance from ``on`` to the next step."""

    on: Day
    balance: int
    is_coming: bool


class Scale(NamedTuple):
    """The days that the picture spans."""

    first: Day
    last: Day

    def x(self, day: Day) -> int:
        """Where a day stands from left to right."""
        return LEFT + (RIGHT - LEFT) * (day - self.first) // (self.last - self.first)


def steps_of(statement: Statement) -> tuple[Step, ...]:
    """Every change of the balance that the picture shows, the balance it starts from being the first."""
    past = _changes(statement.movements, is_coming=False)
    coming = _changes(statement.next, is_coming=True)
    first = _first_day(past, statement)
    before = [step for step in past if step.on <= first]
    shown = [step for step in past if step.on > first]
    start = [Step(first, before[-1].balance, False)] if before else []
    return tuple(start + shown + coming)


def _changes(movements: tuple[Movement, ...], *, is_coming: bool) -> list[Step]:
    """The balance at the end of each day that has movements of some points."""
    by_day = {movement.on: movement.balance for movement in movements if movement.points or not is_coming}
    steps = [Step(on, balance, is_coming) for on, balance in by_day.items()]
    same = {after.on for before, after in pairwise(steps) if before.balance == after.balance}
    return [step for step in steps if step.on not in same]


def _first_day(past: list[Step], statement: Statement) -> Day:
    """Room for the last steps: three years at least, twelve at most, never before the first of all."""
    at_least = add_months(statement.on, -MONTHS_BACK_AT_LEAST)
    at_most = add_months(statement.on, -MONTHS_BACK_AT_MOST)
    recent = [step.on for step in past if step.on > at_most][-STEPS_SHOWN:]
    wanted = min([at_least, *(add_months(on, -MARGIN_MONTHS) for on in recent[:1])])
    return max(wanted, at_most, past[0].on if past else at_most)


def scale_of(steps: tuple[Step, ...], on: Day) -> Scale:
    """From the first step to some months after the last."""
    last = add_months(max(steps[-1].on, on), MARGIN_MONTHS)
    return Scale(min(steps[0].on, on), max(last, add_months(on, MONTHS_AHEAD_AT_LEAST)))


def draw(statement: Statement, steps: tuple[Step, ...], title: str, description: str) -> SafeString:
    """The picture as SVG; ``title`` and ``description`` are read in its place."""
    scale = scale_of(steps, statement.on)
    parts = [
        f'<svg class="picture" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="picture-title picture-text">',
        f'<title id="picture-title">{escape(title)}</title><desc id="picture-text">{escape(description)}</desc>',
        grid(scale),
        _today(scale, statement),
        _line(steps, scale, statement),
        _dot(scale, statement),
        _values(steps, scale, statement),
        "</svg>",
    ]
    return mark_safe("".join(parts))  # noqa: S308 - every text in it is escaped above or made of figures


def height_of(balance: int) -> int:
    """Where a balance stands from top to bottom."""
    return BOTTOM - (BOTTOM - TOP) * balance // FULL


def grid(scale: Scale) -> str:
    """Lines at 0, 6 and 12 points, and a year under as many years as there is room for."""
    lines = "".join(f'<path d="M{LEFT} {height_of(points)}H{RIGHT}"/>' for points in (0, 6, 12))
    points = "".join(f'<text x="{LEFT - 8}" y="{height_of(points) + 5}">{points}</text>' for points in (0, 6, 12))
    first, last = year_month_day(scale.first)[0] + 1, year_month_day(scale.last)[0]
    units_a_year = max(1, (RIGHT - LEFT) * 365 // (scale.last - scale.first))
    every = -(-UNITS_PER_YEAR_LABEL // units_a_year)
    years = [year for year in range(first, last + 1) if (year - first) % every == 0]
    at = [(year, scale.x(day_of(year, 1, 1))) for year in years]
    ticks = "".join(f'<path d="M{x} {BOTTOM}v5"/>' for _year, x in at)
    names = "".join(f'<text x="{x}" y="{BOTTOM + 24}">{year}</text>' for year, x in at if LEFT <= x <= RIGHT - 12)
    return f'<g class="grid">{lines}{ticks}</g><g class="scale">{points}</g><g class="years">{names}</g>'


def _line(steps: tuple[Step, ...], scale: Scale, statement: Statement) -> str:
    """The balance held so far as a solid line, what comes of itself as a dashed one."""
    past = [step for step in steps if not step.is_coming]
    coming = [step for step in steps if step.is_coming]
    today = scale.x(statement.on)
    solid = _path(past, scale) + f"H{today}" if past else ""
    dashed = f"M{today} {height_of(statement.balance)}" + corners(coming, scale) + f"H{RIGHT}"
    return f'<path class="coming" d="{dashed}"/><path class="past" d="{solid}"/>'


def _path(steps: list[Step], scale: Scale) -> str:
    """A path that starts on the first step."""
    return f"M{scale.x(steps[0].on)} {height_of(steps[0].balance)}" + corners(steps[1:], scale)


def corners(steps: list[Step], scale: Scale) -> str:
    """Level up to each day, then up or down to its balance."""
    return "".join(f"H{scale.x(step.on)}V{height_of(step.balance)}" for step in steps)


def _values(steps: tuple[Step, ...], scale: Scale, statement: Statement) -> str:
    """The figure of today beside its dot, and that of every other level that is wide enough to bear one."""
    today = scale.x(statement.on)
    levels = [level for level, start, end in levels_of(steps, scale) if not start <= today <= end]
    here = Level(today, height_of(statement.balance) + _away_from_the_line(steps), statement.balance)
    return figures([*levels, here])


class Level(NamedTuple):
    """Where the figure of a level of the line stands."""

    x: int
    y: int
    points: int


def levels_of(steps: tuple[Step, ...], scale: Scale) -> list[tuple[Level, int, int]]:
    """The levels that are wide enough to bear their figure, each with where it starts and ends."""
    starts = [scale.x(step.on) for step in steps]
    return [
        (Level((start + end) // 2, height_of(step.balance) - 9, step.balance), start, end)
        for step, start, end in zip(steps, starts, [*starts[1:], RIGHT], strict=True)
        if end - start >= UNITS_PER_VALUE_LABEL
    ]


def figures(levels: list[Level]) -> str:
    """The figures of some levels."""
    return f'<g class="values">{"".join(f"""<text x="{x}" y="{y}">{points}</text>""" for x, y, points in levels)}</g>'


def _away_from_the_line(steps: tuple[Step, ...]) -> int:
    """Where the figure of today stands: over its dot after a rise or near the bottom, else under it."""
    past = [step.balance for step in steps if not step.is_coming]
    has_risen = len(past) > 1 and past[-1] > past[-2]
    return -12 if has_risen or past[-1] <= LOW else 24


def _today(scale: Scale, statement: Statement) -> str:
    """A line on the day of the statement."""
    x = scale.x(statement.on)
    side = "end" if x > (LEFT + RIGHT) * 2 // 3 else "start" if x < (LEFT + RIGHT) // 3 else "middle"
    label = escape(_("aujourd'hui"))
    return f'<g class="today"><path d="M{x} 22V{BOTTOM}"/><text x="{x}" y="15" text-anchor="{side}">{label}</text></g>'


def _dot(scale: Scale, statement: Statement) -> str:
    """Where the balance stands today, over the lines."""
    return f'<circle class="now" cx="{scale.x(statement.on)}" cy="{height_of(statement.balance)}" r="6"/>'
