"""``kill -9`` of a writer of SQLite, and of a PostgreSQL server under load: nothing acknowledged is lost.

Five moments of each here; ``MESPOINTS_KILLS`` asks for more.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.registers import begin

KILLS = os.environ.get("MESPOINTS_KILLS", "5")
ROOT = Path(__file__).parents[2]
WRITING = [sys.executable, "-m", "tests.register.writing_until_killed", KILLS]


def settings(folder: Path, **more: str) -> dict[str, str]:
    """The environment of a register of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MESPOINTS_", "DATABASE_"))}
    return {**kept, "MESPOINTS_DEMO": "1", "MESPOINTS_DATA": str(begin(folder)), **more}


def newest_server() -> Path | None:
    """Where the programs of the newest PostgreSQL of this machine are."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).resolve().parent if on_path else None


@pytest.fixture
def server() -> Iterator[tuple[Path, list[str]]]:
    """The folder of a server that runs, and the command that starts it again: its own, on a socket alone."""
    programs = newest_server()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed")
    folder = Path(tempfile.mkdtemp(prefix="mespoints-kills.", dir="/tmp"))
    as_postgres = []
    if os.geteuid() == 0:  # which PostgreSQL refuses
        shutil.chown(folder, "postgres")
        as_postgres = ["runuser", "-u", "postgres", "--"]
    data, quiet = folder / "data", {"check": True, "capture_output": True, "cwd": "/"}
    made = [*as_postgres, str(programs / "initdb"), "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8"]
    subprocess.run([*made, "--locale=C.UTF-8"], **quiet)
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}'"
    start = [*as_postgres, str(programs / "pg_ctl"), "start", "-w", "-D", str(data), "-l", str(folder / "log")]
    start += ["-o", options]
    subprocess.run(start, **quiet)
    yield data, start
    subprocess.run([*as_postgres, str(programs / "pg_ctl"), "stop", "-D", str(data), "-m", "immediate"], **quiet)
    shutil.rmtree(folder)


def check(done: "subprocess.CompletedProcess[str]") -> None:
    """Each round ended whole, and the writers were really at work."""
    assert 0 == done.returncode, done.stdout + done.stderr
    rounds, acknowledged = map(int, done.stdout.split())

    assert int(KILLS) == rounds
    assert rounds < acknowledged


@pytest.mark.own_database
def test_a_writer_of_sqlite_killed_at_any_moment(tmp_path: Path) -> None:
    """Every act that it acknowledged is there, verify is clean, no letter is owed twice."""
    check(subprocess.run(WRITING, cwd=ROOT, env=settings(tmp_path), capture_output=True, text=True, check=False))


@pytest.mark.own_database
def test_a_server_of_postgresql_killed_at_any_moment(tmp_path: Path, server: tuple[Path, list[str]]) -> None:
    """The same, once it was started again."""
    data, start = server
    url = f"postgresql://postgres@/postgres?host={data.parent}"
    environment = settings(tmp_path, DATABASE_URL=url)
    check(
        subprocess.run(
            [*WRITING, str(data), *start], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
    )
