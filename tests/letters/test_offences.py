from typing import Any

import pytest

from mespoints.law.acts import Dossier
from mespoints.law.days import day_of, parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.statement import make_statement
from mespoints.letters.contents import Recap
from mespoints.letters.offences import recap_of, tell_offence
from mespoints.letters.refusals import LetterRefused
from tests.law.lives import offence

PLACE = {"label": "Feu rouge", "article": "R412-30", "place": "Nantes"}


def dossier_of(*acts: dict[str, Any], obtained_on: str = "1998-06-18", **licence: Any) -> Dossier:
    """A dossier, every offence told in full unless it says otherwise."""
    told = [{**PLACE, **act} if act["act"] == "offence" else act for act in acts]
    return read_dossier(
        {"format": "dossier/1", "licence": {"obtained_on": obtained_on, **licence}, "acts": told}
    )  # fmt: skip


def recap_on(dossier: Dossier, on: str) -> Recap:
    """The recap of the last 48SI owed by a day."""
    movements = make_statement(dossier, parse_day(on)).movements
    place = max(place for place, movement in enumerate(movements) if movement.letter == "48SI")
    return recap_of(movements[: place + 1], dossier)


def added_up(recap: Recap) -> int:
    """What the lines of a recap give."""
    return recap.opening + recap.regained - sum(one.taken for one in recap.withdrawals)


def test_an_offence_is_told_in_full() -> None:
    """Label, article, place, the three days, what established it, what was taken and what the barème says."""
    dossier = dossier_of(offence("i1", "2025-02-14", "2025-03-31", 4, "c4", decided_on="2025-04-22"))
    told = tell_offence(dossier, "i1", 2)

    assert ("Feu rouge", "R412-30", "Nantes", "paiement") == (told.label, told.article, told.place, told.final_by)
    assert (day_of(2025, 2, 14), day_of(2025, 3, 31)) == (told.committed_on, told.final_on)
    assert (day_of(2025, 4, 22), 2, 4) == (told.decided_on, told.taken, told.in_bareme)


@pytest.mark.parametrize("field", ["label", "article", "place"])
def test_a_missing_field_is_named(field: str) -> None:
    """The offence is named by its place in the dossier, the field by its key; nothing of its content is repeated."""
    act = {**PLACE, **offence("i1", "2025-02-14", "2025-03-31", 4, "c4")}
    del act[field]
    document = {"format": "dossier/1", "licence": {"obtained_on": "1998-06-18"}, "acts": [act]}
    with pytest.raises(LetterRefused) as refused:
        tell_offence(read_dossier(document), "i1", 4)

    assert (f"infraction n° 1 du dossier : il manque « {field} »",) == refused.value.reasons


def test_the_label_and_the_article_may_come_from_the_bareme() -> None:
    """A NATINF code is enough to name an offence; the place is not in any table."""
    act = {**offence("i1", "2025-02-14", "2025-03-31", 4, "c4"), "natinf": "210", "place": "Nantes"}
    document = {"format": "dossier/1", "licence": {"obtained_on": "1998-06-18"}, "acts": [act]}

    assert "R412-30" == tell_offence(read_dossier(document), "i1", 4).article


def test_an_unknown_offence_is_refused() -> None:
    """A movement that names no offence of the dossier cannot be told."""
    with pytest.raises(LetterRefused, match="offence"):
        tell_offence(dossier_of(), None, 4)


def test_the_recap_holds_every_withdrawal_since_the_licence() -> None:
    """In their order, the last one included; the sum adds up."""
    dossier = dossier_of(
        offence("a", "2023-01-10", "2023-02-10", 6, "delit", final_by="condamnation"),
        offence("b", "2024-01-10", "2024-02-10", 6, "delit", final_by="condamnation"),
    )
    recap = recap_on(dossier, "2024-03-01")

    assert [day_of(2023, 1, 10), day_of(2024, 1, 10)] == [one.committed_on for one in recap.withdrawals]
    assert (12, day_of(1998, 6, 18), 0, 0) == (recap.opening, recap.opened_on, recap.regained, recap.signed_balance)
    assert recap.signed_balance == added_up(recap)


def test_the_points_of_a_stage_are_counted_back() -> None:
    """The stage is no withdrawal, but without it the sum would not add up."""
    stage = {"act": "stage", "id": "s", "started_on": "2023-06-01", "ended_on": "2023-06-02", "kind": "volontaire"}
    dossier = dossier_of(
        offence("a", "2023-01-10", "2023-02-10", 6, "delit", final_by="condamnation"), stage,
        offence("b", "2024-01-10", "2024-02-10", 6, "delit", final_by="condamnation"),
        offence("c", "2024-02-10", "2024-03-10", 6, "delit", final_by="condamnation"),
    )  # fmt: skip
    recap = recap_on(dossier, "2024-04-01")

    assert (4, -2) == (recap.regained, recap.signed_balance)
    assert recap.signed_balance == added_up(recap)


def test_what_came_before_twelve_points_does_not_concur() -> None:
    """A full restoration, or any return to twelve, starts the recap again."""
    dossier = dossier_of(
        offence("a", "2015-01-10", "2015-02-10", 4, "c4"),
        offence("b", "2023-01-10", "2023-02-10", 6, "delit", final_by="condamnation"),
        offence("c", "2024-01-10", "2024-02-10", 6, "delit", final_by="condamnation"),
    )
    recap = recap_on(dossier, "2024-03-01")

    assert day_of(2018, 2, 10) == recap.opened_on
    assert 2 == len(recap.withdrawals)


def test_what_came_back_by_itself_does_not_concur() -> None:
    """A single point given back, an annulled withdrawal: neither led to zero."""
    dossier = dossier_of(
        offence("a", "2022-10-10", "2022-11-10", 3, "c4"),
        offence("b", "2022-12-01", "2022-12-10", 1, "c3"),
        offence("c", "2023-08-10", "2023-09-10", 2, "c4"),
        {"act": "withdrawal_annulled", "id": "x", "offence": "c", "on": "2023-10-01"},
        offence("d", "2024-01-10", "2024-02-10", 6, "delit", final_by="condamnation"),
        offence("e", "2024-02-10", "2024-03-10", 6, "delit", final_by="condamnation"),
    )
    recap = recap_on(dossier, "2024-04-01")

    assert [3, 6, 6] == [one.taken for one in recap.withdrawals]
    assert (0, -3) == (recap.regained, recap.signed_balance)


def test_a_probation_starts_from_six_points() -> None:
    """The steps earned count among the points added."""
    dossier = dossier_of(
        offence("a", "2023-05-10", "2023-06-10", 4, "c4"),
        offence("b", "2023-08-10", "2023-09-10", 4, "c4"),
        obtained_on="2022-03-01",
    )
    recap = recap_on(dossier, "2023-10-01")

    assert (6, 2, 0) == (recap.opening, recap.regained, recap.signed_balance)
    assert recap.signed_balance == added_up(recap)


def test_every_missing_field_of_a_recap_is_named() -> None:
    """The whole list at once: the person who mends the dossier needs one look."""
    bare = offence("a", "2023-01-10", "2023-02-10", 6, "delit", final_by="condamnation")
    last = {**PLACE, **offence("b", "2024-01-10", "2024-02-10", 6, "delit", final_by="condamnation")}
    dossier = read_dossier(
        {"format": "dossier/1", "licence": {"obtained_on": "1998-06-18"}, "acts": [bare, last]}
    )  # fmt: skip
    with pytest.raises(LetterRefused) as refused:
        recap_on(dossier, "2024-03-01")

    assert ["label", "article", "place"] == [reason.split("« ")[1][:-2] for reason in refused.value.reasons]
