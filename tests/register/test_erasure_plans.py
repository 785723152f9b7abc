"""What may be erased, and that nothing changes because of it: on random lives, whatever comes afterwards."""

import random
from copy import deepcopy
from datetime import date
from typing import Any, NamedTuple

import pytest

from mespoints.law.acts import Dossier
from mespoints.law.days import NEVER, Day, add_months, iso, parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.statement import READINGS, make_statement
from mespoints.register.books import Book, Opening
from mespoints.register.delays import days_of
from mespoints.register.erasing import erase
from mespoints.register.erasure_plans import File, Plan, carried_over, make_plan
from mespoints.register.ledger import AppendRefused, Origin, append, settle
from mespoints.register.sameness import shown_differences
from tests.oracle.histories import procedural_history, random_history

Act = dict[str, Any]

LIVES = 150
NAMES = ("offence", "letter", "recours")
MONTHS_LATER = (0, 24, 36, 37, 60, 72, 120, 121, 132, 180)


class Life(NamedTuple):
    """A file on the day of an erasure, and the acts that come after it."""

    book: Book
    on: Day
    later: list[Act]


def book_of(dossier: dict[str, Any]) -> Book:
    """A licence of the register with no act yet, in memory."""
    licence = read_dossier({**dossier, "acts": []}).licence
    obtained_on = iso(licence.obtained_on)
    return Book(
        Opening(1, "000000000001", obtained_on, licence.probation, licence.territory, licence.foreign, obtained_on)
    )


def as_known(act: Act, on: Day) -> Act | None:
    """An act as it is known on a day: not at all, or still pending."""
    if act["act"] == "offence" and min(days_of(act)) <= on < max(days_of(act)):
        ends = ("final_on", "final_by", "decided_on", "closed_on", "closed_by")
        return {key: value for key, value in act.items() if key not in ends}
    return act if max(days_of(act)) <= on else None


def drawn(seed: int) -> Life | None:
    """A random life up to a day that matters; None when the register refuses it as of that day."""
    rng = random.Random(seed)
    dossier = (procedural_history if seed % 2 else random_history)(rng)
    days = [day for act in dossier["acts"] for day in days_of(act)]
    if not days:
        return None
    on = add_months(rng.choice(days), rng.choice(MONTHS_LATER)) + rng.choice((-1, 0, 1, 2, 30))
    known: list[Act] = []
    for _ in range(3):  # an act that names another one is known after it
        names = {act["id"] for act in known}
        known = [
            now for act in dossier["acts"] if (now := as_known(act, on)) is not None
            and all(act[key] in names for key in NAMES if key in act)
        ]  # fmt: skip
    book = book_of(dossier)
    try:
        append(book, known, Origin("test", "", date.fromordinal(on)))
    except AppendRefused:
        return None
    return Life(book, on, [act for act in dossier["acts"] if act not in known])


def dossier_of(book: Book, later: list[Act]) -> Dossier:
    """What the law reads of a book, with acts that came later."""
    acts = {act.act_id: act.payload for act in book.acts if act.body is not None}
    return read_dossier(book.opening.document([*(acts | {act["id"]: act for act in later}).values()]))


def followings(life: Life, plan: Plan, rng: random.Random) -> list[list[Act]]:
    """What may come afterwards: nothing, the rest of the life, new facts, a kept decision undone."""
    gone, rest = set(plan.paragraphs), []
    for act in sorted(life.later, key=lambda act: min(days_of(act))):
        if any(act.get(key) in gone for key in NAMES):
            gone.add(act["id"])
        else:
            rest.append(act)
    kept = [act.payload for act in life.book.latest_acts.values() if act.act_id not in plan.paragraphs]
    undone = [
        {"act": "withdrawal_annulled", "id": "z", "offence": act["id"], "on": iso(life.on + rng.choice((1, 400)))}
        for act in kept if act["act"] == "offence" and "final_on" in act
    ] + [
        {"act": "lettre_48si_suspended", "id": "z", "letter": act["id"], "on": iso(life.on + 1),
         "to": iso(life.on + 300)}
        for act in kept if act["act"] == "lettre_48si"
    ]  # fmt: skip
    return [[], rest, new_facts(life.on)[: rng.randint(1, 5)], *([*rest, act] for act in undone[:2])]


def new_facts(on: Day) -> list[Act]:
    """Two contraventions, a stage, a délit, and a 48SI, all after a day."""
    return [
        {"act": "offence", "id": "n1", "class": "c4", "points": 3, "committed_on": iso(on + 5),
         "final_on": iso(on + 60), "final_by": "paiement"},
        {"act": "stage", "id": "n2", "ended_on": iso(on + 200), "kind": "volontaire"},
        {"act": "offence", "id": "n3", "class": "c2", "points": 1, "committed_on": iso(on + 100),
         "final_on": iso(on + 260), "final_by": "paiement"},
        {"act": "offence", "id": "n4", "class": "delit", "points": 6, "committed_on": iso(on + 500),
         "final_on": iso(on + 660), "final_by": "paiement"},
        {"act": "lettre_48si", "id": "n5", "notified_on": iso(on + 700)},
    ]  # fmt: skip


def later_days(life: Life, later: list[Act], rng: random.Random) -> list[Day]:
    """The day of the erasure, days around what comes later, and any."""
    around = {day + more for act in later for day in days_of(act) for more in (0, 1)}
    anywhere = {life.on, life.on + 1, *(life.on + rng.randint(0, 4000) for _ in range(4))}
    return sorted(anywhere | {day for day in around if day >= life.on})[:10]


@pytest.mark.parametrize("start", range(0, LIVES, 30))
def test_nothing_changes_because_of_an_erasure(start: int) -> None:
    """On that day and on later ones, in both readings, with whatever is appended afterwards."""
    erased = 0
    for seed in range(start, start + 30):
        life, rng = drawn(seed), random.Random(seed)
        plan = make_plan(life.book, life.on, NEVER) if life else None
        if life is None or plan is None or not plan.paragraphs:
            continue
        erased += 1
        after = erase(deepcopy(life.book), plan, date.fromordinal(life.on))
        for later in followings(life, plan, rng):
            for on in later_days(life, later, rng):
                assert [] == changes(life, after, plan, later, on), (seed, iso(on), later)
            assert grown(life.book, life, later) == grown(after, life, later), (seed, later)
        assert after.total == make_statement(dossier_of(after, []), life.on).signed_balance
    assert erased > 3


def grown(book: Book, life: Life, later: list[Act]) -> tuple[object, ...]:
    """The account once later acts are appended, which is what was posted."""
    copy, on = deepcopy(book), date.fromordinal(life.on + 5000)
    append(copy, later, Origin("test", "", on))
    settle(copy, on)
    assert copy.standing is not None
    assert copy.total == copy.standing.signed_balance
    return copy.standing


def changes(life: Life, after: Book, plan: Plan, later: list[Act], on: Day) -> list[str]:
    """What a day shows otherwise since the erasure; a remedy that was over leaves with its letter."""
    since = parse_day(plan.carried["on"]) if plan.carried else 0
    files = dossier_of(life.book, later), dossier_of(after, later)
    found = []
    for reading in READINGS:
        before, now = (make_statement(file, on, reading) for file in files)
        found += shown_differences(before, now, since, set(plan.paragraphs))
    return [name for name in found if name != "remedies"]


def plan(acts: list[Act], on: str, obtained_on: str = "1996-05-06", **licence: object) -> Plan:
    """The plan of a file made of these acts."""
    document = {"format": "dossier/1", "licence": {"obtained_on": obtained_on, **licence}, "acts": []}
    book = book_of(document)
    append(book, acts, Origin("test", "", date.fromisoformat(on)))
    return make_plan(book, parse_day(on), NEVER)


def offence(name: str, final_on: str, points: int = 3, grade: str = "c4", **more: str) -> Act:
    """An offence established on a day, committed a month before."""
    committed_on = iso(add_months(parse_day(final_on), -1))
    days = {"committed_on": committed_on, "final_on": final_on, "final_by": "paiement"}
    return {"act": "offence", "id": name, "class": grade, "points": points, **days, **more}


def test_the_running_delay_of_the_full_restoration_is_carried() -> None:
    """D6: the last day established, and whether it is three years; nothing once all points have come back."""
    acts = [offence("i1", "2010-03-01", 2, "c5"), offence("i2", "2011-01-10", 2, "c2")]
    document = {"format": "dossier/1", "licence": {"obtained_on": "1996-05-06"}, "acts": []}
    file = File(book_of(document).opening, acts, parse_day("2026-01-01"))
    running, over = carried_over(file, parse_day("2012-01-01")), carried_over(file, parse_day("2015-01-01"))
    name = {"act": "carried_over", "id": "effacement-2026-01-01"}

    assert {
        **name, "on": "2012-01-01", "balance": 8, "ceiling": 12, "last_final_on": "2011-01-10", "lengthened": True,
    } == running  # fmt: skip
    assert {**name, "on": "2015-01-01", "balance": 12, "ceiling": 12} == over


def test_the_balance_is_carried_before_the_first_act_that_stays() -> None:
    """So that a judge who annuls a withdrawal still in the file finds it whole."""
    found = plan([offence("i1", "2010-03-01", 2), offence("i2", "2021-01-10")], "2021-03-01")

    assert {"i1": "L225-2 I"} == found.paragraphs
    assert found.carried is not None
    assert ("2020-12-10", 12, 12) == (found.carried["on"], found.carried["balance"], found.carried["ceiling"])


def test_points_that_ten_years_alone_give_back_keep_their_offence() -> None:
    """An offence of the same life keeps both rights: nothing leaves before the points have come back."""
    acts = [offence(f"i{year}", f"{year}-03-01", 1, "c4") for year in range(2008, 2021, 2)]
    found = plan(acts, "2020-04-01")

    assert {} == found.paragraphs


def test_a_pending_offence_keeps_what_followed_it() -> None:
    """Once established it could interrupt what was carried over: the balance is carried before it was committed."""
    pending = {"act": "offence", "id": "p", "class": "c4", "points": 3, "committed_on": "2005-06-01"}
    found = plan([offence("i1", "1999-03-01"), pending, offence("i2", "2006-03-01")], "2026-01-01")

    assert ({"i1": "L225-2 I"}, {"i2": "pending"}) == (found.paragraphs, found.kept)


def test_a_lost_licence_keeps_what_took_it() -> None:
    """An invalidated licence cannot be carried over: what came before the fall leaves, the fall stays."""
    acts = [
        offence("i1", "2000-03-01"), offence("i2", "2008-03-01", 6, "delit"), offence("i3", "2008-04-01", 6, "delit"),
        {"act": "lettre_48si", "id": "l1", "notified_on": "2008-05-01"},
    ]  # fmt: skip
    found = plan(acts, "2026-01-01")

    assert {"i1": "L225-2 I"} == found.paragraphs
    assert {"i2": "status", "i3": "status", "l1": "status"} == found.kept


def test_a_measure_that_moves_no_point_needs_no_balance() -> None:
    """A suspension, a rétention: the payload leaves, and nothing is carried over."""
    acts = [
        {"act": "suspension", "id": "s1", "from": "2010-03-01", "to": "2010-09-01"},
        {"act": "retention", "id": "r1", "on": "2010-02-27"},
    ]
    found = plan(acts, "2020-03-02")

    assert ({"s1": "L225-2 I", "r1": "L225-2 I"}, None) == (found.paragraphs, found.carried)


def test_a_stage_leaves_after_three_years_while_the_offence_stays() -> None:
    """V before I: the points came back long ago, whoever may still annul the withdrawal."""
    acts = [
        offence("i1", "2019-03-01"),
        {"act": "stage", "id": "s1", "ended_on": "2019-06-05", "kind": "volontaire"},
    ]
    found = plan(acts, "2023-01-01")

    assert ({"s1": "L225-2 V"}, {}) == (found.paragraphs, found.kept)
    assert found.carried is not None
    assert 12 == found.carried["balance"]
