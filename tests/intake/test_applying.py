"""What each line does to a licence, and the same whatever the order in which lines come."""

from datetime import date
from itertools import permutations
from typing import Any

import pytest

from tests.intake.feeding import (
    RECORDED_ON,
    acts,
    counts,
    fates,
    line,
    moved,
    offence,
    opening,
    reasons,
    signed_balance,
    take,
)

pytestmark = pytest.mark.django_db

PAID = line("antai", "paid", "p1", offence="i1", on="2024-02-15")
TITRE = line("antai", "titre_executoire", "t1", offence="i1", on="2024-06-03")
CANCELLED = line("antai", "cancelled", "c1", offence="i1", on="2024-08-20")
JUDGED = line("parquet", "condamnation", "j1", offence="antai:i1", on="2025-03-10")


def by_file(*lines: dict[str, Any]) -> list[str]:
    """Take each line in as a file of its own; their fates then."""
    return [fates(take(one))[0] for one in lines]


def test_an_offence_takes_nothing_until_it_is_established() -> None:
    """Known, it is pending; paid, its points go on the day of recording, on which the register takes the decision."""
    take(opening())
    take(offence("i1"))
    pending = moved()
    taken = take(PAID)

    assert [] == pending
    assert (1, 0, 0, 0) == counts(taken)
    assert [("withdrawal", "antai:i1", -4, 8)] == moved()
    assert {"final_on": "2024-02-15", "final_by": "paiement", "decided_on": "2026-07-01"}.items() <= acts()[-1].items()


def test_a_decision_that_the_line_tells_is_kept() -> None:
    """The day of the decision is the line's own when it gives one."""
    take(opening())
    take(offence("i1"), {**PAID, "decided_on": "2024-03-01"})

    assert acts()[-1]["decided_on"] == "2024-03-01"


def test_a_cancellation_before_the_titre_executoire_closes_the_offence() -> None:
    """Nothing was withdrawn, nothing is given back."""
    take(opening())
    take(offence("i1"), {**CANCELLED, "closed_by": "redevable"})

    assert ("2024-08-20", "redevable") == (acts()[-1]["closed_on"], acts()[-1]["closed_by"])
    assert [] == moved()


def test_a_cancellation_after_the_titre_executoire_annuls_the_withdrawal() -> None:
    """The points come back by an act of its own."""
    take(opening())
    take(offence("i1"), {**TITRE, "decided_on": "2024-06-10"}, CANCELLED)

    assert [("withdrawal", "antai:i1", -4, 8), ("withdrawal_annulled", "antai:c1", 4, 12)] == moved()


STAGE = line("stages", "attestation", "a1", ended_on="2024-05-04", case=1)
WITHDRAWN = line("stages", "attestation_withdrawn", "r1", attestation="a1", on="2024-06-03")


@pytest.mark.parametrize("order", [*permutations((STAGE, WITHDRAWN, STAGE))])
def test_an_attestation_withdrawn_gives_nothing_in_whatever_order(order: tuple[dict[str, Any], ...]) -> None:
    """It waits for the attestation; the same attestation again does not bring the stage back."""
    take(opening())
    take(offence("i1"), {**PAID, "decided_on": "2024-03-01"})
    by_file(*order)

    assert 8 == signed_balance()
    assert "stage_annulled" == acts()[-1]["act"]


def test_an_attestation_is_not_withdrawn_before_its_stage_ended() -> None:
    """The line says which day was found, and which was expected."""
    take(opening())
    taken = take(STAGE, {**WITHDRAWN, "on": "2024-05-03"})

    assert "2024-05-04" in reasons(taken, 2)


def test_a_conviction_after_an_annulled_titre_is_another_withdrawal() -> None:
    """The first stays annulled; the second bears the name of the judgment (CE, 10 March 2021, n° 444670)."""
    take(opening())
    take(offence("i1"), {**TITRE, "decided_on": "2024-06-10"}, CANCELLED)
    take(JUDGED)
    second = acts()[-1]

    assert ("parquet:j1", "condamnation", "2025-03-10") == (second["id"], second["final_by"], second["final_on"])
    assert 8 == signed_balance()


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_end_is_the_same_in_whatever_order_the_four_come(order: tuple[int, ...]) -> None:
    """Offence, titre exécutoire, cancellation and conviction, each in a file of its own: one withdrawal stands."""
    lines = [offence("i1"), TITRE, CANCELLED, JUDGED]
    take(opening())
    by_file(*(lines[place] for place in order))
    again = by_file(*(lines[place] for place in order))

    assert 8 == signed_balance()
    assert "waiting" not in again


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_an_end_that_the_cancellation_precedes_stands(order: tuple[int, ...]) -> None:
    """A second titre exécutoire, of a day after the cancellation, takes the points whatever comes first."""
    lines = [offence("i1"), CANCELLED, {**TITRE, "on": "2024-10-01"}]
    take(opening())
    by_file(*(lines[place] for place in order))

    assert 8 == signed_balance()


def test_a_conviction_waits_until_the_fine_is_annulled() -> None:
    """Two withdrawals for one offence cannot both stand; the one that waits is taken by itself."""
    take(opening())
    take(offence("i1"), {**TITRE, "decided_on": "2024-06-10"})
    waits = take(JUDGED)
    said, before = reasons(waits), fates(waits)
    take(CANCELLED)

    assert (["waiting"], ["accepted"]) == (before, fates(waits))
    assert "déjà établie par le titre exécutoire (2024-06-03)" in said
    assert 8 == signed_balance()


def test_an_end_waits_for_its_offence() -> None:
    """It is taken by itself when the offence comes, and says meanwhile what it waits for."""
    take(opening())
    waits = take(PAID)
    said = reasons(waits)
    taken = take(offence("i1"))

    assert said == "« antai:i1 » n'est pas encore connu : la ligne attend qu'il le soit"
    assert (["accepted"], ["accepted"]) == (fates(waits), fates(taken))
    assert 8 == signed_balance()


def test_a_judgment_may_bring_its_offence() -> None:
    """A délit that only the parquet knows: the offence bears the name of the line."""
    take(opening())
    judged = line(
        "parquet", "condamnation", "24-1", on="2024-05-02", committed_on="2024-01-20", points=6, **{"class": "delit"}
    )
    first, again = take(judged), take({**judged, "decided_on": "2024-05-20"}, judged)

    assert (["accepted"], ["refused", "known"]) == (fates(first), fates(again))
    assert [("withdrawal", "parquet:24-1", -6, 6)] == moved()


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (PAID, TITRE, "déjà établie par le paiement de l'amende (2024-02-15)"),
        (JUDGED, {**JUDGED, "id": "j2", "on": "2025-04-01"}, "déjà établie par une condamnation (2025-03-10)"),
        (JUDGED, {**CANCELLED, "on": "2025-06-01"}, "établie par une condamnation (2025-03-10) : trouvé"),
        (PAID, {**CANCELLED, "on": "2024-01-19"}, "trouvé 2024-01-19, attendu un jour qui ne précède pas"),
    ],
)
def test_what_contradicts_what_is_known_is_refused(first: Any, second: Any, reason: str) -> None:
    """With what was found and what was expected; the register stays as it was."""
    take(opening())
    take(offence("i1"))
    take(first)
    before = acts()
    taken = take(second)

    assert ["refused"] == fates(taken)
    assert reason in reasons(taken)
    assert before == acts()


@pytest.mark.parametrize(
    ("case", "kind", "points"), [(1, "volontaire", 4), (2, "probatoire", 4), (3, "alternative", 0), (4, "peine", 0)]
)
def test_the_case_of_an_attestation_is_a_kind_of_stage(case: int, kind: str, points: int) -> None:
    """Cases 1 and 2 give points, 3 and 4 do not."""
    take(opening())
    take(offence("i1"), {**PAID, "decided_on": "2024-03-01"})
    measure = {"measure": "alternative"} if case == 3 else {}
    take(line("stages", "attestation", "s1", ended_on="2024-05-04", case=case, **measure))

    assert kind == acts()[-1]["kind"]
    assert points == sum(points for cause, _, points, _ in moved() if cause == "stage")


def test_the_letter_of_a_suspension_waits_for_it() -> None:
    """By the identifier that the préfecture gave to the suspension; kept under the register's name."""
    take(opening())
    letter = line("prefecture", "suspension_letter", "l1", suspension="s1", form="3F", notified_on="2024-05-06")
    waits = take(letter)
    take(line("prefecture", "suspension", "s1", **{"from": "2024-05-04", "to": "2024-10-03"}))

    assert ["accepted"] == fates(waits)
    assert ("suspension", "prefet") == (acts()[0]["act"], acts()[0]["by"])
    assert "prefecture:s1" == acts()[1]["suspension"]


def test_what_an_act_names_must_be_of_its_kind() -> None:
    """An end names an offence, nothing else."""
    take(opening())
    take(line("stages", "attestation", "s1", ended_on="2024-05-04", case=1))
    taken = take({**PAID, "offence": "stages:s1"})

    assert "trouvé un acte d'une autre nature (stage)" in reasons(taken)


def test_the_register_does_not_learn_backwards() -> None:
    """A day of recording before what was posted is refused, line by line."""
    take(opening())
    taken = take(offence("i1"), recorded_on=date(2026, 6, 30))

    assert "déjà arrêté au 2026-07-01" in reasons(taken)
    assert RECORDED_ON == date(2026, 7, 1)
