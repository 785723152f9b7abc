"""The commands by their names; each imports what it needs when it is asked for."""

import os
import sys
from collections.abc import Callable

from mespoints.cli.options import Given, UsageRefused, read_options

USAGE = 2
INTERRUPTED = 130
BROKEN_PIPE = 141
"""What a shell reports for a program ended by SIGINT or SIGPIPE."""


def run(arguments: list[str]) -> int:
    """Run a command; the exit status."""
    try:
        given = read_options(arguments)
        return COMMANDS[given.command](given)
    except UsageRefused as refusal:
        sys.stderr.write(f"mespoints: {refusal}\n")
        return USAGE
    except BrokenPipeError:
        # Whoever read our output has seen enough. Nothing more can be written, not even at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED


def show_statement(given: Given) -> int:
    """``mespoints statement``."""
    from mespoints.cli.statement import show

    return show(given)


def show_forecast(given: Given) -> int:
    """``mespoints forecast``."""
    from mespoints.cli.forecast import show

    return show(given)


def write_calendar(given: Given) -> int:
    """``mespoints ics``."""
    from mespoints.cli.calendar import write

    return write(given)


def check_releve(given: Given) -> int:
    """``mespoints check``."""
    from mespoints.cli.check import show

    return show(given)


def show_bareme(given: Given) -> int:
    """``mespoints bareme``."""
    from mespoints.cli.bareme import show

    return show(given)


def write_letters(given: Given) -> int:
    """``mespoints letters``."""
    from mespoints.cli.letters import write

    return write(given)


def take_in(given: Given) -> int:
    """``mespoints intake``."""
    from mespoints.cli.intake import take_in

    return take_in(given)


def load_register(given: Given) -> int:
    """``mespoints load``."""
    from mespoints.cli.bulk import load

    return load(given)


def generate_register(given: Given) -> int:
    """``mespoints generate``."""
    from mespoints.cli.bulk import generate

    return generate(given)


def run_night(given: Given) -> int:
    """``mespoints nightly``."""
    from mespoints.cli.nightly import run

    return run(given)


def take_seal(given: Given) -> int:
    """``mespoints seal``."""
    from mespoints.cli.register import seal

    return seal(given)


def verify_register(given: Given) -> int:
    """``mespoints verify``."""
    from mespoints.cli.register import verify

    return verify(given)


def rebuild_accounts(given: Given) -> int:
    """``mespoints rebuild``."""
    from mespoints.cli.register import rebuild

    return rebuild(given)


def erase(given: Given) -> int:
    """``mespoints erase``."""
    from mespoints.cli.erasure import run

    return run(given)


def send_letters(given: Given) -> int:
    """``mespoints dispatch``."""
    from mespoints.cli.dispatch import run

    return run(given)


def examine_letters(given: Given) -> int:
    """``mespoints examine``."""
    from mespoints.cli.examining import run

    return run(given)


def ask_for_code(given: Given) -> int:
    """``mespoints codes``."""
    from mespoints.cli.codes import run

    return run(given)


def list_duties(given: Given) -> int:
    """``mespoints duties``."""
    from mespoints.cli.duties import run

    return run(given)


def close_letters(given: Given) -> int:
    """``mespoints close-letters``."""
    from mespoints.cli.closing import run

    return run(given)


def show_feeds(given: Given) -> int:
    """``mespoints feeds``."""
    from mespoints.cli.feeds import show

    return show(given)


def replay_lines(given: Given) -> int:
    """``mespoints replay``."""
    from mespoints.cli.feeds import replay_lines

    return replay_lines(given)


def write_samples(given: Given) -> int:
    """``mespoints samples``."""
    from mespoints.cli.samples import write

    return write(given)


def verify_document(given: Given) -> int:
    """``mespoints verify-document``."""
    from mespoints.cli.verify_document import run

    return run(given)


def give_roles(given: Given) -> int:
    """``mespoints roles``."""
    from mespoints.cli.register import roles

    return roles(given)


def search_accesses(given: Given) -> int:
    """``mespoints accesses``."""
    from mespoints.cli.accesses import search

    return search(given)


def purge_accesses(given: Given) -> int:
    """``mespoints purge-accesses``."""
    from mespoints.cli.accesses import purge

    return purge(given)


def keep_agents(given: Given) -> int:
    """``mespoints agents``."""
    from mespoints.cli.agents import run

    return run(given)


def serve(given: Given) -> int:
    """``mespoints serve``."""
    from mespoints.cli.service import serve

    return serve(given)


def demonstrate(given: Given) -> int:
    """``mespoints demo``."""
    from mespoints.cli.service import demonstrate

    return demonstrate(given)


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


COMMANDS: dict[str, Callable[[Given], int]] = {
    "statement": show_statement,
    "forecast": show_forecast,
    "ics": write_calendar,
    "check": check_releve,
    "bareme": show_bareme,
    "letters": write_letters,
    "intake": take_in,
    "feeds": show_feeds,
    "replay": replay_lines,
    "samples": write_samples,
    "load": load_register,
    "generate": generate_register,
    "nightly": run_night,
    "erase": erase,
    "dispatch": send_letters,
    "examine": examine_letters,
    "close-letters": close_letters,
    "codes": ask_for_code,
    "duties": list_duties,
    "accesses": search_accesses,
    "purge-accesses": purge_accesses,
    "agents": keep_agents,
    "seal": take_seal,
    "verify": verify_register,
    "rebuild": rebuild_accounts,
    "verify-document": verify_document,
    "roles": give_roles,
    "serve": serve,
    "demo": demonstrate,
    "--help": show_help,
    "--version": show_version,
}
