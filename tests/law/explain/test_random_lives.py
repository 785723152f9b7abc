import random

from hypothesis import given, settings
from hypothesis import strategies as st

from mespoints.law.days import parse_day
from mespoints.law.explain import (
    because,
    because_deadline,
    cause_words,
    deadline_otherwise,
    deadline_to_do,
    stage_advice,
    status_words,
    upcoming,
)
from mespoints.law.explain.choice import because_key
from mespoints.law.explain.ground import ground_of
from mespoints.law.reading import read_dossier
from mespoints.law.statement import make_statement
from tests.law.explain.proofreading import faults
from tests.oracle.histories import random_day, random_history

seeds = st.integers(min_value=0, max_value=10**9)


@settings(max_examples=200, deadline=None)
@given(seed=seeds, reading=st.sampled_from(["registered", "strict"]), language=st.sampled_from(["fr", "en"]))
def test_whatever_happens_is_told_well(seed: int, reading: str, language: str) -> None:
    """No history leaves a movement, a duty or an advice without words, or with bad ones."""
    rng = random.Random(seed)
    history = random_history(rng)
    dossier = read_dossier(history)
    statement = make_statement(dossier, parse_day(random_day(rng, history)), reading)
    told = [because(movement, dossier, language) for movement in statement.movements]
    told += [upcoming(movement, dossier, statement, language) for movement in statement.next]
    for deadline in statement.deadlines:
        told += [because_deadline(deadline, dossier, language), deadline_to_do(deadline, language)]
        told.append(deadline_otherwise(deadline, dossier, language))
    told += [stage_advice(statement, language), f"{status_words(statement, dossier, language)}."]
    headings = [cause_words(movement, dossier, language) for movement in (*statement.movements, *statement.next)]

    assert [] == [fault for sentence in told for fault in faults(sentence, language)]
    assert all(headings)


@settings(max_examples=200, deadline=None)
@given(seed=seeds)
def test_the_delay_of_a_full_restoration_is_found_again(seed: int) -> None:
    """The day on which its delay began is always told; only degenerate files leave it out."""
    rng = random.Random(seed)
    history = random_history(rng)
    dossier = read_dossier(history)
    statement = make_statement(dossier, parse_day(random_day(rng, history)))
    keys = [because_key(ground_of(movement, dossier)) for movement in statement.movements]

    assert "full_back_plain" not in keys
