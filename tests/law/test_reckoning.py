"""What the register posts is what the statement tells, on random lives and on the public cases."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mespoints.law.acts import Dossier
from mespoints.law.days import Day, iso, parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.reckoning import reckon
from mespoints.law.results import Movement
from mespoints.law.statement import StatementRefused, make_statement
from tests.law.lives import OLD, offence
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


def test_the_first_movement_to_come_is_told_alone() -> None:
    """Two points that come back on the same day are two movements; a register is told the first."""
    acts = [offence("a", "2024-01-10", "2024-02-10", 1), offence("b", "2024-01-11", "2024-02-10", 1)]
    dossier = read_dossier({"format": "dossier/1", "licence": {"obtained_on": OLD}, "acts": acts})
    on = parse_day("2024-03-01")
    coming = make_statement(dossier, on).next

    assert ["2024-08-10", "2024-08-10"] == [iso(one.on) for one in coming]
    assert [entry(coming[0])] == list(reckon(dossier, on).next)
