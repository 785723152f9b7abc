"""From the bytes of a line to a JSON value."""

import pytest

from mespoints.intake.lines import LineRefused, parse


def reasons(line: str | bytes) -> tuple[str, ...]:
    """Why a line is refused."""
    with pytest.raises(LineRefused) as refused:
        parse(line)
    return refused.value.reasons


@pytest.mark.parametrize("line", ['{"a": "é"}', '\ufeff{"a": "é"}', '{"a": "é"}'.encode(), b'  {"a": "\\u00e9"}\r\n'])
def test_text_or_bytes(line: str | bytes) -> None:
    """UTF-8, escaped or not, with the end of line and the byte order mark that the file has."""
    assert parse(line) == {"a": "é"}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("", "ligne vide"),
        (b" \t\r\n", "ligne vide"),
        (b'{"a": "\xe9"}', "UTF-8 invalide à l'octet 8"),
        (b'{"a": "\xe9"}'.decode(errors="surrogateescape"), "UTF-8 invalide à l'octet 8"),
        ('{"a": 1', "JSON invalide, ligne 1, colonne 8"),
        ('{"a": NaN}', "JSON invalide : NaN n'est pas un nombre"),
        ('{"a": 1, "a": 2}', "JSON ambigu : la clé « a » est donnée deux fois"),
        ('{"a": "\\u0000"}', "le caractère nul (\\u0000) n'est pas accepté"),
        ('{"a": "\\ud83d"}', "la ligne contient une moitié de caractère (\\ud800 à \\udfff)"),
        ('{"\\uDe97": 1}', "la ligne contient une moitié de caractère (\\ud800 à \\udfff)"),
        ("[" * 100_000, "JSON invalide : un nombre ou une imbrication démesurés"),
        ("9" * 5000, "JSON invalide : un nombre ou une imbrication démesurés"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(line: str | bytes, reason: str) -> None:
    """Nothing is guessed, nothing stops the file."""
    assert reasons(line) == (reason,)


def test_a_key_given_twice_among_many_is_found_at_once() -> None:
    """A hostile line of a few megabytes is answered: each key is looked at twice, not against all the others."""
    keys = ",".join(f'"k{number}": 1' for number in range(200_000))

    assert reasons(f'{{{keys}, "k199999": 2}}') == ("JSON ambigu : la clé « k199999 » est donnée deux fois",)


def test_a_backslash_that_only_looks_like_a_null_is_text() -> None:
    """Two backslashes are one backslash, then letters."""
    assert parse('{"a": "\\\\u0000"}') == {"a": "\\u0000"}


def test_two_halves_escaped_one_after_the_other_are_a_character() -> None:
    """What JSON in ASCII writes of an emoji is taken as the emoji."""
    assert parse('{"a": "\\ud83d\\uDE97"}') == {"a": "🚗"}
