"""``mespoints generate`` and ``mespoints load``: whole registers, invented or taken over from another system."""

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING

from mespoints.cli.dossiers import Refused, cannot_read, day_asked, tell
from mespoints.cli.numbers import number_of
from mespoints.cli.options import Given, UsageRefused
from mespoints.cli.progress import Progress
from mespoints.cli.register import on_the_register
from mespoints.cli.service import fail

if TYPE_CHECKING:
    from mespoints.intake.bulk import Chunk, Loaded

SEED = 1
LINES_A_TURN = 1000

MISSING = {
    "fr": "generate : il manque --licences, le nombre de permis à inventer",
    "en": "generate: --licences is missing, the number of licences to invent",
}
TOO_EARLY = {
    "fr": "generate : l'option --on attend un jour à partir du {earliest}",
    "en": "generate: option --on expects a day from {earliest} on",
}
BESIDE_LOAD = {
    "fr": "generate : l'option {option} ne va pas avec --load",
    "en": "generate: option {option} does not go with --load",
}
NOT_INVENTED = {
    "fr": "ce registre contient de vrais permis : aucun permis inventé n'y entre",
    "en": "this register holds real licences: no invented one enters it",
}
LOADED = {
    "fr": "Lignes : {lines} ; permis chargés : {licences}, avec {acts} actes ; déjà au registre, laissés tels quels : "
    "{known} ; lignes refusées : {refused} ; secondes : {seconds} ({rate} actes par seconde).\n",
    "en": "Lines: {lines}; licences loaded: {licences}, with {acts} acts; already in the register, left as they are: "
    "{known}; lines refused: {refused}; seconds: {seconds} ({rate} acts a second).\n",
}


def generate(given: Given) -> int:
    """Write the lines of an invented register, or load it straight away."""
    from mespoints.intake.generator.numbers import MOST
    from mespoints.intake.generator.rates import EARLIEST_ON
    from mespoints.law.days import iso

    if "--licences" not in given.options:
        raise UsageRefused(MISSING[given.language])
    count = number_of(given, "--licences", 1, 1, MOST)
    seed, on = number_of(given, "--seed", SEED, 0, 10**18), day_asked(given)
    if on < EARLIEST_ON:
        raise UsageRefused(TOO_EARLY[given.language].format(earliest=iso(EARLIEST_ON)))
    if "--load" in given.options:
        refuse_beside_load(given)
        return load_invented(given, count, seed, date.fromordinal(on))
    return write_lines(given, count, seed, date.fromordinal(on))


def refuse_beside_load(given: Given) -> None:
    """What says how lines are written has no sense when none is."""
    for option in ("--output", "--codes"):
        if option in given.options:
            raise UsageRefused(BESIDE_LOAD[given.language].format(option=option))


def write_lines(given: Given, count: int, seed: int, on: date) -> int:
    """The lines to a file, or to standard output."""
    from mespoints.intake.generator.people import lines_of

    path = given.options.get("--output", "-")
    try:
        with output(path) as file, Progress() as progress:
            for number, line in enumerate(lines_of(seed, range(count), on, codes="--codes" in given.options), 1):
                file.write(line)
                if number % LINES_A_TURN == 0:
                    progress.show(number, count)
            file.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        return fail(given, f"{path} : {error.strerror}")
    return 0


@contextmanager
def output(path: str) -> Iterator[IO[bytes]]:
    """The file to write, or standard output for ``-``."""
    if path == "-":
        yield sys.stdout.buffer
        return
    with Path(path).open("wb") as file:
        yield file


def load_invented(given: Given, count: int, seed: int, on: date) -> int:
    """Make the licences and load them, in the same processes; never beside real ones."""

    @on_the_register
    def loading(given: Given) -> int:
        from mespoints.intake.bulk import invented_chunks
        from mespoints.intake.generator.numbers import INVENTED
        from mespoints.register.models import Licence

        if Licence.objects.exclude(neph__regex=INVENTED).exists():
            return fail(given, NOT_INVENTED[given.language])
        return load_all(given, invented_chunks(seed, count, on), on, count)

    return loading(given)


def load(given: Given) -> int:
    """Load a file of ``intake/1``, or standard input, into the register."""

    @on_the_register
    def loading(given: Given) -> int:
        from mespoints.config.clock import today
        from mespoints.intake.bulk import chunks_of

        with reading(given.positional, given.language) as file:
            return load_all(given, chunks_of(file), today(), 0)

    try:
        return loading(given)
    except Refused as refusal:
        return tell(given.positional, refusal, given.language)


@contextmanager
def reading(path: str, language: str) -> Iterator[Iterable[bytes]]:
    """The lines of a file, or of standard input for ``-``. Raises Refused."""
    if path == "-":
        yield sys.stdin.buffer
        return
    try:
        file = Path(path).open("rb")  # noqa: SIM115 - closed below; what cannot be opened is told apart
    except (OSError, ValueError) as error:
        raise cannot_read(error, language) from error
    with file:
        yield file


def load_all(given: Given, chunks: "Iterable[Chunk]", recorded_on: date, whole: int) -> int:
    """Load the chunks and say what became of them; 1 if a line was refused."""
    from mespoints.intake.bulk import load_chunks

    processes = number_of(given, "--processes", os.cpu_count() or 1, 1, 256)
    started = time.monotonic()
    with Progress() as progress:

        def show(so_far: "Loaded") -> None:
            rate = so_far.acts / max(time.monotonic() - started, 0.001)
            progress.show_at_rate(so_far.lines, whole, rate)

        loaded = load_chunks(chunks, recorded_on=recorded_on, processes=processes, tell=show)
    report(given, loaded, time.monotonic() - started)
    return 1 if loaded.refused else 0


def report(given: Given, loaded: "Loaded", seconds: float) -> None:
    """Each refused line with its reasons, then the counts."""
    place = "line" if given.language == "en" else "ligne"
    for refused in loaded.refused:
        sys.stderr.write("".join(f"mespoints: {place} {refused.line} : {reason}\n" for reason in refused.reasons))
    sys.stdout.write(
        LOADED[given.language].format(
            lines=loaded.lines, licences=loaded.licences, acts=loaded.acts, known=loaded.known,
            refused=len(loaded.refused), seconds=f"{seconds:.1f}", rate=round(loaded.acts / max(seconds, 0.001)),
        )
    )  # fmt: skip
