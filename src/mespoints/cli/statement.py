"""``mespoints statement``: as text, as JSON, or line by line."""

import gc
import json
import sys
from typing import BinaryIO

from mespoints.cli.dossiers import Refused, cannot_read, day_asked, known_on_asked, state, state_given, tell
from mespoints.cli.options import Given
from mespoints.law.days import Day
from mespoints.law.document import statement_document


def show(given: Given) -> int:
    """Print the statement that was asked for; the exit status."""
    if "--lines" in given.options:
        return show_lines(given)
    try:
        dossier, statement = state_given(given)
    except Refused as refusal:
        return tell(given.positional, refusal, given.language)
    if "--json" in given.options:
        write_json(statement_document(dossier, statement, given.language))
    else:
        from mespoints.cli.terminal import print_pages
        from mespoints.cli.text import statement_text

        print_pages(lambda page: statement_text(dossier, statement, page), given.language)
    return 0


def write_json(document: dict[str, object]) -> None:
    """One line of JSON, in UTF-8 whatever the terminal speaks."""
    sys.stdout.flush()
    sys.stdout.buffer.write(json.dumps(document, ensure_ascii=False).encode() + b"\n")
    sys.stdout.buffer.flush()


def show_lines(given: Given) -> int:
    """One statement a line, in the order of the input; a refused line gives its reasons in its place."""
    days = day_asked(given), known_on_asked(given)
    gc.freeze()
    gc.enable()
    if given.positional == "-":
        return answer_lines(sys.stdin.buffer, days, given)
    try:
        lines = open(given.positional, "rb")  # noqa: PTH123, SIM115 (as in dossiers.read_bytes; closed below)
    except (OSError, ValueError) as error:
        return tell(given.positional, cannot_read(error, given.language), given.language)
    with lines:
        return answer_lines(lines, days, given)


def answer_lines(lines: BinaryIO, days: tuple[Day, Day], given: Given) -> int:
    """Answer each line as soon as it is read; 1 if any was refused. ``days``: of the statement, of what is known."""
    on, known_on = days
    reading = given.options.get("--reading", "registered")
    status = 0
    for number, line in enumerate(lines, 1):
        try:
            dossier, statement = state(line, on, reading, given.language, known_on)
            answer = statement_document(dossier, statement, given.language)
        except Refused as refusal:
            answer = {"format": "refusal/1", "line": number, "errors": list(refusal.errors)}
            status = 1
        write_json(answer)
    return status
