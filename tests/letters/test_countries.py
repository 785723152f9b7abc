"""The countries: each fits its line, none is told twice, France overseas is at home."""

import csv

from mespoints.letters.address import MOST_CHARACTERS, PLAIN
from mespoints.letters.countries import FRANCE, TABLE, countries, country_code, country_named


def test_every_country_has_one_line_that_fits() -> None:
    """Plain capitals, 38 at most, one code a name and one line a code."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    lines = {country.code: country.line for country in countries().values()}

    assert len(rows) == len(lines) == len(set(lines.values()))
    assert all(len(line) <= MOST_CHARACTERS and PLAIN.fullmatch(line) for line in lines.values())
    assert len(countries()) == sum(1 + len(row["also"].split(";")) * bool(row["also"]) for row in rows)


def test_a_country_is_known_however_it_is_written() -> None:
    """With accents and hyphens or without, under another name of it; not by likeness."""
    written = ["États-Unis", "ETATS UNIS", "états-unis d’amérique", "USA"]

    assert {"US"} == {country.code for line in written if (country := country_named(line))}
    assert country_named("Etats Uni") is None


def test_overseas_france_is_no_country() -> None:
    """It has a French postcode, and its préfets."""

    assert [FRANCE, FRANCE, "BE", FRANCE] == [
        country_code(lines) for lines in [("97400 SAINT DENIS",), ("1 RUE", "MAYOTTE"), ("1 RUE", "Belgique"), ()]
    ]
