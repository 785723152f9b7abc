"""Four indexes that nothing reads go: three of each movement, and one of each category that a constraint has already.

By their names, which are the same everywhere: Django would rebuild the tables on SQLite, and drop their triggers.
"""

import django.db.models.deletion
from django.db import migrations, models

INDEXES = (
    ("register_movement_act_id_6760b39f", "register_movement", "act_id"),
    ("register_movement_offence_id_5dfbbee2", "register_movement", "offence_id"),
    ("register_movement_corrects_id_fcda6b5d", "register_movement", "corrects_id"),
    ("register_category_licence_id_f3594730", "register_category", "licence_id"),
)


def without_index(model: str, field: str, to: str, related_name: str, *, null: bool) -> migrations.AlterField:
    """The state of a reference that has no index any more."""
    reference = models.ForeignKey(
        db_index=False, null=null, on_delete=django.db.models.deletion.PROTECT, related_name=related_name, to=to
    )
    return migrations.AlterField(model, field, reference)


class Migration(migrations.Migration):
    dependencies = [("register", "0010_accesses")]

    operations = [
        migrations.SeparateDatabaseAndState(
            [
                migrations.RunSQL(f"DROP INDEX {name}", f"CREATE INDEX {name} ON {table} ({column})")
                for name, table, column in INDEXES
            ],
            [
                without_index("movement", "act", "register.act", "movements", null=True),
                without_index("movement", "offence", "register.act", "+", null=True),
                without_index("movement", "corrects", "register.movement", "corrections", null=True),
                without_index("category", "licence", "register.licence", "categories", null=False),
            ],
        )
    ]
