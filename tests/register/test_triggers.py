"""The database itself refuses to change what was written."""

# ruff: noqa: S608 (the names are those of our own tables)

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, connection, models, transaction

from mespoints.register.models import Access, Act, Movement
from mespoints.register.triggers import APPEND_ONLY

pytestmark = pytest.mark.django_db

Rows = dict[str, models.Model]


@pytest.fixture
def rows(licence_with_an_act: Act) -> Rows:
    """One row of each append-only table."""
    licence = licence_with_an_act.licence
    movement = Movement.objects.create(
        licence=licence, sequence=1, act=licence_with_an_act, on=date(2024, 3, 1), cause="withdrawal", points=-4,
        balance=8, signed_balance=8, letter="48", reason=0, posted_on=date(2024, 3, 1),
    )  # fmt: skip
    access = Access.objects.create(
        licence=licence, viewer="holder", means="neph", article="L223-7", reason="consultation", shown="solde"
    )
    return {"register_act": licence_with_an_act, "register_movement": movement, "register_access": access}


def refused(change: Callable[[], object]) -> bool:
    """Whether the database refuses this change."""
    try:
        with transaction.atomic():
            change()
    except IntegrityError as error:
        return "is append-only" in str(error)
    return False


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_the_orm_changes_nothing(rows: Rows, table: str) -> None:
    """Neither save, nor update, nor bulk update, nor delete of a set."""
    row = rows[table]
    same = type(row)._default_manager.filter(pk=row.pk)
    one_field = next(field.name for field in row._meta.fields if field.name in ("reason", "kind"))

    assert refused(row.save)
    assert refused(lambda: same.update(**{one_field: getattr(row, one_field)}))
    assert refused(lambda: type(row)._default_manager.bulk_update([row], [one_field]))
    assert refused(lambda: same._raw_delete("default"))  # type: ignore[attr-defined]


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_raw_sql_changes_nothing(rows: Rows, table: str) -> None:
    """Neither UPDATE nor DELETE, even of a column to itself."""

    def run(statement: str) -> Callable[[], object]:
        return lambda: connection.cursor().execute(statement)

    assert refused(run(f"UPDATE {table} SET licence_id = licence_id"))
    assert refused(run(f"DELETE FROM {table}"))
    if connection.vendor == "postgresql":
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")  # TRUNCATE waits for no pending check
        assert refused(run(f"TRUNCATE {table} CASCADE"))
    else:
        assert refused(run(f"REPLACE INTO {table} SELECT * FROM {table}"))


def test_replace_cannot_take_the_place_of_an_act_by_its_number(rows: Rows) -> None:
    """REPLACE would delete, without firing a trigger, the row that holds the same number in the licence."""
    if connection.vendor == "postgresql":
        pytest.skip("PostgreSQL has no REPLACE")
    columns = 'licence_id, sequence, kind, act_id, payload, "on", recorded_on, source, reference'
    values = "licence_id, sequence, kind, 'other', payload, \"on\", recorded_on, source, reference"

    assert refused(
        lambda: connection.cursor().execute(f"REPLACE INTO register_act ({columns}) SELECT {values} FROM register_act")
    )


def test_two_writers_cannot_both_win(licence_with_an_act: Act) -> None:
    """The number within the licence is unique: the second writer is refused."""
    act = licence_with_an_act
    twin = Act(
        licence=act.licence, sequence=act.sequence, kind=act.kind, act_id="twin", payload=act.payload, on=act.on,
        recorded_on=act.recorded_on, source="test",
    )  # fmt: skip

    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()
    assert 1 == Act.objects.count()
