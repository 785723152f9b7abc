"""Where no line may end."""

import pytest
from django.utils import translation

from mespoints.portal.wording import said, unbroken


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("(art. L. 223-6, al. 2)", "(art.~L.~223-|6, al.~2)"),
        ("art. R. 223-3-1, I, et L. 223-1, para. 2", "art.~R.~223-|3-|1, I, et L.~223-|1, para.~2"),
        ("vous rendrait 4 points sur 12", "vous rendrait 4~points sur 12"),
        ("0 point, 7 500 euros", "0~point, 7~500~euros"),
        ("le mardi 2 mars 2027", "le mardi 2~mars 2027"),
        ("on 22 November 2026", "on 22~November 2026"),
        ("6 sur 12 et plus", "6 sur 12 et plus"),
        ("ce que « valide » veut dire ? Ceci : rien ; et cela", "ce que «~valide~» veut dire~? Ceci~: rien~; et cela"),
    ],
)
def test_what_is_read_together_stays_together(text: str, bound: str) -> None:
    """An article, a number and what it counts, a day and its month; nothing else."""
    assert unbroken(text) == bound.replace("~", "\u00a0").replace("|", "\u2060")


def test_a_text_is_said_in_a_language_that_is_known() -> None:
    """Whatever language the thread speaks."""
    with translation.override("en"):
        told = [said("Lettre", language) for language in ("fr", "en", "fr")]

    assert ["Lettre", "Letter", "Lettre"] == told
