"""Writers that append one act after another to a few licences, and what they were told was written."""

import os
import sys
import threading
import time
from datetime import date
from itertools import pairwise
from typing import IO, Any, NamedTuple, Self

RECORDED_ON = date(2024, 6, 1)
SOURCE = "drill"


class Acknowledged(NamedTuple):
    """An act that the register said it had, and the instant (monotonic) at which the writer learned it."""

    name: str
    at: float


def act(name: str) -> dict[str, Any]:
    """An offence that takes a point, and owes a letter."""
    days = {"committed_on": "2024-01-20", "final_on": "2024-03-01", "decided_on": "2024-03-01"}
    return {"act": "offence", "id": name, "class": "c3", "points": 1, "final_by": "paiement", **days}


def open_licence(number: int) -> Any:
    """A licence of nobody, to write to: each holds few acts, for each append reads them all again."""
    from mespoints.register.models import Holder, Licence

    holder = Holder.objects.create(family_name="M", given_names=["C"], birth_date="1975-04-02", address=[])
    return Licence.objects.create(
        neph=f"{number:012d}", holder=holder, obtained_on=date(1996, 5, 6), probation="none", territory="metropole",
        recorded_on=date(2024, 1, 1),
    )  # fmt: skip


ACTS_OF_A_LICENCE = 20


def write(writer: int, acknowledge: int) -> None:
    """For ever; whenever the register is out of reach, wait a moment and go on with another act."""
    from django.db import Error, connection

    from mespoints.register.ledger import append_acts
    from mespoints.register.unavailable import why_unavailable

    number, licence = 0, None
    while True:
        name = f"{writer}-{number}"
        number += 1
        try:
            if licence is None or number % ACTS_OF_A_LICENCE == 0:
                licence = open_licence(writer * 1_000_000 + number)
            append_acts(licence, [act(name)], recorded_on=RECORDED_ON, source=SOURCE)
        except Error as error:
            if not why_unavailable(error):
                raise
            connection.close()
            time.sleep(0.1)
        else:
            os.write(acknowledge, f"{name} {time.monotonic()}\n".encode())


class Writers:
    """So many of them, each a process of its own, for the length of a block."""

    def __init__(self, number: int) -> None:
        self._number = number
        self.acknowledged: list[Acknowledged] = []
        self._pids: list[int] = []
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Self:
        from drills.place import let_go

        let_go()
        for writer in range(self._number):
            lines, end = os.pipe()
            pid = os.fork()
            if pid == 0:
                try:
                    os.close(lines)
                    write(writer, end)
                finally:
                    sys.stderr.flush()
                    os._exit(1)
            os.close(end)
            self._pids.append(pid)
            self._threads.append(threading.Thread(target=self._note, args=(os.fdopen(lines),), daemon=True))
            self._threads[-1].start()
        return self

    def _note(self, lines: IO[str]) -> None:
        """Keep what a writer says, outside the database."""
        with lines:
            for line in lines:
                if line.endswith("\n"):
                    name, at = line.split()
                    self.acknowledged.append(Acknowledged(name, float(at)))

    def __exit__(self, *_error: object) -> None:
        for pid in self._pids:
            os.kill(pid, 9)
            os.waitpid(pid, 0)
        for thread in self._threads:
            thread.join()

    def silence(self, since: float) -> float:
        """The longest time without any acknowledged act, from this instant on."""
        times = [since, *sorted(one.at for one in self.acknowledged if one.at >= since)]
        return max((later - sooner for sooner, later in pairwise(times)), default=float("inf"))

    def lost(self) -> list[str]:
        """The acknowledged acts that the register does not have."""
        from mespoints.register.models import Act

        kept = set(Act.objects.filter(source=SOURCE).values_list("act_id", flat=True))
        return sorted({one.name for one in self.acknowledged} - kept)
