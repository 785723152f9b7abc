"""The letters that opened a duty are found without reading every act."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("register", "0011_fewer_indexes")]

    operations = [
        migrations.AddIndex(
            "act",
            models.Index(
                fields=["on"],
                condition=models.Q(("kind__in", ("lettre_48n", "lettre_48si"))),
                name="register_act_duties",
            ),
        ),
    ]
