"""Who holds a licence and what it allows, in SQL: pages and documents read both, and the ORM takes longer to ask."""

import json
from datetime import date
from typing import Any, NamedTuple

from django.db import connection

from mespoints.register.files import LICENCE_FIELDS, licence_from
from mespoints.register.models import Holder, Licence

HOLDER_FIELDS = [field.attname for field in Holder._meta.concrete_fields]  # noqa: SLF001
JSON_FIELDS = ("given_names", "address", "opened_with")
LICENCE_AND_HOLDER = f"""
SELECT {", ".join(f'l."{name}"' for name in LICENCE_FIELDS)}, {", ".join(f"h.{name}" for name in HOLDER_FIELDS)}
FROM register_licence l JOIN register_holder h ON h.id = l.holder_id WHERE l.id = %s
"""  # noqa: S608 - names of our own fields
ADDRESS = "SELECT address FROM register_holder WHERE id = %s"
CATEGORIES = """
SELECT category, from_on, to_on, codes FROM register_category WHERE licence_id = %s ORDER BY from_on, category
"""


def licence_with_holder(pk: int) -> Licence:
    """The licence of this number and its holder, in one query. Raises Licence.DoesNotExist."""
    with connection.cursor() as cursor:
        cursor.execute(LICENCE_AND_HOLDER, [pk])
        row = cursor.fetchone()
    if row is None:
        raise Licence.DoesNotExist(pk)
    licence = licence_from(row[: len(LICENCE_FIELDS)])
    licence.holder = holder_from(dict(zip(HOLDER_FIELDS, row[len(LICENCE_FIELDS) :], strict=True)))
    return licence


def address_of(licence: Licence) -> list[str]:
    """The lines of the last address declared by the holder."""
    with connection.cursor() as cursor:
        cursor.execute(ADDRESS, [licence.holder_id])
        (lines,) = cursor.fetchone()
    return list(json.loads(lines))


def holder_from(row: dict[str, Any]) -> Holder:
    """The holder of a row, as ``Holder.objects.get`` gives them."""
    row |= {name: None if row[name] is None else json.loads(row[name]) for name in JSON_FIELDS}
    row["deceased_on"] = day_or_none(row["deceased_on"])
    return Holder.from_db(connection.alias, HOLDER_FIELDS, list(row.values()))


class CategoryHeld(NamedTuple):
    """A category of vehicles, its first and last days (None: without limit) and the codes that restrict it."""

    category: str
    from_on: date
    to_on: date | None
    codes: tuple[str, ...]


def categories_held(licence: Licence) -> list[CategoryHeld]:
    """All those of a licence, the oldest first."""
    with connection.cursor() as cursor:
        cursor.execute(CATEGORIES, [licence.pk])
        return [
            CategoryHeld(category, date.fromisoformat(str(from_on)), day_or_none(to_on), tuple(json.loads(codes)))
            for category, from_on, to_on, codes in cursor.fetchall()
        ]


def day_or_none(value: Any) -> date | None:
    """A day as either database gives it."""
    return None if value is None else date.fromisoformat(str(value))
