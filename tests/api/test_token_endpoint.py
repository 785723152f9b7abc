"""A token for who signs with the key that was registered, for us, now, once; nothing for anybody else."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from joserfc.jwk import ECKey, OctKey

from mespoints.api.clients import close
from mespoints.api.models import Allowance, Assertion, Client, Token
from mespoints.api.tokens import LIFE, client_of, issue
from mespoints.config.clock import now
from mespoints.register.models import Licence
from tests.api.conftest import TODAY, ask_token, assertion, claims_of, jwks, make_client, post, question

AGO = int((now() - timedelta(minutes=10)).timestamp())
FAR = int((now() + timedelta(hours=1)).timestamp())


@pytest.fixture
def client(db: None) -> Client:
    """A unit of the gendarmerie."""
    return make_client("road_police", name="Peloton de Nantes")


def error(answer: HttpResponse) -> tuple[int, str]:
    """The status and the error of a refusal."""
    return answer.status_code, json.loads(answer.content)["error"]


def test_a_signed_assertion_opens_ten_minutes(client: Client, driver: Licence) -> None:
    """RFC 6749 and RFC 7523: the token, its life, the scope of the article; it then opens what the article opens."""
    told = json.loads(ask_token(assertion(claims_of(client))).content)
    answer = post("record", question(client, driver, "points"), {"authorization": f"Bearer {told['access_token']}"})

    assert ("Bearer", 600, "record") == (told["token_type"], told["expires_in"], told["scope"])
    assert {"on": "2026-11-22", "points": {"balance": 8, "ceiling": 12}} == json.loads(answer.content)


@pytest.mark.parametrize(
    "wrong",
    [
        {"aud": "http://testserver/api/v1/record"}, {"aud": None}, {"aud": ["http://testserver/api/v1/token", "x"]},
        {"exp": AGO}, {"exp": FAR}, {"exp": None}, {"exp": True}, {"exp": 1e300}, {"nbf": FAR}, {"jti": None},
        {"jti": ""}, {"jti": "x" * 129}, {"iss": "0" * 32}, {"sub": "somebody else"}, {"iss": None},
    ],
)  # fmt: skip
def test_a_wrong_claim_opens_nothing(client: Client, wrong: dict[str, Any]) -> None:
    """For another, of another time, without its number, in another name: the same answer for all."""
    answer = ask_token(assertion(claims_of(client, **wrong)))

    assert (401, "invalid_client") == error(answer)
    assert not Token.objects.exists()


def test_an_assertion_is_used_once(client: Client) -> None:
    """Its number is kept until it has expired."""
    text = assertion(claims_of(client))

    assert 200 == ask_token(text).status_code
    assert (401, "invalid_client") == error(ask_token(text))
    assert 1 == Assertion.objects.count()


def test_another_key_opens_nothing(client: Client) -> None:
    """Neither a key of one's own, nor the public key taken for a secret, nor no signature at all."""
    stranger = ECKey.generate_key("P-256", {"kid": "1"}, private=True)
    claims = claims_of(client)
    confused = assertion(claims, OctKey.import_key(jwks().ljust(64)), alg="HS256")
    unsigned = ".".join([assertion(claims).split(".")[0], assertion(claims).split(".")[1], ""])

    assert {(401, "invalid_client")} == {
        error(ask_token(text)) for text in (assertion(claims, stranger), confused, unsigned, "a.b.c", "é.é.é", "....")
    }


def test_each_request_has_its_form(client: Client) -> None:
    """The grant, the kind of assertion and the scope are those that are expected, or refused by their names."""
    text = assertion(claims_of(client))

    assert (400, "unsupported_grant_type") == error(ask_token(text, grant_type="password"))
    assert (400, "invalid_request") == error(ask_token(text, client_assertion_type="other"))
    assert (400, "invalid_request") == error(ask_token(""))
    assert 422 == ask_token("x" * 5000).status_code
    assert (400, "invalid_scope") == error(ask_token(text, scope="drivers"))


def test_a_contract_has_its_days(client: Client) -> None:
    """Neither before the first, nor after the last, nor once it is closed: a token issued before opens nothing."""
    text = issue(client, now())
    over = make_client("road_police", to_on=date(2026, 11, 21))
    to_come = make_client("road_police", from_on=date(2026, 11, 23))

    assert {(401, "invalid_client")} == {error(ask_token(assertion(claims_of(one)))) for one in (over, to_come)}
    assert client == client_of(text, now(), TODAY)
    assert client_of(issue(over, now()), now(), TODAY) is None
    close(client, TODAY)
    assert client_of(text, now(), TODAY) is None
    assert (401, "invalid_client") == error(ask_token(assertion(claims_of(client))))


def test_a_token_is_kept_as_its_digest_and_dies(client: Client) -> None:
    """Whoever reads the table can use none; after ten minutes nobody can."""
    text = issue(client, now() - LIFE)

    assert text not in str(list(Token.objects.values()))
    assert client_of(text, now(), TODAY) is None


@pytest.mark.parametrize("header", [{}, {"authorization": "Bearer x"}, {"authorization": "Basic eDp5"}])
def test_without_a_token_nothing_is_answered(header: dict[str, str], driver: Licence) -> None:
    """401, and how to get one."""
    answer = post("record", {}, header)

    assert (401, "Bearer") == (answer.status_code, answer["WWW-Authenticate"])
    assert "application/problem+json" == answer["Content-Type"]


def test_too_many_calls_are_told_when_to_come_back(driver: Licence, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit of each client, within a minute; the next minute opens again; requests for tokens are counted too."""
    client, instant = make_client("road_police", per_minute=2), now().replace(second=45)
    asked, headers = question(client, driver, "validity"), {"authorization": f"Bearer {issue(client, instant)}"}
    answers = []
    for later in (0, 0, 0, 15):
        monkeypatch.setattr("mespoints.config.middleware.now", lambda at=instant + timedelta(seconds=later): at)
        answers.append(post("record", asked, headers))
    monkeypatch.setattr("mespoints.config.middleware.now", lambda: instant)
    Allowance.objects.update(minute=instant.replace(second=0, microsecond=0), used=2)
    no_token = ask_token(assertion(claims_of(client)))

    assert [200, 200, 429, 200] == [answer.status_code for answer in answers]
    assert "15" == answers[2]["Retry-After"] == no_token["Retry-After"]
    assert 429 == no_token.status_code
