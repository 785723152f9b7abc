"""A register that each released version made, kept as SQL, is brought up to date and verifies clean."""

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from tests.register.releasing import RELEASES, empty_database, settings_of

NEW = """
from mespoints.config.bootstrap import prepare
prepare()
from datetime import date
from mespoints.register.ledger import append_acts
from mespoints.register.models import Act, Licence, Movement, OwedLetter, Payload
from mespoints.register.triggers import GUARDS
from mespoints.register.verification import verify
checked = verify()
assert checked.broken is None, checked.broken
assert Payload.objects.count() == checked.acts == Act.objects.count()
assert OwedLetter.objects.count() == Movement.objects.exclude(letter="").count() > 0
print(checked.licences, checked.acts, checked.movements)
for licence in Licence.objects.all():
    lost = {"act": "title_lost", "id": "t", "on": "2026-11-20"}
    append_acts(licence, [lost], recorded_on=date(2026, 11, 23), source="")
checked = verify()
assert checked.broken is None, checked.broken
from django.db import connection
guarded, kept = [], []
for table in GUARDS:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {table}")
        if cursor.fetchone() == (0,):
            continue
        kept.append(table)
        try:
            cursor.execute(f"DELETE FROM {table}")
        except Exception as error:
            guarded += [table] if "is append-only" in str(error) else []
assert guarded == kept, (guarded, kept)
print(" ".join(sorted(guarded)))
"""
KEPT = ("register_access", "register_act", "register_movement", "register_owedletter", "register_payload")
"""The tables that only grow, and that hold something once a register of the first version is brought up to date."""
VERSIONS = sorted({path.name.rpartition(".")[0].rpartition(".")[0] for path in RELEASES.glob("*.sql")})


def load(text: str, environment: dict[str, str]) -> tuple[int, int, int]:
    """Bring a dump into an empty database; how many licences, acts and movements it holds."""
    counts = (
        "SELECT (SELECT count(*) FROM {0}licence), (SELECT count(*) FROM {0}act), (SELECT count(*) FROM {0}movement)"
    )
    if "DATABASE_URL" in environment:
        with psycopg.connect(environment["DATABASE_URL"]) as server:
            server.execute(text)  # type: ignore[call-overload]
            return server.execute(counts.format("public.register_")).fetchone()
    with closing(sqlite3.connect(Path(environment["MESPOINTS_DATA"]) / "register.sqlite3")) as database:
        database.executescript(text)
        return database.execute(counts.format("register_")).fetchone()


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of an empty database: a file, or one more on the server of the tests."""
    if "MESPOINTS_TEST_DATABASE_URL" not in os.environ:
        yield settings_of(tmp_path)
        return
    with empty_database(f"upgrade_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}") as url:
        yield {**settings_of(tmp_path), "DATABASE_URL": url}


@pytest.mark.parametrize("version", VERSIONS)
def test_a_register_of_each_version_is_brought_up_to_date(version: str, environment: dict[str, str]) -> None:
    """Nothing is lost: as many licences, acts and movements, all chained, every letter owed; and life goes on."""
    kind = "postgresql" if "DATABASE_URL" in environment else "sqlite"
    before = load((RELEASES / f"{version}.{kind}.sql").read_text(encoding="utf-8"), environment)
    new = subprocess.run([sys.executable, "-c", NEW], env=environment, capture_output=True, text=True, check=False)
    after, guarded = new.stdout.splitlines() if new.returncode == 0 else ("", "")

    assert 0 == new.returncode, new.stderr
    assert min(before) > 5
    assert " ".join(map(str, before)) == after
    assert set(KEPT) <= set(guarded.split())


def test_each_version_of_the_changelog_has_its_registers() -> None:
    """One for each database; a version is released with them."""
    changelog = (Path(__file__).parents[2] / "CHANGELOG.md").read_text(encoding="utf-8")
    released = re.findall(r"^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}$", changelog, re.MULTILINE)
    expected = {f"{version}.{kind}.sql" for version in released for kind in ("sqlite", "postgresql")}

    assert released
    assert expected == {path.name for path in RELEASES.glob("*.sql")}
