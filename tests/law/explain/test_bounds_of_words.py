"""On which side of a bound a sentence stands: results made by hand, one step before it, on it and after it."""

import pytest

from mespoints.law.acts import Dossier
from mespoints.law.check import Difference
from mespoints.law.comparison import Outcome, Standing
from mespoints.law.days import parse_day
from mespoints.law.explain.advice import (
    AdviceGaps,
    advice_keys,
    day_of_higher_gain,
    last_stage_on,
    more_later_keys,
    pending_keys,
    waiting_key,
)
from mespoints.law.explain.afterwards import because_remedy, key_of_remedy
from mespoints.law.explain.differences import DifferenceGaps, shown_count
from mespoints.law.explain.language import language_of
from mespoints.law.explain.returning import concerns, settled
from mespoints.law.explain.scenarios import course, is_foreign_on
from mespoints.law.reading import read_dossier
from mespoints.law.releve import Shown
from mespoints.law.results import Movement, Pending, Remedy, Statement
from mespoints.law.suppositions import Scenario
from tests.law.explain.grounds import Life
from tests.law.lives import OLD, offence, on_day, stage, told

SPACE = "\N{NO-BREAK SPACE}"
EMPTY = read_dossier({"format": "dossier/1", "licence": {"obtained_on": OLD}, "acts": []})


def moved(on: str, cause: str, points: int, balance: int, ceiling: int = 12, offence_id: str | None = None) -> Movement:
    """A movement made by hand."""
    return Movement(parse_day(on), cause, points, balance, balance, ceiling, None, offence_id, (), None, 0)


def awaiting(statement: Statement, *points: int) -> Statement:
    """The statement with as many pending offences."""
    return statement._replace(pending=tuple(Pending(f"p{n}", -cost, "decision") for n, cost in enumerate(points)))


LOW = told("2024-12-01", offence("i1", "2024-01-20", "2024-02-15", 6, "delit"))
"""Six points left, a stage gives four."""


@pytest.mark.parametrize(
    ("lost", "keys"),
    [
        ((), []),
        ((5,), []),
        ((6,), ["pending_to_zero"]),
        ((9,), ["pending_to_zero"]),
        ((10,), ["pending_to_zero_anyway"]),
        ((3, 3), ["several_pending_to_zero"]),
        ((6, 4), ["several_pending_to_zero_anyway"]),
    ],
)
def test_what_pending_offences_threaten(lost: tuple[int, ...], keys: list[str]) -> None:
    """As many points as are left is too many; a stage saves as long as one point more is there."""

    assert (6, 4) == (LOW.balance, LOW.stage.gain)
    assert keys == pending_keys(awaiting(LOW, *lost))


def test_a_stage_that_gives_nothing_saves_nothing() -> None:
    """Whatever the balance."""
    without = LOW._replace(stage=LOW.stage._replace(gain=0))

    assert ["pending_to_zero_anyway"] == pending_keys(awaiting(without, 6))


def test_a_stage_that_gives_one_point_may_save() -> None:
    """Six left, six to lose, one more by the stage."""
    with_one = LOW._replace(stage=LOW.stage._replace(gain=1))

    assert ["pending_to_zero"] == pending_keys(awaiting(with_one, 6))


def test_without_anything_pending_a_licence_at_zero_is_not_threatened_again() -> None:
    """Nothing is lost by nothing, even with no point left."""
    at_zero = LOW._replace(balance=0, signed_balance=0, stage=LOW.stage._replace(gain=0))

    assert [] == pending_keys(at_zero)
    assert [] == pending_keys(awaiting(at_zero._replace(stage=LOW.stage), 1))
    assert ["pending_to_zero_anyway"] == pending_keys(awaiting(at_zero, 1))


@pytest.mark.parametrize(
    ("matched_on", "key"),
    [
        (None, "never_otherwise"),
        ("2025-02-28", "soon_otherwise"),
        ("2025-03-01", "soon_otherwise"),
        ("2025-03-02", "otherwise_as_much"),
        ("2026-12-01", "otherwise"),
    ],
)
def test_three_months_are_soon(matched_on: str | None, key: str) -> None:
    """To the day; the day of twelve points is told as such."""
    day = None if matched_on is None else parse_day(matched_on)
    coming = (moved("2025-06-01", "one_point", 1, 7), moved("2026-12-01", "two_or_three_years", 5, 12))
    statement = LOW._replace(stage=LOW.stage._replace(matched_on=day), next=coming)

    assert key == waiting_key(statement)


@pytest.mark.parametrize(("on", "gap"), [("2011-03-14", "once_in_two_years"), ("2011-03-16", "once_a_year")])
def test_the_rhythm_of_stages_is_that_of_the_day(on: str, gap: str) -> None:
    """Every two years until the law of 14 March 2011 is in force, every year since."""
    words = language_of("fr")

    assert words.stages[gap] == AdviceGaps(LOW._replace(on=parse_day(on)), words)["rhythm"]


def test_the_stage_that_bars_another_is_the_last_one() -> None:
    """A movement on the same day that is no stage bars nothing."""
    statement = told(
        "2024-12-01",
        offence("i1", "2022-01-20", "2022-02-15", 6, "delit"),
        stage("s", "2022-06-02"),
        stage("t", "2024-08-02"),
    )
    rows = (*statement.movements, moved("2024-08-10", "one_point", 1, 11))
    again = statement._replace(movements=rows, stage=statement.stage._replace(allowed_from=parse_day("2025-08-03")))
    of_the_other = statement._replace(
        movements=rows, stage=statement.stage._replace(allowed_from=parse_day("2025-08-10"))
    )

    assert parse_day("2024-08-02") == last_stage_on(again)
    assert last_stage_on(of_the_other) is None
    assert (
        last_stage_on(statement._replace(stage=statement.stage._replace(allowed_from=parse_day("2030-01-01")))) is None
    )


@pytest.mark.parametrize(
    ("on", "gain", "key"),
    [("2022-01-13", 1, "more_later"), ("2022-01-14", 1, "more_later_if_not_now"), ("2022-01-14", 0, "more_later")],
)
def test_a_stage_of_today_may_bar_the_one_that_would_give_more(on: str, gain: int, key: str) -> None:
    """The ceiling rises on 15 January 2023: a stage begun a day too late for that one bars it, if it gives anything."""
    statement = told(on, offence("i1", "2021-12-20", "2021-12-25", 1), obtained_on="2020-01-15")
    giving = statement._replace(stage=statement.stage._replace(gain=gain))

    assert parse_day("2023-01-15") == day_of_higher_gain(statement)
    assert [key] == [found for found in more_later_keys(giving) if found.startswith("more_later")]


def remedy(state: str, *, last_on: str | None, runs_from: str = "2022-06-15") -> Remedy:
    """A remedy against a letter notified on 15 June 2022."""
    return Remedy("l", state, parse_day(last_on) if last_on else None, parse_day(runs_from), parse_day("2022-06-15"))


LETTER = read_dossier(
    {"format": "dossier/1", "licence": {"obtained_on": OLD}, "acts": [on_day("lettre_48si", "l", "2022-06-15")]}
)


def test_a_remedy_that_waits_without_an_end_names_no_day() -> None:
    """The delay runs from an answer that is not there: no day is told for it."""
    open_ended, until = remedy("waiting", last_on=None), remedy("waiting", last_on="2022-12-02", runs_from="2022-10-01")

    assert ("waiting_for_answer", "waiting") == (key_of_remedy(open_ended), key_of_remedy(until))
    assert "octobre" in because_remedy(until, LETTER)
    assert 1 == because_remedy(open_ended, LETTER).count("2022")


def difference(law: int | None, shown: int | None) -> DifferenceGaps:
    """The gaps of a difference: the points of the law and those that the relevé shows."""
    day = parse_day("2024-05-02")
    of_law = None if law is None else moved("2024-05-02", "stage", law, 10)
    of_releve = None if shown is None else Shown(day, shown, 10, None)
    return DifferenceGaps(Difference("other_points", day, of_law, of_releve, 10, 10, ()), EMPTY, "fr")


def test_points_not_shown_are_none() -> None:
    """Neither one more nor one less; what takes nothing gives back."""

    assert (0, 0) == (difference(3, None).shown_points, difference(None, None).points)
    assert "rend" == difference(0, None).verb()
    assert "retire" == difference(-1, None).verb()


@pytest.mark.parametrize(
    ("law", "shown", "count"), [(3, 2, "2"), (-3, -2, "2"), (1, -1, "−1"), (-1, 1, "+1"), (3, 0, "aucun"), (0, 1, "1")]
)
def test_a_sign_is_told_where_the_releve_goes_the_other_way(law: int, shown: int, count: str) -> None:
    """And only there."""

    assert count == shown_count(difference(law, shown))


def outcome(*path: tuple[str, int, int], **days: str | None) -> Outcome:
    """An outcome along this path: day, balance, ceiling; an offence moves each day."""
    standings = tuple(Standing(parse_day(on), balance, balance, ceiling, "valid") for on, balance, ceiling in path)
    coming = tuple(
        Movement(parse_day(on), "stage", 1, balance, balance, ceiling, "s", None, (), None, 0)
        for on, balance, ceiling in path[1:]
    )
    named = {name: parse_day(day) if day else None for name, day in days.items()}
    given = {"zero_on": None, "twelve_on": None, "ceiling_on": None} | named
    return Outcome(Scenario(()), EMPTY, coming, standings, 0, standings[0].on, **given)  # type: ignore[arg-type]


def told_course(one: Outcome) -> str:
    """In French, with plain spaces."""
    return course(one, "fr").replace(SPACE, " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


START, LATER, LAST = ("2024-12-01", 6, 8), ("2025-03-01", 7, 8), ("2025-06-01", 8, 8)


def test_the_ceiling_is_told_when_it_is_reached_later() -> None:
    """With its height of that day; not when it is there from the start."""
    reached = outcome(START, LATER, ("2025-06-01", 10, 10), ceiling_on="2025-06-01")
    from_start = outcome(("2024-12-01", 8, 8), ("2025-03-01", 7, 8), ceiling_on="2024-12-01")

    assert "10 points" in told_course(reached)
    assert "1er juin 2025" in told_course(reached)
    assert "1er décembre 2024" not in told_course(from_start)


def test_twelve_points_come_again_only_where_they_could_be_before() -> None:
    """The height of the first day decides between « retour » and the first time."""
    again = outcome(("2024-12-01", 6, 12), ("2025-03-01", 12, 12), twelve_on="2025-03-01")
    first = outcome(START, ("2025-03-01", 12, 12), twelve_on="2025-03-01")

    assert told_course(again) != told_course(first)


def test_after_zero_the_course_is_told_from_the_next_day() -> None:
    """What was on the day of zero, and before, is told apart."""
    fallen = outcome(("2024-12-01", 3, 12), ("2025-03-01", 0, 12), ("2025-03-02", 4, 12), zero_on="2025-03-01")

    assert "2 mars 2025" in told_course(fallen)
    assert "1er mars 2025" not in told_course(fallen)


def foreign(*acts: dict[str, object]) -> Dossier:
    """The dossier of a holder of a foreign licence."""
    licence = {"obtained_on": "2015-01-15", "foreign": True}
    return read_dossier({"format": "dossier/1", "licence": licence, "acts": list(acts)})


def test_a_licence_is_foreign_until_the_day_of_the_french_one() -> None:
    """From that day on a 48SI awaits its holder, and not a ban."""
    dossier = foreign(on_day("french_licence", "f", "2024-02-01"))

    assert [True, False, False] == [
        is_foreign_on(dossier, parse_day(day)) for day in ("2024-01-31", "2024-02-01", "2024-02-02")
    ]


def test_only_points_given_fill_a_licence() -> None:
    """A movement of nothing, or one that takes, on a licence at twelve settles nothing and is not waited for."""
    taken = moved("2024-02-15", "withdrawal", -1, 11, offence_id="i1")
    full, nothing, loss = (moved("2024-08-15", "stage", points, 12) for points in (1, 0, -1))

    assert "back_to_12" == getattr(settled(taken, (full,)), "key", None)
    assert settled(taken, (nothing,)) is None
    assert settled(taken, (loss,)) is None
    assert [True, False, False] == [concerns(movement, taken) for movement in (full, nothing, loss)]


def test_what_threatens_is_said_to_a_foreign_licence_at_zero_too() -> None:
    """Pending offences follow the advice of both kinds of licence."""
    empty = (
        offence("i1", "2023-12-20", "2024-01-10", 6, "delit", final_by="condamnation"),
        offence("i2", "2024-02-20", "2024-03-10", 6, "delit", final_by="condamnation"),
        {"act": "offence", "id": "i3", "class": "c4", "points": 4, "committed_on": "2024-03-20"},
    )
    _, statement = Life("2024-04-01", empty, obtained_on="2018-01-15", foreign=True).told()

    assert "zero_foreign" == advice_keys(statement)[0]
    assert 2 == len(advice_keys(statement))
