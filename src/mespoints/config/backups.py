"""The whole database copied to one file, and brought back from it into an empty one.

SQLite copies itself while the service writes; PostgreSQL is copied by its own ``pg_dump`` and brought back by
``pg_restore``, whose version must be that of the server or a later one. A copy appears under its name once it is whole.
"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connection

DEBIAN = Path("/usr/lib/postgresql")
"""Where Debian keeps the programs, by the version of the server."""
HELD_TABLE = "register_licence"


class BackupRefused(Exception):
    """A copy cannot be made or brought back. ``why``: exists, not_empty, unreadable, program, failed; of ``what``."""

    def __init__(self, why: str, what: str = "") -> None:
        super().__init__(f"{why}: {what}")
        self.why = why
        self.what = what


def back_up(path: Path) -> int:
    """Copy the database to a new file, readable by its owner alone; its bytes. Raises BackupRefused, OSError."""
    if path.exists():
        raise BackupRefused("exists", str(path))
    unfinished = path.with_name(f"{path.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    unfinished.touch(mode=0o600)
    try:
        if connection.vendor == "sqlite":
            copy_sqlite(Path(connection.settings_dict["NAME"]), unfinished)
        else:
            postgresql("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={unfinished}")
        with unfinished.open("rb+") as written:
            os.fsync(written.fileno())
        unfinished.rename(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return path.stat().st_size


def restore(path: Path) -> None:
    """Bring a copy back into a database that holds no licence. Raises BackupRefused, OSError."""
    with path.open("rb"):
        pass  # a file that cannot be read is named before anything is touched
    if holds_licences():
        raise BackupRefused("not_empty")
    connection.close()
    if connection.vendor == "sqlite":
        check_sqlite(path)
        copy_sqlite(path, Path(connection.settings_dict["NAME"]))
    else:
        postgresql("pg_restore", "--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction",
                   "--exit-on-error", str(path))  # fmt: skip


def holds_licences() -> bool:
    """Whether somebody is in the register already."""
    if HELD_TABLE not in connection.introspection.table_names():
        return False
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {HELD_TABLE})")  # noqa: S608 - a name of ours
        return bool(cursor.fetchone()[0])


def check_sqlite(path: Path) -> None:
    """Refuse what is no sound register."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            sound = database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            database.execute(f"SELECT 1 FROM {HELD_TABLE} LIMIT 1")  # noqa: S608 - a name of ours
    except sqlite3.DatabaseError as error:
        raise BackupRefused("unreadable", str(path)) from error
    if not sound:
        raise BackupRefused("unreadable", str(path))


def copy_sqlite(source: Path, target: Path) -> None:
    """One file into another, as it stands at one instant."""
    with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target)) as other:
        one.backup(other)


def postgresql(program: str, *arguments: str) -> None:
    """Run a program of PostgreSQL on our database; the password goes by the environment, which nobody else reads."""
    from psycopg.conninfo import make_conninfo

    wanted: dict[str, Any] = connection.settings_dict
    names = {"HOST": "host", "PORT": "port", "USER": "user", "NAME": "dbname"}
    places = {name: str(wanted[key]) for key, name in names.items() if wanted.get(key)}
    run = subprocess.run(  # noqa: S603 - a program of PostgreSQL, the settings of the operator
        [found(program), f"--dbname={make_conninfo('', **places, **wanted.get('OPTIONS', {}))}", *arguments],
        env={**os.environ, **({"PGPASSWORD": wanted["PASSWORD"]} if wanted["PASSWORD"] else {})},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise BackupRefused("failed", f"{program}: {run.stderr.strip().splitlines()[-1] if run.stderr else ''}")


def found(program: str) -> str:
    """Where the program is: the newest of those that Debian keeps by version, or that of the path."""
    kept = sorted(DEBIAN.glob(f"*/bin/{program}"), key=lambda one: int(one.parts[4]))
    place = str(kept[-1]) if kept else shutil.which(program)
    if place is None:
        raise BackupRefused("program", program)
    return place
