"""A night with as many licences due, in a register and in one ten times larger: the cost follows what is due."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from datetime import date

from benchmarks.measure import keep, show

NIGHT = date(2024, 9, 1)
ACT = {
    "act": "offence", "id": "i1", "class": "c3", "points": 1, "committed_on": "2024-01-20", "final_on": "2024-03-01",
    "final_by": "paiement",
}  # fmt: skip
LICENCE = """
INSERT INTO register_licence (id, neph, holder_id, obtained_on, probation, territory, "foreign", recorded_on)
VALUES (%s, %s, %s, '1996-05-06', 'none', 'metropole', 0, '2024-01-01')
"""
ACCOUNT = """
INSERT INTO register_account (licence_id, balance, signed_balance, ceiling, status, next_on)
VALUES (%s, 12, 12, 12, 'valid', %s)
"""
"""Licences at 12 points, most of which nothing waits for; one in ten has a later day."""


def fill(licences: int, due: int) -> None:
    """A register of so many licences; one point of the first ones comes back on the night."""
    from django.db import connection, transaction

    from mespoints.register.books import open_books
    from mespoints.register.ledger import Origin, append
    from mespoints.register.models import Holder
    from mespoints.register.writing import in_chunks, write_books

    holder = Holder.objects.create(family_name="M", given_names=["C"], birth_date="1975-04-02", address=[])
    with transaction.atomic(), connection.cursor() as cursor:
        opened = [(n, f"{n:012d}", holder.pk) for n in range(1, licences + 1)]
        cursor.executemany(LICENCE, opened)
        later = [(n, None if n % 10 else "2026-03-01") for n in range(due + 1, licences + 1)]
        cursor.executemany(ACCOUNT, later)
    for pks in in_chunks(range(1, due + 1), 500):
        with transaction.atomic():
            books = open_books(pks)
            for book in books.values():
                append(book, [dict(ACT)], Origin("bench", "", date(2024, 3, 4)))
            write_books(books.values())


def measure(licences: int, due: int) -> float:
    """The seconds that the night takes, in this process, on a register of its own."""
    from mespoints.config.bootstrap import prepare

    prepare()
    from mespoints.register.nightly import run_night

    fill(licences, due)
    start = time.perf_counter()
    night = run_night(NIGHT)
    seconds = time.perf_counter() - start
    assert (night.licences, night.movements["one_point"]) == (due, due)
    return seconds


def in_own_process(licences: int, due: int) -> float:
    """The same, in a process and a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "MESPOINTS_DEMO": "1", "MESPOINTS_DATA": folder, "DATABASE_URL": ""}
        command = [sys.executable, "-m", "benchmarks.nightly", "--one", str(licences), "--due", str(due)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> None:
    """Both registers, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--licences", type=int, default=20_000, help="in the larger register (default 20,000)")
    parser.add_argument("--due", type=int, default=400, help="licences whose day has come (default 400)")
    parser.add_argument("--write", action="store_true", help="keep the figures in benchmarks/results/")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        sys.stdout.write(f"{measure(options.one, options.due)}\n")
        return
    seconds = {size: in_own_process(size, options.due) for size in (options.licences // 10, options.licences)}
    small, large = seconds.values()
    rows = [(f"{size:,} licences", f"{taken:.2f}") for size, taken in seconds.items()]
    show(f"Nightly run, {options.due:,} due", ("register", "seconds"), [*rows, ("ratio", f"{large / small:.2f}")])
    keep("nightly", {"due": options.due, "seconds": seconds, "ratio": large / small}, write=options.write)


if __name__ == "__main__":
    main()
