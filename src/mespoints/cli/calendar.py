"""``mespoints ics``: the days to come as a calendar file."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from mespoints.cli.dossiers import WORDS, Refused, state_given, tell
from mespoints.cli.options import Given
from mespoints.records.ics import calendar_of


def write(given: Given) -> int:
    """Write the calendar to the file of ``--output``, or to standard output; the exit status."""
    try:
        dossier, statement = state_given(given)
    except Refused as refusal:
        return tell(given.positional, refusal, given.language)
    discreet = "--explicit" not in given.options
    content = calendar_of(dossier, statement, given.language, stamp=datetime.now(UTC), discreet=discreet)
    output = given.options.get("--output", "-")
    if output == "-":
        sys.stdout.buffer.write(content)
        return 0
    try:
        Path(output).write_bytes(content)
    except OSError as error:
        unwritable = Refused(WORDS[given.language]["unwritable"].format(error.strerror))
        return tell(output, unwritable, given.language)
    return 0
