"""The one way into the register: acts are appended, folded and posted in one transaction."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from mespoints.law.acts import Dossier
from mespoints.law.reading import DossierRefused, read_dossier
from mespoints.law.reckoning import Reckoning, reckon
from mespoints.law.statement import StatementRefused
from mespoints.register.administrative import ADMINISTRATIVE, UNDOES, day_of_act, refusals_of
from mespoints.register.books import Book, BookAct, open_books
from mespoints.register.chain import body_of, link, new_salt, payload_digest
from mespoints.register.durability import durable_transaction
from mespoints.register.models import Licence
from mespoints.register.posting import CARRIED_BY_ERASURE, erased_before, post_difference, standing_of
from mespoints.register.writing import write_books

END_OF_OFFENCE = {"final_on", "final_by", "decided_on", "closed_on", "closed_by"}
"""The keys by which a pending offence becomes final, or ends without withdrawal."""

DAYS = ("on", "from", "to")

LONGEST_ID = 200
"""The register names an act in an index, which holds no text of any length."""

ERASURE_SOURCE = "effacement"
"""Where the balances come from that an erasure carries over (see ``erasing``); no feed."""

Payload = dict[str, Any]


class Origin(NamedTuple):
    """Where acts come from: the feed, its own reference, and the day on which the register learns them."""

    source: str
    reference: str
    recorded_on: date


class Appended(NamedTuple):
    """How many acts were new, how many were known already, how many movements were posted."""

    new: int
    known: int
    movements: int


class AppendRefused(Exception):
    """Acts that the register does not take, with the reasons, in French. Nothing was written."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(*reasons)
        self.reasons = reasons


def append_acts(
    licence: Licence, acts: list[Payload], *, recorded_on: date, source: str, reference: str = ""
) -> Appended:
    """Append acts to one licence and write them, in a transaction of their own: all or nothing (AppendRefused)."""
    with durable_transaction():
        book = open_books([licence.pk])[licence.pk]
        appended = append(book, acts, Origin(source, reference, recorded_on))
        write_books([book])
    return appended


def append(book: Book, acts: list[Payload], origin: Origin, dossier: Dossier | None = None) -> Appended:
    """Append to an open book the acts that are new, fold the whole dossier as of the recording, post the difference.

    An act received twice with the same content is known already. A pending offence received again with its end
    is completed by a second row. Any other change of content is refused, as is whatever would make the dossier
    refused: AppendRefused, and the book stays as it was.

    ``dossier``: that of an empty book with these acts, when it was read already.
    """
    assert dossier is None or not book.acts
    known = book.latest_acts
    new = unknown(acts, known)
    if origin.source != ERASURE_SOURCE:
        refuse_what_was_closed(book, new)
    if (book.has_account or book.standing) and not new:
        return Appended(0, len(acts), 0)
    refuse_going_back(book, origin.recorded_on)
    if new and leaves_the_account_alone(book, new, known, origin.recorded_on):
        check_alone(book, new)
        add_acts(book, new, known, origin)
        return Appended(len(new), len(acts) - len(new), 0)
    dossier, statement = fold(book, new, origin.recorded_on, dossier)
    first = len(book.acts)
    add_acts(book, new, known, origin)
    movements = post_difference(book, dossier, statement, first + 1 if new else 0)
    book.standing = standing_of(dossier, statement)
    return Appended(len(new), len(acts) - len(new), movements)


def add_acts(book: Book, new: Iterable[Payload], known: Mapping[str, BookAct], origin: Origin) -> None:
    """Put at the end of the book acts that were found right."""
    for payload in new:
        version = known[payload["id"]].version + 1 if payload["id"] in known else 1
        book.acts.append(book_act(book, payload, version, origin))


def leaves_the_account_alone(
    book: Book, new: Iterable[Payload], known: Mapping[str, BookAct], recorded_on: date
) -> bool:
    """Whether no fold is needed: time has brought nothing yet, and the law of points reads none of these acts.

    It does not read what is administrative, nor an offence still pending, of a day before the recording.
    """
    standing, day = book.standing or book.account, recorded_on.isoformat()
    if standing is None or (standing.next_on is not None and standing.next_on <= day):
        return False
    return all(
        (act.get("act") in ADMINISTRATIVE and act.get("act") not in UNDOES)
        or (is_pending(act) and act.get("id") not in known and str(act.get("committed_on")) < day)
        for act in new
    )


def check_alone(book: Book, new: Iterable[Payload]) -> None:
    """Refuse acts that cannot be right, without reading those that the book holds. Raises AppendRefused."""
    offences = [act for act in new if act.get("act") not in ADMINISTRATIVE]
    reasons = [refusal.message for act in new if act.get("act") in ADMINISTRATIVE for refusal in refusals_of(act)]
    try:
        read_dossier(book.opening.document(offences))
    except DossierRefused as refusal:
        reasons += [error.message for error in refusal.errors]
    if reasons:
        raise AppendRefused(*reasons)


def is_pending(act: Payload) -> bool:
    """Whether an act is an offence of which nothing says how it ended."""
    return act.get("act") == "offence" and END_OF_OFFENCE.isdisjoint(act)


def settle(book: Book, on: date) -> int:
    """Post to an open book what time alone has brought up to a day. Returns the number of movements posted."""
    refuse_going_back(book, on)
    dossier, statement = fold(book, [], on)
    movements = post_difference(book, dossier, statement, 0)
    book.standing = standing_of(dossier, statement)
    return movements


def refuse_what_was_closed(book: Book, new: Iterable[Payload]) -> None:
    """After an erasure (art. L. 225-2) nothing can be told any more of what was over before its balance."""
    closed_before = erased_before(book)
    reasons = [
        f"acte « {act.get('id')} » : le dossier est arrêté au {closed_before} par un effacement (art. L. 225-2)"
        for act in new
        if str(act.get("id")).startswith(CARRIED_BY_ERASURE)
        or (closed_before and act.get("act") not in ADMINISTRATIVE and last_day_of(act) < closed_before)
    ]
    if reasons:
        raise AppendRefused(*reasons)


def last_day_of(act: Payload) -> str:
    """The last day that an act names, as written; after all others when it names none, or is pending."""
    if is_pending(act):
        return "9999"
    days = [str(value) for key, value in act.items() if key in DAYS or (key.endswith("_on") and key != "recorded_on")]
    return max(days, default="9999")


def unknown(acts: Iterable[Payload], known: Mapping[str, BookAct]) -> list[Payload]:
    """The acts to append; refuses one whose id is known with another content, unless it tells how it ended."""
    new, reasons = [], []
    seen: set[str] = set()
    for act in acts:
        name = str(act.get("id"))
        kept = known[name].payload if name in known else None
        if name in seen:
            reasons.append(f"acte « {name} » : donné deux fois dans la même livraison")
        seen.add(name)
        if len(name) > LONGEST_ID:
            reasons.append(f"acte « {name[:20]}… » : identifiant de plus de {LONGEST_ID} caractères")
        elif kept is not None and not kept:
            reasons.append(f"acte « {name} » : déjà reçu, puis effacé (art. L. 225-2)")
        elif act.get("act") in UNDOES and (kept is None or kept["act"] not in (act["act"], UNDOES[act["act"]])):
            reasons.append(f"acte « {name} » : {act['act']} attendu après {UNDOES[act['act']]}, sous le même nom")
        elif kept is None or (act != kept and (completes(kept, act) or undoes(kept, act))):
            new.append(act)
        elif act != kept:
            keys = ", ".join(sorted(key for key in {*act, *kept} if act.get(key) != kept.get(key)))
            reasons.append(f"acte « {name} » : déjà enregistré avec un autre contenu ({keys})")
    if reasons:
        raise AppendRefused(*reasons)
    return new


def completes(known: Payload, act: Payload) -> bool:
    """Whether an act is a pending offence known already, now final or closed, and nothing else changed."""
    return is_pending(known) and {key: value for key, value in act.items() if key not in END_OF_OFFENCE} == known


def undoes(known: Payload, act: Payload) -> bool:
    """Whether an act takes the place of one known already, which it says was recorded wrongly."""
    return UNDOES.get(str(act.get("act"))) == str(known["act"])


def refuse_going_back(book: Book, recorded_on: date) -> None:
    """The register learns things in the order of the days: what was posted later cannot be posted before."""
    if recorded_on.isoformat() < book.known_on:
        raise AppendRefused(f"enregistrement au {recorded_on} : le dossier est déjà arrêté au {book.known_on}")


def fold(
    book: Book, new: list[Payload], recorded_on: date, dossier: Dossier | None = None
) -> tuple[Dossier, Reckoning]:
    """The dossier of a book with new acts, and where it stands on the day of recording. Raises AppendRefused."""
    refused = [refusal.message for act in new if act.get("act") in ADMINISTRATIVE for refusal in refusals_of(act)]
    if refused:
        raise AppendRefused(*refused)
    try:
        dossier = dossier or read_dossier(book.opening.document(payloads_of(book, new)))
        return dossier, reckon(dossier, recorded_on.toordinal())
    except DossierRefused as refusal:
        raise AppendRefused(*(error.message for error in refusal.errors)) from refusal
    except StatementRefused as refusal:
        raise AppendRefused(str(refusal)) from refusal


def payloads_of(book: Book, new: list[Payload]) -> list[Payload]:
    """What the law reads of a book with new acts: the last version of each, at the place of the first."""
    payloads = {act.act_id: act.payload for act in book.acts if is_read(act.kind) and act.body is not None}
    payloads |= {str(act.get("id")): act for act in new if is_read(str(act.get("act")))}
    return [payload for payload in payloads.values() if payload.get("act") not in UNDOES]


def is_read(kind: str) -> bool:
    """Whether acts of a kind matter to the law of points: it reads them, or they undo one that it reads."""
    return kind not in ADMINISTRATIVE or kind in UNDOES


def book_act(book: Book, payload: Payload, version: int, origin: Origin) -> BookAct:
    """The act of a payload that was found right, chained to the one before it."""
    salt, body = new_salt(), body_of(payload)
    act = BookAct(
        pk=0, sequence=len(book.acts) + 1, kind=payload["act"], act_id=payload["id"], version=version,
        recorded_on=origin.recorded_on.isoformat(), link="", body=body, on=day_of_act(payload), source=origin.source,
        reference=origin.reference, salt=salt, digest=payload_digest(salt, body),
    )  # fmt: skip
    act.link = act_link(book.last_act_link, act)
    return act


def act_link(previous: str, act: BookAct) -> str:
    """The link of an act: everything that its row says."""
    return link(
        previous, act.sequence, act.kind, act.act_id, act.version, act.on, act.recorded_on, act.source, act.reference,
        act.digest,
    )  # fmt: skip
