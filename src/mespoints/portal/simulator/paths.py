"""One small picture a scenario: its balance as a solid line over the dashed one of nothing new, on the same years.

Two lines in one picture at most: they are told apart by their strokes, never by a colour alone.
"""

from itertools import pairwise

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from mespoints.law.comparison import Outcome
from mespoints.portal.picture import (
    HEIGHT,
    RIGHT,
    TOP,
    WIDTH,
    Scale,
    Step,
    corners,
    figures,
    grid,
    height_of,
    levels_of,
    scale_of,
)

CROP = TOP - 24
"""The room that the balance page keeps for the word « aujourd'hui »."""


def steps_of_outcome(outcome: Outcome) -> tuple[Step, ...]:
    """The balance from the first day on, each time that it changes."""
    steps = [Step(standing.on, standing.balance, is_coming=True) for standing in outcome.path]
    same = {after.on for before, after in pairwise(steps) if before.balance == after.balance}
    return tuple(step for step in steps if step.on not in same)


def shared_scale(outcomes: tuple[Outcome, ...]) -> Scale:
    """The years that every picture spans."""
    paths = [steps_of_outcome(outcome) for outcome in outcomes]
    longest = max(paths, key=lambda steps: steps[-1].on)
    return scale_of(longest, longest[0].on)


def draw_path(outcome: Outcome, nothing_new: Outcome, scale: Scale, name: str, title: str) -> SafeString:
    """The picture of one scenario as SVG; ``name`` tells it from the others of the page."""
    steps = steps_of_outcome(outcome)
    svg = (
        f'<svg class="picture" viewBox="0 {CROP} {WIDTH} {HEIGHT - CROP}" role="img" aria-labelledby="{name}">'
        f'<title id="{name}">{escape(title)}</title>'
        f"{grid(scale)}"
        f'<path class="other" d="{_line(steps_of_outcome(nothing_new), scale)}"/>'
        f'<path class="past" d="{_line(steps, scale)}"/>'
        f"{figures([level for level, _start, _end in levels_of(steps, scale)])}</svg>"
    )
    return mark_safe(svg)  # noqa: S308 - the title is escaped, the rest is made of figures


def _line(steps: tuple[Step, ...], scale: Scale) -> str:
    """The whole line, from the first day to the edge."""
    return f"M{scale.x(steps[0].on)} {height_of(steps[0].balance)}{corners(list(steps[1:]), scale)}H{RIGHT}"
