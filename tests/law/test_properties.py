"""What holds of every history, whatever happens in it."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mespoints.law.acts import Dossier
from mespoints.law.days import Day, parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.statement import StatementRefused, make_statement, movements_of
from tests.oracle.histories import random_day, random_history

seeds = st.integers(min_value=0, max_value=10**9)
readings = st.sampled_from(["registered", "strict"])
KNOWN_ON = {"stage": "ended_on", "lettre_48si": "notified_on", "lettre_48n": "notified_on", "suspension": "from"}


def a_life(seed: int) -> tuple[dict[str, Any], Dossier, Day]:
    """A random history, as a file and as a dossier, and an interesting day of it."""
    rng = random.Random(seed)
    history = random_history(rng)
    return history, read_dossier(history), parse_day(random_day(rng, history))


def known_by(history: dict[str, Any], day: str) -> dict[str, Any]:
    """The history as the register knew it on a day: acts of that day at the latest, decisions included."""
    acts = []
    for act in history["acts"]:
        if act["act"] == "offence":
            if act["committed_on"] > day:
                continue
            decided_on = act.get("decided_on", act.get("final_on"))
            late = {"final_on", "final_by", "decided_on"} if decided_on is None or decided_on > day else set()
            late |= {"closed_on", "closed_by"} if act.get("closed_on", "") > day else set()
            acts.append({key: value for key, value in act.items() if key not in late})
        elif act[KNOWN_ON.get(act["act"], "on")] <= day:
            acts.append(act)
    ids = {act["id"] for act in acts}
    return {**history, "acts": [act for act in acts if act.get("offence", act["id"]) in ids]}


@settings(max_examples=300, deadline=None)
@given(seed=seeds, reading=readings)
def test_the_balance_stays_between_zero_and_the_ceiling(seed: int, reading: str) -> None:
    """0 <= balance <= ceiling <= 12, after each movement as at the end."""
    _, dossier, on = a_life(seed)
    statement = make_statement(dossier, on, reading)

    assert all(0 <= m.balance <= m.ceiling <= 12 for m in statement.movements)
    assert 0 <= statement.balance <= statement.ceiling <= 12


@settings(max_examples=300, deadline=None)
@given(seed=seeds, reading=readings)
def test_the_signed_balance_is_the_sum_of_the_movements(seed: int, reading: str) -> None:
    """After each movement, and at the end."""
    _, dossier, on = a_life(seed)
    statement = make_statement(dossier, on, reading)
    total = 0
    for movement in statement.movements:
        total += movement.points

        assert total == movement.signed_balance
    assert total == statement.signed_balance


@settings(max_examples=300, deadline=None)
@given(seed=seeds, reading=readings, later=st.integers(min_value=0, max_value=4000))
def test_an_earlier_statement_never_changes_with_the_day_asked(seed: int, reading: str, later: int) -> None:
    """The movements up to a day open those up to a later day (doubt D2)."""
    _, dossier, on = a_life(seed)
    early = movements_of(dossier, on, reading)

    assert early == movements_of(dossier, on + later, reading)[: len(early)]


@settings(max_examples=300, deadline=None)
@given(seed=seeds)
def test_cutting_the_history_at_a_day_and_continuing_gives_the_same(seed: int) -> None:
    """In the registered reading nothing learned later moves what was posted (doubt D2)."""
    history, dossier, _ = a_life(seed)
    day = random_day(random.Random(seed + 1), history)
    whole = make_statement(dossier, parse_day(day))
    cut = make_statement(read_dossier(known_by(history, day)), parse_day(day))

    assert [m for m in whole.movements if m.points] == [m for m in cut.movements if m.points]
    assert (whole.signed_balance, whole.status, whole.next) == (cut.signed_balance, cut.status, cut.next)


@settings(max_examples=300, deadline=None)
@given(seed=seeds)
def test_what_is_foreseen_is_what_comes_when_nothing_happens(seed: int) -> None:
    """The forecast of a cut history is its own future, day for day and point for point."""
    history, _, on = a_life(seed)
    quiet = {**history, "acts": known_by(history, random_day(random.Random(seed), history))["acts"]}
    dossier = read_dossier(quiet)
    last = max([on, *(day for act in quiet["acts"] for key, day in days_of(act))])
    statement = make_statement(dossier, last)
    future = make_statement(dossier, last + 12 * 365)
    expected = [(m.on, m.cause, m.points) for m in future.movements if m.on > last and m.points]

    assert expected == [(m.on, m.cause, m.points) for m in statement.next if m.points and m.on <= last + 12 * 365]


def days_of(act: dict[str, Any]) -> list[tuple[str, Day]]:
    """The days of an act, by key."""
    return [(key, parse_day(value)) for key, value in act.items() if key.endswith("_on") or key in ("on", "from")]


def test_no_statement_before_the_licence() -> None:
    """The statement is refused the day before the licence is obtained."""
    document = {"format": "dossier/1", "licence": {"obtained_on": "2020-03-02"}, "acts": []}
    with pytest.raises(StatementRefused, match="2020-03-02"):
        make_statement(read_dossier(document), parse_day("2020-03-01"))


OF_DELAYS_ALONE = {"offence", "suspension", "formation_complementaire", "lettre_48n", "title_surrendered"}


def established_at_once(act: dict[str, Any]) -> dict[str, Any]:
    """The réalité of an offence on the day it is committed, if it has one."""
    return {"final_on": act["committed_on"]} if "final_on" in act else {}


@settings(max_examples=400, deadline=None)
@given(seed=seeds)
def test_one_more_offence_never_raises_a_later_balance(seed: int) -> None:
    """In the strict reading, with delays alone; ``test_counter_examples`` tells where the law itself does.

    Each offence is established the day it is committed: one more can start a delay after another was committed, and
    end it before that other is established.
    """
    rng = random.Random(seed)
    history = random_history(rng)
    acts = [
        {key: value for key, value in act.items() if key != "episode"} | established_at_once(act)
        for act in history["acts"]
        if act["act"] in OF_DELAYS_ALONE and "offence" not in act
    ]
    offences = [act["id"] for act in acts if act["act"] == "offence"]
    removed = rng.choice(offences) if offences else None
    more = read_dossier({**history, "acts": acts})
    fewer = read_dossier({**history, "acts": [act for act in acts if act["id"] != removed]})
    for _ in range(5):
        on = parse_day(random_day(rng, history))

        assert make_statement(more, on, "strict").balance <= make_statement(fewer, on, "strict").balance
