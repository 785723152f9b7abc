"""The database itself refuses to change what was written."""

# ruff: noqa: S608 (the names are those of our own tables)

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone

from mespoints.register import triggers
from mespoints.register.ledger import append_acts
from mespoints.register.models import Access, Act, Erasure, Licence, OwedLetter, Payload, Purge, Seal
from mespoints.register.triggers import GUARDS

pytestmark = pytest.mark.django_db

Rows = dict[str, models.Model]


@pytest.fixture
def rows(licence: Licence) -> Rows:
    """One row of each table that only grows."""
    offence = {"act": "offence", "id": "i1", "class": "c4", "points": 4, "committed_on": "2024-01-20"}
    final = {**offence, "final_on": "2024-02-15", "final_by": "paiement"}
    append_acts(licence, [final], recorded_on=date(2024, 3, 4), source="test")
    act, letter = licence.acts.get(), licence.owed_letters.get()
    access = Access.objects.create(
        licence=licence, viewer="holder", means="neph", article="L223-7", reason="consultation", shown="solde"
    )
    # The payload of another act may be erased: the journal of erasures names it.
    append_acts(licence, [{**final, "id": "i2"}], recorded_on=date(2024, 3, 4), source="test")
    erasure = Erasure.objects.create(
        act=licence.acts.get(act_id="i2"), paragraph="L225-2 I", erased_on=date(2026, 1, 1)
    )
    seal = Seal.objects.create(
        number=1, sealed_on=date(2024, 3, 4), last_act=2, last_movement=3, acts=2, movements=3, previous="", digest="d"
    )
    return {
        "register_act": act,
        "register_payload": act.payload,
        "register_movement": letter.movement,
        "register_owedletter": letter,
        "register_access": access,
        "register_erasure": erasure,
        "register_seal": seal,
        "register_purge": Purge.objects.create(purged_on=date(2026, 1, 1), kept_from_on=date(2025, 1, 1), accesses=1),
    }


def refused(change: Callable[[], object]) -> bool:
    """Whether the database refuses this change."""
    try:
        with transaction.atomic():
            change()
    except IntegrityError as error:
        return "is append-only" in str(error)
    return False


@pytest.mark.parametrize("table", GUARDS)
def test_the_orm_changes_nothing(rows: Rows, table: str) -> None:
    """Neither save, nor update, nor bulk update, nor delete of a set."""
    row = rows[table]
    same = type(row)._default_manager.filter(pk=row.pk)
    kept = ("reason", "kind", "body", "letter", "paragraph", "digest", "accesses")
    one_field = next(field.name for field in row._meta.fields if field.name in kept)

    assert refused(row.save)
    assert refused(lambda: same.update(**{one_field: getattr(row, one_field)}))
    assert refused(lambda: type(row)._default_manager.bulk_update([row], [one_field]))
    assert refused(lambda: same._raw_delete("default"))  # type: ignore[attr-defined]


@pytest.mark.parametrize("table", GUARDS)
def test_raw_sql_changes_nothing(rows: Rows, table: str) -> None:
    """Neither UPDATE nor DELETE, even of a column to itself."""

    def run(statement: str) -> Callable[[], object]:
        return lambda: connection.cursor().execute(statement)

    number = GUARDS[table].number
    assert refused(run(f"UPDATE {table} SET {number} = {number}"))
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
    columns = 'licence_id, sequence, kind, act_id, version, "on", recorded_on, source, reference, digest, link'
    values = columns.replace("act_id", "'other'")

    assert refused(
        lambda: connection.cursor().execute(f"REPLACE INTO register_act ({columns}) SELECT {values} FROM register_act")
    )


def test_two_writers_cannot_both_win(licence_with_an_act: Act) -> None:
    """The number within the licence is unique: the second writer is refused."""
    act = licence_with_an_act
    twin = Act(
        licence=act.licence, sequence=act.sequence, kind=act.kind, act_id="twin", on=act.on,
        recorded_on=act.recorded_on, source="test", digest=act.digest, link=act.link,
    )  # fmt: skip

    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()
    assert 1 == Act.objects.count()


def test_a_payload_goes_once_its_erasure_is_written(rows: Rows) -> None:
    """Art. L. 225-2: what the journal of erasures names, and nothing else."""
    named = Payload.objects.filter(act_id=rows["register_erasure"].pk)
    other = Payload.objects.exclude(act_id=rows["register_erasure"].pk)

    assert refused(lambda: other._raw_delete("default"))  # type: ignore[attr-defined]
    assert 1 == named._raw_delete("default")  # type: ignore[attr-defined]
    assert 1 == Payload.objects.count()


def test_a_letter_may_be_done_with(rows: Rows) -> None:
    """The only column that changes; the letter, its licence and its day never do."""
    letter = OwedLetter.objects.filter(pk=rows["register_owedletter"].pk)

    assert 1 == letter.update(done_on=date(2024, 3, 5))
    assert refused(lambda: letter.update(letter="48SI"))
    assert refused(lambda: letter.update(owed_on=date(2024, 3, 5)))


def test_an_access_goes_after_one_year(rows: Rows) -> None:
    """And not a day before."""
    if connection.vendor == "postgresql":
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")  # a trigger waits for no pending check
    triggers.remove(connection, ["register_access"])
    for days in (364, 367):
        row = Access(licence=rows["register_act"].licence, viewer="holder", means="neph", article="L225-3")  # type: ignore[attr-defined]
        row.at = timezone.now() - timedelta(days=days)
        row.save()
    if connection.vendor == "postgresql":
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    triggers.install(connection, ["register_access"])
    recent, old = Access.objects.order_by("-at")[1:]

    assert refused(lambda: Access.objects.filter(pk=recent.pk)._raw_delete("default"))  # type: ignore[attr-defined]
    assert 1 == Access.objects.filter(pk=old.pk)._raw_delete("default")  # type: ignore[attr-defined]


@pytest.mark.parametrize("away", [timedelta(days=-400), timedelta(minutes=-2), timedelta(minutes=2)])
def test_an_access_bears_the_hour_of_its_writing(rows: Rows, away: timedelta) -> None:
    """Neither by the ORM nor in SQL can another one be written; a clock that is off by seconds is no matter."""
    licence, at = rows["register_act"].licence, timezone.now()  # type: ignore[attr-defined]
    names = "licence_id, viewer, who, means, article, reason, shown, at"
    statement = f"INSERT INTO register_access ({names}) VALUES (%s, 'holder', '', 'neph', 'L225-3', '', 'balance', %s)"
    count = Access.objects.count()

    assert refused(lambda: Access(licence=licence, viewer="holder", means="neph", at=at + away).save())
    assert refused(lambda: connection.cursor().execute(statement, [licence.pk, str(at + away)]))
    connection.cursor().execute(statement, [licence.pk, str(at + timedelta(seconds=20))])
    assert count + 1 == Access.objects.count()
