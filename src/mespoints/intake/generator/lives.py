"""The life of an invented licence up to a day: its ``dossier/1``, told as a register that was taken over tells it."""

import random
from typing import Any

from mespoints.intake.generator import rates
from mespoints.intake.generator.losses import lose_when_due
from mespoints.intake.generator.offences import DELIT, Document, Told, offences_of
from mespoints.law.capital import has_default_probation
from mespoints.law.days import Day, add_months, day_of, iso

FORMATION_FROM = day_of(2019, 1, 1)
FOREIGN_FROM = day_of(2018, 1, 1)
SIX_POINTS = 6
MANY_POINTS = 4
"""Lost in two years: what a stage gives back."""
POINTS_OF_48N = 3
MONTHS_OF_PROBATION = {"ordinary": 36, "aac": 24, "none": 0}


def dossier_of(chance: random.Random, neph: str, obtained_on: Day, territory: str, on: Day) -> dict[str, Any]:
    """The whole dossier as it stands on a day."""
    licence = licence_of(chance, neph, obtained_on, territory)
    offences = offences_of(chance, obtained_on, on)
    acts = [told.act for told in offences]
    acts += letters_48n(chance, licence, offences, obtained_on, on)
    acts += stages(chance, offences, on)
    acts += decisions(chance, offences, on)
    acts += formation(chance, licence, obtained_on, on)
    document = {"format": "dossier/1", "licence": licence, "acts": acts}
    lose_when_due(chance, document, offences, on)
    return document


def licence_of(chance: random.Random, neph: str, obtained_on: Day, territory: str) -> Document:
    """What the dossier opens with."""
    licence: Document = {"neph": neph, "obtained_on": iso(obtained_on), "territory": territory, "probation": "none"}
    if obtained_on >= FOREIGN_FROM and chance.random() < rates.FOREIGN_LICENCE * 8:
        return {**licence, "foreign": True}
    if has_default_probation(obtained_on):
        licence["probation"] = "aac" if chance.random() < rates.APPRENTISSAGE_ANTICIPE else "ordinary"
    return licence


def letters_48n(
    chance: random.Random, licence: Document, offences: list[Told], obtained_on: Day, on: Day
) -> list[Document]:
    """The letters of novices who lost three points or more for one offence, and the stage that they order."""
    months = MONTHS_OF_PROBATION[licence["probation"]]
    ends_on = add_months(obtained_on, months)
    acts: list[Document] = []
    for told in offences if months else ():
        notified_on = told.decided_on + chance.randrange(8, 40)
        if told.decided_on and told.points >= POINTS_OF_48N and told.committed_on <= ends_on and notified_on <= on:
            offence = told.act["id"]
            acts.append(
                {"act": "lettre_48n", "id": f"n-{offence}", "notified_on": iso(notified_on), "offence": offence}
            )
            ended_on = notified_on + chance.randrange(15, 118)
            if ended_on <= on and chance.random() < rates.STAGE_ORDERED_TAKEN:
                acts.append(stage(f"p-{offence}", ended_on, "probatoire"))
    return acts


def stages(chance: random.Random, offences: list[Told], on: Day) -> list[Document]:
    """A stage now and then, by those who have lost many points in two years; once a year at most."""
    acts: list[Document] = []
    last = 0
    decided = sorted((told for told in offences if told.decided_on), key=lambda told: told.decided_on)
    for place, told in enumerate(decided):
        lost = sum(other.points for other in decided[: place + 1] if told.decided_on - other.decided_on < 730)
        ended_on = told.decided_on + chance.randrange(10, 200)
        often = rates.STAGE_WHEN_VERY_LOW if lost >= 2 * MANY_POINTS else rates.STAGE_WHEN_LOW
        if lost >= MANY_POINTS and ended_on <= on and ended_on - last > 367 and chance.random() < often:
            acts.append(stage(f"s-{told.act['id']}", ended_on, "volontaire"))
            last = ended_on
    return acts


def stage(name: str, ended_on: Day, kind: str) -> Document:
    """A stage of two days."""
    return {"act": "stage", "id": name, "ended_on": iso(ended_on), "kind": kind}


def decisions(chance: random.Random, offences: list[Told], on: Day) -> list[Document]:
    """What the prefect and the judge decide beside the points: suspensions, withdrawals annulled."""
    acts: list[Document] = []
    for told in offences:
        name, kept_from = told.act["id"], told.committed_on + chance.randrange(1, 15)
        if told.points >= SIX_POINTS and kept_from <= on and chance.random() < rates.SUSPENDED:
            until = add_months(kept_from, chance.randrange(1, 7))
            by = "juge" if told.offence_class == DELIT and chance.random() < 0.3 else "prefet"
            acts.append({"act": "suspension", "id": f"u-{name}", "from": iso(kept_from), "to": iso(until), "by": by})
        annulled_on = told.decided_on + chance.randrange(200, 900)
        if told.decided_on and annulled_on <= on and chance.random() < rates.ANNULLED:
            acts.append({"act": "withdrawal_annulled", "id": f"a-{name}", "offence": name, "on": iso(annulled_on)})
    return acts


def formation(chance: random.Random, licence: Document, obtained_on: Day, on: Day) -> list[Document]:
    """The day of training that some novices follow between their sixth and their twelfth month (art. R. 223-4-1)."""
    day = add_months(obtained_on, 6) + chance.randrange(1, 180)
    if licence["probation"] == "none" or day < FORMATION_FROM or day > on:
        return []
    if chance.random() >= rates.FORMATION_COMPLEMENTAIRE:
        return []
    return [{"act": "formation_complementaire", "id": "f1", "on": iso(day)}]
