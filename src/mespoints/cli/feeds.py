"""``mespoints feeds`` and ``replay``: what became of each line of each file, and another try."""

import sys
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from mespoints.cli.feed_pages import PER_PAGE, file_document, files_text, line_document, lines_text
from mespoints.cli.intake import COUNTS, WAITING
from mespoints.cli.options import Given, UsageRefused
from mespoints.cli.progress import Progress
from mespoints.cli.service import fail
from mespoints.cli.statement import write_json
from mespoints.cli.terminal import print_pages

NOTHING_FOUND = 1

MESSAGES = {
    "words": ("{0} attend « show FICHIER » ou rien", '{0} expects "show FILE" or nothing'),
    "file": ("{0} attend le numéro d'un fichier (voir mespoints feeds)", "{0} expects the number of a file"),
    "no_file": ("aucun fichier n'a le numéro {0}", "no file has number {0}"),
    "page": ("l'option --page attend un nombre à partir de 1", "option --page expects a number from 1"),
    "alone": ("l'option {0} ne va qu'avec « show »", 'option {0} goes with "show" alone'),
}


def say(given: Given, message: str, *words: str) -> str:
    """A message in the language asked for."""
    in_french, in_english = MESSAGES[message]
    return (in_english if given.language == "en" else in_french).format(*words)


def refuse(given: Given, message: str, *words: str) -> UsageRefused:
    """The refusal of a command line."""
    return UsageRefused(f"{given.command} : {say(given, message, *words)}")


def number_of(given: Given, text: str, message: str) -> int:
    """A whole number from 1. Raises UsageRefused."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 1 << 62):
        raise refuse(given, message, given.command)
    return int(text)


def show(given: Given) -> int:
    """Every file with its counts, or a page of the lines of one; 1 when there is nothing."""
    page = number_of(given, given.options.get("--page", "1"), "page")
    wanted = None
    if given.words:
        if len(given.words) != 2 or given.words[0] != "show":
            raise refuse(given, "words", given.command)
        wanted = number_of(given, given.words[1], "file")
    elif "--fate" in given.options:
        raise refuse(given, "alone", "--fate")
    try:
        from mespoints.config.bootstrap import prepare

        prepare()
    except ImproperlyConfigured as error:
        return fail(given, str(error))
    return show_files(given, page) if wanted is None else show_lines(given, wanted, page)


def show_files(given: Given, page: int) -> int:
    """The files, the latest first."""
    from mespoints.intake.models import FeedFile

    every = FeedFile.objects.order_by("-pk")
    files, pages = list(every[(page - 1) * PER_PAGE : page * PER_PAGE]), pages_of(every.count())
    if "--json" in given.options:
        documents = [file_document(file) for file in files]
        write_json({"format": "feeds/1", "page": page, "pages": pages, "files": documents})
    else:
        print_pages(lambda paper: files_text(files, page, pages, paper.language), given.language)
    return 0 if files else NOTHING_FOUND


def show_lines(given: Given, number: int, page: int) -> int:
    """The lines of a file, in their order, of one fate or of all."""
    from mespoints.intake.fates import lines_of
    from mespoints.intake.models import FeedFile

    file = FeedFile.objects.filter(pk=number).first()
    if file is None:
        return fail(given, say(given, "no_file", str(number)))
    fate = given.options.get("--fate", "")
    rows = list(lines_of(file, fate).defer("raw")[(page - 1) * PER_PAGE : page * PER_PAGE])
    pages = pages_of(getattr(file, fate) if fate else file.lines)
    if "--json" in given.options:
        told: dict[str, Any] = {"format": "feed_lines/1", "file": file_document(file), "page": page, "pages": pages}
        write_json({**told, "lines": [line_document(row) for row in rows]})
    else:
        print_pages(lambda paper: lines_text(file, rows, page, pages, paper), given.language)
    return 0 if rows else NOTHING_FOUND


def pages_of(count: int) -> int:
    """How many pages so many rows make."""
    return -(-count // PER_PAGE)


def replay_lines(given: Given) -> int:
    """Try again the lines that were refused or wait, of one file or of all; 1 when some are still refused."""
    if len(given.words) > 1:
        raise refuse(given, "file", given.command)
    wanted = number_of(given, given.words[0], "file") if given.words else None
    try:
        from mespoints.config.bootstrap import prepare

        prepare()
    except ImproperlyConfigured as error:
        return fail(given, str(error))
    counts = replay_chosen(given, wanted)
    if "--json" in given.options:
        write_json({"format": "replay/1", **counts})
    else:
        waiting = WAITING[given.language].format(**counts) if counts["waiting"] else ""
        sys.stdout.write(COUNTS[given.language].format(**{**counts, "waiting": waiting}))
    return 1 if counts["refused"] else 0


def replay_chosen(given: Given, wanted: int | None) -> dict[str, int]:
    """Try again; how many of the lines tried have each fate now."""
    from mespoints.config.clock import today
    from mespoints.intake.fates import FATES, with_fates
    from mespoints.intake.taking import replay

    fates = [given.options["--fate"]] if "--fate" in given.options else ["refused", "waiting"]
    pks = with_fates(fates, wanted)
    counts = dict.fromkeys(FATES, 0)
    done = 0
    with Progress(wanted="--progress" in given.options) as progress:
        for fates_now in replay(pks, today()):
            for fate, count in fates_now.items():
                counts[fate] += count
            done += sum(fates_now.values())
            progress.show(done, len(pks))
    return counts
