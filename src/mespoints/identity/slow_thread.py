"""What is slow on purpose, in one thread of each process, after everything else that wants the processors.

Argon2 takes a hundred megabytes and eight threads for a fifth of a second: beside it, in the thread of the request,
every page waited. One at a time, so that a crowd of wrong codes takes the memory of one.
"""

import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from typing import TypeVar

Answer = TypeVar("Answer")

NICENESS, LOWEST = 10, 19
"""A tenth of the weight of the others, for the threads that Argon2 starts too; what Linux calls the lowest."""


def slowly(work: Callable[[], Answer]) -> Answer:
    """What this work answers, once its turn has come. Raises what it raises; it asks nothing of the database."""
    return _thread_of(os.getpid()).submit(work).result()


@cache
def _thread_of(_process: int) -> ThreadPoolExecutor:
    """The thread of a process: none follows into one that is forked."""
    return ThreadPoolExecutor(1, "slow", initializer=_give_way)


def _give_way() -> None:
    """Linux alone has a priority for each thread; where the machine lets nobody change it, it stays what it is."""
    if sys.platform == "linux":
        me = threading.get_native_id()
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, me, min(os.getpriority(os.PRIO_PROCESS, me) + NICENESS, LOWEST))
