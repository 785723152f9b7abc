from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.sessions.backends.base import SessionBase

from mespoints.config.sessions import SessionStore
from mespoints.identity import step_up
from mespoints.identity.linking import Outcome
from mespoints.register.models import Licence
from tests.identity.test_linking import CAMILLE, CAMILLE_CORRECTED, NOW


@pytest.fixture
def session(db: None) -> SessionBase:
    """The session of one browser."""
    session = SessionStore()
    session.create()
    return session


def test_an_identity_waits_ten_minutes(session: SessionBase) -> None:
    """It comes back whole from the database, until it has waited too long."""
    step_up.hold(session, CAMILLE, NOW)
    session.save()
    reopened = SessionStore(session.session_key)

    assert step_up.held(reopened, NOW + timedelta(minutes=9)) == CAMILLE
    assert step_up.held(reopened, NOW + timedelta(minutes=10)) is None
    assert step_up.held(reopened, NOW) is None


def test_the_key_of_the_session_changes(session: SessionBase) -> None:
    """What is known of the person grows: so does the need for a key that nobody saw before."""
    before = session.session_key
    step_up.hold(session, CAMILLE, NOW)

    assert session.session_key != before


def test_the_right_neph(new_licence: Callable[..., Licence]) -> None:
    """The NEPH of the candidate binds, after a mistake too."""
    licence = new_licence(birth_place="")
    wrong = step_up.try_neph(CAMILLE, "99999", NOW)
    right = step_up.try_neph(CAMILLE, licence.neph, NOW)

    assert (wrong.resolution.outcome, wrong.verdict.tries_left) == (Outcome.NOT_FOUND, 4)
    assert right.resolution.licence == licence


def test_five_wrong_nephs(new_licence: Callable[..., Licence]) -> None:
    """Then even the right one waits a quarter of an hour; another person does not."""
    licence = new_licence(birth_place="")
    tries = [step_up.try_neph(CAMILLE, "99999", NOW) for _ in range(5)]
    during = step_up.try_neph(CAMILLE, licence.neph, NOW + timedelta(minutes=14))
    other = step_up.try_neph(CAMILLE_CORRECTED, "99999", NOW)
    after = step_up.try_neph(CAMILLE, licence.neph, NOW + timedelta(minutes=15))

    assert [one.verdict.tries_left for one in tries] == [4, 3, 2, 1, 0]
    assert (during.resolution.licence, during.verdict.locked_until) == (None, NOW + timedelta(minutes=15))
    assert other.verdict.tries_left == 4
    assert after.resolution.licence == licence
