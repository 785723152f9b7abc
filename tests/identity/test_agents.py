from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from mespoints.identity.agents import AgentRefused, close, invite, open_accounts, recognise
from mespoints.identity.models import Agent
from mespoints.identity.problems import Problem, SignInError
from mespoints.identity.proconnect import AgentIdentity
from tests.desk.conftest import DIRECTORY, invitation

pytestmark = pytest.mark.django_db

INVITED_ON = date(2026, 11, 2)  # a Monday
NOW = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture(autouse=True)
def directories(settings: Any) -> None:
    """The directories that this place takes."""
    settings.MESPOINTS_PC_IDPS = [DIRECTORY, "autre"]


def person(**changes: str) -> AgentIdentity:
    """Whom ProConnect vouches for."""
    known = {
        "issuer": "https://proconnect.test", "subject": "sub-1", "idp_id": DIRECTORY, "uid": "u1",
        "email": "instruction@pref.example", "id_token": "t",
    }  # fmt: skip
    return AgentIdentity(**(known | changes))


def problem(act: Callable[[], object]) -> Problem:
    """Why a sign-in stops."""
    with pytest.raises(SignInError) as stopped:
        act()
    return stopped.value.problem


def test_the_first_sign_in_binds_the_account() -> None:
    """The invitation names an address and a directory; the subject that comes is kept, however the address is cased."""
    invited = invite(invitation(), INVITED_ON)
    agent = recognise(person(email="Instruction@Pref.example"), TODAY, NOW)

    assert (agent.pk, agent.subject, agent.bound_at) == (invited.pk, "sub-1", NOW)


def test_once_bound_the_address_plays_no_part() -> None:
    """The subject alone counts: another address enters, the same address with another subject does not."""
    agent = invite(invitation(), INVITED_ON)
    recognise(person(), TODAY, NOW)

    assert recognise(person(email="mariee@pref.example"), TODAY, NOW).pk == agent.pk
    assert problem(lambda: recognise(person(subject="sub-2"), TODAY, NOW)) is Problem.NO_ACCOUNT


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"email": "x@pref.example"}, Problem.NO_ACCOUNT),
        ({"uid": "u2"}, Problem.NO_ACCOUNT),
        ({"idp_id": "autre"}, Problem.NO_ACCOUNT),
        ({"idp_id": "inconnu"}, Problem.OTHER_PROVIDER),
    ],
)
def test_who_is_not_expected_does_not_enter(changes: dict[str, str], expected: Problem) -> None:
    """Another address, another number in the directory, another directory."""
    invite(invitation(uid="u1"), INVITED_ON)

    assert problem(lambda: recognise(person(**changes), TODAY, NOW)) is expected


def test_an_invitation_waits_for_a_month() -> None:
    """On the thirtieth day it has come to nothing; the day before it still serves."""
    invite(invitation(), INVITED_ON)
    last = INVITED_ON + timedelta(days=29)

    assert problem(lambda: recognise(person(), last + timedelta(days=1), NOW)) is Problem.NO_ACCOUNT
    assert recognise(person(), last, NOW).subject == "sub-1"


def test_a_subject_that_comes_from_another_directory_is_refused() -> None:
    """A person who changes directory gets a new account: the same subject must not come from elsewhere."""
    invite(invitation(), INVITED_ON)
    recognise(person(), TODAY, NOW)

    assert problem(lambda: recognise(person(idp_id="autre"), TODAY, NOW)) is Problem.OTHER_PROVIDER


def test_a_closed_account_opens_nothing() -> None:
    """And its person may be invited again, with another role."""
    agent = invite(invitation(), INVITED_ON)
    recognise(person(), TODAY, NOW)
    close(agent.pk, TODAY)

    assert problem(lambda: recognise(person(), TODAY, NOW)) is Problem.NO_ACCOUNT

    invite(invitation("audit", email="instruction@pref.example"), TODAY)

    assert recognise(person(), TODAY, NOW).role == "audit"


@pytest.mark.parametrize(
    "changes", [{"role": "chef"}, {"departement": "Nantes"}, {"email": "x"}, {"idp_id": "inconnu"}, {"service": " "}]
)
def test_an_invitation_that_cannot_serve_is_refused(changes: dict[str, str]) -> None:
    """An unknown role, no département, no address, a directory that is not taken, no service to show to drivers."""
    with pytest.raises(AgentRefused):
        invite(invitation()._replace(**changes), INVITED_ON)

    assert not Agent.objects.exists()


def test_one_open_account_a_person() -> None:
    """The same address in the same directory is invited once; closing twice says so."""
    agent = invite(invitation(), INVITED_ON)
    with pytest.raises(AgentRefused, match="déjà un compte ouvert"):
        invite(invitation("validation", email=agent.email), INVITED_ON)
    close(agent.pk, TODAY)
    with pytest.raises(AgentRefused, match="aucun compte ouvert"):
        close(agent.pk, TODAY)

    assert not open_accounts().exists()


@pytest.mark.parametrize("change", [{"role": "audit"}, {"departement": "75"}, {"email": "z@pref.example"}])
def test_the_database_keeps_an_account_as_it_was_opened(change: dict[str, str]) -> None:
    """Another role is another account, and nothing is ever deleted."""
    agent = invite(invitation(), INVITED_ON)
    for attempt in (lambda: Agent.objects.filter(pk=agent.pk).update(**change), agent.delete):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            attempt()
