"""Slow work waits its turn, after everything else."""

import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from mespoints.identity.slow_thread import LOWEST, NICENESS, slowly


def test_the_work_answers() -> None:
    """What was asked for comes back."""
    found = slowly(lambda: 7 * 6)

    assert 42 == found


def test_what_it_raises_is_raised() -> None:
    """A failure is not lost in the other thread."""
    with pytest.raises(ZeroDivisionError):
        slowly(lambda: 1 // 0)


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone has a priority for each thread")
def test_it_gives_way_and_who_asks_does_not() -> None:
    """The thread of the work is less urgent, by as much as said; that of the request is as it was."""
    before = os.getpriority(os.PRIO_PROCESS, 0)
    found = slowly(lambda: os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))

    assert min(before + NICENESS, LOWEST) == found
    assert before == os.getpriority(os.PRIO_PROCESS, 0)


def test_one_at_a_time() -> None:
    """Whoever asks at the same moment waits for the one before."""
    at_work, most, lock = 0, 0, threading.Lock()
    others = threading.Event()

    def work() -> None:
        nonlocal at_work, most
        with lock:
            at_work += 1
            most = max(most, at_work)
        others.wait(0.01)
        with lock:
            at_work -= 1

    with ThreadPoolExecutor(4) as crowd:
        list(crowd.map(slowly, [work] * 8))

    assert 1 == most


def test_a_forked_process_has_a_thread_of_its_own() -> None:
    """The thread of the parent does not exist in the child."""
    slowly(lambda: None)
    child = os.fork()
    if not child:
        os._exit(slowly(lambda: 3))

    assert 3 == os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
