"""``mespoints seal``, ``verify``, ``rebuild`` and ``roles``: what keeps the register. Django is imported here alone."""

import json
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from mespoints.cli.broken_words import broken_words
from mespoints.cli.dossiers import day_asked
from mespoints.cli.options import Given, UsageRefused
from mespoints.cli.progress import Progress
from mespoints.cli.service import fail

BROKEN = 1

NO_FILE = {
    "fr": "aucun fichier pour les sceaux : donnez --output, ou réglez MESPOINTS_SEALS",
    "en": "no file for the seals: give --output, or set MESPOINTS_SEALS",
}
VERIFIED = {
    "fr": "Permis : {licences} ; actes : {acts} (effacés : {erased}) ; mouvements : {movements} ; "
    "lettres : {letters} ; sceaux : {seals} ; lignes écrites depuis le dernier : {unsealed}.\n",
    "en": "Licences: {licences}; acts: {acts} (erased: {erased}); movements: {movements}; letters: {letters}; "
    "seals: {seals}; rows written since the last one: {unsealed}.\n",
}
TO_COME = {
    "fr": "{command} : l'option --on attend un jour venu ({today} au plus tard), et non « {on} »",
    "en": '{command}: option --on expects a day that has come ({today} at the latest), not "{on}"',
}
ROLES = (("--application", "mespoints"), ("--erasure", "mespoints_erasure"))
ROLE = re.compile(r"[a-z_][a-z0-9_]{0,62}", re.ASCII)
WRONG_ROLE = {
    "fr": "l'option {} attend un nom de rôle en minuscules, et non « {} »",
    "en": 'option {} expects the name of a role in small letters, not "{}"',
}
NO_ROLES = {
    "fr": "les rôles sont ceux de PostgreSQL (DATABASE_URL) ; SQLite n'en a pas",
    "en": "roles are those of PostgreSQL (DATABASE_URL); SQLite has none",
}
WHOLE = {"fr": "Le registre est intact.\n", "en": "The register is whole.\n"}
REBUILT = {
    "fr": "Comptes refaits : {accounts} ; différents de ce qu'ils étaient : {changed}.\n",
    "en": "Accounts made again: {accounts}; different from what they were: {changed}.\n",
}


def on_the_register(act: Callable[[Given], int]) -> Callable[[Given], int]:
    """A command that needs the register: settings that cannot be right, or a file that cannot be used, are told."""

    def acting(given: Given) -> int:
        from mespoints.config.bootstrap import prepare

        try:
            prepare()
            return act(given)
        except ImproperlyConfigured as error:
            return fail(given, str(error))
        except BrokenPipeError:
            raise
        except OSError as error:
            return fail(given, f"{error.filename} : {error.strerror}")

    return acting


@on_the_register
def seal(given: Given) -> int:
    """Take the seal of the day, add it to the file outside the database, and print its line."""
    from mespoints.config.clock import today
    from mespoints.register.sealed_file import SealedFileRefused, export, line_of
    from mespoints.register.seals import SealRefused, take_seal

    path = seals_file(given.options.get("--output"))
    if path is None:
        return fail(given, NO_FILE[given.language])
    try:
        taken = take_seal(today())
        export(path)
    except (SealRefused, SealedFileRefused) as refusal:
        fail(given, str(refusal))
        return BROKEN
    sys.stdout.write(line_of(taken) + "\n")
    return 0


@on_the_register
def verify(given: Given) -> int:
    """Check the whole register; 1 if something is broken, which is told."""
    from mespoints.register.verification import verify

    with Progress() as progress:
        checked = verify(seals_file(given.options.get("--seals")), progress.show)
    status = BROKEN if checked.broken else 0
    if "--json" in given.options:
        broken = checked.broken._asdict() if checked.broken else None
        document = {"format": "verify/1", **checked._asdict(), "broken": broken}
        sys.stdout.write(json.dumps(document) + "\n")
        return status
    sys.stdout.write(VERIFIED[given.language].format(**checked._asdict()))
    sys.stdout.write(broken_words(checked.broken, given.language) if checked.broken else WHOLE[given.language])
    return status


@on_the_register
def rebuild(given: Given) -> int:
    """Make the accounts again from the acts, as of a day."""
    from mespoints.config.clock import today
    from mespoints.register.accounts import rebuild

    on = date.fromordinal(day_asked(given)) if "--on" in given.options else today()
    with Progress() as progress:
        rebuilt = rebuild(on, progress.show)
    sys.stdout.write(REBUILT[given.language].format(**rebuilt._asdict()))
    return 0


def day_come(given: Given) -> date:
    """The day asked for, today by default. What is written is never taken back: only a demonstration runs ahead."""
    from django.conf import settings

    from mespoints.config.clock import today

    on = date.fromordinal(day_asked(given)) if "--on" in given.options else today()
    if on > today() and not settings.MESPOINTS_DEMO:
        raise UsageRefused(TO_COME[given.language].format(command=given.command, today=today(), on=on))
    return on


@on_the_register
def roles(given: Given) -> int:
    """Print the SQL of the roles, or run it as the owner of the tables."""
    from django.db import DatabaseError, connection

    from mespoints.config.roles import RolesRefused, apply, statements

    names = [given.options.get(*option) for option in ROLES]
    for option, name in zip(ROLES, names, strict=True):
        if not ROLE.fullmatch(name):
            return fail(given, WRONG_ROLE[given.language].format(option[0], name))
    if connection.vendor != "postgresql":
        return fail(given, NO_ROLES[given.language])
    if "--apply" in given.options:
        try:
            apply(*names)
        except (RolesRefused, DatabaseError) as refusal:
            return fail(given, str(refusal).splitlines()[0])
    else:
        sys.stdout.writelines(f"{statement};\n" for statement in statements(*names))
    return 0


def seals_file(asked: str | None) -> Path | None:
    """The file that the command line names, or the environment, or none."""
    from django.conf import settings

    kept: str = settings.MESPOINTS_SEALS
    return Path(asked or kept) if asked or kept else None
