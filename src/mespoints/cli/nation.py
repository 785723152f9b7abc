"""``mespoints nation``: the whole country; numba and pyarrow are imported here alone, and their absence is told."""

import json
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from mespoints.cli.dossiers import day_asked, known_on_asked
from mespoints.cli.nation_acts import UNTOLD, acts_asked, file_asked, is_strict, reads_register
from mespoints.cli.numbers import number_of
from mespoints.cli.options import Given, UsageRefused
from mespoints.cli.progress import Progress
from mespoints.cli.service import fail

if TYPE_CHECKING:
    from mespoints.national.batch import Engine
    from mespoints.national.laws import Law

MOST_CORES = 1024
NEEDED = ("numba", "pyarrow")
MISSING = {
    "fr": "{} n'est pas installé : les règles ne peuvent pas être compilées. Installez mespoints[nation].",
    "en": "{} is not installed: the rules cannot be compiled. Install mespoints[nation].",
}
NO_OUTPUT = {
    "fr": "{} : il manque --output, le fichier à écrire",
    "en": "{}: --output is missing, the file to write",
}
SAME_FILE = {
    "fr": "{} : --output et --movements nomment le même fichier ; il en faut deux",
    "en": "{}: --output and --movements name the same file; two are needed",
}
NO_LICENCES = {
    "fr": "{} : il manque --licences, le nombre de permis à inventer",
    "en": "{}: --licences is missing, the number of licences to invent",
}
COMPILING = {
    "fr": "Compilation des règles, une fois pour toutes (moins d'une minute)...\n",
    "en": "Compiling the rules, once and for all (less than a minute)...\n",
}
UNCOMPILED = {
    "fr": "Règles non compilées, comme demandé : cinquante à cent fois plus lentes.\n",
    "en": "Rules uncompiled, as asked: fifty to a hundred times slower.\n",
}
REPLAYED = {
    "fr": "Permis : {licences} ; lignes lues : {rows} ; mouvements : {movements} ; secondes : {seconds} "
    "({rate} permis par seconde).\n",
    "en": "Licences: {licences}; rows read: {rows}; movements: {movements}; seconds: {seconds} "
    "({rate} licences a second).\n",
}
EXPORTED = {"fr": "Lignes écrites : {}.\n", "en": "Rows written: {}.\n"}
TOO_EARLY = {
    "fr": "{} : l'option --on attend un jour à partir du {}",
    "en": "{}: option --on expects a day from {} on",
}


def run(given: Given) -> int:
    """Run the command that was asked for; 2 when it cannot be."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        return fail(given, MISSING[given.language].format(" et ".join(missing)))
    from mespoints.national.compiling import NotCompiled
    from mespoints.national.reading import ActsRefused

    act = RUN[given.command]
    if reads_register(given):
        from mespoints.cli.register import on_the_register

        act = on_the_register(act)
    try:
        return act(given)
    except (NotCompiled, ActsRefused) as refusal:
        return fail(given, str(refusal))
    except BrokenPipeError:
        raise
    except OSError as error:
        return fail(given, f"{error.filename or ''} : {error.strerror or error}")


def output_of(given: Given) -> Path:
    """The file to write. Raises UsageRefused."""
    output = file_asked(given, "--output")
    if output is None:
        raise UsageRefused(NO_OUTPUT[given.language].format(given.command))
    return output


def cores_of(given: Given) -> int:
    """How many cores to use."""
    from mespoints.national.replaying import cores_here

    return number_of(given, "--cores", cores_here(), 1, MOST_CORES)


def engine_of(given: Given, law: "Law | None" = None) -> "Engine":
    """The engine, compiled and kept in the data folder; the plain one only for who asks for it, and it is told."""
    from mespoints.config import environment
    from mespoints.national.batch import Engine
    from mespoints.national.compiling import compiled_fold
    from mespoints.national.laws import AS_IT_IS

    law = law or AS_IT_IS
    if "--plain" in given.options:
        sys.stderr.write(UNCOMPILED[given.language])
        return Engine(None, law)
    cache = Path(environment.text("MESPOINTS_DATA", "var")).resolve() / "compiled"
    return Engine(compiled_fold(cache, law, lambda: said(COMPILING[given.language])), law)


def said(sentence: str) -> None:
    """A word on standard error, at once."""
    sys.stderr.write(sentence)
    sys.stderr.flush()


def replay(given: Given) -> int:
    """``mespoints nation replay``."""
    from mespoints.national.plain import question
    from mespoints.national.replaying import Replayed, replay

    output, cores, on, known_on = output_of(given), cores_of(given), day_asked(given), known_on_asked(given)
    asked, moving = question(on, known_on, strict=is_strict(given)), file_asked(given, "--movements")
    if moving and moving.resolve() == output.resolve():
        raise UsageRefused(SAME_FILE[given.language].format(given.command))
    acts = acts_asked(given, given.positional, on, known_on, cores)
    engine, started = engine_of(given), time.monotonic()
    with Progress() as progress:

        def show(so_far: Replayed) -> None:
            progress.show_at_rate(so_far.licences, 0, so_far.licences / max(time.monotonic() - started, 0.001))

        done = replay(acts.batches, output, asked, engine, movements=moving, cores=cores, tell=show)
    seconds, untold = time.monotonic() - started, acts.untold()
    if "--json" in given.options:
        told = {**done._asdict(), "untold": untold, "seconds": round(seconds, 3), "cores": cores}
        sys.stdout.write(json.dumps({"format": "nation-replay/1", **told}) + "\n")
        return 0
    rate = round(done.licences / max(seconds, 0.001))
    sys.stdout.write(REPLAYED[given.language].format(**done._asdict(), seconds=f"{seconds:.1f}", rate=rate))
    sys.stdout.write(UNTOLD[given.language].format(untold) if untold else "")
    return 0


def export(given: Given) -> int:
    """``mespoints nation export``: the register as a file of acts/1."""
    from mespoints.national.columns import SCHEMA
    from mespoints.national.writing import grouped_file

    output, cores = output_of(given), cores_of(given)
    acts = acts_asked(given, "", day_asked(given), known_on_asked(given), cores)
    rows = 0
    with grouped_file(output, SCHEMA) as file, Progress() as progress:
        for batch in acts.batches:
            file.write(batch)
            rows += len(batch)
            progress.show_at_rate(rows, 0, 0)
    if "--json" in given.options:
        sys.stdout.write(json.dumps({"format": "nation-export/1", "rows": rows, "untold": acts.untold()}) + "\n")
        return 0
    sys.stdout.write(EXPORTED[given.language].format(rows))
    sys.stdout.write(UNTOLD[given.language].format(acts.untold()) if acts.untold() else "")
    return 0


def synthesize(given: Given) -> int:
    """``mespoints nation synthesize``."""
    from mespoints.cli.nation_report import show_country
    from mespoints.national.country import EARLIEST_ON
    from mespoints.national.making import synthesize

    output, cores, on = output_of(given), cores_of(given), day_asked(given)
    if "--licences" not in given.options:
        raise UsageRefused(NO_LICENCES[given.language].format(given.command))
    if on < EARLIEST_ON:
        from mespoints.law.days import iso

        raise UsageRefused(TOO_EARLY[given.language].format(given.command, iso(EARLIEST_ON)))
    licences, seed = number_of(given, "--licences", 1, 1, 10**11), number_of(given, "--seed", 1, 0, 10**18)
    engine = engine_of(given)
    with Progress() as progress:
        made = synthesize(
            output, licences, seed, on, engine, cores=cores, tell=lambda done: progress.show(done, licences)
        )
    show_country(given, made)
    return 0


def audit(given: Given) -> int:
    """``mespoints nation audit``; 1 when the register and the replay differ."""
    from datetime import date

    from mespoints.cli.nation_report import show_audit
    from mespoints.national.audit import audit

    engine = engine_of(given)
    with Progress() as progress:
        audited = audit(date.fromordinal(day_asked(given)), engine, lambda done: progress.show_at_rate(done, 0, 0))
    show_audit(given, audited)
    return 1 if audited.differences else 0


def reform(given: Given) -> int:
    """``mespoints nation reform``."""
    from mespoints.cli.nation_reform import reform

    return reform(given)


RUN: dict[str, Callable[[Given], int]] = {
    "nation reform": reform,
    "nation replay": replay,
    "nation synthesize": synthesize,
    "nation audit": audit,
    "nation export": export,
}
