"""The letters owed, against an independent count: the simulation written apart from the law, the movements alone."""

import random
from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from mespoints.law.days import parse_day
from mespoints.law.reading import DossierRefused, read_dossier
from mespoints.register.ledger import AppendRefused, append_acts
from mespoints.register.models import Holder, Licence, Movement, OwedLetter
from tests.conftest import CAMILLE
from tests.oracle.histories import procedural_history, random_day, random_history
from tests.oracle.simulation import simulate

pytestmark = pytest.mark.django_db

LIVES = 40
GIVING = {"one_point": "46D", "full_restoration": "46", "probation_end": "46", "ten_years": "46B", "stage": "47"}
UNDOING = (
    "withdrawal_annulled", "withdrawal_suspended", "lettre_48si_suspended", "lettre_48si_annulled", "licence_exchanged",
)  # fmt: skip
SILENT = ("obtained", "carried_over", "probation_step", "lost", "french_licence")


def open_licence(history: dict[str, Any], recorded_on: date) -> Licence:
    """An empty licence for this life."""
    opening = read_dossier(history).licence
    return Licence.objects.create(
        neph=f"9{Licence.objects.count():011d}", holder=Holder.objects.create(**CAMILLE),
        obtained_on=date.fromordinal(opening.obtained_on), probation=opening.probation, territory=opening.territory,
        foreign=opening.foreign, recorded_on=recorded_on,
    )  # fmt: skip


def owed(licence: Licence) -> Counter[str]:
    """How many letters of each kind are owed."""
    return Counter(OwedLetter.objects.filter(licence=licence).values_list("letter", flat=True))


@pytest.mark.parametrize("history_of", [random_history, procedural_history], ids=["plain", "procedural"])
def test_a_life_learned_at_once_owes_what_the_simulation_says(
    history_of: Callable[[random.Random], dict[str, Any]],
) -> None:
    """Every kind of letter, as often as the naive simulation finds a movement that owes it."""
    for number in range(LIVES):
        rng = random.Random(f"owed {number}")
        history = history_of(rng)
        on = random_day(rng, history)
        licence = open_licence(history, date.fromisoformat(on))
        append_acts(licence, history["acts"], recorded_on=date.fromisoformat(on), source="test")
        simulated = simulate(history, on, "registered")["movements"]

        assert Counter(m["letter"] for m in simulated if m["points"] and m["letter"]) == owed(licence), number


def predicted(rows: list[Movement]) -> Counter[str]:
    """The letters that movements owe, counted from their causes and points alone.

    Learned late, a withdrawal owes the letter of its own day, which the sum posted so far does not tell: the five
    letters of a withdrawal are one here, as is a correction that brings to zero and owes a 48SI in its place.
    """
    count: Counter[str] = Counter()
    for row in rows:
        if row.cause == "correction" or (row.cause in UNDOING and row.points):
            count["rectificatif"] += 1
        elif row.cause == "withdrawal" and row.points:
            count["withdrawal"] += 1
        elif row.points and row.cause not in SILENT:
            count[GIVING[row.cause]] += 1
    return count


def told(rows: list[Movement]) -> Counter[str]:
    """The letters of these movements, under the names of ``predicted``."""
    count: Counter[str] = Counter()
    for row in rows:
        letter = row.owed_letter.letter if hasattr(row, "owed_letter") else ""
        is_undone = row.cause == "correction" or row.cause in UNDOING
        if letter in ("48", "48M", "48N", "48SI", "interdiction"):
            count["rectificatif" if is_undone else "withdrawal"] += 1
        elif letter:
            count[letter] += 1
    return count


def test_late_twice_out_of_order_or_annulled_each_movement_owes_its_letter_once() -> None:
    """Acts learned in any order, on scattered days, given again: one letter a movement, none for what moved nothing.

    And whoever ends without points is owed a 48SI, or the ban, posted with what brought the sum there or after it.
    """
    at_zero = 0
    for number in range(LIVES):
        rng = random.Random(f"late {number}")
        history = random_history(rng)
        last = date.fromordinal(max(parse_day("2031-01-01"), parse_day(random_day(rng, history))))
        licence = open_licence(history, date.fromisoformat(history["licence"]["obtained_on"]))
        learn_in_disorder(rng, licence, history["acts"], last)
        rows = list(licence.movements.select_related("owed_letter").order_by("sequence"))

        assert {row.pk: row.letter for row in rows if row.letter} == {
            row.pk: row.owed_letter.letter for row in rows if hasattr(row, "owed_letter")
        }
        assert predicted(rows) == told(rows), number
        if licence.account.status == "zero":
            at_zero += 1
            last_fall = max(row.posted_on for row in rows if row.signed_balance <= 0 < row.signed_balance - row.points)

            assert {"48SI", "interdiction"} & {row.letter for row in rows if row.posted_on >= last_fall}, number
    assert at_zero > 0


def learn_in_disorder(rng: random.Random, licence: Licence, acts: list[dict[str, Any]], last: date) -> None:
    """Learn acts one by one, shuffled, those that another one names first; each may come twice."""
    left = list(acts)
    rng.shuffle(left)
    day = last.toordinal()
    while left:
        waiting = []
        for act in left:
            try:
                append_acts(licence, [act], recorded_on=date.fromordinal(day), source="test")
            except (AppendRefused, DossierRefused):
                waiting.append(act)
                continue
            if rng.random() < 0.3:
                append_acts(licence, [act], recorded_on=date.fromordinal(day), source="test")
            day += rng.randrange(40)
        assert len(waiting) < len(left)
        left = waiting
