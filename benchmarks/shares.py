"""What each kind of request takes of the processors: of the service, served for real, and of PostgreSQL.

One request at a time, kind by kind in turns; processor time and not the hour, so that other work on the machine counts
for little, and beside each kind how many times an empty view with a session takes. DATABASE_URL names the database of
PostgreSQL that holds the licences: a few thousand do, what a request costs hardly depends on their number.
"""

import argparse
import os
import random
import statistics
import tempfile
from collections import defaultdict
from collections.abc import Mapping

from benchmarks import visitors
from benchmarks.measure import show
from benchmarks.processes import processor_seconds
from benchmarks.service import SERVE, get_ready, postgresql, running
from benchmarks.visitors import Caller, Crowd, Visit

EMPTY = "empty view"
KINDS: Mapping[str, tuple[Visit, float, int]] = {
    EMPTY: (visitors.page_at("/empty/"), 0.0, 1),
    **{path: (visitors.page_at(path), 0.92 * share, 1) for path, share in visitors.shares().items()},
    **{kind: (visitors.document_of(kind), 0.05 / len(visitors.DOCUMENTS), 3) for kind in visitors.DOCUMENTS},
    "sign-in, FranceConnect": (visitors.franceconnect, 0.025, 3),
    "sign-in, NEPH and code": (visitors.neph, 0.005, 10),
}
"""Each with its share of the load that ``benchmarks.service`` makes, and how many times fewer are asked for."""


def main() -> None:
    """Prepare, serve with one process, ask, tell."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rounds", type=int, default=7, help="turns of all the kinds (default 7)")
    parser.add_argument("--each", type=int, default=40, help="requests of a kind a turn, fewer of heavy ones")
    parser.add_argument("--sessions", type=int, default=500, help="drivers signed in (default 500)")
    parser.add_argument("--licences", type=int, default=0, help="invented ones, loaded first into an empty database")
    options = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
    with tempfile.TemporaryDirectory() as folder:
        crowd, licences, provider = get_ready(folder, options.sessions, options.licences)
        port = crowd.service.rpartition(":")[2]
        with running(provider, "ready"), running([*SERVE, "--port", port, "--processes", "1"], "http://") as service:
            taken = measure(crowd, {"service": service, "PostgreSQL": postgresql()}, options.rounds, options.each)
    tell(f"{licences} licences, {options.rounds} turns, one request at a time", taken)


def measure(crowd: Crowd, parts: Mapping[str, int], rounds: int, each: int) -> dict[str, dict[str, list[float]]]:
    """Milliseconds of processor a request, of each part, by kind, turn by turn; the first turn warms up."""
    caller, chance = Caller(crowd.service), random.Random(1)
    taken: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for turn in range(rounds + 1):
        for kind, (visit, _share, fewer) in KINDS.items():
            number = max(1, each // fewer)
            before = {name: processor_seconds(pid) for name, pid in parts.items()}
            for _ in range(number):
                visit(crowd, caller, chance)
            for name, pid in parts.items():
                if turn:
                    taken[kind][name].append((processor_seconds(pid) - before[name]) * 1000 / number)
    return taken


def tell(title: str, taken: Mapping[str, Mapping[str, list[float]]]) -> None:
    """A line a kind, then the load as it is made of them."""
    middle = {kind: {name: statistics.median(turns) for name, turns in parts.items()} for kind, parts in taken.items()}
    of_empty = {name: middle[EMPTY][name] for name in middle[EMPTY]}
    load = {name: sum(middle[kind][name] * share for kind, (_, share, _) in KINDS.items()) for name in of_empty}
    rows = [row(kind, parts, of_empty) for kind, parts in (*middle.items(), ("the load, on average", load))]
    show(title, ["ms of processor a request", "service", "PostgreSQL", "times the empty view, both"], rows)


def row(kind: str, parts: Mapping[str, float], of_empty: Mapping[str, float]) -> list[str]:
    """One line."""
    times = sum(parts.values()) / sum(of_empty.values())
    return [kind, *(f"{one:.2f}" for one in parts.values()), f"{times:.1f}"]


if __name__ == "__main__":
    main()
