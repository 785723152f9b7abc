"""Lines of feeds told in few words, taken in from memory."""

import io
import json
from datetime import date
from typing import Any

from mespoints.intake.files import Taken, take_in
from mespoints.intake.models import FeedLine
from mespoints.register.models import Act, Licence, Movement
from tests.conftest import CAMILLE

RECORDED_ON = date(2026, 7, 1)
NEPH = "000000000001"
OPENING = {**CAMILLE, "obtained_on": "1996-05-06", "territory": "metropole"}


def line(feed: str, event: str, id_: str, neph: str = NEPH, **values: Any) -> dict[str, Any]:
    """One line of a feed: ``line("antai", "paid", "p1", offence="i1", on="2024-02-15")``."""
    return {"format": f"{feed}/1", "event": event, "id": id_, "neph": neph, **values}


def opening(neph: str = NEPH, **values: Any) -> dict[str, Any]:
    """The line by which a préfecture opens a licence."""
    return line("prefecture", "licence", f"L{neph}", neph, **{**OPENING, **values})


def offence(id_: str, committed_on: str = "2024-01-20", points: int = 4, **values: Any) -> dict[str, Any]:
    """An offence of the fourth class that the ANTAI makes known."""
    facts = {"committed_on": committed_on, "class": "c4", "points": points}
    return line("antai", "offence", id_, **{**facts, **values})


def take(*lines: dict[str, Any] | str | bytes, recorded_on: date = RECORDED_ON, name: str = "flux.jsonl") -> Taken:
    """Take lines in, as one file."""
    raw = [
        one if isinstance(one, bytes) else (one if isinstance(one, str) else json.dumps(one)).encode() for one in lines
    ]
    return take_in(io.BytesIO(b"\n".join(raw) + b"\n"), name, recorded_on=recorded_on)


def counts(taken: Taken) -> tuple[int, int, int, int]:
    """Accepted, known, refused, waiting."""
    return taken[1:]


def fates(taken: Taken) -> list[str]:
    """The fate of each line, in order."""
    return list(FeedLine.objects.filter(file=taken.file).order_by("number").values_list("fate", flat=True))


def reasons(taken: Taken, number: int = 1) -> str:
    """Why a line is refused or waits."""
    return "\n".join(FeedLine.objects.get(file=taken.file, number=number).reasons)


def moved(neph: str = NEPH) -> list[tuple[str, str | None, int, int]]:
    """Cause, act, points and signed sum of each movement posted to a licence after it was obtained."""
    rows = Movement.objects.filter(licence__neph=neph).select_related("act").order_by("sequence")
    return [(row.cause, row.act.act_id if row.act else None, row.points, row.signed_balance) for row in rows[1:]]


def acts(neph: str = NEPH) -> list[dict[str, Any]]:
    """What the acts of a licence say, in the order in which they came."""
    rows = Act.objects.filter(licence__neph=neph).select_related("payload").order_by("sequence")
    return [json.loads(row.payload.body) for row in rows]


def signed_balance(neph: str = NEPH) -> int:
    """The signed sum of the account."""
    return Licence.objects.get(neph=neph).account.signed_balance
