"""What comes by itself in the strict reading, where offences not yet decided are known and then forgotten. Doubt D2."""

from mespoints.law import kinds
from mespoints.law.days import NEVER, day_of, iso
from mespoints.law.fold import advance, next_day, start
from mespoints.law.results import Statement
from mespoints.law.rows import Row
from tests.law.lives import moved, offence, told

TWO = offence("a", "2021-01-10", "2021-02-10", 2)


def coming(statement: Statement) -> list[tuple[str, str, int]]:
    """What the statement says is to come."""
    return [(iso(movement.on), movement.cause, movement.points) for movement in statement.next]


def test_a_delay_broken_by_an_offence_not_yet_decided_stays_broken() -> None:
    """The two years have passed on 10 February 2023; what comes next is not the restoration that was barred."""
    inside = offence("b", "2022-06-01", "2023-12-01", 1, decided_on="2024-01-10")

    assert [("2031-02-10", "ten_years", 2)] == coming(told("2023-02-10", TWO, inside, reading="strict"))
    assert [("2031-02-10", "ten_years", 2)] == coming(told("2023-06-01", TWO, inside, reading="strict"))
    assert [] == coming(told("2023-06-01", TWO, inside))


def test_a_delay_still_running_forgets_an_offence_not_yet_decided() -> None:
    """Nothing new happening, its points would not be withdrawn: the restoration comes on its day."""
    inside = offence("b", "2022-06-01", "2023-12-01", 1, decided_on="2024-01-10")
    life = told("2022-12-01", TWO, inside, reading="strict")

    assert [("2023-02-10", "full_restoration", 2)] == coming(life)
    assert [("2021-02-10", "withdrawal", -2, 10)] == moved(life)


def test_an_offence_established_and_not_decided_no_longer_moves_the_delay_ahead() -> None:
    """It is the last one on the day asked, in the strict reading; forgotten ahead, the first one counts again."""
    known = offence("b", "2021-02-01", "2021-06-01", 1, decided_on="2024-01-10")

    assert [("2023-02-10", "full_restoration", 2)] == coming(told("2022-12-01", TWO, known, reading="strict"))


def test_an_offence_decided_on_the_day_asked_is_not_forgotten() -> None:
    """It starts the two years again."""
    today = offence("b", "2022-06-01", "2022-12-01", 2, decided_on="2022-12-01")

    assert [("2024-12-01", "full_restoration", 4)] == coming(told("2022-12-01", TWO, today, reading="strict"))


def test_the_next_day_is_that_of_a_fact_or_of_a_delay() -> None:
    """The licence, the decision, the end of the six months, that of the two years."""
    opening = Row(day_of(2020, 1, 1), kinds.LICENCE_OBTAINED, 0, day_of(2020, 1, 1), -1, 0, 0, -1)
    decided = Row(day_of(2021, 3, 1), kinds.DECIDED, day_of(2021, 2, 10), day_of(2021, 1, 10), 0, 3, 1, -1)
    m = start([opening, decided], strict=False)
    days = []
    while (day := next_day(m)) < NEVER:
        days.append(day)
        advance(m, day, kinds.OF_ITSELF)

    assert [opening.day, decided.day, day_of(2021, 8, 10), day_of(2023, 2, 10)] == days[:4]
