"""What leaves for requesters, the outbox of its e-mails; the first messages of requests by e-mail."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from mespoints.register import triggers
from mespoints.requests.guards import GUARDS

TABLES = ("requests_firstmessage", "requests_departure")
PROTECT = django.db.models.deletion.PROTECT


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on."""
    triggers.install(schema_editor.connection, TABLES, GUARDS)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take them off."""
    triggers.remove(schema_editor.connection, TABLES)


class Migration(migrations.Migration):
    dependencies = [("requests", "0001_requests")]

    operations = [
        migrations.CreateModel(
            "FirstMessage",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reference", models.CharField(max_length=12, unique=True)),
                ("departement", models.CharField(max_length=3)),
                ("received_on", models.DateField()),
                ("reply_to", models.CharField(max_length=254)),
            ],
        ),
        migrations.CreateModel(
            "Departure",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(default="to_send", max_length=8)),
                ("text", models.TextField()),
                ("document", models.BinaryField(null=True)),
                ("left_on", models.DateField(null=True)),
                ("by", models.CharField(blank=True, max_length=200)),
                ("receipt", models.CharField(blank=True, max_length=20)),
                (
                    "event",
                    models.OneToOneField(
                        null=True, on_delete=PROTECT, related_name="departure", to="requests.recordevent"
                    ),
                ),
                (
                    "message",
                    models.OneToOneField(
                        null=True, on_delete=PROTECT, related_name="departure", to="requests.firstmessage"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("left_on", None)), fields=["id"], name="requests_departure_left")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("event", None), ("message__isnull", False)),
                            models.Q(("event__isnull", False), ("message", None)),
                            _connector="OR",
                        ),
                        name="requests_departure_of_one",
                    )
                ],
            },
        ),
        migrations.RunPython(install, remove),
    ]
