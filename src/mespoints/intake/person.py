"""A line of ``intake/1`` read in full: a holder, categories and a dossier, or all that is wrong with them."""

from datetime import date
from typing import Any, NamedTuple

from mespoints.intake.lines import LineRefused, parse
from mespoints.intake.openings import birth_refusals
from mespoints.intake.shapes import CATEGORY, HOLDER, LINE, HeldCategory, Holder
from mespoints.law.acts import Dossier
from mespoints.law.days import iso
from mespoints.law.holds import LATEST
from mespoints.law.reading import make_record, read_dossier, read_values
from mespoints.law.refusals import NOTHING, DossierRefused, Fault, Refusal, shown
from mespoints.law.shapes import LICENCE, Shape, Values

HIDDEN = "une valeur qui n'est pas répétée"


class Person(NamedTuple):
    """What a line brings. ``acts`` are kept as the line writes them: the register stores them so."""

    holder: Holder
    categories: list[HeldCategory]
    dossier: Dossier
    neph: str
    acts: list[dict[str, Any]]


def read_person(line: str | bytes, recorded_on: date) -> Person:
    """Read one line. Raises ``LineRefused`` with every reason, in the order of the line."""
    return read_document(parse(line), recorded_on)


def read_document(document: object, recorded_on: date) -> Person:
    """Read the JSON value of a line. Raises ``LineRefused`` with every reason, in the order of the line."""
    refusals: list[Refusal] = []
    parts = read_object(LINE, document, "ligne", refusals)
    holder = read_object(HOLDER, parts["holder"], "holder", refusals) if "holder" in parts else {}
    categories = read_categories(parts.get("categories", []), refusals)
    dossier = read_named_dossier(parts["dossier"], refusals) if "dossier" in parts else None
    if "birth_date" in holder and dossier is not None:
        refusals += birth_refusals("holder", holder["birth_date"], dossier.licence, recorded_on)
    if refusals or dossier is None or dossier.licence.neph is None:
        raise LineRefused(*(refusal.message for refusal in refusals))
    return Person(make_record(HOLDER, holder), categories, dossier, dossier.licence.neph, parts["dossier"]["acts"])


def read_object(shape: Shape, given: object, place: str, refusals: list[Refusal]) -> Values:
    """The values of an object by key, and the refusals of what its table does not take."""
    if not isinstance(given, dict):
        refusals.append(Refusal(place, "format", shown(given), "un objet"))
        return {}
    faults: list[Fault] = []
    values = read_values(shape, given, faults)
    for fault in faults:
        # A code, even one that cannot be right, is never repeated.
        found = HIDDEN if fault.key == "code" and fault.found != NOTHING else fault.found
        refusals.append(Refusal(place, fault.key, found, fault.expected))
    return values


def read_categories(given: list[object], refusals: list[Refusal]) -> list[HeldCategory]:
    """The categories that can be read, and the refusals of the others."""
    categories: list[HeldCategory] = []
    for index, item in enumerate(given):
        place = f"categories[{index}]"
        before = len(refusals)
        values = read_object(CATEGORY, item, place, refusals)
        if values.get("to", LATEST) < values.get("from", 0):
            expected = f"un jour qui ne précède pas « from » ({iso(values['from'])})"
            refusals.append(Refusal(place, "to", iso(values["to"]), expected))
        if any(held[:2] == (values.get("category"), values.get("from")) for held in categories):
            refusals.append(Refusal(place, "from", iso(values["from"]), "un autre jour que plus haut"))
        if len(refusals) == before:
            categories.append(make_record(CATEGORY, values))
    return categories


def read_named_dossier(given: object, refusals: list[Refusal]) -> Dossier | None:
    """The dossier of the line, which here must bear its file number."""
    try:
        dossier = read_dossier(given)
    except DossierRefused as refused:
        refusals += refused.errors
        return None
    if dossier.licence.neph is None:
        refusals.append(Refusal("licence", "neph", NOTHING, LICENCE.keys["neph"].expected))
    return dossier
