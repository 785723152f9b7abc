"""The pages of ``mespoints feeds``, as text and as JSON."""

from collections.abc import Iterable
from typing import Any

from mespoints.cli.terminal import Page

PER_PAGE = 50
COUNTED = ("lines", "accepted", "known", "refused", "waiting")

WORDS = {
    "fr": {
        "columns": ("n°", "reçu le", "flux", "lignes", "acceptées", "connues", "refusées", "en attente", "nom"),
        "unfinished": " (inachevé : relancer la même commande)",
        "none": "Aucun fichier.",
        "no_line": "Aucune ligne.",
        "page": "Page {page} sur {pages}.",
        "line": "ligne",
        "accepted": "acceptée",
        "known": "déjà connue",
        "refused": "refusée",
        "waiting": "en attente",
    },
    "en": {
        "columns": ("no", "received on", "feed", "lines", "accepted", "known", "refused", "waiting", "name"),
        "unfinished": " (unfinished: run the same command again)",
        "none": "No file.",
        "no_line": "No line.",
        "page": "Page {page} of {pages}.",
        "line": "line",
        "accepted": "accepted",
        "known": "already known",
        "refused": "refused",
        "waiting": "waiting",
    },
}


def file_document(file: Any) -> dict[str, Any]:
    """One file and its counts."""
    counts = {name: getattr(file, name) for name in COUNTED}
    received_on = file.received_on.isoformat()
    told = {"file": file.pk, "feed": file.feed, "name": file.name, "received_on": received_on, "digest": file.digest}
    return {**told, **counts, "done": file.done}


def line_document(row: Any) -> dict[str, Any]:
    """One line and its fate."""
    fate = {"line": row.number, "fate": row.fate, "neph": row.neph or None, "waits_for": row.waits_for or None}
    return {**fate, "reasons": row.reasons}


def files_text(files: Iterable[Any], page: int, pages: int, language: str) -> list[str]:
    """A table of files."""
    words: Any = WORDS[language]
    rows = [
        (str(file.pk), file.received_on.isoformat(), file.feed, *(str(getattr(file, name)) for name in COUNTED),
         file.name + ("" if file.done else words["unfinished"]))
        for file in files
    ]  # fmt: skip
    if not rows:
        return [words["none"]]
    widths = [max(len(row[column]) for row in (words["columns"], *rows)) for column in range(len(words["columns"]) - 1)]
    lines = [
        "  ".join([*(cell.rjust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])
        for row in (words["columns"], *rows)
    ]
    return [*lines, words["page"].format(page=page, pages=pages)]


def lines_text(file: Any, rows: Iterable[Any], page: int, pages: int, paper: Page) -> list[str]:
    """The lines of a file, each with its fate and its reasons."""
    words: Any = WORDS[paper.language]
    lines = [paper.styled(f"{file.name} ({file.feed}, {file.received_on})", "strong")]
    for row in rows:
        named = f", NEPH {row.neph}" if row.neph else ""
        lines.append(f"{words['line']} {row.number}{named} : {words[row.fate]}")
        lines += [line for reason in row.reasons for line in paper.wrapped(reason, "    ")]
    if len(lines) == 1:
        return [*lines, words["no_line"]]
    return [*lines, words["page"].format(page=page, pages=pages)]
