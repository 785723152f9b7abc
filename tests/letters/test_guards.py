"""The database itself refuses to change what was written of the letters."""

# ruff: noqa: S608 (the names are those of our own tables)

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, models, transaction

from mespoints.letters.erased import empty_addresses
from mespoints.letters.guards import GUARDS
from mespoints.letters.models import (
    NOTIFIED,
    Batch,
    CodeRequest,
    CompteChange,
    Deposit,
    DutyLine,
    DutyList,
    DutySettled,
    Reading,
    Sending,
    Step,
)
from mespoints.register.erasing import run_erasure
from mespoints.register.models import Erasure, Licence, Movement
from mespoints.register.nightly import run_night
from mespoints.register.verification import verify
from tests.letters.mail import OLD_HOME, learn, means, offence, run_on

pytestmark = pytest.mark.django_db

Rows = dict[str, models.Model]


@pytest.fixture
def rows(licence: Licence, tmp_path: Path) -> Rows:
    """A letter that left, in its batch, and its step; a compte closed, a deposit, its reading; a list and its line."""
    learn(licence, "2024-03-04", offence("i1", 4, "2024-03-04"))
    run_on("2024-03-05", means(tmp_path))
    sending, day, act = Sending.objects.get(), date(2024, 3, 5), licence.acts.latest("pk")
    told = DutyList.objects.create(name="2024-07-02-0001", spool="s", on=day, lines=1, digest="d")
    line = DutyLine(list=told, licence=licence, act=act, recipient="prefet", departement="44", turn=1, why="missed")
    line.save()
    return {
        "letters_batch": Batch.objects.get(), "letters_sending": sending, "letters_step": Step.objects.latest("pk"),
        "letters_comptechange": CompteChange.objects.create(licence=licence, kind="closed", on=day, means="test"),
        "letters_deposit": Deposit.objects.create(sending=sending, on=day),
        "letters_reading": Reading.objects.create(sending=sending, on=day, means="test", digest="d"),
        "letters_dutylist": told, "letters_dutyline": line,
        "letters_coderequest": CodeRequest.objects.create(licence=licence, asked_on=day, means="operator"),
        "letters_dutysettled": DutySettled.objects.create(act=act, on=day, why="ended"),
    }  # fmt: skip


def refused(change: Callable[[], object]) -> bool:
    """Whether the database refuses this change."""
    try:
        with transaction.atomic():
            change()
    except IntegrityError as error:
        return "is append-only" in str(error)
    return False


def sql(statement: str) -> Callable[[], object]:
    """A statement to be tried."""
    return lambda: connection.cursor().execute(statement)


@pytest.mark.parametrize("table", GUARDS)
def test_the_orm_changes_nothing(rows: Rows, table: str) -> None:
    """Neither save, nor update, nor bulk update, nor delete of a set."""
    row = rows[table]
    same = type(row)._default_manager.filter(pk=row.pk)
    kept = next(field.name for field in row._meta.fields if field.name in ("carrier", "kind", "on", "turn", "means"))

    assert refused(row.save)
    assert refused(lambda: same.update(**{kept: getattr(row, kept)}))
    assert refused(lambda: type(row)._default_manager.bulk_update([row], [kept]))
    assert refused(lambda: same._raw_delete("default"))  # type: ignore[attr-defined]


@pytest.mark.parametrize("table", ["letters_comptechange", "letters_deposit", "letters_reading"])
def test_the_hour_is_that_of_the_writing(rows: Rows, table: str) -> None:
    """What the database stamps cannot be told by anybody else."""
    row = rows[table]
    row.pk, row.at = row.pk + 1, datetime(2024, 3, 5, tzinfo=UTC)  # type: ignore[attr-defined]

    assert refused(lambda: type(row)._default_manager.bulk_create([row]))


@pytest.mark.parametrize("table", GUARDS)
def test_raw_sql_changes_nothing(rows: Rows, table: str) -> None:
    """Neither UPDATE nor DELETE, even of a column to itself."""
    number = GUARDS[table].number

    assert refused(sql(f"UPDATE {table} SET {number} = {number}"))
    assert refused(sql(f"DELETE FROM {table}"))
    if connection.vendor == "postgresql":
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")  # TRUNCATE waits for no pending check
        assert refused(sql(f"TRUNCATE {table} CASCADE"))
    else:
        assert refused(sql(f"REPLACE INTO {table} SELECT * FROM {table}"))


def test_replace_cannot_take_the_place_of_a_sending_that_has_not_failed(rows: Rows) -> None:
    """One letter, one kind: REPLACE would delete the first attempt without firing a trigger."""
    if connection.vendor == "postgresql":
        pytest.skip("PostgreSQL has no REPLACE")
    columns = "owed_id, attempt, reference, kind, franking, batch_id, source, address, pages, digest, outcome, why"
    values = columns.replace("attempt", "2").replace("reference", "'other'")

    assert refused(sql(f"REPLACE INTO letters_sending ({columns}) SELECT {values} FROM letters_sending"))


def test_what_came_of_a_letter_may_be_written(rows: Rows) -> None:
    """And that its batch was handed over; nothing else."""
    sending = Sending.objects.filter(pk=rows["letters_sending"].pk)

    assert 1 == sending.update(outcome=NOTIFIED, why="collected", notified_on=date(2024, 3, 8))
    assert 1 == Batch.objects.update(handed_over=False)
    assert refused(lambda: sending.update(digest="0"))


def test_an_address_stays_until_what_the_letter_told_is_erased(rows: Rows) -> None:
    """Then it may be emptied, and not replaced (art. L. 225-2)."""
    sending = Sending.objects.filter(pk=rows["letters_sending"].pk)
    movement = Movement.objects.get(owed_letter__sendings=sending.get())

    assert refused(lambda: sending.update(address=[]))
    assert 0 == empty_addresses([movement.licence_id])
    Erasure.objects.create(act=movement.act, paragraph="L225-2 I", erased_on=date(2035, 1, 1))
    assert refused(lambda: sending.update(address=["AILLEURS"]))
    assert 1 == empty_addresses([movement.licence_id])
    assert [] == sending.get().address


def test_an_erasure_takes_the_addresses_with_it(licence: Licence, tmp_path: Path) -> None:
    """Those of the letters that told what is erased, of the offence and of the points that came back; no other."""
    learn(licence, "2020-03-04", offence("i1", 2, "2020-03-04"))
    run_night(date(2023, 3, 5))
    run_on("2023-03-06", means(tmp_path))
    learn(licence, "2030-09-04", offence("i2", 1, "2030-09-04"))
    run_on("2030-09-05", means(tmp_path))
    rehearsal = run_erasure(date(2030, 12, 3), apply=False, then=empty_addresses)
    before = [sending.address for sending in Sending.objects.order_by("pk")]
    run_erasure(date(2030, 12, 3), apply=True, then=empty_addresses)
    after = {sending.kind: sending.address for sending in Sending.objects.order_by("pk")}

    assert ({"L225-2 I": 1}, [list(OLD_HOME)] * 3) == (dict(rehearsal.acts), before)
    assert {"48": list(OLD_HOME), "46": []} == after
    assert 1 == Sending.objects.filter(kind="48", address=[]).count()
    assert (None, 1) == (verify().broken, Erasure.objects.count())
