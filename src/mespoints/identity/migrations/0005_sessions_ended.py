"""The journal of the sessions that the operator ended."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from mespoints.identity.guards import GUARDS
from mespoints.register import triggers

TABLES = ("identity_sessionsended",)


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on."""
    triggers.install(schema_editor.connection, TABLES, GUARDS)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take them off."""
    triggers.remove(schema_editor.connection, TABLES)


class Migration(migrations.Migration):
    dependencies = [("identity", "0004_reviews"), ("register", "0014_recording_lags")]

    operations = [
        migrations.CreateModel(
            "SessionsEnded",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "whose",
                    models.CharField(
                        choices=[
                            ("licence", "un permis"),
                            ("agent", "un agent"),
                            ("drivers", "tous les conducteurs"),
                            ("agents", "tous les agents"),
                        ],
                        max_length=7,
                    ),
                ),
                ("count", models.PositiveIntegerField()),
                ("by", models.CharField(max_length=200)),
                ("reason", models.CharField(max_length=200)),
                (
                    "agent",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="identity.agent",
                    ),
                ),
                (
                    "licence",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.licence",
                    ),
                ),
            ],
        ),
        migrations.RunPython(install, remove),
    ]
