"""Pages have their statements prepared by PostgreSQL."""

import pytest
from django.db import connection

from mespoints.config.prepared import ASKED_BEFORE, prepared
from mespoints.register.files import licence_with
from mespoints.register.models import Licence


def test_a_page_asked_often_is_planned_once(licence: Licence) -> None:
    """The same statement, whatever the values, once it has been asked for often; not before."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite keeps the statements that it has read")
    line = connection.connection
    kept, threshold = line.cursor_factory, line.prepare_threshold
    prepared(connection)
    counts = []
    for _ in range(ASKED_BEFORE + 1):
        found = licence_with(licence.pk)
        counts.append(len(names()))
    line.cursor_factory, line.prepare_threshold = kept, threshold

    assert licence == found
    assert counts == [0] * ASKED_BEFORE + [1]


def names() -> list[str]:
    """The statements that this connection has prepared."""
    with connection.connection.cursor() as cursor:
        return [name for (name,) in cursor.execute("SELECT name FROM pg_prepared_statements", prepare=False)]
