"""What a list tells of each person, and to whom: the columns that each authority needs, and no other.

Nobody's points are in them: the procureur and the préfet know from the letter that there was a withdrawal, or that the
sum is null, and need no more.
"""

from typing import NamedTuple

from mespoints.law.acts import Dossier, Lettre48N, Lettre48SI, Offence
from mespoints.law.days import Day, iso
from mespoints.law.explain.language import language_of
from mespoints.law.overdue import DutyStanding
from mespoints.letters.routing import Destination
from mespoints.register.models import Holder

PROCUREUR, PREFET, COMPTABLE = RECIPIENTS = ("procureur", "prefet", "comptable")

PERSON = ("Dossier", "Nom", "Prénoms", "Né(e) le")
COLUMNS: dict[str, tuple[str, ...]] = {
    PROCUREUR: (*PERSON, "Lieu de naissance", "Adresse", "Infraction du", "48N notifiée le", "Stage dû le"),
    PREFET: (*PERSON, "Adresse", "48SI notifiée le", "Titre dû le"),
    COMPTABLE: (*PERSON, "Infraction du", "Lieu", "Établie par", "Établie le", "48N notifiée le", "Stage du", "au"),
}
"""The headings of each list; « dû le »: at the latest."""


class Case(NamedTuple):
    """A letter and all that a list may say of it. ``declared``: the address declared."""

    holder: Holder
    neph: str
    declared: Destination
    dossier: Dossier
    letter: Lettre48N | Lettre48SI
    standing: DutyStanding


def cells_of(recipient: str, case: Case) -> tuple[str, ...]:
    """The cells of one line, in the order of its columns."""
    holder = case.holder
    person = (case.neph, holder.family_name, " ".join(holder.given_names), holder.birth_date)
    address = ", ".join(case.declared.lines)
    notified_on, last_on = iso(case.letter.notified_on), day_or_nothing(case.standing.last_on)
    if recipient == PREFET:
        return (*person, address, notified_on, last_on)
    offence = offence_of(case)
    committed_on = day_or_nothing(offence.committed_on if offence else None)
    if recipient == PROCUREUR:
        return (*person, holder.birth_place or holder.birth_country, address, committed_on, notified_on, last_on)
    stage = case.standing.stage
    assert stage is not None
    place = (offence.place if offence else None) or ""
    final_by = language_of("fr").facts[offence.final_by][0] if offence and offence.final_by else ""
    final_on = day_or_nothing(offence.final_on if offence else None)
    return (
        *person, committed_on, place, final_by, final_on, notified_on, iso(stage.started_on), iso(stage.ended_on),
    )  # fmt: skip


def offence_of(case: Case) -> Offence | None:
    """The offence that the letter names."""
    return next((act for act in case.dossier.acts if isinstance(act, Offence) and act.id == case.letter.offence), None)


def day_or_nothing(day: Day | None) -> str:
    """A day as ``YYYY-MM-DD``, empty when there is none."""
    return iso(day) if day else ""
