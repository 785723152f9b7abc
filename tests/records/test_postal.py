"""What became of a letter, in full words."""

from datetime import date

import pytest

from mespoints.law.letters import LETTER_NAMES
from mespoints.letters.steps import KINDS
from mespoints.records.postal import STEPS, SUBJECTS, Letter, letter_line

MARCH = date(2026, 3, 2)
UNSAID = ("put_aside", "seen", "notified", "not_notified", "alerted", "not_alerted")
"""What the office notes for itself, and what the end of the line says."""


@pytest.mark.parametrize(
    ("letter", "became"),
    [
        (Letter("48", MARCH, (), None, False, False), "Pas encore envoyée"),
        (Letter("48", MARCH, (("dispatched", date(2026, 3, 4)),), None, False, False), "Envoyée le 4 mars 2026"),
        (
            Letter(
                "48N", MARCH, (("presented", date(2026, 3, 6)), ("collected", date(2026, 3, 9))), date(2026, 3, 9),
                False, False,
            ),
            (
                "Présentée à votre adresse le 6 mars 2026 ; remise contre signature le 9 mars 2026 ; "
                "notifiée le 9 mars 2026"
            ),
        ),
        (
            Letter("48SI", MARCH, (("npai", date(2026, 3, 6)),), None, True, True),
            (
                "Revenue le 6 mars 2026 : « n'habite pas à l'adresse indiquée » ; elle n'est pas notifiée ; "
                "retirée ensuite : elle est sans effet"
            ),
        ),
    ],
)  # fmt: skip
def test_a_letter_is_told(letter: Letter, became: str) -> None:
    """Each step with its day, then what it amounts to."""

    assert became == letter_line(letter).became


def test_every_step_has_its_words() -> None:
    """But those that are not for the holder."""

    assert [] == [kind for kind in KINDS if kind not in STEPS and kind not in UNSAID]


def test_every_letter_has_its_subject() -> None:
    """Those that the law knows."""

    assert set(filter(None, LETTER_NAMES)) == set(SUBJECTS)
