"""The one way into the register: acts are appended, folded and posted in one transaction."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from mespoints.law.acts import Dossier
from mespoints.law.reading import DossierRefused, read_dossier
from mespoints.law.results import Statement
from mespoints.law.shapes import day_key
from mespoints.law.statement import StatementRefused, make_statement
from mespoints.register.durability import durable_transaction
from mespoints.register.files import document_of, latest
from mespoints.register.models import Account, Act, Licence
from mespoints.register.posting import derive_account, post_difference

END_OF_OFFENCE = {"final_on", "final_by", "decided_on", "closed_on", "closed_by"}
"""The keys by which a pending offence becomes final, or ends without withdrawal."""

LONGEST_ID = 200
"""The register names an act in an index, which holds no text of any length."""

Payload = dict[str, Any]


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
    """Append the acts that are new, fold the whole dossier as of ``recorded_on``, post the difference.

    An act received twice with the same content is known already. A pending offence received again with its end
    is completed by a second row. Any other change of content is refused, as is whatever would make the dossier
    refused. All or nothing.
    """
    with durable_transaction():
        # Writers of one licence queue here on PostgreSQL; on SQLite the transaction itself holds the only lock.
        # no_key: the journal of accesses, which refers to the licence, is not made to wait.
        Licence.objects.select_for_update(no_key=True).only("pk").get(pk=licence.pk)
        account = Account.objects.filter(licence=licence).first()
        stored = list(licence.acts.order_by("sequence"))
        known = {act.act_id: act for act in stored}
        new = unknown(acts, known)
        if account and not new:
            return Appended(0, len(acts), 0)
        refuse_going_back(account, recorded_on)
        dossier, statement = fold(licence, latest([*(act.payload for act in stored), *new]), recorded_on)
        rows = [
            row_of(licence, len(stored) + place, payload, recorded_on, source, reference)
            for place, payload in enumerate(new, 1)
        ]
        for row in rows:
            row.version = known[row.act_id].version + 1 if row.act_id in known else 1
        Act.objects.bulk_create(rows)
        named = {act.act_id: act for act in stored + rows}
        movements = post_difference(licence, statement, named, rows[0] if rows else None)
        derive_account(licence, dossier, statement)
    return Appended(len(new), len(acts) - len(new), movements)


def unknown(acts: Iterable[Payload], stored: Mapping[str, Act]) -> list[Payload]:
    """The acts to append; refuses one whose id is known with another content, unless it tells how it ended."""
    known = {name: act.payload for name, act in stored.items()}
    new, reasons = [], []
    seen: set[str] = set()
    for act in acts:
        name = str(act.get("id"))
        if name in seen:
            reasons.append(f"acte « {name} » : donné deux fois dans la même livraison")
        seen.add(name)
        if len(name) > LONGEST_ID:
            reasons.append(f"acte « {name[:20]}… » : identifiant de plus de {LONGEST_ID} caractères")
        elif name not in known or (act != known[name] and completes(known[name], act)):
            new.append(act)
        elif act != known[name]:
            keys = ", ".join(sorted(key for key in {*act, *known[name]} if act.get(key) != known[name].get(key)))
            reasons.append(f"acte « {name} » : déjà enregistré avec un autre contenu ({keys})")
    if reasons:
        raise AppendRefused(*reasons)
    return new


def completes(known: Payload, act: Payload) -> bool:
    """Whether an act is a pending offence known already, now final or closed, and nothing else changed."""
    is_pending = known["act"] == "offence" and END_OF_OFFENCE.isdisjoint(known)
    return is_pending and {key: value for key, value in act.items() if key not in END_OF_OFFENCE} == known


def refuse_going_back(account: Account | None, recorded_on: date) -> None:
    """The register learns things in the order of the days: what was posted later cannot be posted before."""
    if account and recorded_on < account.posted_on:
        raise AppendRefused(f"enregistrement au {recorded_on} : le dossier est déjà arrêté au {account.posted_on}")


def fold(licence: Licence, payloads: list[Payload], recorded_on: date) -> tuple[Dossier, Statement]:
    """The dossier of these acts and its statement on the day of recording, or the reasons why there is none."""
    try:
        dossier = read_dossier(document_of(licence, payloads))
        return dossier, make_statement(dossier, recorded_on.toordinal())
    except DossierRefused as refused:
        raise AppendRefused(*(error.message for error in refused.errors)) from refused
    except StatementRefused as refused:
        raise AppendRefused(str(refused)) from refused


def row_of(licence: Licence, sequence: int, payload: Payload, recorded_on: date, source: str, reference: str) -> Act:
    """The row of an act that ``law.reading`` accepted."""
    kind = payload["act"]
    return Act(
        licence=licence,
        sequence=sequence,
        kind=kind,
        act_id=payload["id"],
        payload=payload,
        on=date.fromisoformat(payload[day_key(kind)]),
        recorded_on=recorded_on,
        source=source,
        reference=reference,
    )
