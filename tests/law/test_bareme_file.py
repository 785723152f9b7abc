"""The file of the barème: what each line may hold, how periods follow one another, what the law of the day allows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mespoints.law.bareme import all_rows
from mespoints.law.bareme_checks import check_rows, most_points_of_contravention, points_of_delit
from mespoints.law.bareme_rows import COLUMNS, BaremeRefused, BaremeRow, read_rows
from mespoints.law.capital import TWELVE_POINTS_FROM
from mespoints.law.days import NEVER, parse_day

LINE = {
    "article": "R415-6",
    "paragraph": "al. 1",
    "label_fr": "Non-arrêt au stop",
    "label_en": "Failing to stop",
    "class": "c4",
    "points": "4",
    "from": "2001-06-01",
    "to": "",
    "natinf": "203;6112",
    "natinf_status": "",
    "status": "SEEN",
    "source": "legalize",
    "note": "",
}

Written = Callable[..., tuple[BaremeRow, ...]]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Write lines that differ from a good one in a few cells, then read the file and check it as a whole."""

    def write(*lines: dict[str, str]) -> tuple[BaremeRow, ...]:
        cells = [",".join(f'"{cell}"' for cell in (LINE | line).values()) for line in lines]
        path = tmp_path / "bareme.csv"
        path.write_text("\n".join([",".join(COLUMNS), *cells, ""]), encoding="utf-8")
        return check_rows(read_rows(file=str(path)))

    return write


def refusal(written: Written, *lines: dict[str, str]) -> list[str]:
    """Why a file of these lines is refused."""
    with pytest.raises(BaremeRefused) as refused:
        written(*lines)
    return str(refused.value).splitlines()


def test_the_file_of_the_package_is_right() -> None:
    """It is read and checked whole, one row a line."""
    rows = all_rows()

    assert check_rows(read_rows()) == rows
    assert list(range(2, 192)) == [row.line for row in rows]


def test_only_the_lines_that_hold_the_words_are_read() -> None:
    """A code costs its own lines."""
    rows = read_rows("6112")

    assert ["R415-6"] == [row.article for row in rows]
    assert [row for row in all_rows() if row.line == rows[0].line] == list(rows)


def test_a_line_becomes_a_row(written: Written) -> None:
    """Days as ordinals, codes apart; a period without an end never ends."""
    (row,) = written({"to": "2018-09-19", "natinf_status": "RECALLED", "note": "a"})
    expected = (2, "R415-6", "al. 1", "Non-arrêt au stop", "Failing to stop", "c4", 4, parse_day("2001-06-01"))

    assert (*expected, parse_day("2018-09-19"), ("203", "6112"), "RECALLED", "SEEN", "legalize", "a", False) == row
    assert NEVER == written({})[0].to_on


def test_a_row_holds_from_its_first_day_to_the_eve_of_its_end(written: Written) -> None:
    """[from, to[."""
    (row,) = written({"to": "2018-09-19"})

    days = ("2001-05-31", "2001-06-01", "2018-09-18", "2018-09-19")
    assert [False, True, True, False] == [row.holds_on(parse_day(day)) for day in days]


def test_an_unknown_first_day_is_that_of_the_twelve_points(written: Written) -> None:
    """The note must say so."""
    (row,) = written({"from": "", "note": "base 12 points; date de début inconnue"})

    assert (TWELVE_POINTS_FROM, True) == (row.from_on, row.starts_unknown)
    assert refusal(written, {"from": ""}) == [
        "bareme.csv, ligne 2, « from » : trouvé rien, attendu un jour, ou « date de début inconnue » dans la note."
    ]


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("article", "", 'trouvé "", attendu un texte non vide, sans espace superflue.'),
        ("paragraph", " al. 1", 'trouvé " al. 1", attendu un texte non vide'),
        ("label_fr", "Non-arrêt  au stop", "attendu un texte non vide"),
        ("label_en", "", "attendu un texte non vide"),
        ("source", "", "attendu un texte non vide"),
        ("class", "c6", 'trouvé "c6", attendu l\'un de ces mots : c1, c2, c3, c4, c5, delit, contravention.'),
        ("class", "", "attendu l'un de ces mots"),
        ("points", "12", 'trouvé "12", attendu un nombre entier de 0 à 9.'),
        ("points", "-1", "attendu un nombre entier de 0 à 9"),
        ("points", "", "attendu un nombre entier de 0 à 9"),
        ("points", "²", "attendu un nombre entier de 0 à 9"),
        ("from", "2001-02-30", 'trouvé "2001-02-30", attendu un jour écrit AAAA-MM-JJ, ou rien.'),
        ("to", "01/06/2018", "attendu un jour écrit AAAA-MM-JJ, ou rien"),
        ("natinf", "0203", "des codes NATINF croissants, en chiffres, séparés par des points-virgules."),
        ("natinf", "203;203", "des codes NATINF croissants"),
        ("natinf", "6112;203", "des codes NATINF croissants"),
        ("natinf", "203;", "des codes NATINF croissants"),
        ("natinf", "R203", "des codes NATINF croissants"),
        ("natinf", "²03", "des codes NATINF croissants"),
        ("natinf", "1234567", "des codes NATINF croissants"),
        ("natinf_status", "SEEN", 'trouvé "SEEN", attendu RECALLED, ou rien.'),
        ("status", "", "attendu l'un de ces mots : SEEN, RECALLED."),
        ("note", " a", "attendu un texte, ou rien."),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(written: Written, column: str, cell: str, expected: str) -> None:
    """Its line, its column, what was found and what was expected."""
    (message,) = refusal(written, {}, LINE | {"label_fr": "Autre", "natinf": "", column: cell})

    assert message.startswith(f"bareme.csv, ligne 3, « {column} » : trouvé ")
    assert expected in message


def test_codes_of_six_digits_are_read(written: Written) -> None:
    """In the order of the numbers, not of the letters."""

    assert ("203", "6112", "123456") == written({"natinf": "203;6112;123456"})[0].natinf


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 'ligne 1, « en-tête » : trouvé "", attendu article,paragraph,label_fr,'),
        ("article,points\n", 'ligne 1, « en-tête » : trouvé "article,points", attendu article,paragraph,'),
        (",".join(COLUMNS) + "\nR415-6,al. 1\n", "ligne 2, « ligne » : trouvé 2 colonnes, attendu 13 colonnes."),
        (",".join(COLUMNS) + "\n\n", "ligne 2, « ligne » : trouvé 0 colonnes, attendu 13 colonnes."),
        (",".join(COLUMNS) + "\n", "ligne 2, « ligne » : trouvé rien, attendu une infraction au moins."),
    ],
)
def test_a_file_of_another_form_is_refused(tmp_path: Path, text: str, expected: str) -> None:
    """Another heading, a line cut short, an empty line, nothing at all."""
    path = tmp_path / "bareme.csv"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(BaremeRefused) as refused:
        check_rows(read_rows(file=str(path)))
    assert expected in str(refused.value)


def test_every_fault_is_told_in_the_order_of_the_lines(written: Written) -> None:
    """The first line that cannot be read stops; one message a fault, although offence and code both see it."""
    unreadable = refusal(written, {"points": "x", "class": "x"}, {"status": "x"})
    overlapping = refusal(written, {"points": "5", "class": "delit"}, {})

    assert ["2, « class »", "2, « points »"] == [place(message) for message in unreadable]
    assert ["2, « points »", "3, « from »"] == [place(message) for message in overlapping]


def place(message: str) -> str:
    """The line and the column of a message."""
    return message.removeprefix("bareme.csv, ligne ").split(" : ")[0]


FIRST = {"to": "2004-01-01"}


@pytest.mark.parametrize(
    "following",
    [
        {"from": "2004-01-01"},
        {"from": "2004-02-01", "note": "sans points 2004-01-01..2004-02-01"},
        {"from": "2003-01-01", "label_fr": "Autre", "natinf": ""},
        {"from": "2003-01-01", "paragraph": "al. 2", "natinf": "7"},
        {"from": "2003-01-01", "article": "R415-7", "natinf": "7"},
        {"from": "2005-01-01", "article": "R415-7", "natinf": "7"},
    ],
)
def test_periods_that_follow_one_another_are_right(written: Written, following: dict[str, str]) -> None:
    """Without overlap or gap within one offence, save a gap stated; another offence may do as it likes."""

    assert 2 == len(written(FIRST, following))


def test_a_gap_may_be_stated_in_the_earlier_row(written: Written) -> None:
    """And the lines may stand in any order."""
    rows = written({"from": "2004-02-01"}, FIRST | {"note": "sans points 2004-01-01..2004-02-01"})

    assert [2, 3] == [row.line for row in rows]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((FIRST, {"from": "2003-12-31"}),
         "ligne 3, « from » : trouvé 2003-12-31, attendu aucun chevauchement, la ligne 2 allant jusqu'au 2004-01-01."),
        (({}, {"from": "2003-12-31"}),
         "ligne 3, « from » : trouvé 2003-12-31, attendu aucun chevauchement, la ligne 2 allant sans fin."),
        (({"from": "2003-12-31"}, {}),
         "ligne 2, « from » : trouvé 2003-12-31, attendu aucun chevauchement, la ligne 3 allant sans fin."),
        ((FIRST, {"from": "2003-12-31", "natinf": ""}), "ligne 3, « from » : trouvé 2003-12-31"),
        ((FIRST, {"from": "2003-12-31", "article": "R415-7", "natinf": "6112"}), "ligne 3, « from »"),
        ((FIRST, {"from": "2004-01-02"}),
         "« from » : trouvé 2004-01-02, attendu aucun trou, ou « 2004-01-01..2004-01-02 » noté, la ligne 2 allant jus"),
        ((FIRST, {"from": "2004-01-02", "article": "R415-7", "natinf": "203"}), "attendu aucun trou"),
        ((FIRST, {"from": "2004-01-02", "note": "sans points 2004-01-01..2004-01-03"}), "attendu aucun trou"),
        (({"to": "2001-06-01"},),
         "ligne 2, « to » : trouvé 2001-06-01, attendu un jour qui suit « from » (2001-06-01)."),
        (({"to": "2000-01-01"},), "ligne 2, « to » : trouvé 2000-01-01"),
    ],
)  # fmt: skip
def test_an_overlap_or_a_gap_is_refused(written: Written, lines: tuple[dict[str, str], ...], expected: str) -> None:
    """Of one offence, by its article, paragraph and label or by its code; the message names both lines."""
    (message,) = refusal(written, *lines)

    assert expected in message


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"class": "c4", "points": "4", "to": "2003-06-13"}, None),
        ({"class": "c4", "points": "5", "to": "2003-06-13"}, "de 0 à 4 au 2001-06-01"),
        ({"class": "c5", "points": "6", "from": "2003-06-13"}, None),
        ({"class": "c5", "points": "6", "from": "2003-06-12"}, "de 0 à 4 au 2003-06-12"),
        ({"class": "c3", "points": "7", "from": "2012-01-05"}, "de 0 à 6 au 2012-01-05"),
        ({"class": "c4", "points": "0", "from": "2024-01-01"}, None),
        ({"class": "contravention", "points": "2", "from": "1992-07-01", "to": "1992-12-01"}, None),
        ({"class": "contravention", "points": "3", "from": "1992-07-01", "to": "1992-12-01"}, "de 0 à 2 au 1992-07-01"),
        ({"class": "contravention", "points": "4", "from": "1992-12-01", "to": "2001-06-01"}, None),
        ({"class": "delit", "points": "6"}, None),
        ({"class": "delit", "points": "5"}, "6 au 2001-06-01"),
        ({"class": "delit", "points": "9"}, "6 au 2001-06-01"),
        ({"class": "delit", "points": "3", "from": "1992-07-01", "to": "1992-12-01"}, None),
        ({"class": "delit", "points": "3", "from": "1992-07-01", "to": "1992-12-02"}, "6 au 1992-12-01"),
        ({"class": "delit", "points": "6", "from": "1992-07-01", "to": "1992-12-01"}, "3 au 1992-07-01"),
        ({"class": "delit", "points": "9", "article": "L235-1", "from": "2025-07-11"}, None),
        ({"class": "delit", "points": "6", "article": "L235-1", "from": "2025-07-11"}, None),
        ({"class": "delit", "points": "8", "article": "L235-1", "from": "2025-07-11"}, "6 au 2025-07-11"),
        ({"class": "delit", "points": "9", "article": "L235-1", "from": "2025-07-10"}, "6 au 2025-07-10"),
        ({"class": "delit", "points": "9", "article": "L235-3", "from": "2025-07-11"}, "6 au 2025-07-11"),
        ({"class": "c5", "points": "9", "article": "L235-1", "from": "2025-07-11"}, "de 0 à 6 au 2025-07-11"),
    ],
)
def test_points_beyond_the_law_of_the_day_are_refused(
    written: Written, cells: dict[str, str], expected: str | None
) -> None:
    """Half for a délit, at most a half for a contravention (a third before 2003), nine for drugs and alcohol."""
    if expected is None:
        assert 1 == len(written(cells))
        return
    message = refusal(written, cells)[0]

    assert f"ligne 2, « points » : trouvé {cells['points']}, attendu {expected} (art. L. 223-2)." in message


@pytest.mark.parametrize(
    ("day", "delit", "contravention"),
    [("1992-07-01", 3, 2), ("1992-11-30", 3, 2), ("1992-12-01", 6, 4), ("2003-06-12", 6, 4), ("2003-06-13", 6, 6)],
)
def test_what_the_law_lets_an_offence_take(day: str, delit: int, contravention: int) -> None:
    """Out of six points until 30 November 1992, out of twelve from then on."""
    on = parse_day(day)

    assert (delit, contravention) == (points_of_delit(on), most_points_of_contravention(on))
