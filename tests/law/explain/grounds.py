"""One life for each sentence: the day on which it is told, and the sentence expected among those of the statement."""

from typing import Any, NamedTuple

from mespoints.law.acts import Dossier
from mespoints.law.days import parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.results import Statement
from mespoints.law.statement import make_statement
from tests.law.lives import OLD, offence, on_day, stage


class Life(NamedTuple):
    """A dossier and the day on which its sentences are read."""

    on: str
    acts: tuple[dict[str, Any], ...] = ()
    obtained_on: str = OLD
    probation: str | None = None
    reading: str = "registered"
    foreign: bool = False

    def told(self) -> tuple[Dossier, Statement]:
        """The dossier, and its statement on the day."""
        licence: dict[str, Any] = {"obtained_on": self.obtained_on}
        if self.probation:
            licence["probation"] = self.probation
        if self.foreign:
            licence["foreign"] = True
        dossier = read_dossier({"format": "dossier/1", "licence": licence, "acts": list(self.acts)})
        return dossier, make_statement(dossier, parse_day(self.on), self.reading)


ONE = offence("i1", "2023-12-20", "2024-01-10", 1)
SIX = offence("i1", "2023-12-20", "2024-01-10", 6, "delit", final_by="condamnation")
EMPTY = (SIX, offence("i2", "2024-02-20", "2024-03-10", 6, "delit", final_by="condamnation"))
THREE_NOVICE = offence("i1", "2021-06-20", "2021-07-10", 3)
LOST = (*EMPTY, on_day("lettre_48si", "l1", "2024-04-02"))
TOGETHER = {"episode": "e"}
EVERY_TWO_YEARS = tuple(offence(f"j{year}", f"{year}-01-20", f"{year}-02-10", 2) for year in (2016, 2018, 2020, 2022))
"""Never two years without one: no full restoration comes."""
JUDGED = on_day("licence_annulled", "a", "2024-04-02")
SECOND_LETTER = on_day("lettre_48si", "l2", "2024-05-02")
CARRIED = on_day("carried_over", "c", "2024-05-01", balance=7)
AGAIN = on_day("licence_obtained", "n", "2025-01-15")
BANNED = (*EMPTY, on_day("interdiction_de_circuler", "x", "2024-04-02"))
LETTER_ANNULLED = on_day("lettre_48si_annulled", "w", "2025-03-03")
LATER = offence("i3", "2024-02-21", "2024-05-10", 6, "delit")
STAGES = (stage("s", "2018-06-01"), stage("t", "2022-01-02"), stage("u", "2023-06-01"))

LIVES: dict[str, Life] = {
    "obtained_with_6": Life("2020-01-15", obtained_on="2020-01-15"),
    "obtained_with_6_again": Life("2022-03-01", (on_day("licence_obtained", "n", "2022-03-01"),)),
    "obtained_with_12": Life("2020-01-15", obtained_on="2020-01-15", probation="none"),
    "obtained_with_12_again": Life("2022-03-01", (on_day("licence_obtained", "n", "2022-03-01", probation="none"),)),
    "obtained_with_12_before_2004": Life("2020-01-15"),
    "obtained_with_12_in_1992": Life("1992-12-01", obtained_on="1985-05-03"),
    "carried_over": Life("2020-03-01", (on_day("carried_over", "c", "2020-03-01", balance=7),)),
    "carried_over_on_lost_licence": Life("2024-05-01", (*LOST, CARRIED)),
    "carried_over_on_lost_licence_annulled": Life("2024-05-01", (JUDGED, CARRIED)),
    "carried_over_on_lost_licence_banned": Life(
        "2024-05-01", (*BANNED, CARRIED), obtained_on="2020-01-15", foreign=True
    ),
    "carried_over_on_lost_licence_yet": Life("2025-01-15", (CARRIED,), obtained_on="2025-01-15"),
    "obtained_by_foreign_holder": Life("2020-01-15", obtained_on="2020-01-15", foreign=True),
    "obtained_by_foreign_holder_in_2017": Life("2020-01-15", obtained_on="2010-01-15", foreign=True),
    "points_after_ban": Life("2025-04-02", BANNED, obtained_on="2020-01-15", foreign=True),
    "french_licence_same_points": Life(
        "2024-02-01", (ONE, on_day("french_licence", "f", "2024-02-01")), obtained_on="2020-01-15", foreign=True
    ),
    "french_licence_in_probation": Life(
        "2024-02-01",
        (ONE, on_day("french_licence", "f", "2024-02-01", probation="ordinary")),
        obtained_on="2020-01-15",
        foreign=True,
    ),
    "french_licence_without_effect": Life("2024-02-01", (on_day("french_licence", "f", "2024-02-01"),)),
    "step_clean": Life("2021-01-15", obtained_on="2020-01-15"),
    "step_clean_at_ceiling": Life(
        "2024-06-12", (on_day("carried_over", "c", "2023-03-21", balance=10, ceiling=10),), obtained_on="2022-06-12"
    ),
    "step_refused": Life("2022-01-15", (THREE_NOVICE,), obtained_on="2020-01-15"),
    "step_refused_by_one_point": Life(
        "2022-01-15", (offence("i1", "2020-06-20", "2020-07-10", 1),), obtained_on="2020-01-15"
    ),
    "probation_clean": Life("2023-01-15", obtained_on="2020-01-15"),
    "probation_clean_reduced": Life(
        "2022-01-15", (on_day("formation_complementaire", "f", "2020-09-01"),), obtained_on="2020-01-15"
    ),
    "probation_clean_by_aac": Life(
        "2022-06-01", (on_day("category_b_by_aac", "b", "2022-06-01"),), obtained_on="2020-01-15"
    ),
    "probation_not_clean": Life("2023-01-15", (THREE_NOVICE,), obtained_on="2020-01-15"),
    "taken": Life("2024-02-01", (offence("i1", "2023-12-20", "2024-01-10", 4, "c4", decided_on="2024-02-01"),)),
    "taken_at_once": Life("2024-02-01", (ONE,)),
    "taken_novice": Life(
        "2002-02-01",
        (offence("i1", "2001-12-20", "2002-01-10", 4, "c4", decided_on="2002-02-01"),),
        obtained_on="2000-03-01",
    ),
    "taken_at_once_novice": Life(
        "2002-02-01", (offence("i1", "2001-12-20", "2002-02-01", 4, "c4"),), obtained_on="2000-03-01"
    ),
    "taken_within_limit": Life(
        "2024-02-01", (SIX | TOGETHER, offence("i2", "2023-12-20", "2024-01-10", 3, "c4", **TOGETHER))
    ),
    "limit_reached": Life(
        "2024-02-01",
        (
            SIX | TOGETHER,
            offence("i2", "2023-12-20", "2024-01-10", 3, "c4", **TOGETHER),
            offence("i3", "2023-12-20", "2024-01-10", 1, **TOGETHER),
        ),
    ),
    "no_points_in_bareme": Life("2024-02-01", (offence("i1", "2024-01-02", "2024-01-10", 0),)),
    "not_held_when_committed": Life(
        "2020-02-01", (offence("i1", "2019-12-20", "2020-01-20", 1),), obtained_on="2020-01-15"
    ),
    "not_held_when_committed_before_points": Life(
        "2018-02-01", (offence("i1", "2017-10-20", "2018-01-20", 1),), obtained_on="2015-01-15", foreign=True
    ),
    "not_held_when_committed_before_ban_end": Life(
        "2025-05-01", (*BANNED, offence("i3", "2024-03-20", "2025-04-20", 1)), obtained_on="2020-01-15", foreign=True
    ),
    "lost_before_decision": Life("2024-05-01", (*LOST, offence("i3", "2024-03-20", "2024-04-20", 1))),
    "lost_before_decision_annulled": Life("2024-05-01", (JUDGED, offence("i3", "2024-03-20", "2024-04-20", 1))),
    "lost_before_decision_banned": Life(
        "2024-05-01", (*BANNED, offence("i3", "2024-03-20", "2024-04-20", 1)), obtained_on="2020-01-15", foreign=True
    ),
    "one_point_back": Life("2024-07-10", (ONE,)),
    "one_point_back_late": Life("2024-09-01", (ONE | {"decided_on": "2024-09-01"},)),
    "one_point_interrupted": Life("2024-07-10", (ONE, offence("i2", "2024-03-01", "2024-04-01", 2))),
    "one_point_at_ceiling": Life("2024-07-10", (ONE, stage("s", "2024-03-02"))),
    "full_back": Life("2026-01-10", (offence("i1", "2023-12-20", "2024-01-10", 3),)),
    "full_back_grave": Life("2027-01-10", (offence("i1", "2023-12-20", "2024-01-10", 4, "c4"),)),
    "full_back_before_2011": Life("2013-12-10", (offence("i1", "2010-11-20", "2010-12-10", 3),)),
    "full_back_after_probation": Life(
        "2023-01-15", (offence("i1", "2020-06-20", "2020-07-10", 3),), obtained_on="2020-01-15"
    ),
    "full_back_late": Life("2026-05-01", (offence("i1", "2023-12-20", "2024-01-10", 3, decided_on="2026-05-01"),)),
    "ten_years_back": Life("2024-01-10", (offence("i1", "2013-12-20", "2014-01-10", 3, "c4"), *EVERY_TWO_YEARS)),
    "ten_years_back_late": Life(
        "2024-06-01", (offence("i1", "2013-12-20", "2014-01-10", 4, "c4", decided_on="2024-06-01"),)
    ),
    "ten_years_back_part": Life(
        "2024-01-10",
        (offence("i1", "2013-12-20", "2014-01-10", 6, "c4"), *EVERY_TWO_YEARS, *STAGES),
    ),
    "stage_back": Life("2024-03-03", (SIX, stage("s", "2024-03-02"))),
    "stage_back_before_48si": Life("2024-03-31", (*EMPTY, stage("s", "2024-03-30"))),
    "stage_back_part": Life("2024-05-01", (ONE, stage("s", "2024-04-30", started_on="2024-04-29"))),
    "stage_without_points_alternative": Life("2024-03-03", (SIX, stage("s", "2024-03-02", "alternative"))),
    "stage_without_points_composition_penale": Life(
        "2024-03-03", (SIX, stage("s", "2024-03-02", "composition_penale"))
    ),
    "stage_without_points_peine": Life("2024-03-03", (SIX, stage("s", "2024-03-02", "peine"))),
    "stage_too_soon": Life("2024-06-03", (SIX, stage("s", "2024-03-02"), stage("t", "2024-06-02"))),
    "stage_too_soon_two_years": Life(
        "2010-06-03",
        (offence("i1", "2008-12-20", "2009-01-10", 6, "delit"), stage("s", "2009-03-02"), stage("t", "2010-06-02")),
    ),
    "stage_at_ceiling": Life("2024-03-03", (stage("s", "2024-03-02"),)),
    "stage_not_held": Life("2024-05-03", (*LOST, stage("s", "2024-05-02"))),
    "stage_not_held_annulled": Life("2024-05-03", (JUDGED, stage("s", "2024-05-02"))),
    "stage_not_held_banned": Life(
        "2024-05-03", (*BANNED, stage("s", "2024-05-02")), obtained_on="2020-01-15", foreign=True
    ),
    "stage_not_held_yet": Life("2020-05-03", (stage("s", "2019-05-02"),), obtained_on="2020-01-15"),
    "annulment_back": Life("2024-06-01", (SIX, on_day("withdrawal_annulled", "w", "2024-06-01", offence="i1"))),
    "annulment_back_less": Life(
        "2025-06-01",
        (
            *LOST,
            offence("i3", "2024-02-21", "2024-05-10", 6, "delit"),
            offence("i4", "2024-02-22", "2024-05-11", 3),
            on_day("lettre_48si", "l2", "2024-07-01"),
            on_day("withdrawal_annulled", "w", "2025-06-01", offence="i1"),
        ),
    ),
    "annulment_back_still_at_zero": Life(
        "2024-06-01",
        (
            *EMPTY,
            offence("i3", "2024-02-21", "2024-05-10", 6),
            on_day("withdrawal_annulled", "w", "2024-06-01", offence="i1"),
        ),
    ),
    "annulment_held_again_at_zero": Life(
        "2024-06-01", (*LOST, LATER, on_day("withdrawal_annulled", "w", "2024-06-01", offence="i1"))
    ),
    "annulment_held_again": Life("2024-06-01", (*LOST, on_day("withdrawal_annulled", "w", "2024-06-01", offence="i1"))),
    "annulment_no_change": Life("2024-08-01", (ONE, on_day("withdrawal_annulled", "w", "2024-08-01", offence="i1"))),
    "lost_by_48si": Life("2024-04-02", LOST),
    "letter_48si_void": Life("2024-04-02", (SIX, on_day("lettre_48si", "l1", "2024-04-02"))),
    "letter_48si_not_held": Life("2024-05-02", (*LOST, SECOND_LETTER)),
    "letter_48si_not_held_annulled": Life("2024-05-02", (JUDGED, SECOND_LETTER)),
    "letter_48si_not_held_banned": Life("2024-05-02", (*BANNED, SECOND_LETTER), obtained_on="2020-01-15", foreign=True),
    "letter_48si_not_held_yet": Life("2025-01-15", (SECOND_LETTER,), obtained_on="2025-01-15"),
    "letter_48si_overtaken": Life(
        "2024-06-03",
        (
            *EMPTY,
            stage("s", "2024-03-30"),
            offence("i3", "2024-04-20", "2024-05-10", 6, "delit"),
            on_day("lettre_48si", "l1", "2024-06-03", offence="i2"),
        ),
    ),
    "letter_48si_foreign": Life("2024-04-02", LOST, obtained_on="2020-01-15", foreign=True),
    "letter_48si_suspended": Life(
        "2024-05-02",
        (
            *EMPTY,
            on_day("lettre_48si", "l1", "2024-04-02"),
            stage("s", "2024-04-20"),
            on_day("lettre_48si_suspended", "j", "2024-05-02"),
        ),
    ),
    "letter_48si_suspended_at_zero": Life("2024-05-02", (*LOST, on_day("lettre_48si_suspended", "j", "2024-05-02"))),
    "letter_48si_suspension_over": Life(
        "2024-09-03", (*LOST, on_day("lettre_48si_suspended", "j", "2024-05-02", to="2024-09-02"))
    ),
    "letter_48si_annulled": Life("2025-03-03", (*LOST, stage("s", "2024-04-20"), LETTER_ANNULLED)),
    "letter_48si_annulled_at_zero": Life("2025-03-03", (*LOST, LETTER_ANNULLED)),
    "letter_48si_annulled_new_licence": Life("2025-03-03", (*LOST, AGAIN, LETTER_ANNULLED)),
    "letter_48si_not_in_force": Life("2025-03-03", (ONE, LETTER_ANNULLED)),
    "withdrawal_suspended": Life("2024-05-02", (SIX, on_day("withdrawal_suspended", "j", "2024-05-02", offence="i1"))),
    "withdrawal_suspended_less": Life(
        "2025-06-01",
        (
            *LOST,
            LATER,
            offence("i4", "2024-02-22", "2024-05-11", 3),
            on_day("lettre_48si", "l2", "2024-07-01"),
            on_day("withdrawal_suspended", "j", "2025-06-01", offence="i1"),
        ),
    ),
    "withdrawal_suspended_still_at_zero": Life(
        "2024-06-01",
        (*EMPTY, LATER, on_day("withdrawal_suspended", "j", "2024-06-01", offence="i1")),
    ),
    "withdrawal_suspended_held_again": Life(
        "2024-06-01", (*LOST, on_day("withdrawal_suspended", "j", "2024-06-01", offence="i1"))
    ),
    "withdrawal_suspended_held_again_at_zero": Life(
        "2024-06-01", (*LOST, LATER, on_day("withdrawal_suspended", "j", "2024-06-01", offence="i1"))
    ),
    "withdrawal_suspended_no_change": Life(
        "2024-08-01", (ONE, on_day("withdrawal_suspended", "j", "2024-08-01", offence="i1"))
    ),
    "withdrawal_suspension_over": Life(
        "2024-09-03", (SIX, on_day("withdrawal_suspended", "j", "2024-05-02", offence="i1", to="2024-09-02"))
    ),
    "withdrawal_suspension_over_at_zero": Life(
        "2024-09-03", (*EMPTY, on_day("withdrawal_suspended", "j", "2024-05-02", offence="i1", to="2024-09-02"))
    ),
    "withdrawal_suspension_over_more": Life(
        "2025-09-03",
        (
            *LOST,
            LATER,
            offence("i4", "2024-02-22", "2024-05-11", 3),
            on_day("lettre_48si", "l2", "2024-07-01"),
            on_day("withdrawal_suspended", "j", "2025-06-01", offence="i1", to="2025-09-02"),
        ),
    ),
    "withdrawal_suspension_over_lost_again": Life(
        "2024-07-02", (*LOST, on_day("withdrawal_suspended", "j", "2024-06-01", offence="i1", to="2024-07-01"))
    ),
    "withdrawal_suspension_over_no_change": Life(
        "2024-09-03", (ONE, on_day("withdrawal_suspended", "j", "2024-08-01", offence="i1", to="2024-09-02"))
    ),
    "exchanged": Life(
        "2025-04-01",
        (*LOST, stage("s", "2024-04-20"), AGAIN, LETTER_ANNULLED, on_day("licence_exchanged", "e", "2025-04-01")),
    ),
    "exchange_refused": Life(
        "2025-04-01", (*LOST, AGAIN, LETTER_ANNULLED, on_day("licence_exchanged", "e", "2025-04-01"))
    ),
    "banned": Life("2024-04-02", BANNED, obtained_on="2020-01-15", foreign=True),
    "ban_without_effect": Life("2024-04-02", (on_day("interdiction_de_circuler", "x", "2024-04-02"),)),
    "lost_by_judge": Life("2024-05-02", (SIX, on_day("licence_annulled", "a", "2024-05-02"))),
    "judge_not_held_annulled": Life("2024-06-02", (JUDGED, on_day("licence_annulled", "b", "2024-06-02"))),
    "judge_not_held_yet": Life("2025-01-15", (JUDGED,), obtained_on="2025-01-15"),
}
