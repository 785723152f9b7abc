"""How an invented licence is lost, and obtained again: the letter 48SI once the law finds no point left, the judge."""

import random
from collections.abc import Sequence

from mespoints.intake.generator import rates
from mespoints.intake.generator.offences import DELIT, Document, Told
from mespoints.law.capital import FULL, opens_on
from mespoints.law.days import Day, add_months, iso
from mespoints.law.reading import read_dossier
from mespoints.law.statement import movements_of

LONGEST_WAY_BACK = 900
MOST_LOSSES = 3


def lose_when_due(chance: random.Random, document: Document, offences: Sequence[Told], on: Day) -> None:
    """Add to a dossier the letters, the surrenders and the licences obtained again that its offences call for."""
    if annulled_by_judge(chance, document, offences, on):
        return
    withdrawn = sum(told.points for told in offences if told.decided_on)
    least = FULL if document["licence"]["probation"] == "none" else FULL // 2
    after = 0
    for loss in range(MOST_LOSSES if withdrawn >= least else 0):
        fell_on = day_of_fall(document, after, on)
        if fell_on is None or not (after := invalidated(chance, document, fell_on, loss + 1, on)):
            return


def day_of_fall(document: Document, after: Day, on: Day) -> Day | None:
    """The first day after another on which no point is left, as the law counts them."""
    dossier = read_dossier(document)
    if on < opens_on(dossier.licence.obtained_on, dossier.licence.foreign):
        return None
    return next((row.day for row in movements_of(dossier, on) if row.day > after and row.total <= 0), None)


def invalidated(chance: random.Random, document: Document, fell_on: Day, loss: int, on: Day) -> Day:
    """The letter 48SI (or the ban, for a foreign licence) and what follows; the day of the new licence, 0 for none."""
    acts = document["acts"]
    notified_on = fell_on + chance.randrange(12, 60)
    if notified_on > on:
        return 0
    if document["licence"].get("foreign"):
        acts.append({"act": "interdiction_de_circuler", "id": f"b{loss}", "notified_on": iso(notified_on)})
        return 0
    acts.append({"act": "lettre_48si", "id": f"l{loss}", "notified_on": iso(notified_on)})
    surrendered_on = notified_on + chance.randrange(2, 40)
    if surrendered_on > on or chance.random() >= rates.TITLE_SURRENDERED:
        return 0
    acts.append({"act": "title_surrendered", "id": f"r{loss}", "on": iso(surrendered_on)})
    earliest = add_months(surrendered_on, 12 if loss > 1 else 6)
    return again(chance, document, f"o{loss}", earliest, on)


def again(chance: random.Random, document: Document, name: str, earliest: Day, on: Day) -> Day:
    """The licence obtained again, by most, some time after it may be; its day, 0 for none."""
    obtained_on = earliest + chance.randrange(1, LONGEST_WAY_BACK)
    if obtained_on > on or chance.random() >= rates.LICENCE_AGAIN:
        return 0
    document["acts"].append({"act": "licence_obtained", "id": name, "on": iso(obtained_on), "probation": "ordinary"})
    return obtained_on


def annulled_by_judge(chance: random.Random, document: Document, offences: Sequence[Told], on: Day) -> bool:
    """Whether a judge annuls the licence for one of its délits; the acts that say so are added."""
    for told in offences:
        if told.offence_class == DELIT and told.decided_on and chance.random() < rates.ANNULLED_BY_JUDGE:
            months = chance.randrange(3, 36)
            act = {"act": "licence_annulled", "id": "j1", "on": told.act["final_on"], "ban_months": months}
            document["acts"].append(act)
            again(chance, document, "o1", add_months(told.final_on, months), on)
            return True
    return False
