from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.backends.base import SessionBase

from mespoints.config.sessions import SessionStore
from mespoints.identity.transactions import SESSION_KEY, begin, take

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
RETURN = "https://mespoints.test/retour/"


@pytest.fixture
def session(db: None) -> SessionBase:
    """The session of one browser."""
    return SessionStore()


def test_a_transaction_is_taken_once(session: SessionBase) -> None:
    """The second time finds nothing, in the session and in the database."""
    begun = begin(session, RETURN, NOW, pkce=False)

    assert take(session, begun.state, NOW) == begun
    assert take(session, begun.state, NOW) is None
    assert take(SessionStore(session.session_key), begun.state, NOW) is None


def test_state_and_nonce(session: SessionBase) -> None:
    """64 hexadecimal characters each, new each time, no verifier without PKCE."""
    first, second = (begin(session, RETURN, NOW, pkce=pkce) for pkce in (False, True))

    assert len({first.state, first.nonce, second.state, second.nonce}) == 4
    assert {len(word) for word in (first.state, first.nonce, second.state, second.nonce)} == {64}
    assert (first.code_verifier, len(second.code_verifier)) == ("", 64)


def test_ten_minutes(session: SessionBase) -> None:
    """A person may take their time, up to ten minutes."""
    begun = begin(session, RETURN, NOW, pkce=False)

    assert take(session, begun.state, NOW + timedelta(minutes=10)) is None
    assert take(session, begun.state, NOW + timedelta(minutes=9, seconds=59)) == begun


@pytest.mark.parametrize("state", ["", "0" * 64])
def test_an_unknown_state(session: SessionBase, state: str) -> None:
    """A state that this browser did not send takes nothing, and leaves what it began."""
    begun = begin(session, RETURN, NOW, pkce=False)

    assert take(session, state, NOW) is None
    assert take(session, begun.state, NOW) == begun


def test_the_state_of_another_browser(session: SessionBase) -> None:
    """A state is worth nothing in another session."""
    begun = begin(session, RETURN, NOW, pkce=False)

    assert take(SessionStore(), begun.state, NOW) is None


def test_a_session_that_another_tab_ended(session: SessionBase) -> None:
    """Signing out meanwhile leaves nothing to take."""
    begun = begin(session, RETURN, NOW, pkce=False)
    session.save()
    SessionStore(session.session_key).flush()

    assert take(session, begun.state, NOW) is None


def test_five_tabs(session: SessionBase) -> None:
    """The session keeps the last five and no more."""
    begun = [begin(session, RETURN, NOW, pkce=False) for _ in range(7)]

    assert list(session[SESSION_KEY]) == [transaction.state for transaction in begun[2:]]
