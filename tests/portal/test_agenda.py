"""The calendar files of the balance page."""

from collections.abc import Callable

from django.test import Client

from mespoints.register.models import Access, Licence
from tests.portal.conftest import Told, offence

LETTER_48N: Told = {"act": "lettre_48n", "id": "n", "notified_on": "2026-08-20", "offence": "a"}
NOVICE = [offence("a", "2026-06-01", "2026-07-03"), LETTER_48N]


def test_everything_to_come(driver: Callable[..., Licence], visit: Callable[..., Client]) -> None:
    """One event a duty and a return, in a file that bears no name."""
    answer = visit(driver("2025-06-12", *NOVICE, probation="ordinary")).get("/mes-points/agenda.ics")
    text = answer.content.decode()

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="mes-points.ics"'
    assert text.count("BEGIN:VEVENT") == 3
    assert "MARTIN" not in text


def test_one_duty(driver: Callable[..., Licence], visit: Callable[..., Client]) -> None:
    """The card of a duty leads to its own event, and to no other."""
    client = visit(driver("2025-06-12", *NOVICE, probation="ordinary"))
    page = client.get("/mes-points/").content.decode()
    address = "/mes-points/agenda/stage-obligatoire-2026-12-20.ics"
    text = client.get(address).content.decode()

    assert f'href="{address}"' in page
    assert text.count("BEGIN:VEVENT") == 1
    assert "20261220" in text


def test_a_duty_that_is_not(driver: Callable[..., Licence], visit: Callable[..., Client]) -> None:
    """An address of no duty of this driver is not found, and leaves no line in the journal."""
    answer = visit(driver("1996-05-06")).get("/mes-points/agenda/stage-obligatoire-2026-12-20.ics")

    assert answer.status_code == 404
    assert Access.objects.count() == 0
