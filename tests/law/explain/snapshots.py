"""All that the law tells of a life on a few days, as a text that a person reads, stored beside the tests.

``python -m tests.law.explain.snapshots`` writes every text again: read the difference before keeping it.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from mespoints.law.acts import Dossier
from mespoints.law.afterwards import remedies_and_way_back
from mespoints.law.check import check_releve
from mespoints.law.comparison import compare
from mespoints.law.days import iso, parse_day
from mespoints.law.explain import (
    because,
    because_deadline,
    cause_words,
    deadline_otherwise,
    deadline_title,
    deadline_to_do,
    outcome_words,
    returns_of,
    scenario_words,
    stage_advice,
    status_words,
    upcoming,
)
from mespoints.law.explain.differences import difference_because, difference_words
from mespoints.law.releve import Releve
from mespoints.law.results import Statement
from mespoints.law.statement import READINGS, make_statement
from mespoints.law.suppositions import read_scenario

Part = Callable[[Dossier, Statement, str], Iterator[str]]
"""What is told of a day in one language, a line each."""

FOLDER = Path(__file__).parent / "told"
LANGUAGES = ("fr", "en")


def standing(dossier: Dossier, statement: Statement, language: str) -> Iterator[str]:
    """The balance, the sum that may be below zero, the ceiling and the status."""
    words = status_words(statement, dossier, language)
    yield f"balance: {statement.balance} ({statement.signed_balance}) of {statement.ceiling}; {words}"


def past(dossier: Dossier, statement: Statement, language: str) -> Iterator[str]:
    """What happened, and why the points withdrawn are not back yet."""
    for movement in statement.movements:
        heading = f"{iso(movement.on)} {movement.points:+} {cause_words(movement, dossier, language)}"
        yield f"{heading} | {because(movement, dossier, language)}"
    for act, words in returns_of(dossier, statement, language).items():
        yield f"return: {act} | {words}"


def coming(dossier: Dossier, statement: Statement, language: str) -> Iterator[str]:
    """What is to come, and what waits."""
    for movement in statement.next:
        heading = f"next: {movement.points:+} {cause_words(movement, dossier, language)}"
        yield f"{heading} | {upcoming(movement, dossier, statement, language)}"
    for pending in statement.pending:
        yield f"pending: {pending.act} {pending.points:+} ({pending.waits_for})"


def duties(dossier: Dossier, statement: Statement, language: str) -> Iterator[str]:
    """What to do by when, how to challenge a letter, and the way back to a licence."""
    for deadline in statement.deadlines:
        yield f"deadline: {deadline_title(deadline, language)} | {because_deadline(deadline, dossier, language)}"
        yield f"to do: {deadline_to_do(deadline, language)} | {deadline_otherwise(deadline, dossier, language)}"
    after = remedies_and_way_back(dossier, statement, language)
    for remedy in after.get("remedies", ()):
        yield f"remedy: {remedy['because']}"
    if after.get("way_back"):
        yield f"way back: {after['way_back']['because']}"


def advice(_dossier: Dossier, statement: Statement, language: str) -> Iterator[str]:
    """Whether a stage is worth it."""
    yield f"stage: {stage_advice(statement, language)}"


ALL = (standing, past, coming, duties, advice)


class Told(NamedTuple):
    """A life, the days on which it is told, what is supposed on the last one, and what a relevé shows of it.

    ``parts``: what is told of each day.
    """

    dossier: Dossier
    days: tuple[str, ...]
    scenarios: tuple[str, ...] = ()
    releve: Releve | None = None
    parts: tuple[Part, ...] = ALL


def scenario_lines(told: Told, reading: str, language: str) -> Iterator[str]:
    """What becomes of the licence if nothing happens, and in each scenario."""
    dossier, on = told.dossier, parse_day(told.days[-1])
    for outcome in compare(dossier, on, [read_scenario(text, dossier, on) for text in told.scenarios], reading):
        heading = scenario_words(outcome.scenario, dossier, language)
        yield f"what if: {heading} | {outcome_words(outcome, dossier, on, language)}"


def releve_lines(releve: Releve, reading: str, language: str) -> Iterator[str]:
    """The differences between a relevé and one reading of the law."""
    compared = next(one for one in check_releve(releve).compared if one.reading == reading)
    for difference in compared.differences:
        yield f"relevé: {difference_words(difference, releve.dossier, language)}"
        ground = difference_because(difference, releve.dossier, language)
        yield f"    because: {ground or '-'}"


def sections(told: Told, language: str) -> Iterator[tuple[str, list[str]]]:
    """The headings of a life in one language, each with its lines."""
    for day in told.days:
        for reading in READINGS:
            statement = make_statement(told.dossier, parse_day(day), reading)
            yield f"{day}, {reading}", [line for part in told.parts for line in part(told.dossier, statement, language)]
    for reading in READINGS:
        if told.scenarios:
            yield f"{told.days[-1]}, {reading}, scenarios", list(scenario_lines(told, reading, language))
        if told.releve is not None:
            yield f"{iso(told.releve.on)}, {reading}, relevé", list(releve_lines(told.releve, reading, language))


def text_of(told: Told) -> str:
    """The whole text: what was told under an earlier heading is not told again, a heading left empty is left out."""
    parts: list[str] = []
    for language in LANGUAGES:
        seen: set[str] = set()
        for heading, lines in sections(told, language):
            new = [line for line in lines if line not in seen]
            seen.update(new)
            if new:
                parts.append("\n".join([f"== {heading}, {language}", *new]))
    return "\n\n".join(parts) + "\n"


def stored(name: str) -> Path:
    """The file of a life."""
    return FOLDER / f"{name}.txt"


def write_all(lives: dict[str, Told]) -> None:
    """Write every text again, and remove those of lives that are no more."""
    for path in FOLDER.rglob("*.txt"):
        path.unlink()
    for name, told in lives.items():
        stored(name).parent.mkdir(parents=True, exist_ok=True)
        stored(name).write_text(text_of(told), encoding="utf-8")


if __name__ == "__main__":
    from tests.law.explain.told_lives import LIVES

    write_all(LIVES)
    sys.exit()
