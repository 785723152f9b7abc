"""Where a drill takes place: a folder, a server, a register of invented people, the real service and its visitors."""

import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Self

import django

from benchmarks.service import free_port, make_crowd
from benchmarks.visitors import Answer, Caller, Crowd, signed_in
from drills.postgresql import Server, server

MESPOINTS = [sys.executable, "-c", "import sys; from mespoints.cli import main; sys.exit(main())"]
SESSIONS = 40
PATIENCE = 2
OUT_OF_REACH = "momentanément indisponible".encode()
START_SECONDS = 60


class Failed(SystemExit):
    """The drill did not come out as it should; its message says what."""


@contextmanager
def place() -> Iterator[Path]:
    """A folder that every user of the machine may cross: the server has its own account."""
    with tempfile.TemporaryDirectory(prefix="mespoints-drill.", dir="/tmp") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def describe(database: str, folder: Path, **more: str) -> None:
    """The settings of a service on this machine, in the environment of this process and of those that it starts."""
    for name in [name for name in os.environ if name.startswith(("MESPOINTS_", "DATABASE_"))]:
        del os.environ[name]
    os.environ |= {
        "MESPOINTS_DEMO": "1", "MESPOINTS_DATA": str(folder / "data-of-the-service"), "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "mespoints.config.settings", "MESPOINTS_PATIENCE": str(PATIENCE),
        "MESPOINTS_SECRET_KEY": "drill-" * 10, "MESPOINTS_PSEUDONYM_KEY": "pseudonym-" * 5, **more,
    }  # fmt: skip


def settle_in(database: str, folder: Path, **more: str) -> None:
    """The same, read by this process; the tables are made."""
    describe(database, folder, **more)
    django.setup()
    from mespoints.config.bootstrap import prepare

    prepare()


def mespoints(*arguments: str, status: int | None = 0, **more: str) -> "subprocess.CompletedProcess[str]":
    """Run a command to its end. Raises Failed unless its status is this one; ``None``: whatever it is."""
    done = subprocess.run(
        [*MESPOINTS, *arguments], env={**os.environ, **more}, capture_output=True, text=True, check=False
    )
    if status is not None and done.returncode != status:
        raise Failed(f"mespoints {' '.join(arguments)}: status {done.returncode}\n{done.stdout}{done.stderr}")
    return done


def verified() -> dict[str, Any]:
    """What ``mespoints verify`` found; raises Failed when something is broken."""
    found: dict[str, Any] = json.loads(mespoints("verify", "--json").stdout)
    if found["broken"] is not None:
        raise Failed(f"verify: {found['broken']}")
    return found


@contextmanager
def served(port: int, processes: int = 2) -> Iterator["subprocess.Popen[str]"]:
    """``mespoints serve`` for the length of a block, once it listens; its log is not looked at."""
    command = [*MESPOINTS, "serve", "--port", str(port), "--processes", str(processes)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as service:
        assert service.stdout is not None
        if "http://" not in service.stdout.readline():
            raise Failed("the service does not start")
        try:
            yield service
        finally:
            service.terminate()


@contextmanager
def service_on(own: Server, folder: Path, licences: int) -> Iterator[Crowd]:
    """A register of that many invented licences, served to its drivers."""
    settle_in(own.url("mespoints"), folder)
    mespoints("generate", "--licences", str(licences), "--load", "--processes", "1")
    port = free_port()
    _number, crowd = make_crowd(f"http://127.0.0.1:{port}", SESSIONS)
    let_go()
    with served(port):
        yield crowd


def let_go() -> None:
    """Close the connections of this process: the server may go away under the service, not under the drill."""
    from django.db import connections

    connections.close_all()


class Seen(NamedTuple):
    """One visit: when it began and how long it took (seconds), the status, whether the page says what it should."""

    at: float
    seconds: float
    status: int
    is_told: bool


class Visitors:
    """Drivers who look at their points again and again, each on a line of its own, and note what they see."""

    def __init__(self, crowd: Crowd, number: int = 4, pause: float = 0.2) -> None:
        self._crowd, self._pause = crowd, pause
        self.seen: list[Seen] = []
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._visit, args=(seed,), daemon=True) for seed in range(number)]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _visit(self, seed: int) -> None:
        """Until the drill is over. A visit that is not answered at all has status 0."""
        chance = random.Random(seed)
        while not self._over.is_set():
            at = time.monotonic()
            answer = look(self._crowd, chance)
            told = answer.status == 200 or (answer.status == 503 and OUT_OF_REACH in answer.body)
            self.seen.append(Seen(at, time.monotonic() - at, answer.status, told))
            time.sleep(self._pause)

    def until_answered(self, since: float, seconds: float = START_SECONDS) -> float:
        """Wait for a visit that began after this instant and was answered; how long it took to come."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            back = [one.at + one.seconds for one in list(self.seen) if one.at >= since and one.status == 200]
            if back:
                return min(back) - since
            time.sleep(0.05)
        raise Failed("the pages did not come back by themselves")

    def figures(self) -> dict[str, object]:
        """How many visits were answered, told that the register is out of reach, or neither; the longest."""
        told = [one for one in self.seen if one.is_told]
        pages = sum(one.status == 200 for one in told)
        return {
            "visits": len(self.seen),
            "pages": pages,
            "clear page 503": len(told) - pages,
            "anything else": len(self.seen) - len(told),
            "longest answer, s": round(max(one.seconds for one in self.seen), 1),
        }


def look(crowd: Crowd, chance: Any) -> Answer:
    """One driver looks at the balance."""
    try:
        return Caller(crowd.service).call("/mes-points/", signed_in(crowd, chance))
    except OSError:
        return Answer(0, "", b"", ())


def tell(title: str, figures: Mapping[str, object], wrong: Mapping[str, bool]) -> int:
    """Print the figures, and what did not come out as it should; the status of the drill."""
    print(title)
    width = max(map(len, figures))
    for name, figure in figures.items():
        print(f"  {name.ljust(width)}  {figure}")
    found = [name for name, is_so in wrong.items() if is_so]
    print(f"  {'FAILED: ' + ', '.join(found) if found else 'as it should be'}\n", flush=True)
    return 1 if found else 0


@contextmanager
def drilled(licences: int = 200) -> Iterator[tuple[Server, Path, Crowd]]:
    """A folder, a server of its own and the service on it."""
    with place() as folder, server(folder / "postgresql") as own, service_on(own, folder, licences) as crowd:
        yield own, folder, crowd
