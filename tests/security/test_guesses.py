"""A robot that guesses: ten thousand tries from many addresses, and how few of them are looked at."""

import math
from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.test import Client

from mespoints.identity import networks
from mespoints.identity.limits import CLOSED_AT, TRIES, judge
from mespoints.identity.models import Attempt
from mespoints.identity.pseudonyms import pseudonym
from mespoints.register.codes import LENGTH, SIGNS, hash_of, keep_code
from mespoints.register.models import Licence

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
GUESSES = 10_000
DAY_SECONDS = 24 * 3600
CODE, WRONG = "7K4M2PQX9A", "0000000000"


@pytest.mark.parametrize("every_seconds", [0.0, 1.0, (DAY_SECONDS - 1) / GUESSES])
def test_ten_thousand_guesses_at_one_number_within_a_day(every_seconds: float) -> None:
    """At once, one a second or spread over the day, from as many addresses as one likes: ten at most are tried."""
    tried: list[datetime] = []
    for number in range(GUESSES):
        now = NOW + timedelta(seconds=number * every_seconds)
        if judge(tried, now).is_open:
            tried.append(now)

    assert TRIES <= len(tried) <= CLOSED_AT


@pytest.mark.django_db
def test_a_thousand_guesses_at_a_thousand_numbers_from_one_range() -> None:
    """Two hundred addresses in a row try what their range may fail within the hour, and no more."""
    tried = 0
    for number in range(1000):
        address = f"203.0.113.{1 + number % 200}"
        if not networks.is_full("neph", address, NOW):
            networks.count_failure("neph", address, NOW)
            tried += 1

    assert networks.NEIGHBOURHOOD_CEILING == tried


def test_a_million_tries_at_as_many_numbers_find_nothing() -> None:
    """Who holds networks without end meets no ceiling but the size of the codes: fifty bits."""
    codes = len(SIGNS) ** LENGTH

    assert math.log2(codes) >= 50
    assert 1_000_000 / codes < 1e-8


@pytest.mark.django_db
def test_guesses_at_the_door(monkeypatch: pytest.MonkeyPatch, licence: Licence) -> None:
    """Thirty guesses from thirty networks: five are tried, and the right code itself is refused then."""
    monkeypatch.setattr(Argon2PasswordHasher, "memory_cost", 64)
    monkeypatch.setattr(Argon2PasswordHasher, "time_cost", 1)
    keep_code(licence, hash_of(CODE), issued_on=date(2024, 1, 1))
    answers = [guess(licence.neph, WRONG, f"198.51.{number}.7") for number in range(30)]
    right = guess(licence.neph, CODE, "198.51.200.7")

    assert [422] * (TRIES - 1) == answers[: TRIES - 1]
    assert {429} == {*answers[TRIES:], right}
    assert TRIES == Attempt.objects.filter(who=pseudonym("neph", licence.neph)).count()


def guess(neph: str, code: str, address: str) -> int:
    """The status of one try from an address."""
    return Client(REMOTE_ADDR=address).post("/connexion/neph/", {"neph": neph, "code": code}).status_code
