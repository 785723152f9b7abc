"""What holds of every relevé, whatever happened in the life that it shows."""

import random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mespoints.law.check import check_releve
from mespoints.law.days import parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.releve import Releve
from tests.law.releves import faithful_releve
from tests.oracle.histories import random_day, random_history

seeds = st.integers(min_value=0, max_value=10**9)
readings = st.sampled_from(["registered", "strict"])


def random_releve(seed: int, reading: str) -> tuple[random.Random, Releve]:
    """A random life as a faithful administration would show it, with or without the names of the acts."""
    rng = random.Random(seed)
    history = random_history(rng)
    on = parse_day(random_day(rng, history))
    return rng, faithful_releve(read_dossier(history), on, reading, has_acts=rng.random() < 0.5)


@settings(max_examples=200, deadline=None)
@given(seed=seeds, reading=readings)
def test_the_law_agrees_with_itself(seed: int, reading: str) -> None:
    """A relevé made from the law's own statement in a reading has no difference in that reading."""
    _, releve = random_releve(seed, reading)
    check = check_releve(releve)

    assert reading in check.agreeing


@settings(max_examples=200, deadline=None)
@given(seed=seeds, reading=readings)
def test_a_movement_removed_is_named_alone(seed: int, reading: str) -> None:
    """Exactly one difference: that movement, or its twin of the same day, points and balance."""
    rng, releve = random_releve(seed, reading)
    place = rng.randrange(len(releve.movements))
    removed = releve.movements[place]
    shown = releve.movements[:place] + releve.movements[place + 1 :]
    (compared,) = [one for one in check_releve(releve._replace(movements=shown)).compared if one.reading == reading]
    found = [(one.kind, one.law and (one.law.on, one.law.points, one.law.balance)) for one in compared.differences]

    assert found == [("not_shown", (removed.on, removed.points, removed.balance))]


def can_go_on_without(releve: Releve, place: int) -> bool:
    """Whether every later balance may keep the offset: none at zero, where it would be hidden, none above 12."""
    balances = [one.balance for one in releve.movements[place + 1 :]] + [releve.balance]
    points = releve.movements[place].points
    return min(one.balance for one in releve.movements) > 0 and all(0 < one - points <= 12 for one in balances)


@settings(max_examples=100, deadline=None)
@given(seed=seeds, reading=readings)
def test_a_movement_forgotten_by_the_register_is_named_alone(seed: int, reading: str) -> None:
    """Every later balance keeps the offset, and is not told again."""
    rng, releve = random_releve(seed, reading)
    places = [place for place in range(1, len(releve.movements)) if can_go_on_without(releve, place)]
    assume(places)
    place = rng.choice(places)
    points = releve.movements[place].points
    later = [one._replace(balance=one.balance - points) for one in releve.movements[place + 1 :]]
    balance = releve.balance - points
    changed = releve._replace(movements=releve.movements[:place] + tuple(later), balance=balance)
    (compared,) = [one for one in check_releve(changed).compared if one.reading == reading]

    assert ["not_shown"] == [one.kind for one in compared.differences]


@settings(max_examples=200, deadline=None)
@given(seed=seeds, reading=readings, step=st.sampled_from([-1, 1]))
def test_a_wrong_balance_is_never_overlooked(seed: int, reading: str, step: int) -> None:
    """One balance changed, of a movement or of the day: one difference."""
    rng, releve = random_releve(seed, reading)
    place = rng.randrange(len(releve.movements) + 1)
    if place == len(releve.movements):
        changed = releve._replace(balance=(releve.balance + step) % 13)
        expected = "other_final_balance"
    else:
        one = releve.movements[place]
        wrong = one._replace(balance=(one.balance + step) % 13)
        changed = releve._replace(movements=(*releve.movements[:place], wrong, *releve.movements[place + 1 :]))
        expected = "other_balance"
    (compared,) = [one for one in check_releve(changed).compared if one.reading == reading]

    assert [expected] == [one.kind for one in compared.differences]


@settings(max_examples=200, deadline=None)
@given(seed=seeds, reading=readings, late=st.integers(min_value=1, max_value=60))
def test_a_late_movement_is_never_two(seed: int, reading: str, late: int) -> None:
    """Nothing is missing and nothing is there for nothing."""
    rng, releve = random_releve(seed, reading)
    place = rng.randrange(len(releve.movements))
    one = releve.movements[place]
    following = [other.on for other in releve.movements[place + 1 :]] + [releve.on]
    assume(one.on + late < following[0])
    moved = one._replace(on=one.on + late)
    changed = releve._replace(movements=(*releve.movements[:place], moved, *releve.movements[place + 1 :]))
    (compared,) = [one for one in check_releve(changed).compared if one.reading == reading]

    assert [("other_day", one.on)] == [(found.kind, found.on) for found in compared.differences]
