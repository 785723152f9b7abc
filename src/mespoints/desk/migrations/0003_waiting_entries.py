"""The entries that wait are found among the millions that were decided."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0002_figures"),
        ("identity", "0003_sign_ins"),
        ("register", "0014_recording_lags"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(condition=models.Q(("line__gt", "")), fields=["received_on"], name="desk_entry_waiting"),
        ),
    ]
