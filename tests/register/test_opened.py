"""What a page of balance opens with."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from mespoints.register.files import known_up_to, note_delivery
from mespoints.register.lags import Lag
from mespoints.register.ledger import append_acts
from mespoints.register.models import Licence, RecordingLag
from mespoints.register.opened import opened

pytestmark = pytest.mark.django_db


def test_a_licence_opens_in_one_query(licence: Licence, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """Itself, the last day known of it, the lags seen often enough; without any lag, without any act, the same."""
    before = opened(licence.pk, lags_seen=50)
    stage = {"act": "stage", "id": "s1", "ended_on": "2020-05-04", "kind": "volontaire"}
    append_acts(licence, [stage], recorded_on=date(2024, 6, 3), source="test")
    on = date(2024, 7, 1)
    for event, acts in (("paiement", 50), ("stage", 51), ("condamnation", 49)):
        RecordingLag.objects.create(event=event, measured_on=on, acts=acts, median_days=acts)
    with django_assert_num_queries(1):
        found = opened(licence.pk, lags_seen=50)

    assert (licence, licence.recorded_on, {}) == before
    assert (licence, date(2024, 6, 3), {"paiement": Lag(50, on), "stage": Lag(51, on)}) == found
    note_delivery("intake/1", date(2026, 11, 21))
    assert known_up_to(licence) == opened(licence.pk, lags_seen=50).known_up_to == date(2026, 11, 21)
    with pytest.raises(Licence.DoesNotExist):
        opened(licence.pk + 1, lags_seen=50)
