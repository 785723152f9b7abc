"""What an offence is called: the words of the file in French, the barème's in English when they are one offence's."""

from typing import Any

import pytest

from mespoints.law.acts import Offence
from mespoints.law.explain.labels import label_of
from mespoints.law.reading import read_dossier


def named(**facts: Any) -> Offence:
    """An offence of 2024 with the facts given."""
    act = {"act": "offence", "id": "i1", "committed_on": "2024-01-20", "class": "c4", "points": 4, **facts}
    licence = {"obtained_on": "2015-06-12"}
    (offence,) = read_dossier({"format": "dossier/1", "licence": licence, "acts": [act]}).acts
    assert isinstance(offence, Offence)
    return offence


@pytest.mark.parametrize(
    ("facts", "french", "english"),
    [
        ({"label": "Feu grillé", "article": "R412-30"}, "Feu grillé", "Running a red light"),
        ({"label": "Stop", "natinf": "203"}, "Stop", "Failing to stop or to give way at a stop sign"),
        ({"label": "Feu grillé"}, "Feu grillé", "Feu grillé"),
        ({"label": "Vitesse", "article": "R413-14", "points": 5}, "Vitesse", "Vitesse"),
        ({"natinf": "203"}, "Non-arrêt ou refus de priorité au stop", "Failing to stop or to give way at a stop sign"),
        ({"article": "R412-30"}, None, None),
    ],
)
def test_an_offence_is_called_as_the_page_speaks(
    facts: dict[str, Any], french: str | None, english: str | None
) -> None:
    """By its code or by its article; what the barème does not know for certain keeps the words of the file."""
    offence = named(**facts)

    assert (french, english) == (label_of(offence), label_of(offence, "en"))
