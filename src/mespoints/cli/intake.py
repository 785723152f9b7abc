"""``mespoints intake``: a file of any feed into the register, and what became of its lines."""

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO, cast

from django.core.exceptions import ImproperlyConfigured

from mespoints.cli.dossiers import cannot_read, tell
from mespoints.cli.options import Given
from mespoints.cli.progress import Progress
from mespoints.cli.service import fail
from mespoints.cli.statement import write_json

IN_MEMORY = 64 << 20
"""The bytes of standard input that are held before they go to a temporary file, which has no name."""

COUNTS = {
    "fr": "Lignes acceptées : {accepted} ; déjà connues : {known} ; refusées : {refused}{waiting}.\n",
    "en": "Lines accepted: {accepted}; already known: {known}; refused: {refused}{waiting}.\n",
}
WAITING = {"fr": " ; en attente : {waiting}", "en": "; waiting: {waiting}"}
LINE = {"fr": "ligne", "en": "line"}
ELSEWHERE = {
    "fr": "ce fichier est en train d'être reçu par une autre commande",
    "en": "another command is taking in this file",
}


def take_in(given: Given) -> int:
    """Feed the register from a file; 1 if a line was refused, 2 if none could be read."""
    try:
        from mespoints.config.bootstrap import prepare

        with opened(given.positional) as stream:
            prepare()
            return take_stream(stream, given)
    except ImproperlyConfigured as error:
        return fail(given, str(error))
    except OSError as error:
        return tell(given.positional, cannot_read(error, given.language), given.language)


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """A file to be read twice; standard input is set aside first."""
    if path != "-":
        with Path(path).open("rb") as file:
            yield file
        return
    with SpooledTemporaryFile(IN_MEMORY) as aside:
        shutil.copyfileobj(sys.stdin.buffer, aside)
        aside.seek(0)
        yield cast(BinaryIO, aside)


def take_stream(stream: BinaryIO, given: Given) -> int:
    """Take the lines in, and say what became of them."""
    from mespoints.config.clock import today
    from mespoints.intake.fates import TakenElsewhere
    from mespoints.intake.files import take_in
    from mespoints.intake.layouts import FileRefused

    began = time.monotonic()
    name = "-" if given.positional == "-" else Path(given.positional).name
    whole = stream.seek(0, 2)
    stream.seek(0)
    try:
        with Progress(wanted="--progress" in given.options) as progress:

            def show(lines: int) -> None:
                progress.show_rate(lines, stream.tell(), whole, time.monotonic() - began)

            taken = take_in(stream, name, recorded_on=today(), feed=given.options.get("--format", ""), progress=show)
    except FileRefused as refusal:
        return fail(given, f"{name} : {refusal}")
    except TakenElsewhere:
        return fail(given, f"{name} : {ELSEWHERE[given.language]}")
    report(taken, given)
    return 1 if taken.refused else 0


def report(taken: Any, given: Given) -> None:
    """The refused lines with their reasons on standard error, the counts on standard output."""
    from mespoints.intake.fates import lines_of

    for row in lines_of(taken.file, "refused").only("number", "reasons").iterator():
        place = f"{LINE[given.language]} {row.number}"
        sys.stderr.write("".join(f"mespoints: {place} : {reason}\n" for reason in row.reasons))
    counts = {name: getattr(taken, name) for name in ("accepted", "known", "refused", "waiting")}
    if "--json" in given.options:
        write_json({"format": "intake_report/1", "file": taken.file.pk, "feed": taken.file.feed, **counts})
        return
    waiting = WAITING[given.language].format(**counts) if taken.waiting else ""
    sys.stdout.write(COUNTS[given.language].format(**{**counts, "waiting": waiting}))
