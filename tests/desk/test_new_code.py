"""A new code asked for at the desk: for an open file, posted to its holder, shown to nobody."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from mespoints.desk.guarding import Role
from mespoints.identity.models import Agent
from mespoints.letters.code_letters import send_codes
from mespoints.letters.dispatch import Run
from mespoints.letters.models import CodeRequest
from mespoints.portal.journal import SHOWN
from mespoints.register.codes import hash_of, issue_code
from mespoints.register.ledger import append_acts
from mespoints.register.models import Access, ConfidentialCode, Licence
from tests.desk.conftest import TODAY
from tests.desk.test_files import opened
from tests.identity.test_sign_in_pages import words
from tests.letters.mail import PlainPrinter, means

pytestmark = pytest.mark.django_db


def page_of(client: Client) -> str:
    """The address of the page, on the file that this agent opens."""
    return f"{opened(client)}code/"


def posted(folder: Path, on: date = TODAY) -> str:
    """Send what waits; the code, as the letter alone tells it."""
    work, run = means(folder, PlainPrinter()), Run(on, on, 0)
    with work.spool.held():
        send_codes(run, work)
    letter = next(folder.glob("2*/C*.pdf")).read_text()
    return letter.partition(" ")[2]


def test_an_agent_asks_and_the_letter_alone_tells(
    licence: Licence, as_agent: Callable[..., Client], tmp_path: Path
) -> None:
    """Recorded with who asked, once; posted; no page of the desk shows the code, before or after."""
    client = as_agent()
    address = page_of(client)
    answers = [client.post(address), client.post(address)]
    request = CodeRequest.objects.get()
    code = posted(tmp_path)
    page = client.get(address)

    assert [302, 302] == [answer.status_code for answer in answers]
    assert ("desk", Agent.objects.get().public_name) == (request.means, request.by)
    assert (10, False) == (len(code), code in page.content.decode())
    assert "un autre code peut être demandé à partir du" in words(page).replace("\xa0", " ")


def test_the_holder_reads_that_an_agent_asked(licence: Licence, as_agent: Callable[..., Client]) -> None:
    """One line for the look and one for the request, with the reason of the file, in words of the page."""
    client = as_agent()
    address = page_of(client)
    client.get(address)
    client.post(address)
    rows = list(Access.objects.order_by("pk").values_list("shown", "reason", "who"))
    who, reason = Agent.objects.get().public_name, "Demande de relevé du 20 novembre"

    assert [("agent_code", reason, who), ("agent_code_asked", reason, who)] == rows
    assert {"agent_code", "agent_code_asked"} <= SHOWN.keys()


def test_the_desk_asks_no_more_often_than_on_line(
    licence: Licence, as_agent: Callable[..., Client], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A letter left today: refused until the fifteenth day; lost meanwhile, the code is closed and nothing is asked."""
    client = as_agent()
    address = page_of(client)
    client.post(address)
    posted(tmp_path)
    again = client.post(address)
    lost = client.post(address, {"lost": "1"})

    assert ([422, 422], 1) == ([again.status_code, lost.status_code], CodeRequest.objects.count())
    assert TODAY == ConfidentialCode.objects.get().closed_on
    assert "fermé le 22 novembre 2026" in words(lost)
    monkeypatch.setattr("mespoints.config.middleware.today", lambda: date(2026, 12, 8))

    assert (302, 2) == (client.post(address).status_code, CodeRequest.objects.count())


def test_lost_closes_the_code_at_once(licence: Licence, as_agent: Callable[..., Client]) -> None:
    """The former code holds until the letter leaves, unless its holder says that it is lost."""
    issue_code(licence.pk, hash_of("ABCDEFGHJK"), issued_on=licence.recorded_on)
    client = as_agent("validation")
    address = page_of(client)
    client.post(address)
    was_open = ConfidentialCode.objects.get().closed_on is None
    client.post(address, {"lost": "1"})

    assert (True, TODAY) == (was_open, ConfidentialCode.objects.get().closed_on)
    assert CodeRequest.objects.count() == 1


def test_the_page_shows_the_address_of_today_and_nobody_asks_for_the_dead(
    licence: Licence, as_agent: Callable[..., Client]
) -> None:
    """The address declared since the opening; after a death, why, and no request."""
    moved = {"act": "address", "id": "m", "on": "2026-11-02", "lines": ["9 RUE DU PORT", "44600 SAINT-NAZAIRE"]}
    append_acts(licence, [moved], recorded_on=date(2026, 11, 3), source="addresses/1")
    client = as_agent()
    address = page_of(client)
    before = words(client.get(address))
    append_acts(
        licence, [{"act": "death", "id": "d", "on": "2026-11-10"}], recorded_on=date(2026, 11, 20), source="insee/1"
    )
    refused = client.post(address)

    assert "9 RUE DU PORT, 44600 SAINT-NAZAIRE" in before
    assert (422, False) == (refused.status_code, CodeRequest.objects.exists())
    assert "le titulaire est décédé" in words(refused)


@pytest.mark.parametrize("role", Role)
def test_only_those_who_may_open_a_file_ask(role: str, licence: Licence, as_agent: Callable[..., Client]) -> None:
    """Each role: those of a préfecture do; the others are refused, and nothing is written."""
    address = "/guichet/dossier/mot/code/"
    is_reader = role in ("instruction", "validation")
    answer = as_agent(role).post(address)

    # A reader whose file is not open is asked for the reason again.
    assert (302 if is_reader else 403) == answer.status_code
    assert not CodeRequest.objects.exists()
