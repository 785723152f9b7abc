"""Scenarios side by side: what each would do to the balance, in words, in one table and in small pictures."""

from typing import NamedTuple

from django.utils.safestring import SafeString

from mespoints.law.comparison import Outcome, compare
from mespoints.law.days import Day
from mespoints.law.explain import day_words, outcome_words, points_words, scenario_words
from mespoints.law.suppositions import Scenario, SuppositionRefused, read_scenario
from mespoints.portal.simulator.history import History
from mespoints.portal.simulator.paths import draw_path, shared_scale
from mespoints.portal.simulator.state import MOST_SCENARIOS, State
from mespoints.portal.wording import _

LETTERS = "ABCDEFGHIJ"
"""The first is that of nothing new."""


class Compared(NamedTuple):
    """One scenario. ``place``: where it stands in the state, None for nothing new, which has no ``picture``."""

    letter: str
    place: int | None
    words: str
    lowest: str
    lowest_on: str
    is_zero: bool
    twelve: str
    told: str
    picture: SafeString | None


class Comparison(NamedTuple):
    """Every scenario, nothing new first; none when there is nothing to compare it with."""

    rows: tuple[Compared, ...]
    is_full: bool


def compare_scenarios(state: State, history: History, on: Day, language: str) -> Comparison:
    """The scenarios of the state that still hold; nothing to compare when there is none."""
    found = scenarios_of(state, history, on)
    rows = _rows(found, history, on, state.reading, language) if found else ()
    return Comparison(rows, len(found) >= MOST_SCENARIOS)


def letter_of(place: int) -> str:
    """The letter of a scenario by its place in the state."""
    return LETTERS[place + 1]


def scenarios_of(state: State, history: History, on: Day) -> dict[int, Scenario]:
    """The scenarios that can be supposed of this history on this day, by their place."""
    found = {}
    for place, text in enumerate(state.scenarios):
        try:
            found[place] = read_scenario(text, history.dossier, on)
        except SuppositionRefused:
            continue
    return found


def _rows(found: dict[int, Scenario], history: History, on: Day, reading: str, language: str) -> tuple[Compared, ...]:
    nothing_new, *others = compare(history.dossier, on, found.values(), reading)
    scale = shared_scale((nothing_new, *others))
    rows = [_row(LETTERS[0], None, nothing_new, history, on, language)]
    for place, outcome in zip(found, others, strict=True):
        letter = letter_of(place)
        row = _row(letter, place, outcome, history, on, language)
        picture = draw_path(outcome, nothing_new, scale, f"path-{letter}", f"{letter}. {row.words}. {row.told}")
        rows.append(row._replace(picture=picture))
    return tuple(rows)


def _row(letter: str, place: int | None, outcome: Outcome, history: History, on: Day, language: str) -> Compared:
    lowest_on = _("dès ce jour") if outcome.lowest_on == on else day_words(outcome.lowest_on, language)
    never = _("pas dans les douze ans")
    return Compared(
        letter=letter,
        place=place,
        words=scenario_words(outcome.scenario, history.dossier, language),
        lowest=points_words(outcome.lowest_balance, language),
        lowest_on=lowest_on,
        is_zero=outcome.lowest_balance == 0,
        twelve=never if outcome.twelve_on is None else day_words(outcome.twelve_on, language),
        told=outcome_words(outcome, history.dossier, on, language),
        picture=None,
    )
