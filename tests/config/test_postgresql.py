"""What is asked of a line to PostgreSQL before it serves a request."""

import socket
from collections.abc import Iterator

import pytest
from django.db import connection, connections

from mespoints.config.postgresql.base import DatabaseWrapper, is_silent


def test_a_line_that_has_something_to_say_is_not_silent() -> None:
    """Nothing to read: silent. A word, or the end: not."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        at_first = is_silent(ours.fileno())
        theirs.send(b"!")
        told = is_silent(ours.fileno())
        ours.recv(1)
        theirs.close()
        ended = is_silent(ours.fileno())

    assert (True, False, False) == (at_first, told, ended)


@pytest.fixture
def line() -> Iterator[DatabaseWrapper]:
    """A line of its own to the database of the tests, as one request after the other finds it."""
    if connection.vendor != "postgresql":
        pytest.skip("a file has no line that breaks")
    own = connections.create_connection("default")
    assert isinstance(own, DatabaseWrapper)
    yield own
    own.close()


@pytest.mark.django_db
def test_a_line_in_use_is_asked_once_and_then_looked_at(line: DatabaseWrapper, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first request asks; those that follow at once ask nothing; one that comes after a rest asks again."""
    asked: list[int] = []
    monkeypatch.setattr(line, "is_usable", lambda: asked.append(request) or True)
    server_of(line)
    for request in range(4):
        if request == 3:
            line.used_at -= 60
        server_of(line)

    assert [0, 3] == asked


@pytest.mark.django_db
def test_a_server_that_was_started_again_costs_nobody_an_error(line: DatabaseWrapper) -> None:
    """Its process ended between two requests: the next one gets another line, and its answer."""
    before = server_of(line), server_of(line)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [before[0]])
        ended = cursor.fetchone()
    after = server_of(line)

    assert (True,) == ended
    assert before[0] == before[1] != after


def server_of(line: DatabaseWrapper) -> int:
    """The process of the server that answers this line, asked as the first query of a request is."""
    line.close_if_unusable_or_obsolete()
    with line.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])
