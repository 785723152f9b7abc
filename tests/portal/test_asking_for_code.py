"""A code asked for with a file number and a day of birth: the same answer to everybody, and a letter to the holder."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from mespoints.identity import networks
from mespoints.letters.models import CodeRequest
from mespoints.register.models import Holder, Licence

pytestmark = pytest.mark.django_db

PAGE, ASKED = "/demander-un-code/", "/demander-un-code/demande-recue/"
BORN = "02/04/1975"


def ask(neph: str, born_on: str = BORN, client: Client | None = None) -> Any:
    """Send the form."""
    return (client or Client()).post(PAGE, {"neph": neph, "born_on": born_on})


def test_a_letter_is_asked_for(licence: Licence, at: Callable[[date], None]) -> None:
    """Of the licence whose holder was born that day; once, however often it is asked for."""
    answers = [ask(licence.neph), ask("00 00 00 00 00 01", "2 avril 1975")]
    request = CodeRequest.objects.get()

    assert [(303, ASKED)] * 2 == [(answer.status_code, answer.headers["Location"]) for answer in answers]
    assert (licence, "form", False, date(2026, 11, 22)) == (
        request.licence, request.means, request.is_lost, request.asked_on,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("neph", "born_on", "changes"),
    [
        ("999999999999", BORN, {}),
        ("000000000001", "03/04/1975", {}),
        ("000000000001", BORN, {"deceased_on": date(2026, 1, 1)}),
    ],
    ids=["unknown number", "another day", "holder who has died"],
)
def test_the_answer_is_the_same_when_no_letter_leaves(
    neph: str, born_on: str, changes: dict[str, Any], licence: Licence
) -> None:
    """Nobody learns from it what the register knows."""
    Holder.objects.update(**changes)
    right, other = ask(licence.neph), ask(neph, born_on)
    if changes:
        assert not CodeRequest.objects.exists()

    assert (right.status_code, right.headers["Location"]) == (other.status_code, other.headers["Location"])
    assert right.content == other.content
    assert CodeRequest.objects.count() <= 1


def test_a_day_that_the_register_knows_in_part(licence: Licence) -> None:
    """The year alone, for somebody born abroad: the day that they give goes with it."""
    Holder.objects.update(birth_date="1975-00-00")
    ask(licence.neph)

    assert 1 == CodeRequest.objects.count()


def test_days_are_not_tried_in_turn(licence: Licence) -> None:
    """After five requests for a number, the right day is too late; the answer stays the same."""
    answers = [ask(licence.neph, f"0{day}/05/1975") for day in range(1, 6)] + [ask(licence.neph)]

    assert {ASKED} == {answer.headers["Location"] for answer in answers}
    assert not CodeRequest.objects.exists()


def test_a_network_asks_so_many_times_an_hour(licence: Licence, monkeypatch: Any) -> None:
    """Whatever the numbers; another network goes on."""
    monkeypatch.setattr(networks, "NETWORK_CEILING", 3)
    first = [ask(f"9999999999{number:02}").status_code for number in range(3)]
    full, elsewhere = ask(licence.neph), ask(licence.neph, client=Client(REMOTE_ADDR="192.0.2.9"))

    assert ([303] * 3, 429, 303) == (first, full.status_code, elsewhere.status_code)


@pytest.mark.parametrize(("neph", "born_on"), [("", BORN), ("1234", BORN), ("000000000001", ""), ("000000000001", "x")])
def test_what_cannot_be_is_said(neph: str, born_on: str, licence: Licence) -> None:
    """A number that is none, a day that is none: before the register is asked."""
    answer = ask(neph, born_on)

    assert 422 == answer.status_code
    assert "À corriger" in answer.content.decode()
    assert not CodeRequest.objects.exists()


def test_the_door_leads_there(licence: Licence) -> None:
    """From sign-in to the form, whose token is needed."""
    door = Client().get("/connexion/").content.decode()

    assert f'href="{PAGE}"' in door
    assert 403 == Client(enforce_csrf_checks=True).post(PAGE, {"neph": licence.neph, "born_on": BORN}).status_code
    assert "Une lettre est peut-être déjà partie" in Client().get(ASKED).content.decode()
