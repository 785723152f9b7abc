"""The rows of the barème, read from ``bareme.csv``: one line per offence and period, [from, to[.

What each column may hold is in a table; a line that cannot be right is refused with its number. What ties the
rows together (periods, limits of the law) is checked in ``law.bareme_checks``.
"""

from typing import NamedTuple

from mespoints.law.capital import TWELVE_POINTS_FROM
from mespoints.law.days import NEVER, Day
from mespoints.law.holds import Holds, take_day, word
from mespoints.law.refusals import shown

FILE = __file__.removesuffix("_rows.py") + ".csv"

CLASS_UNKNOWN = "contravention"
"""The class of a contravention of the former code, of which the source gives the points alone."""

SEEN, RECALLED = "SEEN", "RECALLED"
"""Read in the source, or recalled and to be confirmed: what is recalled is shown as unverified."""

LONGEST_NATINF = 6


class BaremeRow(NamedTuple):
    """One offence during one period. ``to_on`` is the first day on which the row no longer holds.

    ``natinf_status``: RECALLED when the codes alone are unverified, else empty. ``starts_unknown``: the file has
    no first day, and ``from_on`` is the earliest possible.
    """

    line: int
    article: str
    paragraph: str
    label: str
    label_en: str
    offence_class: str
    points: int
    from_on: Day
    to_on: Day
    natinf: tuple[str, ...]
    natinf_status: str
    status: str
    source: str
    note: str
    starts_unknown: bool

    def holds_on(self, day: Day) -> bool:
        """Whether the row counts for an offence committed that day."""
        return self.from_on <= day < self.to_on


class BaremeFault(NamedTuple):
    """What is wrong in one line of the file: the column, what was found there, what was expected."""

    line: int
    column: str
    found: str
    expected: str

    @property
    def message(self) -> str:
        """The fault as a French sentence."""
        return f"bareme.csv, ligne {self.line}, « {self.column} » : trouvé {self.found}, attendu {self.expected}."


class BaremeRefused(ValueError):
    """The file of the barème cannot be right: its faults are the arguments."""

    def __str__(self) -> str:
        """One message a fault, in the order of the lines."""
        return "\n".join(fault.message for fault in sorted(self.args))


def take_words(text: object) -> str | None:
    """A text that is not empty, without spaces around it or doubled."""
    return text if type(text) is str and text and " ".join(text.split()) == text else None


def take_note(text: object) -> str | None:
    """A text that may be empty."""
    return "" if text == "" else take_words(text)


def take_points(text: object) -> int | None:
    """One digit."""
    return int(text) if type(text) is str and len(text) == 1 and text.isascii() and text.isdigit() else None


def take_from(text: object) -> Day | None:
    """A day; an unknown one is that of the first barème out of twelve points."""
    return TWELVE_POINTS_FROM if text == "" else take_day(text)


def take_to(text: object) -> Day | None:
    """A day; never, when the row still holds."""
    return NEVER if text == "" else take_day(text)


def take_natinf(text: object) -> tuple[str, ...] | None:
    """NATINF codes joined by semicolons, in growing order: each once, digits alone, no zero in front."""
    codes = tuple(str(text).split(";")) if text else ()
    formed = all(code.isascii() and code.isdigit() and code[0] != "0" and len(code) <= LONGEST_NATINF for code in codes)
    return codes if formed and sorted(set(codes), key=int) == list(codes) else None


WORDS = Holds(take_words, "un texte non vide, sans espace superflue")
DAY_OR_NOTHING = "un jour écrit AAAA-MM-JJ, ou rien"

COLUMNS: dict[str, Holds] = {
    "article": WORDS,
    "paragraph": WORDS,
    "label_fr": WORDS,
    "label_en": WORDS,
    "class": word("c1", "c2", "c3", "c4", "c5", "delit", CLASS_UNKNOWN),
    "points": Holds(take_points, "un nombre entier de 0 à 9"),
    "from": Holds(take_from, DAY_OR_NOTHING),
    "to": Holds(take_to, DAY_OR_NOTHING),
    "natinf": Holds(take_natinf, "des codes NATINF croissants, en chiffres, séparés par des points-virgules"),
    "natinf_status": word("", RECALLED)._replace(expected=f"{RECALLED}, ou rien"),
    "status": word(SEEN, RECALLED),
    "source": WORDS,
    "note": Holds(take_note, "un texte, ou rien"),
}
"""The columns of the file, in the order of the fields of a row."""

FROM = list(COLUMNS).index("from")


def read_rows(words: str = "", file: str = FILE) -> tuple[BaremeRow, ...]:
    """The rows whose line holds these words anywhere: one code costs a tenth of the whole file.

    Raises ``BaremeRefused`` at the first of these lines that cannot be read.
    """
    with open(file, encoding="utf-8") as lines:  # noqa: PTH123 - pathlib takes 4 ms to import
        header = next(lines, "").rstrip("\n")
        if header != ",".join(COLUMNS):
            raise BaremeRefused(BaremeFault(1, "en-tête", shown(header), ",".join(COLUMNS)))
        return tuple(read_line(number, line) for number, line in enumerate(lines, 2) if words in line)


def read_line(number: int, line: str) -> BaremeRow:
    """The row of one line."""
    # Imported here: reading a dossier seldom asks for the barème, and the time to start is counted.
    import csv

    cells = next(csv.reader([line]), [])
    if len(cells) != len(COLUMNS):
        raise BaremeRefused(BaremeFault(number, "ligne", f"{len(cells)} colonnes", f"{len(COLUMNS)} colonnes"))
    taken = [(column, cell, COLUMNS[column].take(cell)) for column, cell in zip(COLUMNS, cells, strict=True)]
    faults = [
        BaremeFault(number, column, shown(cell), COLUMNS[column].expected)
        for column, cell, value in taken
        if value is None
    ]
    if faults:
        raise BaremeRefused(*faults)
    return BaremeRow._make([number, *[value for _, _, value in taken], cells[FROM] == ""])
