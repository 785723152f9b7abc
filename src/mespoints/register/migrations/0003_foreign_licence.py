"""A licence of another State, whose holder drives in France (art. L. 223-10)."""

from typing import ClassVar

from django.db import migrations, models
from django.db.migrations.operations.base import Operation


class Migration(migrations.Migration):
    """One more column of the opening licence."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("register", "0002_append_only")]
    operations: ClassVar[list[Operation]] = [
        migrations.AddField(model_name="licence", name="foreign", field=models.BooleanField(default=False)),
    ]
