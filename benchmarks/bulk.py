"""How many acts a second the bulk load takes in, generated or read, folded, chained and written, by all the cores."""

import argparse
import os
import tempfile
import time
from datetime import date

import django
from django.core.management import call_command

from benchmarks.measure import SPIN_TURNS, keep, show, spin

ON = date(2026, 6, 30)
SEED = 2026
SPINS = 20


def turns_a_second() -> float:
    """How many turns a second of processor time runs at this moment: a busy machine gives less of it, not slower."""
    began = time.process_time()
    for _ in range(SPINS):
        spin()
    return SPINS * SPIN_TURNS / (time.process_time() - began)


def processor_time() -> float:
    """The seconds of processor time taken so far by this process and by those that it started and that ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def options() -> argparse.Namespace:
    """How many licences, by how many processes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--licences", type=int, default=10_000)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--write", action="store_true", help="keep the figures in benchmarks/results/")
    return parser.parse_args()


def prepare(folder: str) -> str:
    """An empty register: the PostgreSQL database of DATABASE_URL, or a SQLite file in a new folder; which it is."""
    os.environ |= {"MESPOINTS_DEMO": "1", "MESPOINTS_DATA": folder}
    os.environ["DJANGO_SETTINGS_MODULE"] = "mespoints.config.settings"
    django.setup()
    call_command("migrate", verbosity=0)
    vendor: str = django.db.connection.vendor
    return vendor


def main() -> None:
    """The lines of invented people, from memory into an empty register; the spin loop before and after."""
    given = options()
    with tempfile.TemporaryDirectory() as folder:
        vendor = prepare(folder)
        from mespoints.intake.bulk import chunks_of, load_chunks
        from mespoints.intake.generator.people import lines_of

        lines = list(lines_of(SEED, range(given.licences), ON))
        before = turns_a_second()
        began, spent = time.perf_counter(), processor_time()
        loaded = load_chunks(chunks_of(lines), recorded_on=ON, processes=given.processes)
        seconds, spent = time.perf_counter() - began, processor_time() - spent
        turns = (before + turns_a_second()) / 2
        assert loaded.licences == given.licences, loaded.refused[:1]
        django.db.connections.close_all()
    show(
        f"Bulk load on {vendor}, {given.processes} processes, {loaded.licences:,} licences in {seconds:.1f} s",
        ("what", "how many", "a second", "a second of processor", "turns of the spin loop for each"),
        [
            (name, f"{count:,}", f"{count / seconds:,.0f}", f"{count / spent:,.0f}", f"{turns * spent / count:,.0f}")
            for name, count in (("acts", loaded.acts), ("licences", loaded.licences))
        ],
    )
    figures = {"licences": loaded.licences, "acts": loaded.acts, "seconds": seconds, "processor_seconds": spent}
    keep(f"bulk-{vendor}", {**figures, "spin_turns_a_second": turns}, write=given.write)


if __name__ == "__main__":
    main()
