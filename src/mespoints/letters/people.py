"""The driver that a letter is written to, from the plain values of the register."""

from collections.abc import Sequence

from mespoints.letters.address import CIVILITIES, AddressRefusal, address_block, name_block
from mespoints.letters.authorities import authorities_of
from mespoints.letters.contents import Recipient
from mespoints.letters.refusals import LetterRefused


def recipient(
    *,
    sex: str,
    given_names: Sequence[str],
    family_name: str,
    usage_name: str,
    address: Sequence[str] | None,
    neph: str,
    departement: str,
) -> Recipient | AddressRefusal:
    """The addressee of a letter, or why the address does not fit the window (NF Z10-011).

    ``usage_name``: empty when there is none. ``address``: None for a letter that is not posted. Raises LetterRefused
    with the name of every field that is missing, or that is not one of the values of the register.
    """
    authorities = authorities_of(departement)
    faults = {
        "given_names": not given_names,
        "family_name": not family_name,
        "neph": not neph,
        "sex": sex not in CIVILITIES,
        "departement": authorities is None,
    }
    wrong = [name for name, is_wrong in faults.items() if is_wrong]
    if wrong or authorities is None:
        raise LetterRefused(*(f"titulaire : « {name} » manque ou n'est pas connu" for name in wrong))
    if address is None:
        return Recipient(sex, neph, name_block(sex, given_names[0], family_name, usage_name), authorities)
    block = address_block(sex, given_names[0], family_name, address, usage_name)
    return block if isinstance(block, AddressRefusal) else Recipient(sex, neph, block, authorities)
