"""The database keeps what was sent as it was written; an agent may say that they have seen a step."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from mespoints.letters.guards import GUARDS
from mespoints.register import triggers

TABLES = ("letters_batch", "letters_sending", "letters_step")


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on."""
    triggers.install(schema_editor.connection, TABLES, GUARDS)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take them off."""
    triggers.remove(schema_editor.connection, TABLES)


class Migration(migrations.Migration):
    dependencies = [("letters", "0001_post"), ("register", "0010_accesses")]

    operations = [
        migrations.AddField(
            "step",
            "answers",
            models.OneToOneField(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="answer", to="letters.step"
            ),
        ),
        migrations.AddIndex(
            "step",
            models.Index(
                fields=["id"],
                condition=models.Q(("kind__in", ("to_examine", "put_aside"))),
                name="letters_step_waiting",
            ),
        ),
        migrations.RunPython(install, remove),
    ]
