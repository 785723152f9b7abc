"""``mespoints backup`` and ``mespoints restore``: the whole database in one file, and back. Django is imported here."""

import sys
from collections.abc import Callable
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from mespoints.cli.options import Given, UsageRefused
from mespoints.cli.register import verify
from mespoints.cli.service import fail

WORDS = {
    "fr": {
        "no_output": "backup : il manque -o, le fichier à écrire",
        "exists": "{} existe déjà : rien n'a été écrit",
        "not_empty": "la base contient déjà des permis : on ne restaure que dans une base vide",
        "unreadable": "{} n'est pas la copie intacte d'un registre",
        "program": "{} est introuvable : installez les programmes clients de PostgreSQL",
        "failed": "{}",
        "done": "Copie écrite : {} ({:.1f} Mo). Gardez-la comme le registre : elle contient tout.\n",
        "restored": "Registre restauré depuis {}. Vérification :\n",
    },
    "en": {
        "no_output": "backup: -o is missing, the file to write",
        "exists": "{} exists already: nothing was written",
        "not_empty": "the database holds licences already: a copy is brought back into an empty one only",
        "unreadable": "{} is not a sound copy of a register",
        "program": "{} was not found: install the client programs of PostgreSQL",
        "failed": "{}",
        "done": "Copy written: {} ({:.1f} MB). Guard it as the register: it holds everything.\n",
        "restored": "Register brought back from {}. Verification:\n",
    },
}


def told(act: Callable[[Given], int]) -> Callable[[Given], int]:
    """A command that copies: what cannot be done is told."""

    def acting(given: Given) -> int:
        from mespoints.config.bootstrap import load_settings

        try:
            load_settings()
        except ImproperlyConfigured as error:
            return fail(given, str(error))
        from mespoints.config.backups import BackupRefused

        try:
            return act(given)
        except BackupRefused as refusal:
            return fail(given, WORDS[given.language][refusal.why].format(refusal.what))
        except OSError as error:
            return fail(given, f"{error.filename} : {error.strerror}")

    return acting


@told
def backup(given: Given) -> int:
    """Copy the database while the service goes on."""
    from mespoints.config.backups import back_up

    if "--output" not in given.options:
        raise UsageRefused(WORDS[given.language]["no_output"])
    path = Path(given.options["--output"])
    sys.stdout.write(WORDS[given.language]["done"].format(path, back_up(path) / 1_000_000))
    return 0


@told
def restore(given: Given) -> int:
    """Bring a copy back into an empty database, bring its tables up to date, and verify it."""
    from mespoints.config.backups import restore

    path = Path(given.positional)
    restore(path)
    if "--json" not in given.options:
        sys.stdout.write(WORDS[given.language]["restored"].format(path))
    return verify(given)
