"""The préfets, by département."""

from mespoints.register.prefets import PREFETS


def test_every_departement_has_its_prefet() -> None:
    """96 in the metropole, 8 overseas; each with its article."""

    assert 104 == len(PREFETS)
    assert "de la Loire-Atlantique" == PREFETS["44"]
    assert all(name.startswith(("de ", "du ", "de l'", "des ", "d'")) for name in PREFETS.values())
