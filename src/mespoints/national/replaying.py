"""A whole country replayed: batches in, answers out in their order, folded by as many threads as there are cores.

What is in memory at one time is some batches, however many there are.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple, TypeVar

import pyarrow as pa

from mespoints.national.batch import BALANCES, MOVEMENTS, Engine
from mespoints.national.engine import Question
from mespoints.national.writing import grouped_file

Given = TypeVar("Given")
Made = TypeVar("Made")


class Replayed(NamedTuple):
    """What a run did: licences, rows of acts, movements written (0 when they were not asked for)."""

    licences: int
    rows: int
    movements: int


def in_order(
    work: Callable[[Given], Made],
    things: Iterable[Given],
    cores: int,
    workers: Callable[[int], Executor] = ThreadPoolExecutor,
) -> Iterator[Made]:
    """Work on many things at once; what is made, in the order of the things, never far ahead of who reads it."""
    with workers(cores) as pool:
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
    batches: Iterable[pa.RecordBatch],
    balances: Path,
    asked: Question,
    engine: Engine,
    *,
    movements: Path | None = None,
    cores: int = 0,
    tell: Callable[[Replayed], None] | None = None,
) -> Replayed:
    """Fold batches of ``acts/1``, write ``balances/1``, and the movements when a file is named for them.

    ``cores``: 0 for all of them. Raises OSError, and what the batches raise: then no file is written.
    """

    def answer(batch: pa.RecordBatch) -> tuple[int, pa.RecordBatch, pa.RecordBatch | None]:
        folded = engine.answer(batch, asked, movements=movements is not None)
        return len(batch), folded.balances, folded.movements if movements is not None else None

    done = Replayed(0, 0, 0)
    moving = grouped_file(movements, MOVEMENTS) if movements is not None else nullcontext()
    with grouped_file(balances, BALANCES) as standing, moving as moves:
        for rows, stood, moved in in_order(answer, batches, cores or cores_here()):
            standing.write(stood)
            if moves is not None and moved is not None:
                moves.write(moved)
            written = len(moved) if moved is not None else 0
            done = Replayed(done.licences + len(stood), done.rows + rows, done.movements + written)
            if tell is not None:
                tell(done)
    return done
