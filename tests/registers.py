"""Empty registers to start from, their tables made: the migrations run once for all the processes that tests start."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import django

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "var" / "empty"
"""What each source makes, by its digest; what none used for a day is thrown away."""

A_DAY = 86_400

MAKE = "from mespoints.config.bootstrap import prepare; prepare()"


def begin(folder: Path) -> Path:
    """Give a folder an empty register of SQLite, unless it has one; the folder."""
    path = folder / "register.sqlite3"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(empty_register(), path)
    return folder


@cache
def empty_register() -> Path:
    """The SQLite file of a register in which nobody is. Whoever runs tests beside us waits for it."""
    path = KEPT / digest() / "register.sqlite3"
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            for old in KEPT.iterdir():
                if old.is_dir() and old.stat().st_mtime < time.time() - A_DAY:
                    shutil.rmtree(old)
            make(KEPT / "unfinished")
            (KEPT / "unfinished").rename(path.parent)
    return path


def digest() -> str:
    """What the tables are made from: every module of the source, and Django."""
    found = hashlib.sha256(django.__version__.encode())
    for path in sorted((ROOT / "src").rglob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()[:16]


def make(folder: Path) -> None:
    """A register made as an operator makes one, by the migrations."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MESPOINTS_", "DATABASE_"))}
    environment = {**kept, "MESPOINTS_DEMO": "1", "MESPOINTS_DATA": str(folder)}
    subprocess.run([sys.executable, "-c", MAKE], env=environment, check=True)
