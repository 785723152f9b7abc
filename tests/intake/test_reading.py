"""What a line may hold; what cannot be right is refused with its reason."""

from typing import Any

import pytest

from mespoints.intake.layouts import Layout
from mespoints.intake.lines import LineRefused
from mespoints.intake.reading import Line, read_line
from tests.intake.faults import FAULTS, Faulty, written
from tests.intake.feeding import RECORDED_ON, fates, line, offence, opening, reasons, take


def read(document: dict[str, Any]) -> Line:
    """A line that is right."""
    return read_line(written(document), Layout(document["format"]), RECORDED_ON)


def refusal(document: dict[str, Any]) -> tuple[str, ...]:
    """Why a line is refused."""
    with pytest.raises(LineRefused) as refused:
        read(document)
    return refused.value.reasons


@pytest.mark.django_db
@pytest.mark.parametrize("faulty", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_has_its_reason(faulty: Faulty) -> None:
    """It names the key, what was found and what was expected; a good line after it is taken."""
    take(opening())
    good = line("antai", "paid", "p2", offence="i1", on="2024-02-15")
    taken = take(offence("i1"), faulty.raw, good)

    assert ["accepted", faulty.fate, "accepted"] == fates(taken)
    assert faulty.reason in reasons(taken, 2)


def test_there_are_twenty_faults_at_least() -> None:
    """Each its own kind, each with its own reason."""
    assert len({faulty.reason for faulty in FAULTS.values()}) == len(FAULTS) >= 20


def test_all_that_is_wrong_is_said_at_once() -> None:
    """In the order of the line, the common keys first."""
    said = refusal(line("antai", "paid", "a:b", "?", offence="i 1", on="hier", colour=1))
    keys = [reason.split("«")[1].split("»")[0].strip() for reason in said]

    assert ["id", "neph", "offence", "on", "colour"] == keys


def test_what_a_line_tells_is_kept_as_written() -> None:
    """The event, the identifier, the file number, and the keys of the event."""
    told = read(offence("i1", label="Feu rouge"))

    assert ("antai/1", "i1", "000000000001") == (told.feed, told.identifier, told.neph)
    assert {"committed_on": "2024-01-20", "class": "c4", "points": 4, "label": "Feu rouge"} == told.values
    assert told.digest == read(offence("i1", label="Feu rouge")).digest != read(offence("i1")).digest


@pytest.mark.parametrize(
    ("case", "measure", "reason"),
    [
        (3, None, "clé « measure » : trouvé rien, attendu alternative ou composition_penale"),
        (1, "alternative", 'clé « measure » : trouvé "alternative", attendu rien, « case » ne valant pas 3'),
        (5, None, "clé « case » : trouvé 5, attendu un nombre entier de 1 à 4"),
        (3, "autre", 'clé « measure » : trouvé "autre"'),
    ],
)
def test_the_measure_goes_with_case_three(case: int, measure: str | None, reason: str) -> None:
    """Alternative aux poursuites or composition pénale: the attestation says which."""
    more = {"measure": measure} if measure else {}
    said = refusal(line("stages", "attestation", "s1", ended_on="2024-05-04", case=case, **more))

    assert 1 == len(said)
    assert reason in said[0]


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"offence": "i1", "points": 6}, "clé « points » : trouvé 6, attendu rien, « offence » étant donné"),
        ({}, "clé « committed_on » : trouvé rien, attendu un jour du calendrier"),
    ],
)
def test_a_judgment_names_an_offence_or_brings_it(values: dict[str, Any], reason: str) -> None:
    """Not both, not neither."""
    said = refusal(line("parquet", "condamnation", "j1", on="2024-05-02", **values))

    assert reason in said[0]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"obtained_on": "1990-05-06", "probation": "ordinary"}, "clé « probation »"),
        ({"birth_date": "1996-05-07"}, 'clé « birth_date » : trouvé "1996-05-07", attendu un jour qui ne suit'),
        ({"obtained_on": "2026-07-02"}, "clé « obtained_on » : trouvé 2026-07-02"),
        ({"code": "SECRET"}, "clé « code » : trouvé une clé inconnue"),
        ({"address": []}, "clé « address » : trouvé une liste"),
    ],
)
def test_an_opening_is_checked_as_a_whole(changes: dict[str, Any], reason: str) -> None:
    """Somebody born before their licence, a licence that the law can read."""
    assert reason in refusal(opening(**changes))[0]


def test_what_begins_later_may_be_told_before() -> None:
    """A suspension may begin or end after the day of recording."""
    told = read(line("prefecture", "suspension", "s1", **{"from": "2026-08-01", "to": "2027-01-31"}))

    assert {"from": "2026-08-01", "to": "2027-01-31"} == told.values
