"""One more who may look: whoever was given a code by the holder. No table changes."""

from django.db import migrations, models

VIEWERS = ("holder", "agent", "authority", "auditor", "recipient")


class Migration(migrations.Migration):
    dependencies = [("register", "0012_letters_of_duties")]

    operations = [
        migrations.AlterField(
            "access",
            "viewer",
            models.CharField(max_length=9, choices=[(viewer, viewer) for viewer in VIEWERS]),
        ),
    ]
