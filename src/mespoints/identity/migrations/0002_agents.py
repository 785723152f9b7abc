"""The accounts of agents, which the database keeps as they were opened."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from mespoints.identity.guards import GUARDS
from mespoints.register import triggers

TABLES = ("identity_agent",)


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on."""
    triggers.install(schema_editor.connection, TABLES, GUARDS)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take them off."""
    triggers.remove(schema_editor.connection, TABLES)


class Migration(migrations.Migration):
    dependencies = [
        ("identity", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Agent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120)),
                ("service", models.CharField(max_length=150)),
                ("departement", models.CharField(max_length=3)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("instruction", "instruction"),
                            ("validation", "validation"),
                            ("audit", "audit"),
                            ("exploitation", "exploitation"),
                        ],
                        max_length=12,
                    ),
                ),
                ("email", models.CharField(max_length=254)),
                ("idp_id", models.CharField(max_length=100)),
                ("uid", models.CharField(blank=True, max_length=255)),
                ("by", models.CharField(max_length=200)),
                ("invited_on", models.DateField()),
                ("issuer", models.CharField(blank=True, max_length=200)),
                ("subject", models.CharField(blank=True, max_length=255)),
                ("bound_at", models.DateTimeField(null=True)),
                ("closed_on", models.DateField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on", None), ("subject__gt", "")),
                        fields=("issuer", "subject"),
                        name="identity_agent_subject_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on", None)),
                        fields=("email", "idp_id"),
                        name="identity_agent_email_once",
                    ),
                ],
            },
        ),
        migrations.RunPython(install, remove),
    ]
