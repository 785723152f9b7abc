"""The nightly runs and what they did."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("register", "0006_append_only_again")]

    operations = [
        migrations.CreateModel(
            "NightlyRun",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField()),
                ("licences", models.BigIntegerField(default=0)),
                ("movements", models.JSONField(default=dict)),
                ("letters", models.JSONField(default=dict)),
                ("refused", models.BigIntegerField(default=0)),
                ("ended", models.BooleanField(default=False)),
            ],
        ),
    ]
