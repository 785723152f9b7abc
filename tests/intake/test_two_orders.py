"""Random lives cut into feeds: whatever the order of the files, the register ends in the same state."""

import io
import json
import random
from collections import defaultdict
from datetime import date
from typing import Any

import pytest
from django.db import transaction

from mespoints.intake.files import take_in
from mespoints.intake.models import FeedLine
from mespoints.register.files import statement_of
from mespoints.register.models import Account, Act, Licence
from tests.intake.feeding import OPENING
from tests.oracle.histories import random_history

pytestmark = pytest.mark.django_db

LIVES = 15
RECORDED_ON = date(2060, 1, 1)
"""After all that a random life may hold."""

ENDS = {
    "paiement": ("antai/1", "paid"),
    "titre_executoire": ("antai/1", "titre_executoire"),
    "composition_penale": ("parquet/1", "composition_penale"),
    "condamnation": ("parquet/1", "condamnation"),
}
CLOSINGS = {
    "relaxe": ("parquet/1", "relaxe"),
    "classement": ("antai/1", "cancelled"),
    "redevable": ("antai/1", "cancelled"),
}
CASES = {"volontaire": 1, "probatoire": 2, "alternative": 3, "composition_penale": 3, "peine": 4}
FINES = ("paiement", "titre_executoire")
SAME_KEYS = {
    "licence_annulled": ("parquet/1", "annulation"),
    "title_surrendered": ("prefecture/1", "title_surrendered"),
    "licence_obtained": ("prefecture/1", "licence_obtained"),
    "formation_complementaire": ("prefecture/1", "formation_complementaire"),
    "suspension": ("prefecture/1", "suspension"),
    "carried_over": ("take_over/1", "carried_over"),
}
END_KEYS = ("final_on", "final_by", "decided_on", "closed_on", "closed_by")

Told = tuple[str, dict[str, Any]]


def told_by_feeds(act: dict[str, Any]) -> list[Told]:
    """What the feeds say of an act of ``dossier/1``; nothing of one that no feed brings."""
    kind, name = act["act"], act["id"]
    facts = {key: value for key, value in act.items() if key not in ("act", "id", "by", "recorded_on")}
    if kind == "offence":
        return [("antai/1", {"event": "offence", "id": name, **without(facts)}), *end_of(name, act)]
    if kind == "stage":
        measure = {"measure": facts["kind"]} if CASES[facts["kind"]] == 3 else {}
        facts = {key: value for key, value in facts.items() if key != "kind" and value is not None}
        return [("stages/1", {"event": "attestation", "id": name, "case": CASES[act["kind"]], **facts, **measure})]
    if kind == "withdrawal_annulled":
        return [("antai/1", {"event": "cancelled", "id": name, "offence": act["offence"], "on": act["on"]})]
    if kind in SAME_KEYS:
        feed, event = SAME_KEYS[kind]
        return [(feed, {"event": event, "id": name, **facts})]
    return []


def without(facts: dict[str, Any]) -> dict[str, Any]:
    """An offence before anything ended it."""
    return {key: value for key, value in facts.items() if key not in END_KEYS}


def end_of(name: str, act: dict[str, Any]) -> list[Told]:
    """The line by which an offence ends, if it does."""
    if "final_on" in act:
        feed, event = ENDS[act["final_by"]]
        decided_on = act.get("decided_on", act["final_on"])
        return [
            (
                feed,
                {
                    "event": event,
                    "id": f"e{name}",
                    "offence": f"antai:{name}",
                    "on": act["final_on"],
                    "decided_on": decided_on,
                },
            )
        ]
    if act.get("closed_by") in CLOSINGS:
        feed, event = CLOSINGS[act["closed_by"]]
        more = {"closed_by": act["closed_by"]} if event == "cancelled" else {}
        return [(feed, {"event": event, "id": f"e{name}", "offence": f"antai:{name}", "on": act["closed_on"], **more})]
    return []


def files_of(rng: random.Random) -> dict[str, list[dict[str, Any]]]:
    """A few random lives as the lines of each feed."""
    files: dict[str, list[dict[str, Any]]] = defaultdict(list)
    while len(files["prefecture/1"]) < 3 or len(files["antai/1"]) < 3:
        history = random_history(rng)
        neph = f"99{len(files['prefecture/1']):010d}"
        licence = {key: value for key, value in history["licence"].items() if key != "neph"}
        opening = {**OPENING, "birth_date": "1930-01-01", **licence}
        files["prefecture/1"].append({"event": "licence", "id": neph, "neph": neph, **opening})
        fined = {act["id"] for act in history["acts"] if act.get("final_by") in FINES}
        for act in history["acts"]:
            if act["act"] == "withdrawal_annulled" and act["offence"] not in fined:
                continue  # no claim annuls a judgment
            for feed, line in told_by_feeds(act):
                files[feed].append({"neph": neph, **line, "id": f"{neph}.{line['id']}", **renamed(neph, line)})
    return files


def renamed(neph: str, line: dict[str, Any]) -> dict[str, str]:
    """The offence that a line names, under the name that it bears among several lives."""
    if "offence" not in line:
        return {}
    return {"offence": "antai:" + neph + "." + line["offence"].removeprefix("antai:")}


def take_all(order: list[str], files: dict[str, list[dict[str, Any]]], rng: random.Random) -> None:
    """Take the files in, their lines in any order too."""
    for feed in order:
        lines = [{"format": feed, **line} for line in rng.sample(files[feed], len(files[feed]))]
        take_in(
            io.BytesIO("".join(json.dumps(line) + "\n" for line in lines).encode()), feed[:-2], recorded_on=RECORDED_ON
        )


def state() -> list[Any]:
    """What the law says of every licence: the last versions of its acts, its account, its movements."""
    found: list[Any] = []
    for licence in Licence.objects.order_by("neph"):
        acts = {
            act.act_id: json.loads(act.payload.body)
            for act in licence.acts.select_related("payload").order_by("sequence")
        }
        account = Account.objects.filter(licence=licence).values_list("balance", "signed_balance", "ceiling", "status")
        statement = statement_of(licence, RECORDED_ON)
        found.append((licence.neph, acts_of_law(acts), account[0], statement.signed_balance, statement.status))
    return found


def acts_of_law(acts: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The acts, but for an offence that fell: closed, or annulled after its withdrawal, the law makes no difference."""
    fallen = {act["offence"] for act in acts.values() if act["act"] == "withdrawal_annulled"}
    fallen |= {name for name, act in acts.items() if "closed_on" in act}
    return {name: act for name, act in acts.items() if name not in fallen and act["act"] != "withdrawal_annulled"}


@pytest.mark.parametrize("seed", range(LIVES))
def test_files_may_come_in_any_order(seed: int) -> None:
    """Shuffled twice: same state of the law, and nothing that could be taken still waits."""
    rng = random.Random(seed)
    files = files_of(rng)
    states = []
    for _ in range(2):
        savepoint = transaction.savepoint()
        take_all(rng.sample(sorted(files), len(files)), files, rng)
        left = FeedLine.objects.filter(fate__in=("refused", "waiting")).order_by("neph", "digest")
        states.append((state(), [(row.fate, row.neph, row.digest) for row in left]))
        assert [] == [reason for row in left for reason in row.reasons if row.fate == "refused"]
        transaction.savepoint_rollback(savepoint)

    assert states[0] == states[1]
    assert not Act.objects.exists()
