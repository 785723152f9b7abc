"""How long facts take to be recorded: what is counted, what is left out, and how little is read."""

from datetime import date, timedelta
from typing import Any

import pytest

from mespoints.register import lags
from mespoints.register.lags import Lag, happened, lags_of, measure_lags
from mespoints.register.ledger import append_acts
from mespoints.register.models import Licence, RecordingLag

ON = date(2026, 11, 21)
pytestmark = pytest.mark.django_db


def paid(name: str, final_on: str) -> dict[str, Any]:
    """An offence whose fine was paid on a day."""
    return {
        "act": "offence", "id": name, "class": "c3", "points": 2, "committed_on": final_on, "final_on": final_on,
        "final_by": "paiement",
    }  # fmt: skip


def record(licence: Licence, on: str, *acts: dict[str, Any]) -> None:
    """The register learns these acts on a day."""
    append_acts(licence, list(acts), recorded_on=date.fromisoformat(on), source="test", reference=on)


def known_lags(*, at_least: int) -> dict[str, Lag]:
    """What was measured, of what was seen so many times."""
    seen = RecordingLag.objects.filter(acts__gte=at_least)
    return lags_of(seen.values_list("event", "median_days", "measured_on"))


def test_the_median_is_that_of_the_days_from_the_fact_to_its_record(licence: Licence) -> None:
    """Ten, twenty and sixty days after a payment; twelve after a stage."""
    record(licence, "2026-06-11", paid("a", "2026-06-01"))
    record(licence, "2026-07-21", paid("b", "2026-07-01"))
    record(licence, "2026-09-14", {"act": "stage", "id": "s", "kind": "volontaire", "ended_on": "2026-09-02"})
    record(licence, "2026-10-30", paid("c", "2026-08-31"))
    measure_lags(ON)

    assert {"paiement": Lag(20, ON), "stage": Lag(12, ON)} == known_lags(at_least=1)
    assert {"paiement": Lag(20, ON)} == known_lags(at_least=3)
    assert {} == known_lags(at_least=4)


def test_what_came_with_a_licence_or_before_a_year_is_left_out(licence: Licence) -> None:
    """A take-over brings old facts on one day; what was recorded before the twelve months is another time."""
    record(licence, licence.recorded_on.isoformat(), paid("a", "2020-06-01"))
    record(licence, "2025-11-20", paid("b", "2025-06-01"))
    record(licence, "2025-11-21", paid("c", "2025-11-14"))
    measure_lags(ON)

    assert {"paiement": Lag(7, ON)} == known_lags(at_least=1)


def test_a_pending_offence_is_counted_once_it_has_ended(licence: Licence) -> None:
    """Known before it was paid, then paid: one wait, from the payment."""
    pending = {key: value for key, value in paid("a", "2026-06-01").items() if not key.startswith("final")}
    record(licence, "2026-06-05", pending)
    record(licence, "2026-07-13", {**pending, "final_on": "2026-07-01", "final_by": "titre_executoire"})
    measure_lags(ON)

    assert {"titre_executoire": Lag(12, ON)} == known_lags(at_least=1)
    assert happened(pending) is None


def test_measuring_again_replaces(licence: Licence) -> None:
    """The same five rows, of another day; what is not seen any more counts for nothing."""
    record(licence, "2026-06-11", paid("a", "2026-06-01"))
    measure_lags(ON)
    measure_lags(ON + timedelta(days=365))

    assert 5 == RecordingLag.objects.count()
    assert {} == known_lags(at_least=1)


def test_an_empty_register_measures_nothing(db: None) -> None:
    """Nothing recorded, nothing said."""
    measure_lags(ON)

    assert {} == known_lags(at_least=1)


def test_a_large_register_is_sampled_evenly(
    licence: Licence, monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: Any
) -> None:
    """Two acts of forty are looked at in each of four places."""
    monkeypatch.setattr(lags, "SLICES", 4)
    monkeypatch.setattr(lags, "SLICE", 2)
    days = [date(2026, 1, 1) + timedelta(days=day) for day in range(40)]
    record(licence, "2026-03-01", *[paid(f"o{number}", day.isoformat()) for number, day in enumerate(days)])
    with django_assert_max_num_queries(30):
        measure_lags(ON)

    assert 8 == RecordingLag.objects.get(event="paiement").acts
