"""A country replayed, licences a second: plain Python, compiled on one core and on two, SQL for what it can do.

SQL sums the points of each licence, without limits, returns, probations or losses: no answer, a floor. A plain sum over
the same columns is what memory allows at most. Then start-up, and growth with the number of licences, from a file to a
file: the same invented licences over and over, under other numbers.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from benchmarks.measure import SPIN_TURNS, keep, show, spin, take_turns
from mespoints.law.acts import Dossier
from mespoints.law.days import NEVER, day_of
from mespoints.law.forecast import first_coming
from mespoints.law.memory import TOTAL
from mespoints.law.play import play
from mespoints.law.statement import status_on
from mespoints.national.batch import Engine
from mespoints.national.columns import SCHEMA, licences_in
from mespoints.national.compiling import compiled_fold
from mespoints.national.dossiers import dossier_of, renumbered
from mespoints.national.plain import question
from mespoints.national.reading import whole_batches
from mespoints.national.replaying import replay
from mespoints.national.synthesis import LICENCES_A_BLOCK, block_of
from mespoints.national.writing import grouped_file

ON = day_of(2025, 12, 31)
ASKED = question(ON, NEVER, strict=False)
SAMPLE = LICENCES_A_BLOCK
PLAIN_SAMPLE = 2000
COPIES = 4
SIZES = [100_000, 1_000_000, 10_000_000]
CACHE = Path("var/compiled").resolve()
START = "from pathlib import Path; from mespoints.national.compiling import compiled_fold; compiled_fold({})"
SQL = "SELECT licence, 12 - SUM(points) FROM acts WHERE kind = 12 AND day <= {} GROUP BY licence"


def main() -> None:
    """All of it, in one run; the sizes of the growth can be given."""
    import argparse

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="measured rounds (default 5)")
    parser.add_argument("--write", action="store_true", help="keep the figures in benchmarks/results/")
    parser.add_argument(
        "--licences", type=int, nargs="*", default=[100_000, 1_000_000, 10_000_000], help="the sizes of the growth"
    )
    options = parser.parse_args()
    engine = Engine(compiled_fold(CACHE))
    speeds = compare_engines(engine, options.rounds)
    starts = compare_starts()
    blocks = sample(engine)
    growth = [grow(engine, blocks, count) for count in options.licences]
    show(
        "A file read, replayed on every core, and written",
        ("licences", "seconds", "a second", "rows", "MB of the process at most"),
        [(f"{n:,}", f"{s:.1f}", f"{n / s:,.0f}", f"{rows:,}", f"{peak:,.0f}") for n, s, rows, peak in growth],
    )
    tell_aims(engine, blocks, speeds, starts, growth)
    keep("national", {"a_second": speeds, "start_seconds": starts, "growth": growth}, write=options.write)


def sample(engine: Engine) -> list[pa.RecordBatch]:
    """Some blocks of the invented country, in memory."""
    return [block_of(1, number, SAMPLE, ON, engine) for number in range(COPIES)]


def compare_engines(engine: Engine, rounds: int) -> dict[str, float]:
    """Licences a second of every side, and how many times as many as plain Python."""
    blocks = sample(engine)
    few = [dossier_of(renumbered(facts)) for _, facts in licences_in(blocks[0].slice(0, 3 * PLAIN_SAMPLE))]
    sides: dict[str, tuple[int, Callable[[], object]]] = {
        "plain Python, one core": (len(few), lambda: [in_plain_python(one) for one in few]),
        "compiled, one core": (SAMPLE * COPIES, lambda: [engine.answer(one, ASKED).balances for one in blocks]),
        "compiled, two cores": (SAMPLE * COPIES, lambda: in_threads(engine, blocks)),
        "a sum over the same columns, one core": (SAMPLE * COPIES, lambda: [summed(one) for one in blocks]),
        **sql_sides(blocks),
    }
    timings = take_turns({"spin loop": spin, **{name: run for name, (_, run) in sides.items()}}, rounds)
    speeds = {name: count / timings[name].median for name, (count, _) in sides.items()}
    best = {name: count / timings[name].least for name, (count, _) in sides.items()}
    reference = speeds["plain Python, one core"]
    rows = sum(len(one) for one in blocks) / (SAMPLE * COPIES)
    size = sum(one.nbytes for one in blocks) / (SAMPLE * COPIES)
    turns = SPIN_TURNS / timings["spin loop"].median
    show(
        f"Balances, statuses, next days; {rows:.2f} rows, {size:.0f} bytes a licence; {turns:,.0f} spin turns a second",
        ("what", "a second, median", "a second, best", "times plain Python"),
        [(name, f"{speeds[name]:,.0f}", f"{best[name]:,.0f}", f"{speeds[name] / reference:.1f}") for name in sides],
    )
    return speeds


def in_plain_python(dossier: Dossier) -> tuple[int, str, int]:
    """The same answer from a parsed dossier."""
    memory = play(dossier, ON, strict=False).memory
    coming = first_coming(dossier, memory, ON)
    return memory.state[TOTAL], status_on(dossier, memory, ON), coming[0].day if coming else 0


def in_threads(engine: Engine, blocks: list[pa.RecordBatch]) -> list[Any]:
    """The blocks by two threads."""
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda one: engine.answer(one, ASKED).balances, blocks))


def summed(block: pa.RecordBatch) -> int:
    """Every byte of the columns read once: what memory allows at most."""
    return sum(int(column.to_numpy().sum()) for column in block.columns)


def sql_sides(blocks: list[pa.RecordBatch]) -> dict[str, tuple[int, Callable[[], object]]]:
    """DuckDB and Polars on every core, when they are installed (the extra ``bench``)."""
    sides: dict[str, tuple[int, Callable[[], object]]] = {}
    acts, count = pa.Table.from_batches(blocks, SCHEMA), SAMPLE * len(blocks)
    if find_spec("duckdb"):
        import duckdb

        sides["DuckDB, sums alone"] = (count, lambda: duckdb.sql(SQL.format(ON)).arrow() if len(acts) else None)
    if find_spec("polars"):
        import polars

        frame = polars.from_arrow(acts)
        assert isinstance(frame, polars.DataFrame)
        decided = (polars.col("kind") == 12) & (polars.col("day") <= ON)
        summing = 12 - polars.col("points").cast(polars.Int64).sum()
        sides["Polars, sums alone"] = (
            count,
            lambda: frame.lazy().filter(decided).group_by("licence").agg(summing).collect(),
        )
    if not sides:
        print("DuckDB and Polars are not installed: pip install 'duckdb>=1.4' 'polars>=1.30'\n")
    return sides


def compare_starts() -> dict[str, float]:
    """Seconds from start to a fold that is ready: with what was compiled before, and without."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, cache in (("compiling", f"Path({folder!r})"), ("compiled before", f"Path({folder!r})")):
            started = time.perf_counter()
            subprocess.run([sys.executable, "-c", START.format(cache)], check=True)
            found[name] = time.perf_counter() - started
    show("Start-up", ("what", "seconds"), [(name, f"{seconds:.1f}") for name, seconds in found.items()])
    return found


def grow(engine: Engine, blocks: list[pa.RecordBatch], count: int) -> tuple[int, float, int, float]:
    """Licences, seconds, rows, and the peak memory of this process so far in MB: the sizes go up."""
    with tempfile.TemporaryDirectory() as folder:
        acts, balances = Path(folder) / "acts.parquet", Path(folder) / "balances.parquet"
        with grouped_file(acts, SCHEMA) as file:
            for turn in range(count // SAMPLE):
                block = blocks[turn % len(blocks)]
                file.write(block.set_column(0, SCHEMA.field(0), renumbering(block, turn)))
        started = time.perf_counter()
        done = replay(whole_batches(acts), balances, ASKED, engine)
        seconds = time.perf_counter() - started
    return done.licences, seconds, done.rows, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def tell_aims(
    engine: Engine, blocks: list[pa.RecordBatch], speeds: dict[str, float], starts: dict[str, float],
    growth: list[tuple[int, float, int, float]],
) -> None:  # fmt: skip
    """One line an aim. A second of processor is told too: on a machine that others use, it alone can be compared."""
    wall, processor = time.perf_counter(), time.process_time()
    in_threads(engine, blocks)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    count = SAMPLE * COPIES
    times = speeds["compiled, one core"] / speeds["plain Python, one core"]
    had = f"{count / processor:,.0f} for each second of processor, of which it had {processor / wall:.2f} a second"
    show(
        "The aims",
        ("what", "found", "aim"),
        [
            ("licences a second on two cores", f"{speeds['compiled, two cores']:,.0f}", "2,000,000; 5,000,000"),
            ("two threads, licences", had, ""),
            ("compiled, times plain Python on one core", f"{times:.0f}", "50; 100"),
            ("start, compiled before, seconds", f"{starts['compiled before']:.1f}", "3"),
            ("start, nothing compiled, seconds", f"{starts['compiling']:.1f}", "60"),
            (f"{growth[-1][0]:,} licences, MB", f"{growth[-1][3]:,.0f}", "4,096"),
        ],
    )


def renumbering(block: pa.RecordBatch, turn: int) -> pa.Array:
    """The numbers of the licences of a block, moved to its turn."""
    return pc.add(block["licence"], turn * SAMPLE + 1 - block["licence"][0].as_py())


if __name__ == "__main__":
    main()
