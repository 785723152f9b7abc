"""Whole journeys through the service, and then everything that was logged, searched for whoever took part."""

import io
import logging
import re
from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

import pytest
import requests
from django.conf import settings as django_settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.cache import cache
from django.test import Client

from mespoints.config.logs import Formatter, JsonFormatter
from mespoints.register.codes import hash_of, keep_code
from mespoints.register.models import Access, Category, Holder, Licence
from tests.api.conftest import TODAY, make_client
from tests.api.conftest import ask as ask_the_api
from tests.desk.conftest import DIRECTORY, browser_of, invitation
from tests.identity.issuer import CLIENT_ID, CLIENT_SECRET, ISSUER, SUBJECT, Issuer
from tests.intake.feeding import line, opening, take

pytestmark = pytest.mark.django_db

NEPH, CODE, WRONG, ADDRESS = "771299400877", "7K3M9QX2VA", "9QQ9QQ9QQ9", "203.0.113.77"
STREET, PLACE, REASON = "77 RUE DES TEMOINS", "Zoteux-le-Haut", "Plainte zoteuse du 20 novembre"
HOLDER: dict[str, Any] = {
    "family_name": "TESSONNEAU", "given_names": ["Zénobie", "Ysoline"], "sex": "female", "birth_date": "1975-04-02",
    "birth_place": "44109", "birth_country": "99100", "address": [STREET, "44000 NANTES"], "departement": "44",
}  # fmt: skip
AGENT_NAME, THIRD_PARTY = "Ildegarde Fontrailles", "Location Pimprenelle"
CIVIL_STATUS = {
    "family_name": "TESSONNEAU", "given_name": "Zénobie Ysoline", "given_name_array": ["Zénobie", "Ysoline"],
}  # fmt: skip


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """Everything that any logger says from now on, written as the service writes it, in words then as JSON."""
    written = io.StringIO()
    handlers = [logging.StreamHandler(written), logging.StreamHandler(written)]
    for handler, form in zip(handlers, (Formatter(), JsonFormatter()), strict=True):
        handler.setFormatter(form)
    loggers = [logging.getLogger(), logging.getLogger("django"), logging.getLogger("mespoints")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.DEBUG if logger.name != "django" else logging.INFO)
    for logger, handler in product(loggers[:2], handlers):
        logger.addHandler(handler)
    yield written
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)
        for handler in handlers:
            logger.removeHandler(handler)


@pytest.fixture
def licence(monkeypatch: pytest.MonkeyPatch) -> Licence:
    """Somebody whose name, number, street and code are nobody else's."""
    monkeypatch.setattr(Argon2PasswordHasher, "memory_cost", 64)
    monkeypatch.setattr(Argon2PasswordHasher, "time_cost", 1)
    monkeypatch.setattr("mespoints.config.middleware.today", lambda: TODAY)
    licence = Licence.objects.create(
        neph=NEPH, holder=Holder.objects.create(**HOLDER), obtained_on=date(1996, 5, 6), probation="none",
        territory="metropole", recorded_on=date(2024, 1, 1),
    )  # fmt: skip
    Category.objects.create(licence=licence, category="B", from_on=date(1996, 5, 6), codes=[])
    keep_code(licence, hash_of(CODE), issued_on=date(2024, 1, 1))
    return licence


@pytest.fixture
def issuer(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Issuer:
    """FranceConnect and ProConnect."""
    cache.clear()
    issuer = Issuer()
    issuer.pivot.update(CIVIL_STATUS)
    monkeypatch.setattr(
        requests.adapters.HTTPAdapter, "send", lambda _self, request, **more: issuer.send(request, **more)
    )
    settings.MESPOINTS_FC_ISSUER = settings.MESPOINTS_PC_ISSUER = ISSUER
    settings.MESPOINTS_FC_CLIENT_ID = settings.MESPOINTS_PC_CLIENT_ID = CLIENT_ID
    settings.MESPOINTS_FC_CLIENT_SECRET = settings.MESPOINTS_PC_CLIENT_SECRET = CLIENT_SECRET
    settings.MESPOINTS_PC_IDPS = [DIRECTORY]
    return issuer


def enter_by_franceconnect(issuer: Issuer) -> Client:
    """A browser, signed in by FranceConnect after a first return that failed."""
    client = Client(REMOTE_ADDR=ADDRESS)
    client.get("/connexion/franceconnect/retour/", {"state": "0" * 64, "code": "stray-code-77"})
    asked = client.post("/connexion/franceconnect/").headers["Location"]
    client.get("/connexion/franceconnect/retour/", issuer.authorize(asked))
    return client


def enter_by_code() -> Client:
    """A browser, signed in by the number and the code, after a wrong one and an unreadable one."""
    client = Client(REMOTE_ADDR=ADDRESS)
    for neph, code in ((NEPH, WRONG), ("??", CODE), (NEPH, CODE)):
        client.post("/connexion/neph/", {"neph": neph, "code": code})
    return client


def walk(client: Client) -> None:
    """The pages of a driver, and what is not there."""
    for path in (
        "/mes-points/",
        "/mon-permis/",
        "/mes-lettres/",
        "/qui-a-consulte/",
        "/mes-connexions/",
        "/mes-documents/",
    ):
        assert 200 == client.get(path).status_code
    client.get(f"/mes-lettres/{NEPH}.pdf")
    client.get(f"/nulle-part/{NEPH}/?code={CODE}", REMOTE_ADDR=ADDRESS)


def claim(client: Client) -> None:
    """A claim, one that is refused, a request by another way, and the pages that follow them."""
    client.post("/mes-reclamations/", {"kind": "stage_missing", "text": f"Mon stage à {PLACE} manque."})
    client.post("/mes-reclamations/", {"kind": "no kind", "text": PLACE})
    client.get(f"/mes-reclamations/{NEPH}/")
    client.get("/mes-reclamations/1/")


def share(client: Client) -> str:
    """A code of sharing, and a third party who mistypes it, then uses it."""
    page = client.post("/mes-partages/", {"label": "Pimprenelle"}).content.decode()
    found = re.search(r"[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}", page)
    assert found is not None
    for code in ("0000-0000-0000", found.group()):
        Client(REMOTE_ADDR=ADDRESS).post("/verifier-des-droits/", {"code": code, "name": THIRD_PARTY})
    return found.group()


def open_at_the_desk() -> None:
    """An agent who opens the file for a reason, and one whose role opens none."""
    from mespoints.identity.agents import invite

    agent = browser_of(invite(invitation("instruction", name=AGENT_NAME), TODAY))
    asked = {"neph": NEPH, "reason": REASON, "article": "L225-3"}
    address = agent.post("/guichet/recherche/", asked).headers["Location"]
    assert 200 == agent.get(address).status_code
    agent.post("/guichet/recherche/", {**asked, "neph": "", "family_name": "TESSONNEAU"})
    other = browser_of(invite(invitation("exploitation", name=f"{AGENT_NAME} bis"), TODAY))
    assert 403 == other.post("/guichet/recherche/", asked).status_code


def ask_as_an_authority(licence: Licence) -> None:
    """An answer, a person who is not found, a body that cannot be read, a token that opens nothing."""
    police = make_client("road_police")
    ask_the_api(police, licence)
    ask_the_api(police, licence, person={"neph": NEPH, "family_name": "INCONNUTESSONNEAU"})
    ask_the_api(police, licence, path="record", person={"neph": NEPH})
    Client().post("/api/v1/rights", f'{{"neph": {NEPH}', content_type="application/json")


def take_in_a_feed() -> None:
    """Lines that are taken, refused and waiting; one that is no line at all."""
    other = opening("771299400888", **{**HOLDER, "birth_date": "1875-99-99"})
    take(opening("771299400899", **HOLDER), other, line("antai", "paid", "p1", NEPH, offence="no", on="2024-02-15"))
    take(
        line("antai", "offence", "i1", NEPH, committed_on="2031-01-01", place=PLACE), f'{{"neph": "{NEPH}", TESSONNEAU'
    )


def test_nothing_that_is_logged_names_anybody(logged: io.StringIO, licence: Licence, issuer: Issuer) -> None:
    """Names, numbers, codes, streets, network addresses, reasons, tokens: none of a whole day's is in the log."""
    by_franceconnect, by_code = enter_by_franceconnect(issuer), enter_by_code()
    keys = [client.cookies[django_settings.SESSION_COOKIE_NAME].value for client in (by_franceconnect, by_code)]
    walk(by_franceconnect)
    walk(by_code)
    by_franceconnect.post("/mes-documents/", {"document": "releve"})
    code = share(by_franceconnect)
    claim(by_franceconnect)
    open_at_the_desk()
    ask_as_an_authority(licence)
    take_in_a_feed()
    by_code.post("/deconnexion/")
    by_franceconnect.post("/mes-connexions/", {})
    text = logged.getvalue()
    secrets = [
        NEPH, "771299400888", "771299400899", CODE, WRONG, code, code.replace("-", ""), ADDRESS, STREET, PLACE,
        "zoteuse",
        "TESSONNEAU", "Zénobie", "Ysoline", "Fontrailles", "Pimprenelle", "1975-04-02", SUBJECT, "stray-code-77",
        "code-0",
        CLIENT_SECRET, *keys,
    ]  # fmt: skip

    assert "NEPH and code refused" in text
    assert '"message": "NEPH and code refused' in text
    assert Access.objects.filter(licence=licence).count() > 10
    assert [] == [secret for secret in secrets if secret.casefold() in text.casefold()]
