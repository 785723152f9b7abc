import pytest

from mespoints.letters.address import EXPECTED, AddressBlock, AddressRefusal, address_block

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
        (["rue des Carmes", "Nantes"], 3, f"ligne 3 : {EXPECTED}"),
        ([STREET, "4400 Nantes"], 3, f"ligne 3 : {EXPECTED}"),
        (["rue Haute", "1000 Bruxelles", "Ruritanie"], 4,
         f"ligne 4 : « RURITANIE » n'est pas un pays de la liste ; {EXPECTED}"),
        (["Belgique"], 2, "ligne 2 : une ville est attendue avant le pays"),
    ],
)  # fmt: skip
def test_an_address_that_does_not_fit_says_why(address: list[str], line: int, reason: str) -> None:
    """The refusal names the line, what was found and what was expected, and repeats nothing of the address."""

    assert (line, reason) == reason_of(address)


def test_a_name_too_long_for_two_lines_is_refused() -> None:
    """A name of 39 characters is not cut either."""

    assert (2, "ligne 2 : 39 caractères, 38 au plus") == reason_of([STREET, TOWN], family_name="Y" * 39)


@pytest.mark.parametrize(
    ("address", "below"),
    [
        (["Rue Haute 12, bte 3", "1000 Bruxelles", "Belgique"], ["RUE HAUTE 12 BTE 3", "1000 BRUXELLES", "BELGIQUE"]),
        (["Hauptstraße 3/5", "10115 Berlin", "ALLEMAGNE"], ["HAUPTSTRASSE 3/5", "10115 BERLIN", "ALLEMAGNE"]),
        (["Rua Augusta 7", "1100-048 Lisboa", "portugal"], ["RUA AUGUSTA 7", "1100-048 LISBOA", "PORTUGAL"]),
        (["10 Downing Street", "London", "SW1A 2AA", "Angleterre"],
         ["10 DOWNING STREET", "LONDON", "SW1A 2AA", "ROYAUME UNI"]),
        (["ul. Długa 4", "00-238 Łódź", "Pologne"], ["UL DLUGA 4", "00-238 LODZ", "POLOGNE"]),
        (["1 av. du Port", "98000 Monaco", "Monaco"], ["1 AV DU PORT", "98000 MONACO", "MONACO"]),
    ],
)  # fmt: skip
def test_an_address_abroad_ends_with_its_country(address: list[str], below: list[str]) -> None:
    """Its French name in capitals on the last line, whatever it was called; the rest in the country's own form."""

    assert ("MME CAMILLE ROUSSEL", *below) == lines_of(address)


def test_france_is_not_printed() -> None:
    """The standard puts nothing after the postcode and the town."""

    assert lines_of([STREET, TOWN]) == lines_of([STREET, TOWN, "France"])


def test_the_country_is_one_of_the_six_lines() -> None:
    """Six lines with it fit; seven do not."""
    four = ["App. 3", "Rue Haute 12", "1000 Bruxelles", "Belgique"]

    assert 6 == len(lines_of(["Tour B", *four]))
    assert (0, "7 lignes, 6 au plus") == reason_of(["Tour B", "Hall 2", *four])
