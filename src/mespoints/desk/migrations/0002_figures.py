"""The figures that are open to all, counted by a command."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0001_entries"),
    ]

    operations = [
        migrations.CreateModel(
            name="Figure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("table", models.CharField(db_index=True, max_length=12)),
                ("counted_on", models.DateField()),
                ("month", models.CharField(blank=True, max_length=7)),
                ("what", models.CharField(max_length=30)),
                ("count", models.BigIntegerField()),
                ("value", models.BigIntegerField()),
            ],
        ),
    ]
