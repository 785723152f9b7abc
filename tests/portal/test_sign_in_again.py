"""« C'est bien vous ? »: after fifteen minutes a session looks; to change things it proves again who is there."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from mespoints.letters.models import CodeRequest
from mespoints.portal.sign_in_again import LATELY
from mespoints.records.models import ShareCode
from mespoints.register.codes import hash_of, keep_code
from mespoints.register.models import Licence
from tests.portal.conftest import session_of

AGAIN = "/connexion/a-nouveau/"
CHANGES = {
    "/mes-partages/": {"label": "Loueur"},
    "/mes-lettres/en-ligne/": {"change": "close"},
    "/mon-code/": {"lost": "1"},
    "/mes-connexions/": {},
}
"""Each page, and what it is asked to change."""
CODE = "7K3M9QX2VA"


@pytest.fixture
def licence(driver: Callable[..., Licence]) -> Licence:
    """A driver."""
    return driver("1996-05-06")


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Turn the clock of the requests forward from now."""

    def turn(by: timedelta) -> None:
        moment: datetime = timezone.now() + by
        monkeypatch.setattr("mespoints.config.middleware.now", lambda: moment)

    return turn


def browser(licence: Licence, means: str = "franceconnect") -> Client:
    """Signed in now."""
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session_of(licence, means)
    return client


@pytest.mark.parametrize(("page", "change"), CHANGES.items())
def test_a_change_long_after_the_sign_in_asks_for_another(
    page: str, change: dict[str, str], licence: Licence, later: Callable[[timedelta], None]
) -> None:
    """Nothing is changed; the page can still be read, and a minute sooner the change was taken."""
    client = browser(licence)
    later(LATELY - timedelta(minutes=1))
    taken = client.post(page, change)
    codes = CodeRequest.objects.count(), ShareCode.objects.count()
    later(LATELY + timedelta(minutes=1))
    answer = client.post(page, change)
    asked = client.get(AGAIN).content.decode()

    assert AGAIN != taken.headers.get("Location")
    assert (303, AGAIN) == (answer.status_code, answer.headers["Location"])
    assert codes == (CodeRequest.objects.count(), ShareCode.objects.count())
    assert 200 == client.get(page).status_code
    assert "S'identifier avec FranceConnect" in asked.replace("&#x27;", "'")
    assert 'name="code"' not in asked


def test_signing_in_again_leads_back_to_the_page(
    licence: Licence, later: Callable[[timedelta], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the way they came, here the code; the change is then taken, and the next sign-in leads to the points."""
    monkeypatch.setattr("django.contrib.auth.hashers.Argon2PasswordHasher.memory_cost", 64)
    monkeypatch.setattr("django.contrib.auth.hashers.Argon2PasswordHasher.time_cost", 1)
    keep_code(licence, hash_of(CODE), issued_on=licence.recorded_on)
    here, other = browser(licence, "neph"), browser(licence)
    later(LATELY + timedelta(minutes=1))
    here.post("/mes-connexions/")
    asked = here.get(AGAIN).content.decode()
    back = here.post("/connexion/neph/", {"neph": licence.neph, "code": CODE})
    done = here.post("/mes-connexions/")
    once_more = here.post("/connexion/neph/", {"neph": licence.neph, "code": CODE})

    assert ('name="code"' in asked, "FranceConnect</button>" in asked) == (True, False)
    assert "/mes-connexions/" == back.headers["Location"]
    assert "/mes-connexions/" == done.headers["Location"]
    assert "/connexion/" == other.get("/mes-points/").headers["Location"]
    assert "/mes-points/" == once_more.headers["Location"]


def test_the_page_is_for_those_who_were_asked(licence: Licence) -> None:
    """Anybody else is led to their points, or to sign-in."""

    assert "/mes-points/" == browser(licence).get(AGAIN).headers["Location"]
    assert "/connexion/" == Client().get(AGAIN).headers["Location"]


def test_what_protects_waits_for_nobody(licence: Licence, later: Callable[[timedelta], None]) -> None:
    """A code of sharing is revoked at once, an address that waits for its code is given up at once."""
    client = browser(licence)
    client.post("/mes-partages/", {"label": "Loueur"})
    code = ShareCode.objects.get()
    later(LATELY + timedelta(minutes=1))
    client.post("/mes-partages/", {"revoke": str(code.number)})
    given_up = client.post("/mes-lettres/en-ligne/", {"change": "forget"})
    code.refresh_from_db()

    assert code.revoked_on is not None
    assert "/mes-lettres/en-ligne/" == given_up.headers["Location"]
