"""What was written before there were links is chained as it stands, and its letters are owed."""

from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from mespoints.register.chain import body_of, link, new_salt, opening_link, payload_digest


def chain(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Licence by licence, in the order of their numbers."""
    for licence in apps.get_model("register", "Licence").objects.order_by("pk").iterator():
        opening = opening_link(
            licence.neph, licence.obtained_on.isoformat(), licence.probation, licence.territory,
            foreign=licence.foreign, recorded_on=licence.recorded_on.isoformat(),
        )  # fmt: skip
        places = chain_acts(apps, licence, opening)
        chain_movements(apps, licence, opening, places)


def chain_acts(apps: Apps, licence: Any, previous: str) -> dict[int, int]:
    """The acts of a licence; answers their places by their numbers."""
    payloads = apps.get_model("register", "Payload").objects
    places = {}
    for act in licence.acts.order_by("sequence"):
        salt, body = new_salt(), body_of(act.payload)
        act.digest = payload_digest(salt, body)
        act.link = previous = link(
            previous, act.sequence, act.kind, act.act_id, act.version, act.on.isoformat(),
            act.recorded_on.isoformat(), act.source, act.reference, act.digest,
        )  # fmt: skip
        act.save(update_fields=["digest", "link"])
        payloads.create(act_id=act.pk, salt=salt, body=body)
        places[act.pk] = act.sequence
    return places


def chain_movements(apps: Apps, licence: Any, previous: str, places: dict[int, int]) -> None:
    """The movements of a licence, and the letters that they owe."""
    letters = apps.get_model("register", "OwedLetter").objects
    for row in licence.movements.order_by("sequence"):
        row.link = previous = link(
            previous, row.sequence, places.get(row.act_id, 0), places.get(row.offence_id, 0), 0, row.on.isoformat(),
            row.cause, row.points, row.balance, row.signed_balance, row.letter, row.reason, row.posted_on.isoformat(),
        )  # fmt: skip
        row.save(update_fields=["link"])
        if row.letter:
            letters.create(movement_id=row.pk, licence_id=licence.pk, letter=row.letter, owed_on=row.posted_on)


def forget(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Nothing is lost: the acts still hold their payloads."""
    for model in ("Payload", "OwedLetter"):
        apps.get_model("register", model).objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("register", "0004_payloads_and_links")]

    operations = [migrations.RunPython(chain, forget)]
