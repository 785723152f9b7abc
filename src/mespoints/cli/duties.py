"""``mespoints duties``: the lists for the procureur, the préfet and the comptable, of what the letters have ordered."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mespoints.cli.dispatch import BUSY, sender
from mespoints.cli.nightly import told
from mespoints.cli.options import Given, UsageRefused
from mespoints.cli.progress import Progress
from mespoints.cli.register import day_come, on_the_register
from mespoints.cli.service import fail

if TYPE_CHECKING:
    from mespoints.letters.duty_lists import Lists

NO_FOLDER = {
    "fr": "duties : --output est attendu : le dossier du disque où écrire les listes",
    "en": "duties: --output is expected: the folder to write the lists into",
}
LINES = {
    "fr": (
        "Obligations au {on} : {folder}\nSignalées, par destinataire : {due} ; signalements retirés : {withdrawn} ; "
        "lettres dont l'obligation n'est plus à suivre : {settled}.\n"
    ),
    "en": (
        "Duties on {on}: {folder}\nReported, by recipient: {due}; reports withdrawn: {withdrawn}; letters whose duty "
        "needs no more following up: {settled}.\n"
    ),
}
NOTHING = {"fr": "rien à signaler", "en": "nothing to report"}
OTHER_RUN = {
    "fr": "une autre exécution vient d'écrire des listes : rien n'est écrit, relancez la commande",
    "en": "another run has just written lists: nothing is written, run the command again",
}


def run(given: Given) -> int:
    """Write what has come due and was not told yet; 2 when nothing could be done."""
    if "--output" not in given.options:
        raise UsageRefused(NO_FOLDER[given.language])
    return on_the_register(write)(given)


def write(given: Given) -> int:
    """Write the lists of a day in their folder."""
    from django.conf import settings

    from mespoints.letters.duty_lists import OtherRun, write_lists
    from mespoints.letters.duty_sheets import Sheets
    from mespoints.letters.spool import Spool, SpoolBusy

    on, folder = day_come(given), Path(given.options["--output"])
    try:
        spool, sheets = Spool(folder), Sheets(sender(), is_specimen=settings.MESPOINTS_DEMO_BAND)
        with spool.held(), Progress() as progress:
            lists = write_lists(on, spool, sheets, tell=lambda so_far: progress.show(so_far, so_far))
    except SpoolBusy:
        return fail(given, BUSY[given.language].format(folder=folder))
    except OtherRun:
        return fail(given, OTHER_RUN[given.language])
    report(given, lists, folder)
    return 0


def report(given: Given, lists: "Lists", folder: Path) -> None:
    """Say what was written: counts alone."""
    if "--json" in given.options:
        document = {
            "format": "duties/1", "on": lists.on.isoformat(), "name": lists.name, "due": lists.due,
            "withdrawn": lists.withdrawn, "settled": lists.settled,
        }  # fmt: skip
        sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")
        return
    where = str(folder / lists.name) if lists.name else NOTHING[given.language]
    words = LINES[given.language].format(
        on=lists.on, folder=where, due=told(lists.due), withdrawn=told(lists.withdrawn), settled=lists.settled
    )  # fmt: skip
    sys.stdout.write(words)
