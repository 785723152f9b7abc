"""The whole on a real PostgreSQL server: tables made, a register loaded, the pages served, a driver signed in."""

import json
import os
import re
import signal
import subprocess
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

import psycopg
import pytest
from psycopg import sql

from tests.cli.test_service import MESPOINTS, environment

SERVER = os.environ.get("MESPOINTS_TEST_DATABASE_URL", "")
DATABASE = f"served_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"

pytestmark = pytest.mark.skipif(not SERVER, reason="needs a PostgreSQL server (setup/with-postgresql)")


@pytest.fixture
def database() -> Iterator[str]:
    """The address of an empty database of its own."""
    url = urlsplit(SERVER)
    with psycopg.connect(url._replace(path="/postgres").geturl(), autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))
        yield url._replace(path=f"/{DATABASE}").geturl()
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(DATABASE)))


def sign_in(browser: OpenerDirector, address: str, neph: str, code: str) -> tuple[int, int, str, str]:
    """The statuses of the sign-in page and of the page it leads to; the address and the text of that one."""
    with browser.open(f"{address}connexion/", timeout=30) as page:
        door, token = page.status, re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.read().decode())
    assert token is not None
    fields = urlencode({"csrfmiddlewaretoken": token[1], "neph": neph, "code": code}).encode()
    with browser.open(f"{address}connexion/neph/", fields, timeout=60) as page:
        return door, page.status, urlsplit(page.url).path, page.read().decode()


def test_a_driver_is_served_from_postgresql(database: str, tmp_path: Path) -> None:
    """Three invented people are loaded by two processes; one of them signs in with the file number and the code."""
    settings = {**environment(tmp_path), "DATABASE_URL": database}
    people = tmp_path / "people.jsonl"
    wanted = [*MESPOINTS, "generate", "--licences", "3", "--on", "2026-06-30", "--codes", "-o", str(people)]
    load = [*MESPOINTS, "load", str(people), "--processes", "2"]
    for command in (wanted, load):
        subprocess.run(command, env=settings, check=True, capture_output=True)
    person = json.loads(people.read_text(encoding="utf-8").splitlines()[1])
    neph, code = person["dossier"]["licence"]["neph"], person["holder"]["code"]

    with subprocess.Popen(
        [*MESPOINTS, "serve", "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=settings
    ) as service:
        assert service.stdout is not None
        address = service.stdout.readline().strip()
        browser = build_opener(HTTPCookieProcessor(CookieJar()))
        door, status, path, text = sign_in(browser, address, neph, code)
        service.send_signal(signal.SIGTERM)
        _, errors = service.communicate(timeout=30)
    with psycopg.connect(database) as connection:
        licences = connection.execute("SELECT COUNT(*) FROM register_licence JOIN register_account ON licence_id = id")
        looks = connection.execute("SELECT neph FROM register_access JOIN register_licence l ON licence_id = l.id")

        assert (200, 200, "/mes-points/") == (door, status, path)
        assert "/deconnexion/" in text
        assert (0, "") == (service.returncode, errors)
        assert (3,) == licences.fetchone()
        assert [(neph,)] == looks.fetchall()


@pytest.mark.django_db
def test_who_starts_together_makes_the_tables_one_after_the_other() -> None:
    """Whoever makes them holds a lock of the database, which the next one waits for."""
    from django.db import connection

    from mespoints.config.bootstrap import STARTING, one_at_a_time

    with psycopg.connect(**connection.get_connection_params(), autocommit=True) as other:
        tried = []
        with one_at_a_time():
            tried += other.execute("SELECT pg_try_advisory_lock(%s)", [STARTING]).fetchone() or ()
        tried += other.execute("SELECT pg_try_advisory_lock(%s)", [STARTING]).fetchone() or ()

    assert [False, True] == tried


def test_a_register_comes_back_from_its_copy(database: str, tmp_path: Path) -> None:
    """Copied by pg_dump, lost, brought back: verified whole; never over a register that is there."""
    settings = {**environment(tmp_path), "DATABASE_URL": database}
    copy = str(tmp_path / "register.copy")
    for command in (["generate", "--licences", "3", "--load"], ["backup", "-o", copy]):
        subprocess.run([*MESPOINTS, *command], env=settings, check=True, capture_output=True)
    refused = subprocess.run([*MESPOINTS, "restore", copy], env=settings, check=False, capture_output=True, text=True)
    with psycopg.connect(database, autocommit=True) as lost:
        lost.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    restored = subprocess.run(
        [*MESPOINTS, "restore", copy, "--json"], env=settings, check=False, capture_output=True, text=True
    )

    assert (2, True) == (refused.returncode, "la base contient déjà des permis" in refused.stderr)
    assert (0, "") == (restored.returncode, restored.stderr)
    assert '"licences": 3' in restored.stdout
