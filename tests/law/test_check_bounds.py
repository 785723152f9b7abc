"""The check of a relevé where the balance reaches a bound: zero, the ceiling, a licence lost or new."""

from typing import Any

import pytest

from mespoints.law.check import check_releve
from mespoints.law.days import parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.releve import read_releve
from tests.law.releves import checked, faithful_releve, told

START = ("1996-05-06", 12, 12)


def test_below_zero_the_balance_shown_is_zero() -> None:
    """The sum of the law is -2 and the relevé shows 0: so does the law."""
    releve = faithful_releve(read_dossier(below_zero()), parse_day("2022-03-10"), "registered", has_acts=True)
    check = check_releve(releve)

    assert (releve.balance, check.agreeing) == (0, ("registered", "strict"))


def below_zero(second: int = 4) -> dict[str, Any]:
    """Two withdrawals that leave less than nothing of a licence of six points, a third, then a stage."""
    taken = [
        {
            "act": "offence", "id": name, "committed_on": day, "final_on": day, "final_by": "paiement",
            "class": "c4", "points": points,
        }
        for name, day, points in (("a", "2022-02-10", 4), ("b", "2022-03-10", second))
    ]  # fmt: skip
    stage = {"act": "stage", "id": "s", "ended_on": "2022-04-02", "kind": "volontaire"}
    return {"format": "dossier/1", "licence": {"obtained_on": "2021-06-01"}, "acts": [*taken, stage]}


def releve_below_zero(*movements: tuple[Any, ...], balance: int, second: int = 4) -> list[tuple[str, int, int]]:
    """The differences of a relevé of that life: kind, balance of the law, balance shown."""
    keys = ("on", "points", "balance", "act")
    shown = [dict(zip(keys, movement, strict=False)) for movement in movements]
    document = {
        "format": "releve/1", "on": "2022-05-01", "dossier": below_zero(second), "movements": shown,
        "balance": balance,
    }  # fmt: skip
    (registered, _) = check_releve(read_releve(document)).compared
    return [(one.kind, one.law_balance, one.shown_balance) for one in registered.differences]


FALLEN = (("2021-06-01", 6, 6), ("2022-02-10", -4, 2), ("2022-03-10", -4, 0))


def test_a_stage_from_below_zero() -> None:
    """Four points from -2 make 2: the relevé may say 4 points, or the 2 that are seen."""
    assert releve_below_zero(*FALLEN, ("2022-04-03", 4, 2), balance=2) == []
    assert releve_below_zero(*FALLEN, ("2022-04-03", 2, 2), balance=2) == []


def test_a_stage_from_one_below_zero() -> None:
    """Four points from -1 make 3, and may be told as 3."""
    fallen = (*FALLEN[:2], ("2022-03-10", -3, 0))

    assert releve_below_zero(*fallen, ("2022-04-03", 3, 3), balance=3, second=3) == []


def test_a_withdrawal_below_zero_is_not_counted_from_zero() -> None:
    """Points are taken whole: an offence shown without points is a difference though 0 is shown on both sides."""
    shown = (("2021-06-01", 6, 6), ("2022-02-10", -9, 0, "a"), ("2022-03-10", 0, 0, "b"))

    assert releve_below_zero(*shown, ("2022-04-03", 4, 2), balance=2) == [
        ("other_points", 2, 0),
        ("other_points", 0, 0),
    ]


@pytest.mark.parametrize("points", [0, 2])
def test_a_licence_lost_below_zero(points: int) -> None:
    """From -2 to 0: the relevé may say 2 points, or the none that are seen."""
    dossier = below_zero()
    dossier["acts"] = [*dossier["acts"][:2], {"act": "licence_annulled", "id": "x", "on": "2022-03-20"}]
    shown = [dict(zip(("on", "points", "balance"), movement, strict=True)) for movement in FALLEN]
    document = {
        "format": "releve/1", "on": "2022-05-01", "dossier": dossier, "balance": 0,
        "movements": [*shown, {"on": "2022-03-20", "points": points, "balance": 0, "act": "x"}],
    }  # fmt: skip

    assert check_releve(read_releve(document)).agreeing == ("registered", "strict")


def test_a_stage_counted_from_zero_gives_too_much() -> None:
    """Four points from 0 make 4, and the law gives 2 (doubt D9)."""
    assert releve_below_zero(*FALLEN, ("2022-04-03", 4, 4), balance=4) == [("other_balance", 2, 4)]
    assert releve_below_zero(*FALLEN, ("2022-04-03", 3, 3), balance=3) == [("other_points", 2, 3)]


def test_an_offset_hidden_by_zero_is_told_once() -> None:
    """Without the first withdrawal the relevé stays above; at zero both show the same, and part again afterwards."""
    shown = (("2021-06-01", 6, 6), ("2022-03-10", -4, 2), ("2022-04-03", 4, 6))

    assert releve_below_zero(*shown, balance=6) == [("not_shown", 2, 6)]


def test_a_stage_gives_more_where_the_balance_is_lower() -> None:
    """Case GC-23c: 2 points up to the ceiling; after two points too many withdrawn, 4."""
    shown = [START, ("2021-02-10", -4, 8, "a"), ("2021-04-09", 4, 12, "s")]
    check = checked("GC-23c", "2021-05-01", *shown, balance=12)

    assert told(check) == [("other_points", "2021-02-10", ("2021-02-10", -2), ("2021-02-10", -4), 10, 8)]


def test_a_stage_that_stays_below_the_ceiling() -> None:
    """Four points from 7 make 11, where the law reaches 12 with two."""
    shown = [START, ("2021-02-10", -5, 7, "a"), ("2021-04-09", 4, 11, "s")]
    check = checked("GC-23c", "2021-05-01", *shown, balance=11)

    assert [kind for kind, *_ in told(check)] == ["other_points"]


def test_a_stage_of_three_points_is_a_difference() -> None:
    """A stage gives four points, or as many as the ceiling leaves room for: three from 7 are neither."""
    shown = [START, ("2021-02-10", -5, 7, "a"), ("2021-04-09", 3, 10, "s")]
    check = checked("GC-23c", "2021-05-01", *shown, balance=10)

    assert [kind for kind, *_ in told(check)] == ["other_points", "other_points"]


def test_a_stage_gives_less_where_the_balance_is_higher() -> None:
    """Case GC-23a: 4 points from 8; with two fewer withdrawn, 2 up to the ceiling. 3 would follow from nothing."""
    for points, expected in ((2, 1), (3, 2)):
        shown = [START, ("2021-02-10", -2, 10, "a"), ("2021-04-09", points, 12, "s")]
        check = checked("GC-23a", "2021-05-01", *shown, balance=12)

        assert [kind for kind, *_ in told(check)] == ["other_points"] * expected


@pytest.mark.parametrize(
    ("case", "movement"),
    [
        ("N-08", ("2022-03-02", -6, 6)),
        ("N-08", ("2022-03-01", -7, 5)),
        ("GC-40", ("2024-01-20", 1, 11)),
    ],
)
def test_opposite_movements_are_two(case: str, movement: tuple[str, int, int]) -> None:
    """Unless they set one balance on one day, what takes and what gives are not the same."""
    check = checked(case, movement[0], START, movement, balance=movement[2])

    assert [kind for kind, *_ in told(check)][-2:] == ["not_shown", "not_given"]


def test_a_probation_ends_at_twelve_whatever_was_shown_before() -> None:
    """Case GC-01: a point withdrawn for nothing known comes back at the end of the probation, with its last two."""
    shown = [
        ("2023-01-01", 6, 6),
        ("2024-01-01", 2, 8),
        ("2024-05-02", -1, 7),
        ("2025-01-01", 2, 9),
        ("2026-01-01", 3, 12),
    ]
    check = checked("GC-01", "2026-01-01", *shown, balance=12)

    assert told(check) == [("not_given", "2024-05-02", None, ("2024-05-02", -1), 8, 7)]


def test_a_stage_shown_without_points_at_the_ceiling() -> None:
    """Case GC-23c: without the withdrawal nothing was left to give."""
    check = checked("GC-23c", "2021-05-01", START, ("2021-04-09", 0, 12, "s"), balance=12)

    assert [kind for kind, *_ in told(check)] == ["not_shown"]


def test_a_french_licence_brings_the_points_down_to_its_ceiling() -> None:
    """Six points at most in probation, from 12 as from the 10 that a withdrawal of nothing known left."""
    document: dict[str, object] = {
        "format": "releve/1",
        "on": "2025-06-01",
        "dossier": {
            "format": "dossier/1",
            "licence": {"obtained_on": "2018-06-12", "foreign": True},
            "acts": [{"act": "french_licence", "id": "f", "on": "2025-03-21", "probation": "ordinary"}],
        },
        "movements": [
            {"on": "2018-06-12", "points": 12, "balance": 12},
            {"on": "2020-01-10", "points": -2, "balance": 10},
            {"on": "2025-03-21", "points": -4, "balance": 6},
        ],
        "balance": 6,
    }
    check = check_releve(read_releve(document))

    assert [kind for kind, *_ in told(check)] == ["not_given"]


@pytest.mark.parametrize("act", [(), ("n",)])
def test_a_new_licence_begins_anew_whatever_was_shown_before(act: tuple[str, ...]) -> None:
    """Case N-08: after an annulation that is not shown, the 6 points of the new licence are 6 less, not 6 more."""
    shown = [START, ("2022-03-01", -6, 6, *act), ("2023-03-01", 2, 8)]
    check = checked("N-08", "2023-03-01", *shown, balance=8)

    assert told(check) == [("not_shown", "2021-06-10", ("2021-06-10", -12), None, 0, 12)]


def test_a_new_licence_that_changes_nothing_shown() -> None:
    """After six points too few the new licence begins where the former ended: a movement of 0 points is it."""
    shown = [("1996-05-06", 6, 6), ("2022-03-01", 0, 6), ("2023-03-01", 2, 8)]
    check = checked("N-08", "2023-03-01", *shown, balance=8)

    assert [(kind, on) for kind, on, *_ in told(check)] == [
        ("other_points", "1996-05-06"),
        ("not_shown", "2021-06-10"),
    ]


def test_a_licence_lost_takes_what_was_shown() -> None:
    """Case N-08: two points too many withdrawn, two fewer taken with the licence."""
    shown = [START, ("2020-01-10", -2, 10), ("2021-06-10", -10, 0, "x")]
    check = checked("N-08", "2021-07-01", *shown, balance=0)

    assert told(check) == [("not_given", "2020-01-10", None, ("2020-01-10", -2), 12, 10)]


def carried(*movements: tuple[str, int, int]) -> list[str]:
    """The kinds of the differences for a licence of 6 points on which a balance of 10 is carried over."""
    document: dict[str, object] = {
        "format": "releve/1",
        "on": "2025-06-01",
        "dossier": {
            "format": "dossier/1",
            "licence": {"obtained_on": "2005-06-12", "probation": "none"},
            "acts": [{"act": "carried_over", "id": "c", "on": "2025-03-21", "balance": 10}],
        },
        "movements": [{"on": on, "points": points, "balance": balance} for on, points, balance in movements],
        "balance": 10,
    }
    return [one.kind for one in check_releve(read_releve(document)).compared[0].differences]


def test_a_balance_carried_over_is_the_same_from_anywhere() -> None:
    """Ten points from 12, or from the 8 that a withdrawal of nothing known left."""
    assert carried(("2005-06-12", 12, 12), ("2025-03-21", -2, 10)) == []
    assert carried(("2005-06-12", 12, 12), ("2020-01-10", -4, 8), ("2025-03-21", 2, 10)) == ["not_given"]


def test_nothing_was_shown_below_zero_or_above_twelve() -> None:
    """A first movement larger than its balance begins at zero; one that takes from more than 12 begins there."""
    assert releve_below_zero(("2022-04-03", 4, 2), balance=2) == [
        ("not_shown", 6, 0),
        ("not_shown", 2, 0),
        ("not_shown", 0, 0),
    ]
    check = checked("GC-40", "2024-02-01", ("2024-01-20", -1, 12, "a"), balance=12)

    assert [(kind, shown) for kind, *_, shown in told(check)] == [("not_shown", 12), ("other_balance", 12)]
