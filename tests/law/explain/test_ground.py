"""The acts and the days behind a movement, looked up one by one: what each sentence is told from."""

from typing import Any

import pytest

from mespoints.law import reasons
from mespoints.law.acts import Dossier
from mespoints.law.days import NEVER, iso, parse_day
from mespoints.law.explain.ground import (
    Ground,
    ban_over,
    days_obtained,
    end_of_full_delay,
    end_of_single_point,
    ground_of,
    handed_back,
    is_found_late,
    licence_not_yet_held,
    limit_of_episode,
    probation_of,
    training_on,
)
from mespoints.law.explain.labels import label_of
from mespoints.law.explain.movements import version_day
from mespoints.law.reading import read_dossier
from mespoints.law.results import Movement
from tests.law.lives import OLD, offence, on_day

AT_FAULT = offence("i1", "2024-01-20", "2024-02-15", 1)


def dossier_of(*acts: dict[str, Any], obtained_on: str = OLD, foreign: bool = False) -> Dossier:
    """A dossier with these acts."""
    licence = {"obtained_on": obtained_on} | ({"foreign": True} if foreign else {})
    return read_dossier({"format": "dossier/1", "licence": licence, "acts": list(acts)})


def grounded(
    dossier: Dossier,
    on: str,
    *,
    act: str | None = None,
    offence_id: str | None = None,
    behind: str | None = None,
    reason: int = reasons.TAKEN,
    known_on: str | None = None,
) -> Ground:
    """The ground of a movement of that day that names these acts."""
    movement = Movement(parse_day(on), "withdrawal", -1, 11, 11, 12, act, offence_id, (), None, reason, behind)
    return ground_of(movement, dossier, parse_day(known_on) if known_on else None)


def told(days: list[int]) -> list[str]:
    """Days as they are written."""
    return [iso(day) for day in days]


def test_a_movement_is_known_on_its_own_day_or_on_the_one_given() -> None:
    """What was known when it was found."""
    dossier = dossier_of(AT_FAULT)

    assert "2024-03-01" == iso(grounded(dossier, "2024-03-01").known_on)
    assert "2024-02-20" == iso(grounded(dossier, "2024-03-01", known_on="2024-02-20").known_on)


def test_only_an_offence_is_looked_up_as_one() -> None:
    """A stage is an act, not an offence."""
    dossier = dossier_of(on_day("formation_complementaire", "f", "2024-02-01"), AT_FAULT)
    ground = grounded(dossier, "2024-03-01", act="f", offence_id="f")

    assert ("f", None) == (ground.act.id if ground.act else None, ground.offence)


@pytest.mark.parametrize(
    ("reason", "end"),
    [(reasons.FULL_BACK, "2026-02-15"), (reasons.FULL_BACK_GRAVE, "2027-02-15"),
     (reasons.FULL_BACK_BEFORE_2011, "2027-02-15")],
)  # fmt: skip
def test_a_full_delay_ends_on_its_quantieme(reason: int, end: str) -> None:
    """Two years or three from the offence that is behind."""
    ground = grounded(dossier_of(AT_FAULT), "2026-02-15", behind="i1", reason=reason)

    assert end == iso(end_of_full_delay(ground))


def test_a_return_is_found_late_on_the_day_of_a_decision_or_of_a_take_over() -> None:
    """And not otherwise; what has no such day is never found late."""
    late = AT_FAULT | {"decided_on": "2027-03-01"}
    carried = on_day("carried_over", "c", "2027-03-01", balance=12, last_final_on="2024-02-15")
    dossier = dossier_of(late, carried, on_day("formation_complementaire", "f", "2027-03-01"))

    assert [True, False, True, False] == [
        is_found_late(grounded(dossier, day, behind=behind))
        for behind, day in (("i1", "2027-03-01"), ("i1", "2027-03-02"), ("c", "2027-03-01"), ("c", "2027-03-02"))
    ]
    assert not is_found_late(grounded(dossier, "2027-03-01", behind="f"))
    assert not is_found_late(grounded(dossier, "2027-03-01"))


def test_the_delay_of_a_single_point_ends_six_months_after_the_offence_is_final() -> None:
    """Never without an offence, never while it is not final."""
    undecided = {key: value for key, value in AT_FAULT.items() if key not in ("final_on", "final_by")}

    assert "2024-08-15" == iso(end_of_single_point(grounded(dossier_of(AT_FAULT), "2024-08-15", offence_id="i1")))
    assert NEVER == end_of_single_point(grounded(dossier_of(AT_FAULT), "2024-08-15"))
    assert NEVER == end_of_single_point(grounded(dossier_of(undecided), "2024-08-15", offence_id="i1"))


def test_the_probation_is_that_of_the_licence_that_opens() -> None:
    """Of the new one when the act is one, of the first otherwise."""
    dossier = dossier_of(on_day("licence_obtained", "n", "2023-01-15", probation="aac"), obtained_on="2015-01-15")

    assert "aac" == probation_of(grounded(dossier, "2023-01-15", act="n"))
    assert "ordinary" == probation_of(grounded(dossier, "2015-01-15"))


def test_licences_obtained_later_are_not_known_yet() -> None:
    """Those of the day itself are."""
    new = on_day("licence_obtained", "n", "2023-01-15")
    dossier = dossier_of(new, obtained_on="2015-01-15")

    assert ["2015-01-15", "2023-01-15"] == told(days_obtained(grounded(dossier, "2023-01-15")))
    assert ["2015-01-15"] == told(days_obtained(grounded(dossier, "2023-01-14")))


AGAIN = (
    on_day("licence_obtained", "n1", "2018-01-15"),
    on_day("licence_obtained", "n2", "2020-01-15"),
    on_day("licence_exchanged", "e", "2021-03-01"),
    on_day("licence_obtained", "n3", "2022-01-15"),
)


def test_an_exchange_hands_back_the_last_licence_before_it() -> None:
    """Not an earlier one, not a later one, not before its day."""
    dossier = dossier_of(*AGAIN)

    assert ["2020-01-15"] == told(sorted(handed_back(grounded(dossier, "2021-03-01"))))
    assert set() == handed_back(grounded(dossier, "2021-02-28"))


def test_an_exchange_with_nothing_before_it_hands_back_no_licence() -> None:
    """Nor does it hand back one obtained on its very day."""
    same_day = dossier_of(on_day("licence_obtained", "n", "2021-03-01"), on_day("licence_exchanged", "e", "2021-03-01"))

    assert {0} == handed_back(grounded(same_day, "2021-03-01"))


def test_an_offence_before_every_licence_came_before_the_last_one_kept() -> None:
    """The one obtained on the very day of the offence is held; what was handed back counts when there is no other."""
    before = offence("i1", "2019-06-01", "2022-06-01", 1)
    dossier = dossier_of(before, *AGAIN)
    no_other = dossier_of(before, *AGAIN[:3])

    assert "2022-01-15" == iso(licence_not_yet_held(grounded(dossier, "2022-06-01", offence_id="i1")))
    assert "2020-01-15" == iso(licence_not_yet_held(grounded(no_other, "2022-06-01", offence_id="i1")))
    on_the_day = dossier_of(offence("i1", "2020-01-15", "2022-06-01", 1), obtained_on="2020-01-15")
    assert 0 == licence_not_yet_held(grounded(on_the_day, "2022-06-01", offence_id="i1"))


def test_a_licence_kept_comes_before_one_handed_back() -> None:
    """Of two licences obtained after an offence, that which the exchange gave back is not the one held."""
    before = offence("i1", "2017-06-01", "2021-06-01", 1)

    assert "2018-01-15" == iso(
        licence_not_yet_held(grounded(dossier_of(before, *AGAIN[:3]), "2021-06-01", offence_id="i1"))
    )


def test_the_last_training_until_the_movement_counts() -> None:
    """That of the day too; without any, none."""
    trained = [on_day("formation_complementaire", f"f{day}", f"2020-09-{day}") for day in ("01", "05", "09")]
    dossier = dossier_of(*trained, obtained_on="2020-01-15")

    assert "2020-09-05" == iso(training_on(grounded(dossier, "2020-09-05")))
    assert "2020-09-01" == iso(training_on(grounded(dossier, "2020-09-04")))
    assert 0 == training_on(grounded(dossier, "2020-08-31"))


def test_the_last_ban_that_is_over_counts() -> None:
    """A ban of a year: over from its anniversary on; a ban still running is not."""
    banned = [on_day("interdiction_de_circuler", f"x{year}", f"{year}-04-02") for year in (2020, 2022, 2024)]
    dossier = dossier_of(*banned, obtained_on="2019-01-15", foreign=True)

    assert "2022-04-02" == iso(ban_over(grounded(dossier, "2024-06-01")))
    assert "2020-04-02" == iso(ban_over(grounded(dossier, "2021-04-02")))
    assert 0 == ban_over(grounded(dossier, "2021-04-01"))


def test_an_episode_may_cost_what_its_gravest_offence_known_by_then_allows() -> None:
    """In 2002 six points, eight with a délit of the same episode, from the day on which that one is decided."""
    small = offence("i1", "2002-01-20", "2002-02-15", 3, "c4", episode="e", decided_on="2002-02-20")
    grave = offence(
        "i2", "2002-01-20", "2002-05-02", 6, "delit", final_by="condamnation", episode="e", decided_on="2002-05-10"
    )
    elsewhere = grave | {"id": "i3", "episode": "other", "decided_on": "2002-03-01", "final_on": "2002-03-01"}
    undecided = {key: value for key, value in grave.items() if key not in ("final_on", "final_by", "decided_on")}
    dossier, waits = dossier_of(small, grave, elsewhere), dossier_of(small, undecided)

    assert [6, 8, 8] == [
        limit_of_episode(grounded(dossier, day, offence_id="i1")) for day in ("2002-05-09", "2002-05-10", "2002-05-11")
    ]
    assert 6 == limit_of_episode(grounded(waits, "2030-01-01", offence_id="i1"))


def test_an_episode_with_drugs_and_alcohol_together_may_cost_nine_points() -> None:
    """Since 11 July 2025."""
    facts = {"final_by": "condamnation", "episode": "e", "decided_on": "2025-09-02"}
    both = offence("i1", "2025-07-20", "2025-09-01", 9, "delit", **facts)
    one = offence("i1", "2025-07-20", "2025-09-01", 6, "delit", **facts)

    assert [9, 8] == [limit_of_episode(grounded(dossier_of(act), "2025-09-02", offence_id="i1")) for act in (both, one)]


@pytest.mark.parametrize(
    ("on", "reason", "version"),
    [
        ("2001-05-31", reasons.ONE_POINT_BACK, "2001-05-31"),
        ("2024-08-15", reasons.ONE_POINT_BACK, "2024-02-15"),
        ("2024-08-15", reasons.ONE_POINT_INTERRUPTED, "2024-02-15"),
        ("2026-02-15", reasons.FULL_BACK, "2024-02-15"),
        ("2026-02-15", reasons.STAGE_BACK, "2026-02-15"),
    ],
)
def test_the_text_is_that_of_the_day_on_which_the_delay_opened(on: str, reason: int, version: str) -> None:
    """The réalité of the offence for a delay, the day of the movement otherwise; nothing before the code of 2001."""
    ground = grounded(dossier_of(AT_FAULT), on, offence_id="i1", behind="i1", reason=reason)

    assert version == iso(version_day(ground))


def test_a_delay_opened_under_the_former_code_is_told_by_the_code_of_2001() -> None:
    """From its first day, 1 June 2001."""
    old = offence("i1", "2000-01-20", "2000-02-15", 1)
    ground = grounded(dossier_of(old), "2003-02-15", offence_id="i1", behind="i1", reason=reasons.FULL_BACK_BEFORE_2011)
    first_day = grounded(dossier_of(old), "2001-06-01", offence_id="i1", reason=reasons.ONE_POINT_BACK)

    assert ("2001-06-01", "2001-06-01") == (iso(version_day(ground)), iso(version_day(first_day)))


@pytest.mark.parametrize(
    ("named", "label"),
    [
        ({"points": 4, "article": "R415-6"}, None),
        ({"points": 4, "paragraph": "al. 1"}, None),
        ({"points": 4, "article": "R415-6", "paragraph": "al. 1", "label": "Stop"}, "Stop"),
        ({"points": 4, "natinf": "203"}, "Non-arrêt ou refus de priorité au stop"),
        ({"points": 4, "natinf": "99999"}, None),
        ({"points": 4, "article": "R415-6", "paragraph": "al. 9"}, None),
        ({"points": 3, "article": "R412-19", "paragraph": "al. 1"}, "Franchissement de ligne continue"),
        ({"points": 1, "article": "R412-19", "paragraph": "al. 1"}, "Chevauchement de ligne continue"),
        ({"points": 4}, None),
    ],
)
def test_an_offence_is_called_by_its_label(named: dict[str, Any], label: str | None) -> None:
    """As the file has it, as the barème has it, of its class and points first; not at all when nothing is found."""
    dossier = dossier_of(offence("i1", "2024-01-20", "2024-02-15", class_="c4", **named))
    act = dossier.acts[0]

    assert label == label_of(act)  # type: ignore[arg-type]
