"""An e-mail address is kept once its code was typed: nobody is told of letters at an address that is not theirs."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from mespoints.letters.compte_personnel import compte_of
from mespoints.portal.letters.confirming import TRIES
from mespoints.register.models import Licence

COMPTE, EMAIL = "/mes-lettres/en-ligne/", "camille@example.org"
CONDITIONS = dict.fromkeys(("keeps_address", "accepts_terms", "knows_delays"), "on")


def code_sent() -> str:
    """The code of the last e-mail, or none."""
    found = re.search(r"^ +(\d{6})$", str(mail.outbox[-1].body), re.MULTILINE) if mail.outbox else None
    return found.group(1) if found else ""


def another(code: str) -> str:
    """A code that is not that one."""
    return f"{(int(code) + 1) % 10**6:06}"


@pytest.fixture
def licence(driver: Callable[..., Licence]) -> Licence:
    """A driver without a compte."""
    return driver("1996-05-06")


@pytest.fixture
def client(licence: Licence, visit: Callable[..., Client]) -> Client:
    """Who has asked for one, and whose address waits for its code."""
    client = visit(licence)
    client.post(COMPTE, {"change": "open", "email": EMAIL, **CONDITIONS})
    return client


def type_code(client: Client, code: str) -> Any:
    """Send the form of the code."""
    return client.post(COMPTE, {"change": "confirm", "code": code})


def test_nothing_changes_before_the_code(client: Client, licence: Licence) -> None:
    """The page asks for it; typed with a space, it opens the compte, and serves once."""
    page, was_open = client.get(COMPTE).content.decode(), compte_of(licence).is_open
    code = code_sent()
    right, again = type_code(client, f"{code[:3]} {code[3:]}"), type_code(client, code)

    assert "Confirmer votre adresse" in page
    assert "Ouvrir mon compte" not in page
    assert (False, 303, 422, EMAIL) == (was_open, right.status_code, again.status_code, compte_of(licence).email)
    assert "Ce code ne sert plus." in again.content.decode()


def test_a_wrong_code_may_be_mended_a_few_times(client: Client, licence: Licence) -> None:
    """Then the address has to be given again, even with the right one."""
    code = code_sent()
    answers = [type_code(client, another(code)).content.decode() for _ in range(TRIES)]
    late = type_code(client, code)

    assert ["Vérifiez-le" in answer for answer in answers] == [True] * (TRIES - 1) + [False]
    assert "Ce code ne sert plus." in answers[-1]
    assert (422, False) == (late.status_code, compte_of(licence).is_open)
    assert "Ouvrir mon compte" in late.content.decode()


def test_a_code_serves_twenty_minutes(client: Client, licence: Licence, monkeypatch: Any) -> None:
    """And not one more."""
    later = timezone.now() + timedelta(minutes=20)
    monkeypatch.setattr("mespoints.config.middleware.now", lambda: later)

    assert (422, False) == (type_code(client, code_sent()).status_code, compte_of(licence).is_open)


def test_another_browser_cannot_confirm(client: Client, licence: Licence, visit: Callable[..., Client]) -> None:
    """The code goes with the session in which the address was typed."""

    assert 422 == type_code(visit(licence), code_sent()).status_code
    assert not compte_of(licence).is_open


def test_one_may_give_it_up(client: Client) -> None:
    """And give another address."""
    client.post(COMPTE, {"change": "forget"})

    assert "Ouvrir mon compte" in client.get(COMPTE).content.decode()


def test_a_mailbox_is_not_filled_from_here(client: Client) -> None:
    """Five codes, then none for a while."""
    answers = [client.post(COMPTE, {"change": "open", "email": EMAIL, **CONDITIONS}) for _ in range(5)]

    assert [303] * 4 + [422] == [answer.status_code for answer in answers]
    assert "Trop de codes ont été envoyés." in answers[-1].content.decode()
    assert 5 == len(mail.outbox)


def test_an_e_mail_that_cannot_leave(licence: Licence, visit: Callable[..., Client], settings: Any) -> None:
    """The page says so at the address, and nothing waits."""
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = (
        "django.core.mail.backends.smtp.EmailBackend", "127.0.0.1", 1,
    )  # fmt: skip
    answer = visit(licence).post(COMPTE, {"change": "open", "email": EMAIL, **CONDITIONS})

    assert 422 == answer.status_code
    assert "Aucun courriel n&#x27;a pu partir vers cette adresse." in answer.content.decode()


def test_the_code_is_nowhere_else(client: Client) -> None:
    """Neither on the page, nor in the session, nor a link in the e-mail."""
    code, said = code_sent(), str(mail.outbox[-1].body)

    assert code not in client.get(COMPTE).content.decode()
    assert code not in str(dict(client.session))
    assert [] == re.findall(r"(?i)https?:|www|points?\b|permis", said)
