"""The codes by which a holder shares their right to drive."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from mespoints.records.guards import GUARDS
from mespoints.register import triggers

TABLES = ("records_sharecode",)


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on."""
    triggers.install(schema_editor.connection, TABLES, GUARDS)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take them off."""
    triggers.remove(schema_editor.connection, TABLES)


class Migration(migrations.Migration):
    initial = True
    dependencies = [("register", "0013_recipients_of_codes")]

    operations = [
        migrations.CreateModel(
            "ShareCode",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("label", models.CharField(blank=True, max_length=60)),
                ("created_on", models.DateField()),
                ("until_on", models.DateField()),
                ("revoked_on", models.DateField(null=True)),
                (
                    "licence",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="share_codes",
                        to="register.licence",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["until_on"], name="records_sharecode_until")],
                "constraints": [models.UniqueConstraint(fields=("licence", "number"), name="records_sharecode_number")],
            },
        ),
        migrations.RunPython(install, remove),
    ]
