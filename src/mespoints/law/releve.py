"""Reading a relevé: ``releve/1`` is a dossier with the movements and the balance that the administration shows.

Read as strictly as the dossier that it holds, whose own refusals keep their places.
"""

from typing import Any, NamedTuple

from mespoints.law.acts import Dossier
from mespoints.law.capital import FULL
from mespoints.law.days import Day, iso
from mespoints.law.holds import DAY, ID, Holds, number, take_list, take_object, word
from mespoints.law.reading import make_record, read_dossier, read_values
from mespoints.law.refusals import DossierRefused, Fault, Refusal, shown
from mespoints.law.shapes import Shape, Values

MOST_POINTS = 999
"""No movement comes near it, even that of a new licence after a sum far below zero."""


class Shown(NamedTuple):
    """One movement that the administration shows. ``act``: the id of the act that it names, if any."""

    on: Day
    points: int
    balance: int
    act: str | None


class Releve(NamedTuple):
    """What the administration shows on a day, and the history that it should follow from."""

    on: Day
    dossier: Dossier
    movements: tuple[Shown, ...]
    balance: int


SHOWN = Shape(
    Shown,
    ("on", "points", "balance"),
    {"on": DAY, "points": number(-MOST_POINTS, MOST_POINTS), "balance": number(0, FULL), "act": ID},
)

RELEVE = Shape(
    Releve,
    ("format", "on", "dossier", "movements", "balance"),
    {
        "format": word("releve/1")._replace(expected='"releve/1"'),
        "on": DAY,
        "dossier": Holds(take_object, "un dossier/1"),
        "movements": Holds(take_list, "une liste de mouvements"),
        "balance": number(0, FULL),
    },
)


def read_releve(document: object) -> Releve:
    """Read any JSON value as a ``releve/1``. Raises ``DossierRefused`` with all that is wrong."""
    if type(document) is not dict:
        expected = 'un objet dont « format » vaut "releve/1"'
        raise DossierRefused((Refusal("relevé", "format", shown(document), expected),))
    faults: list[Fault] = []
    values = read_values(RELEVE, document, faults)
    refusals = [Refusal("relevé", *fault) for fault in faults]
    dossier = read_nested(values, refusals)
    movements = read_movements(values.get("movements", []), values.get("on"), refusals)
    if dossier is not None:
        refuse_unknown_acts(movements, dossier, refusals)
    if refusals:
        raise DossierRefused(tuple(refusals))
    assert dossier is not None
    return Releve(values["on"], dossier, tuple(movements.values()), values["balance"])


def read_nested(values: Values, refusals: list[Refusal]) -> Dossier | None:
    """The dossier inside, or ``None`` and its refusals."""
    try:
        return read_dossier(values["dossier"]) if "dossier" in values else None
    except DossierRefused as refusal:
        refusals += refusal.errors
        return None


def read_movements(given: list[Any], on: Day | None, refusals: list[Refusal]) -> dict[int, Shown]:
    """The movements that can be read, by their place in the list, and the refusals of the others."""
    movements: dict[int, Shown] = {}
    for place, value in enumerate(given):
        faults: list[Fault] = []
        movement = read_movement(value, on, faults)
        if movement is None:
            refusals += [Refusal(f"movements[{place}]", *fault) for fault in faults]
        else:
            movements[place] = movement
    return movements


def read_movement(given: object, on: Day | None, faults: list[Fault]) -> Shown | None:
    """One movement shown, or ``None`` and its faults. It may say that it names no act, as ``statement/1`` does."""
    if type(given) is not dict:
        faults.append(Fault("movement", shown(given), "un objet"))
        return None
    said = {key: value for key, value in given.items() if key != "act" or value is not None}
    values = read_values(SHOWN, said, faults)
    if on is not None and values.get("on", on) > on:
        faults.append(Fault("on", iso(values["on"]), f"un jour qui ne suit pas celui du relevé ({iso(on)})"))
    if faults:
        return None
    movement: Shown = make_record(SHOWN, values)
    return movement


def refuse_unknown_acts(movements: dict[int, Shown], dossier: Dossier, refusals: list[Refusal]) -> None:
    """A movement names an act of the dossier, or none."""
    known = {act.id for act in dossier.acts}
    for place, movement in movements.items():
        if movement.act is not None and movement.act not in known:
            expected = "l'identifiant d'un acte du dossier"
            refusals.append(Refusal(f"movements[{place}]", "act", shown(movement.act), expected))
