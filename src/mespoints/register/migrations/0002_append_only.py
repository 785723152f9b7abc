"""Acts, movements and accesses can be added, never changed or deleted."""

from typing import ClassVar

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation

from mespoints.register import triggers

TABLES = ("register_act", "register_movement", "register_access")


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on the tables of the migration before."""
    triggers.install(schema_editor.connection, TABLES)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take them off."""
    triggers.remove(schema_editor.connection, TABLES)


class Migration(migrations.Migration):
    """Triggers of the database, for SQLite and for PostgreSQL."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("register", "0001_tables")]
    operations: ClassVar[list[Operation]] = [migrations.RunPython(install, remove)]
