"""How a file is written: which feed, as JSON lines or as CSV; and its lines, cut without ever holding more than one."""

import csv
import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, BinaryIO, NamedTuple

from mespoints.intake.formats import COMMON, FORMATS
from mespoints.intake.lines import LineRefused, parse, raw_of
from mespoints.law.refusals import printable, shown
from mespoints.law.strict_json import BYTE_ORDER_MARK

PEOPLE = "intake/1"
LONGEST_LINE = 65_536
LONGEST_PERSON = 10_000_000
"""In bytes. A person comes with a whole history."""

LOOKED_AT = 1000
"""The lines among which the format of a file is looked for, should the first ones be broken."""

SEPARATORS = ";,"
LIST_SEPARATOR = "|"
"""Between the items of a list in a cell of a CSV."""

NUMBERS = frozenset(("points", "case", "balance", "ceiling", "ban_months"))
FLAGS = frozenset(("foreign", "lengthened"))
LISTS = frozenset(("given_names", "address", "codes", "lines"))


class FileRefused(Exception):
    """A file of which no line can be read, with the reason, in French."""


class Layout(NamedTuple):
    """The feed of a file, and the header of a CSV, empty for JSON lines."""

    feed: str
    header: str = ""

    @property
    def columns(self) -> list[str]:
        return self.header.split(separator_of(self.header))

    @property
    def longest(self) -> int:
        return LONGEST_PERSON if self.feed == PEOPLE else LONGEST_LINE


def separator_of(header: str) -> str:
    """The separator of a CSV: the one that its header uses."""
    return max(SEPARATORS, key=header.count)


def layout_of(stream: BinaryIO, feed: str = "") -> Layout:
    """How a file is written, from its first lines; the stream is left at its start. ``feed``: when it is told.

    Raises FileRefused for a header that cannot be right, or a format that does not exist.
    """
    if feed and feed not in (*FORMATS, PEOPLE):
        raise FileRefused(unknown_format(feed))
    first = [stream.readline(LONGEST_PERSON) for _ in range(LOOKED_AT)]
    stream.seek(0)
    first = [line for line in first if line.strip()]
    header = first[0].decode(errors="replace").removeprefix(BYTE_ORDER_MARK).strip() if first else ""
    if not header.startswith("{") and {"format", "neph"} <= set(header.split(separator_of(header))):
        told = [cells_of(line, header).get("format") for line in first[1:]]
        layout = Layout(feed or format_among(told) or "", header)
        check_header(layout)
        return layout
    return Layout(feed or format_among([format_told(line) for line in first]) or PEOPLE)


def format_told(line: bytes) -> object:
    """The format that a JSON line tells, if it can be read."""
    with suppress(LineRefused):
        document = parse(line)
        return document.get("format") if isinstance(document, dict) else None
    return None


def format_among(told: list[object]) -> str | None:
    """The first format told that exists; None when none is told. Raises FileRefused when all told are unknown."""
    formats = [one for one in told if type(one) is str and one]
    known = [one for one in formats if one in FORMATS or one == PEOPLE]
    if formats and not known:
        raise FileRefused(unknown_format(formats[0]))
    return known[0] if known else None


def unknown_format(name: str) -> str:
    """Why a format is refused."""
    return f"format : trouvé {shown(name)}, attendu l'un de ces formats : {', '.join((PEOPLE, *FORMATS))}"


def check_header(layout: Layout) -> None:
    """Each column once, each a key of the format, the common ones among them. Raises FileRefused."""
    columns = layout.columns
    if layout.feed not in FORMATS:
        found = shown(layout.feed) if layout.feed else "rien"
        raise FileRefused(f"format : trouvé {found}, attendu l'un de ceux qui s'écrivent en CSV : {', '.join(FORMATS)}")
    allowed = [*COMMON, *dict.fromkeys(key for event in FORMATS[layout.feed].values() for key in event.shape.keys)]
    for column in columns:
        if column not in allowed:
            raise FileRefused(f"en-tête, colonne « {printable(column)} » : attendu l'une de {', '.join(allowed)}")
        if columns.count(column) > 1:
            raise FileRefused(f"en-tête, colonne « {column} » : trouvée deux fois, attendue une fois")
    missing = [column for column in COMMON if column not in columns]
    if missing:
        raise FileRefused(f"en-tête : colonne « {missing[0]} » absente, attendues {', '.join(COMMON)}")


def cut(stream: BinaryIO, layout: Layout) -> Iterator[tuple[int, bytes]]:
    """The lines with their numbers from 1, that of a CSV's header not counted among them.

    A line longer than allowed comes as its beginning, one byte longer than allowed: whoever reads it refuses it.
    """
    number = 0
    header_to_come = bool(layout.header)
    while line := stream.readline(layout.longest + 1):
        rest = line
        while len(rest) > layout.longest and not rest.endswith(b"\n"):
            rest = stream.readline(layout.longest + 1)
        number += 1
        if header_to_come and line.strip():
            header_to_come = False
        elif not header_to_come:
            yield number, line


def document_of(raw: str | bytes, layout: Layout) -> Any:
    """The JSON value of a line; of a CSV, an object with a key for each cell that is not empty. Raises LineRefused."""
    line = raw_of(raw)
    if len(line) > layout.longest:
        raise LineRefused(f"ligne de plus de {layout.longest} octets : trouvé {len(line)} ou plus")
    return row_of(line, layout.header) if layout.header else parse(line)


def row_of(line: bytes, header: str) -> dict[str, object]:
    """The object of a row of a CSV. Raises LineRefused."""
    if not line.strip():
        raise LineRefused("ligne vide")
    if b"\0" in line:
        raise LineRefused(f"le caractère nul n'est pas accepté (octet {line.index(0) + 1})")
    try:
        line.decode()
    except UnicodeDecodeError as error:
        raise LineRefused(f"UTF-8 invalide à l'octet {error.start + 1}") from error
    expected = len(header.split(separator_of(header)))
    try:
        cells = next(csv.reader([line.decode().rstrip("\r\n")], delimiter=separator_of(header), strict=True))
    except (csv.Error, StopIteration) as error:
        raise LineRefused(f"CSV invalide : guillemets mal fermés, attendu {expected} cellules") from error
    if len(cells) != expected:
        raise LineRefused(f"trouvé {len(cells)} cellules, attendu {expected}, une par colonne de l'en-tête")
    return cells_of(line, header)


def cells_of(line: bytes, header: str) -> dict[str, object]:
    """The cells that are not empty, by column, each as the JSON value that it stands for; nothing for a broken row."""
    separator = separator_of(header)
    with suppress(csv.Error, StopIteration):
        cells = next(csv.reader([line.decode(errors="replace").rstrip("\r\n")], delimiter=separator, strict=True))
        return {key: value_of(key, cell) for key, cell in zip(header.split(separator), cells, strict=False) if cell}
    return {}


def value_of(key: str, cell: str) -> object:
    """The JSON value that a cell stands for; a text when it is not what the column holds, for the table to refuse."""
    if key in LISTS:
        return cell.split(LIST_SEPARATOR)
    if key in NUMBERS and cell.isascii() and cell.isdigit() and len(cell) < 10:
        return int(cell)
    if key in FLAGS and cell in ("true", "false"):
        return bool(json.loads(cell))
    return cell
