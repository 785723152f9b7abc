import pytest

from mespoints.letters.address import AddressBlock, AddressRefusal, address_block

STREET = "12 rue des Carmes"
TOWN = "44000 Nantes"
LONGEST = "X" * 38


def lines_of(address: list[str], *, given_name: str = "Camille", family_name: str = "ROUSSEL") -> tuple[str, ...]:
    """The lines of a block that fits."""
    block = address_block("female", given_name, family_name, address)
    assert isinstance(block, AddressBlock), block
    return block.lines


def reason_of(address: list[str], family_name: str = "ROUSSEL") -> tuple[int, str]:
    """Why a block does not fit."""
    refusal = address_block("female", "Camille", family_name, address)
    assert isinstance(refusal, AddressRefusal), refusal
    return refusal


def test_the_block_is_in_capitals_without_accents_nor_signs() -> None:
    """The name keeps its hyphens and apostrophes, the lines below have no punctuation at all."""
    block = address_block(
        "male", "Jean-Noël", "D’ÉTÉ", ["Rés. « L'Orée », Bât. 3", "1 bis, rue de l'Œuvre", "94240 L'Haÿ-les-Roses"]
    )

    assert (
        AddressBlock(("M JEAN-NOEL D'ETE", "RES L OREE BAT 3", "1 BIS RUE DE L OEUVRE", "94240 L HAY LES ROSES"))
        == block
    )


def test_the_usage_name_is_the_one_on_the_envelope() -> None:
    """A driver who uses another name than that of birth is written to under it."""
    block = address_block("female", "Camille", "ROUSSEL", [STREET, TOWN], usage_name="Le Gall")

    assert isinstance(block, AddressBlock)
    assert "MME CAMILLE LE GALL" == block.lines[0]


def test_empty_lines_are_closed_up() -> None:
    """A line that holds nothing is not printed."""

    assert ("MME CAMILLE ROUSSEL", "12 RUE DES CARMES", "44000 NANTES") == lines_of([" ", STREET, "", TOWN])


def test_a_name_too_long_for_a_line_takes_two() -> None:
    """Nothing is cut: the given name goes on the first line, the name on the second."""
    lines = lines_of([STREET, TOWN], given_name="Marie-Antoinette", family_name="DE LA ROCHEFOUCAULD-MONTBEL")

    assert ("MME MARIE-ANTOINETTE", "DE LA ROCHEFOUCAULD-MONTBEL") == lines[:2]


def test_thirty_eight_characters_fit() -> None:
    """The longest line that the standard allows."""

    assert LONGEST == lines_of([LONGEST, TOWN])[1]


@pytest.mark.parametrize(
    ("address", "line", "reason"),
    [
        ([LONGEST + "X", TOWN], 2, "ligne 2 : 39 caractères, 38 au plus"),
        (["a", "b", "c", "d", STREET, TOWN], 0, "7 lignes, 6 au plus"),
        ([], 0, "l'adresse est vide"),
        ([" ", "- ,"], 0, "l'adresse est vide"),
        (["улица 1", TOWN], 2, "ligne 2 : un caractère n'est ni une lettre latine ni un chiffre"),
        ([STREET, "Nantes"], 3, "ligne 3 : un code postal de cinq chiffres suivi de la commune est attendu"),
        ([STREET, "4400 Nantes"], 3, "ligne 3 : un code postal de cinq chiffres suivi de la commune est attendu"),
        ([STREET, TOWN, "Belgique"], 4, "ligne 4 : un code postal de cinq chiffres suivi de la commune est attendu"),
    ],
)  # fmt: skip
def test_an_address_that_does_not_fit_says_why(address: list[str], line: int, reason: str) -> None:
    """The refusal names the line, what was found and what was expected, and repeats nothing of the address."""

    assert (line, reason) == reason_of(address)


def test_a_name_too_long_for_two_lines_is_refused() -> None:
    """A name of 39 characters is not cut either."""

    assert (2, "ligne 2 : 39 caractères, 38 au plus") == reason_of([STREET, TOWN], family_name="Y" * 39)
