"""The text of a seal: what it holds, the one way of writing it, what is refused."""

from datetime import date

import pytest

from mespoints.seal.structure import (
    GROUP,
    UNIT,
    Header,
    SealUnreadable,
    day_code,
    day_of_code,
    message_of,
    shown,
    take_apart,
    typed,
    with_signature,
)

HEADER = Header("XMP0", "1A2B", date(2026, 11, 22), date(2026, 11, 22), "AD")
FIELDS = {"NO": "MARTIN", "PR": "CAMILLE"}
SIGNATURE = bytes(range(64))
TEXT = with_signature(message_of(HEADER, FIELDS), SIGNATURE)


def test_the_text_has_the_structure_of_version_4() -> None:
    """A header of 26 characters, fields each closed by GS, US, then 103 characters of base32 without padding."""
    message, _unit, signature = TEXT.partition(UNIT)

    assert message == f"DC04XMP01A2B265E265EADMPFRNOMARTIN{GROUP}PRCAMILLE{GROUP}"
    assert (len(signature), "=" in signature) == (103, False)


def test_what_is_written_is_read_back() -> None:
    """The same header, fields and signature."""
    sealed = take_apart(TEXT)

    assert (HEADER, FIELDS, SIGNATURE) == (sealed.header, sealed.fields, sealed.signature)


@pytest.mark.parametrize(
    ("day", "code"), [(date(2000, 1, 1), "0000"), (date(2000, 1, 17), "0010"), (date(2026, 11, 22), "265E")]
)
def test_days_are_counted_in_hexadecimal_from_2000(day: date, code: str) -> None:
    """As 2D-Doc counts them."""

    assert (code, day) == (day_code(day), day_of_code(code))


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("DC04", "DC03"),
        ("MPFR", "01FR"),
        ("265E265E", "265e265E"),
        ("NOMARTIN", "N"),
        ("NOMARTIN", "NO"),
        ("PRCAMILLE", "NOCAMILLE"),
        (f"CAMILLE{GROUP}", "CAMILLE"),
        ("MARTIN", "MARTÍN"),
        (UNIT, ""),
        (TEXT[-4:], TEXT[-4:].lower()),
        (TEXT[-4:], ""),
        (TEXT[-1], "Z"),
        (TEXT[-1], TEXT[-1] + "="),
    ],
)
def test_any_other_writing_is_refused(was: str, becomes: str) -> None:
    """Another version, another perimeter, a field without value or twice, a signature written otherwise."""
    assert was in TEXT
    head, _was, tail = TEXT.rpartition(was)

    with pytest.raises(SealUnreadable):
        take_apart(head + becomes + tail)


@pytest.mark.parametrize("text", ["", "DC04", "bonjour", UNIT, TEXT * 20])
def test_what_is_no_seal_is_refused(text: str) -> None:
    """Nothing, a piece of one, too much of one."""
    with pytest.raises(SealUnreadable):
        take_apart(text)


@pytest.mark.parametrize(
    "pasted",
    [
        TEXT,
        shown(TEXT),
        TEXT.replace(GROUP, "<GS>").replace(UNIT, "<US>"),
        f"  {shown(TEXT)[:40]}\r\n{shown(TEXT)[40:]}\n",
    ],
)
def test_a_text_pasted_is_understood(pasted: str) -> None:
    """Separators as they are, as Unicode draws them, by their names; lines broken anywhere."""

    assert typed(pasted) == TEXT
