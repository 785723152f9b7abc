"""Erasure (art. L. 225-2): the payloads of acts whose delay is over go, and nothing that is shown of a file changes.

Each chunk is one durable transaction: the balance carried over, the journal, then the payloads that it names. Killed at
any moment, the command is run again and goes on; what was erased is not due any more.
"""

from collections import Counter
from collections.abc import Callable, Collection
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date

from django.db import connection

from mespoints.law.days import NEVER, Day, add_months, day_of
from mespoints.register.books import Book, open_books
from mespoints.register.delays import ERASABLE
from mespoints.register.durability import durable_transaction
from mespoints.register.erasure_plans import Plan, make_plan
from mespoints.register.erasures import erase_payloads
from mespoints.register.ledger import ERASURE_SOURCE, AppendRefused, Origin, append, settle
from mespoints.register.models import Licence
from mespoints.register.writing import write_books

CHUNK = 200
SHORTEST_DELAY_IN_MONTHS = 36

CANDIDATES = f"""
SELECT DISTINCT a.licence_id FROM register_act a JOIN register_payload p ON p.act_id = a.id
WHERE a.licence_id > %s AND a.kind IN ({", ".join(["%s"] * len(ERASABLE))})
    AND (a."on" <= %s OR a.kind = 'lettre_48si_annulled')
ORDER BY a.licence_id LIMIT %s
"""  # noqa: S608 - our own names


@dataclass
class Erasing:
    """What an erasure found to do, or did: acts by paragraph, and those kept although their delay is over, by reason.

    ``looked_at``: licences whose file was read. ``licences``: those of which something goes. ``refused``: the row
    numbers of the licences that could not be settled first.
    """

    on: date
    is_applied: bool
    looked_at: int = 0
    licences: int = 0
    acts: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)
    refused: list[int] = field(default_factory=list)


def run_erasure(
    on: date,
    *,
    apply: bool,
    size: int = CHUNK,
    then: Callable[[Collection[int]], object] | None = None,
    tell: Callable[[Erasing], None] | None = None,
) -> Erasing:
    """Erase what the law wants gone on a day, or only say what it would be; ``tell`` is called after each chunk.

    ``then``: called inside the transaction of a chunk with the licences of which something went, for whoever keeps
    more of them.
    """
    erasing = Erasing(on, apply)
    last = 0
    while pks := candidates_after(last, on, size):
        with durable_transaction():
            erased = erase_some(erasing, pks)
            if erased and then is not None:
                then(erased)
        last = pks[-1]
        if tell is not None:
            tell(erasing)
    return erasing


def candidates_after(last: int, on: date, size: int) -> list[int]:
    """The next licences that hold an act old enough to be looked at."""
    oldest = date.fromordinal(add_months(on.toordinal(), -SHORTEST_DELAY_IN_MONTHS))
    with connection.cursor() as cursor:
        cursor.execute(CANDIDATES, [last, *ERASABLE, oldest, size])
        return [pk for (pk,) in cursor.fetchall()]


def erase_some(erasing: Erasing, pks: list[int]) -> list[int]:
    """Plan, and erase if that was asked, inside a transaction; the licences of which something went."""
    gone = []
    births = birth_days(pks)
    for pk, book in open_books(pks).items():
        erasing.looked_at += 1
        plan = make_plan(book, erasing.on.toordinal(), births[pk])
        erasing.kept.update(plan.kept.values())
        if plan.paragraphs:
            try:
                erased = erase(deepcopy(book), plan, erasing.on)
            except AppendRefused:
                erasing.refused.append(pk)
                continue
            erasing.licences += 1
            erasing.acts.update(plan.paragraphs.values())
            if erasing.is_applied:
                write_erased(erased, plan, erasing.on)
                gone.append(pk)
    return gone


def birth_days(pks: list[int]) -> dict[int, Day]:
    """The day each holder was born, at the latest; NEVER when the year is not known."""
    found = Licence.objects.filter(pk__in=pks).values_list("pk", "holder__birth_date")
    return {pk: latest_birth(text) for pk, text in found}


def latest_birth(text: str) -> Day:
    """A date of birth whose parts may be unknown (00): the last day that it may be."""
    year, month, quantieme = (int(part) for part in text.split("-"))
    if year == 0:
        return NEVER
    if month == 0:
        return day_of(year, 12, 31)
    return day_of(year, month, quantieme) if quantieme else add_months(day_of(year, month, 1), 1) - 1


def erase(book: Book, plan: Plan, on: date) -> Book:
    """The book as it stands once the acts of a plan are erased: what time brought is posted first, then nothing is.

    Raises AppendRefused when the register already knows of a later day.
    """
    settle(book, on)
    before, posted = book.standing, len(book.movements)
    if plan.carried:
        append(book, [plan.carried], Origin(ERASURE_SOURCE, "L225-2", on))
    for act in book.acts:
        if act.act_id in plan.paragraphs:
            act.body = None
    settle(book, on)
    assert len(book.movements) == posted, "an erasure posts nothing"
    assert book.standing is not None
    assert before is not None
    assert book.standing[:4] == before[:4], "an erasure moves no account"
    return book


def write_erased(book: Book, plan: Plan, on: date) -> None:
    """Write the balance carried over, the journal of erasures, and let the payloads go."""
    going = {act.pk: plan.paragraphs[act.act_id] for act in book.acts if act.act_id in plan.paragraphs}
    write_books([book])
    erase_payloads(going, on)
