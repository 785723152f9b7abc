"""``mespoints forecast --if``: scenarios side by side, as text or as JSON."""

from collections.abc import Sequence
from typing import Any

from mespoints.cli.dossiers import Refused, reasons_of
from mespoints.cli.options import Given
from mespoints.cli.terminal import Page
from mespoints.cli.text import DAY_WIDTH, INDENT, Lines, day_of
from mespoints.law.acts import Dossier
from mespoints.law.comparison import Outcome, Standing, compare
from mespoints.law.days import Day, iso
from mespoints.law.document import iso_or_none, movement_document
from mespoints.law.explain import because, outcome_words, scenario_words
from mespoints.law.results import Statement
from mespoints.law.suppositions import SuppositionRefused, read_scenario, written_scenario

CASE_WIDTH = 6

LABELS = {
    "fr": {"heading": "Et si...", "day": "Jour", "lowest": "Au plus bas"},
    "en": {"heading": "What if...", "day": "Day", "lowest": "At the lowest"},
}


def outcomes_of(given: Given, dossier: Dossier, statement: Statement) -> tuple[Outcome, ...]:
    """The outcome of each scenario asked for, that of nothing new first. Raises Refused with every reason."""
    scenarios, reasons = [], []
    for text in given.suppositions:
        try:
            scenarios.append(read_scenario(text, dossier, statement.on))
        except SuppositionRefused as refusal:
            reasons += reasons_of(refusal, given.language)
    if reasons:
        raise Refused(*reasons)
    return compare(dossier, statement.on, scenarios, statement.reading)


def scenario_document(outcome: Outcome, dossier: Dossier, on: Day, language: str) -> dict[str, Any]:
    """One of the ``scenarios`` of ``forecast/1``."""
    return {
        "if": written_scenario(outcome.scenario),
        "heading": scenario_words(outcome.scenario, dossier, language),
        "next": [
            {**movement_document(movement), "because": because(movement, outcome.file, language)}
            for movement in outcome.coming
        ],
        "path": [{**standing._asdict(), "on": iso(standing.on)} for standing in outcome.path],
        "lowest_balance": outcome.lowest_balance,
        "lowest_on": iso(outcome.lowest_on),
        "zero_on": iso_or_none(outcome.zero_on),
        "twelve_on": iso_or_none(outcome.twelve_on),
        "ceiling_on": iso_or_none(outcome.ceiling_on),
        "outcome": outcome_words(outcome, dossier, on, language),
    }


def scenarios_text(dossier: Dossier, outcomes: Sequence[Outcome], page: Page) -> Lines:
    """What each scenario supposes and what becomes of the licence, then the balances side by side."""
    lines = ["", page.styled(LABELS[page.language]["heading"], "strong")]
    for number, outcome in enumerate(outcomes, 1):
        lines += numbered(number, scenario_words(outcome.scenario, dossier, page.language), page)
        told = outcome_words(outcome, dossier, outcome.path[0].on, page.language)
        lines += page.wrapped(told, INDENT + " " * CASE_WIDTH)
    columns = max(1, (page.width - len(INDENT) - DAY_WIDTH) // CASE_WIDTH)
    for start in range(0, len(outcomes), columns):
        lines += ["", *balances(dict(enumerate(outcomes[start : start + columns], start + 1)), page)]
    return lines


def numbered(number: int, heading: str, page: Page) -> Lines:
    """The number of a scenario before its heading, whose next lines stand under its first."""
    first, *rest = page.wrapped(heading, INDENT + " " * CASE_WIDTH)
    start = f"{INDENT}{case(number):<{CASE_WIDTH}}"
    return [start + first[len(start) :], *rest]


def case(number: int) -> str:
    """The number of a scenario, over its column as before its heading."""
    return f"({number})"


def balances(outcomes: dict[int, Outcome], page: Page) -> Lines:
    """A line for each day on which a balance moves, a column for each scenario, and the lowest of each."""
    words = LABELS[page.language]
    days = sorted({standing.on for outcome in outcomes.values() for standing in outcome.path})
    heading = f"{INDENT}{words['day']:<{DAY_WIDTH}}" + "".join(f"{case(n):>{CASE_WIDTH}}" for n in outcomes)
    lines = [page.styled(heading, "quiet")]
    for day in days:
        cells = [cell(standing_on(outcome, day), page) for outcome in outcomes.values()]
        lines.append(f"{INDENT}{day_of(day, page):<{DAY_WIDTH}}{''.join(cells)}")
    lowest = "".join(f"{outcome.lowest_balance:>{CASE_WIDTH}}" for outcome in outcomes.values())
    return [*lines, page.styled(f"{INDENT}{words['lowest']:<{DAY_WIDTH}}{lowest}", "strong")]


def standing_on(outcome: Outcome, day: Day) -> Standing:
    """Where the licence stands on a day: as it was left by the last movement."""
    return [standing for standing in outcome.path if standing.on <= day][-1]


def cell(standing: Standing, page: Page) -> str:
    """A balance in its column; that of a licence at risk stands out."""
    figure = f"{standing.balance:>{CASE_WIDTH}}"
    return page.styled(figure, "warning") if standing.balance == 0 else figure
