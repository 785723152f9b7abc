"""The same batches answered by many machines, under Dask: a batch goes to a worker, its answer comes back in its place.

A worker that dies takes nothing with it: its batches are given to another one. The client is that of the caller.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa

from mespoints.national.batch import Engine
from mespoints.national.compiling import compiled_fold
from mespoints.national.engine import Question

BATCHES_A_WORKER = 3
"""In flight at one time: one is folded while the next one travels."""


@cache
def engine_of_worker(compiled: str) -> Engine:
    """The engine of this process; the folder is one that keeps compiled rules, on the machine of the worker."""
    return Engine(compiled_fold(Path(compiled) if compiled else None))


def answer_batch(batch: pa.RecordBatch, asked: Question, compiled: str = "") -> pa.RecordBatch:
    """Columns of acts in, columns of balances out: what any engine for many machines calls (docs/sizing.md)."""
    return engine_of_worker(compiled).answer(batch, asked).balances


def answer_on_cluster(
    client: Any, batches: Iterable[pa.RecordBatch], asked: Question, compiled: str = ""
) -> Iterator[pa.RecordBatch]:
    """The answers in the order of the batches, by the workers of a ``distributed.Client``."""
    waiting: deque[Any] = deque()
    most = BATCHES_A_WORKER * max(len(client.scheduler_info()["workers"]), 1)
    for batch in batches:
        waiting.append(client.submit(answer_batch, batch, asked, compiled, pure=False))
        if len(waiting) >= most:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
