"""A clock that the test turns, an issuer in the place of the network, light hashing."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import requests
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.cache import cache

from mespoints.identity.provider import Provider
from mespoints.portal.templatetags.page import addresses
from mespoints.register.models import Holder, Licence
from tests.identity.issuer import CLIENT_ID, CLIENT_SECRET, ISSUER, PROVIDER, Issuer


class Clock:
    """The instant of the requests, which starts at the true one: sessions expire in the database by that."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def advance(self, **duration: float) -> datetime:
        self.now += timedelta(**duration)
        return self.now


@pytest.fixture(autouse=True)
def addresses_of_this_site() -> Iterator[None]:
    """A page keeps the addresses that it links to; those of the site of these tests are theirs alone."""
    addresses.cache_clear()
    yield
    addresses.cache_clear()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of every request."""
    clock = Clock()
    monkeypatch.setattr("mespoints.config.middleware.now", lambda: clock.now)
    return clock


@pytest.fixture
def issuer(clock: Clock, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Issuer:
    """The issuer, met by every call of requests; its documents are not kept from one test to the next."""
    cache.clear()
    issuer = Issuer(lambda: clock.now)
    monkeypatch.setattr(
        requests.adapters.HTTPAdapter, "send", lambda _adapter, request, **options: issuer.send(request, **options)
    )
    settings.MESPOINTS_FC_ISSUER = ISSUER
    settings.MESPOINTS_FC_CLIENT_ID = CLIENT_ID
    settings.MESPOINTS_FC_CLIENT_SECRET = CLIENT_SECRET
    settings.MESPOINTS_FC_SIGNING_ALG = "ES256"
    return issuer


@pytest.fixture
def provider(issuer: Issuer) -> Provider:
    """FranceConnect as the issuer of the tests stands for it."""
    return PROVIDER


@pytest.fixture
def light_hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2id with the least cost: what is tested is how often it runs."""
    monkeypatch.setattr(Argon2PasswordHasher, "memory_cost", 64)
    monkeypatch.setattr(Argon2PasswordHasher, "time_cost", 1)


@pytest.fixture
def new_licence(db: None) -> Callable[..., Licence]:
    """A licence, of CAMILLE ZOE MARTIN unless the test says otherwise."""

    def create(neph: str = "750196500012", **changes: Any) -> Licence:
        person = {
            "family_name": "MARTIN",
            "given_names": ["CAMILLE", "ZOE"],
            "sex": "female",
            "birth_date": "1975-04-02",
            "birth_place": "44109",
            "birth_country": "99100",
            "address": ["1 RUE DE LA PAIX", "44000 NANTES"],
            "departement": "44",
        }
        return Licence.objects.create(
            neph=neph,
            holder=Holder.objects.create(**(person | changes)),
            obtained_on=date(1996, 5, 6),
            probation="none",
            territory="metropole",
            recorded_on=date(2024, 1, 1),
        )

    return create
