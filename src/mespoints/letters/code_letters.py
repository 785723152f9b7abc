"""The letters of the confidential codes: each code is drawn for its letter, told on that paper, and kept as its hash.

As for any letter, one durable transaction chooses the requests, writes their batch in the spool and keeps the hashes:
killed before it ends, the batch is forgotten and the codes are drawn anew, so that none is in force whose letter was
not written whole; killed after, the next run hands over what is written. A letter that the carrier turns down closes
its code, and another one is drawn.
"""

from collections.abc import Sequence
from typing import NamedTuple

from mespoints.letters.code_destination import code_destination
from mespoints.letters.dispatch import Means, Run, hand_over, next_name
from mespoints.letters.models import Batch, CodeRequest
from mespoints.letters.outbox import holders_of, wait_for_other_run
from mespoints.letters.printing import CodeOrder, NotComposed
from mespoints.letters.production import franking_of
from mespoints.letters.spool import Entry, entry_of
from mespoints.register.books import open_books
from mespoints.register.codes import draw_code, hash_of, issue_code
from mespoints.register.durability import durable_transaction

KIND = "code"
"""The kind of these letters in the manifest."""

CHUNK = 20
"""Requests a transaction: a hash takes a fifth of a second, before it."""


class Drawn(NamedTuple):
    """A code that was drawn for a request, in clear for its letter alone, and its hash."""

    code: str
    code_hash: str


class Ready(NamedTuple):
    """A letter that is composed and can leave."""

    request: CodeRequest
    entry: Entry
    pdf: bytes
    code_hash: str


def send_codes(run: Run, means: Means, *, size: int = CHUNK) -> None:
    """Send the codes that were asked for; called with the spool held, after the other letters of the day."""
    after = 0
    while pks := waiting_after(after, run, size):
        # Before the transaction: hashing is slow on purpose, and others wait for the licences.
        drawn = {pk: Drawn(code, hash_of(code)) for pk, code in ((pk, draw_code()) for pk in pks)}
        with durable_transaction():
            wait_for_other_run()
            requests = list(CodeRequest.objects.filter(pk__in=pks, batch=None).select_related("licence").order_by("pk"))
            ready = compose(run, means, requests, drawn)
            batch = keep(run, means, ready) if ready else None
        if batch is not None:
            hand_over(run, means, batch)
        after = pks[-1]


def waiting_after(after: int, run: Run, size: int) -> list[int]:
    """The next requests that wait."""
    waiting = CodeRequest.objects.filter(pk__gt=after, batch=None, asked_on__lte=run.on)
    return list(waiting.order_by("pk").values_list("pk", flat=True)[:size])


def compose(run: Run, means: Means, requests: Sequence[CodeRequest], drawn: dict[int, Drawn]) -> list[Ready]:
    """The letters that leave, composed; one that cannot leave keeps waiting, with its reason."""
    licences = {request.licence_id for request in requests}
    books, holders = open_books(licences), holders_of(licences)
    ready = []
    for request in requests:
        book, holder = books[request.licence_id], holders[request.licence_id]
        reference = f"C{request.pk:09d}-{request.attempt + 1}"
        declared, why = code_destination(book, holder, run.on)
        order = CodeOrder(reference, holder, book.opening.neph, declared, drawn[request.pk].code, run.production_on)
        try:
            pdf, pages = means.printer.compose_code(order) if not why else (b"", 0)
        except NotComposed as error:
            why = error.reason
        if why:
            put_aside(run, request, why)
            continue
        franking = franking_of(KIND, run.production_on, declared.country)
        entry = entry_of(
            reference, KIND, franking, registered=False, pdf=pdf, pages=pages, country=declared.country
        )  # fmt: skip
        ready.append(Ready(request, entry, pdf, drawn[request.pk].code_hash))
    return ready


def put_aside(run: Run, request: CodeRequest, why: str) -> None:
    """Write why a request waits, when that is new."""
    if request.why != why[:200]:
        CodeRequest.objects.filter(pk=request.pk).update(why=why[:200])
        run.put_aside[why] += 1


def keep(run: Run, means: Means, ready: Sequence[Ready]) -> Batch:
    """Write the batch in the spool, the hashes in the register, and that the letters are in the batch."""
    name = next_name(run)
    digest = means.spool.write(name, run.production_on.isoformat(), [(one.entry, one.pdf) for one in ready])
    batch = Batch.objects.create(
        name=name, spool=means.spool.mark, carrier=means.carrier.name, written_on=run.on,
        production_on=run.production_on, letters=len(ready), digest=digest,
    )  # fmt: skip
    for one in ready:
        issue_code(one.request.licence_id, one.code_hash, issued_on=run.production_on)
        CodeRequest.objects.filter(pk=one.request.pk).update(batch=batch, attempt=one.request.attempt + 1, why="")
    run.sent[KIND] += len(ready)
    run.batches += 1
    return batch
