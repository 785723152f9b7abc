"""The statements of the pages are prepared: PostgreSQL plans each of them once a connection.

It took longer to plan the queries of a page than to answer them. Commands ask for long lists, once: they keep what
Django does by itself, which puts the values in the text of each statement.
"""

from typing import Any

from django.db.backends.signals import connection_created

ASKED_BEFORE = 5
"""How often a connection has been asked for a statement before it is prepared."""


def prepare_statements() -> None:
    """Have every statement prepared that this process often asks PostgreSQL for, from its next connection on."""
    connection_created.connect(prepared, dispatch_uid="prepared")


def prepared(connection: Any, **_signal: object) -> None:
    """Send values apart from the text of statements, which stays the same and can be prepared."""
    if connection.vendor == "postgresql":
        from django.db.backends.postgresql.base import ServerBindingCursor

        connection.connection.cursor_factory = ServerBindingCursor
        connection.connection.prepare_threshold = ASKED_BEFORE
