"""The JSON of a file, read strictly: what is refused, why, and where."""

import pytest

from mespoints.law.strict_json import JsonRefused, parse_json


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": [1, "é", null]}', {"a": [1, "é", None]}),
        ('\ufeff{"a": 1}', {"a": 1}),
        ("{}", {}),
        ('{"a": {"a": 1}, "b": {"a": 2}}', {"a": {"a": 1}, "b": {"a": 2}}),
    ],
)
def test_what_is_json_is_read(text: str, value: object) -> None:
    """A mark at its beginning or not; a key may come again in another object."""

    assert value == parse_json(text.encode())


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b'{"a": "\xe9"}', "UTF-8 invalide à l'octet 8"),
        (b'{"a": 1,\n "b": }', "JSON invalide, ligne 2, colonne 7"),
        (b"", "JSON invalide, ligne 1, colonne 1"),
        (b'{"a": NaN}', "JSON invalide : NaN n'est pas un nombre"),
        (b"[-Infinity]", "JSON invalide : -Infinity n'est pas un nombre"),
        (b'{"a": 1, "b": 2, "a": 3}', "JSON ambigu : la clé « a » est donnée deux fois"),
        (b'{"c": 0, "b": 1, "b": 2, "d": 3}', "JSON ambigu : la clé « b » est donnée deux fois"),
        (b'{"d": {"a\\n": 1, "a\\n": 1}}', "JSON ambigu : la clé « a\\n » est donnée deux fois"),
        (b"[" * 200_000, "JSON invalide : un nombre ou une imbrication démesurés"),
        (b"9" * 5_000, "JSON invalide : un nombre ou une imbrication démesurés"),
    ],
)
def test_what_is_no_json_or_can_be_read_in_two_ways_is_refused(raw: bytes, message: str) -> None:
    """In French, with the place; the cause is kept behind."""
    with pytest.raises(JsonRefused) as refusal:
        parse_json(raw)

    assert message == str(refusal.value)
