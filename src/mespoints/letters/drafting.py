"""From a movement that owes a letter to what the letter says: reading D14, art. L. 223-3, R. 223-3 and R. 223-4.

Strict: what the law wants told and the dossier does not hold is a refusal that names it. Nothing is guessed.
"""

from collections.abc import Callable
from typing import NamedTuple

from mespoints.law.acts import Dossier, Stage
from mespoints.law.days import Day, iso
from mespoints.law.explain import because
from mespoints.law.explain.ground import find_act
from mespoints.law.explain.labels import label_of
from mespoints.law.invalidation import months_before_new_licence
from mespoints.law.letter_forms import FOREIGN_LICENCES_FROM
from mespoints.law.memory import FELL_ON, PREVIOUS_FALL
from mespoints.law.play import play
from mespoints.law.results import Movement, Statement
from mespoints.letters.contents import (
    Head,
    Interdiction,
    Letter,
    Letter46,
    Letter46B,
    Letter46D,
    Letter47,
    Letter48,
    Letter48M,
    Letter48N,
    Letter48SI,
    OffenceTold,
    Recap,
    Rectificatif,
)
from mespoints.letters.offences import find_named, recap_of, tell_offence
from mespoints.letters.refusals import LetterRefused

TEXTS_FROM = FOREIGN_LICENCES_FROM
"""The articles that the templates cite are in force, as they tell them, from 18 November 2017 on."""


class Owing(NamedTuple):
    """A letter that a movement owes. ``letter``: a word of ``law.letters.LETTER_NAMES``.

    ``movements``: those up to the one that owes it, in order, it being the last. The register may owe a 48SI where the
    law read today sees another letter, so the caller says which. ``reading``: that of the movements (doubt D2).
    """

    letter: str
    movements: tuple[Movement, ...]
    dossier: Dossier
    reading: str = "registered"

    @property
    def movement(self) -> Movement:
        """The movement that owes the letter."""
        return self.movements[-1]


def owing_of(movement: Movement, statement: Statement, dossier: Dossier) -> Owing:
    """The letter that a movement of a statement owes by the law alone (reading D14).

    Raises LetterRefused when it owes none.
    """
    if movement.letter is None:
        raise LetterRefused("ce mouvement ne doit aucune lettre (letter)")
    place = statement.movements.index(movement)
    return Owing(movement.letter, statement.movements[: place + 1], dossier, statement.reading)


def draft(owing: Owing, head: Head) -> Letter:
    """What the letter of a movement says (reading D14). A correction of the register is for ``draft_correction``.

    Raises LetterRefused when a field is missing, or when the letter is dated too early.
    """
    refuse_day(head.written_on, owing.movement.on)
    return DRAFTS[owing.letter](owing, head)


def draft_correction(on: Day, old_balance: int, new_balance: int, reason: str, head: Head) -> Rectificatif:
    """The rectificatif of a correction that the register posted: facts known late changed the sum (reading D14).

    ``reason``: a French sentence. Raises LetterRefused when it is empty, or when the letter is dated too early.
    """
    refuse_day(head.written_on, on)
    if not reason:
        raise LetterRefused("il manque la raison de la correction (reason)")
    return Rectificatif(head, on, max(0, old_balance), max(0, new_balance), reason)


def refuse_day(written_on: Day, on: Day) -> None:
    """A letter follows its movement, and the texts that it cites. Raises LetterRefused."""
    if written_on < max(on, TEXTS_FROM):
        found, expected = iso(written_on), iso(max(on, TEXTS_FROM))
        raise LetterRefused(f"la lettre est datée du {found} (written_on) : attendu, le {expected} ou plus tard")


def offence_of(owing: Owing) -> OffenceTold:
    """The offence whose points the movement takes."""
    return tell_offence(owing.dossier, owing.movement.offence, -owing.movement.points)


def draft_48(owing: Owing, head: Head) -> Letter48:
    """Art. R. 223-3, III, al. 2."""
    return Letter48(head, offence_of(owing), owing.movement.balance, owing.movement.ceiling)


def draft_48n(owing: Owing, head: Head) -> Letter48N:
    """Art. R. 223-4, I."""
    return Letter48N(head, offence_of(owing), owing.movement.balance, owing.movement.ceiling)


def draft_48m(owing: Owing, head: Head) -> Letter48M:
    """Reading D14."""
    return Letter48M(head, offence_of(owing), owing.movement.balance, owing.movement.ceiling)


def draft_48si(owing: Owing, head: Head) -> Letter48SI:
    """Art. R. 223-3, III, al. 3; the wait for a new licence is that of art. L. 223-5, II."""
    recap = recap_of(owing.movements, owing.dossier)
    state = play(owing.dossier, owing.movement.on, owing.reading == "strict").memory.state
    months = months_before_new_licence(state[FELL_ON], state[PREVIOUS_FALL])
    return Letter48SI(head, last_offence(owing, recap), recap, months)


def draft_interdiction(owing: Owing, head: Head) -> Interdiction:
    """Art. L. 223-10, II; the recap is that of the 48SI."""
    recap = recap_of(owing.movements, owing.dossier)
    return Interdiction(head, last_offence(owing, recap), recap)


def last_offence(owing: Owing, recap: Recap) -> OffenceTold:
    """The offence whose withdrawal brought the sum to zero; for a correction, the last of those that concurred."""
    return recap.withdrawals[-1] if owing.movement.offence is None else offence_of(owing)


def draft_46(owing: Owing, head: Head) -> Letter46:
    """Art. L. 223-6, al. 1 and 2, or the end of a clean probation, art. R. 223-1, IV."""
    return Letter46(head, *what_came_back(owing))


def draft_46d(owing: Owing, head: Head) -> Letter46D:
    """Art. L. 223-6, al. 3."""
    return Letter46D(head, *what_came_back(owing), *offence_given_back(owing))


def draft_46b(owing: Owing, head: Head) -> Letter46B:
    """Art. L. 223-6, al. 5."""
    return Letter46B(head, *what_came_back(owing), *offence_given_back(owing))


def draft_47(owing: Owing, head: Head) -> Letter47:
    """Art. L. 223-6, al. 4, and R. 223-8, III."""
    stage = find_act(owing.dossier, owing.movement.act)
    if not isinstance(stage, Stage):
        raise LetterRefused("le mouvement ne nomme aucun stage du dossier (act)")
    return Letter47(head, *what_came_back(owing), stage.started_on, stage.ended_on, stage.kind)


def draft_rectificatif(owing: Owing, head: Head) -> Rectificatif:
    """What a judge, the minister or an exchange undoes (readings D16 to D19)."""
    movement = owing.movement
    old_balance = max(0, movement.signed_balance - movement.points)
    return Rectificatif(head, movement.on, old_balance, movement.balance, because(movement, owing.dossier))


def what_came_back(owing: Owing) -> tuple[Day, int, int, int, str]:
    """The day, the points, the balance, the ceiling, and the sentence that says why."""
    movement = owing.movement
    reason = because(movement, owing.dossier)
    return movement.on, movement.points, movement.balance, movement.ceiling, reason


def offence_given_back(owing: Owing) -> tuple[str, Day]:
    """The name and the day of the offence whose points come back."""
    place, offence = find_named(owing.dossier, owing.movement.offence)
    label = label_of(offence)
    if not label:
        raise LetterRefused(f"infraction n° {place + 1} du dossier : il manque « label »")
    return label, offence.committed_on


DRAFTS: dict[str, Callable[[Owing, Head], Letter]] = {
    "48": draft_48,
    "48N": draft_48n,
    "48M": draft_48m,
    "48SI": draft_48si,
    "46": draft_46,
    "46D": draft_46d,
    "46B": draft_46b,
    "47": draft_47,
    "rectificatif": draft_rectificatif,
    "interdiction": draft_interdiction,
}
"""By the words of ``law.letters.LETTER_NAMES``."""
