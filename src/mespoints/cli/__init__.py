"""The command line: ``mespoints statement | forecast | check | bareme | letters | intake | serve | demo`` and others.

Starting counts here: what a command does not need is not imported, options are read from a table.
"""

import gc
import os
import sys

BRIEF = ("statement", "forecast", "ics", "check", "bareme")
"""The commands that read one file, or one table, answer and end."""


def main() -> int:
    """Run the command that was asked for; the exit status."""
    arguments = sys.argv[1:]
    is_brief = bool(arguments) and arguments[0] in BRIEF
    if is_brief:
        gc.disable()  # before most imports; ``statement --lines``, which may run for hours, takes it back

    from mespoints.cli.commands import BROKEN_PIPE, run

    status = run(arguments)
    if is_brief:
        leave(status, BROKEN_PIPE)
    return status


def leave(status: int, broken_pipe: int) -> None:
    """End at once: nothing is open any more, and taking the interpreter apart would cost a tenth of the whole."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        status = broken_pipe
    os._exit(status)
