"""How far a long command has come, on a terminal alone: a log does not want it."""

import sys
from types import TracebackType
from typing import Self


class Progress:
    """A line of standard error that is written over, and wiped in the end."""

    def __init__(self, *, wanted: bool = False) -> None:
        """``wanted``: shown even where there is no terminal."""
        self.is_shown = wanted or sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def show(self, done: int, whole: int) -> None:
        """So many done of so many."""
        if self.is_shown:
            sys.stderr.write(f"\r{spaced(done)} / {spaced(max(done, whole))}")
            sys.stderr.flush()

    def show_rate(self, lines: int, place: int, whole: int, seconds: float) -> None:
        """So many lines done, how much of the whole that is, and how many a second."""
        if self.is_shown:
            share, rate = place / max(whole, 1), lines / max(seconds, 0.001)
            sys.stderr.write(f"\r{spaced(lines)} ({share:.0%}) {spaced(round(rate))}/s ")
            sys.stderr.flush()

    def show_at_rate(self, done: int, whole: int, rate: float) -> None:
        """So many done, of so many when that is known, and how many acts a second."""
        if self.is_shown:
            share = f" / {spaced(max(done, whole))}" if whole else ""
            sys.stderr.write(f"\r{spaced(done)}{share} ({spaced(round(rate))}/s) ")
            sys.stderr.flush()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.is_shown:
            sys.stderr.write("\r\033[K")


def spaced(number: int) -> str:
    """A number by thousands."""
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")
