"""The dispatch: what waits in the outbox is composed, then deposited, or written in batches for a carrier.

A chunk is one durable transaction, which chooses its letters, writes their batch in the spool and keeps all that says
so: killed before it ends, the batch in the spool is unknown and forgotten; killed after, it is known, it is whole, and
the next run hands it over. Nothing is sent twice, nothing is forgotten.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import NamedTuple

from mespoints.letters.carriers import Carrier, CarrierUnavailable
from mespoints.letters.code_requests import is_code, turn_down
from mespoints.letters.compte_personnel import open_among
from mespoints.letters.deciding import Decision, PutAside, Send, Stop, decide
from mespoints.letters.depositing import deposit
from mespoints.letters.files import File, Owed, open_file
from mespoints.letters.models import SENT, TO_EXAMINE, UNDER_WAY, Batch, Sending, Step
from mespoints.letters.outbox import (
    BEGINNING,
    Cursor,
    count_waiting,
    holders_of,
    last_reasons,
    mark_done,
    sendings_of,
    take_up_again,
    wait_for_other_run,
    waiting_letters,
)
from mespoints.letters.printing import NotComposed, Order, Printer, Ready
from mespoints.letters.production import NO_FRANKING, franking_of, is_registered
from mespoints.letters.spool import Spool, entry_of
from mespoints.letters.steps import DISPATCHED, PUT_ASIDE, RETRAIT, STOPPED
from mespoints.register.books import open_books
from mespoints.register.durability import durable_transaction
from mespoints.register.ledger import AppendRefused
from mespoints.register.models import OwedLetter

CHUNK = 200
"""Letters a transaction, and at most a batch: whoever wants one of their licences waits for two seconds at most."""

NOT_FOLDED = "le dossier ne peut pas être arrêté à ce jour"


class Means(NamedTuple):
    """What a run works with."""

    spool: Spool
    carrier: Carrier
    printer: Printer


@dataclass
class Run:
    """What a run was given to do and has done so far.

    ``sent``: letters posted, by kind; ``deposited``: those put on a compte personnel. ``stopped`` and
    ``put_aside``: by ground; what waited already for the same ground is not counted again. ``left``: for each batch
    that could not be handed over, why. ``turned``: letters that the carrier turned down.
    """

    on: date
    production_on: date
    waiting: int
    seen: int = 0
    batches: int = 0
    sent: Counter[str] = field(default_factory=Counter)
    deposited: Counter[str] = field(default_factory=Counter)
    stopped: Counter[str] = field(default_factory=Counter)
    put_aside: Counter[str] = field(default_factory=Counter)
    left: list[str] = field(default_factory=list)
    turned: int = 0


def dispatch(
    on: date, production_on: date, means: Means, *, size: int = CHUNK, tell: Callable[[Run], None] | None = None
) -> Run:
    """Send what waits on a day. Call it with the spool held; ``tell`` is called after each chunk.

    ``production_on``: the day on which the printing house produces what it is given now, which the letters bear.
    """
    with durable_transaction():
        wait_for_other_run()
        take_up_again()
    run = Run(on, production_on, count_waiting(on))
    hand_over_the_rest(run, means)
    place: Cursor | None = BEGINNING
    while place is not None:
        place = dispatch_chunk(run, means, place, size)
        if tell is not None:
            tell(run)
    return run


def hand_over_the_rest(run: Run, means: Means) -> None:
    """Forget what a run that was killed had begun to write, hand over what it had finished."""
    batches = list(Batch.objects.filter(spool=means.spool.mark, handed_over=False).order_by("pk"))
    means.spool.forget_all_but({batch.name for batch in batches})
    for batch in batches:
        hand_over(run, means, batch)


def hand_over(run: Run, means: Means, batch: Batch) -> None:
    """Give a batch to the carrier, unless it left the spool already: then a run was killed just after.

    A carrier that did not answer once is not asked again by the same run.
    """
    if run.left:
        run.left.append(run.left[-1])
        return
    try:
        turned = means.carrier.hand_over(means.spool, batch.name) if means.spool.has(batch.name) else []
    except CarrierUnavailable as error:
        run.left.append(error.reason)
        return
    with durable_transaction():
        for letter in turned:
            if is_code(letter.reference):
                turn_down(letter.reference, letter.reason, run.on)
                continue
            sending = Sending.objects.select_related("owed").get(reference=letter.reference)
            Sending.objects.filter(pk=sending.pk).update(outcome=TO_EXAMINE)
            note(sending.owed.licence_id, sending, TO_EXAMINE, run.on, letter.reason).save()
            # A simple letter was done with when it left: it is not.
            OwedLetter.objects.filter(pk=sending.owed_id).update(done_on=None)
        Batch.objects.filter(pk=batch.pk).update(handed_over=True)
    if means.spool.has(batch.name):
        means.spool.remove(batch.name)
    run.turned += len(turned)


def dispatch_chunk(run: Run, means: Means, after: Cursor, size: int) -> Cursor | None:
    """Send the next letters; where they end, None when there were none left."""
    with durable_transaction():
        wait_for_other_run()
        letters = waiting_letters(run.on, after, size)
        if not letters:
            return None
        ready = compose(run, means, decisions(run, letters))
        deposits, posted = split(ready)
        deposit(deposits, run.on)
        run.deposited.update(one.decision.kind for one in deposits)
        batch = keep(run, means, posted) if posted else None
    if batch is not None:
        hand_over(run, means, batch)
    run.seen += len(letters)
    return letters[-1].owed_on, letters[-1].movement


def split(ready: list[Ready]) -> tuple[list[Ready], list[Ready]]:
    """Those that go on a compte personnel, and those that are posted."""
    deposits = [one for one in ready if one.decision.is_deposit]
    return deposits, [one for one in ready if not one.decision.is_deposit]


def decisions(run: Run, letters: list[Owed]) -> list[tuple[Decision, File]]:
    """What becomes of each letter of a chunk; stopped and put aside ones are written down at once."""
    licences = {owed.licence for owed in letters}
    holders, books, attempts = holders_of(licences), open_books(licences), sendings_of(letters)
    with_compte = open_among(licences)
    files: dict[int, File] = {}
    decided: list[tuple[Decision, File]] = []
    not_folded: list[PutAside] = []
    for owed in letters:
        try:
            if owed.licence not in files:
                files[owed.licence] = open_file(books[owed.licence], holders[owed.licence], run.on)
        except AppendRefused:
            not_folded.append(PutAside(owed, NOT_FOLDED))
            continue
        sendings, has_compte = attempts[owed.movement], owed.licence in with_compte
        decision = decide(owed, files[owed.licence], sendings, run.on, has_compte=has_compte)
        if decision is not None:
            decided.append((decision, files[owed.licence]))
    put_aside(run, [*not_folded, *(one for one, _ in decided if isinstance(one, PutAside))])
    stop(run, [one for one, _ in decided if isinstance(one, Stop)])
    return decided


def compose(run: Run, means: Means, decided: list[tuple[Decision, File]]) -> list[Ready]:
    """The letters that leave, composed; one that cannot be composed is put aside with its reason."""
    ready: list[Ready] = []
    failed: list[PutAside] = []
    for decision, file in decided:
        if isinstance(decision, Send):
            reference, written_on = reference_of(decision), run.on if decision.is_deposit else run.production_on
            order = Order(reference, decision.kind, decision.owed, file, decision.destination, written_on)
            try:
                pdf, pages = means.printer.compose(order)
            except NotComposed as error:
                failed.append(PutAside(decision.owed, error.reason))
                continue
            country = decision.destination.country
            franking = NO_FRANKING if decision.is_deposit else franking_of(decision.kind, run.production_on, country)
            entry = entry_of(
                reference, decision.kind, franking, registered=is_registered(franking), pdf=pdf, pages=pages,
                country=country,
            )  # fmt: skip
            ready.append(Ready(decision, len(file.book.acts), entry, pdf))
    put_aside(run, failed)
    return ready


def reference_of(decision: Send) -> str:
    """What a letter is called in the post and by whoever answers it: « 0000001234-1 »."""
    return f"{decision.owed.movement:010d}-{decision.attempt}"


def keep(run: Run, means: Means, ready: list[Ready]) -> Batch:
    """Write the batch in the spool, and in the register all that says so."""
    name = next_name(run)
    digest = means.spool.write(name, run.production_on.isoformat(), [(one.entry, one.pdf) for one in ready])
    batch = Batch.objects.create(
        name=name, spool=means.spool.mark, carrier=means.carrier.name, written_on=run.on,
        production_on=run.production_on, letters=len(ready), digest=digest,
    )  # fmt: skip
    sendings = Sending.objects.bulk_create(sending_of(one, batch) for one in ready)
    Step.objects.bulk_create(
        note(one.decision.owed.licence, sending, DISPATCHED, run.on)
        for one, sending in zip(ready, sendings, strict=True)
    )
    done = [one.decision.owed.movement for one in ready if not one.entry.registered or one.decision.kind == RETRAIT]
    mark_done(done, run.on)
    run.sent.update(one.decision.kind for one in ready)
    run.batches += 1
    return batch


def next_name(run: Run) -> str:
    """The name of the next batch of the day: « 2024-03-05-0001 »."""
    start = f"{run.production_on.isoformat()}-"
    taken = set(Batch.objects.filter(name__startswith=start).values_list("name", flat=True))
    return next(name for name in (f"{start}{number:04d}" for number in count(len(taken) + 1)) if name not in taken)


def sending_of(ready: Ready, batch: Batch) -> Sending:
    """The row of a letter that leaves."""
    (owed, kind, attempt, destination), entry = ready.decision, ready.entry
    return Sending(
        owed_id=owed.movement, attempt=attempt, reference=entry.reference, kind=kind, franking=entry.franking,
        batch=batch, source=destination.source, address=list(destination.lines), acts=ready.acts, pages=entry.pages,
        digest=entry.sha256, outcome=UNDER_WAY if entry.registered else SENT,
    )  # fmt: skip


def note(licence: int, sending: Sending, kind: str, on: date, why: str = "") -> Step:
    """A step of a letter that was sent, known on the day on which it happened; not written yet."""
    return Step(
        licence_id=licence, owed_id=sending.owed_id, sending=sending, kind=kind, on=on, recorded_on=on, why=why[:200]
    )


def stop(run: Run, decisions: list[Stop]) -> None:
    """Write that these letters are not to be sent any more."""
    Step.objects.bulk_create(step_of(decision, STOPPED, run.on) for decision in decisions)
    mark_done([decision.owed.movement for decision in decisions], run.on)
    run.stopped.update(decision.why for decision in decisions)


def put_aside(run: Run, decisions: list[PutAside]) -> None:
    """Write that these letters cannot be sent yet, when that is new."""
    known = last_reasons([decision.owed for decision in decisions])
    new = [decision for decision in decisions if known.get(decision.owed.movement) != decision.why[:200]]
    Step.objects.bulk_create(step_of(decision, PUT_ASIDE, run.on) for decision in new)
    run.put_aside.update(decision.why for decision in new)


def step_of(decision: Stop | PutAside, kind: str, on: date) -> Step:
    """The step of a letter that does not leave; not written yet."""
    owed = decision.owed
    return Step(
        licence_id=owed.licence, owed_id=owed.movement, kind=kind, on=on, recorded_on=on, why=decision.why[:200]
    )
