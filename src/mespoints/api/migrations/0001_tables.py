"""The tables of the authorities' access; its journal and its receipts refuse to change."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from mespoints.api.guards import GUARDS
from mespoints.register import triggers


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on."""
    triggers.install(schema_editor.connection, ("api_call", "api_receipt"), GUARDS)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take them off."""
    triggers.remove(schema_editor.connection, ("api_call", "api_receipt"))


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("register", "0012_letters_of_duties"),
    ]

    operations = [
        migrations.CreateModel(
            name="Client",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("client_id", models.CharField(max_length=32, unique=True)),
                ("name", models.CharField(max_length=120)),
                ("kind", models.CharField(max_length=32)),
                ("keys", models.JSONField()),
                ("from_on", models.DateField()),
                ("to_on", models.DateField(null=True)),
                ("closed_on", models.DateField(null=True)),
                ("per_minute", models.PositiveIntegerField()),
                ("registered_on", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name="Allowance",
            fields=[
                (
                    "client",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="allowance",
                        serialize=False,
                        to="api.client",
                    ),
                ),
                ("minute", models.DateTimeField()),
                ("used", models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="DeclaredDriver",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("handle", models.CharField(max_length=22, unique=True)),
                ("declared_on", models.DateField()),
                ("informed_on", models.DateField()),
                ("state", models.CharField(max_length=12)),
                (
                    "client",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drivers",
                        to="api.client",
                    ),
                ),
                (
                    "licence",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.licence",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField()),
                ("state", models.CharField(max_length=12)),
                (
                    "driver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="notices", to="api.declareddriver"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Receipt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("erased_on", models.DateField()),
                ("drivers", models.PositiveIntegerField()),
                ("sealed", models.TextField()),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="receipts", to="api.client"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Token",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("expires_at", models.DateTimeField(db_index=True)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tokens", to="api.client"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Assertion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("jti", models.CharField(max_length=128)),
                ("expires_at", models.DateTimeField(db_index=True)),
                (
                    "client",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assertions",
                        to="api.client",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("client", "jti"), name="api_assertion_once")],
            },
        ),
        migrations.CreateModel(
            name="Call",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("agent", models.CharField(max_length=80)),
                ("operation", models.CharField(max_length=24)),
                ("article", models.CharField(max_length=20)),
                ("reason", models.CharField(max_length=200)),
                ("data", models.CharField(max_length=200)),
                ("outcome", models.CharField(max_length=16)),
                (
                    "client",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="calls",
                        to="api.client",
                    ),
                ),
                (
                    "licence",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.licence",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["client", "-at"], name="api_call_client_at"),
                    models.Index(fields=["at"], name="api_call_at"),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="declareddriver",
            constraint=models.UniqueConstraint(fields=("client", "licence"), name="api_driver_once"),
        ),
        migrations.RunPython(install, remove),
    ]
