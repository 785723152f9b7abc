"""The file cut on a day, and the facts supposed after it, on the days and in the cases that decide."""

from typing import Any

import pytest

from mespoints.law.acts import Dossier, Lettre48SI, Lettre48SISuspended, Offence
from mespoints.law.bareme import find_by_code
from mespoints.law.days import Day, parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.suppositions import Scenario, Supposition, SuppositionRefused, cut_on, read_scenario, suppose
from tests.law.lives import OLD, offence, on_day

ON = parse_day("2024-12-01")
FALL = (offence("a", "2023-01-10", "2023-02-10", 6, "c4"), offence("b", "2023-03-10", "2023-04-10", 6, "c5"))
LETTER = on_day("lettre_48si", "z", "2023-05-02", offence="b")


def file_of(*acts: dict[str, Any]) -> Dossier:
    """A dossier of these acts."""
    return read_dossier({"format": "dossier/1", "licence": {"obtained_on": OLD}, "acts": list(acts)})


def last_of(file: Dossier, kind: type) -> Any:
    """The last act of a kind."""
    return [act for act in file.acts if isinstance(act, kind)][-1]


@pytest.mark.parametrize(("on", "count"), [("2024-05-31", 0), ("2024-06-01", 1), ("2024-06-30", 1)])
def test_a_suspension_is_known_from_its_first_day(on: str, count: int) -> None:
    """It begins on 1 June 2024."""
    file = file_of({"act": "suspension", "id": "p", "from": "2024-06-01", "to": "2024-06-30"})

    assert count == len(cut_on(file, parse_day(on)).acts)


def test_a_letter_keeps_the_name_of_an_offence_that_is_known() -> None:
    """It loses the name of one that is not: the letter was notified all the same."""
    known = cut_on(file_of(*FALL, LETTER), ON)
    before = cut_on(file_of(FALL[0], offence("b", "2025-03-10", "2025-04-10", 6, "c5"), LETTER), ON)

    assert "b" == last_of(known, Lettre48SI).offence
    assert last_of(before, Lettre48SI).offence is None


@pytest.mark.parametrize(
    ("to", "known"),
    [(None, None), ("2024-11-30", "2024-11-30"), ("2024-12-01", None), ("2024-12-02", None)],
)
def test_the_end_of_a_suspended_letter_is_known_once_it_is_past(to: str | None, known: str | None) -> None:
    """Its last day is still a day of suspension (D18)."""
    suspended = on_day("lettre_48si_suspended", "s", "2024-10-01", letter="z") | ({"to": to} if to else {})
    found = last_of(cut_on(file_of(*FALL, LETTER, suspended), ON), Lettre48SISuspended)

    assert (None if known is None else parse_day(known)) == found.to_on


@pytest.mark.parametrize(("decided_on", "is_known"), [("2024-12-01", True), ("2024-12-02", False)])
def test_an_offence_decided_on_the_day_is_known(decided_on: str, is_known: bool) -> None:
    """A decision of the morrow is not: the offence is pending."""
    act = offence("c", "2024-06-01", "2024-11-20", 2, decided_on=decided_on)
    found = last_of(cut_on(file_of(act), ON), Offence)

    assert [is_known] * 3 == [value is not None for value in (found.final_on, found.final_by, found.decided_on)]


@pytest.mark.parametrize(("closed_on", "is_known"), [("2024-12-01", True), ("2024-12-02", False)])
def test_an_offence_closed_on_the_day_is_known(closed_on: str, is_known: bool) -> None:
    """An acquittal of the morrow is not."""
    act = {"act": "offence", "id": "c", "committed_on": "2024-06-01", "class": "c3", "points": 2}
    found = last_of(cut_on(file_of(act | {"closed_on": closed_on, "closed_by": "relaxe"}), ON), Offence)

    assert [is_known] * 2 == [value is not None for value in (found.closed_on, found.closed_by)]


def test_an_offence_established_on_the_day_is_not_paid_again() -> None:
    """Though the decision is still to come."""
    file = file_of(offence("c", "2024-06-01", "2024-12-01", 2, decided_on="2025-01-10"))

    with pytest.raises(SuppositionRefused, match="déjà établie le 2024-12-01"):
        read_scenario("paiement:c@2024-12-05", file, ON)


def offences_supposed(text: str, on: Day = ON) -> list[Offence]:
    """The offences that a scenario adds to a file without acts."""
    file = file_of()
    return [act for act in suppose(file, read_scenario(text, file, on), on).acts if isinstance(act, Offence)]


@pytest.mark.parametrize(("code", "natinf"), [("203", "203"), ("R412-30:al. 1", None)])
def test_one_more_offence_is_paid_on_its_day(code: str, natinf: str | None) -> None:
    """A stop sign by its NATINF, a red light by its article: four points, of the 4th class."""
    on = parse_day("2025-01-02")
    [row] = find_by_code(code, on)
    [added] = offences_supposed(f"offence:{code}@2025-01-02")

    assert ("supposition-1", on, on, "paiement", on) == added[:5]
    assert ("c4", 4, natinf, row.article, row.paragraph) == added[5:10]
    assert (None,) * 7 == added[10:]


def test_an_article_that_punishes_several_offences_alike_gives_the_first() -> None:
    """Art. L. 224-17 has two paragraphs, both of six points."""
    rows = find_by_code("L224-17", parse_day("2025-01-02"))
    [added] = offences_supposed("offence:L224-17@2025-01-02")

    assert ["V (I)", "V (II)"] == [row.paragraph for row in rows]
    assert ("delit", 6, None, "L224-17", "V (I)") == added[5:10]


def test_facts_supposed_together_have_their_own_ids() -> None:
    """Counted from one, past those that the file bears."""
    file = file_of(offence("supposition-2", "2023-01-10", "2023-02-10", 1))
    found = suppose(file, read_scenario("offence:203@2025-01-02+stage@2025-02-02", file, ON), ON)

    assert ["supposition-2", "supposition-1", "supposition-3"] == [act.id for act in found.acts]


def test_an_offence_without_a_code_is_refused() -> None:
    """A page may leave it out."""
    scenario = Scenario((Supposition("offence", parse_day("2025-01-02")),))

    with pytest.raises(SuppositionRefused, match="un code NATINF ou un article"):
        suppose(file_of(), scenario, ON)
