"""The outbox: the letters that wait in the register, taken in chunks, in the order in which they were owed."""

from collections.abc import Collection, Sequence
from datetime import date

from django.db import connection

from mespoints.letters.files import Owed
from mespoints.letters.models import NOT_NOTIFIED, UNDER_WAY, Sending, Step
from mespoints.letters.steps import FALLS, PUT_ASIDE, RETRAIT, STOPPED
from mespoints.letters.stopping import DEATH
from mespoints.register.models import Holder, Licence, OwedLetter

LOCK = 0x504F_5354
"""The number by which two runs on one PostgreSQL server take turns."""

# Beside what waits: the 48SI on their way, which may have to be taken back.
WAITING = """
SELECT o.movement_id, o.licence_id, o.letter, o.owed_on FROM register_owedletter o
WHERE o.done_on IS NULL AND o.owed_on <= %s AND o.owed_on >= %s AND (o.owed_on > %s OR o.movement_id > %s)
AND (
    NOT EXISTS (SELECT 1 FROM letters_sending s WHERE s.owed_id = o.movement_id AND s.outcome <> %s)
    OR (
        o.letter IN (%s, %s)
        AND EXISTS (SELECT 1 FROM letters_sending s WHERE s.owed_id = o.movement_id AND s.outcome = %s)
        AND NOT EXISTS (
            SELECT 1 FROM letters_sending s WHERE s.owed_id = o.movement_id AND s.kind = %s AND s.outcome <> %s
        )
    )
)
ORDER BY o.owed_on, o.movement_id LIMIT %s
"""

# What was stopped for a death that was none: its licence is found by the index of the deaths taken back, and the letter
# by its last step.
NOT_DEAD = """
UPDATE register_owedletter SET done_on = NULL
WHERE done_on IS NOT NULL AND licence_id IN (
    SELECT a.licence_id FROM register_act a
    JOIN register_licence l ON l.id = a.licence_id JOIN register_holder h ON h.id = l.holder_id
    WHERE a.kind = 'death_annulled' AND h.deceased_on IS NULL
) AND EXISTS (
    SELECT 1 FROM letters_step s WHERE s.owed_id = register_owedletter.movement_id AND s.kind = %s AND s.why = %s
    AND NOT EXISTS (SELECT 1 FROM letters_step n WHERE n.owed_id = s.owed_id AND n.id > s.id)
)
"""

Cursor = tuple[date, int]
BEGINNING: Cursor = (date.min, 0)


def waiting_letters(on: date, after: Cursor, size: int) -> list[Owed]:
    """The next letters to look at on a day, after a place in the outbox."""
    owed_on, movement = after
    with connection.cursor() as cursor:
        cursor.execute(
            WAITING, [on, owed_on, owed_on, movement, NOT_NOTIFIED, *FALLS, UNDER_WAY, RETRAIT, NOT_NOTIFIED, size]
        )  # fmt: skip
        return [Owed(pk, licence, letter, as_day(day)) for pk, licence, letter, day in cursor.fetchall()]


def as_day(value: date | str) -> date:
    """A day as the database gives it: SQLite gives its text."""
    return value if isinstance(value, date) else date.fromisoformat(value)


def count_waiting(on: date) -> int:
    """How many letters of the outbox are not done with, for the progress that a person sees."""
    return OwedLetter.objects.filter(done_on=None, owed_on__lte=on).count()


def holders_of(licences: Collection[int]) -> dict[int, Holder]:
    """The holders of these licences."""
    rows = Licence.objects.filter(pk__in=licences).select_related("holder")
    return {licence.pk: licence.holder for licence in rows}


def sendings_of(letters: Sequence[Owed]) -> dict[int, list[Sending]]:
    """The attempts made so far for these letters, the first one first."""
    found: dict[int, list[Sending]] = {owed.movement: [] for owed in letters}
    for sending in Sending.objects.filter(owed__in=found).order_by("owed", "attempt"):
        found[sending.owed_id].append(sending)
    return found


def last_reasons(letters: Sequence[Owed]) -> dict[int, str]:
    """Why each of these letters was put aside last; nothing for the others."""
    steps = Step.objects.filter(owed__in=[owed.movement for owed in letters], kind=PUT_ASIDE).order_by("pk")
    return {step.owed_id: step.why for step in steps if step.owed_id is not None}


def take_up_again() -> int:
    """Letters that were stopped because the holder had died, and the death was taken back since, wait again: how many.

    Inside a durable transaction, once no other run chooses letters.
    """
    with connection.cursor() as cursor:
        cursor.execute(NOT_DEAD, [STOPPED, DEATH])
        return int(cursor.rowcount)


def mark_done(movements: Collection[int], on: date) -> None:
    """Nothing more is to be done for these letters."""
    OwedLetter.objects.filter(pk__in=movements, done_on=None).update(done_on=on)


def wait_for_other_run() -> None:
    """Until this transaction ends no other run chooses letters. On SQLite the transaction holds the only lock."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
