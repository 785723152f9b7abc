"""The commands by their names; each imports what it needs when it is asked for."""

import errno
import os
import sys
from collections.abc import Callable
from importlib import import_module

from mespoints.cli.options import Given, UsageRefused, read_options

USAGE = 2
CANNOT_WRITE = 74
"""``EX_IOERR`` of sysexits.h."""
INTERRUPTED = 130
BROKEN_PIPE = 141
"""What a shell reports for a program ended by SIGINT or SIGPIPE."""


def run(arguments: list[str]) -> int:
    """Run a command; the exit status."""
    try:
        given = read_options(arguments)
        return carry_out(given)
    except UsageRefused as refusal:
        sys.stderr.write(f"mespoints: {refusal}\n")
        return USAGE
    except BrokenPipeError:
        # Whoever read our output has seen enough. Nothing more can be written, not even at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return BROKEN_PIPE
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        sys.stderr.write("mespoints: plus de place pour écrire la réponse, qui n'est pas entière\n")
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return CANNOT_WRITE
    except KeyboardInterrupt:
        return INTERRUPTED


def carry_out(given: Given) -> int:
    """Do what was asked for; a database that is out of reach is told, in words, with a status of its own."""
    try:
        return command_of(given.command)(given)
    except Exception as error:
        from mespoints.cli.out_of_reach import TRY_AGAIN, out_of_reach

        message = out_of_reach(error, given.language)
        if not message:
            raise
        sys.stderr.write(f"mespoints {given.command}: {message}\n")
        return TRY_AGAIN


def command_of(name: str) -> Callable[[Given], int]:
    """What a command runs."""
    if name in OWN:
        return OWN[name]
    module, _, function = COMMANDS[name].partition(".")
    command: Callable[[Given], int] = getattr(import_module(f"mespoints.cli.{module}"), function)
    return command


def show_help(given: Given) -> int:
    """``--help``, of a command or of all."""
    from mespoints.cli.help import help_on

    sys.stdout.write(help_on(given.positional))
    return 0


def show_version(_given: Given) -> int:
    """``--version``."""
    from importlib.metadata import version

    sys.stdout.write(f"mespoints {version('mespoints')}\n")
    return 0


OWN = {"--help": show_help, "--version": show_version}
COMMANDS = {
    "statement": "statement.show",
    "forecast": "forecast.show",
    "ics": "calendar.write",
    "check": "check.show",
    "bareme": "bareme.show",
    "letters": "letters.write",
    "intake": "intake.take_in",
    "feeds": "feeds.show",
    "replay": "feeds.replay_lines",
    "samples": "samples.write",
    "load": "bulk.load",
    "generate": "bulk.generate",
    "nightly": "nightly.run",
    "erase": "erasure.run",
    "dispatch": "dispatch.run",
    "examine": "examining.run",
    "close-letters": "closing.run",
    "codes": "codes.run",
    "notices": "notices.run",
    "duties": "duties.run",
    "accesses": "accesses.search",
    "purge-accesses": "accesses.purge",
    "agents": "agents.run",
    "sessions": "sessions.run",
    "authorities": "authorities.run",
    "figures": "figures.run",
    "seal": "register.seal",
    "verify": "register.verify",
    "rebuild": "register.rebuild",
    "backup": "backup.backup",
    "restore": "backup.restore",
    "verify-document": "verify_document.run",
    "roles": "register.roles",
    "nation replay": "nation.run",
    "nation synthesize": "nation.run",
    "nation audit": "nation.run",
    "nation export": "nation.run",
    "nation reform": "nation.run",
    "serve": "service.serve",
    "demo": "service.demonstrate",
}
"""The module and the function of each: what a command needs is imported when it is asked for, and nothing else."""
