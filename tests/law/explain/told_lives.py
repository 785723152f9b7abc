"""The lives whose whole text is stored: the public cases, those of each sentence, and what else can befall one."""

import json
from pathlib import Path
from typing import Any

from mespoints.law.reading import read_dossier
from mespoints.law.releve import read_releve
from tests.law.explain.advices import ADVICE, FOLLOWED
from tests.law.explain.grounds import (
    AGAIN,
    BANNED,
    EMPTY,
    JUDGED,
    LETTER_ANNULLED,
    LOST,
    ONE,
    SIX,
    Life,
)
from tests.law.explain.grounds import (
    LIVES as OF_A_SENTENCE,
)
from tests.law.explain.snapshots import Part, Told, advice, past, standing
from tests.law.lives import OLD, offence, on_day, stage
from tests.law.releves import CASES, releve_document

SHOWN_OF_CASES = {
    "GC-40": releve_document(
        "GC-40", "2024-09-01", ("1996-05-06", 12, 12), ("2024-01-20", -1, 11), ("2024-03-01", 0, 1),
        ("2024-07-02", 1, 11), balance=11,
    ),
    "GC-23c": releve_document("GC-23c", "2021-03-01", ("1996-05-06", 12, 12), ("2021-02-05", -3, 9), balance=9),
    "GC-30b": releve_document("GC-30b", "2019-06-01", ("1996-05-06", 12, 12), ("2018-11-01", -4, 8), balance=8),
    "GC-08": releve_document("GC-08", "2024-02-20", ("2023-10-01", 6, 6), balance=6),
    "GC-12": releve_document(
        "GC-12", "2023-07-10", ("2020-01-15", 6, 6), ("2021-01-15", 2, 8), ("2021-07-29", -2, 6), balance=6
    ),
    "GC-01": releve_document("GC-01", "2026-01-01", ("2023-01-01", 6, 6), ("2024-01-01", 2, 8), balance=8),
    "GC-41a": releve_document(
        "GC-41a", "2024-08-01", ("1996-05-06", 12, 12), ("2024-01-10", -1, 11), ("2024-06-01", 2, 12), balance=12
    ),
    "N-08": releve_document(
        "N-08", "2022-03-01", ("1996-05-06", 12, 12), ("2021-06-10", -12, 0), ("2022-03-01", -3, 6), balance=6
    ),
    "GC-23e": releve_document("GC-23e", "2021-06-01", ("1996-05-06", 12, 12), ("2021-04-09", 4, 12), balance=12),
}  # fmt: skip
"""Of some cases, a relevé that shows them badly."""


def told(
    *acts: dict[str, Any],
    days: str,
    scenarios: tuple[str, ...] = (),
    releve: tuple[tuple[Any, ...], ...] = (),
    **licence: Any,
) -> Told:
    """A life in a few lines; ``days``: parted by spaces; a relevé is read on the last and shows the last balance."""
    document = {"format": "dossier/1", "licence": {"obtained_on": OLD} | licence, "acts": list(acts)}
    of_days = tuple(days.split())
    shown = None
    if releve:
        movements = [{"on": on, "points": points, "balance": balance} for on, points, balance in releve]
        shown = read_releve(
            {"format": "releve/1", "on": of_days[-1], "dossier": document, "movements": movements,
             "balance": movements[-1]["balance"]}
        )  # fmt: skip
    return Told(read_dossier(document), of_days, scenarios, shown)


def told_case(path: Path) -> Told:
    """A public case on the first, the middle and the last of its days."""
    case = json.loads(path.read_text(encoding="utf-8"))
    days = [one["on"] for one in case["expect"]]
    kept = tuple(dict.fromkeys((days[0], days[len(days) // 2], days[-1])))
    shown = SHOWN_OF_CASES.get(path.stem)
    return Told(read_dossier(case["dossier"]), kept, (), None if shown is None else read_releve(shown))


def told_life(life: Life, *parts: Part) -> Told:
    """A life of one sentence, on its day; of which only a part is told."""
    return Told(life.told()[0], (life.on,), parts=parts)


def at_once(id_: str, on: str, points: int, class_: str = "c3", **more: Any) -> dict[str, Any]:
    """An offence paid on the day it was committed."""
    return offence(id_, on, on, points, class_, **more)


def recours(id_: str, on: str, letter: str, kind: str = "gracieux") -> dict[str, Any]:
    """A letter challenged."""
    return {"act": "recours", "id": id_, "on": on, "kind": kind, "letter": letter}


def not_final(id_: str, committed_on: str, points: int, class_: str = "c4", **more: Any) -> dict[str, Any]:
    """An offence that nothing has established."""
    return {"act": "offence", "id": id_, "committed_on": committed_on, "points": points, "class": class_, **more}


TWO_LOSSES = tuple(
    at_once(f"{year}-{month}", f"{year}-{month}-10", 6, "delit") for year in (2019, 2023) for month in ("01", "02")
)
PENDING_ONE = not_final("i2", "2024-11-02", 1, "c3")
FOUR = offence("i1", "2024-01-20", "2024-02-15", 4)
FOREIGN: dict[str, Any] = {"foreign": True, "obtained_on": "2020-01-15"}
THREE_PAID = "offence:203@2025-01-05+offence:203@2025-01-06+stage@2025-02-01"

CODES: dict[str, Told] = {
    "withdrawals_over_the_codes": told(
        *[at_once(f"i{on}", on, 1, "c1") for on in (
            "2001-05-31", "2001-06-01", "2003-06-12", "2003-06-13", "2003-07-12", "2010-12-31", "2011-01-01",
        )], days="2012-02-01",
    ),
    "returns_of_2001": told(at_once("i", "1998-05-31", 3), at_once("j", "2001-06-01", 1), days="2001-05-31 2001-06-02"),
    "full_return_of_may_2001": told(at_once("i", "1998-05-31", 3), days="2001-05-30 2001-05-31"),
    "full_return_of_june_2001": told(at_once("i", "1998-06-01", 3), days="2001-05-31 2001-06-01"),
    "full_return_in_three_years": told(at_once("i", "2010-12-31", 3), days="2011-01-01 2013-12-31"),
    "full_return_in_two_years": told(at_once("i", "2011-01-01", 3), days="2011-01-02 2013-01-01"),
    "one_point_in_a_year": told(at_once("i", "2010-12-31", 1), days="2011-01-01 2011-12-31"),
    "one_point_of_2011": told(at_once("i", "2011-01-01", 1), days="2011-01-02 2011-07-01"),
    "stage_of_february_2004": told(at_once("i", "2003-01-10", 6, "c4"), stage("s", "2004-02-28"), days="2004-03-02"),
    "stage_of_march_2004": told(at_once("i", "2003-01-10", 6, "c4"), stage("s", "2004-02-29"), days="2004-03-02"),
    "licence_of_february_2004": told(days="2004-02-29", obtained_on="2004-02-29"),
    "licence_of_march_2004": told(days="2004-03-01 2005-03-01 2007-03-01", obtained_on="2004-03-01"),
    "licence_of_june_1992": told(days="1992-12-01", obtained_on="1992-06-30"),
    "licence_of_july_1992": told(days="1992-12-02", obtained_on="1992-07-01"),
    **{
        f"letter_of_{on}": told(
            at_once("i", f"{int(on[:4]) - 1}-05-10", 6, "delit"), at_once("j", f"{int(on[:4]) - 1}-06-10", 6, "delit"),
            on_day("lettre_48si", "l", on), on_day("title_surrendered", "t", f"{on[:4]}-12-27"),
            days=f"{on} {on[:4]}-12-28",
        ) for on in ("2001-05-31", "2001-06-01", "2003-06-12", "2003-06-13", "2007-12-31", "2007-12-20")
    },
    "letter_of_2008": told(
        at_once("i", "2007-05-10", 6, "delit"), at_once("j", "2007-06-10", 6, "delit"),
        on_day("lettre_48si", "l", "2008-01-01"), days="2008-01-02",
    ),
    **{
        f"novice_letter_of_{on}": told(
            at_once("i", "2003-02-10", 4, "c4"), on_day("lettre_48n", "n", on, offence="i"), days=on,
            obtained_on="2001-07-01",
        ) for on in ("2003-07-11", "2003-07-12")
    },
}  # fmt: skip
"""On both sides of the days on which a text was changed or renumbered."""

PROCEDURES: dict[str, Told] = {
    "suspended_then_annulled": told(
        *LOST, stage("s", "2024-04-20"), on_day("lettre_48si_suspended", "j", "2024-05-02", to="2024-12-02"),
        LETTER_ANNULLED, days="2024-06-01 2024-12-03 2025-03-04",
    ),
    "exchanged_after_an_offence_on_the_new_licence": told(
        *LOST, stage("s", "2024-04-20"), AGAIN, offence("i4", "2025-01-15", "2025-05-10", 3, "c4"),
        offence("i5", "2024-06-10", "2025-05-11", 1), LETTER_ANNULLED,
        on_day("licence_exchanged", "e", "2025-04-01"), days="2025-03-31 2025-04-01 2025-06-01",
    ),
    "exchanged_for_a_licence_older_than_an_offence": told(
        *LOST, stage("s", "2024-04-20"), AGAIN, LETTER_ANNULLED, on_day("licence_exchanged", "e", "2025-04-01"),
        offence("i4", "2011-06-10", "2025-05-10", 1), offence("i5", "2016-02-15", "2025-05-11", 1),
        obtained_on="2012-01-15", days="2025-06-01",
    ),
    "titre_annulled": told(
        offence("i1", "2023-12-20", "2024-01-10", 3, final_by="titre_executoire"),
        offence("i2", "2023-12-28", "2024-01-20", 2),
        on_day("withdrawal_annulled", "w", "2024-06-01", offence="i1"),
        on_day("withdrawal_annulled", "x", "2024-06-02", offence="i2"), days="2024-02-01 2024-06-03",
    ),
    "titre_annulled_and_licence_held_again": told(
        SIX, offence("i2", "2024-02-20", "2024-03-10", 6, "delit", final_by="titre_executoire"),
        on_day("lettre_48si", "l1", "2024-04-02"), on_day("withdrawal_annulled", "w", "2024-06-01", offence="i2"),
        days="2024-06-02",
    ),
    "titre_suspended": told(
        offence("i1", "2023-12-20", "2024-01-10", 3, final_by="titre_executoire"),
        on_day("withdrawal_suspended", "w", "2024-06-01", offence="i1", to="2024-09-01"),
        days="2024-06-02 2024-09-03",
    ),
    "suspension_over_without_change": told(
        SIX, on_day("withdrawal_suspended", "j", "2024-05-02", offence="i1", to="2024-09-02"),
        on_day("withdrawal_annulled", "w", "2024-10-02", offence="i1"), days="2024-09-03 2024-10-02",
    ),
    "recours_pending": told(*LOST, recours("r", "2024-05-10", "l1"), days="2024-05-11 2024-09-20"),
    "recours_rejected": told(
        *LOST, recours("r", "2024-05-10", "l1", "hierarchique"),
        on_day("recours_rejected", "j", "2024-06-03", recours="r"),
        days="2024-06-04 2024-08-06",
    ),
    "recours_in_court": told(*LOST, recours("r", "2024-05-10", "l1", "contentieux"), days="2024-05-11"),
    "recours_before_silence_counted": told(
        at_once("i", "1999-05-10", 6, "delit"), at_once("j", "1999-06-10", 6, "delit"),
        on_day("lettre_48si", "l", "2000-03-01"), recours("r", "2000-04-03", "l"),
        days="2000-03-02 2000-04-04 2000-12-01",
    ),
    "novice_letter": told(
        offence("i1", "2023-12-20", "2024-01-10", 3), on_day("lettre_48n", "n", "2024-01-31", offence="i1"),
        recours("r", "2024-03-10", "n"), stage("s", "2024-02-10", "probatoire"), obtained_on="2023-01-15",
        days="2024-02-01 2024-03-11 2024-05-31",
    ),
    "novice_letter_due_on_a_holiday": told(
        at_once("i1", "2023-12-20", 3), on_day("lettre_48n", "n", "2024-01-01", offence="i1"), obtained_on="2023-01-15",
        days="2024-01-02",
    ),
    "title_due_on_a_holiday": told(
        *EMPTY, on_day("lettre_48si", "l1", "2024-04-27"), on_day("title_surrendered", "t", "2024-05-12"),
        days="2024-04-28 2024-05-13 2025-02-13",
    ),
    "second_loss_in_five_years": told(
        *TWO_LOSSES[:2], on_day("lettre_48si", "l", "2019-03-01"), on_day("title_surrendered", "t", "2019-03-05"),
        on_day("licence_obtained", "n", "2019-10-01", probation="none"), *TWO_LOSSES[2:],
        on_day("lettre_48si", "m", "2023-03-01"), on_day("title_surrendered", "u", "2023-03-05"),
        days="2019-03-06 2023-03-06",
    ),
    "young_licence_lost": told(
        at_once("i", "2023-02-10", 6, "delit"), at_once("j", "2023-03-10", 6, "delit"),
        on_day("lettre_48si", "l", "2023-04-01"), on_day("title_surrendered", "t", "2023-04-05"),
        obtained_on="2021-05-01", days="2023-04-06",
    ),
    "annulled_by_a_judge_for_six_months": told(
        SIX, on_day("licence_annulled", "a", "2024-05-02", ban_months=6), days="2024-05-03"
    ),
    "annulled_by_a_judge_for_a_year": told(
        SIX, on_day("licence_annulled", "a", "2024-05-02", ban_months=12), days="2024-05-03"
    ),
    "annulled_by_a_judge_in_2002": told(on_day("licence_annulled", "a", "2002-05-02", ban_months=6), days="2002-05-03"),
    "annulled_by_a_judge_in_1999": told(on_day("licence_annulled", "a", "1999-05-02", ban_months=6), days="1999-05-03"),
    "suspended_at_zero": told(
        *EMPTY, {"act": "suspension", "id": "p", "from": "2024-03-01", "to": "2024-05-01", "by": "prefet"},
        {"act": "suspension", "id": "q", "from": "2024-05-02", "to": "2024-06-01", "by": "juge"}, days="2024-03-20",
    ),
    "suspended": told(
        SIX, {"act": "suspension", "id": "p", "from": "2024-03-01", "to": "2024-05-01", "by": "prefet"},
        days="2024-03-20",
    ),
}  # fmt: skip
"""The judge, the recours, the duties and the way back."""

LICENCES: dict[str, Told] = {
    "aac": told(
        at_once("i", "2021-05-10", 2), obtained_on="2020-01-15", probation="aac",
        days="2020-06-01 2021-06-01 2022-01-15",
    ),
    "aac_without_offence": told(obtained_on="2020-01-15", probation="aac", days="2020-06-01 2022-01-15"),
    "category_b_by_aac": told(on_day("category_b_by_aac", "b", "2021-06-01"), obtained_on="2020-01-15",
                              days="2021-05-31 2021-06-01 2022-06-01"),
    "formation": told(on_day("formation_complementaire", "f", "2020-09-01"), obtained_on="2020-01-15",
                      days="2020-09-02 2022-01-15"),
    "formation_followed_twice": told(
        on_day("formation_complementaire", "f", "2020-09-01"), on_day("formation_complementaire", "g", "2022-03-01"),
        obtained_on="2020-01-15", days="2022-04-01",
    ),
    "formation_of_no_use": told(
        on_day("formation_complementaire", "f", "2020-09-01"), at_once("i", "2021-05-10", 2), obtained_on="2020-01-15",
        days="2020-09-02 2022-01-15 2023-01-15",
    ),
    "novice_with_a_grave_offence": told(
        at_once("i", "2020-06-20", 4, "c4"), obtained_on="2020-01-15", days="2020-06-21 2021-01-15 2023-06-20"
    ),
    "novice_with_a_point_at_the_ceiling": told(
        at_once("i", "2023-06-20", 1), stage("s", "2023-08-02"), obtained_on="2023-01-15",
        days="2023-07-01 2023-12-20",
    ),
    "foreign_banned_then_given_points": told(
        *BANNED, offence("i3", "2024-03-20", "2025-04-20", 1), days="2024-05-01 2025-04-02 2025-05-01", **FOREIGN
    ),
    "foreign_then_french": told(
        ONE, on_day("french_licence", "f", "2024-02-01", probation="ordinary"), at_once("i2", "2024-03-10", 4, "c4"),
        days="2024-01-31 2024-02-01 2024-04-01", **FOREIGN,
    ),
    "foreign_then_french_at_zero": told(
        *EMPTY, on_day("french_licence", "f", "2024-03-15"), days="2024-03-16", **FOREIGN
    ),
    "foreign_at_zero": told(*EMPTY, not_final("p", "2024-03-11", 3), days="2024-03-20", **FOREIGN),
    "carried_over_with_its_delay": told(
        on_day("carried_over", "c", "2024-05-01", balance=7, last_final_on="2023-02-10"),
        days="2024-05-02 2025-02-10", releve=(("1996-05-06", 12, 12), ("2024-05-02", -4, 8)),
    ),
    "carried_over_with_a_longer_delay": told(
        on_day("carried_over", "c", "2024-05-01", balance=7, last_final_on="2023-02-10", lengthened=True),
        at_once("i", "2024-07-10", 1), days="2024-05-02 2024-08-01",
    ),
    "carried_over_too_late": told(
        on_day("carried_over", "c", "2024-05-01", balance=7, last_final_on="2022-02-10"), days="2024-05-02"
    ),
    "carried_over_in_probation": told(
        on_day("carried_over", "c", "2023-03-21", balance=10, ceiling=10), obtained_on="2022-06-12",
        days="2023-03-22 2025-06-12", releve=(("2022-06-12", 6, 6),),
    ),
    "two_licences": told(
        JUDGED, AGAIN, offence("i1", "2024-01-10", "2025-02-10", 3), offence("i2", "2025-01-14", "2025-02-11", 1),
        offence("i3", "2025-01-15", "2025-02-12", 1), days="2025-02-13", obtained_on="2012-01-15",
    ),
    "three_licences": told(
        JUDGED, AGAIN, on_day("licence_annulled", "b", "2025-04-02"),
        on_day("licence_obtained", "o", "2025-11-15", probation="none"),
        offence("i1", "2025-02-10", "2025-12-10", 3), offence("i2", "2024-06-10", "2025-12-11", 1), days="2025-12-12",
    ),
}  # fmt: skip
"""Probations, foreign licences, balances carried over, several licences."""

POINTS: dict[str, Told] = {
    "broken_twice": told(
        ONE, offence("i2", "2024-05-01", "2024-06-01", 2), offence("i3", "2024-03-01", "2024-08-01", 1),
        days="2024-06-15 2024-07-10 2024-09-01",
        scenarios=("stage@2024-10-20", "withdrawal_annulled:i2@2024-10-20"),
    ),
    "broken_by_a_grave_offence": told(
        ONE, offence("i2", "2024-05-01", "2024-06-01", 6, "c5"), days="2024-06-15 2027-06-01"
    ),
    "back_with_others": told(
        at_once("i1", "2023-01-10", 3, "c4"), at_once("i2", "2023-03-10", 2, "c2"), days="2023-04-01 2026-03-10"
    ),
    "ten_years": told(
        *[at_once(f"i{year}", f"{year}-01-20", 1 + year % 3, "c4") for year in (2010, 2012, 2014, 2016, 2018)],
        days="2018-02-01 2020-01-20 2021-01-20",
    ),
    "simultaneous": told(
        at_once("i1", "2024-01-10", 6, "delit", episode="e"), at_once("i2", "2024-01-10", 4, "c4", episode="e"),
        at_once("i3", "2024-01-10", 3, "c4", episode="f"), at_once("i4", "2024-01-10", 3, "c4", episode="f"),
        at_once("i5", "2024-01-10", 4, "c4", episode="f"), days="2024-01-11",
    ),
    "simultaneous_with_their_articles": told(
        at_once("i1", "2024-01-10", 6, "delit", episode="e", article="L234-1"),
        at_once("i2", "2024-01-10", 4, "c4", episode="e", article="R415-6"), days="2024-01-11",
    ),
    "simultaneous_decided_later": told(
        at_once("i1", "2024-01-10", 4, "c4", episode="e"),
        offence("i2", "2024-01-10", "2024-06-10", 6, "delit", episode="e"),
        offence("i3", "2024-01-10", "2024-07-10", 4, "c4", episode="e"), days="2024-01-11 2024-07-11",
    ),
    "decided_late": told(
        offence("i1", "2023-12-20", "2024-01-10", 1, decided_on="2024-03-10"),
        offence("i2", "2024-01-05", "2024-02-10", 3, "c4", decided_on="2024-04-10"),
        days="2024-02-20 2024-04-11 2027-02-10",
        releve=(("1996-05-06", 12, 12), ("2024-02-10", -1, 11), ("2024-02-10", -3, 8)),
    ),
    "pending_in_every_way": told(
        not_final("p", "2024-01-05", 1), not_final("q", "2024-01-06", 3, closed_on="2024-02-01", closed_by="relaxe"),
        offence("i", "2024-01-07", "2024-02-07", 2, decided_on="2024-04-01"), days="2024-01-10 2024-02-08",
    ),
    "named_offences": told(
        offence("i1", "2024-01-10", "2024-02-10", 4, "c4", natinf="203"),
        offence("i2", "2024-01-11", "2024-02-11", 4, "c4", article="R415-6"),
        offence("i3", "2024-01-12", "2024-02-12", 1, label="Excès de vitesse inférieur à 20 km/h"), days="2024-03-01",
    ),
    "stage_to_twelve": told(
        at_once("i1", "2024-01-10", 3), stage("s", "2024-06-02"), days="2024-05-30 2024-06-02 2024-06-03"
    ),
    "stage_of_three_days": told(
        SIX, stage("s", "2024-02-01", started_on="2024-01-30"), stage("t", "2025-02-02", started_on="2025-02-01"),
        stage("u", "2026-01-01", started_on="2025-12-31"), days="2024-02-02 2025-02-03 2026-01-02",
    ),
    "points_lost_by_a_judge": told(
        ONE, on_day("licence_annulled", "a", "2024-05-02"), AGAIN, days="2024-05-03 2025-01-16"
    ),
    "points_replaced": told(ONE, on_day("licence_obtained", "n", "2024-05-02", probation="none"), days="2024-05-03"),
}  # fmt: skip
"""What comes and goes, and why it is not back yet."""

SUPPOSED: dict[str, Told] = {
    "supposed": told(
        FOUR, PENDING_ONE, days="2024-12-01",
        scenarios=(
            "paiement:i2@2024-12-05", "titre_executoire:i2@2025-03-01", "stage@2025-01-20",
            "withdrawal_annulled:i1@2025-01-20", "offence:21528@2025-01-20", THREE_PAID,
            "stage@2024-12-20+offence:203@2025-01-05+stage@2025-02-01",
            "stage@2025-01-20+withdrawal_annulled:i1@2025-02-20+paiement:i2@2024-12-05",
        ),
    ),
    "supposed_of_a_novice": told(
        PENDING_ONE, days="2024-12-01", obtained_on="2024-06-12",
        scenarios=("paiement:i2@2024-12-05", "stage@2024-12-20"),
    ),
    "supposed_of_one_day": told(
        PENDING_ONE, not_final("i3", "2024-11-02", 2, label="Excès de vitesse"), days="2024-12-01",
        scenarios=("paiement:i2@2024-12-05", "paiement:i3@2024-12-05"),
    ),
    "supposed_at_zero": told(
        *EMPTY, days="2024-03-20", scenarios=("stage@2024-04-02", "withdrawal_annulled:i1@2024-04-03")
    ),
    "supposed_at_zero_with_a_foreign_licence": told(
        *EMPTY, days="2024-03-20", scenarios=("stage@2024-04-02",), **FOREIGN
    ),
    "supposed_of_a_foreign_licence": told(
        FOUR, days="2024-12-01", scenarios=("offence:203@2025-01-05+offence:203@2025-01-06",), **FOREIGN
    ),
    "supposed_of_a_foreign_licence_made_french": told(
        FOUR, on_day("french_licence", "f", "2024-06-01"), days="2024-12-01",
        scenarios=("offence:203@2025-01-05+offence:203@2025-01-06",), **FOREIGN
    ),
    "supposed_of_a_lost_licence": told(
        *LOST, days="2024-12-01", scenarios=("stage@2024-12-20", "withdrawal_annulled:i1@2025-01-20")
    ),
    "supposed_of_a_banned_licence": told(*BANNED, days="2024-12-01", scenarios=("stage@2024-12-20",), **FOREIGN),
    "supposed_to_be_lost": told(
        offence("x", "2020-01-10", "2020-02-10", 6, "delit", episode="e"),
        offence("y", "2020-01-10", "2020-02-11", 2, episode="e"),
        offence("z", "2020-01-10", "2023-01-10", 1, "c1", episode="e"),
        offence("v", "2020-02-20", "2020-03-20", 6, "c4"), offence("w", "2020-03-20", "2020-04-20", 4, "c4"),
        on_day("lettre_48si", "l", "2023-06-01"), days="2024-12-01", scenarios=("withdrawal_annulled:x@2025-01-20",),
    ),
    "supposed_under_a_ceiling": told(
        on_day("carried_over", "c", "2024-01-01", balance=6, ceiling=8), days="2024-12-01",
        scenarios=("stage@2025-01-20",),
    ),
}  # fmt: skip
"""What if."""

LIVES: dict[str, Told] = {
    **{f"cases/{path.stem}": told_case(path) for path in sorted(CASES.glob("*.json"))},
    **{f"sentences/{name}": told_life(life, past) for name, life in OF_A_SENTENCE.items()},
    **{f"stages/{name}": told_life(life, standing, advice) for name, life in (ADVICE | FOLLOWED).items()},
    **{f"codes/{name}": life for name, life in CODES.items()},
    **{f"procedures/{name}": life for name, life in PROCEDURES.items()},
    **{f"licences/{name}": life for name, life in LICENCES.items()},
    **{f"points/{name}": life for name, life in POINTS.items()},
    **{f"scenarios/{name}": life for name, life in SUPPOSED.items()},
}
"""By the name of their file."""
