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
    """How fast one core runs plain Python at this moment."""
    began = time.perf_counter()
    for _ in range(SPINS):
        spin()
    return SPINS * SPIN_TURNS / (time.perf_counter() - began)


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
        began = time.perf_counter()
        loaded = load_chunks(chunks_of(lines), recorded_on=ON, processes=given.processes)
        seconds = time.perf_counter() - began
        turns = (before + turns_a_second()) / 2
        assert loaded.licences == given.licences, loaded.refused[:1]
        django.db.connections.close_all()
    rate = loaded.acts / seconds
    show(
        f"Bulk load on {vendor}, {given.processes} processes, {loaded.licences:,} licences, {loaded.acts:,} acts",
        ("what", "seconds", "a second", "turns of the spin loop for each"),
        [
            ("acts", f"{seconds:.1f}", f"{rate:,.0f}", f"{turns / rate:,.0f}"),
            (
                "licences",
                f"{seconds:.1f}",
                f"{loaded.licences / seconds:,.0f}",
                f"{turns * seconds / loaded.licences:,.0f}",
            ),
            ("spin loop, turns", "", f"{turns:,.0f}", ""),
        ],
    )
    figures = {"acts_a_second": rate, "licences": loaded.licences, "acts": loaded.acts, "spin_turns_a_second": turns}
    keep(f"bulk-{vendor}", figures, write=given.write)


if __name__ == "__main__":
    main()
