"""How many dossiers a second the law folds on one core, from parsed acts to movements, sentences excluded."""

import json
from pathlib import Path

from benchmarks.histories import TODAY, histories
from benchmarks.measure import SPIN_TURNS, arguments, keep, show, spin, take_turns
from mespoints.law.acts import Dossier
from mespoints.law.days import parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.statement import movements_of

COUNT = 10_000
CASES = Path(__file__).parent.parent / "tests" / "cases"


def fold_all(dossiers: list[Dossier]) -> int:
    """The movements of every dossier up to the same day; their number, so that nothing is skipped."""
    return sum(len(movements_of(dossier, TODAY)) for dossier in dossiers)


def public_cases() -> list[Dossier]:
    """The dossiers of the public cases whose licence holds points on the day of the measure."""
    documents = [json.loads(path.read_text(encoding="utf-8"))["dossier"] for path in sorted(CASES.glob("*.json"))]
    return [read_dossier(one) for one in documents if parse_day(one["licence"]["obtained_on"]) < TODAY]


def describe(dossiers: list[Dossier]) -> str:
    """What the mix looks like, to be compared with the country's figures."""
    events = sum(len(one.acts) for one in dossiers) / len(dossiers)
    full = sum(movements_of(one, TODAY)[-1].total == 12 for one in dossiers) / len(dossiers)
    return f"{len(dossiers)} dossiers, {events:.2f} events each, {full:.0%} at 12 points"


def main() -> None:
    """The mix, the public cases and a spin loop, in turns."""
    options = arguments(__doc__ or "", rounds=7)
    mix, cases = histories(COUNT), public_cases() * 20
    timings = take_turns(
        {"spin loop": spin, "mix": lambda: fold_all(mix), "public cases": lambda: fold_all(cases)}, options.rounds
    )
    loop = SPIN_TURNS / timings["spin loop"].median
    speeds = {"mix": len(mix) / timings["mix"].median, "public cases": len(cases) / timings["public cases"].median}
    best = {"mix": len(mix) / timings["mix"].least, "public cases": len(cases) / timings["public cases"].least}
    show(
        f"Fold, one core, plain Python, {options.rounds} rounds in turns ({describe(mix)})",
        ("what", "a second, median", "a second, best", "per million turns of the spin loop"),
        [(name, f"{speeds[name]:,.0f}", f"{best[name]:,.0f}", f"{speeds[name] / loop * 1e6:,.0f}") for name in speeds]
        + [("spin loop, turns", f"{loop:,.0f}", f"{SPIN_TURNS / timings['spin loop'].least:,.0f}", "")],
    )
    keep("fold", {"dossiers_a_second": speeds, "spin_turns_a_second": loop}, write=options.write)


if __name__ == "__main__":
    main()
