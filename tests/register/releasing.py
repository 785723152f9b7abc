"""A small register as a released version leaves it, kept for the tests of upgrades.

    setup/with-postgresql .venv/bin/python -m tests.register.releasing 0.2.0

writes ``releases/0.2.0.sqlite.sql`` and ``releases/0.2.0.postgresql.sql``. It does what an operator and a driver do, by
the commands and the pages alone, so that it runs with the code of any version (``PYTHONPATH`` names its ``src``).
"""

import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg

RELEASES = Path(__file__).parent / "releases"
CASES = sorted((Path(__file__).parents[1] / "cases").glob("GC-1*.json"))
FIRST_VERSION = "0.1.0"
COMMAND = "import sys; from mespoints.cli import main; sys.exit(main())"
CODE = "7K4M2PQX9A"
HOLDER = {
    "family_name": "MARTIN", "given_names": ["Camille"], "sex": "female", "birth_date": "1975-04-02",
    "birth_place": "44109", "birth_country": "99100", "address": ["1 RUE DE LA PAIX", "44000 NANTES"],
    "departement": "44",
}  # fmt: skip
LOOK = """
import sys
from mespoints.config.bootstrap import prepare
prepare()
from django.test import Client
client = Client(SERVER_NAME="localhost")
client.post("/connexion/neph/", {"neph": sys.argv[1], "code": sys.argv[2]})
assert client.get("/mes-points/").status_code == 200
"""
LATE = "000000000999"
PAID = {
    "act": "offence", "id": "i1", "class": "c4", "points": 1, "committed_on": "2024-01-20", "final_on": "2024-03-01",
    "decided_on": "2024-03-01", "final_by": "paiement",
}  # fmt: skip
STAGE = {"act": "stage", "id": "s1", "ended_on": "2024-05-04", "kind": "volontaire"}


def line(neph: str, dossier: dict[str, Any], **more: str) -> str:
    """A person of ``intake/1``."""
    told = {**dossier, "format": "dossier/1", "licence": {**dossier["licence"], "neph": neph}}
    return json.dumps({"format": "intake/1", "holder": {**HOLDER, **more}, "categories": [], "dossier": told}) + "\n"


def late(*acts: dict[str, Any]) -> str:
    """The life in which a stage is learned after the point that it makes come back in vain."""
    return line(LATE, {"licence": {"obtained_on": "1996-05-06"}, "acts": list(acts)}, code=CODE)


def live(settings: dict[str, str], folder: Path, version: str) -> None:
    """Two days of a register: people come in, one looks at her file, a stage is learned late, a night passes."""
    people = [line(f"{n:012d}", json.loads(path.read_text("utf-8"))["dossier"]) for n, path in enumerate(CASES)]
    (folder / "first.jsonl").write_text("".join(people) + late(PAID), encoding="utf-8")
    (folder / "then.jsonl").write_text(late(PAID, STAGE), encoding="utf-8")

    def run(day: str, program: str, *arguments: str) -> None:
        command = [sys.executable, "-c", program, *arguments]
        subprocess.run(command, env={**settings, "MESPOINTS_TODAY": day}, cwd=folder, check=True)

    run("2026-11-20", COMMAND, "intake", "first.jsonl")
    run("2026-11-21", LOOK, LATE, CODE)
    run("2026-11-22", COMMAND, "intake", "then.jsonl")
    if version != FIRST_VERSION:  # which had no night
        run("2026-11-22", COMMAND, "nightly")


@contextmanager
def empty_database(name: str) -> Iterator[str]:
    """The address of a database of its own on the server of the tests."""
    parts = urlsplit(os.environ["MESPOINTS_TEST_DATABASE_URL"])
    with psycopg.connect(urlunsplit(parts._replace(path="/postgres")), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        yield urlunsplit(parts._replace(path=f"/{name}"))
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def settings_of(folder: Path) -> dict[str, str]:
    """A demonstration's environment, its register in this folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MESPOINTS_", "DATABASE_"))}
    return {
        **kept, "MESPOINTS_DEMO": "1", "MESPOINTS_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "mespoints.config.settings",
    }  # fmt: skip


def sqlite_dump(version: str) -> str:
    """The SQL of such a register on SQLite."""
    with TemporaryDirectory() as name:
        live(settings_of(Path(name)), Path(name), version)
        with sqlite3.connect(Path(name) / "register.sqlite3") as database:
            return "\n".join(database.iterdump()) + "\n"


def postgresql_dump(version: str) -> str:
    """The same on PostgreSQL, without what only psql understands."""
    with TemporaryDirectory() as name, empty_database("releasing") as url:
        live({**settings_of(Path(name)), "DATABASE_URL": url}, Path(name), version)
        command = ["pg_dump", "--inserts", "--no-owner", "--no-privileges", "--no-comments", "--dbname", url]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return re.sub(r"^(\\.*|--.*|)\n", "", text, flags=re.MULTILINE)


def main() -> None:
    """Write both dumps of a version."""
    version = sys.argv[1]
    RELEASES.mkdir(exist_ok=True)
    for kind, dump in (("sqlite", sqlite_dump), ("postgresql", postgresql_dump)):
        path = RELEASES / f"{version}.{kind}.sql"
        path.write_text(dump(version), encoding="utf-8")
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
