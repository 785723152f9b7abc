"""From bytes to a statement, or to the reasons why there is none."""

import sys
from typing import TYPE_CHECKING

from mespoints.cli.options import Given, UsageRefused
from mespoints.law.acts import Dossier
from mespoints.law.days import NEVER, Day, day_of, iso, parse_day
from mespoints.law.holds import LATEST
from mespoints.law.reading import DossierRefused, read_dossier
from mespoints.law.results import Statement
from mespoints.law.statement import StatementRefused, make_statement
from mespoints.law.strict_json import JsonRefused, parse_json

if TYPE_CHECKING:
    from mespoints.law.suppositions import SuppositionRefused


WORDS = {
    "fr": {
        "absent": "ce fichier n'existe pas", "folder": "c'est un dossier du disque, pas un fichier",
        "unreadable": "ce fichier ne peut pas être lu ({})", "unwritable": "ce fichier ne peut pas être écrit ({})",
        "closed_folder": "ce dossier ne peut pas être écrit ({})", "empty": "texte vide : {} est attendu",
        "dossier": "un dossier", "releve": "un relevé", "input": "entrée standard", "told": "mespoints: {} : {}\n",
    },
    "en": {
        "absent": "this file does not exist", "folder": "this is a folder of the disk, not a file",
        "unreadable": "this file cannot be read ({})", "unwritable": "this file cannot be written ({})",
        "closed_folder": "this folder cannot be written to ({})", "empty": "empty text: {} is expected",
        "dossier": "a dossier", "releve": "a relevé", "input": "standard input", "told": "mespoints: {}: {}\n",
    },
}  # fmt: skip


class Refused(Exception):
    """No statement can be made; ``errors`` says why, one sentence each, in the language that was asked for."""

    def __init__(self, *errors: str) -> None:
        """Keep the reasons in their order."""
        super().__init__(*errors)
        self.errors = errors


NAMING = ("offence", "letter", "recours")
"""The keys by which an act names another."""


def day_asked(given: Given) -> Day:
    """The day of ``--on``, today if it is absent."""
    if "--on" in given.options:
        return day_of_option(given, "--on", LATEST)
    import time

    return day_of(*time.localtime()[:3])


def known_on_asked(given: Given) -> Day:
    """The day of ``--known-on``; without it, everything in the file is known."""
    return day_of_option(given, "--known-on") if "--known-on" in given.options else NEVER


def day_of_option(given: Given, name: str, last: Day = NEVER - 1) -> Day:
    """The day that an option gives, ``last`` at the latest. Raises UsageRefused."""
    text, is_english = given.options[name], given.language == "en"
    expected = "a day written YYYY-MM-DD" if is_english else "un jour écrit AAAA-MM-JJ"
    try:
        day = parse_day(text)
    except ValueError:
        day = NEVER
    if day <= last:
        return day
    if day < NEVER:
        expected += f", {iso(last)} at the latest" if is_english else f", le {iso(last)} au plus tard"
    message = ': option {} expects {}, not "{}"' if is_english else " : l'option {} attend {}, et non « {} »"
    raise UsageRefused(given.command + message.format(name, expected, text))


def read_bytes(path: str, language: str) -> bytes:
    """The whole file, or standard input for ``-``. Raises Refused."""
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        with open(path, "rb") as file:  # noqa: PTH123 (pathlib would cost a tenth of our start)
            return file.read()
    except (OSError, ValueError) as error:
        raise cannot_read(error, language) from error


def cannot_read(error: OSError | ValueError, language: str) -> Refused:
    """A file that is absent, forbidden, a folder, or no path at all."""
    words = WORDS[language]
    if isinstance(error, FileNotFoundError):
        return Refused(words["absent"])
    if isinstance(error, IsADirectoryError):
        return Refused(words["folder"])
    return Refused(words["unreadable"].format(error.strerror if isinstance(error, OSError) else error))


def parse(raw: bytes, language: str, expected: str = "dossier") -> object:
    """The JSON value of a text. ``expected``: what it should hold, by its name in ``WORDS``. Raises Refused."""
    if not raw.strip():
        raise Refused(WORDS[language]["empty"].format(WORDS[language][expected]))
    try:
        return parse_json(raw)
    except JsonRefused as refusal:
        raise Refused(*reasons_of(refusal, language)) from refusal


def reasons_of(
    refusal: "DossierRefused | StatementRefused | JsonRefused | SuppositionRefused", language: str
) -> list[str]:
    """Why the law refuses a file or a scenario, one sentence each."""
    if language == "en":
        from mespoints.law.explain.english_refusals import english_reasons  # seldom needed, and the start is counted

        return english_reasons(refusal)
    return str(refusal).split("\n")


def state(raw: bytes, on: Day, reading: str, language: str, known_on: Day = NEVER) -> tuple[Dossier, Statement]:
    """The dossier of a text as it was known at the end of a day, and its statement. Raises Refused."""
    try:
        dossier = as_known(read_dossier(parse(raw, language)), known_on)
        return dossier, make_statement(dossier, on, reading)
    except (DossierRefused, StatementRefused) as refusal:
        raise Refused(*reasons_of(refusal, language)) from refusal


def as_known(dossier: Dossier, known_on: Day) -> Dossier:
    """The dossier without the acts learned after a day, nor those that name one. No ``recorded_on``: known always."""
    if known_on == NEVER:
        return dossier
    later = {act.id for act in dossier.acts if act.recorded_on is not None and act.recorded_on > known_on}
    for _ in NAMING:  # a rejection names a recours, which names a letter, which names an offence
        later |= {act.id for act in dossier.acts if any(getattr(act, key, None) in later for key in NAMING)}
    return dossier._replace(acts=tuple(act for act in dossier.acts if act.id not in later))


def state_given(given: Given) -> tuple[Dossier, Statement]:
    """The dossier and the statement that the command line asks for. Raises Refused."""
    on, known_on, language = day_asked(given), known_on_asked(given), given.language
    raw = read_bytes(given.positional, language)
    return state(raw, on, given.options.get("--reading", "registered"), language, known_on)


def tell(path: str, refusal: Refused, language: str) -> int:
    """Say on standard error why there is no statement; the exit status."""
    words = WORDS[language]
    for error in refusal.errors:
        sys.stderr.write(words["told"].format(words["input"] if path == "-" else path, error))
    return 2
