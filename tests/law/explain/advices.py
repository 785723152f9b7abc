"""A life for each sentence of the advice on a stage."""

from tests.law.explain.grounds import BANNED, EMPTY, LOST, SIX, THREE_NOVICE, Life
from tests.law.lives import offence, on_day, stage

NOVICE = "2020-01-15"
ONE = offence("i1", "2023-12-20", "2024-01-10", 1)
TWO_YEARS_SOON = offence("i1", "2022-01-20", "2022-02-20", 6, "c3")
"""Full restoration on 20 February 2024."""


def pending(points: int, id_: str = "p") -> dict[str, object]:
    """An offence known and not established."""
    return {"act": "offence", "id": id_, "class": "c4", "points": points, "committed_on": "2024-01-12"}


ADVICE: dict[str, Life] = {
    "useful": Life("2024-02-01", (SIX,)),
    "little_to_gain": Life("2024-02-01", (ONE,)),
    "overtaken": Life("2024-02-19", (TWO_YEARS_SOON,)),
    "nothing_to_gain": Life("2003-02-11", (offence("i1", "2003-01-20", "2003-02-10", 1),)),
    "too_soon": Life("2024-06-03", (SIX, stage("s", "2024-03-02"))),
    "too_soon_for_nothing": Life(
        "2024-03-10", (offence("i1", "2022-04-20", "2022-05-10", 6, "c2"), stage("s", "2024-03-02"))
    ),
    "too_soon_at_zero": Life(
        "2024-06-03", (SIX, stage("s", "2024-03-02"), offence("i2", "2024-03-20", "2024-05-10", 9, "delit"),
         offence("i3", "2024-03-21", "2024-05-11", 3)),
        obtained_on=NOVICE,
    ),
    "at_ceiling": Life("2024-02-01"),
    "at_ceiling_until": Life("2021-09-01", (THREE_NOVICE, stage("s", "2021-08-01")), obtained_on=NOVICE),
    "not_held": Life("2024-05-01", LOST),
    "banned": Life("2024-05-01", BANNED, foreign=True),
    "zero_foreign": Life("2024-03-20", EMPTY, foreign=True),
    "zero_not_enough_foreign": Life(
        "2024-03-20", (*EMPTY, offence("i3", "2024-02-21", "2024-03-10", 6, "c4")), foreign=True
    ),
    "too_soon_at_zero_foreign": Life(
        "2024-06-03", (SIX, stage("s", "2024-03-02"), offence("i2", "2024-03-20", "2024-05-10", 9, "delit"),
         offence("i3", "2024-03-21", "2024-05-11", 3)),
        foreign=True,
    ),
    "zero": Life("2024-03-20", EMPTY),
    "zero_not_enough": Life("2024-03-20", (*EMPTY, offence("i3", "2024-02-21", "2024-03-10", 6, "c4"))),
}  # fmt: skip
"""A life for each first sentence."""

FOLLOWED: dict[str, Life] = {
    "once_in_two_years": Life("2010-06-03", (offence("i1", "2009-12-20", "2010-01-10", 6, "delit"),
                                             stage("s", "2010-03-02"))),
    "more_later": Life("2021-03-01", (offence("i1", "2021-01-20", "2021-02-10", 1),), obtained_on=NOVICE),
    "more_later_if_not_now": Life(
        "2022-09-01", (offence("i1", "2022-07-20", "2022-08-10", 1),), obtained_on=NOVICE
    ),
    "more_if_pending": Life("2024-02-01", (ONE, pending(3))),
    "more_if_several_pending": Life("2024-02-01", (ONE, pending(3), pending(4, "q"))),
    "pending_to_zero": Life("2024-02-01", (SIX, pending(6))),
    "several_pending_to_zero": Life("2024-02-01", (SIX, pending(4), pending(4, "q"))),
    "pending_to_zero_anyway": Life("2024-03-20", (*EMPTY, pending(6))),
    "several_pending_to_zero_anyway": Life("2024-02-01", (SIX, pending(6), pending(4, "q"))),
    "otherwise": Life("2024-02-01", (SIX,)),
    "otherwise_as_much": Life("2021-03-01", (offence("i1", "2021-01-20", "2021-02-10", 1),), obtained_on=NOVICE),
    "soon_otherwise": Life("2024-02-01", (TWO_YEARS_SOON,)),
    "never_otherwise": Life("2024-02-01", (on_day("carried_over", "c", "2024-01-01", balance=7),)),
}  # fmt: skip
"""A life for each sentence that follows another, or fills one."""
