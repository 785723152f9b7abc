"""How long facts take to be recorded."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("register", "0013_recipients_of_codes")]

    operations = [
        migrations.CreateModel(
            "RecordingLag",
            [
                ("event", models.CharField(max_length=20, primary_key=True, serialize=False)),
                ("measured_on", models.DateField()),
                ("acts", models.PositiveIntegerField()),
                ("median_days", models.PositiveIntegerField()),
            ],
        ),
    ]
