from typing import Any

import pytest

from mespoints.law.check import check_releve
from mespoints.law.releve import read_releve
from mespoints.law.statement import StatementRefused
from tests.law.releves import checked, releve_document, told

START = ("1996-05-06", 12, 12)

PROBATION = [
    ("2020-01-15", 6, 6),
    ("2021-01-15", 2, 8),
    ("2021-07-10", -2, 6, "a"),
    ("2023-07-10", 6, 12),
]
"""All that the law gives in the case GC-12."""

SINGLE_POINTS = [
    START,
    ("2024-01-20", -1, 11, "a"),
    ("2024-02-15", -1, 10, "b"),
    ("2024-07-20", 1, 11),
    ("2024-08-15", 1, 12),
]
"""All that the law gives in the case GC-40."""

# --- Relevés that agree ----------------------------------------------------------------------------------------------


def test_a_faithful_releve_has_no_difference() -> None:
    """The movements of 0 points of the law are not expected; both readings agree where they are the same."""
    check = checked("GC-12", "2023-07-10", *PROBATION, balance=12)

    assert (told(check), told(check, "strict")) == ([], [])
    assert check.agreeing == ("registered", "strict")
    assert [one.balance for one in check.compared] == [12, 12]


def test_movements_of_no_points_may_be_shown() -> None:
    """A step refused, a probation that ends without a point: shown or not, nothing differs."""
    shown = [*PROBATION[:3], ("2022-01-15", 0, 6), ("2023-01-15", 0, 6), PROBATION[3]]

    assert told(checked("GC-12", "2023-07-10", *shown, balance=12)) == []


def test_the_newest_may_come_first() -> None:
    """A list that runs backwards is read backwards, on one day too."""
    shown = [START, ("2022-05-10", -6, 6, "a"), ("2022-05-10", -2, 4, "b")]
    check = checked("GC-22a", "2022-06-01", *reversed(shown), balance=4)

    assert told(check) == []


def test_the_movements_of_one_day_alone_are_read_as_listed() -> None:
    """Nothing says that the newest come first: the first movement alone is missing."""
    shown = [("2022-05-10", -6, 6, "a"), ("2022-05-10", -2, 4, "b")]

    assert [kind for kind, *_ in told(checked("GC-22a", "2022-06-01", *shown, balance=4))] == ["not_shown"]


def test_a_list_in_disorder_is_put_in_order() -> None:
    """Neither the oldest first nor the newest: by day, and as listed within one."""
    shown = [("2022-05-10", -6, 6, "a"), ("2022-05-10", -2, 4, "b"), START, ("2022-05-20", 0, 4)]

    assert told(checked("GC-22a", "2022-06-01", *shown, balance=4)) == []


def test_two_movements_of_one_day_may_come_in_another_order() -> None:
    """Each balance is that of its place in the relevé."""
    shown = [START, ("2022-05-10", -2, 10, "b"), ("2022-05-10", -6, 4, "a")]

    assert told(checked("GC-22a", "2022-06-01", *shown, balance=4)) == []


def test_the_reading_that_agrees_is_told() -> None:
    """Case GC-41: the register gave the point back; known at all times, the second offence would have kept it."""
    shown = [START, ("2024-01-10", -1, 11), ("2024-07-10", 1, 12), ("2024-08-01", -2, 10)]
    check = checked("GC-41a", "2024-08-01", *shown, balance=10)

    assert check.agreeing == ("registered",)
    assert told(check, "strict") == [
        ("not_given", "2024-07-10", ("2024-07-10", 0), ("2024-07-10", 1), 11, 12),
    ]
    assert [one.balance for one in check.compared] == [10, 9]


def test_the_strict_reading_may_agree_alone() -> None:
    """The same life as a register that knew everything would show it."""
    check = checked("GC-41a", "2024-08-01", START, ("2024-01-10", -1, 11), ("2024-08-01", -2, 9), balance=9)

    assert check.agreeing == ("strict",)
    assert told(check) == [("not_shown", "2024-07-10", ("2024-07-10", 1), None, 12, 11)]


# --- Each kind of difference -----------------------------------------------------------------------------------------


def test_a_movement_not_shown() -> None:
    """A restoration that the administration forgot, with both sums."""
    check = checked("GC-12", "2023-07-10", *PROBATION[:3], balance=6)

    assert told(check) == [("not_shown", "2023-07-10", ("2023-07-10", 6), None, 12, 6)]
    assert check.compared[0].differences[0].articles == ("L223-6",)
    assert check.agreeing == ()


def test_what_a_forgotten_movement_entails_is_told_once() -> None:
    """Case GC-40: a point that did not come back leaves every later balance one below."""
    shown = [*SINGLE_POINTS[:3], ("2024-08-15", 1, 11)]
    check = checked("GC-40", "2024-09-01", *shown, balance=11)

    assert told(check) == [("not_shown", "2024-07-20", ("2024-07-20", 1), None, 11, 10)]


def test_a_movement_left_out_of_the_list_alone() -> None:
    """The balances go on as if it had been shown: told once as well."""
    shown = [*SINGLE_POINTS[:2], *SINGLE_POINTS[3:]]
    check = checked("GC-40", "2024-09-01", *shown, balance=12)

    assert told(check) == [("not_shown", "2024-02-15", ("2024-02-15", -1), None, 10, 11)]


def test_a_movement_left_out_after_another_difference() -> None:
    """The balances go on, three below since a withdrawal of nothing known."""
    shown = [*SINGLE_POINTS[:3], ("2024-05-02", -3, 7), ("2024-08-15", 1, 9)]
    check = checked("GC-40", "2024-09-01", *shown, balance=9)

    assert [(kind, on) for kind, on, *_ in told(check)] == [
        ("not_given", "2024-05-02"),
        ("not_shown", "2024-07-20"),
    ]


def test_the_first_movement_may_be_the_one_missing() -> None:
    """What the relevé shows before its first movement follows from it."""
    check = checked("GC-40", "2024-09-01", *SINGLE_POINTS[1:], balance=12)

    assert told(check) == [("not_shown", "1996-05-06", ("1996-05-06", 12), None, 12, 12)]


@pytest.mark.parametrize(("on", "later"), [("2021-02-01", 1), ("2021-08-01", 2)])
def test_what_was_shown_before_follows_from_the_first_movement(on: str, later: int) -> None:
    """Eight points after two more: six before them, whatever came later."""
    shown = PROBATION[1 : 1 + later]
    check = checked("GC-12", on, *shown, balance=shown[-1][2])

    assert told(check) == [("not_shown", "2020-01-15", ("2020-01-15", 6), None, 6, 6)]


def test_a_releve_without_movement_shows_its_balance() -> None:
    """Every movement of the law is missing; the balance that is shown stands all along."""
    check = checked("GC-08", "2024-03-03", balance=4)

    assert told(check) == [
        ("not_shown", "2023-10-01", ("2023-10-01", 6), None, 6, 4),
        ("not_shown", "2024-02-20", ("2024-02-20", -6), None, 0, 4),
        ("not_shown", "2024-03-03", ("2024-03-03", 4), None, 4, 4),
    ]


def test_a_movement_that_the_law_does_not_give() -> None:
    """A withdrawal of nothing known: art. L. 223-1; what follows from it is not told again."""
    shown = [*SINGLE_POINTS[:3], ("2024-05-02", -3, 7), ("2024-07-20", 1, 8), ("2024-08-15", 1, 9)]
    check = checked("GC-40", "2024-09-01", *shown, balance=9)

    assert told(check) == [("not_given", "2024-05-02", None, ("2024-05-02", -3), 10, 7)]
    assert check.compared[0].differences[0].articles == ("L223-1",)


def test_a_return_that_the_law_does_not_give() -> None:
    """Points given back for nothing known: art. L. 223-6."""
    check = checked("GC-22a", "2022-06-01", START, ("2022-05-10", -6, 6, "a"), ("2022-05-10", -2, 4, "b"),
                    ("2022-05-20", 4, 8), balance=8)  # fmt: skip

    assert told(check) == [("not_given", "2022-05-20", None, ("2022-05-20", 4), 4, 8)]
    assert check.compared[0].differences[0].articles == ("L223-6",)


def test_what_the_law_says_of_a_movement_that_it_does_not_give() -> None:
    """Case GC-22a: the third of three simultaneous offences takes nothing, art. R. 223-2."""
    shown = [START, ("2022-05-10", -6, 6, "a"), ("2022-05-10", -2, 4, "b"), ("2022-05-12", -3, 1, "c")]
    check = checked("GC-22a", "2022-06-01", *shown, balance=1)

    assert told(check) == [("not_given", "2022-05-12", ("2022-05-10", 0), ("2022-05-12", -3), 4, 1)]
    assert check.compared[0].differences[0].articles == ("R223-2",)


def test_the_reason_is_that_of_the_day_when_no_act_is_named() -> None:
    """Case GC-12: a step of probation that the offence stopped."""
    shown = [*PROBATION[:3], ("2022-01-15", 2, 8), ("2023-07-10", 4, 12)]
    check = checked("GC-12", "2023-07-10", *shown, balance=12)

    assert told(check) == [("not_given", "2022-01-15", ("2022-01-15", 0), ("2022-01-15", 2), 6, 8)]


@pytest.mark.parametrize(
    ("case", "movement"),
    [
        ("GC-12", ("2022-01-15", -1, 5)),
        ("GC-12", ("2022-01-20", 1, 7)),
        ("GC-22a", ("2022-05-10", 2, 6)),
        ("GC-22a", ("2022-05-11", -1, 3)),
        ("GC-22a", ("2022-05-11", -1, 3, "a")),
    ],
)
def test_what_has_another_reason_has_none(case: str, movement: tuple[Any, ...]) -> None:
    """A step refused says nothing of a withdrawal, nor of another day; nor does an offence that took nothing."""
    shown = PROBATION[:3] if case == "GC-12" else [START, ("2022-05-10", -6, 6, "a"), ("2022-05-10", -2, 4, "b")]
    check = checked(case, "2022-06-01", *shown, movement, balance=movement[2])

    assert [(kind, law) for kind, _, law, *_ in told(check)] == [("not_given", None)]
    assert check.compared[0].differences[0].articles == (("L223-1",) if movement[1] < 0 else ("L223-6",))


def test_a_movement_shown_twice() -> None:
    """The law gives it once; the second is the difference."""
    shown = [*SINGLE_POINTS[:2], ("2024-01-20", -1, 10), ("2024-02-15", -1, 9), ("2024-07-20", 1, 10)]
    check = checked("GC-40", "2024-08-01", *shown, balance=10)

    assert told(check) == [("not_given", "2024-01-20", None, ("2024-01-20", -1), 11, 10)]


@pytest.mark.parametrize("act", [(), ("a",)])
def test_other_points(act: tuple[str, ...]) -> None:
    """Three points instead of two; the return to 12 gives one more for that, and is no difference."""
    shown = [*PROBATION[:2], ("2021-07-10", -3, 5, *act), ("2023-07-10", 7, 12)]
    check = checked("GC-12", "2023-07-10", *shown, balance=12)

    assert told(check) == [("other_points", "2021-07-10", ("2021-07-10", -2), ("2021-07-10", -3), 6, 5)]


def test_points_that_follow_from_nothing_told_are_told() -> None:
    """After a point too many withdrawn the return may give 7 points, or 6 again: 5 are another difference."""
    shown = [*PROBATION[:2], ("2021-07-10", -3, 5), ("2023-07-10", 5, 10)]
    check = checked("GC-12", "2023-07-10", *shown, balance=10)

    assert told(check) == [
        ("other_points", "2021-07-10", ("2021-07-10", -2), ("2021-07-10", -3), 6, 5),
        ("other_points", "2023-07-10", ("2023-07-10", 6), ("2023-07-10", 5), 12, 10),
    ]


def test_a_return_short_of_twelve_for_what_was_told_is_not_told() -> None:
    """The same 6 points leave the balance one below, as it was."""
    shown = [*PROBATION[:2], ("2021-07-10", -3, 5), ("2023-07-10", 6, 11)]
    check = checked("GC-12", "2023-07-10", *shown, balance=11)

    assert [on for _, on, *_ in told(check)] == ["2021-07-10"]


def test_other_balance() -> None:
    """The right points, and a sum that is wrong: told once, the offset stands afterwards."""
    shown = [*SINGLE_POINTS[:2], ("2024-02-15", -1, 9), ("2024-07-20", 1, 10), ("2024-08-15", 1, 11)]
    check = checked("GC-40", "2024-09-01", *shown, balance=11)

    assert told(check) == [("other_balance", "2024-02-15", ("2024-02-15", -1), ("2024-02-15", -1), 10, 9)]


def test_a_balance_that_jumps_twice_is_told_twice() -> None:
    """A new offset is a new difference."""
    shown = [*SINGLE_POINTS[:2], ("2024-02-15", -1, 9), ("2024-07-20", 1, 9), ("2024-08-15", 1, 10)]
    check = checked("GC-40", "2024-09-01", *shown, balance=10)

    assert [(kind, on) for kind, on, *_ in told(check)] == [
        ("other_balance", "2024-02-15"),
        ("other_balance", "2024-07-20"),
    ]


def test_a_balance_set_right_is_no_difference() -> None:
    """Where both sums are the same again, nothing is told."""
    shown = [*SINGLE_POINTS[:2], ("2024-02-15", -1, 9), *SINGLE_POINTS[3:]]
    check = checked("GC-40", "2024-09-01", *shown, balance=12)

    assert [(kind, on) for kind, on, *_ in told(check)] == [("other_balance", "2024-02-15")]


def test_a_return_of_other_points_is_no_return_to_a_figure() -> None:
    """One point comes back, not the four that would make up for a withdrawal of nothing known."""
    shown = [*SINGLE_POINTS[:3], ("2024-05-02", -3, 7), ("2024-07-20", 4, 11), SINGLE_POINTS[4]]
    check = checked("GC-40", "2024-09-01", *shown, balance=12)

    assert [kind for kind, *_ in told(check)] == ["not_given", "other_points"]


def test_other_balance_beside_a_movement_of_no_points() -> None:
    """A line that moves nothing may still show another sum."""
    shown = [*PROBATION[:3], ("2022-01-15", 0, 7), PROBATION[3]]
    check = checked("GC-12", "2023-07-10", *shown, balance=12)

    assert told(check) == [("other_balance", "2022-01-15", None, ("2022-01-15", 0), 6, 7)]
    assert check.compared[0].differences[0].articles == ("L223-1",)


def test_a_balance_shown_before_the_licence() -> None:
    """Before the first movement the law gives nothing."""
    check = checked("GC-40", "2024-09-01", ("1996-01-01", 0, 3), *SINGLE_POINTS, balance=12)

    assert told(check) == [("other_balance", "1996-01-01", None, ("1996-01-01", 0), 0, 3)]
    assert check.compared[0].differences[0].articles == ("R223-1",)


def test_other_final_balance() -> None:
    """The movements agree and the balance of the day does not."""
    check = checked("GC-40", "2024-09-01", *SINGLE_POINTS, balance=11)

    assert told(check) == [("other_final_balance", "2024-09-01", None, None, 12, 11)]


@pytest.mark.parametrize(("on", "shown", "article"), [("2023-02-01", 3, "L223-1"), ("2023-07-10", 4, "L223-6")])
def test_a_final_balance_rests_on_what_moved_it_last(on: str, shown: int, article: str) -> None:
    """Not on the end of the probation, which gave nothing; on the movement of the day itself."""
    check = checked("GC-12", on, *PROBATION[:shown], balance=1)

    assert [(one.kind, one.articles) for one in check.compared[0].differences] == [("other_final_balance", (article,))]


# --- The same movement on another day --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shown_on", "first"),
    [("2024-07-29", ("2024-07-20", 11, 10)), ("2024-07-10", ("2024-07-10", 10, 11))],
)
def test_another_day_is_one_difference(shown_on: str, first: tuple[str, int, int]) -> None:
    """Late or early: told on the first of both days, with the sums of the time between them."""
    shown = [*SINGLE_POINTS[:3], (shown_on, 1, 11), SINGLE_POINTS[4]]
    check = checked("GC-40", "2024-09-01", *shown, balance=12)
    on, law, releve = first

    assert told(check) == [("other_day", on, ("2024-07-20", 1), (shown_on, 1), law, releve)]


@pytest.mark.parametrize(("shown_on", "kinds"), [("2022-11-09", 1), ("2022-11-10", 2)])
def test_too_far_is_another_movement(shown_on: str, kinds: int) -> None:
    """Half a year apart, 183 days, a movement of the same points is still the same one."""
    check = checked("GC-22a", "2023-01-01", START, ("2022-05-10", -6, 6), (shown_on, -2, 4), balance=4)

    assert len(told(check)) == kinds


@pytest.mark.parametrize(("shown_on", "kinds"), [("2022-06-10", 1), ("2022-06-11", 2)])
def test_other_day_and_points_within_a_month(shown_on: str, kinds: int) -> None:
    """With other points too, 31 days apart at most."""
    check = checked("GC-22a", "2023-01-01", START, ("2022-05-10", -6, 6), (shown_on, -3, 3), balance=3)

    assert len(told(check)) == kinds
    if kinds == 1:
        assert told(check) == [("other_day_and_points", "2022-05-10", ("2022-05-10", -2), (shown_on, -3), 4, 6)]


def test_an_act_that_is_named_counts_before_the_day() -> None:
    """The relevé shows each withdrawal on the day of the other, and says which is which."""
    shown = [START, ("2024-01-20", -1, 11, "b"), ("2024-02-15", -1, 10, "a"), *SINGLE_POINTS[3:]]
    check = checked("GC-40", "2024-09-01", *shown, balance=12)

    assert [(kind, law, seen) for kind, _, law, seen, *_ in told(check)] == [
        ("other_day", ("2024-01-20", -1), ("2024-02-15", -1)),
        ("other_day", ("2024-02-15", -1), ("2024-01-20", -1)),
    ]


def test_an_act_that_is_named_may_be_years_away() -> None:
    """No distance makes two movements of what bears one name."""
    shown = [START, ("2024-02-15", -1, 11, "b"), ("2024-07-20", 1, 12), ("2026-01-20", -1, 11, "a")]
    check = checked("GC-40", "2026-03-01", *shown, balance=11)

    assert ("other_day", "2024-01-20", ("2024-01-20", -1), ("2026-01-20", -1), 11, 12) in told(check)


def test_another_act_is_another_movement() -> None:
    """Same day, same points, but the relevé says that another offence took them."""
    check = checked("GC-40", "2024-02-01", START, ("2024-01-20", -1, 11, "b"), balance=11)

    assert [kind for kind, *_ in told(check)] == ["not_shown", "not_given"]


@pytest.mark.parametrize("act", [(), ("a",)])
def test_of_two_on_its_day_the_movement_is_the_one_of_its_points(act: tuple[str, ...]) -> None:
    """The other is what the law does not give, whatever their order."""
    twice = [("2024-01-20", -2, 10, *act), ("2024-01-20", -1, 9, *act)]
    for shown in (twice, [("2024-01-20", -1, 11, *act), ("2024-01-20", -2, 9, *act)]):
        check = checked("GC-40", "2024-02-01", START, *shown, balance=9)

        assert [(kind, seen) for kind, _, _, seen, *_ in told(check)] == [("not_given", ("2024-01-20", -2))]


def test_the_day_counts_before_the_points() -> None:
    """Other points on the day are the movement; the right points ten days later are one that the law does not give."""
    shown = [START, ("2024-01-20", -2, 10), ("2024-01-30", -1, 9)]
    check = checked("GC-40", "2024-02-01", *shown, balance=9)

    assert [(kind, on) for kind, on, *_ in told(check)] == [("other_points", "2024-01-20"), ("not_given", "2024-01-30")]


def test_a_movement_of_no_points_is_none_of_the_law() -> None:
    """A line of that day which names nothing and takes nothing is not the withdrawal."""
    check = checked("GC-40", "2024-02-01", START, ("2024-01-20", 0, 12), balance=12)

    assert [kind for kind, *_ in told(check)] == ["not_shown"]


def test_a_return_that_names_no_act_may_bear_any() -> None:
    """The law gives all points back for no act in particular; the relevé may name the one that it thinks of."""
    shown = [*PROBATION[:3], ("2023-07-10", 6, 12, "a")]

    assert told(checked("GC-12", "2023-07-10", *shown, balance=12)) == []


def test_of_two_alike_the_movement_is_the_one_of_its_balance() -> None:
    """The same points on the same day twice, the second time with the right sum."""
    shown = [START, ("2024-01-20", -1, 10), ("2024-01-20", -1, 11)]
    check = checked("GC-40", "2024-02-01", *shown, balance=11)

    assert [(kind, law, balance) for kind, _, law, _, _, balance in told(check)] == [("not_given", None, 10)]


def test_the_nearest_day_is_the_same_movement() -> None:
    """Two withdrawals of one point, one of them shown, three days after the second."""
    check = checked("GC-40", "2024-03-01", START, ("2024-02-18", -1, 11), balance=11)

    assert [(kind, law) for kind, _, law, *_ in told(check)] == [
        ("not_shown", ("2024-01-20", -1)),
        ("other_day", ("2024-02-15", -1)),
    ]


def test_the_point_that_comes_back_may_bear_the_name_of_its_offence() -> None:
    """A return names no act in the law; the relevé may name the offence that it gives back."""
    shown = [*SINGLE_POINTS[:3], ("2024-07-20", 1, 11, "a"), ("2024-08-15", 1, 12, "b")]

    assert told(checked("GC-40", "2024-09-01", *shown, balance=12)) == []


def test_a_named_movement_shown_without_points() -> None:
    """The administration shows the offence and took nothing."""
    shown = [START, ("2024-01-20", 0, 12, "a"), ("2024-02-15", -1, 11, "b")]
    check = checked("GC-40", "2024-02-20", *shown, balance=11)

    assert told(check) == [("other_points", "2024-01-20", ("2024-01-20", -1), ("2024-01-20", 0), 11, 12)]


def test_a_day_before_the_licence_is_refused() -> None:
    """There is nothing to hold a relevé against before there is a licence."""
    releve = read_releve(releve_document("GC-12", "2019-01-01", balance=6))

    with pytest.raises(StatementRefused):
        check_releve(releve)
