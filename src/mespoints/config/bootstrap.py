"""What the command line does before it can use the register."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import django
from django.conf import settings
from django.core.management import call_command

STARTING = 0x6D65_7370
"""The number of the lock of the database (``pg_advisory_lock``) that whoever makes the tables holds."""


def load_settings() -> None:
    """Read the environment, and nothing of the database. Raises ImproperlyConfigured."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mespoints.config.settings")
    django.setup()


def prepare() -> None:
    """Load the settings and bring the database to the state that this version expects."""
    load_settings()
    with one_at_a_time():
        if is_behind():
            call_command("migrate", interactive=False, verbosity=0)


def is_behind() -> bool:
    """Whether a migration of this version is to be applied: ``migrate`` takes longer to find that there is none."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Whoever starts at the same moment waits: two processes that make the same table would fail. SQLite sees to it."""
    from django.db import connection

    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [STARTING])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [STARTING])


def collect_static() -> None:
    """Gather, hash and compress the static files; a demonstration serves them from the packages instead."""
    if not settings.MESPOINTS_DEMO:
        call_command("collectstatic", interactive=False, verbosity=0)
