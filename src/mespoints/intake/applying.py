"""What a line brings to the book of its licence: an act, the end of an offence, its fall. Or what it waits for.

Whatever the order in which two lines come, the law must say the same of the licence in the end. An end that comes
before its offence waits. One that came too late to change anything is known, and brings nothing.
"""

from typing import Any

from mespoints.intake.effects import End, Fact, Fall, Stage, Undo
from mespoints.intake.formats import END_KEYS, name_of
from mespoints.intake.models import FeedLine
from mespoints.intake.reading import Line
from mespoints.register.administrative import UNDOES
from mespoints.register.books import Book, BookAct
from mespoints.register.ledger import AppendRefused, Origin, append

Payload = dict[str, Any]

JUDGMENTS = ("condamnation", "composition_penale")
STAGE_KINDS = {1: "volontaire", 2: "probatoire", 4: "peine"}
"""The cases of an attestation (arrêté du 25 février 2004, annexe I); case 3 says which of two measures it is."""

BY = {
    "paiement": "le paiement de l'amende",
    "titre_executoire": "le titre exécutoire",
    "condamnation": "une condamnation",
    "composition_penale": "une composition pénale",
}


class Waits(Exception):
    """A line that cannot be taken yet: what for (see ``FeedLine``), and why, in French."""

    def __init__(self, what_for: FeedLine.WaitsFor, reason: str) -> None:
        super().__init__(what_for, reason)
        self.what_for = what_for
        self.reason = reason


def apply(line: Line, book: Book, origin: Origin) -> bool:
    """Append what the line brings to an open book; whether it brought anything. Raises AppendRefused or Waits."""
    effect = line.event.effect
    if isinstance(effect, End):
        return end(line, effect.final_by, book, origin)
    if isinstance(effect, Fall):
        return fall(line, line.values.get("closed_by", effect.closed_by), book, origin)
    if isinstance(effect, Stage):
        return stage(line, book, origin)
    if isinstance(effect, Undo):
        return undo(line, effect, book, origin)
    if isinstance(effect, Fact):
        return state(line, effect, book, origin)
    return append(book, [], origin).movements > 0  # an opening: the licence holds its first points


def own_name(line: Line) -> str:
    """The id of the act that the line itself brings."""
    return name_of(line.feed, line.identifier)


def state(line: Line, fact: Fact, book: Book, origin: Origin) -> bool:
    """Append an act; an offence that is known already, and has ended since, brings nothing."""
    if is_undone(own_name(line), fact.kind, book):
        return False
    payload = {"act": fact.kind, "id": own_name(line), **line.values, **fact.fixed}
    if fact.kind == "civil_status_corrected":
        refuse_birth(payload, book, origin)
    if fact.kind == "suspension_letter":
        payload["suspension"] = known_act(line, "suspension", book, "suspension").act_id
    kept = book.latest_acts.get(payload["id"]) if fact.kind == "offence" else None
    if kept is not None and without_end(kept.payload) == payload:
        return False
    return append(book, [payload], origin).new > 0


def refuse_birth(payload: Payload, book: Book, origin: Origin) -> None:
    """Nobody is born after their licence, nor after the day of recording. Raises AppendRefused."""
    latest = min(origin.recorded_on.isoformat(), book.opening.obtained_on)
    born_on = payload.get("birth_date", "")
    if born_on > latest:
        expected = f"un jour qui ne suit ni l'enregistrement ni l'obtention du permis ({latest})"
        raise AppendRefused(f"clé « birth_date » : trouvé {born_on}, attendu {expected}")


def stage(line: Line, book: Book, origin: Origin) -> bool:
    """Append a stage of the kind that its case says; one whose attestation was withdrawn brings nothing again."""
    if is_undone(own_name(line), "stage", book):
        return False
    kind = line.values.get("measure") or STAGE_KINDS[line.values["case"]]
    days = {key: day for key, day in line.values.items() if key in ("started_on", "ended_on")}
    return append(book, [{"act": "stage", "id": own_name(line), **days, "kind": kind}], origin).new > 0


def is_undone(name: str, kind: str, book: Book) -> bool:
    """Whether an act of this name and kind was recorded, and taken back since."""
    kept = book.latest_acts.get(name)
    return kept is not None and UNDOES.get(kept.kind) == kind


def undo(line: Line, effect: Undo, book: Book, origin: Origin) -> bool:
    """Take back an act: another one of the same name stands in its place from now on (ADR 0020, 0021)."""
    kind = UNDOES[effect.kind]
    name = name_of(line.feed, line.values[effect.key])
    if is_undone(name, kind, book):
        return False
    undone = known_act(line, effect.key, book, kind).payload
    last_on, on = undone.get("ended_on") or undone["on"], line.values["on"]
    if on < last_on:
        raise AppendRefused(f"clé « on » : trouvé {on}, attendu un jour qui ne précède pas l'acte retiré ({last_on})")
    told = {key: value for key, value in line.values.items() if key != effect.key}
    return append(book, [{"act": effect.kind, "id": name, **told}], origin).new > 0


def known_act(line: Line, key: str, book: Book, kind: str) -> BookAct:
    """The act of a kind that a line names under a key. Raises Waits until it has come."""
    name = name_of(line.feed, line.values[key])
    act = book.latest_acts.get(name)
    if act is None:
        raise Waits(FeedLine.WaitsFor.ACT, f"« {name} » n'est pas encore connu : la ligne attend qu'il le soit")
    if act.kind != kind:
        raise AppendRefused(f"clé « {key} » : trouvé un acte d'une autre nature ({act.kind}), attendu {kind}")
    return act


def without_end(offence: Payload) -> Payload:
    """An offence as it was while it was pending."""
    return {key: value for key, value in offence.items() if key not in END_KEYS}


def ending_of(line: Line, final_by: str, origin: Origin) -> Payload:
    """How the offence ends. Unless the line says when, the decision is taken as the register learns of it (D1)."""
    decided_on = line.values.get("decided_on", origin.recorded_on.isoformat())
    return {"final_on": line.values["on"], "final_by": final_by, "decided_on": decided_on}


def ended_so(offence: Payload, ending: Payload, line: Line) -> bool:
    """Whether an offence has ended in this way already; on which decision, only if the line tells."""
    asked = ("final_on", "final_by", "decided_on") if "decided_on" in line.values else ("final_on", "final_by")
    return all(offence.get(key) == ending[key] for key in asked)


def end(line: Line, final_by: str, book: Book, origin: Origin) -> bool:
    """Establish an offence, once: a pending one is completed; one that fell since is another withdrawal.

    Payment or titre exécutoire annulled, then a conviction: the first withdrawal stays annulled, the second offence
    bears the id of this line (CE, 10 March 2021, n° 444670).
    """
    ending = ending_of(line, final_by, origin)
    if "offence" not in line.values:
        facts = {key: value for key, value in line.values.items() if key not in ("on", "decided_on")}
        return another(line, {"act": "offence", **facts}, ending, book, origin)
    act = known_act(line, "offence", book, "offence")
    offence = act.payload
    if ended_so(offence, ending, line):
        return False
    if "final_on" not in offence and "closed_on" not in offence:
        return append(book, [offence | ending], origin).new > 0
    fell_on = day_of_fall(book, act.act_id, offence)
    if fell_on is None:
        raise already_established(act.act_id, offence, final_by)
    # A judgment may come on the day of the fall itself: what it judges has fallen first.
    if ending["final_on"] < fell_on or (ending["final_on"] == fell_on and final_by not in JUDGMENTS):
        return False
    return another(line, without_end(offence), ending, book, origin)


def another(line: Line, facts: Payload, ending: Payload, book: Book, origin: Origin) -> bool:
    """Append a final offence under the name of the line; nothing when it is there already."""
    payload = {**facts, "id": own_name(line), **ending}
    kept = book.latest_acts.get(payload["id"])
    if kept is not None and ended_so(kept.payload, ending, line) and without_end(kept.payload) == without_end(payload):
        return False
    return append(book, [payload], origin).new > 0


def already_established(name: str, offence: Payload, final_by: str) -> Exception:
    """Why an offence that stands is not established again: a judgment waits for the first withdrawal to be annulled."""
    standing = f"« {name} » est déjà établie par {BY[offence['final_by']]} ({offence['final_on']})"
    if final_by in JUDGMENTS and offence["final_by"] not in JUDGMENTS:
        return Waits(FeedLine.WaitsFor.ACT, f"{standing} : la ligne attend que ce retrait soit annulé")
    return AppendRefused(f"{standing}, attendu une infraction qui ne l'est pas")


def day_of_fall(book: Book, name: str, offence: Payload) -> str | None:
    """The day on which an offence was closed, or its withdrawal annulled for the first time; None while it stands."""
    if "closed_on" in offence:
        return str(offence["closed_on"])
    annulments = (act.payload for act in book.acts if act.kind == "withdrawal_annulled")
    return min((act["on"] for act in annulments if act.get("offence") == name), default=None)


def fall(line: Line, closed_by: str, book: Book, origin: Origin) -> bool:
    """Close a pending offence, annul the withdrawal of one established by a fine. One already fallen stays so."""
    act = known_act(line, "offence", book, "offence")
    offence, on = act.payload, line.values["on"]
    if on < offence["committed_on"]:
        expected = f"un jour qui ne précède pas « committed_on » ({offence['committed_on']})"
        raise AppendRefused(f"clé « on » : trouvé {on}, attendu {expected}")
    if "final_on" not in offence and "closed_on" not in offence:
        return append(book, [offence | {"closed_on": on, "closed_by": closed_by}], origin).new > 0
    if day_of_fall(book, act.act_id, offence) is not None:
        return False
    is_judged = offence["final_by"] in JUDGMENTS
    if on < offence["final_on"] or (is_judged and on == offence["final_on"]):
        return False  # what fell first was established again since
    if is_judged:
        raise AppendRefused(
            f"« {act.act_id} » est établie par {BY[offence['final_by']]} ({offence['final_on']}) : "
            f"trouvé une fin sans retrait ({on}), attendu un jour qui la précède"
        )
    annulment = {"act": "withdrawal_annulled", "id": own_name(line), "offence": act.act_id, "on": on}
    return append(book, [annulment], origin).new > 0
