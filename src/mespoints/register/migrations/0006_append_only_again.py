"""The payloads leave the acts, and every table that only grows has its triggers."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from mespoints.register import triggers

TABLES = (
    "register_act", "register_movement", "register_payload", "register_erasure", "register_seal",
    "register_owedletter", "register_access",
)  # fmt: skip


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """On all of them: SQLite lost some when it rebuilt their tables."""
    triggers.remove(schema_editor.connection, TABLES)
    triggers.install(schema_editor.connection, TABLES)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    triggers.remove(schema_editor.connection, TABLES)


class Migration(migrations.Migration):
    dependencies = [("register", "0005_first_links")]

    operations = [
        migrations.RemoveField("act", "payload"),
        migrations.AlterField(
            "payload",
            "act",
            models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                primary_key=True,
                related_name="payload",
                serialize=False,
                to="register.act",
            ),
        ),
        migrations.AlterField("act", "digest", models.CharField(max_length=64)),
        migrations.AlterField("act", "link", models.CharField(max_length=64)),
        migrations.AlterField("movement", "link", models.CharField(max_length=64)),
        migrations.AlterField("access", "who", models.CharField(blank=True, max_length=200)),
        migrations.RunPython(install, remove),
    ]
