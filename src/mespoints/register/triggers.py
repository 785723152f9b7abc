"""The triggers by which the database itself refuses to change what was written.

A later migration that rebuilds one of these tables on SQLite drops its triggers: it must install them again.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

APPEND_ONLY: dict[str, tuple[tuple[str, ...], ...]] = {
    "register_act": (("licence_id", "sequence"), ("licence_id", "act_id", "version")),
    "register_movement": (("licence_id", "sequence"),),
    "register_access": (),
}
"""The tables that only grow, each with the keys by which SQLite's REPLACE could overwrite a row."""

POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION register_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$
"""


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers on every append-only table."""
    statements = sqlite_statements() if connection.vendor == "sqlite" else postgresql_statements()
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take them off: to undo the migration that put them."""
    with connection.cursor() as cursor:
        for table in APPEND_ONLY:
            for event in ("update", "delete", "replace", "truncate"):
                of_table = "" if connection.vendor == "sqlite" else f" ON {table}"
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{event}{of_table}")


def sqlite_statements() -> list[str]:
    """UPDATE and DELETE are refused, and REPLACE, which otherwise deletes without firing a trigger."""
    statements = []
    for table, keys in APPEND_ONLY.items():
        refusal = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        statements += [
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refusal}",
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refusal}",
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {already_there(table, keys)} {refusal}",
        ]
    return statements


def already_there(table: str, keys: tuple[tuple[str, ...], ...]) -> str:
    """Whether a row to insert bears a key of a row that exists."""
    every_key: list[tuple[str, ...]] = [("id",), *keys]
    matches = (" AND ".join(f"{column} = NEW.{column}" for column in key) for key in every_key)
    # S608: the names are those of our own tables, from the constant above.
    return " OR ".join(f"EXISTS (SELECT 1 FROM {table} WHERE {match})" for match in matches)  # noqa: S608


def postgresql_statements() -> list[str]:
    """UPDATE, DELETE and TRUNCATE are refused, on a replica too (ENABLE ALWAYS)."""
    statements = [POSTGRESQL_FUNCTION]
    refusal = "EXECUTE FUNCTION register_refuse_change()"
    for table in APPEND_ONLY:
        for event, scope in (("update", "ROW"), ("delete", "ROW"), ("truncate", "STATEMENT")):
            statements += [
                f"CREATE TRIGGER {table}_no_{event} BEFORE {event.upper()} ON {table} FOR EACH {scope} {refusal}",
                f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_no_{event}",
            ]
    return statements
