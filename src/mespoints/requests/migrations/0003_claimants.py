"""Who wrote a claim without a licence: the register does not know them."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from mespoints.register import triggers
from mespoints.requests.guards import GUARDS

TABLES = ("requests_claimant",)


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on."""
    triggers.install(schema_editor.connection, TABLES, GUARDS)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take them off."""
    triggers.remove(schema_editor.connection, TABLES)


class Migration(migrations.Migration):
    dependencies = [("requests", "0002_departures")]

    operations = [
        migrations.CreateModel(
            "Claimant",
            [
                (
                    "claim",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="claimant",
                        serialize=False,
                        to="requests.claim",
                    ),
                ),
                ("family_name", models.CharField(max_length=100)),
                ("given_names", models.JSONField()),
                ("born_on", models.DateField()),
                ("birth_place", models.CharField(max_length=100)),
                ("neph", models.CharField(blank=True, max_length=19)),
                ("reply_to", models.JSONField()),
            ],
        ),
        migrations.RunPython(install, remove),
    ]
