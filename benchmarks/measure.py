"""Timings taken in turns, so that a noisy machine slows every side alike, and the table that shows them."""

import argparse
import json
import platform
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

RESULTS = Path(__file__).parent / "results"
SPIN_TURNS = 200_000


class Timing(NamedTuple):
    """The seconds that one side took, run by run."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def least(self) -> float:
        return min(self.seconds)


def take_turns(sides: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, Timing]:
    """Run every side once a round, in the opposite order every second round; the first round only warms up."""
    seconds: dict[str, list[float]] = {name: [] for name in sides}
    names = list(sides)
    for turn in range(rounds + 1):
        for name in names if turn % 2 else reversed(names):
            start = time.perf_counter()
            sides[name]()
            taken = time.perf_counter() - start
            if turn > 0:
                seconds[name].append(taken)
    return {name: Timing(tuple(values)) for name, values in seconds.items()}


def spin() -> int:
    """A fixed piece of plain Python: says how fast this machine runs it at this very moment."""
    total = 0
    for number in range(SPIN_TURNS):
        total += number & 7
    return total


def arguments(description: str, rounds: int) -> argparse.Namespace:
    """The two options that every benchmark has."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--rounds", type=int, default=rounds, help=f"measured rounds (default {rounds})")
    parser.add_argument("--write", action="store_true", help="keep the figures in benchmarks/results/")
    return parser.parse_args()


def show(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a small table, its first column on the left, figures on the right."""
    widths = [max(len(row[column]) for row in (header, *rows)) for column in range(len(header))]
    print(title)
    for row in (header, *rows):
        cells = [cell.rjust(width) for cell, width in zip(row, widths, strict=True)]
        print("  " + "  ".join([row[0].ljust(widths[0]), *cells[1:]]))
    print()


def report_ratio(name: str, title: str, timings: Mapping[str, Timing], options: argparse.Namespace) -> None:
    """Show two sides, the reference first, and how many times longer the second takes; keep the ratio when asked."""
    reference, ours = timings.values()
    ratios = {"median": ours.median / reference.median, "least": ours.least / reference.least}
    show(
        title,
        ("what", "median ms", "least ms"),
        [(side, f"{t.median * 1000:.2f}", f"{t.least * 1000:.2f}") for side, t in timings.items()]
        + [("ratio", f"{ratios['median']:.2f}", f"{ratios['least']:.2f}")],
    )
    keep(name, {"rounds": options.rounds, "ratio": ratios}, write=options.write)


def keep(name: str, figures: Mapping[str, object], *, write: bool) -> None:
    """Write the figures with the machine that gave them, when asked."""
    if not write:
        return
    machine = {"python": platform.python_version(), "system": platform.system(), "processor": platform.machine()}
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps({**machine, **figures}, indent=2, ensure_ascii=False) + "\n"
    (RESULTS / f"{name}.json").write_text(text, encoding="utf-8")
