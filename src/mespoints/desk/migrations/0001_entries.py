"""What agents enter, and what is decided of it: added, and never changed."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from mespoints.desk.guards import GUARDS
from mespoints.register import triggers

TABLES = ("desk_entry", "desk_decision")


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on."""
    triggers.install(schema_editor.connection, TABLES, GUARDS)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take them off."""
    triggers.remove(schema_editor.connection, TABLES)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("identity", "0002_agents"),
        ("intake", "0001_tables"),
        ("register", "0013_recipients_of_codes"),
    ]

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=24)),
                ("piece", models.CharField(max_length=60)),
                ("line", models.TextField()),
                ("received_on", models.DateField()),
                ("entered_on", models.DateField(db_index=True)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("changes_rights", models.BooleanField()),
                (
                    "agent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="identity.agent"
                    ),
                ),
                (
                    "licence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="register.licence"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="decision",
                        serialize=False,
                        to="desk.entry",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("recorded", "enregistrée"),
                            ("validated", "validée"),
                            ("refused", "refusée"),
                            ("withdrawn", "retirée"),
                        ],
                        max_length=9,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=200)),
                ("decided_on", models.DateField()),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "agent",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="identity.agent",
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="identity.agent",
                    ),
                ),
                (
                    "taken",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="intake.feedline",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agent", models.F("entered_by")), ("outcome__in", ("recorded", "withdrawn"))),
                            models.Q(
                                ("outcome__in", ("validated", "refused")),
                                models.Q(("agent", models.F("entered_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="desk_decision_four_eyes",
                    )
                ],
            },
        ),
        migrations.RunPython(install, remove),
    ]
