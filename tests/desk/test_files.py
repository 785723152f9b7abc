"""A file: found exactly, opened for a reason, shown on two days, told to its holder."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from mespoints.identity.models import Agent
from mespoints.register.ledger import append_acts
from mespoints.register.models import Access, Holder, Licence
from tests.desk.conftest import NANTES, TODAY, browser_of
from tests.identity.test_sign_in_pages import words
from tests.portal.conftest import offence, session_of
from tests.portal.test_consulting_changes_nothing import dump

pytestmark = pytest.mark.django_db

NEPH = "000000000001"
REASON = {"reason": "Demande de relevé du 20 novembre", "article": "L225-3"}
CAMILLE = {
    "family_name": "Martin", "given_names": "Camille", "sex": "female", "birth_date": "1975-04-02",
    "birth_place": "44109", "birth_country": "99100",
}  # fmt: skip
SEARCH = "/guichet/recherche/"


@pytest.fixture
def driver(licence: Licence) -> Licence:
    """Four points lost, learned ten days ago; one more learned yesterday."""
    append_acts(licence, [offence("a", "2026-05-04", "2026-06-10")], recorded_on=date(2026, 11, 12), source="antai/1")
    late = offence("b", "2026-05-06", "2026-06-11", 1, **{"class": "c2"})
    append_acts(licence, [late], recorded_on=date(2026, 11, 21), source="antai/1")
    return licence


def opened(client: Client, **asked: str) -> str:
    """The address of the file that a search opens."""
    answer = client.post(SEARCH, {"neph": NEPH, **REASON, **asked})

    assert answer.status_code == 302
    return str(answer.headers["Location"])


@pytest.mark.parametrize("asked", [{"neph": "00 00 00 00 00 01"}, CAMILLE], ids=["number", "civil status"])
def test_a_file_is_found_exactly_and_its_address_says_nothing(
    asked: dict[str, str], driver: Licence, as_agent: Callable[..., Client]
) -> None:
    """By its number or by the whole civil status, typed in a form; the address holds a random word."""
    client = as_agent()
    address = str(client.post(SEARCH, asked | REASON).headers["Location"])
    page = words(client.get(address))

    assert re.fullmatch(r"/guichet/dossier/[\w-]{22}/", address)
    assert ("MARTIN Camille" in page, "7 sur 12 points" in page) == (True, True)


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"neph": NEPH, "article": "L225-3"}, "Donnez le motif"),
        ({"neph": NEPH, "article": "L225-3", "reason": "relevé"}, "au moins 10 caractères"),
        ({"neph": NEPH, "reason": REASON["reason"], "article": "L225-5"}, "L225-5"),
        ({"neph": "12", **REASON}, "de 5 à 19 chiffres"),
        ({**CAMILLE, **REASON, "sex": ""}, "faute de NEPH"),
        ({**CAMILLE, **REASON, "birth_date": "1975-04"}, "Trouvé « 1975-04 », attendu un jour comme 31/01/1980"),
    ],
)
def test_nothing_opens_without_a_reason_and_a_whole_name(
    asked: dict[str, str], why: str, driver: Licence, as_agent: Callable[..., Client]
) -> None:
    """The form says what is missing, and nobody was looked at."""
    answer = as_agent().post(SEARCH, asked)

    assert answer.status_code == 422
    assert why in words(answer)
    assert not Access.objects.exists()


@pytest.mark.parametrize("change", [{"family_name": "Martins"}, {"given_names": "Camila"}, {"birth_place": "75056"}])
def test_likeness_finds_nobody(change: dict[str, str], driver: Licence, as_agent: Callable[..., Client]) -> None:
    """One letter, another commune: no file, no hint."""
    page = words(as_agent().post(SEARCH, {**CAMILLE, **REASON, **change}))

    assert "Aucun dossier ne répond exactement" in page
    assert NEPH not in page
    assert not Access.objects.exists()


def test_homonyms_are_shown_and_each_is_told(driver: Licence, as_agent: Callable[..., Client]) -> None:
    """Two holders of one civil status: neither opens by itself, and both read that their name was shown."""
    fields = {name: getattr(driver.holder, name) for name in ("family_name", "given_names", "sex", "birth_date")}
    twin = Holder.objects.create(
        **fields, birth_place="44109", birth_country="99100", address=["2 RUE DU PORT"], departement="35"
    )
    Licence.objects.create(
        neph="000000000002", holder=twin, obtained_on=date(1997, 1, 6), probation="none", territory="metropole",
        recorded_on=date(2024, 1, 1),
    )  # fmt: skip
    page = words(as_agent().post(SEARCH, CAMILLE | REASON))

    assert ("35" in page, "000000000002" in page) == (True, False)
    assert [("agent_identity", NEPH), ("agent_identity", "000000000002")] == list(
        Access.objects.order_by("licence").values_list("shown", "licence__neph")
    )


def test_the_driver_reads_the_service_the_day_and_the_reason(
    driver: Licence, as_agent: Callable[..., Client], settings: Any
) -> None:
    """On « Qui a consulté »: who, what was shown, why; the agent's name nowhere."""
    client = as_agent()
    client.get(opened(client))
    holder = Client()
    holder.cookies[settings.SESSION_COOKIE_NAME] = session_of(driver)
    page = words(holder.get("/qui-a-consulte/"))
    agent = Agent.objects.get()

    assert f"Un agent de préfecture : {NANTES}, agent n° {agent.pk}" in page.replace("\xa0", " ")
    assert "l'ensemble de votre dossier (Demande de relevé du 20 novembre, art. L. 225-3)" in page.replace("\xa0", " ")
    assert agent.name not in page


def test_a_look_changes_nothing_else(driver: Licence, as_agent: Callable[..., Client]) -> None:
    """The file, its letters, another day: three lines of the journal, the register the same to the byte."""
    client = as_agent()
    address = opened(client)
    before = dump()
    pages = [client.get(address), client.get(f"{address}lettres/"), client.get(address, {"on": "2026-11-20",
             "known_on": "2026-11-20"})]  # fmt: skip

    assert [200, 200, 200] == [page.status_code for page in pages]
    assert dump() == before
    assert ["agent_file", "agent_letters", "agent_file_as_known"] == list(
        Access.objects.order_by("pk").values_list("shown", flat=True)
    )


def test_the_file_on_two_days(driver: Licence, as_agent: Callable[..., Client]) -> None:
    """As known ten days ago the second offence is not there; the balance of that day follows, and so do the acts."""
    client = as_agent()
    address = opened(client)
    today = words(client.get(address))
    before = words(client.get(address, {"on": "2026-11-20", "known_on": "2026-11-20"}))

    assert ("7 sur 12 points" in today, "antai/1" in today) == (True, True)
    assert ("8 sur 12 points" in before, "tel que connu le 20 novembre 2026" in before) == (True, True)
    assert "Choisissez un jour passé" in words(client.get(address, {"on": "2027-01-01", "known_on": "2026-11-20"}))


def test_a_movement_is_explained_and_its_letter_named(driver: Licence, as_agent: Callable[..., Client]) -> None:
    """The sentence of the law with its article, the letter that is owed, and on the other page the day it is owed."""
    client = as_agent()
    address = opened(client)
    page, letters = words(client.get(address)), words(client.get(f"{address}lettres/"))

    assert "art. L. 223-1" in page.replace("\xa0", " ").replace("\u2060", "")
    assert "Due le 12 novembre 2026" in letters


def test_an_opening_is_of_one_session_and_of_half_an_hour(
    driver: Licence, new_agent: Callable[..., Agent], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another agent who is given the address is asked for a reason, and so is the first one later on."""
    from datetime import UTC, datetime, timedelta

    first, other = browser_of(new_agent()), browser_of(new_agent("validation"))
    address = opened(first)

    assert other.get(address).headers["Location"] == f"{SEARCH}?ferme=1"

    half_way, over = (datetime.now(UTC) + timedelta(minutes=minutes) for minutes in (16, 31))
    monkeypatch.setattr("mespoints.config.middleware.now", lambda: half_way)
    still_open = first.get(address).status_code
    monkeypatch.setattr("mespoints.config.middleware.now", lambda: over)

    assert (still_open, first.get(address).headers["Location"]) == (200, f"{SEARCH}?ferme=1")
    assert "redonnez le motif" in words(first.get(f"{SEARCH}?ferme=1"))


@pytest.mark.parametrize("role", ["audit", "exploitation"])
def test_other_roles_open_no_file(role: str, driver: Licence, as_agent: Callable[..., Client]) -> None:
    """Neither the search nor a file."""
    client = as_agent(role)

    assert [403, 403] == [client.post(SEARCH, {"neph": NEPH, **REASON}).status_code, client.get(SEARCH).status_code]
    assert not Access.objects.exists()


def test_a_file_before_its_licence_is_refused_in_words(driver: Licence, as_agent: Callable[..., Client]) -> None:
    """A day before the licence was recorded: the form says since when, and today is shown."""
    client = as_agent()
    page = words(client.get(opened(client), {"on": TODAY.isoformat(), "known_on": "2023-12-31"}))

    assert "connu depuis le 1er janvier 2024" in page
    assert "7 sur 12 points" in page
