import pytest

from mespoints.letters.authorities import COURT_OF, COURTS, Authorities, authorities_of
from mespoints.register.prefets import PREFETS


@pytest.mark.parametrize(
    ("departement", "prefet", "court"),
    [
        ("01", "préfet de l'Ain", "tribunal administratif de Lyon"),
        ("2A", "préfet de la Corse-du-Sud", "tribunal administratif de Bastia"),
        ("75", "préfet de police", "tribunal administratif de Paris"),
        ("91", "préfet de l'Essonne", "tribunal administratif de Versailles"),
        ("972", "préfet de la Martinique", "tribunal administratif de la Martinique"),
    ],
)
def test_the_authorities_of_a_departement(departement: str, prefet: str, court: str) -> None:
    """The préfet with the right article, and the court of art. R. 221-3 of the Code de justice administrative."""

    assert Authorities(prefet, court) == authorities_of(departement)


def test_every_departement_has_one_prefet_and_one_court() -> None:
    """96 in the metropole, 8 overseas; none twice."""
    named = [departement for departements in COURTS.values() for departement in departements.split()]

    assert 104 == len(PREFETS)
    assert set(PREFETS) == set(COURT_OF)
    assert len(named) == len(set(named))


@pytest.mark.parametrize("departement", ["20", "96", "99", "", "1"])
def test_what_is_no_departement_has_none(departement: str) -> None:
    """Corsica by its old number, another country, nothing."""

    assert authorities_of(departement) is None
