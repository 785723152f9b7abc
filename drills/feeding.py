"""An intake that is under way while something fails, run again as systemd would, and what it had acknowledged."""

import json
import re
import subprocess
import threading
import time
from pathlib import Path

from drills.place import MESPOINTS, Failed, mespoints

TRY_AGAIN = 75
WIPED = "\033[K"
"""What ends the line that counts."""
COUNTED = re.compile(rb"\r([\d\xc2\xa0]+) \(")


class Feeding:
    """``mespoints intake`` of invented people, each a transaction of its own, until the file is done."""

    def __init__(self, folder: Path, people: int, seed: int) -> None:
        self.path, self.people = folder / f"people-{seed}.jsonl", people
        mespoints("generate", "--licences", str(people), "--seed", str(seed), "-o", str(self.path))
        self.acknowledged = 0
        self.messages: list[str] = []
        self.statuses: list[int] = []
        self._thread = threading.Thread(target=self._feed, daemon=True)

    def start(self) -> None:
        """Begin; the command is run again whenever it says that the database was out of reach."""
        self._thread.start()

    def _feed(self) -> None:
        while not self.statuses or self.statuses[-1] == TRY_AGAIN:
            self.statuses.append(self._run())
            time.sleep(0.5)

    def _run(self) -> int:
        """One run of the command; the lines it told while it went on are acknowledged."""
        command = [*MESPOINTS, "intake", str(self.path), "--progress"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stderr is not None
            told = b""
            while piece := process.stderr.read1(65536):  # type: ignore[attr-defined]
                told += piece
                for count in COUNTED.findall(told):
                    self.acknowledged = max(self.acknowledged, int(count.replace(b"\xc2\xa0", b"")))
            self.messages += [line.removeprefix(WIPED) for line in told.decode().splitlines() if "mespoints " in line]
        return process.returncode

    def finish(self, seconds: float = 300) -> None:
        """Wait for its end. Raises Failed unless every line was taken."""
        self._thread.join(seconds)
        if self._thread.is_alive() or self.statuses[-1]:
            raise Failed(f"the intake did not end well: {self.statuses} {self.messages[-3:]}")

    def numbers(self) -> list[str]:
        """The file numbers of the people, in the order of the lines."""
        lines = self.path.read_text(encoding="utf-8").splitlines()
        return [json.loads(line)["dossier"]["licence"]["neph"] for line in lines]


def missing(feeding: Feeding, rows: list[tuple[object, ...]], lines: int) -> int:
    """How many of the first lines are not in the register exactly once."""
    kept = [str(neph) for (neph,) in rows]
    return sum(kept.count(neph) != 1 for neph in feeding.numbers()[:lines])
