"""Several processes that answer on one socket: one Python interpreter fills one core, and a machine has more.

The first process listens, forks the others and answers nothing itself. A worker that dies is replaced, unless it could
not even start: then all stop, for the next one would not start either.
"""

import os
import signal
import time
import traceback
from collections.abc import Callable
from types import FrameType

LEAST_LIFE_SECONDS = 3.0
"""A worker that fails sooner never worked."""
ANSWERED_TO = (signal.SIGTERM, signal.SIGINT)


class Workers:
    """The processes under way.

    ``work`` is what each does until SIGTERM or SIGINT, which it answers itself once it serves; it returns when its
    requests are answered.
    """

    def __init__(self, work: Callable[[], None], number: int) -> None:
        self._work = work
        self._number = number
        self._born: dict[int, float] = {}
        self._stopping = False

    def run(self) -> int:
        """Keep that many workers until told to stop; the exit status: 0, or that of a worker that could not start."""
        for number in ANSWERED_TO:
            signal.signal(number, self._stop)
        while len(self._born) < self._number:
            self._start()
        status = 0
        while self._born:
            ended, code = os.wait()
            lived = time.monotonic() - self._born.pop(ended)
            exit_code = os.waitstatus_to_exitcode(code)
            if self._stopping:
                continue
            if exit_code > 0 and lived < LEAST_LIFE_SECONDS:  # a negative one is a signal: somebody killed it
                status = exit_code
                self._stop(signal.SIGTERM, None)
            else:
                self._start()
        return status

    def _start(self) -> None:
        """Fork one. It never comes back here: whatever happens in it ends with it.

        No signal comes in between: it would be answered by a copy of this object. Until the worker says otherwise, a
        signal ends it at once, for it has no request under way.
        """
        signal.pthread_sigmask(signal.SIG_BLOCK, ANSWERED_TO)
        pid = os.fork()
        if pid:
            self._born[pid] = time.monotonic()
            signal.pthread_sigmask(signal.SIG_UNBLOCK, ANSWERED_TO)
            return
        status = 1
        try:
            for number in ANSWERED_TO:
                signal.signal(number, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, ANSWERED_TO)
            self._work()
            status = 0
        except BaseException:  # noqa: BLE001 - what went wrong is told, and no line of the parent runs twice
            traceback.print_exc()
        finally:
            os._exit(status)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        """Ask each to finish; asked again, do it again: a worker may have been born meanwhile."""
        self._stopping = True
        for pid in self._born:
            os.kill(pid, signal.SIGTERM)
