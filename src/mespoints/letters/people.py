"""The driver that a letter is written to, from the plain values of the register."""

from collections.abc import Sequence

from mespoints.letters.address import CIVILITIES, AddressBlock, AddressRefusal, address_block, name_block
from mespoints.letters.authorities import authorities_abroad, authorities_of
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
    is_abroad: bool = False,
) -> Recipient | AddressRefusal:
    """The addressee of a letter, or why the address does not fit the window (NF Z10-011).

    ``is_abroad``: the court is then that of the authority. ``usage_name``: empty when there is none. ``address``: None
    for a letter that is not posted. Raises LetterRefused with the name of every field that is missing, or that is not
    one of the values of the register.
    """
    authorities = authorities_abroad(departement) if is_abroad else authorities_of(departement)
    faults = {
        "given_names": not given_names,
        "family_name": not family_name,
        "neph": not neph,
        "sex": sex not in CIVILITIES,
    }
    wrong = [name for name, is_wrong in faults.items() if is_wrong]
    # An address that cannot be read tells no département: the address is what has to be mended.
    block = block_of(sex, given_names[0], family_name, usage_name, address) if not wrong else None
    if isinstance(block, AddressRefusal):
        return block
    if authorities is None or block is None:
        missing = [*wrong, *(["departement"] if authorities is None else [])]
        raise LetterRefused(*(f"titulaire : « {name} » manque ou n'est pas connu" for name in missing))
    return Recipient(sex, neph, block, authorities, is_abroad)


def block_of(
    sex: str, given_name: str, family_name: str, usage_name: str, address: Sequence[str] | None
) -> AddressBlock | AddressRefusal:
    """The block of an address, or of the name alone when there is none."""
    if address is None:
        return name_block(sex, given_name, family_name, usage_name)
    return address_block(sex, given_name, family_name, address, usage_name)
