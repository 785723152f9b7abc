"""Finding an offence with the words of a person, and what is read of a row."""

import pytest

from mespoints.law.bareme import all_rows, is_unverified
from mespoints.law.bareme_rows import BaremeRow
from mespoints.law.bareme_search import folded, search_bareme
from mespoints.law.bareme_words import class_of_row, label_of_row, marked_label, unverified_words
from mespoints.law.days import parse_day

TODAY = "2026-03-31"


def places(words: str, on: str = TODAY, language: str = "fr") -> list[str]:
    """Article and paragraph of each row found."""
    return [f"{row.article} {row.paragraph}" for row in search_bareme(words, parse_day(on), language)]


def row_of(words: str, on: str = TODAY) -> BaremeRow:
    """The one row found."""
    (row,) = search_bareme(words, parse_day(on))
    return row


def test_without_words_all_the_rows_of_the_day_are_found() -> None:
    """In the order of the file."""
    on = parse_day("2012-06-01")

    assert [row for row in all_rows() if row.holds_on(on)] == search_bareme("", on) == search_bareme(" - ! ", on)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("stop", ["R415-6 al. 1"]),
        ("STOP", ["R415-6 al. 1"]),
        ("telephone main", ["R412-6-1 al. 1"]),
        ("Téléphone", ["R412-6-1 al. 1"]),
        ("main téléph", ["R412-6-1 al. 1"]),  # in any order, and a beginning is enough
        ("lephon", ["R412-6-1 al. 1"]),  # so is a part
        ("téléphone stop", []),  # all the words, not one of them
        ("ecran", ["R412-6-2 al. 1"]),
        ("manoeuvre", ["R412-6-4 I"]),
        ("manœuvre", ["R412-6-4 I"]),
        ("MANŒUVRE", ["R412-6-4 I"]),
        ("demi-tour", ["R421-6 al. 1"]),
        ("demi tour", ["R421-6 al. 1"]),
        ("demitour", ["R421-6 al. 1"]),
        ("demi\u2011tour", ["R421-6 al. 1"]),
        ("cédez le passage", ["R415-7 al. 1"]),
        ("bande d’arrêt d'urgence", ["R412-8 al. 1", "R412-22 al. 1"]),
        ("R. 415-6", ["R415-6 al. 1"]),
        ("r415-6", ["R415-6 al. 1"]),
        ("R4156", ["R415-6 al. 1"]),
        ("415-6", ["R415-6 al. 1"]),
        ("R412-6", ["R412-6-1 al. 1", "R412-6-1 al. 2", "R412-6-2 al. 1", "R412-6-4 I"]),
        ("412-6", ["R412-6-1 al. 1", "R412-6-1 al. 2", "R412-6-2 al. 1", "R412-6-4 I"]),
        ("R412-6-1 al. 2", ["R412-6-1 al. 2"]),
        ("puis", ["L233-1 III puis V", "L233-1-1 III puis IV", "R416-12 III (puis IV)"]),
        ("203", ["R415-6 al. 1"]),
        ("6112", ["R415-6 al. 1"]),
        ("20", ["R234-1 I 1°", "R234-1 I 1°", "R234-1 I 1°", "R413-14 I/III 3°", "R413-14 I al. 1/III 4°",
                "R413-14 I al. 2/III 4°"]),
        ("611", []),  # a part of a code is no code
        ("rien de tel", []),
    ],
)  # fmt: skip
def test_a_row_is_found_by_words_of_its_label_its_article_or_its_codes(words: str, expected: list[str]) -> None:
    """Accents, capitals, hyphens and œ do not matter; all the words must be there."""

    assert expected == places(words)


@pytest.mark.parametrize(
    ("words", "first", "count"),
    [
        ("50", "L233-1 III puis V", 8),  # the NATINF code before 50 km/h
        ("L413-1", "L413-1 III", 1),
        ("234-1", "L234-1 I", 6),  # file order among equals
        ("refus priorité", "R415-4 III", 10),
        ("R234 EAD", "R234-1 I 1°", 3),
        ("al 2", "L234-1 I", 18),  # alcool, then parts of words, then the paragraphs that are « al. 2 »
        ("arrêt", "R412-8 al. 1", 8),
    ],
)
def test_the_best_match_comes_first(words: str, first: str, count: int) -> None:
    """A code or an article, then whole words, beginnings, parts, paragraphs."""
    found = places(words)

    assert (first, count) == (found[0], len(found))


def test_a_word_comes_before_its_beginning_and_a_beginning_before_a_part() -> None:
    """« arrêt » before « arrêté »; « al » in alcool before malgré; the R articles before an r inside."""
    al = places("al")

    assert ["R421-5 al. 1", "R224-6 II 1°", "R224-6 III"] == places("arrêt")[-3:]
    assert al.index("L234-1 I") < al.index("L224-16 V") < al.index("R412-6-1 al. 1")
    assert places("r").index("R412-28 al. 1") < places("r").index("L234-1 I")


def test_the_name_of_the_former_code_is_found() -> None:
    """« ancien » stands inside the article."""

    assert 20 == len(places("ancien", "1992-11-30")) == len(places("R. 256 (ancien)", "1992-11-30"))
    assert ["R256 (ancien) 3°"] * 3 == places("256 ancien 3", "1992-11-30")[-3:]


def test_only_the_rows_of_the_day_are_found() -> None:
    """The screen was forbidden in August 2008 and became dearer in January 2012."""
    found = {on: [row.points for row in search_bareme("écran", parse_day(on))] for on in (
        "2008-08-01", "2008-08-02", "2012-01-04", "2012-01-05")}  # fmt: skip

    assert {"2008-08-01": [], "2008-08-02": [2], "2012-01-04": [2], "2012-01-05": [3]} == found


def test_english_words_search_the_english_labels() -> None:
    """Articles and codes are found in both languages."""

    assert ["R412-1 IV"] == places("seat-belt", language="en")
    assert [] == places("ceinture", language="en")
    assert ["R415-6 al. 1"] == places("203", language="en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Écran", "ecran"),
        ("ŒUVRE Æ œæ", "oeuvre ae oeae"),
        ("demi-tour", "demi tour"),
        ("R. 415\u20116", "r  4156"),
        ("l'un", "l un"),
    ],
)
def test_a_text_is_folded(text: str, expected: str) -> None:
    """Small letters and digits; the hyphens of a number dropped; the rest is space."""

    assert expected == folded(text)


def test_a_label_exists_in_both_languages() -> None:
    """One English label for one French label, none left in French, no abbreviation that nobody explains."""
    pairs = {(row.label, row.label_en) for row in all_rows()}

    assert len(pairs) == len({label for label, _ in pairs})
    assert [] == [pair for pair in pairs if pair[0] == pair[1] or "oeuvre" in pair[0] or "..." in pair[0]]
    assert [] == [pair for pair in pairs for short in ("VMA", "BAU", "CP") if short in pair[0].split()]
    assert [] == [pair for pair in pairs if ("EAD" in pair[0]) is not ("(EAD)" in pair[0])]
    assert [] == [pair for pair in pairs if ("ITT" in pair[0]) is not ("(ITT)" in pair[0])]


def test_a_row_is_named_in_the_language_asked() -> None:
    """French unless English is asked."""
    row = row_of("203")

    assert "Non-arrêt ou refus de priorité au stop" == label_of_row(row) == label_of_row(row, "fr") == marked_label(row)
    assert "Failing to stop or to give way at a stop sign" == label_of_row(row, "en") == marked_label(row, "en")


@pytest.mark.parametrize(
    ("offence_class", "french", "english"),
    [
        ("c1", "contravention de la 1re classe", "contravention of the 1st class"),
        ("c2", "contravention de la 2e classe", "contravention of the 2nd class"),
        ("c3", "contravention de la 3e classe", "contravention of the 3rd class"),
        ("c4", "contravention de la 4e classe", "contravention of the 4th class"),
        ("c5", "contravention de la 5e classe", "contravention of the 5th class"),
        ("delit", "délit", "délit"),
        ("contravention", "contravention de classe inconnue", "contravention of unknown class"),
    ],
)
def test_a_class_is_told_in_words(offence_class: str, french: str, english: str) -> None:
    """An unknown one says so."""
    row = row_of("203")._replace(offence_class=offence_class)

    assert (french, english) == (class_of_row(row), class_of_row(row, "en"))


def test_what_was_recalled_is_marked_unverified() -> None:
    """Wherever the label shows; the NATINF code alone, when it alone was recalled."""
    recalled, code_recalled = row_of("bande centrale", "1995-10-01"), row_of("21528", "2010-01-01")

    assert "Circulation ou arrêt sur la bande centrale d'une autoroute [non vérifié]" == marked_label(recalled)
    assert "unverified" == unverified_words(recalled, "en")
    assert "Excès de vitesse d'au moins 50 km/h [code NATINF non vérifié]" == marked_label(code_recalled)
    assert "Speeding by 50 km/h or more [NATINF code unverified]" == marked_label(code_recalled, "en")
    assert "" == unverified_words(row_of("203")) == unverified_words(row_of("203"), "en")


def test_every_recalled_row_is_unverified_and_no_other() -> None:
    """Fourteen rows of the former code, and the row whose code was recalled."""
    unverified = [row for row in all_rows() if is_unverified(row)]

    assert [row for row in all_rows() if "RECALLED" in (row.status, row.natinf_status)] == unverified
    assert all(unverified_words(row) for row in unverified)
    assert 15 == len(unverified)
