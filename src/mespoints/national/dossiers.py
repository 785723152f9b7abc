"""The dossier that the rows of a licence stand for, as the plain functions of the law read it."""

from collections.abc import Sequence

from mespoints.law import causes, kinds
from mespoints.law.acts import (
    Act,
    CarriedOver,
    CategoryBByAac,
    Dossier,
    FormationComplementaire,
    FrenchLicence,
    InterdictionDeCirculer,
    Lettre48SI,
    Lettre48SIAnnulled,
    Lettre48SISuspended,
    Licence,
    LicenceAnnulled,
    LicenceExchanged,
    LicenceObtained,
    Offence,
    Stage,
    Suspension,
    TitleSurrendered,
    WithdrawalAnnulled,
    WithdrawalSuspended,
)
from mespoints.law.play import GRADES, IS_FOREIGN, STAGES_WITH_POINTS
from mespoints.law.probations import PROBATIONS
from mespoints.national.columns import OPENING_ACT, Fact

CLASSES = {grade: name for name, grade in GRADES.items()}
PROBATION_NAMES = {number: name for name, number in PROBATIONS.items()}
STAGE_WITHOUT_POINTS = "alternative"
NAMING = (kinds.REVISED, kinds.LETTRE_48SI, kinds.END_OF_BAN)
"""The kinds of rows whose ``group`` is the place of an act; -1 is none, as it is for ``act``."""


def dossier_of(facts: Sequence[Fact]) -> Dossier:
    """The dossier of facts that are numbered without a gap (``renumbered``); an act that is named and not there is one
    that the fold does not read."""
    opening = next(fact.row for fact in facts if fact.row.act == OPENING_ACT and fact.row.kind != kinds.END_OF_BAN)
    licence = Licence(
        opening.began_on, PROBATION_NAMES[opening.grade], "metropole", None, foreign=opening.points == IS_FOREIGN
    )
    acts = {fact.row.act: act_of(fact) for fact in facts if fact.row.act != OPENING_ACT}
    return Dossier(licence, tuple(acts.get(place) or unread(place) for place in range(len(places_of(facts)))))


def places_of(facts: Sequence[Fact]) -> list[int]:
    """The places of the acts that are there or named, in their order."""
    named = [fact.row.group for fact in facts if fact.row.kind in NAMING]
    return sorted({*named, *(fact.row.act for fact in facts)} - {OPENING_ACT})


def renumbered(facts: Sequence[Fact]) -> list[Fact]:
    """The same facts with the acts numbered from 0 without a gap, so that few acts make a short dossier."""
    numbers = {place: number for number, place in enumerate([OPENING_ACT, *places_of(facts)], OPENING_ACT)}
    return [
        fact._replace(
            row=fact.row._replace(
                act=numbers[fact.row.act],
                group=numbers[fact.row.group] if fact.row.kind in NAMING else fact.row.group,
            )
        )
        for fact in facts
    ]


def unread(place: int) -> Act:
    """An act that the fold does not read."""
    return TitleSurrendered(str(place), 1, None)


def act_of(fact: Fact) -> Act:
    """The act that a row comes from."""
    row, name = fact.row, str(fact.row.act)
    if row.kind == kinds.DECIDED:
        return offence_of(fact)
    if row.kind == kinds.STAGE:
        kind = STAGES_WITH_POINTS[0] if row.grade else STAGE_WITHOUT_POINTS
        return Stage(name, row.group, row.established_on, kind, None)
    if row.kind == kinds.REVISED:
        return revising_act_of(fact)
    return licence_act_of(fact)


def offence_of(fact: Fact) -> Offence:
    """A decided offence."""
    row = fact.row
    return Offence(
        str(row.act), row.began_on, row.established_on, "paiement", row.day, CLASSES[row.grade], row.points,
        str(fact.natinf) if fact.natinf else None, None, None, None, str(row.group) if row.group >= 0 else None,
        None, None, None, None, None,
    )  # fmt: skip


def licence_act_of(fact: Fact) -> Act:
    """An act on the licence itself."""
    row, name, named = fact.row, str(fact.row.act), str(fact.row.group) if fact.row.group >= 0 else None
    acts: dict[int, Act] = {
        kinds.LETTRE_48SI: Lettre48SI(name, row.day, named, None),
        kinds.INTERDICTION: InterdictionDeCirculer(name, row.day, None),
        kinds.LICENCE_ANNULLED: LicenceAnnulled(name, row.day, None, None),
        kinds.LICENCE_OBTAINED: LicenceObtained(name, row.day, PROBATION_NAMES.get(row.grade, ""), None),
        kinds.FRENCH_LICENCE: FrenchLicence(name, row.day, PROBATION_NAMES.get(row.grade, ""), None),
        kinds.CARRIED_OVER: CarriedOver(
            name, row.day, row.points, row.group, row.delay_from or None, lengthened=row.grade == 1, recorded_on=None
        ),
        kinds.FORMATION: FormationComplementaire(name, row.day, None),
        kinds.CATEGORY_B_BY_AAC: CategoryBByAac(name, row.day, None),
        kinds.SUSPENSION: Suspension(name, row.day, fact.until_on, None, None),
    }
    return acts[row.kind]


def revising_act_of(fact: Fact) -> Act:
    """A decision that undoes another."""
    row, name, until_on = fact.row, str(fact.row.act), fact.until_on or None
    named = str(row.group) if row.group >= 0 else None
    acts: dict[int, Act] = {
        causes.WITHDRAWAL_ANNULLED: WithdrawalAnnulled(name, named or "", row.day, None),
        causes.WITHDRAWAL_SUSPENDED: WithdrawalSuspended(name, named or "", row.day, until_on, None),
        causes.LETTRE_48SI_SUSPENDED: Lettre48SISuspended(name, row.day, until_on, named, None),
        causes.LETTRE_48SI_ANNULLED: Lettre48SIAnnulled(name, row.day, named, None),
        causes.LICENCE_EXCHANGED: LicenceExchanged(name, row.day, None),
    }
    return acts[row.grade]
