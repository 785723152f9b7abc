"""What the opening told of a holder, once acts have told more; an index of the deaths taken back."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0014_recording_lags"),
    ]

    operations = [
        migrations.AddField(model_name="holder", name="opened_with", field=models.JSONField(null=True)),
        migrations.AddIndex(
            model_name="act",
            index=models.Index(
                condition=models.Q(("kind", "death_annulled")), fields=["licence"], name="register_act_not_dead"
            ),
        ),
    ]
