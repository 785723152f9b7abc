"""The codes of a licence in plain words."""

import pytest
from django.utils import translation

from mespoints.portal.licence_page.codes import NATIONAL, NOT_KNOWN, WORDS, code_words, meaning_of


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("01.06", "lunettes ou lentilles de contact"),
        ("1.6", "lunettes ou lentilles de contact"),
        ("01.99", "correction ou protection de la vue"),
        ("78", "boîte automatique seulement"),
        ("62(50 km)", "près du domicile seulement, dans le rayon ou la ville indiqués"),
        ("95.01.06.30", WORDS["95"]),
        ("106", NATIONAL),
        ("99", NOT_KNOWN),
        ("lunettes", NOT_KNOWN),
    ],
)
def test_a_code_is_told_by_itself_or_by_what_it_is_a_part_of(code: str, words: str) -> None:
    """What a card adds between brackets is read on the card; what is not known is not guessed."""
    assert words == meaning_of(code)


def test_a_code_stands_before_its_words() -> None:
    """As on the card, in both languages."""
    with translation.override("en"):
        english = code_words("78")

    assert ("78\u00a0: boîte automatique seulement", "78: automatic gearbox only") == (code_words("78"), english)
