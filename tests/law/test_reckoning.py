"""What the register posts is what the statement tells, on random lives and on the public cases."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mespoints.law.acts import Dossier
from mespoints.law.days import Day, parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.reckoning import reckon
from mespoints.law.results import Movement
from mespoints.law.statement import StatementRefused, make_statement
from tests.oracle.histories import procedural_history, random_day, random_history

seeds = st.integers(min_value=0, max_value=10**9)


def entry(movement: Movement) -> tuple[object, ...]:
    """What a movement of the statement and a posted one have in common."""
    return (
        movement.on, movement.cause, movement.points, movement.act, movement.offence, movement.letter, movement.reason
    )  # fmt: skip


def hold_equal(dossier: Dossier, on: Day) -> None:
    """The same figures, the same movements, the same first movement to come; or the same refusal."""
    try:
        statement = make_statement(dossier, on)
    except StatementRefused:
        with pytest.raises(StatementRefused, match="est refusé"):
            reckon(dossier, on)
        return
    reckoning = reckon(dossier, on)

    assert statement[2:6] == reckoning[1:5]
    assert [entry(one) for one in statement.movements] == list(reckoning.movements)
    assert [entry(one) for one in statement.next[:1]] == list(reckoning.next)


@settings(max_examples=400, deadline=None)
@given(seed=seeds)
def test_random_lives(seed: int) -> None:
    """Offences, stages, losses, on an interesting day."""
    rng = random.Random(seed)
    history = random_history(rng)
    hold_equal(read_dossier(history), parse_day(random_day(rng, history)))


@settings(max_examples=400, deadline=None)
@given(seed=seeds)
def test_lives_with_procedures(seed: int) -> None:
    """Judges, foreign licences, bans, suspensions of what was decided."""
    rng = random.Random(seed)
    history = procedural_history(rng)
    hold_equal(read_dossier(history), parse_day(random_day(rng, history)))
