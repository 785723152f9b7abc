"""The sign-ins of drivers, which they read themselves."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from mespoints.identity.guards import GUARDS
from mespoints.register import triggers

TABLES = ("identity_signin",)


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on."""
    triggers.install(schema_editor.connection, TABLES, GUARDS)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take them off."""
    triggers.remove(schema_editor.connection, TABLES)


class Migration(migrations.Migration):
    dependencies = [("identity", "0002_agents"), ("register", "0013_recipients_of_codes")]

    operations = [
        migrations.CreateModel(
            "SignIn",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("means", models.CharField(max_length=14)),
                ("session", models.CharField(max_length=40)),
                (
                    "licence",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sign_ins",
                        to="register.licence",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["licence", "-at"], name="identity_signin_licence_at"),
                    models.Index(fields=["at"], name="identity_signin_at"),
                ],
            },
        ),
        migrations.RunPython(install, remove),
    ]
