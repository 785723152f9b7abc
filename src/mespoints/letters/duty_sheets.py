"""A list on paper and as a table: what one authority is told on one day, reported first, withdrawn after."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from mespoints.law.days import year_month_day
from mespoints.law.explain import long_day
from mespoints.letters.authorities import authorities_of
from mespoints.letters.composing import Composer
from mespoints.letters.contents import Sender
from mespoints.letters.duty_cells import COLUMNS, COMPTABLE, PREFET, PROCUREUR
from mespoints.letters.wording import typeset

TEMPLATE = "liste.typ"
FORMULA = ("=", "+", "-", "@")
"""What makes a spreadsheet take a cell for a formula: such a text is kept a text."""

REPORTED = {PROCUREUR: "signalé", PREFET: "signalé", COMPTABLE: "amende à rembourser"}
WITHDRAWN = "signalement retiré"

TITLES = {
    PROCUREUR: "Stages obligatoires non suivis dans les quatre mois",
    PREFET: "Permis invalidés non remis dans les dix jours francs",
    COMPTABLE: "Amendes que remplace un stage obligatoire",
}
INTRODUCTIONS = {
    PROCUREUR: (
        "La lettre 48N, notifiée à ces conducteurs, leur ordonnait un stage dans les quatre mois ; le fichier n'en "
        "connaît aucun qui fut suivi dans ce délai. Ne pas le suivre est puni par l'article R. 223-4 du code de la "
        "route."
    ),
    PREFET: (
        "La lettre 48SI, notifiée à ces conducteurs, leur ordonnait de remettre leur permis dans les dix jours "
        "francs ; le fichier ne connaît pas de remise. Refuser de s'y soumettre est puni par l'article L. 223-5 du "
        "code de la route."
    ),
    COMPTABLE: (
        "Ces conducteurs ont suivi dans le délai le stage que la lettre 48N leur ordonnait : il remplace l'amende de "
        "l'infraction, qui est remboursée si elle a été payée (code de la route, art. L. 223-6 et R. 223-8, IV)."
    ),
}
WITHDRAWN_HEADING = "Signalements retirés"
WITHDRAWN_WORDS = "Ces conducteurs ont été signalés par une liste précédente. Il n'y a plus lieu de donner suite."
WHY = {
    "fulfilled": "fait : la preuve en est parvenue depuis",
    "undone": "la décision est annulée, ou suspendue",
    "ended": "sans objet : permis plus détenu, ou nouveau permis",
    "running": "le délai court encore",
    "death": "décès",
}


class Sheet(NamedTuple):
    """One list. ``due`` and ``withdrawn``: for each line, why, and its cells."""

    name: str
    on: date
    recipient: str
    departement: str
    due: Sequence[tuple[str, tuple[str, ...]]]
    withdrawn: Sequence[tuple[str, tuple[str, ...]]]


class Sheets:
    """Composes the lists of one sender. ``is_specimen``: they say that they are worth nothing."""

    def __init__(self, sender: Sender, *, is_specimen: bool) -> None:
        self._sender = sender
        self._is_specimen = is_specimen
        self._composer = Composer()

    def compose(self, sheet: Sheet) -> bytes:
        """The list as PDF."""
        return self._composer.compose_fields(TEMPLATE, fields_of(sheet, self._sender, is_specimen=self._is_specimen))


def fields_of(sheet: Sheet, sender: Sender, *, is_specimen: bool) -> str:
    """The JSON that the template reads."""
    year, month, quantieme = year_month_day(sheet.on.toordinal())
    return json.dumps(
        {
            "title": typeset(TITLES[sheet.recipient]),
            "introduction": typeset(INTRODUCTIONS[sheet.recipient]),
            "addressee": typeset(addressee_of(sheet)),
            "sender": sender.name,
            "reference": f"{sheet.name}, {sheet.recipient}",
            "on": typeset(long_day(sheet.on.toordinal())),
            "columns": COLUMNS[sheet.recipient],
            "due": [cells for _, cells in sheet.due],
            "withdrawn_heading": WITHDRAWN_HEADING,
            "withdrawn_words": typeset(WITHDRAWN_WORDS),
            "withdrawn": [(*cells, typeset(WHY[why])) for why, cells in sheet.withdrawn],
            "is_specimen": is_specimen,
            "dated": {"year": year, "month": month, "day": quantieme},
        },
        ensure_ascii=False,
    )


def addressee_of(sheet: Sheet) -> str:
    """To whom the list goes: « Monsieur le préfet », by name; the parquet is found by the département."""
    authorities = authorities_of(sheet.departement)
    if sheet.recipient == COMPTABLE:
        return "Comptables de la direction générale des finances publiques, par le lieu de l'infraction"
    if sheet.recipient == PROCUREUR:
        return f"Procureur de la République, domiciles du département {sheet.departement or 'non connu'}"
    return authorities.prefet.capitalize() if authorities else "Préfet, département non connu"


def table_of(sheet: Sheet) -> bytes:
    """The same lines as CSV, with what is said of each in the first column and why in the last."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("Signalement", *COLUMNS[sheet.recipient], "Motif du retrait"))
    writer.writerows((REPORTED[sheet.recipient], *map(as_text, cells), "") for _, cells in sheet.due)
    writer.writerows((WITHDRAWN, *map(as_text, cells), WHY[why]) for why, cells in sheet.withdrawn)
    return text.getvalue().encode()


def as_text(cell: str) -> str:
    """A cell that no spreadsheet runs, on one line: a line end within it could begin a row of its own."""
    line = " ".join(cell.split())
    return f"'{line}" if line.startswith(FORMULA) else line
