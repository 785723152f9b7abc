"""What a carrier tells becomes receipts of the register, once."""

from datetime import date
from pathlib import Path

import pytest

from mespoints.letters.fetching import fetch_events
from mespoints.letters.http_carrier import HttpCarrier
from mespoints.letters.models import Place, Sending
from mespoints.register.models import Licence
from tests.letters.carrier_service import TOKEN, carrier_service
from tests.letters.mail import learn, mail_on, means, offence, run_on

pytestmark = pytest.mark.django_db


def test_events_become_receipts_and_move_the_law(licence: Licence, tmp_path: Path) -> None:
    """Read again from where it was left; a letter of nobody and a repetition are counted and change nothing."""
    learn(licence, "2024-03-04", offence("i1", 6, "2024-03-04"), offence("i2", 6, "2024-03-04"))
    run_on("2024-03-04", means(tmp_path))
    letter = Sending.objects.get(kind="48SI").reference
    event = {"id": "e1", "letter": letter, "event": "presented", "on": "2024-03-06", "tracking": "2C1"}
    with carrier_service() as service:
        carrier = HttpCarrier(service.address, TOKEN, lambda _seconds: None)
        service.events = [event, {**event, "id": "e2", "letter": "0000000099-1"}, event]
        first = fetch_events(carrier, date(2024, 3, 8))
        service.events.append({**event, "id": "e3", "event": "collected", "on": "2024-03-11"})
        second = fetch_events(carrier, date(2024, 3, 12))
        third = fetch_events(carrier, date(2024, 3, 13))
    mail = mail_on("2024-03-13")

    assert ({"new": 1, "unknown": 1, "known": 1}, {"new": 1}, {}) == (dict(first), dict(second), dict(third))
    assert ("http", "4") == Place.objects.values_list("carrier", "after").get()
    assert ({"presented": 1, "collected": 1}, {"notified": 1}) == (dict(mail.events), dict(mail.outcomes))
    assert date(2024, 3, 11) == Sending.objects.get(kind="48SI").notified_on
