"""Payloads apart from their acts, links between rows, owed letters, seals, erasures: the new columns and tables."""

from typing import Any

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from mespoints.register import triggers

KNOWN_TABLES = ("register_act", "register_movement", "register_access")


def lift(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Off, for the two migrations that follow; the last one puts them back."""
    triggers.remove(schema_editor.connection, KNOWN_TABLES)


def put_back(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    triggers.install(schema_editor.connection, KNOWN_TABLES)


def one_to_one(to: str, name: str) -> "models.OneToOneField[Any, Any]":
    """The row of another table, whose number is this row's own."""
    return models.OneToOneField(
        on_delete=django.db.models.deletion.PROTECT,
        primary_key=True,
        related_name=name,
        serialize=False,
        to=to,
    )


class Migration(migrations.Migration):
    dependencies = [("register", "0003_foreign_licence")]

    operations = [
        migrations.RunPython(lift, put_back),
        migrations.AddField("act", "digest", models.CharField(default="", max_length=64)),
        migrations.AddField("act", "link", models.CharField(default="", max_length=64)),
        migrations.AddField("movement", "link", models.CharField(default="", max_length=64)),
        migrations.AddField(
            "movement",
            "corrects",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="corrections",
                to="register.movement",
            ),
        ),
        migrations.AddField("access", "who", models.CharField(blank=True, default="", max_length=200)),
        migrations.RemoveField("account", "posted_on"),
        migrations.CreateModel(
            "Payload",
            [
                ("act", one_to_one("register.act", "kept_payload")),
                ("salt", models.CharField(max_length=32)),
                ("body", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            "Erasure",
            [
                ("act", one_to_one("register.act", "erasure")),
                ("paragraph", models.CharField(max_length=12)),
                ("erased_on", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            "OwedLetter",
            [
                ("movement", one_to_one("register.movement", "owed_letter")),
                ("letter", models.CharField(max_length=12)),
                ("owed_on", models.DateField()),
                ("done_on", models.DateField(null=True)),
                (
                    "licence",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="owed_letters",
                        to="register.licence",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["licence"], name="register_owed_licence"),
                    models.Index(
                        fields=["owed_on"], condition=models.Q(("done_on", None)), name="register_owed_waiting"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            "Seal",
            [
                ("number", models.PositiveIntegerField(primary_key=True, serialize=False)),
                ("sealed_on", models.DateField()),
                ("last_act", models.BigIntegerField()),
                ("last_movement", models.BigIntegerField()),
                ("acts", models.BigIntegerField()),
                ("movements", models.BigIntegerField()),
                ("previous", models.CharField(max_length=64)),
                ("digest", models.CharField(max_length=64)),
            ],
        ),
    ]
