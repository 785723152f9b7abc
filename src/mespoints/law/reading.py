"""Reading a dossier: any JSON value becomes a ``Dossier``, or every reason why it cannot. And back.

What each key may hold is in tables (``law.shapes``); what remains here are the checks between two keys,
between two acts, and against the barème. What is refused is the list of ``dossier/1``, and no more.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from mespoints.law.acts import Act, Dossier, Licence
from mespoints.law.capital import has_default_probation
from mespoints.law.days import iso
from mespoints.law.holds import DAY, take_id
from mespoints.law.refusals import NOTHING, DossierRefused, Fault, Refusal, printable, shown, shown_key
from mespoints.law.shapes import ACTS, DOSSIER, KINDS, LICENCE, OFFENCE, Shape, Values

__all__ = ["DossierRefused", "Refusal", "read_dossier", "write_dossier"]

Object = dict[Any, Any]
Check = Callable[[Object, Values, list[Fault]], None]


class Names(NamedTuple):
    """The ids of a dossier: the kind of act that bears each, and the place of each act already read."""

    kinds: dict[str, str]
    places: dict[str, int]


def read_dossier(document: object) -> Dossier:
    """Read any JSON value as a ``dossier/1``. Raises ``DossierRefused`` with all that is wrong."""
    if type(document) is not dict:
        expected = 'un objet dont « format » vaut "dossier/1"'
        raise DossierRefused((Refusal("dossier", "format", shown(document), expected),))
    faults: list[Fault] = []
    values = read_values(DOSSIER, document, faults)
    refusals = [Refusal("dossier", *fault) for fault in faults]
    licence = read_licence(values["licence"], refusals) if "licence" in values else None
    acts = read_acts(values.get("acts", []), refusals)
    if refusals or licence is None:
        raise DossierRefused(tuple(refusals))
    return Dossier(licence, acts)


def read_licence(given: Object, refusals: list[Refusal]) -> Licence | None:
    """The licence that a dossier opens with, or ``None`` and its refusals."""
    faults: list[Fault] = []
    values = read_values(LICENCE, given, faults)
    check_probation("obtained_on", values, faults)
    check_foreign(values, faults)
    if faults:
        refusals += [Refusal("licence", *fault) for fault in faults]
        return None
    licence: Licence = make_record(LICENCE, values)
    return licence


def read_acts(given: list[Any], refusals: list[Refusal]) -> tuple[Act, ...]:
    """The acts that can be read, in the order of the file, and the refusals of the others."""
    names = Names(kinds_by_id(given), {})
    acts: list[Act] = []
    for index, act in enumerate(given):
        faults: list[Fault] = []
        record = read_act(index, act, names, faults)
        if record is None:
            place = act_place(index, act)
            refusals += [Refusal(place, *fault) for fault in faults]
        else:
            acts.append(record)
    return tuple(acts)


def kinds_by_id(given: list[Any]) -> dict[str, str]:
    """The kind of the act that bears each id."""
    acts = [act for act in given if type(act) is dict and type(act.get("act")) is str]
    return {act["id"]: act["act"] for act in acts if take_id(act.get("id"))}


def act_place(index: int, given: object) -> str:
    """Where an act stands in its file, with its id when it has one: « acts[3] (i2) »."""
    name = take_id(given.get("id")) if type(given) is dict else None
    return f"acts[{index}] ({printable(name)})" if name else f"acts[{index}]"


def read_act(index: int, given: object, names: Names, faults: list[Fault]) -> Act | None:
    """One act, or ``None`` and its faults."""
    if type(given) is not dict:
        faults.append(Fault("act", shown(given), "un objet"))
        return None
    facts = dict(given)
    kind = facts.pop("act", None)
    if type(kind) is not str or kind not in ACTS:
        faults.append(Fault("act", shown(kind) if "act" in given else NOTHING, KINDS.expected))
        return None
    shape = ACTS[kind]
    values = read_values(shape, facts, faults)
    check_id(index, values, names, faults)
    check_names(kind, values, names, faults)
    if kind in CHECKS:
        CHECKS[kind](facts, values, faults)
    if faults:
        return None
    act: Act = make_record(shape, values)
    return act


def read_values(shape: Shape, given: Object, faults: list[Fault]) -> Values:
    """The values of an object by key, each taken as the table says."""
    values: Values = {}
    keys = shape.keys
    for key, value in given.items():
        holds = keys.get(key)
        if holds is None:
            faults.append(Fault(shown_key(key), "une clé inconnue", "l'une de ces clés : " + ", ".join(keys)))
            continue
        taken = holds.take(value)
        if taken is None:
            faults.append(Fault(key, shown(value), holds.expected))
        else:
            values[key] = taken
    missing = [key for key in shape.required if key not in given]
    faults += [Fault(key, NOTHING, keys[key].expected) for key in missing]
    return values


def make_record(shape: Shape, values: Values) -> Any:
    """The record of an object without fault."""
    for key, default in shape.defaults(values).items():
        values.setdefault(key, default)
    return shape.record(*map(values.get, shape.keys))


def check_id(index: int, values: Values, names: Names, faults: list[Fault]) -> None:
    """An id serves once in a dossier."""
    name = values.get("id")
    if name is not None:
        first = names.places.setdefault(name, index)
        if first != index:
            faults.append(Fault("id", shown(name), f"un autre identifiant que celui de acts[{first}]"))


def check_names(kind: str, values: Values, names: Names, faults: list[Fault]) -> None:
    """An act names an act of the dossier, of the right kind."""
    for key in NAMED_KINDS:
        named = values.get(key)
        if named is not None:
            kinds, expected = named_kinds(kind, key)
            if names.kinds.get(named) not in kinds:
                faults.append(Fault(key, shown(named), expected))


def named_kinds(kind: str, key: str) -> tuple[tuple[str, ...], str]:
    """The kinds of act that a key of an act may name, and the words that say so."""
    return NAMED_BY.get((kind, key), NAMED_KINDS[key])


def check_probation(obtained_key: str, values: Values, faults: list[Fault]) -> None:
    """There is no probation on a licence obtained before 1 March 2004 (art. L. 223-1, al. 2)."""
    obtained_on = values.get(obtained_key)
    probation = values.get("probation", "none")
    if obtained_on is not None and probation != "none" and not has_default_probation(obtained_on):
        faults.append(Fault("probation", shown(probation), '"none", le permis étant obtenu avant le 2004-03-01'))


def check_foreign(values: Values, faults: list[Fault]) -> None:
    """There is no probation on a licence of another State (art. L. 223-10)."""
    if values.get("foreign") and values.get("probation", "none") != "none":
        faults.append(Fault("probation", shown(values["probation"]), '"none", le permis étant étranger'))


def check_licence_obtained(_given: Object, values: Values, faults: list[Fault]) -> None:
    """The probation of a new licence is one of its time."""
    check_probation("on", values, faults)


def check_not_before(key: str, floor: str, values: Values, faults: list[Fault]) -> None:
    """The day of ``key`` does not precede that of ``floor``."""
    if key in values and floor in values and values[key] < values[floor]:
        expected = f"un jour qui ne précède pas « {floor} » ({iso(values[floor])})"
        faults.append(Fault(key, iso(values[key]), expected))


def check_not_after(key: str, limit: str, values: Values, faults: list[Fault]) -> None:
    """The day of ``key`` does not follow that of ``limit``."""
    if key in values and limit in values and values[key] > values[limit]:
        expected = f"un jour qui ne suit pas « {limit} » ({iso(values[limit])})"
        faults.append(Fault(key, iso(values[key]), expected))


def check_stage(_given: Object, values: Values, faults: list[Fault]) -> None:
    """A stage begins before it ends."""
    check_not_after("started_on", "ended_on", values, faults)


def check_suspended(_given: Object, values: Values, faults: list[Fault]) -> None:
    """What a judge suspends is suspended from a day before its last."""
    check_not_after("on", "to", values, faults)


def check_suspension(_given: Object, values: Values, faults: list[Fault]) -> None:
    """A suspension begins before it ends."""
    check_not_after("from", "to", values, faults)


def check_offence(given: Object, values: Values, faults: list[Fault]) -> None:
    """The days of an offence follow one another; it is final, or closed, or neither; its class is settled."""
    check_not_before("final_on", "committed_on", values, faults)
    check_not_before("decided_on", "final_on", values, faults)
    check_not_before("closed_on", "committed_on", values, faults)
    check_together("final_on", "final_by", given, faults)
    check_together("closed_on", "closed_by", given, faults)
    if "decided_on" in given and "final_on" not in given:
        faults.append(Fault("decided_on", shown(given["decided_on"]), "aucun jour tant que « final_on » manque"))
    if "closed_on" in given and "final_on" in given:
        faults.append(Fault("closed_on", shown(given["closed_on"]), "aucun jour, « final_on » étant donné"))
    check_class(given, values, faults)


def check_class(given: Object, values: Values, faults: list[Fault]) -> None:
    """The class and points are given, or the barème has them."""
    missing = [key for key in ("class", "points") if key not in given]
    if "natinf" in given or ("article" in given and ("paragraph" in given or missing)):
        # Imported here: most offences give both, and the time to start is counted.
        from mespoints.law.classing import settle_class

        settle_class(given, values, faults)
        return
    faults += [Fault(key, NOTHING, f"{OFFENCE.keys[key].expected}, ou le code natinf") for key in missing]


def check_together(on: str, by: str, given: Object, faults: list[Fault]) -> None:
    """A day and its cause are both given, or neither is."""
    for key, other in ((on, by), (by, on)):
        if key in given and other not in given:
            faults.append(Fault(other, NOTHING, f"{OFFENCE.keys[other].expected}, « {key} » étant donné"))


NAMED_KINDS: dict[str, tuple[tuple[str, ...], str]] = {
    "offence": (("offence",), "l'identifiant d'une infraction du dossier"),
    "letter": (("lettre_48si", "lettre_48n"), "l'identifiant d'une lettre 48SI ou 48N du dossier"),
    "recours": (("recours",), "l'identifiant d'un recours du dossier"),
}
"""The keys that name another act: the kinds of act that they may name, and the words that say so."""

ONLY_48SI = (("lettre_48si",), "l'identifiant d'une lettre 48SI du dossier")
NAMED_BY = {("lettre_48si_suspended", "letter"): ONLY_48SI, ("lettre_48si_annulled", "letter"): ONLY_48SI}
"""The acts whose key names fewer kinds."""

CHECKS: dict[str, Check] = {
    "offence": check_offence,
    "stage": check_stage,
    "suspension": check_suspension,
    "licence_obtained": check_licence_obtained,
    "french_licence": check_licence_obtained,
    "lettre_48si_suspended": check_suspended,
    "withdrawal_suspended": check_suspended,
}
"""The checks between the keys of one act, for the kinds that have any."""


def write_dossier(dossier: Dossier) -> dict[str, Any]:
    """The ``dossier/1`` of a dossier: reading it gives the dossier back. What is absent or usual is left out."""
    return {
        "format": "dossier/1",
        "licence": write_record(LICENCE, dossier.licence),
        "acts": [write_act(act) for act in dossier.acts],
    }


def write_act(act: Act) -> dict[str, Any]:
    """One act of ``dossier/1``. An offence bears its class and points even when the barème gives them."""
    kind = KIND_OF[type(act)]
    return {"act": kind, **write_record(ACTS[kind], act)}


def write_record(shape: Shape, record: tuple[Any, ...]) -> dict[str, Any]:
    """The keys of a record that are neither absent nor what their absence would mean."""
    values = {key: value for key, value in zip(shape.keys, record, strict=True) if value is not None}
    for key, default in shape.defaults(values).items():
        if key in values and values[key] == default:
            del values[key]
    return {key: iso(value) if shape.keys[key] is DAY else value for key, value in values.items()}


KIND_OF = {shape.record: kind for kind, shape in ACTS.items()}
"""The word of ``"act"`` for each record."""
