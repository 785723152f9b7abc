import logging
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from unittest.mock import patch

import argon2
import pytest

from mespoints.identity import networks
from mespoints.identity.models import Attempt
from mespoints.identity.neph import Check, Outcome, check, normal_neph
from mespoints.register.codes import hash_of
from mespoints.register.models import ConfidentialCode, Holder, Licence

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
NEPH, UNKNOWN, CODE, WRONG = "750196500012", "999999999999", "7K3M9QX2VA", "0000000000"

pytestmark = pytest.mark.usefixtures("light_hashing")


@pytest.fixture
def licence(light_hashing: None, new_licence: Callable[..., Licence]) -> Licence:
    """A licence with a confidential code."""
    licence = new_licence(NEPH)
    ConfidentialCode.objects.create(licence=licence, code_hash=hash_of(CODE), issued_on=date(2024, 1, 1))
    return licence


def attempt(neph: str = NEPH, code: str = CODE, at: datetime = NOW, address: str = "192.0.2.7") -> Check:
    """One attempt, from one address unless the test says otherwise."""
    return check(neph, code, address=address, now=at)


def fail(times: int, neph: str = NEPH, at: datetime = NOW) -> list[Check]:
    """Several wrong codes in a row."""
    return [attempt(neph, WRONG, at) for _ in range(times)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("750196500012", "750196500012"),
        (" 75 01 96 500012 ", "750196500012"),
        ("00 123", "00123"),
        ("9a1b2\N{NO-BREAK SPACE}c", "9A1B2C"),
        ("1234567890123456789", "1234567890123456789"),
        ("1234", None),
        ("12345678901234567890", None),
        ("75-0196", None),
        ("75019650001é", None),
        ("\N{FULLWIDTH DIGIT ONE}23456", None),
        ("", None),
    ],
)
def test_what_may_be_a_neph(typed: str, expected: str | None) -> None:
    """5 to 19 digits or letters; spaces do not count and leading zeros do."""

    assert normal_neph(typed) == expected


def test_the_right_code(licence: Licence) -> None:
    """The licence opens, and earlier failures are forgotten."""
    fail(4)

    assert attempt() == Check(Outcome.SIGNED_IN, licence)
    assert attempt(code=WRONG).tries_left == 4


def test_a_wrong_code_and_an_unknown_neph_say_the_same(licence: Licence) -> None:
    """Tries left, locks and closure are counted by what was typed, whether the register knows it or not."""
    times = [NOW + timedelta(hours=5) * step for step in range(5)]
    known, unknown = ([attempt(neph, WRONG, NOW) for _ in range(6)] for neph in (NEPH, UNKNOWN))
    known += [attempt(NEPH, WRONG, at) for at in times[1:]]
    unknown += [attempt(UNKNOWN, WRONG, at) for at in times[1:]]

    assert known == unknown
    assert [one.tries_left for one in known[:5]] == [4, 3, 2, 1, 0]
    assert known[4:6] == [Check(Outcome.LOCKED, locked_until=NOW + timedelta(minutes=15))] * 2


def test_locks_double(licence: Licence) -> None:
    """After the first lock, each new failure locks for twice as long; attempts during a lock do not count."""
    fail(5)
    locks, at = [], NOW
    for minutes in (15, 30, 60, 120):
        attempt(at=at + timedelta(minutes=minutes - 1))
        at += timedelta(minutes=minutes)
        locks.append(attempt(code=WRONG, at=at).locked_until)

    assert locks == [NOW + timedelta(minutes=minutes) for minutes in (15 + 30, 45 + 60, 105 + 120, 225 + 240)]


def test_the_right_code_waits_for_the_end_of_the_lock(licence: Licence) -> None:
    """A locked number opens to nobody, then opens again."""
    fail(5)

    assert attempt(at=NOW + timedelta(minutes=14)).outcome is Outcome.LOCKED
    assert attempt(at=NOW + timedelta(minutes=15)) == Check(Outcome.SIGNED_IN, licence)


def close(neph: str = NEPH) -> Check:
    """Ten failures within a day."""
    fail(5, neph)
    at = NOW
    for minutes in (15, 30, 60, 120, 240):
        at += timedelta(minutes=minutes)
        last = attempt(neph, WRONG, at)
    return last


def test_ten_failures_within_a_day_close_the_code(licence: Licence) -> None:
    """A closed code opens no more, days later either; the register says since when."""

    assert close() == Check(Outcome.CLOSED)
    assert attempt(at=NOW + timedelta(days=3)) == Check(Outcome.CLOSED)
    assert ConfidentialCode.objects.get().closed_on == date(2026, 11, 20)


def test_an_unknown_neph_closes_too(licence: Licence) -> None:
    """What the register does not know ends in the same way."""

    assert close(UNKNOWN) == Check(Outcome.CLOSED)
    assert attempt(UNKNOWN, at=NOW + timedelta(days=3)) == Check(Outcome.CLOSED)


def test_a_new_code_opens_again(licence: Licence) -> None:
    """A code issued after the closure starts with five tries, the very same day."""
    close()
    ConfidentialCode.objects.update(code_hash=hash_of("NEWC0DE222"), closed_on=None)
    same_day = NOW + timedelta(hours=9)

    assert attempt(code=CODE, at=same_day).tries_left == 4
    assert attempt(code="NEWC0DE222", at=same_day) == Check(Outcome.SIGNED_IN, licence)


def test_a_code_that_an_agent_closed(licence: Licence) -> None:
    """It opens nothing, and says no more than a wrong code does."""
    ConfidentialCode.objects.update(closed_on=date(2026, 1, 1))

    assert attempt() == Check(Outcome.WRONG, tries_left=4)


def test_a_licence_without_code(new_licence: Callable[..., Licence]) -> None:
    """No code was ever issued: the same answer again."""
    new_licence(NEPH)

    assert attempt() == Check(Outcome.WRONG, tries_left=4)


def test_a_holder_who_has_died(licence: Licence) -> None:
    """Their code opens nothing, and says no more than a wrong one does."""
    Holder.objects.update(deceased_on=date(2026, 11, 1))

    assert attempt() == Check(Outcome.WRONG, tries_left=4)


@pytest.mark.parametrize("state", ["right", "wrong", "unknown", "locked", "locked unknown", "closed"])
def test_exactly_one_verification(licence: Licence, state: str) -> None:
    """Whatever the register holds, an attempt costs one Argon2id verification with one set of parameters."""
    neph = UNKNOWN if "unknown" in state else NEPH
    if state == "closed":
        close()
    elif "locked" in state:
        fail(5, neph)
    verify = argon2.PasswordHasher.verify
    with patch.object(argon2.PasswordHasher, "verify", autospec=True, side_effect=verify) as counted:
        attempt(neph, WRONG if state == "wrong" else CODE)

    assert [call.args[1].split("$")[1:4] for call in counted.call_args_list] == [["argon2id", "v=19", "m=64,t=1,p=8"]]


def test_nothing_matches_what_is_verified_in_place_of_a_code(licence: Licence) -> None:
    """An unknown number is verified against a random result, never the same."""
    verify = argon2.PasswordHasher.verify
    with patch.object(argon2.PasswordHasher, "verify", autospec=True, side_effect=verify) as counted:
        fail(2, UNKNOWN)

    assert len({call.args[1] for call in counted.call_args_list}) == 2


def test_the_ceiling_of_a_network(licence: Licence) -> None:
    """Many numbers tried from one /64 fill it; neighbours and other networks go on."""
    for number in range(networks.NETWORK_CEILING):
        attempt(f"{number:012}", WRONG, address=f"2001:db8::{number:x}")

    assert attempt(address="2001:db8::ffff") == Check(Outcome.NETWORK_FULL)
    assert attempt(address="2001:db8:0:1::1") == Check(Outcome.SIGNED_IN, licence)


def test_nothing_personal_is_kept_or_logged(licence: Licence, caplog: pytest.LogCaptureFixture) -> None:
    """Counters and logs hold pseudonyms: no number, no code, no address."""
    caplog.set_level(logging.DEBUG)
    fail(2)
    kept = str(list(Attempt.objects.values_list("who", flat=True))) + caplog.text

    assert not [word for word in (NEPH, WRONG, "192.0.2.7") if word in kept]
    assert "4 tries left" in caplog.text
