import logging
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client

from mespoints.identity.models import Agent, Link, Review, Settlement, SignIn
from mespoints.register.models import Holder, Licence
from tests.identity.conftest import Clock
from tests.identity.issuer import ISSUER, Issuer
from tests.identity.test_sign_in_pages import words

pytestmark = [pytest.mark.urls("tests.identity.urls"), pytest.mark.django_db]

RETURN = "/connexion/franceconnect/retour/"
NEPH = "750196500012"


@pytest.fixture
def licence(new_licence: Callable[..., Licence]) -> Licence:
    """The licence of the person of the issuer."""
    return new_licence(NEPH)


def leave(client: Client) -> str:
    """Start at the door; the address at the issuer."""
    return str(client.post("/connexion/franceconnect/").headers["Location"])


def go_and_return(client: Client, issuer: Issuer, **changes: str) -> Any:
    """Leave, sign in there, come back."""
    return client.get(RETURN, issuer.authorize(leave(client), **changes))


def stopped(client: Client, response: Any) -> str:
    """What the person reads where the return leads."""
    assert response.headers["Location"] == "/connexion/franceconnect/issue/"
    return words(client.get(response.headers["Location"]))


def test_from_the_door_to_the_balance(client: Client, issuer: Issuer, licence: Licence) -> None:
    """One journey: the person is bound to the licence and signed in; the addresses keep nothing."""
    response = go_and_return(client, issuer)

    assert (response.headers["Location"], response.headers["Referrer-Policy"]) == ("/mes-points/", "no-referrer")
    assert client.get("/mes-points/").content.decode() == f"{licence.pk} franceconnect"
    assert Link.objects.get().licence == licence
    assert SignIn.objects.get().means == "franceconnect"


def test_the_redirection_to_the_issuer(client: Client, issuer: Issuer) -> None:
    """The return is on our own host, and no personal data leaves."""
    url = leave(client)

    assert url.startswith(f"{ISSUER}/authorize?")
    assert dict(parse_qsl(urlsplit(url).query))["redirect_uri"] == f"http://testserver{RETURN}"


def test_the_session_changes_its_key(client: Client, issuer: Issuer, licence: Licence, settings: Any) -> None:
    """The cookie from before the sign-in opens nothing."""
    url = leave(client)
    before = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.get(RETURN, issuer.authorize(url))
    intruder = Client()
    intruder.cookies[settings.SESSION_COOKIE_NAME] = before

    assert client.cookies[settings.SESSION_COOKIE_NAME].value != before
    assert intruder.get("/mes-points/").status_code == 302
    assert Session.objects.count() == 1


def test_a_return_reloaded(client: Client, issuer: Issuer, licence: Licence) -> None:
    """The person who reloads or goes back is led to the balance, and the code is not sent again."""
    answer = issuer.authorize(leave(client))
    client.get(RETURN, answer)
    again = client.get(RETURN, answer)

    assert again.headers["Location"] == "/mes-points/"
    assert issuer.paths().count("/token") == 1


def test_a_return_replayed_after_signing_out(client: Client, issuer: Issuer, licence: Licence) -> None:
    """A used address opens nothing and ends on a clean page."""
    answer = issuer.authorize(leave(client))
    client.get(RETURN, answer)
    client.post("/deconnexion/")
    again = client.get(RETURN, answer)

    assert (again.status_code, again.headers["Referrer-Policy"]) == (400, "strict-origin")
    assert "Cette page a déjà servi" in words(again)
    assert issuer.paths().count("/token") == 1


@pytest.mark.parametrize(
    "query", [{}, {"state": "0" * 64, "code": "x"}, {"error": "access_denied", "error_description": "<b>"}]
)
def test_a_return_without_a_session(client: Client, issuer: Issuer, query: dict[str, str]) -> None:
    """The state is checked before all else, the error included; nothing received is shown."""
    response = client.get(RETURN, query)

    assert response.status_code == 400
    assert "Cette page a déjà servi" in words(response)
    assert "<b>" not in response.content.decode()
    assert issuer.calls == []


def test_the_return_of_another_browser(client: Client, issuer: Issuer, licence: Licence) -> None:
    """A state sent by one browser is worth nothing in another, and stays good where it began."""
    answer = issuer.authorize(leave(client))
    stranger = Client()
    leave(stranger)

    assert stranger.get(RETURN, answer).status_code == 400
    assert client.get(RETURN, answer).headers["Location"] == "/mes-points/"


def test_a_return_too_late(client: Client, issuer: Issuer, licence: Licence, clock: Clock) -> None:
    """Ten minutes have passed: the person starts again."""
    url = leave(client)
    clock.advance(minutes=10)

    assert client.get(RETURN, issuer.authorize(url)).status_code == 400


@pytest.mark.parametrize(
    ("error", "title"),
    [
        ("access_denied", "La connexion n'a pas abouti"),
        ("temporarily_unavailable", "FranceConnect ne répond pas"),
        ("invalid_scope", "La connexion n'a pas pu être vérifiée"),
    ],
)
def test_errors_on_return(client: Client, issuer: Issuer, error: str, title: str) -> None:
    """A neutral page for each, which may be reloaded, with the way back to the door."""
    response = go_and_return(client, issuer, error=error)
    read = stopped(client, response)

    assert title in read
    assert "Revenir à la connexion" in read
    assert read == stopped(client, response)


@pytest.mark.parametrize("path", ["/token", "/userinfo", "/jwks"])
def test_an_issuer_down_on_return(client: Client, issuer: Issuer, licence: Licence, path: str) -> None:
    """The page offers the other way."""
    issuer.down = {path}
    read = stopped(client, go_and_return(client, issuer))

    assert "FranceConnect ne répond pas" in read
    assert "connectez-vous dès maintenant avec votre NEPH" in read


def test_an_issuer_down_from_the_start(client: Client, issuer: Issuer) -> None:
    """The same page before the person has even left."""
    issuer.down = {"/.well-known/openid-configuration"}

    assert "FranceConnect ne répond pas" in stopped(client, client.post("/connexion/franceconnect/"))


def test_a_token_that_is_not_sound(client: Client, issuer: Issuer, licence: Licence, caplog: Any) -> None:
    """Nobody is signed in; the log says what failed and nothing of the person."""
    caplog.set_level(logging.INFO)
    issuer.in_id_token = {"nonce": "8" * 64}
    read = stopped(client, go_and_return(client, issuer))

    assert "La connexion n'a pas pu être vérifiée" in read
    assert "refused (nonce)" in caplog.text
    assert not re.search("MARTIN|1975|code-0|" + issuer.subject, caplog.text)
    assert client.get("/mes-points/").status_code == 302


def test_a_helper(client: Client, issuer: Issuer, licence: Licence) -> None:
    """A file opens to its holder alone; the helper's session at FranceConnect can be ended."""
    issuer.in_userinfo = {"rep_scope": ["permis"]}
    read = stopped(client, go_and_return(client, issuer))

    assert "Le dossier d'un permis de conduire ne s'ouvre qu'à la connexion de son titulaire" in read
    assert "Arrêter et se déconnecter de FranceConnect" in read
    assert not Link.objects.exists()


def test_an_account_that_is_denied(client: Client, issuer: Issuer, licence: Licence, settings: Any) -> None:
    """The page blames nobody, and lets the person leave FranceConnect to choose another account."""
    settings.MESPOINTS_FC_DENIED_IDPS = ["stolen"]
    issuer.in_userinfo = {"idp_id": "stolen"}
    read = stopped(client, go_and_return(client, issuer))

    assert "n'est pas accepté ici pour le moment. Rien ne vous est reproché." in read
    assert "Arrêter et se déconnecter de FranceConnect" in read
    assert not Link.objects.exists()


def test_a_holder_of_seventeen(client: Client, issuer: Issuer, new_licence: Callable[..., Licence]) -> None:
    """A licence is obtained from seventeen on: its holder signs in as anybody does."""
    new_licence(NEPH, birth_date="2009-06-01")
    issuer.in_userinfo = {"birthdate": "2009-06-01", "idp_birthdate": "2009-06-01"}

    assert "/mes-points/" == go_and_return(client, issuer).headers["Location"]


def test_an_identity_of_another_state(client: Client, issuer: Issuer, licence: Licence) -> None:
    """An eIDAS identity never matches by itself, however well it fits."""
    issuer.in_userinfo = {"amr": ["eidas"]}

    assert "Une identité d'un autre État de l'Union européenne" in stopped(client, go_and_return(client, issuer))
    assert not Link.objects.exists()


@pytest.mark.parametrize("change", ["family_name", "birth_date", "birth_place", "sex"])
def test_nobody_found(client: Client, issuer: Issuer, new_licence: Callable[..., Licence], change: str) -> None:
    """The page is the same whichever field differs, and the session at FranceConnect can be ended."""
    other = {"family_name": "DURAND", "birth_date": "1975-04-03", "birth_place": "33063", "sex": "male"}
    new_licence(NEPH, **{change: other[change]})
    read = stopped(client, go_and_return(client, issuer))

    assert "Aucun permis de conduire n'a pu être rattaché avec certitude à votre identité." in read
    assert "Arrêter et se déconnecter de FranceConnect" in read
    assert "MARTIN" not in read.upper()


def test_a_licence_bound_to_another_subject(client: Client, issuer: Issuer, licence: Licence) -> None:
    """An agent must look; the page gives the reference."""
    go_and_return(client, issuer)
    client.post("/deconnexion/")
    issuer.subject = "b" * 64 + "v1"
    read = stopped(client, go_and_return(client, issuer))

    assert "Un agent doit vérifier votre dossier" in read
    assert Review.objects.get().reference in read


def test_the_neph_finishes_the_matching(client: Client, issuer: Issuer, licence: Licence) -> None:
    """An uncertain match asks for the NEPH, then never again."""
    Holder.objects.update(birth_place="")

    assert go_and_return(client, issuer).headers["Location"] == "/connexion/rattachement/"
    assert "nous vous demandons votre NEPH" in words(client.get("/connexion/rattachement/"))
    assert client.get("/mes-points/").status_code == 302

    wrong = client.post("/connexion/rattachement/", {"neph": "999999999999"})

    assert "Ce NEPH ne correspond pas à votre identité. Il vous reste 4 essais." in words(wrong)
    assert client.post("/connexion/rattachement/", {"neph": NEPH}).headers["Location"] == "/mes-points/"
    assert client.get("/mes-points/").content.decode() == f"{licence.pk} franceconnect"

    client.post("/deconnexion/")

    assert go_and_return(client, issuer).headers["Location"] == "/mes-points/"


def test_too_many_nephs(client: Client, issuer: Issuer, licence: Licence) -> None:
    """Five wrong NEPH lock this identity, whatever the browser."""
    Holder.objects.update(birth_place="")
    go_and_return(client, issuer)
    for _ in range(5):
        last = client.post("/connexion/rattachement/", {"neph": "999999999999"})
    other_browser = Client()
    go_and_return(other_browser, issuer)

    assert "Trop d'essais avec ce numéro." in words(last)
    assert "Trop d'essais" in words(other_browser.post("/connexion/rattachement/", {"neph": NEPH}))


def test_a_neph_that_needs_an_agent(client: Client, issuer: Issuer, licence: Licence) -> None:
    """The right NEPH of a licence bound to another subject leads to the agent's page."""
    go_and_return(client, issuer)
    client.post("/deconnexion/")
    Holder.objects.update(birth_place="")
    issuer.subject = "b" * 64 + "v1"
    go_and_return(client, issuer)

    assert "Un agent doit vérifier" in stopped(client, client.post("/connexion/rattachement/", {"neph": NEPH}))


def test_no_identity_waits(client: Client, issuer: Issuer, licence: Licence, clock: Clock) -> None:
    """Without an identity, or once it has waited ten minutes, the NEPH alone opens nothing."""
    assert client.post("/connexion/rattachement/", {"neph": NEPH}).headers["Location"] == "/connexion/"

    Holder.objects.update(birth_place="")
    go_and_return(client, issuer)
    clock.advance(minutes=10)

    assert client.post("/connexion/rattachement/", {"neph": NEPH}).headers["Location"] == "/connexion/"


def test_no_reason_to_stop(client: Client, clock: Clock) -> None:
    """The page of reasons without a reason leads to the door."""

    assert client.get("/connexion/franceconnect/issue/").headers["Location"] == "/connexion/"


def test_signing_out_here_then_there(client: Client, issuer: Issuer, licence: Licence) -> None:
    """The session here ends first; FranceConnect gets the hint, a state and the exact return."""
    go_and_return(client, issuer)
    url = urlsplit(client.post("/deconnexion/").headers["Location"])
    sent = dict(parse_qsl(url.query))

    assert client.get("/mes-points/").status_code == 302
    assert f"{url.scheme}://{url.netloc}{url.path}" == f"{ISSUER}/session/end"
    assert sent["post_logout_redirect_uri"] == "http://testserver/deconnexion/retour/"
    assert (sent["id_token_hint"].count("."), len(sent["state"])) == (2, 64)
    assert "ici et chez FranceConnect" in words(client.get("/deconnexion/retour/", {"state": sent["state"]}))
    assert "chez FranceConnect" not in words(client.get("/deconnexion/retour/", {"state": sent["state"]}))


@pytest.mark.parametrize("query", [{}, {"state": "0" * 64}, {"state": "é"}])
def test_a_return_from_signing_out_that_proves_nothing(
    client: Client, issuer: Issuer, licence: Licence, query: dict[str, str]
) -> None:
    """Without the state that we sent, the page does not claim what it does not know."""
    go_and_return(client, issuer)
    client.post("/deconnexion/")

    assert "Nous n'avons pas pu vérifier" in words(client.get("/deconnexion/retour/", query))


def test_signing_out_while_the_issuer_is_down(client: Client, issuer: Issuer, licence: Licence) -> None:
    """The session here ends all the same, and the person is told of the other."""
    go_and_return(client, issuer)
    cache.clear()
    issuer.down = {"/.well-known/openid-configuration"}

    assert "Nous n'avons pas pu vérifier" in words(client.post("/deconnexion/"))
    assert client.get("/mes-points/").status_code == 302


def test_stopping_at_the_neph(client: Client, issuer: Issuer, licence: Licence) -> None:
    """Who has no NEPH at hand can still end the session at FranceConnect."""
    Holder.objects.update(birth_place="")
    go_and_return(client, issuer)

    assert client.post("/deconnexion/").headers["Location"].startswith(f"{ISSUER}/session/end?")
    assert client.get("/connexion/rattachement/").headers["Location"] == "/connexion/"


@pytest.mark.parametrize(
    ("outcome", "pieces", "expected"),
    [(None, [], "Un agent doit vérifier"), ("pieces", ["birth"], "un acte de naissance de moins de trois mois")],
)
def test_what_became_of_a_review_is_told_at_the_next_sign_in(
    outcome: str | None, pieces: list[str], expected: str, client: Client, issuer: Issuer, licence: Licence
) -> None:
    """With the same reference, and the pieces that an agent asks for; nothing of the file."""
    Link.objects.create(
        issuer=ISSUER, subject="former", licence=licence, rule="x", with_neph=False, bound_at="2026-01-01T00:00Z",
        fingerprint="",
    )  # fmt: skip
    go_and_return(client, issuer)
    review = Review.objects.get()
    if outcome:
        told = {"service": "Préfecture", "idp_id": "annuaire", "by": "exploitant", "invited_on": "2026-01-01"}
        agent = Agent.objects.create(name="ana", role="instruction", departement="44", email="a@pref.example", **told)
        Settlement.objects.create(review=review, agent=agent, outcome=outcome, pieces=pieces, reason="au guichet")
    page = stopped(client, go_and_return(client, issuer))

    assert (expected in page, review.reference in page) == (True, True)
