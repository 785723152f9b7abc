"""The acts of the register as columns (``acts/1``), a batch of whole licences at a time, without a file between.

What enters the columns of a licence is its number in the register: no name, no file number, no place.
"""

import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from typing import NamedTuple

import pyarrow as pa
from django.db import connections

from mespoints.law.acts import Dossier, Licence
from mespoints.law.days import NEVER, Day, iso, parse_day
from mespoints.law.rereading import reread_act
from mespoints.national.columns import Fact, columns_of, facts_of
from mespoints.national.replaying import in_order
from mespoints.register.facts import Known, erased_since, known_licences, last_erased_on
from mespoints.register.processes import end_with_parent
from mespoints.register.whole_files import licences_after, one_moment

LICENCES_AT_ONCE = 5000
UNKNOWABLE = NEVER + 1
"""When the register "learns" that a licence exists of which it cannot tell any more what it knew."""


def facts_of_known(known: Known) -> list[Fact]:
    """The rows of a licence, each with the day on which the register learned it."""
    opening = Licence(parse_day(known.obtained_on), known.probation, known.territory, None, known.foreign)
    acts = [reread_act({**act.payload, "recorded_on": act.recorded_on}) for act in known.acts]
    return facts_of(Dossier(opening, tuple(acts)), parse_day(known.recorded_on))


class Range(NamedTuple):
    """Some licences of the register: those after a number, up to another. ``known_on``: as known at the end of a day.

    ``told_from``: what was erased after that day cannot be told any more; empty when nothing was.
    """

    after: int
    last: int
    known_on: str
    told_from: str


class RegisterActs:
    """The register as it was known at the end of a day, to be replayed as of a day.

    ``untold``: the licences read so far of which facts were erased since (art. L. 225-2): where they stood that day
    cannot be told any more. Their opening alone is given, as one that is known on no day.
    """

    def __init__(self, on: Day, known_on: Day) -> None:
        self.told_from = iso(min(on, known_on, NEVER - 1))
        self.known_on = iso(min(known_on, NEVER - 1))
        self.untold = 0

    def batches(self, cores: int = 1) -> Iterator[pa.RecordBatch]:
        """Every licence in the order of the numbers. Each batch is true of one moment; writers wait for none.

        ``cores``: so many processes read and fill columns, each with a connection of its own; 1: this one does.
        """
        made = map(acts_of, self.ranges()) if cores == 1 else in_order(acts_of, self.ranges(), cores, processes)
        for acts, untold in made:
            self.untold += untold
            yield acts

    def ranges(self) -> Iterator[Range]:
        """The licences, so many at a time."""
        told_from = self.told_from if last_erased_on() > self.told_from else ""
        after = 0
        while pks := licences_after(after, LICENCES_AT_ONCE):
            yield Range(after, pks[-1], self.known_on, told_from)
            after = pks[-1]


def acts_of(some: Range) -> tuple[pa.RecordBatch, int]:
    """The columns of some licences, and how many of them cannot be told."""
    with one_moment():
        known = list(known_licences(some.after, some.last, some.known_on))
        untold = erased_since(some.after, some.last, some.told_from) if some.told_from else set()
    return columns_of((one.pk, told(one, is_untold=one.pk in untold)) for one in known), len(untold)


def told(known: Known, *, is_untold: bool) -> list[Fact]:
    """The rows of a licence; its opening alone when nothing can be told of that day."""
    if is_untold:
        return [fact._replace(recorded_on=UNKNOWABLE) for fact in facts_of_known(known._replace(acts=()))]
    return facts_of_known(known)


def processes(number: int) -> Executor:
    """So many processes, begun at once: no connection to the database may be shared with them."""
    connections.close_all()
    context = multiprocessing.get_context("fork")  # the settings come along as they are
    pool = ProcessPoolExecutor(number, context, initializer=end_with_parent)
    pool.submit(os.getpid).result()
    return pool
