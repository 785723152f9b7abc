"""The disk of PostgreSQL full during an intake: a small disk in memory, filled to the last byte, then given room again.

The command says what is the matter, no line is half written, and the same command goes on once there is room. Needs
root, to mount the disk. The log of writes (WAL) is on another one, as it should be: PostgreSQL cannot live without it.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from drills.feeding import Feeding, missing
from drills.place import Visitors, place, service_on, tell, verified
from drills.postgresql import Server, server

DISK, LICENCES, PEOPLE = "60m", 100, 300
KEPT = "SELECT neph FROM register_licence"
HALF = "SELECT count(*) FROM register_licence LEFT JOIN register_account a ON licence_id = id WHERE a IS NULL"
FULL = "disque de la base de données est plein"


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """A disk of its own, for the length of a block."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK},mode=755", "drill", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


def fill(path: Path) -> None:
    """Write until there is no room at all."""
    with path.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                continue


def fed_on_a_full_disk(own: Server, disk: Path, feeding: Feeding) -> tuple[int, float]:
    """Fill the disk under the intake, make room once it has complained; how many lines it had told by then."""
    feeding.start()
    while not feeding.acknowledged:
        time.sleep(0.05)
    fill(disk / "filling")
    end = time.monotonic() + 120
    while not any(FULL in message for message in feeding.messages) and time.monotonic() < end:
        time.sleep(0.1)
    told = feeding.acknowledged
    (disk / "filling").unlink()
    room = time.monotonic()
    own.start_again_if_down()
    feeding.finish()
    return told, time.monotonic() - room


def main() -> int:
    """Fill, make room, tell."""
    if os.geteuid() != 0:
        raise SystemExit("only root can mount the small disk of this drill")
    with place() as folder, small_disk(folder / "postgresql"), server(folder / "postgresql", folder / "wal") as own:
        with service_on(own, folder, LICENCES) as crowd, Visitors(crowd) as visitors:
            feeding = Feeding(folder, PEOPLE, seed=7)
            told, _seconds = fed_on_a_full_disk(own, folder / "postgresql", feeding)
            back = visitors.until_answered(time.monotonic())
        half = own.ask(HALF)[0][0]
        absent = missing(feeding, own.ask(KEPT), PEOPLE)
        found = verified()
    messages = sorted(set(feeding.messages))
    figures = {
        "lines of the intake": PEOPLE,
        "told before there was room again": told,
        "runs of the intake": len(feeding.statuses),
        "what it said": messages[0] if messages else "nothing",
        "licences half written": half,
        "lines lost or doubled in the end": absent,
        **visitors.figures(),
        "pages back, s": round(back, 1),
        "verify": f"whole, {found['acts']} acts",
    }
    wrong = {
        "a line was lost, doubled or half written": bool(absent or half),
        "the full disk was not told": not any(FULL in message for message in messages),
        "an answer that is neither a page nor the clear one": bool(figures["anything else"]),
    }
    return tell("The disk of PostgreSQL full under an intake", figures, wrong)


if __name__ == "__main__":
    sys.exit(main())
