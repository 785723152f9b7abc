"""The hour of an access is that of its writing; the journal can be searched, and its purges are journaled."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from mespoints.register import triggers

TABLES = ("register_access", "register_purge")


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on again, the new ones too."""
    triggers.remove(schema_editor.connection, TABLES)
    triggers.install(schema_editor.connection, TABLES)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take off those of the table that goes."""
    triggers.remove(schema_editor.connection, TABLES[1:])


class Migration(migrations.Migration):
    dependencies = [("register", "0009_receipts")]

    operations = [
        migrations.CreateModel(
            "Purge",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("purged_on", models.DateField()),
                ("kept_from_on", models.DateField()),
                ("accesses", models.PositiveIntegerField()),
            ],
        ),
        migrations.AlterField(
            "access",
            "viewer",
            models.CharField(
                max_length=9,
                choices=[("holder", "holder"), ("agent", "agent"), ("authority", "authority"), ("auditor", "auditor")],
            ),
        ),
        migrations.AddIndex("access", models.Index(fields=["at"], name="register_access_at")),
        migrations.AddIndex(
            "access",
            models.Index(fields=["who", "-at"], condition=models.Q(("who__gt", "")), name="register_access_who_at"),
        ),
        migrations.RunPython(install, remove),
    ]
