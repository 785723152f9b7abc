"""The offences that a letter tells, complete or refused, and the recap of those that led to zero."""

from collections.abc import Sequence

from mespoints.law.acts import Dossier, Offence
from mespoints.law.articles import article_of_offence
from mespoints.law.capital import FULL
from mespoints.law.explain.labels import label_of
from mespoints.law.results import Movement
from mespoints.letters.contents import OffenceTold, Recap
from mespoints.letters.refusals import LetterRefused

OPENINGS = ("obtained", "carried_over")


def find_named(dossier: Dossier, act_id: str | None) -> tuple[int, Offence]:
    """An offence with its place in the dossier. Raises LetterRefused when the dossier has none with this id."""
    for place, act in enumerate(dossier.acts):
        if act.id == act_id and isinstance(act, Offence):
            return place, act
    raise LetterRefused("le mouvement ne nomme aucune infraction du dossier (offence)")


def tell_offence(dossier: Dossier, act_id: str | None, taken: int) -> OffenceTold:
    """What a letter says of a withdrawal (art. L. 223-3 and R. 223-3, III).

    Raises LetterRefused with the name of every missing field; the offence is named by its place in the dossier.
    """
    place, offence = find_named(dossier, act_id)
    told = {
        "label": label_of(offence),
        "article": article_of_offence(offence),
        "place": offence.place,
        "committed_on": offence.committed_on,
        "final_on": offence.final_on,
        "final_by": offence.final_by,
        "decided_on": offence.decided_on,
    }
    missing = [name for name, value in told.items() if value in (None, "")]
    if missing:
        raise LetterRefused(*(f"infraction n° {place + 1} du dossier : il manque « {name} »" for name in missing))
    return OffenceTold(**told, taken=taken, in_bareme=offence.points)  # type: ignore[arg-type]  # none is missing


def recap_of(movements: Sequence[Movement], dossier: Dossier) -> Recap:
    """The withdrawals that concurred in bringing the sum to zero, as R. 223-3, III, al. 3 asks.

    ``movements``: up to the one that owes the letter. A withdrawal concurs when it came after the sum last stood at
    12, or else after the licence was obtained, and did not come back by itself or by a decision.
    """
    start = start_of_recap(movements)
    opening, last = movements[start], movements[-1]
    nets = net_by_offence(movements[start + 1 :])
    missing: list[str] = []
    withdrawals: list[OffenceTold] = []
    for act_id, taken in nets.items():
        try:
            withdrawals.append(tell_offence(dossier, act_id, taken))
        except LetterRefused as refusal:
            missing += refusal.reasons
    if not nets:
        missing.append("aucun retrait ne concourt au solde nul (withdrawals)")
    if missing:
        raise LetterRefused(*missing)
    regained = last.signed_balance - opening.signed_balance + sum(nets.values())
    return Recap(tuple(withdrawals), opening.signed_balance, opening.on, regained, last.signed_balance)


def start_of_recap(movements: Sequence[Movement]) -> int:
    """The place of the last movement that left 12 points, or else of the one that opened the licence held.

    A licence handed back for the former one (reading D19) counts for nothing.
    """
    full = [place for place, movement in enumerate(movements) if movement.signed_balance == FULL]
    openings: list[int] = []
    for place, movement in enumerate(movements):
        if movement.cause in OPENINGS:
            openings.append(place)
        elif movement.cause == "licence_exchanged" and movement.points and len(openings) > 1:
            openings.pop()
    return max([*full, openings[-1]])


def net_by_offence(movements: Sequence[Movement]) -> dict[str, int]:
    """The points first taken for each offence that still weighs, in the order of the withdrawals."""
    taken: dict[str, int] = {}
    net: dict[str, int] = {}
    for movement in movements:
        if movement.offence is not None and movement.points:
            net[movement.offence] = net.get(movement.offence, 0) + movement.points
            if movement.points < 0:
                taken.setdefault(movement.offence, -movement.points)
    return {act_id: points for act_id, points in taken.items() if net[act_id] < 0}
