"""What processes take of a machine: processor time and memory of each part of what is measured, from ``/proc``."""

import os
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Self

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
SAMPLE_SECONDS = 5.0


def children_of(pid: int) -> list[int]:
    """The processes that a process has started and that live."""
    with suppress(OSError):
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
    return []


def family_of(pid: int) -> list[int]:
    """A process and all that descend from it."""
    return [pid, *(one for child in children_of(pid) for one in family_of(child))]


def fields_of(pid: int) -> list[str]:
    """``/proc/PID/stat`` from the state on: the name before it may hold spaces."""
    return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()


def processor_seconds(pid: int, *, with_children: bool = True) -> float:
    """What a process has used, with those of its descendants that live, and those that it has seen end."""
    total = 0.0
    for one in family_of(pid) if with_children else [pid]:
        with suppress(OSError):
            own, of_ended = fields_of(one)[11:13], fields_of(one)[13:15]
            total += sum(map(int, own + (of_ended if with_children else []))) / TICKS
    return total


def megabytes_of(pid: int) -> int:
    """Memory of a process and its descendants. What they share counts each time, as it does at any other moment."""
    pages = 0
    for one in family_of(pid):
        with suppress(OSError):
            pages += int(Path(f"/proc/{one}/statm").read_text(encoding="ascii").split()[1])
    return pages * PAGE // 1_000_000


def parent_of(pid: int) -> int:
    """The process that started this one; 0 where it is none of this machine."""
    with suppress(OSError):
        return int(fields_of(pid)[1])
    return 0


class Memory(NamedTuple):
    """Megabytes: at the start, at most, at the end."""

    first: int
    most: int
    last: int


class Watched:
    """Parts of what is measured, each a process and its descendants, watched for the length of a block."""

    def __init__(self, parts: Mapping[str, int], alone: tuple[str, ...] = ()) -> None:
        """``alone``: parts whose descendants are other parts."""
        self._parts, self._alone = {name: pid for name, pid in parts.items() if pid}, alone
        self._samples: dict[str, list[int]] = {name: [] for name in self._parts}
        self.seconds: dict[str, float] = {}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._sample, daemon=True)

    def __enter__(self) -> Self:
        self._before = self._used()
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._over.set()
        self._thread.join()
        self.seconds = {name: used - self._before[name] for name, used in self._used().items()}

    def _used(self) -> dict[str, float]:
        """Processor time of each part so far."""
        return {
            name: processor_seconds(pid, with_children=name not in self._alone) for name, pid in self._parts.items()
        }

    def _sample(self) -> None:
        """Memory now and then, at the first and the last moment too."""
        over = False
        while not over:
            over = self._over.is_set()
            for name, pid in self._parts.items():
                self._samples[name].append(megabytes_of(pid))
            self._over.wait(0 if over else SAMPLE_SECONDS)

    def memory(self, name: str) -> Memory:
        """Of one part."""
        taken = self._samples[name]
        return Memory(taken[0], max(taken), taken[-1])
