"""Rules of law that a reform decides otherwise from a day on.

A reform adds one branch to a rule, as an amending law does: from its day the new value, before it the rule as it was.
The rule itself, and every other, stays the one of ``law``.
"""

from collections.abc import Callable, Iterable
from types import FunctionType
from typing import Any, NamedTuple

from mespoints.law import probations
from mespoints.law.capital import step_points
from mespoints.law.days import Day, iso
from mespoints.law.obtaining import obtain_licence
from mespoints.law.restoration import end_of_ten_years, months_to_full_restoration, months_to_one_point
from mespoints.law.stage import months_between_stages, stage_gain
from mespoints.law.withdrawal import episode_limit
from mespoints.national.laws import Law
from mespoints.national.rebinding import Change, Finish, plain_function, with_globals


class RuleChange(NamedTuple):
    """A delay, a number of points or a ceiling decided otherwise from a day on. ``name``: one of ``RULES``."""

    name: str
    value: int
    from_on: Day


def one_point(led: FunctionType, finish: Finish, value: int, from_on: Day) -> Callable[..., Any]:
    """Months until a single point comes back, for an offence established from the day on (art. L. 223-6, al. 3)."""
    rule = finish(led)

    def reformed(final_on: Day) -> Any:
        return value if final_on >= from_on else rule(final_on)

    return reformed


def full_restoration(led: FunctionType, finish: Finish, value: int, from_on: Day) -> Callable[..., Any]:
    """Months until all the points come back, the last offence established from the day on, none grave.

    Art. L. 223-6, al. 1.
    """
    rule = finish(led)

    def reformed(last_final_on: Day, is_lengthened: bool) -> Any:
        return value if last_final_on >= from_on and not is_lengthened else rule(last_final_on, is_lengthened)

    return reformed


def full_restoration_grave(led: FunctionType, finish: Finish, value: int, from_on: Day) -> Callable[..., Any]:
    """The same when one is of the 4th or 5th class, or a délit (art. L. 223-6, al. 2)."""
    rule = finish(led)

    def reformed(last_final_on: Day, is_lengthened: bool) -> Any:
        return value if last_final_on >= from_on and is_lengthened else rule(last_final_on, is_lengthened)

    return reformed


def ten_years(led: FunctionType, finish: Finish, value: int, from_on: Day) -> Callable[..., Any]:
    """Months until the points of the first four classes come back, instead of 120 (art. L. 223-6, al. 5)."""
    rule, changed = finish(led), finish(with_globals(led, {"TEN_YEARS_IN_MONTHS": value}))

    def reformed(final_on: Day) -> Any:
        return changed(final_on) if final_on >= from_on else rule(final_on)

    return reformed


def between_stages(led: FunctionType, finish: Finish, value: int, from_on: Day) -> Callable[..., Any]:
    """Months between two stages that give points, the second ended from the day on (art. L. 223-6, al. 4)."""
    rule = finish(led)

    def reformed(ended_on: Day) -> Any:
        return value if ended_on >= from_on else rule(ended_on)

    return reformed


def of_a_stage(led: FunctionType, finish: Finish, value: int, from_on: Day) -> Callable[..., Any]:
    """The points that a stage gives, instead of four, when it takes effect from the day on (art. L. 223-6, al. 4)."""
    rule, changed = finish(led), finish(with_globals(led, {"STAGE_POINTS": value}))

    def reformed(total: int, ceiling: int, effective_on: Day) -> Any:
        if effective_on >= from_on:
            return changed(total, ceiling, effective_on)
        return rule(total, ceiling, effective_on)

    return reformed


def of_an_episode(led: FunctionType, finish: Finish, value: int, from_on: Day) -> Callable[..., Any]:
    """The most that simultaneous offences take, committed from the day on (art. L. 223-2, III)."""
    rule = finish(led)

    def reformed(committed_on: Day, has_delit: bool, has_derogation: bool) -> Any:
        return value if committed_on >= from_on else rule(committed_on, has_delit, has_derogation)

    return reformed


def of_a_step(led: FunctionType, finish: Finish, value: int, from_on: Day) -> Callable[..., Any]:
    """The points that a clean year of probation gives, the licence obtained from the day on (art. R. 223-1, II)."""
    rule = finish(led)

    def reformed(probation: int, obtained_on: Day) -> Any:
        return value if obtained_on >= from_on else rule(probation, obtained_on)

    return reformed


def of_probation(led: FunctionType, finish: Finish, value: int, from_on: Day) -> Callable[..., Any]:
    """The points, and the ceiling, with which a probation begins, the licence obtained from the day on.

    Art. L. 223-1, al. 2.
    """
    rule, of_law, none = finish(led), led.__globals__["initial_points"], probations.NONE

    def initial_points(probation: int) -> Any:
        return of_law(probation) if probation == none else value

    changed = finish(with_globals(led, {"initial_points": finish(as_function(initial_points))}))

    def reformed(m: Any, row: Any) -> None:
        if row.began_on >= from_on:
            changed(m, row)
        else:
            rule(m, row)

    return reformed


Making = Callable[[FunctionType, Finish, int, Day], Callable[..., Any]]

RULES: dict[str, tuple[Callable[..., Any], Making, range]] = {
    "months_to_one_point": (months_to_one_point, one_point, range(1, 121)),
    "months_to_full_restoration": (months_to_full_restoration, full_restoration, range(1, 121)),
    "months_to_full_restoration_grave": (months_to_full_restoration, full_restoration_grave, range(1, 121)),
    "months_to_ten_years": (end_of_ten_years, ten_years, range(1, 241)),
    "months_between_stages": (months_between_stages, between_stages, range(1, 121)),
    "stage_points": (stage_gain, of_a_stage, range(13)),
    "episode_limit": (episode_limit, of_an_episode, range(1, 13)),
    "probation_points": (obtain_licence, of_probation, range(1, 13)),
    "step_points": (step_points, of_a_step, range(13)),
}
"""What a reform may change: the rule of law that decides it, how, and the values that make sense."""


def as_function(value: Callable[..., Any]) -> FunctionType:
    """The same, for who wants to be sure that it is written in Python."""
    assert isinstance(value, FunctionType)
    return value


def reformed_law(changes: Iterable[RuleChange]) -> Law:
    """The law with these changes, in their order."""
    by_rule: dict[FunctionType, list[RuleChange]] = {}
    for change in changes:
        function = plain_function(RULES[change.name][0])
        assert function is not None
        by_rule.setdefault(function, []).append(change)
    name = "; ".join(f"{one.name}={one.value} {iso(one.from_on)}" for found in by_rule.values() for one in found)
    return Law(name, {function: changing(found) for function, found in by_rule.items()})


def changing(changes: Iterable[RuleChange]) -> Change:
    """What takes the place of one rule: each change adds its branch before the others."""

    def change(led: FunctionType, finish: Finish) -> FunctionType:
        for one in changes:
            led = as_function(RULES[one.name][1](led, finish, one.value, one.from_on))
        return led

    return change
