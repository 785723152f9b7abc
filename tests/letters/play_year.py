"""Play a year of the post (see ``year``) and tell, as JSON, what was printed against what was predicted.

``python -m tests.letters.play_year FOLDER LICENCES KILLS``: progress is told on the error stream. The dispatch of each
run is a child, killed by SIGKILL after a while drawn at random, up to KILLS times, then left alone. The printing house
fetches the batches whenever it passes; what it printed, by the manifests, is compared.
"""

import json
import os
import random
import resource
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from mespoints.config.bootstrap import prepare

prepare()

from django.db import connection  # noqa: E402 - the settings come first

from mespoints.letters.models import Batch, Sending, Step  # noqa: E402
from mespoints.letters.receipts import take_receipts  # noqa: E402
from mespoints.letters.spool import MANIFEST  # noqa: E402
from tests.letters import year  # noqa: E402
from tests.letters.mail import means, run_on  # noqa: E402

BATCH = 25
BEGAN = time.monotonic()


def tell(progress: str) -> None:
    """A line for whoever watches: what was done, since when, in how much memory."""
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stderr.write(f"{time.monotonic() - BEGAN:7.0f} s {memory:6,} MB  {progress}\n")
    sys.stderr.flush()


class Post:
    """The dispatch of each run, cut short, and the printing house."""

    def __init__(self, folder: Path, kills: int, longest: float) -> None:
        self.spool, self.kills, self.longest = folder / "spool", kills, longest
        self.chance = random.Random(7)
        self.printed: Counter[str] = Counter()
        self.cut_short = 0

    def send(self, on: date) -> None:
        """One run: killed a few times, then left alone."""
        for _ in range(self.chance.randrange(self.kills + 1)):
            pid = self.in_child(on)
            time.sleep(self.chance.uniform(0, self.longest))
            os.kill(pid, signal.SIGKILL)
            self.cut_short += os.WIFSIGNALED(os.waitpid(pid, 0)[1])
            self.fetch()
        _, status = os.waitpid(self.in_child(on), 0)
        assert status == 0, f"the dispatch of {on} failed"
        self.fetch()

    def in_child(self, on: date) -> int:
        """Begin a dispatch in a process of its own."""
        connection.close()
        pid = os.fork()
        if pid == 0:
            run_on(on.isoformat(), means(self.spool), size=BATCH)
            connection.close()
            os._exit(0)
        return pid

    def fetch(self) -> None:
        """The printing house takes what stands in the spool."""
        for batch in sorted(self.spool.glob("2*")):
            for entry in json.loads((batch / MANIFEST).read_text(encoding="utf-8"))["letters"]:
                self.printed[f"{entry['reference']} {entry['kind']}"] += 1
            shutil.rmtree(batch)


def registered(since: date) -> Iterator[year.Registered]:
    """The registered letters that the register says were sent since a day."""
    rows = Sending.objects.filter(kind__in=year.REGISTERED, batch__written_on__gte=since)
    for row in rows.values_list("reference", "owed__licence", "batch__written_on"):
        yield year.Registered(*row)


def compared(post: Post) -> dict[str, Any]:
    """What was printed, against the count."""
    predicted, printed = year.predicted(tell), post.printed
    held = Step.objects.filter(kind__in=["stopped", "put_aside", "to_examine"])
    return {
        "missing": sorted((predicted - printed).elements())[:9],
        "surplus": sorted((printed - predicted).elements())[:9],
        "printed": printed.total(),
        "kinds": Counter(name.split()[1] for name in printed),
        "cut_short": post.cut_short,
        "sendings": Sending.objects.count(),
        "left": Batch.objects.filter(handed_over=False).count(),
        "outcomes": Counter(Sending.objects.values_list("outcome", flat=True)),
        "held": Counter(held.values_list("why", flat=True)),
    }


def main() -> None:
    """Live the year and compare."""
    folder, count, kills = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    post = Post(folder, kills, longest=0.4 + count / 20_000)
    lives = [*year.open_register(count, tell), *year.open_hard_lives(40 + count // 100)]
    year.play(lives, take_receipts, post.send, registered, tell)
    sys.stdout.write(json.dumps(compared(post)) + "\n")


if __name__ == "__main__":
    main()
