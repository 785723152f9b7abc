"""Requests for a record and claims, what happened to them, what came with them."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from mespoints.register import triggers
from mespoints.requests.guards import GUARDS

TABLES = (
    "requests_recordrequest", "requests_applicant", "requests_recordevent", "requests_claim", "requests_claimevent",
    "requests_claimmessage", "requests_attachment",
)  # fmt: skip
PROTECT = django.db.models.deletion.PROTECT


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on."""
    triggers.install(schema_editor.connection, TABLES, GUARDS)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take them off."""
    triggers.remove(schema_editor.connection, TABLES)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("register", "0012_letters_of_duties"),
    ]

    operations = [
        migrations.CreateModel(
            name="RecordRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reference", models.CharField(max_length=12, unique=True)),
                ("channel", models.CharField(max_length=8)),
                ("requester", models.CharField(max_length=12)),
                ("licence_state", models.CharField(max_length=9)),
                ("departement", models.CharField(max_length=3)),
                ("received_on", models.DateField()),
                ("state", models.CharField(max_length=9)),
                ("due_on", models.DateField()),
                ("closed_on", models.DateField(null=True)),
                (
                    "licence",
                    models.ForeignKey(
                        null=True, on_delete=PROTECT, related_name="record_requests", to="register.licence"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ClaimEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sequence", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(max_length=8)),
                ("on", models.DateField()),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("by", models.CharField(blank=True, max_length=200)),
                ("until_on", models.DateField(null=True)),
                ("outcome", models.CharField(blank=True, max_length=8)),
            ],
        ),
        migrations.CreateModel(
            name="Applicant",
            fields=[
                (
                    "record_request",
                    models.OneToOneField(
                        on_delete=PROTECT,
                        primary_key=True,
                        related_name="applicant",
                        serialize=False,
                        to="requests.recordrequest",
                    ),
                ),
                ("family_name", models.CharField(max_length=100)),
                ("usage_name", models.CharField(blank=True, max_length=100)),
                ("given_names", models.JSONField()),
                ("sex", models.CharField(blank=True, max_length=6)),
                ("birth_date", models.CharField(blank=True, max_length=10)),
                ("birth_place", models.CharField(blank=True, max_length=100)),
                ("birth_country", models.CharField(blank=True, max_length=5)),
                ("neph", models.CharField(blank=True, max_length=19)),
                ("reply_to", models.JSONField()),
                ("organisation", models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="Claim",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reference", models.CharField(max_length=12, unique=True)),
                ("kind", models.CharField(max_length=16)),
                ("departement", models.CharField(max_length=3)),
                ("received_on", models.DateField()),
                ("state", models.CharField(max_length=9)),
                ("due_on", models.DateField()),
                ("closed_on", models.DateField(null=True)),
                (
                    "licence",
                    models.ForeignKey(null=True, on_delete=PROTECT, related_name="claims", to="register.licence"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=32, unique=True)),
                ("piece", models.CharField(blank=True, max_length=17)),
                ("received_on", models.DateField()),
                ("media", models.CharField(max_length=15)),
                ("size", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("content", models.BinaryField()),
                (
                    "record_request",
                    models.ForeignKey(
                        null=True, on_delete=PROTECT, related_name="attachments", to="requests.recordrequest"
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(null=True, on_delete=PROTECT, related_name="attachments", to="requests.claim"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ClaimMessage",
            fields=[
                (
                    "event",
                    models.OneToOneField(
                        on_delete=PROTECT,
                        primary_key=True,
                        related_name="message",
                        serialize=False,
                        to="requests.claimevent",
                    ),
                ),
                ("text", models.TextField(max_length=4000)),
            ],
        ),
        migrations.AddField(
            model_name="claimevent",
            name="claim",
            field=models.ForeignKey(db_index=False, on_delete=PROTECT, related_name="events", to="requests.claim"),
        ),
        migrations.CreateModel(
            name="RecordEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sequence", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(max_length=14)),
                ("on", models.DateField()),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("by", models.CharField(max_length=200)),
                ("piece", models.CharField(blank=True, max_length=17)),
                ("until_on", models.DateField(null=True)),
                ("why", models.CharField(blank=True, max_length=20)),
                ("digest", models.CharField(blank=True, max_length=64)),
                (
                    "record_request",
                    models.ForeignKey(
                        db_index=False, on_delete=PROTECT, related_name="events", to="requests.recordrequest"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="recordrequest",
            index=models.Index(
                condition=models.Q(("closed_on", None)), fields=["departement", "due_on"], name="requests_record_open"
            ),
        ),
        migrations.AddIndex(
            model_name="recordrequest",
            index=models.Index(fields=["closed_on"], name="requests_record_closed"),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("closed_on", None)), fields=["departement", "due_on"], name="requests_claim_open"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["closed_on"], name="requests_claim_closed"),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("claim", None), ("record_request__isnull", False)),
                    models.Q(("claim__isnull", False), ("record_request", None)),
                    _connector="OR",
                ),
                name="requests_attachment_of_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="claimevent",
            constraint=models.UniqueConstraint(fields=("claim", "sequence"), name="requests_claimevent_once"),
        ),
        migrations.AddConstraint(
            model_name="recordevent",
            constraint=models.UniqueConstraint(fields=("record_request", "sequence"), name="requests_recordevent_once"),
        ),
        migrations.RunPython(install, remove),
    ]
