"""A new confidential code that was asked for, and the batch of its letter."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from mespoints.letters.guards import GUARDS
from mespoints.register import triggers

TABLES = ("letters_coderequest",)
PROTECT = django.db.models.deletion.PROTECT


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on."""
    triggers.install(schema_editor.connection, TABLES, GUARDS)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take them off."""
    triggers.remove(schema_editor.connection, TABLES)


class Migration(migrations.Migration):
    dependencies = [("letters", "0004_duties"), ("register", "0012_letters_of_duties")]

    operations = [
        migrations.CreateModel(
            "CodeRequest",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("asked_on", models.DateField()),
                ("means", models.CharField(max_length=14)),
                ("by", models.CharField(blank=True, max_length=200)),
                ("is_lost", models.BooleanField(default=False)),
                ("attempt", models.PositiveSmallIntegerField(default=0)),
                ("why", models.CharField(blank=True, max_length=200)),
                (
                    "batch",
                    models.ForeignKey(null=True, on_delete=PROTECT, related_name="code_requests", to="letters.batch"),
                ),
                ("licence", models.ForeignKey(on_delete=PROTECT, related_name="code_requests", to="register.licence")),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("batch", None)), fields=["id"], name="letters_coderequest_left")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("batch", None)), fields=("licence",), name="letters_coderequest_once"
                    )
                ],
            },
        ),
        migrations.RunPython(install, remove),
    ]
