"""The triggers by which the database itself refuses to change what was written.

A later migration that rebuilds one of these tables on SQLite drops its triggers: it must install them again. Tables
of other applications declare their own guards, and install them with the same functions.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.db.backends.base.base import BaseDatabaseWrapper

Keys = tuple[tuple[str, ...], ...]


class Guard(NamedTuple):
    """What a table is protected by.

    ``keys``: those by which SQLite's REPLACE could overwrite a row, beside the number of the row; ``key_among``: one
    that is a key among some rows alone, and the condition on these. ``may_change``: the columns that may. ``may_go``:
    the condition on which a row may be deleted, in SQLite's words and in PostgreSQL's. ``may_change_if``: a column that
    may change, and the condition, in both words again. ``stamped``: the column that must hold the hour at which a row
    is written, to the minute.
    """

    keys: Keys = ()
    key_among: tuple[tuple[str, ...], str] | None = None
    may_change: tuple[str, ...] = ()
    may_go: tuple[str, str] | None = None
    may_change_if: tuple[str, str, str] | None = None
    number: str = "id"
    stamped: str = ""


ERASED = "EXISTS (SELECT 1 FROM register_erasure WHERE register_erasure.act_id = OLD.act_id)"
GUARDS: dict[str, Guard] = {
    "register_act": Guard((("licence_id", "sequence"), ("licence_id", "act_id", "version"))),
    "register_movement": Guard((("licence_id", "sequence"),)),
    # Art. L. 225-2: a payload may be erased once the journal of erasures names its act.
    "register_payload": Guard(number="act_id", may_go=(ERASED, ERASED)),
    "register_erasure": Guard(number="act_id"),
    "register_seal": Guard(number="number"),
    "register_owedletter": Guard(number="movement_id", may_change=("done_on",)),
    # The journal of accesses is kept for one year.
    "register_access": Guard(
        may_go=("OLD.at < STRFTIME('%Y-%m-%d %H:%M:%f', 'now', '-1 year')", "OLD.at < now() - interval '1 year'"),
        stamped="at",
    ),
    "register_purge": Guard(),
}

POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION register_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$
"""

POSTGRESQL_DELETION = """
CREATE OR REPLACE FUNCTION {table}_may_go() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF {condition} THEN RETURN OLD; END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$
"""

POSTGRESQL_CHANGE = """
CREATE OR REPLACE FUNCTION {table}_may_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF {condition} THEN RETURN NEW; END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$
"""

POSTGRESQL_STAMP = """
CREATE OR REPLACE FUNCTION {table}_is_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF abs(extract(epoch FROM NEW.{column} - clock_timestamp())) <= 60 THEN RETURN NEW; END IF;
    RAISE EXCEPTION '% is append-only: {column} is the hour of its writing', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$
"""

EVENTS = ("update", "delete", "replace", "truncate", "backdating", "rewriting")


def install(
    connection: BaseDatabaseWrapper, tables: Iterable[str] = tuple(GUARDS), guards: Mapping[str, Guard] = GUARDS
) -> None:
    """Put the triggers on these tables, all of them unless a migration names those that it knows."""
    statements = sqlite_statements if connection.vendor == "sqlite" else postgresql_statements
    with connection.cursor() as cursor:
        for table in tables:
            for statement in statements(table, guards[table], columns_of(connection, table)):
                cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper, tables: Iterable[str] = tuple(GUARDS)) -> None:
    """Take them off: to undo a migration, or before one that rebuilds a table."""
    with connection.cursor() as cursor:
        for table in tables:
            for event in EVENTS:
                of_table = "" if connection.vendor == "sqlite" else f" ON {table}"
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{event}{of_table}")


def columns_of(connection: BaseDatabaseWrapper, table: str) -> list[str]:
    """The columns of a table as the database has them now."""
    with connection.cursor() as cursor:
        return [column.name for column in connection.introspection.get_table_description(cursor, table)]


def changing(table: str, guard: Guard, columns: list[str]) -> str:
    """The event that is refused: any update, or the update of a column that may not change."""
    free = (*guard.may_change, *(guard.may_change_if or ())[:1])
    kept = ", ".join(f'"{column}"' for column in columns if column not in free)
    return f"UPDATE OF {kept} ON {table}" if free else f"UPDATE ON {table}"


def sqlite_statements(table: str, guard: Guard, columns: list[str]) -> list[str]:
    """UPDATE and DELETE are refused, and REPLACE, which otherwise deletes without firing a trigger."""
    refusal = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    unless = f" WHEN NOT ({guard.may_go[0]})" if guard.may_go else ""
    statements = [
        f"CREATE TRIGGER {table}_no_update BEFORE {changing(table, guard, columns)} {refusal}",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}{unless} {refusal}",
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {already_there(table, guard)} {refusal}",
    ]
    if guard.may_change_if:
        column, condition, _ = guard.may_change_if
        statements.append(
            f"CREATE TRIGGER {table}_no_rewriting BEFORE UPDATE OF {column} ON {table} WHEN NOT ({condition}) {refusal}"
        )
    if guard.stamped:
        away = f"COALESCE(ABS(JULIANDAY(NEW.{guard.stamped}) - JULIANDAY('now')) * 86400 > 60, 1)"
        why = f"{table} is append-only: {guard.stamped} is the hour of its writing"
        statements.append(
            f"CREATE TRIGGER {table}_no_backdating BEFORE INSERT ON {table} WHEN {away} "
            f"BEGIN SELECT RAISE(ABORT, '{why}'); END"
        )
    return statements


def already_there(table: str, guard: Guard) -> str:
    """Whether a row to insert bears a key of a row that exists."""
    every_key: list[tuple[str, ...]] = [(guard.number,), *guard.keys]
    matches = [" AND ".join(f"{column} = NEW.{column}" for column in key) for key in every_key]
    if guard.key_among:
        key, condition = guard.key_among
        matches.append(" AND ".join([*(f"{column} = NEW.{column}" for column in key), condition]))
    # S608: the names are those of our own tables, from the constant above.
    return " OR ".join(f"EXISTS (SELECT 1 FROM {table} WHERE {match})" for match in matches)  # noqa: S608


def postgresql_statements(table: str, guard: Guard, columns: list[str]) -> list[str]:
    """UPDATE, DELETE and TRUNCATE are refused, on a replica too (ENABLE ALWAYS)."""
    statements = [POSTGRESQL_FUNCTION]
    deletion = "register_refuse_change"
    if guard.may_go:
        statements.append(POSTGRESQL_DELETION.format(table=table, condition=guard.may_go[1]))
        deletion = f"{table}_may_go"
    refused = [
        ("update", changing(table, guard, columns), "ROW", "register_refuse_change"),
        ("delete", f"DELETE ON {table}", "ROW", deletion),
        ("truncate", f"TRUNCATE ON {table}", "STATEMENT", "register_refuse_change"),
    ]
    if guard.may_change_if:
        column, _, condition = guard.may_change_if
        statements.append(POSTGRESQL_CHANGE.format(table=table, condition=condition))
        refused.append(("rewriting", f"UPDATE OF {column} ON {table}", "ROW", f"{table}_may_change"))
    for event, of_table, scope, function in refused:
        statements += [
            f"CREATE TRIGGER {table}_no_{event} BEFORE {of_table} FOR EACH {scope} EXECUTE FUNCTION {function}()",
            f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_no_{event}",
        ]
    if guard.stamped:
        # Not on a replica, which may be late.
        statements += [
            POSTGRESQL_STAMP.format(table=table, column=guard.stamped),
            (
                f"CREATE TRIGGER {table}_no_backdating BEFORE INSERT ON {table} FOR EACH ROW "
                f"EXECUTE FUNCTION {table}_is_now()"
            ),
        ]
    return statements
