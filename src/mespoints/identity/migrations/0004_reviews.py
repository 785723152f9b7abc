"""What agents say of reviews, two by two, and the end of a review."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from mespoints.identity.guards import GUARDS
from mespoints.register import triggers

TABLES = ("identity_review", "identity_settlement", "identity_settlementdecision")


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on."""
    triggers.install(schema_editor.connection, TABLES, GUARDS)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take them off."""
    triggers.remove(schema_editor.connection, TABLES)


class Migration(migrations.Migration):
    dependencies = [
        ("identity", "0003_sign_ins"),
        ("register", "0014_recording_lags"),
    ]

    operations = [
        migrations.CreateModel(
            name="Settlement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("link", "rattacher"),
                            ("refuse", "refuser"),
                            ("pieces", "demander des pièces"),
                            ("close", "classer"),
                        ],
                        max_length=6,
                    ),
                ),
                ("pieces", models.JSONField()),
                ("reason", models.CharField(max_length=200)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="review",
            name="identity_review_once",
        ),
        migrations.AddField(
            model_name="review",
            name="closed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at", None)),
                fields=("issuer", "subject", "licence", "reason"),
                name="identity_review_once",
            ),
        ),
        migrations.AddField(
            model_name="settlement",
            name="agent",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.agent"
            ),
        ),
        migrations.AddField(
            model_name="settlement",
            name="review",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="settlements", to="identity.review"
            ),
        ),
        migrations.CreateModel(
            name="SettlementDecision",
            fields=[
                (
                    "settlement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="decision",
                        serialize=False,
                        to="identity.settlement",
                    ),
                ),
                ("is_validated", models.BooleanField()),
                ("reason", models.CharField(blank=True, max_length=200)),
                ("former_subject", models.CharField(blank=True, max_length=255)),
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
                    "former_licence",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.licence",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="identity.agent",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("agent", models.F("proposed_by")), _negated=True),
                        name="identity_settlement_four_eyes",
                    )
                ],
            },
        ),
        migrations.RunPython(install, remove),
    ]
