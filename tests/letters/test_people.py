from typing import Any

import pytest

from mespoints.letters.address import AddressBlock, AddressRefusal
from mespoints.letters.people import recipient
from mespoints.letters.refusals import LetterRefused

CAMILLE: dict[str, Any] = {
    "sex": "female",
    "given_names": ["Camille", "Jeanne"],
    "family_name": "ROUSSEL",
    "usage_name": "",
    "address": ["12 rue des Carmes", "44000 Nantes"],
    "neph": "980144200317",
    "departement": "44",
}


def test_the_recipient_of_a_letter() -> None:
    """The first given name is on the envelope; the préfet and the court are those of the département."""
    to = recipient(**CAMILLE)

    assert not isinstance(to, AddressRefusal)
    assert AddressBlock(("MME CAMILLE ROUSSEL", "12 RUE DES CARMES", "44000 NANTES")) == to.block
    assert "préfet de la Loire-Atlantique" == to.authorities.prefet


def test_an_address_that_does_not_fit_comes_back_as_a_value() -> None:
    """It is put aside with its reason, not raised."""

    assert AddressRefusal(0, "l'adresse est vide") == recipient(**CAMILLE | {"address": []})


@pytest.mark.parametrize(
    ("field", "value"),
    [("sex", "x"), ("given_names", []), ("family_name", ""), ("neph", ""), ("departement", "99")],
)
def test_a_missing_field_is_named(field: str, value: object) -> None:
    """The refusal names the field, and repeats no personal data."""
    with pytest.raises(LetterRefused) as refused:
        recipient(**CAMILLE | {field: value})

    assert (f"titulaire : « {field} » manque ou n'est pas connu",) == refused.value.reasons


def test_every_missing_field_is_named_at_once() -> None:
    """One look is enough to mend the record."""
    with pytest.raises(LetterRefused) as refused:
        recipient(**CAMILLE | {"neph": "", "departement": ""})

    assert 2 == len(refused.value.reasons)
