"""A whole country replayed: batches in, answers out in their order, folded by as many threads as there are cores.

What is in memory at one time is some batches, however long the file.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from mespoints.national.batch import BALANCES, MOVEMENTS, Engine, Folded
from mespoints.national.engine import Question
from mespoints.national.reading import ROWS_AT_ONCE, whole_batches

Given = TypeVar("Given")
Made = TypeVar("Made")


class Replayed(NamedTuple):
    """What a run did: licences, rows of acts, movements written (0 when they were not asked for)."""

    licences: int
    rows: int
    movements: int


def in_order(work: Callable[[Given], Made], things: Iterable[Given], cores: int) -> Iterator[Made]:
    """Work on many things at once; what is made, in the order of the things, never far ahead of who reads it."""
    with ThreadPoolExecutor(cores) as pool:
        waiting: deque[Future[Made]] = deque()
        for thing in things:
            waiting.append(pool.submit(work, thing))
            if len(waiting) > cores:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def cores_here() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0))


def replay(
    acts: Path,
    balances: Path,
    asked: Question,
    engine: Engine,
    *,
    movements: Path | None = None,
    cores: int = 0,
    rows: int = ROWS_AT_ONCE,
    tell: Callable[[Replayed], None] | None = None,
) -> Replayed:
    """Read ``acts/1``, write ``balances/1``, and the movements when a file is named for them.

    ``cores``: 0 for all of them. ``rows``: about how many a batch has. Raises ActsRefused and OSError; what was
    written by then is not a whole file.
    """

    def answer(batch: pa.RecordBatch) -> tuple[int, Folded]:
        return len(batch), engine.answer(batch, asked, movements=movements is not None)

    done = Replayed(0, 0, 0)
    with pq.ParquetWriter(balances, BALANCES) as standing, writer(movements) as moving:
        for read, folded in in_order(answer, whole_batches(acts, rows), cores or cores_here()):
            standing.write_batch(folded.balances)
            if moving is not None:
                moving.write_batch(folded.movements)
            moved = len(folded.every_movement()) if moving is not None else 0
            done = Replayed(done.licences + len(folded.numbers), done.rows + read, done.movements + moved)
            if tell is not None:
                tell(done)
    return done


@contextmanager
def writer(path: Path | None) -> Iterator[pq.ParquetWriter | None]:
    """The file of the movements, when one is wanted."""
    if path is None:
        yield None
        return
    with pq.ParquetWriter(path, MOVEMENTS) as file:
        yield file
