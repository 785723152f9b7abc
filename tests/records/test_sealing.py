"""What a seal says of a document, and how it is held against the page."""

import pytest

from mespoints.records.holding import Held
from mespoints.records.sealing import birth_words, category_code, disagreeing, sealable, value_words


@pytest.mark.parametrize(
    ("text", "sealed"),
    [
        ("Éloïse Œnone", "ELOISE OENONE"),
        ("N'DIAYE-DE LA TOUR", "N DIAYE-DE LA TOUR"),
        ("Ægir Straße", "AEGIR STRASSE"),
        ("  ", ""),
        ("A" * 80, "A" * 60),
    ],
)
def test_names_are_sealed_in_plain_capitals(text: str, sealed: str) -> None:
    """No accent, no ligature, one space for any other mark, sixty characters at most."""

    assert sealed == sealable(text)


def test_a_category_bears_its_codes() -> None:
    """« B+01.06+78.02 »."""

    assert category_code(Held("B", 1, None, ("01.06", "78 02"))) == "B+01.06+78.02"


@pytest.mark.parametrize(
    ("birth", "french"), [("1975-04-01", "1er avril 1975"), ("1975-04-00", "avril 1975"), ("1975-00-00", "1975")]
)
def test_a_birth_is_told_as_far_as_it_is_known(birth: str, french: str) -> None:
    """A day, a month, or a year alone."""

    assert french == birth_words(birth)


def test_values_are_told_in_words() -> None:
    """Days, state, balance, categories: in both languages."""

    assert ["1er mai 2025", "1 May 2025"] == [value_words("JO", "20250501", language) for language in ("fr", "en")]
    assert ["8 sur 12", "8 out of 12"] == [value_words("SO", "8/12", language) for language in ("fr", "en")]
    assert ["Permis valide", "Licence valid"] == [value_words("ET", "VALIDE", language) for language in ("fr", "en")]
    assert ["aucune", "none"] == [value_words("CA", "AUCUNE", language) for language in ("fr", "en")]
    assert value_words("CA", "AM B+01.06") == "AM, B+01.06"


def test_a_page_is_held_against_its_seal() -> None:
    """Accents, breaks of lines and full stops do not matter; another number does."""
    fields = {"NO": "LE GALL", "JO": "20261122", "SO": "8/12", "CA": "AM B+01.06", "ET": "VALIDE"}
    page = "Nom Le\nGall. Votre solde au 22 novembre 2026 :\u00a08 points sur 12. Permis\nvalide AM B 01.06"

    assert disagreeing(fields, page) == ()
    assert disagreeing(fields, page.replace("8 points", "18 points").replace("2026", "2025")) == ("JO", "SO")
