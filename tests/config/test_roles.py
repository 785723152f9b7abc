"""The roles of PostgreSQL: what the application may do, tried as that role on a real server."""

# ruff: noqa: S608 (the names are those of our own tables)

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from mespoints.cli.commands import run
from mespoints.config.roles import RIGHTS, RolesRefused, apply, statements
from mespoints.desk.operating.figures import count_all
from mespoints.desk.recording.entries import enter, validate
from mespoints.identity.agents import invite
from mespoints.identity.guards import GUARDS as OF_IDENTITY
from mespoints.identity.models import Agent
from mespoints.intake.people import load
from mespoints.letters.guards import GUARDS as OF_LETTERS
from mespoints.records.guards import GUARDS as OF_RECORDS
from mespoints.register.files import statement_of
from mespoints.register.ledger import append_acts
from mespoints.register.models import Access, Account, Act, Erasure, Holder, Licence, Movement, OwedLetter, Payload
from mespoints.register.nightly import run_night
from mespoints.register.seals import take_seal
from mespoints.register.triggers import GUARDS
from mespoints.register.verification import verify
from mespoints.requests.guards import GUARDS as OF_REQUESTS
from tests.cli.test_service import PERSON
from tests.desk.conftest import DIRECTORY, invitation
from tests.desk.test_recording import stage
from tests.portal.conftest import session_of

# Roles belong to a server, on which several workers may test at once.
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")
APPLICATION, ERASURE = f"application_{WORKER}", f"erasure_{WORKER}"
TODAY = date(2026, 11, 22)


@contextmanager
def as_role(role: str) -> Iterator[None]:
    """Django's own connection, opened by this role."""
    owner = connection.settings_dict["USER"]
    connection.close()
    connection.settings_dict["USER"] = role
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["USER"] = owner


@pytest.fixture
def roles(transactional_db: None) -> Iterator[None]:
    """The two roles, with their rights, on the database of the tests."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no roles")
    apply(APPLICATION, ERASURE)
    yield
    with connection.cursor() as cursor:
        cursor.execute(f'DROP OWNED BY "{APPLICATION}", "{ERASURE}"')
        cursor.execute(f'DROP ROLE "{ERASURE}", "{APPLICATION}"')


@pytest.fixture
def person(roles: None) -> Licence:
    """Someone in the register, taken in by the role of the application."""
    with as_role(APPLICATION):
        report = load([json.dumps(PERSON)], recorded_on=TODAY)
        assert (1, []) == (report.accepted, report.refused)
    return Licence.objects.get()


def denied(change: Callable[[], object]) -> bool:
    """Whether the server denies this for want of a right, not of a trigger."""
    try:
        with transaction.atomic():
            change()
    except DatabaseError as error:
        return str(error).startswith(("permission denied", "must "))
    return False


def sql(statement: str) -> Callable[[], object]:
    """A statement to be tried."""
    return lambda: connection.cursor().execute(statement)


def test_the_application_changes_nothing_that_only_grows(person: Licence) -> None:
    """By raw SQL: the server denies it before any trigger is asked."""
    with as_role(APPLICATION):
        for table, guard in GUARDS.items():
            kept = "licence_id" if guard.may_change else guard.number
            for statement in (
                f"UPDATE {table} SET {kept} = {kept}", f"DELETE FROM {table}", f"TRUNCATE {table} CASCADE",
                f"DROP TRIGGER {table}_no_update ON {table}", f"ALTER TABLE {table} DISABLE TRIGGER ALL",
                f"ALTER TABLE {table} ADD COLUMN more integer", f"DROP TABLE {table} CASCADE",
                f"CREATE INDEX ON {table} ({kept})", f"ALTER TABLE {table} OWNER TO {APPLICATION}",
                f"CREATE TRIGGER more BEFORE INSERT ON {table} EXECUTE FUNCTION register_refuse_change()",
            ):  # fmt: skip
                assert denied(sql(statement)), statement


def test_the_orm_of_the_application_changes_nothing(person: Licence) -> None:
    """Neither an update, nor a save, nor a delete."""
    with as_role(APPLICATION):
        Access.objects.create(licence=person, viewer="holder", means="neph", article="L225-3", reason="", shown="x")
        for model in (Act, Payload, Movement, Access):
            row = model._default_manager.latest("pk")
            same = model._default_manager.filter(pk=row.pk)
            column = next(field.attname for field in row._meta.fields if not field.primary_key)

            assert denied(partial(same.update, **{column: getattr(row, column)}))
            assert denied(row.save)
            assert denied(partial(same._raw_delete, "default"))  # type: ignore[attr-defined]


WAYS_ROUND = (
    "SET session_replication_role = replica",
    f"ALTER ROLE {APPLICATION} SET session_replication_role = replica",
    'ALTER DATABASE "{database}" SET session_replication_role = replica',
    f"ALTER ROLE {APPLICATION} SUPERUSER",
    f"GRANT {ERASURE} TO {APPLICATION}",
    f"SET ROLE {ERASURE}",
    "CREATE TABLE more (id integer)",
    "CREATE TEMPORARY TABLE register_erasure (act_id bigint)",
    "CREATE OR REPLACE FUNCTION register_refuse_change() RETURNS trigger LANGUAGE sql AS 'SELECT 1'",
    "DROP FUNCTION register_refuse_change() CASCADE",
    "SELECT setval('register_act_id_seq', 1)",
    "INSERT INTO register_erasure (act_id, paragraph, erased_on) VALUES (1, 'L225-2 I', '2026-01-01')",
    "UPDATE register_licence SET neph = '1'",
    "DELETE FROM register_account",
    "DELETE FROM django_migrations",
)


def test_the_application_cannot_go_round_the_triggers(person: Licence) -> None:
    """Nothing to create, nothing to turn off, no other role to take."""
    name = connection.settings_dict["NAME"]
    with as_role(APPLICATION):
        for statement in WAYS_ROUND:
            assert denied(sql(statement.format(database=name))), statement


def test_the_whole_service_works_as_the_application(person: Licence) -> None:
    """It takes in, appends, settles, seals, verifies, signs in, shows, notes who looked, and finishes letters."""
    client = Client()
    with as_role(APPLICATION):
        stage = {"act": "stage", "id": "s1", "ended_on": "2026-11-20", "kind": "volontaire"}
        append_acts(person, [stage], recorded_on=TODAY, source="test")
        run_night(date(2027, 11, 22))
        take_seal(TODAY)
        broken = verify().broken
        OwedLetter.objects.update(done_on=TODAY)
        Holder.objects.update(address=["2 RUE DE LA PAIX", "44000 NANTES"])
        client.cookies["mespoints_session"] = session_of(person)
        page = client.get("/mes-points/")
        signing_in = client.post("/connexion/", {"neph": "000000000009", "code": "ABCDEFGHJK"})
        balance = statement_of(person, TODAY).balance

    assert broken is None
    assert (200, True) == (page.status_code, signing_in.status_code < 500)
    assert 0 < balance
    assert 1 == Access.objects.count()


def test_the_desk_works_as_the_application(person: Licence, settings: Any) -> None:
    """Accounts are opened and bound, an entry is made and validated, the figures are counted, the probes answer."""
    settings.MESPOINTS_PC_IDPS = [DIRECTORY]
    with as_role(APPLICATION):
        author, second = (invite(invitation(role), TODAY) for role in ("instruction", "validation"))
        Agent.objects.filter(pk=author.pk).update(subject="sub", issuer="https://proconnect.test")
        entry = enter(person, author, stage(received_on=TODAY), TODAY)
        decision = validate(entry, second, TODAY)
        counted = count_all(TODAY)
        ready = Client().get("/pret/").status_code
        kept = denied(partial(Agent.objects.update, role="audit")) and denied(sql("DELETE FROM desk_decision"))

    assert decision.taken is not None
    assert ("accepted", 200, True) == (decision.taken.fate, ready, kept)
    assert {"soldes": 1}.items() <= counted.items()


def test_only_the_erasure_role_erases(person: Licence) -> None:
    """It writes the journal of erasures, then the payload goes; without its line, the trigger keeps it."""
    first, second = Act.objects.order_by("pk")[:2]
    with as_role(ERASURE):
        with pytest.raises(DatabaseError, match="append-only"):
            Payload.objects.filter(pk=second.pk)._raw_delete("default")  # type: ignore[attr-defined]
        Erasure.objects.create(act=first, paragraph="L225-2 I", erased_on=TODAY)
        gone = Payload.objects.filter(pk=first.pk)._raw_delete("default")  # type: ignore[attr-defined]
        append_acts(person, [{"act": "title_lost", "id": "t1", "on": "2026-11-20"}], recorded_on=TODAY, source="test")
        kept = denied(sql("DELETE FROM register_act")) and denied(sql("DELETE FROM register_erasure"))

    assert (1, True) == (gone, kept)
    assert [second.pk] == list(Payload.objects.exclude(act__act_id="t1").values_list("pk", flat=True))


def test_only_the_erasure_role_lets_old_sign_ins_and_codes_go(person: Licence) -> None:
    """The trigger keeps what is not a year old; the server denies the rest to the application."""
    purges = (sql("DELETE FROM identity_signin"), sql("DELETE FROM records_sharecode"))
    with as_role(APPLICATION):
        kept = [denied(purge) for purge in purges]
    with as_role(ERASURE):
        gone = [not denied(purge) for purge in purges]

    assert ([True, True], [True, True]) == (kept, gone)


def test_rights_given_by_hand_are_taken_back(person: Licence) -> None:
    """Applied again, the SQL leaves what it says and nothing else."""
    sql(f"GRANT ALL ON register_act, register_account TO {APPLICATION}")()
    sql(f"GRANT UPDATE (kind) ON register_act TO {APPLICATION}")()
    apply(APPLICATION, ERASURE)
    with as_role(APPLICATION):
        assert denied(sql("UPDATE register_act SET kind = 'x'"))
        assert 1 == Account.objects.update(status="valid")


def test_the_owner_is_no_role_of_the_application(roles: None) -> None:
    """A role that owns the tables, or is a member of their owner, is refused, and nothing is changed."""
    with pytest.raises(RolesRefused) as refused:
        apply(connection.settings_dict["USER"], ERASURE)

    assert "possède les tables" in str(refused.value)


def test_the_command_prints_what_it_would_run(roles: None, capsys: pytest.CaptureFixture[str]) -> None:
    """One statement after another; with --apply it runs them and says nothing."""
    printed = run(["roles", "--application", APPLICATION, "--erasure", ERASURE])
    text = capsys.readouterr().out
    applied = run(["roles", "--application", APPLICATION, "--erasure", ERASURE, "--apply"])

    assert (0, 0, "") == (printed, applied, capsys.readouterr().out)
    assert [f"{statement};" for statement in statements(APPLICATION, ERASURE)] == text.splitlines()


@pytest.mark.django_db
def test_sqlite_has_no_roles(capsys: pytest.CaptureFixture[str]) -> None:
    """The command says so."""
    if connection.vendor == "postgresql":
        pytest.skip("PostgreSQL has roles")
    status = run(["roles"])

    assert 2 == status
    assert "SQLite n'en a pas" in capsys.readouterr().err


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["Mespoints", 'a"; DROP TABLE x; --', "1"])
def test_names_that_are_no_names_are_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What would have to be quoted is not a name of ours."""
    status = run(["roles", "--application", name])

    assert 2 == status
    assert f"et non « {name} »" in capsys.readouterr().err


def test_tables_that_only_grow_are_only_added_to() -> None:
    """SELECT and INSERT, and the update of the columns that may change."""
    guards = {**GUARDS, **OF_IDENTITY, **OF_LETTERS, **OF_RECORDS, **OF_REQUESTS}
    expected = {table: ", ".join(guard.may_change) for table, guard in guards.items() if guard.may_change}
    found = {table: ", ".join(set(RIGHTS[table]) - {"SELECT", "INSERT"}) for table in guards}

    assert {table: f"UPDATE ({columns})" for table, columns in expected.items()} == {
        table: more for table, more in found.items() if more
    }
