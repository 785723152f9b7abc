"""JSON lines and CSV: how a file is recognised, cut into lines, and a row read."""

import io
from collections.abc import Callable

import pytest

from mespoints.intake.formats import FORMATS
from mespoints.intake.layouts import (
    FLAGS,
    LISTS,
    LONGEST_LINE,
    NUMBERS,
    FileRefused,
    Layout,
    cut,
    document_of,
    layout_of,
    value_of,
)
from mespoints.intake.lines import LineRefused

HEADER = "format;event;id;neph;offence;on"


def layout(*lines: str, feed: str = "") -> Layout:
    """How a file of these lines is written."""
    return layout_of(io.BytesIO("\n".join(lines).encode()), feed)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (['{"format": "antai/1"}'], Layout("antai/1")),
        (["", "{", '{"format": "antai/2"}', '{"format": "stages/1"}'], Layout("stages/1")),
        (["{"], Layout("intake/1")),
        ([], Layout("intake/1")),
        ([HEADER, "antai/1;paid;p1;ABCDE;i1;2024-02-15"], Layout("antai/1", HEADER)),
        (["\ufeff" + HEADER, ";", "antai/1;paid;p1;ABCDE;i1;2024-02-15"], Layout("antai/1", HEADER)),
        (
            ["format,event,id,neph,on", "deaths/1,death,d1,ABCDE,2024-02-15"],
            Layout("deaths/1", "format,event,id,neph,on"),
        ),
    ],
)
def test_a_file_says_how_it_is_written(lines: list[str], expected: Layout) -> None:
    """The first line that can be read tells the format; a header tells a CSV and its separator."""
    assert expected == layout(*lines)


def test_the_format_may_be_told_apart_from_the_lines() -> None:
    """For a file whose first thousand lines are broken."""
    assert Layout("antai/1") == layout("{", feed="antai/1")


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (['{"format": "antai/2"}'], 'format : trouvé "antai/2", attendu l\'un de ces formats : intake/1, antai/1'),
        ([HEADER + ";colour", "antai/1;paid"], "en-tête, colonne « colour » : attendu l'une de format, event"),
        ([HEADER + ";on", "antai/1;paid"], "en-tête, colonne « on » : trouvée deux fois, attendue une fois"),
        (["format;neph;on", "antai/1;A;B"], "en-tête : colonne « event » absente, attendues format, event, id, neph"),
        ([HEADER], "format : trouvé rien, attendu l'un de ceux qui s'écrivent en CSV : antai/1"),
        ([HEADER, "intake/1;paid"], "format : trouvé \"intake/1\", attendu l'un de ceux qui s'écrivent en CSV"),
    ],
)
def test_a_file_of_which_nothing_can_be_read_is_refused(lines: list[str], reason: str) -> None:
    """With what was found and what was expected."""
    with pytest.raises(FileRefused) as refused:
        layout(*lines)

    assert str(refused.value).startswith(reason)


def test_lines_keep_the_numbers_of_the_file() -> None:
    """The header of a CSV is a line of the file, and none of the feed."""
    text = b"a\n\nb\r\nc"

    assert [(1, b"a\n"), (2, b"\n"), (3, b"b\r\n"), (4, b"c")] == list(cut(io.BytesIO(text), Layout("antai/1")))
    assert [(3, b"b\r\n"), (4, b"c")] == list(
        cut(io.BytesIO(b"\n\xef\xbb\xbfhead\n" + text[3:]), Layout("antai/1", "head"))
    )


@pytest.mark.parametrize("size", [LONGEST_LINE - 1, LONGEST_LINE, LONGEST_LINE + 1, 5 * LONGEST_LINE])
def test_a_line_without_end_is_not_held(size: int) -> None:
    """Its beginning is refused, and the next line is the next one."""
    lines = list(cut(io.BytesIO(b"x" * size + b"\nnext\n"), Layout("antai/1")))
    held = len(lines[0][1])

    assert [1, 2] == [number for number, _ in lines]
    assert b"next\n" == lines[1][1]
    assert held <= LONGEST_LINE + 1
    if size >= LONGEST_LINE:
        with pytest.raises(LineRefused, match="ligne de plus de 65536 octets"):
            document_of(lines[0][1], Layout("antai/1"))


def test_a_cell_stands_for_the_value_of_its_column() -> None:
    """Numbers, flags, lists and texts; an empty cell is an absent key."""
    header = "format,neph,points,foreign,codes,place,label"
    row = b'antai/1,00123,4,true,01|95,"Nantes, quai",\r\n'
    texts = {"format": "antai/1", "neph": "00123", "place": "Nantes, quai"}
    expected = {**texts, "points": 4, "foreign": True, "codes": ["01", "95"]}

    assert expected == document_of(row, Layout("antai/1", header))
    assert ("4.5", "vrai", "²") == (value_of("points", "4.5"), value_of("foreign", "vrai"), value_of("points", "²"))


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (b"a;b", "trouvé 2 cellules, attendu 6, une par colonne de l'en-tête"),
        (b"a;b;c;d;e;f;g", "trouvé 7 cellules, attendu 6, une par colonne de l'en-tête"),
        (b'"a;b;c;d;e;f', "CSV invalide : guillemets mal fermés, attendu 6 cellules"),
        (b"a;b;c;d;\xe9;f", "UTF-8 invalide à l'octet 9"),
        (b"a;b;c;d;\0;f", "le caractère nul n'est pas accepté (octet 9)"),
        (b" \r\n", "ligne vide"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused(row: bytes, reason: str) -> None:
    """With what was found and what was expected."""
    with pytest.raises(LineRefused) as refused:
        document_of(row, Layout("antai/1", HEADER))

    assert (reason,) == refused.value.reasons


def takes(kind: Callable[[object], bool]) -> set[str]:
    """The keys of all formats that take a value of this kind."""
    keys = {
        key: holds
        for events in FORMATS.values()
        for event in events.values()
        for key, holds in event.shape.keys.items()
    }
    return {key for key, holds in keys.items() if kind(holds.take)}


def test_the_columns_that_hold_no_text_are_known() -> None:
    """A cell is text: numbers, flags and lists are told by their column."""
    assert NUMBERS == takes(lambda take: any(take(number) is not None for number in range(200)))  # type: ignore[operator]
    assert FLAGS == takes(lambda take: take(True) is not None)  # type: ignore[operator]
    assert LISTS == takes(lambda take: take(["01"]) is not None)  # type: ignore[operator]
