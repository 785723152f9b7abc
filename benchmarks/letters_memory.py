"""The memory of a process that composes 10,000 letters of every kind, one after the other, with one compiler."""

import resource
import time

from benchmarks.letters import numbered
from benchmarks.measure import arguments, keep, show
from mespoints.demo.letters import sample_letters
from mespoints.letters.composing import Composer

STEPS = (100, 1_000, 5_000, 10_000)


def main() -> None:
    """The greatest memory so far after each step: flat when it does not grow from the second one on."""
    options = arguments(__doc__ or "", rounds=1)
    letters, composer = [letter for _, letter in sample_letters()], Composer()
    start, done = time.perf_counter(), 0
    rows, peaks = [], {}
    for step in STEPS:
        while done < step:
            composer.compose(numbered(letters[done % len(letters)]))
            done += 1
        peaks[step] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        rows.append((f"{step:,}", f"{peaks[step]}", f"{step / (time.perf_counter() - start):,.0f}"))
    show("Letters of every kind, one compiler", ("letters", "peak MB", "letters a second"), rows)
    keep("letters_memory", {"peak_megabytes": peaks}, write=options.write)


if __name__ == "__main__":
    main()
