import random
from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mespoints.law.days import parse_day
from mespoints.law.explain import (
    because,
    because_deadline,
    cause_words,
    deadline_otherwise,
    deadline_to_do,
    returns_of,
    stage_advice,
    status_words,
    upcoming,
)
from mespoints.law.explain.choice import because_key
from mespoints.law.explain.ground import ground_of
from mespoints.law.reading import read_dossier
from mespoints.law.statement import make_statement
from tests.law.explain.proofreading import faults
from tests.oracle.histories import procedural_history, random_day, random_history

MakeHistory = Callable[[random.Random], dict[str, Any]]
AFTER_PROBATION = "full_back_after_probation"

seeds = st.integers(min_value=0, max_value=10**9)


@settings(max_examples=200, deadline=None)
@given(
    seed=seeds,
    make=st.sampled_from([random_history, procedural_history]),
    reading=st.sampled_from(["registered", "strict"]),
    language=st.sampled_from(["fr", "en"]),
)
def test_whatever_happens_is_told_well(seed: int, make: MakeHistory, reading: str, language: str) -> None:
    """No history leaves a movement, a duty or an advice without words, or with bad ones."""
    rng = random.Random(seed)
    history = make(rng)
    dossier = read_dossier(history)
    statement = make_statement(dossier, parse_day(random_day(rng, history)), reading)
    told = [because(movement, dossier, language) for movement in statement.movements]
    told += [upcoming(movement, dossier, statement, language) for movement in statement.next]
    for deadline in statement.deadlines:
        told += [because_deadline(deadline, dossier, language), deadline_to_do(deadline, language)]
        told.append(deadline_otherwise(deadline, dossier, language))
    told += returns_of(dossier, statement, language).values()
    told += [stage_advice(statement, language), f"{status_words(statement, dossier, language)}."]
    headings = [cause_words(movement, dossier, language) for movement in (*statement.movements, *statement.next)]

    assert [] == [fault for sentence in told for fault in faults(sentence, language)]
    assert all(headings)


@settings(max_examples=200, deadline=None)
@given(seed=seeds, reading=st.sampled_from(["registered", "strict"]))
def test_a_full_restoration_told_after_probation_comes_on_its_last_day(seed: int, reading: str) -> None:
    """Nothing but the end of probation, or an act of that day, puts off the end of a delay."""
    rng = random.Random(seed)
    history = random_history(rng)
    dossier = read_dossier(history)
    movements = make_statement(dossier, parse_day(random_day(rng, history)), reading).movements
    ends = {movement.on for movement in movements if movement.cause == "probation_end"}
    told = {movement.on for movement in movements if because_key(ground_of(movement, dossier)) == AFTER_PROBATION}

    assert set() == told - ends
