"""The disk of PostgreSQL full during an intake: a small disk in memory, filled to the last byte, then given room again.

The command says what is the matter, no line is half written, and the same command goes on once there is room. Needs
root, to mount the disk. The log of writes (WAL) is on another one, as it should be; ``disk_of_log_full`` plays it again
without that care.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from drills.feeding import Feeding, missing
from drills.place import Failed, Visitors, place, service_on, tell, verified
from drills.postgresql import Server, server

LICENCES, PEOPLE = 100, 300
DISKS = {False: "60m", True: "160m"}
"""Without the log of writes, and with it."""
KEPT = "SELECT neph FROM register_licence"
HALF = "SELECT count(*) FROM register_licence LEFT JOIN register_account a ON licence_id = id WHERE a IS NULL"
COMPLAINTS = {False: "disque de la base de données est plein", True: "base de données"}
"""What the command says: the disk is full; or, of a server that has given up, that the database is out of reach."""


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[None]:
    """A disk of its own, for the length of a block."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size},mode=755", "drill", str(folder)], check=True)
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


def spend_log(own: Server) -> None:
    """Make the server need new files for its log of writes, which it keeps some of beforehand, until it has no room."""
    for number in range(64):
        try:
            own.ask(f"SELECT pg_logical_emit_message(true, 'drill', '{number}')")
            own.ask("SELECT pg_switch_wal()")
        except psycopg.Error:
            return
    raise Failed("the server still has room for its log of writes")


def fed_on_a_full_disk(own: Server, disk: Path, feeding: Feeding, *, with_log: bool) -> tuple[int, bool]:
    """Fill the disk under the intake, make room once it has complained.

    How many lines it had told by then; whether the server answered nobody any more.
    """
    feeding.start()
    while not feeding.acknowledged:
        time.sleep(0.05)
    fill(disk / "filling")
    if with_log:
        spend_log(own)
    complaint = COMPLAINTS[with_log]
    end = time.monotonic() + 120
    while not any(complaint in message for message in feeding.messages) and time.monotonic() < end:
        time.sleep(0.1)
    told, is_up = feeding.acknowledged, own.is_up
    (disk / "filling").unlink()
    own.start_again_if_down()
    feeding.finish()
    return told, not is_up


def played(title: str, *, with_log: bool) -> int:
    """Fill, make room, tell; the log of writes on the same disk or not."""
    if os.geteuid() != 0:
        raise SystemExit("only root can mount the small disk of this drill")
    with place() as folder, small_disk(folder / "postgresql", DISKS[with_log]):
        log_of_writes = None if with_log else folder / "wal"
        with server(folder / "postgresql", log_of_writes) as own:
            with service_on(own, folder, LICENCES) as crowd, Visitors(crowd) as visitors:
                feeding = Feeding(folder, PEOPLE, seed=7)
                told, is_silent = fed_on_a_full_disk(own, folder / "postgresql", feeding, with_log=with_log)
                back = visitors.until_answered(time.monotonic())
            half = own.ask(HALF)[0][0]
            absent = missing(feeding, own.ask(KEPT), PEOPLE)
            lost = missing(feeding, own.ask(KEPT), told)
            found = verified()
    messages = sorted(set(feeding.messages))
    figures = {
        "lines of the intake": PEOPLE,
        "told before there was room again": told,
        "runs of the intake": len(feeding.statuses),
        "what it said": " / ".join(messages) or "nothing",
        "the server answered nobody by then": is_silent,
        "told, then lost": lost,
        "licences half written": half,
        "lines lost or doubled in the end": absent,
        **visitors.figures(),
        "pages back, s": round(back, 1),
        "verify": f"whole, {found['acts']} acts",
    }
    wrong = {
        "a line was lost, doubled or half written": bool(absent or half or lost),
        "the full disk was not told": not any(COMPLAINTS[with_log] in message for message in messages),
        "an answer that is neither a page nor the clear one": bool(figures["anything else"]),
        "the server went on without its log of writes": with_log and not is_silent,
    }
    return tell(title, figures, wrong)


def main() -> int:
    """With the log of writes elsewhere."""
    return played("The disk of PostgreSQL full under an intake", with_log=False)


if __name__ == "__main__":
    sys.exit(main())
