import pytest

from mespoints.identity.names import given_names_agree, name_key, same_given_names, same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("LÉVÊQUE", "LEVEQUE"),
        ("Lévêque", "LEVEQUE"),  # decomposed accents
        ("N'DIAYE", "N DIAYE"),
        ("N’DIAYE", "NDIAYE"),
        ("DE LA TOUR", "DELATOUR"),
        ("LE-GALL", "LEGALL"),
        ("LE  GALL.", "LE GALL"),
        ("ŒUVRARD", "OEUVRARD"),
        ("ÆGERTER", "aegerter"),
        ("GROẞ", "GROSS"),
        ("STRAUß", "STRAUSS"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    """Accents, ligatures, apostrophes, hyphens, particles and case do not make another name."""

    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("MARTIN", "MARTINS"), ("DUPONT", "DUPOND"), ("", ""), ("-", "'"), ("MARTIN", "")]
)
def test_two_names(one: str, other: str) -> None:
    """Nothing approximate is equal, and a name without letters is the same as nothing."""

    assert not same_name(one, other)


def test_key_of_a_name() -> None:
    """The key holds capitals alone."""

    assert name_key("de l'Étoile-Noël") == "DELETOILENOEL"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["JEAN"], ["JEAN", "PIERRE", "MARIE"]),
        (["JEAN", "PIERRE"], ["JEAN", "PIERRE", "MARIE"]),
        (["JEAN-PIERRE"], ["JEAN", "PIERRE"]),
        (["JEAN PIERRE"], ["JEAN-PIERRE", "MARIE"]),
        (["Zoé"], ["ZOE"]),
    ],
)
def test_one_list_begins_the_other(one: list[str], other: list[str]) -> None:
    """One name or three, joined or not: the shorter list is the beginning of the longer, in both directions."""

    assert given_names_agree(one, other)
    assert given_names_agree(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["PIERRE"], ["JEAN", "PIERRE"]),
        (["JEAN"], ["JEAN-PIERRE"]),
        (["JEAN", "PAUL"], ["JEAN", "PIERRE"]),
        ([], ["JEAN"]),
        ([], []),
        ([""], ["JEAN"]),
    ],
)
def test_given_names_that_disagree(one: list[str], other: list[str]) -> None:
    """A later name alone, half of a double name, another second name or no name never match."""

    assert not given_names_agree(one, other)


def test_equal_lists_of_given_names() -> None:
    """The stricter comparison wants every name."""

    assert same_given_names(["JEAN-PIERRE", "MARIE"], ["JEAN", "PIERRE", "MARIE"])
    assert not same_given_names(["JEAN"], ["JEAN", "PIERRE"])
