"""How far a long command has come, on a terminal alone: a log does not want it."""

import sys
from types import TracebackType
from typing import Self


class Progress:
    """A line of standard error that is written over, and wiped in the end."""

    def __init__(self) -> None:
        self.is_shown = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def show(self, done: int, whole: int) -> None:
        """So many done of so many."""
        if self.is_shown:
            sys.stderr.write(f"\r{done:,} / {max(done, whole):,}".replace(",", "\N{NO-BREAK SPACE}"))
            sys.stderr.flush()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.is_shown:
            sys.stderr.write("\r\033[K")
