"""The tests that pin each rule, found and proved by knocking the rule out: ``python -m proof.pins``.

Nobody declares them. A rule is replaced by a wrong answer, the tests that enter it are run, and those that fail pin
it. Of these, ``pins.json`` keeps the most telling: public cases and tests that few other rules would break.
``--check`` proves what is kept, and says what is not so; ``--check-one`` proves one pin of each rule, in a third of the
time. Without either, what is missing or no longer true is found again.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from proof.bench import Baseline, Bench, collect
from proof.knock_out import knock_out
from proof.scope import cited

FILE = Path(__file__).with_name("pins.json")
MOST_CASES = 3
MOST_TESTS = 3
MOST_TRIED = 50
ENOUGH = 12
OF_CASES = "tests/law/test_cases.py::"
LEAST_TELLING = ("tests/law/test_properties.py", "tests/law/test_against_oracle.py", "tests/law/explain/")
"""Tests of everything at once, and of sentences: kept when nothing else pins."""

Pins = dict[str, list[str]]
"""The tests of each function, by the names that pytest gives them."""


def read_pins() -> Pins:
    """What is kept."""
    pins: Pins = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    return pins


def find_all(bench: Bench, baseline: Baseline, names: Iterable[str]) -> Pins:
    """Tests that fail when a function is knocked out, for each function."""
    found: Pins = {}
    for name in names:
        tests = sorted(baseline.entering.get(name, []), key=partial(distance, baseline))
        cases = [test for test in tests if test.startswith(OF_CASES)]
        others = [test for test in tests if not test.startswith(OF_CASES)]
        first, rest = cases[:MOST_TRIED] + others[:MOST_TRIED], cases[MOST_TRIED:] + others[MOST_TRIED:]
        for tried in (first, rest):
            found[name] = bench.try_out(partial(knock_out, name), tried, baseline, most=ENOUGH).failed
            if found[name]:
                break
        print(f"{name}: {len(found[name])} tests fail, of {len(tests)} that enter it", flush=True)
    return found


def distance(baseline: Baseline, test: str) -> tuple[bool, float]:
    """How far a test is from the rules: those that enter few of them, and end soon, are near."""
    return test.startswith(LEAST_TELLING), len(baseline.entered[test]) * (0.01 + baseline.seconds[test])


def most_telling(found: Pins) -> Pins:
    """For each function a few cases and tests: those that the fewest functions share."""
    shared = Counter(test for tests in found.values() for test in tests)
    pins: Pins = {}
    for name, tests in sorted(found.items()):
        ranked = sorted(tests, key=lambda test: (test.startswith(LEAST_TELLING), shared[test], test))
        cases = [test for test in ranked if test.startswith(OF_CASES)][:MOST_CASES]
        others = one_of_each([test for test in ranked if not test.startswith(OF_CASES)])[:MOST_TESTS]
        pins[name] = cases + others
    return pins


def one_of_each(tests: list[str]) -> list[str]:
    """The first of the runs of each test function."""
    return list({test.partition("[")[0]: test for test in reversed(tests)}.values())[::-1]


def unproved(bench: Bench, pins: Pins) -> list[str]:
    """The pins that do not hold: the test passes without the rule, or is not there."""
    baseline = Baseline({}, {}, [], [])
    found: list[str] = []
    for name, tests in pins.items():
        there = [test for test in tests if test in bench.items]
        failed = bench.try_out(partial(knock_out, name), there, baseline, most=len(there)).failed
        found += [f"{name}: {test}" for test in tests if test not in failed]
    return found


def one_each(pins: Pins) -> Pins:
    """The last pin kept of each function: a test of few things where there is one, a case otherwise."""
    return {name: tests[-1:] for name, tests in pins.items()}


def main(arguments: Iterable[str]) -> int:
    """Find, or check."""
    parser = argparse.ArgumentParser(prog="python -m proof.pins", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--check", action="store_true", help="prove what is kept, change nothing")
    parser.add_argument("--check-one", action="store_true", help="prove one pin of each rule, change nothing")
    options = parser.parse_args(list(arguments))
    faults: list[str] = []

    def work(bench: Bench) -> None:
        if options.check or options.check_one:
            faults.extend(unproved(bench, one_each(read_pins()) if options.check_one else read_pins()))
        else:
            pins = most_telling(find_all(bench, bench.baseline(), cited()))
            FILE.write_text(json.dumps(pins, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
            faults.extend(f"{name}: no test fails without it" for name, tests in pins.items() if not tests)

    assert collect(work), "the tests cannot be collected"
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
