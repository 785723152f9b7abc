"""The text of a visible seal, in the structure of 2D-Doc version 4: a header, fields, a signature.

Header of 26 characters, fields of which each is a name of two characters and a value closed by a group separator, a
unit separator, and the signature in base32 without padding. The perimeter, the types and the fields are our own (see
docs/documents.md): 2D-Doc itself belongs to the ANTS, and no reader must take this for one of its seals.
"""

import re
from base64 import b32decode, b32encode
from binascii import Error
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

GROUP, UNIT = "\x1d", "\x1f"
SEEN = {GROUP: "\u241d", UNIT: "\u241f"}
"""How the separators are shown where a text cannot hold them: as Unicode draws them."""

MARKER, VERSION = "DC", "04"
PERIMETER = "MP"
COUNTRY = "FR"
HEADER = re.compile(
    rf"{MARKER}{VERSION}(?P<authority>[A-Z0-9]{{4}})(?P<certificate>[A-Z0-9]{{4}})"
    rf"(?P<issued>[0-9A-F]{{4}})(?P<signed>[0-9A-F]{{4}})(?P<kind>[A-Z0-9]{{2}}){PERIMETER}{COUNTRY}",
    re.ASCII,
)
NAME = re.compile(r"[A-Z0-9]{2}", re.ASCII)
VALUE = re.compile(r"[ -~]+", re.ASCII)
FIRST_DAY = date(2000, 1, 1)
SIGNATURE_BYTES = 64
SIGNATURE_CHARACTERS = 103
LONGEST = 1500
"""A DataMatrix holds no more letters and digits than that."""


class SealUnreadable(Exception):
    """The text is not that of a seal of ours; the message says what was expected, in French."""


class Header(NamedTuple):
    """Who sealed, with which certificate, the day of the document, that of the signature, the type of document."""

    authority: str
    certificate: str
    issued_on: date
    signed_on: date
    kind: str


class Sealed(NamedTuple):
    """A text taken apart. ``message``: what the signature covers, to the byte."""

    header: Header
    fields: dict[str, str]
    message: bytes
    signature: bytes


def message_of(header: Header, fields: Mapping[str, str]) -> str:
    """What is to be signed. The values hold printable ASCII and are not empty."""
    assert all(NAME.fullmatch(name) and VALUE.fullmatch(value) for name, value in fields.items())
    head = (
        f"{MARKER}{VERSION}{header.authority}{header.certificate}{day_code(header.issued_on)}"
        f"{day_code(header.signed_on)}{header.kind}{PERIMETER}{COUNTRY}"
    )
    assert HEADER.fullmatch(head)
    return head + "".join(f"{name}{value}{GROUP}" for name, value in fields.items())


def with_signature(message: str, signature: bytes) -> str:
    """The whole text of the seal. ``signature``: r and s of 32 bytes each, one after the other."""
    assert len(signature) == SIGNATURE_BYTES
    return message + UNIT + b32encode(signature).decode("ascii").rstrip("=")


def take_apart(text: str) -> Sealed:
    """Read a text, without saying whether its signature is good. Raises SealUnreadable."""
    if len(text) > LONGEST:
        raise SealUnreadable(f"texte trop long : {LONGEST} caractères au plus étaient attendus")
    message, unit, tail = text.partition(UNIT)
    header = HEADER.match(message)
    if header is None:
        raise SealUnreadable(f"en-tête inconnu : « {MARKER}{VERSION}… » du périmètre {PERIMETER} était attendu")
    if not unit:
        raise SealUnreadable("la signature manque : un séparateur d'unités (US) était attendu")
    head = Header(
        header["authority"], header["certificate"], day_of_code(header["issued"]), day_of_code(header["signed"]),
        header["kind"],
    )  # fmt: skip
    return Sealed(head, read_fields(message[header.end() :]), message.encode("ascii"), read_signature(tail))


def read_fields(body: str) -> dict[str, str]:
    """The fields by their names, in their order. Raises SealUnreadable."""
    *parts, rest = body.split(GROUP)
    fields = {part[:2]: part[2:] for part in parts}
    names_are_good = all(NAME.fullmatch(name) and VALUE.fullmatch(value) for name, value in fields.items())
    if rest or not parts or len(fields) != len(parts) or not names_are_good:
        raise SealUnreadable("champs illisibles : un nom de deux caractères, une valeur, un séparateur (GS), une fois")
    return fields


def read_signature(text: str) -> bytes:
    """The signature as bytes. Raises SealUnreadable: each signature is written in one way alone."""
    try:
        signature = b32decode(text + "=" * (-len(text) % 8))
    except (Error, ValueError):
        signature = b""
    if len(text) != SIGNATURE_CHARACTERS or b32encode(signature).decode("ascii").rstrip("=") != text:
        raise SealUnreadable(f"signature illisible : {SIGNATURE_CHARACTERS} caractères en base32 étaient attendus")
    return signature


def day_code(day: date) -> str:
    """A day as 2D-Doc writes it: the days since 1 January 2000, four hexadecimal digits."""
    return f"{(day - FIRST_DAY).days:04X}"


def day_of_code(code: str) -> date:
    """The day that four hexadecimal digits say."""
    return FIRST_DAY + timedelta(days=int(code, 16))


def shown(text: str) -> str:
    """The text with separators that can be read and copied."""
    for character, picture in SEEN.items():
        text = text.replace(character, picture)
    return text


def typed(text: str) -> str:
    """The text out of what a person pasted: as ``shown``, with <GS> and <US>, or as a reader gives it."""
    for character, name in ((GROUP, "<GS>"), (UNIT, "<US>")):
        text = text.replace(SEEN[character], character).replace(name, character)
    return text.replace("\r", "").replace("\n", "").strip(" \t")
