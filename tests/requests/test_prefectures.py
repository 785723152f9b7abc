"""The préfectures: all of them, each fact with its source and its day."""

import csv

import pytest

from mespoints.requests.prefectures import FILE, SOURCES, UNKNOWN, faults, prefectures


def rows() -> list[dict[str, str]]:
    """The lines of the file."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_departement_has_its_prefecture() -> None:
    """One hundred and one, in the order of their codes, Corsica after 19."""
    codes = list(prefectures())

    assert 101 == len(codes)
    assert ["19", "2A", "2B", "21"] == codes[18:22]
    assert ["95", "971", "972", "973", "974", "976"] == codes[-6:]


def test_a_prefecture_is_named_as_the_letters_name_its_prefet() -> None:
    """With its article; in Paris the licences are with the préfecture de police."""
    of = prefectures()

    assert ("Préfecture de l'Ain", "Préfecture de police") == (of["01"].title, of["75"].title)
    assert ("38 rue Réaumur", "CS 70000", "17017 La Rochelle Cedex 1") == of["17"].lines
    assert ("69419 Lyon Cedex 03",) == of["69"].lines


def test_no_counter_is_told_that_no_source_tells() -> None:
    """Whether a counter gives the record was found for none: it is said to be unknown."""

    assert {UNKNOWN} == {one.counter for one in prefectures().values()}


def test_every_source_is_in_use() -> None:
    """A source that no fact names any more is left out."""
    named = {row[f"{fact}_source"] for row in rows() for fact in ("address", "site", "counter")}

    assert set(SOURCES) == named


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("code", "96"), ("name", ""), ("lines", "1 rue X |"), ("town", "99000 Ailleurs"), ("town", "01000"),
        ("kind", "both"), ("site", "http://www.ain.gouv.fr"), ("site", "https://www.ain.example"),
        ("counter", "maybe"), ("address_source", "hearsay"), ("site_on", "hier"), ("counter_on", ""),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_right_is_told(column: str, value: str) -> None:
    """With its number, its column, what was found and what was expected."""
    spoiled = [{**rows()[0], column: value}, *rows()[1:]]

    assert any(f"ligne 2, colonne « {column} » : trouvé « {value} »" in fault for fault in faults(spoiled))


def test_a_departement_is_neither_missing_nor_twice_there() -> None:
    """The order of the codes says both."""
    whole = rows()

    assert [] == list(faults(whole))
    assert 1 == len(list(faults(whole[1:])))
    assert 1 == len(list(faults([*whole[:-1], whole[0]])))
