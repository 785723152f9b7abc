"""Where each letter of a licence is, without its history: what a line of the balance page says, in two queries.

Written in SQL: every balance page asks it, and the ORM takes longer to word it than the database to answer.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from django.db import connection

from mespoints.law.days import Day
from mespoints.law.letter_forms import account_notified_on
from mespoints.law.results import Movement
from mespoints.letters.models import NOTIFIED, SENT, UNDER_WAY
from mespoints.letters.production import is_registered
from mespoints.letters.steps import PUT_ASIDE, RETRAIT, STOPPED
from mespoints.letters.timeline import LetterLife, day_of, day_or_none
from mespoints.register.models import Licence

PRESENTED = "presented"
STILL_UNDER_WAY = (UNDER_WAY, SENT)
OWED = """
SELECT o.movement_id, m."on", m.cause, o.letter, COALESCE(f.act_id, a.act_id, ''), o.done_on,
       s.reference, s.kind, s.franking, s.outcome, s.notified_on, b.production_on, d."on", r."on"
FROM register_owedletter o JOIN register_movement m ON m.id = o.movement_id
LEFT JOIN register_act a ON a.id = m.act_id LEFT JOIN register_act f ON f.id = m.offence_id
LEFT JOIN letters_sending s ON s.owed_id = o.movement_id LEFT JOIN letters_batch b ON b.id = s.batch_id
LEFT JOIN letters_deposit d ON d.sending_id = s.id LEFT JOIN letters_reading r ON r.sending_id = s.id
WHERE o.licence_id = %s ORDER BY o.owed_on, o.movement_id, s.attempt
"""
STEPS = """
SELECT t.owed_id, t.kind, t.why, COALESCE(s.reference, '') FROM letters_step t
LEFT JOIN letters_sending s ON s.id = t.sending_id
WHERE t.licence_id = %s AND t.kind IN (%s, %s, %s) ORDER BY t.recorded_on, t."on", t.id
"""


class Posted(NamedTuple):
    """The last sending by post. ``is_presented``: it was brought, and nobody knows yet what became of it."""

    produced_on: date
    franking: str
    outcome: str
    is_presented: bool


class Deposited(NamedTuple):
    """A letter on the compte personnel: when it is known, or will be (art. R. 223-3-1, III)."""

    deposited_on: date
    read_on: date | None
    known_on: date


class Whereabouts(NamedTuple):
    """Where a letter is. ``stopped``, ``put_aside``: why it has not left, None when it is not so.

    ``place``: its rank among the letters of the licence, the first one owed being 1; 0 when it was not asked for.
    """

    place: int
    done_on: date | None
    notified_on: date | None
    posted: Posted | None
    deposited: Deposited | None
    is_taken_back: bool
    stopped: str | None
    put_aside: str | None


class LetterKey(NamedTuple):
    """What names a movement as the law finds it and as it was posted. ``act``: its offence, else what moved it."""

    on: Day
    cause: str
    letter: str
    act: str


def key_of(movement: Movement) -> LetterKey:
    """The name of a movement of the law."""
    return LetterKey(movement.on, movement.cause, movement.letter or "", movement.offence or movement.act or "")


def whereabouts_of(licence: Licence) -> dict[LetterKey, Whereabouts]:
    """Where every letter is that the licence was owed, by the movement that owes it."""
    rows: dict[int, list[tuple[Any, ...]]] = {}
    with connection.cursor() as cursor:
        cursor.execute(OWED, [licence.pk])
        for row in cursor.fetchall():
            rows.setdefault(row[0], []).append(row)
        steps = (
            steps_of(licence, cursor) if any(is_told_by_steps(row) for some in rows.values() for row in some) else {}
        )
    found = {}
    for place, (movement, some) in enumerate(rows.items(), 1):
        _pk, on, cause, letter, act, *_ = some[0]
        key = LetterKey(day_of(on).toordinal(), cause, letter, act)
        found[key] = where_now(place, some, steps.get(movement, {}))
    return found


def steps_of(licence: Licence, cursor: Any) -> dict[int, dict[tuple[str, str], str]]:
    """The steps that say why a letter has not left, or that it was presented: by letter, by kind and sending."""
    cursor.execute(STEPS, [licence.pk, STOPPED, PUT_ASIDE, PRESENTED])
    steps: dict[int, dict[tuple[str, str], str]] = {}
    for owed, kind, why, reference in cursor.fetchall():
        steps.setdefault(owed, {})[kind, reference if kind == PRESENTED else ""] = why
    return steps


def is_told_by_steps(row: tuple[Any, ...]) -> bool:
    """Whether the steps of a letter say more of where it is: it was not sent, or is registered and under way."""
    reference, franking, outcome = row[6], row[8], row[9]
    return reference is None or (outcome in STILL_UNDER_WAY and is_registered(franking))


def where_now(place: int, rows: list[tuple[Any, ...]], steps: Mapping[tuple[str, str], str]) -> Whereabouts:
    """One letter, from its sendings."""
    done_on = rows[0][5]
    sent = [row for row in rows if row[6] is not None]
    notified = next((row[10] for row in sent if row[9] == NOTIFIED), None)
    own = [row for row in sent if row[7] != RETRAIT]
    return Whereabouts(
        place=place,
        done_on=day_or_none(done_on),
        notified_on=day_or_none(notified),
        posted=posted_as(own[-1], steps) if own and own[-1][11] is not None else None,
        deposited=next((deposited_on(row[12], row[13]) for row in sent if row[12] is not None), None),
        is_taken_back=len(own) < len(sent),
        stopped=steps.get((STOPPED, "")),
        put_aside=steps.get((PUT_ASIDE, "")),
    )


def posted_as(row: tuple[Any, ...], steps: Mapping[tuple[str, str], str]) -> Posted:
    """A sending by post."""
    return Posted(day_of(row[11]), row[8], row[9], (PRESENTED, row[6]) in steps and row[9] in STILL_UNDER_WAY)


def deposited_on(on: object, read_on: object) -> Deposited:
    """A letter that was deposited on a day, and read on another or not yet."""
    deposited, read = day_of(on), day_or_none(read_on)
    known_on = account_notified_on(deposited.toordinal(), read.toordinal() if read else 0)
    return Deposited(deposited, read, date.fromordinal(known_on))


def whereabouts_in(life: LetterLife) -> Whereabouts:
    """The same of a letter whose whole life is known."""
    why = {step.kind: step.why for step in life.steps}
    compte = life.compte
    return Whereabouts(
        place=0,
        done_on=life.done_on,
        notified_on=life.notified_on,
        posted=posted_in(life) if compte is None else None,
        deposited=None if compte is None else Deposited(compte.deposited_on, compte.read_on, compte.known_on),
        is_taken_back=life.is_taken_back,
        stopped=why.get(STOPPED),
        put_aside=why.get(PUT_ASIDE),
    )


def posted_in(life: LetterLife) -> Posted | None:
    """The last sending by post of a life, the letter that takes back a 48SI left out."""
    own = next((attempt for attempt in reversed(life.attempts) if attempt.kind != RETRAIT), None)
    if own is None:
        return None
    was_brought = any(step.kind == PRESENTED and step.reference == own.reference for step in life.steps)
    return Posted(own.produced_on, own.franking, own.outcome, was_brought and own.outcome in STILL_UNDER_WAY)
