"""A server of PostgreSQL for one drill: killed, frozen, started again at will."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from benchmarks.processes import children_of
from benchmarks.service import free_port

START_SECONDS = 30.0
AS_POSTGRES = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
"""PostgreSQL refuses to run as root."""


def programs() -> Path:
    """Where the programs of the newest PostgreSQL of this machine are. Raises SystemExit where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    if not found and not on_path:
        raise SystemExit("no PostgreSQL server is installed (setup/system says how)")
    return found[-1].parent if found else Path(on_path or "").resolve().parent


def quietly(command: list[str], *, check: bool = True) -> int:
    """Run a program that has nothing to say; its status."""
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd="/", stdin=subprocess.DEVNULL)
    if check and done.returncode:
        raise SystemExit(f"{command[len(AS_POSTGRES)]}: {done.stdout}{done.stderr}")
    return done.returncode


class Server:
    """One server, on a port of this machine alone."""

    def __init__(self, folder: Path, port: int, log_of_writes: Path | None = None) -> None:
        self.folder, self.port = folder, port
        self.data = folder / "data"
        if AS_POSTGRES:
            shutil.chown(folder, "postgres")
        made = [str(programs() / "initdb"), "-D", str(self.data), "-U", "postgres", "-A", "trust", "-E", "UTF8"]
        if log_of_writes is not None:
            made += ["-X", str(log_of_writes)]
        quietly([*AS_POSTGRES, *made, "--locale=C.UTF-8"])

    def start(self) -> None:
        """Start it; the children of one that was killed take a moment to see that it is gone."""
        options = f"-c listen_addresses=127.0.0.1 -c port={self.port} -c unix_socket_directories={self.folder}"
        command = [*AS_POSTGRES, str(programs() / "pg_ctl"), "start", "-w", "-D", str(self.data)]
        command += ["-l", str(self.folder / "log"), "-o", f"{options} -c max_connections=60"]
        end = time.monotonic() + START_SECONDS
        while quietly(command, check=time.monotonic() > end):
            time.sleep(0.25)

    @property
    def is_up(self) -> bool:
        """Whether it answers."""
        try:
            return bool(self.ask("SELECT 1"))
        except psycopg.Error:
            return False

    def start_again_if_down(self) -> None:
        """Start it where it gave up by itself, as it does when its disk is too full to write what it must."""
        if quietly([*AS_POSTGRES, str(programs() / "pg_ctl"), "status", "-D", str(self.data)], check=False):
            self.start()

    def kill(self) -> None:
        """``kill -9`` of the first process: nothing is written, nothing is said to anybody."""
        os.kill(self.pid, signal.SIGKILL)

    def stop(self) -> None:
        """Stop it for good, if it runs."""
        quietly(
            [*AS_POSTGRES, str(programs() / "pg_ctl"), "stop", "-D", str(self.data), "-m", "immediate"], check=False
        )

    def freeze(self, *, thaw: bool = False) -> None:
        """Stop every process of it where it stands, or let them go on: connections stay, and nothing answers."""
        for pid in [self.pid, *children_of(self.pid)]:
            os.kill(pid, signal.SIGCONT if thaw else signal.SIGSTOP)

    @property
    def pid(self) -> int:
        """Its first process."""
        return int((self.data / "postmaster.pid").read_text(encoding="ascii").split()[0])

    def url(self, database: str = "postgres", port: int = 0) -> str:
        """The address of one of its databases."""
        return f"postgresql://postgres@127.0.0.1:{port or self.port}/{database}"

    def ask(self, statement: str, *, database: str = "mespoints") -> list[tuple[object, ...]]:
        """The rows that a statement gives, on a connection of its own."""
        with psycopg.connect(self.url(database), autocommit=True, connect_timeout=5) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []


@contextmanager
def server(folder: Path, log_of_writes: Path | None = None) -> Iterator[Server]:
    """A server with an empty database ``mespoints``, for the length of a block; its WAL on another disk, if told so."""
    folder.mkdir(parents=True, exist_ok=True)
    if log_of_writes is not None:
        log_of_writes.mkdir()
        if AS_POSTGRES:
            shutil.chown(log_of_writes, "postgres")
    made = Server(folder, free_port(), log_of_writes)
    made.start()
    try:
        made.ask("CREATE DATABASE mespoints", database="postgres")
        yield made
    finally:
        made.stop()
