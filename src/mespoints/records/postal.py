"""What became of each letter, in full words: how it was sent, what the post said, whether it is notified."""

from datetime import date
from typing import NamedTuple

from mespoints.law.explain import day_words

KNOWN = "known"
"""Not a word of the journal: fifteen days after a letter was put on the account (art. R. 223-3-1)."""

STEPS = {
    "dispatched": "envoyée le {day}",
    "posted": "remise à La Poste le {day}",
    "presented": "présentée à votre adresse le {day}",
    "collected": "remise contre signature le {day}",
    "refused": "refusée le {day}",
    "unclaimed": "gardée quinze jours sans être réclamée, rendue le {day}",
    "npai": "revenue le {day} : « n'habite pas à l'adresse indiquée »",
    "lost": "perdue par La Poste, le {day}",
    "to_examine": "un agent examine ce que La Poste en dit, depuis le {day}",
    "stopped": "arrêtée le {day} : elle ne part plus",
    "deposited": "déposée sur votre compte le {day}",
    "read": "lue pour la première fois le {day}",
    KNOWN: "réputée connue le {day}",
}
"""The words of the journal of letters; one that is not here is not told."""

NOTIFIED = "notifiée le {day}"
NOT_NOTIFIED = "elle n'est pas notifiée"
TAKEN_BACK = "retirée ensuite : elle est sans effet"
WAITING = "pas encore envoyée"

SUBJECTS = {
    "48": "retrait de points",
    "48M": "retrait de points, stage volontaire possible",
    "48N": "retrait de points, stage obligatoire",
    "48SI": "solde nul, permis invalidé",
    "interdiction": "interdiction de circuler en France",
    "46": "retour au maximum de points",
    "46B": "retour de points après dix ans",
    "46D": "retour d'un point",
    "47": "points rendus par un stage",
    "rectificatif": "solde rectifié",
}
NAMES = {"interdiction": "Interdiction", "rectificatif": "Rectificatif"}


class Letter(NamedTuple):
    """A letter and its steps: a word of the journal of letters, and its day, in order.

    ``notified_on``: None for a simple letter, and while it is not; ``is_lost``: its last sending failed.
    """

    letter: str
    owed_on: date
    steps: tuple[tuple[str, date], ...]
    notified_on: date | None
    is_lost: bool
    is_taken_back: bool


class LetterLine(NamedTuple):
    """One line of the document."""

    owed_on: date
    name: str
    subject: str
    became: str


def letter_line(letter: Letter) -> LetterLine:
    """A letter told."""
    told = [STEPS[kind].format(day=words(on)) for kind, on in dict.fromkeys(letter.steps) if kind in STEPS]
    if letter.notified_on is not None:
        told.append(NOTIFIED.format(day=words(letter.notified_on)))
    elif letter.is_lost:
        told.append(NOT_NOTIFIED)
    if letter.is_taken_back:
        told.append(TAKEN_BACK)
    became = " ; ".join(told) or WAITING
    name = NAMES.get(letter.letter, letter.letter)
    return LetterLine(letter.owed_on, name, SUBJECTS.get(letter.letter, ""), became[:1].upper() + became[1:])


def words(on: date) -> str:
    """« 22 avril 2025 »."""
    return day_words(on.toordinal())
