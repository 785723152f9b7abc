"""The comptes personnels of art. R. 223-3-1: what is deposited there, its first reading, its alert."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from mespoints.letters.guards import GUARDS
from mespoints.register import triggers

TABLES = ("letters_comptechange", "letters_deposit", "letters_reading")


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Rows of these tables are only added; the sendings have a new column, and SQLite has rebuilt their table."""
    triggers.remove(schema_editor.connection, ["letters_sending"])
    triggers.install(schema_editor.connection, ["letters_sending", *TABLES], GUARDS)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    triggers.remove(schema_editor.connection, TABLES)


class Migration(migrations.Migration):
    dependencies = [
        ("letters", "0002_append_only"),
        ("register", "0010_accesses"),
    ]

    operations = [
        migrations.CreateModel(
            name="Alert",
            fields=[
                (
                    "sending",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="alert",
                        serialize=False,
                        to="letters.sending",
                    ),
                ),
                ("state", models.CharField(default="to_send", max_length=12)),
            ],
        ),
        migrations.CreateModel(
            name="AlertAddress",
            fields=[
                (
                    "licence",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="alert_address",
                        serialize=False,
                        to="register.licence",
                    ),
                ),
                ("email", models.CharField(max_length=254)),
            ],
        ),
        migrations.CreateModel(
            name="CompteChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=8)),
                ("on", models.DateField()),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("means", models.CharField(max_length=14)),
            ],
        ),
        migrations.CreateModel(
            name="Deposit",
            fields=[
                (
                    "sending",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="deposit",
                        serialize=False,
                        to="letters.sending",
                    ),
                ),
                ("on", models.DateField()),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                (
                    "sending",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="reading",
                        serialize=False,
                        to="letters.sending",
                    ),
                ),
                ("on", models.DateField()),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("means", models.CharField(max_length=14)),
                ("digest", models.CharField(max_length=64)),
            ],
        ),
        migrations.AddField(
            model_name="sending",
            name="acts",
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AlterField(
            model_name="sending",
            name="batch",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="sendings", to="letters.batch"
            ),
        ),
        migrations.AddConstraint(
            model_name="sending",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("batch", None), ("source", "compte")),
                    models.Q(("batch__gt", 0), models.Q(("source", "compte"), _negated=True)),
                    _connector="OR",
                ),
                name="letters_sending_posted_or_deposited",
            ),
        ),
        migrations.AddIndex(
            model_name="alert",
            index=models.Index(
                condition=models.Q(("state", "to_send")), fields=["sending"], name="letters_alert_to_send"
            ),
        ),
        migrations.AddField(
            model_name="comptechange",
            name="licence",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="compte_changes", to="register.licence"
            ),
        ),
        migrations.RunPython(install, remove),
    ]
