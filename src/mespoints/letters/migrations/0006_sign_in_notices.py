"""The e-mails that tell a driver of a sign-in."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("letters", "0005_code_requests")]

    operations = [
        migrations.CreateModel(
            "SignInNotice",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("means", models.CharField(max_length=14)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), db_index=True)),
                ("state", models.CharField(default="to_send", max_length=12)),
                (
                    "licence",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sign_in_notices",
                        to="register.licence",
                    ),
                ),
            ],
        ),
    ]
