"""The département of an address."""

import pytest

from mespoints.register.addresses import departement_of, departement_told


@pytest.mark.parametrize(
    ("locality", "departement"),
    [
        ("44000 NANTES", "44"), ("01000 BOURG EN BRESSE", "01"), ("20000 AJACCIO", "2A"), ("20137 PORTO VECCHIO", "2A"),
        ("20200 BASTIA", "2B"), ("97400 SAINT DENIS", "974"), ("98800 NOUMEA", "988"), ("NANTES", ""), ("4400 X", ""),
    ],
)  # fmt: skip
def test_the_departement_is_that_of_the_postcode(locality: str, departement: str) -> None:
    """When the act does not say it."""

    assert departement == departement_of(("1 RUE", locality)) == departement_of(("1 RUE", locality, "France"))
    assert "" == departement_of(())


def test_what_is_told_comes_before_the_postcode_and_what_was_known_after() -> None:
    """A number that is no département says nothing."""
    nantes, brussels = ("1 RUE", "44000 NANTES"), ("RUE HAUTE 12", "1000 BRUXELLES", "BELGIQUE")

    assert ["35", "44"] == [departement_told("35", nantes, "13"), departement_told("", nantes, "13")]
    assert ["13", "13"] == [departement_told("", brussels, "13"), departement_told("00", nantes, "13")]
