"""What authorities were told of the duties that letters open, each line once."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from mespoints.letters.guards import GUARDS
from mespoints.register import triggers

TABLES = ("letters_dutylist", "letters_dutyline", "letters_dutysettled")
PROTECT = django.db.models.deletion.PROTECT


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on."""
    triggers.install(schema_editor.connection, TABLES, GUARDS)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take them off."""
    triggers.remove(schema_editor.connection, TABLES)


class Migration(migrations.Migration):
    dependencies = [("letters", "0003_compte_personnel"), ("register", "0012_letters_of_duties")]

    operations = [
        migrations.CreateModel(
            "DutyList",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=40, unique=True)),
                ("spool", models.CharField(max_length=32)),
                ("on", models.DateField()),
                ("lines", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("handed_over", models.BooleanField(default=False)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("handed_over", False)), fields=["spool"], name="letters_dutylist_left"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            "DutyLine",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("recipient", models.CharField(max_length=9)),
                ("departement", models.CharField(blank=True, max_length=3)),
                ("turn", models.PositiveSmallIntegerField()),
                ("why", models.CharField(max_length=12)),
                (
                    "act",
                    models.ForeignKey(db_index=False, on_delete=PROTECT, related_name="duty_lines", to="register.act"),
                ),
                ("licence", models.ForeignKey(on_delete=PROTECT, related_name="duty_lines", to="register.licence")),
                ("list", models.ForeignKey(on_delete=PROTECT, related_name="told", to="letters.dutylist")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("act", "recipient", "turn"), name="letters_dutyline_turn")
                ],
            },
        ),
        migrations.CreateModel(
            "DutySettled",
            [
                (
                    "act",
                    models.OneToOneField(
                        on_delete=PROTECT,
                        primary_key=True,
                        related_name="duty_settled",
                        serialize=False,
                        to="register.act",
                    ),
                ),
                ("on", models.DateField()),
                ("why", models.CharField(max_length=12)),
            ],
        ),
        migrations.RunPython(install, remove),
    ]
