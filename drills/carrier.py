"""The carrier of the letters down, then failing one time in three in every way, then sound.

``mespoints dispatch`` says what is left, writes nothing twice, and the next run hands over the rest: each letter once.
"""

import random
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.service import free_port
from drills.place import Failed, let_go, mespoints, place, settle_in, tell, verified
from drills.postgresql import server
from tests.letters.carrier_service import TOKEN, Service, carrier_service

LICENCES, RUNS_AT_MOST, LEFT = 60, 12, 1
FAILURES: tuple[int | str, ...] = (500, 503, "cut", "lost", "garbage", "other")
SENT = "SELECT count(*) FROM letters_sending"
WAITING = "SELECT count(*) FROM register_owedletter WHERE done_on IS NULL"


def dispatched(address: str, spool: Path) -> tuple[int, str]:
    """One run: its status and its last words."""
    done = mespoints(
        "dispatch", "--spool", str(spool), status=None, MESPOINTS_POST_ADDRESS=address, MESPOINTS_POST_TOKEN=TOKEN
    )
    if "Traceback" in done.stderr:
        raise Failed(done.stderr)
    return done.returncode, (done.stderr.strip().splitlines() or [""])[-1]


def failing(carrier: Service, chance: random.Random) -> None:
    """The calls to come: one in three fails."""
    fates: list[Any] = [chance.choice(FAILURES) if chance.random() < 1 / 3 else None for _ in range(4000)]
    carrier.failures = fates  # nothing at all: this one passes


def main() -> int:
    """Down, failing, sound; tell."""
    with place() as folder, server(folder / "postgresql") as own, carrier_service() as carrier:
        settle_in(own.url("mespoints"), folder)
        let_go()
        mespoints("generate", "--licences", str(LICENCES), "--load", "--processes", "1")
        spool = Path(tempfile.mkdtemp(dir=folder))
        owed = own.ask(WAITING)[0][0]
        down = dispatched(f"http://127.0.0.1:{free_port()}", spool)
        failing(carrier, random.Random(3))
        spoilt = [dispatched(carrier.address, spool) for _ in range(3)]
        taken = len(carrier.printed)
        carrier.failures = []
        sound = [dispatched(carrier.address, spool)]
        while sound[-1][0] == LEFT and len(sound) < RUNS_AT_MOST:
            sound.append(dispatched(carrier.address, spool))
        sent = own.ask(SENT)[0][0]
        verified()
    figures = {
        "letters owed": owed,
        "carrier down: status, words": f"{down[0]}, {down[1]}",
        "carrier failing: statuses": ", ".join(str(status) for status, _words in spoilt),
        "letters that passed meanwhile": taken,
        "carrier sound: statuses": ", ".join(str(status) for status, _words in sound),
        "letters that the register sent": sent,
        "letters that the carrier printed": len(carrier.printed),
        "printed twice": len(carrier.printed) - len(set(carrier.printed)),
    }
    wrong = {
        "a letter was printed twice, or lost": len(carrier.printed) != sent or len(set(carrier.printed)) != sent,
        "a carrier that is down was not told": down[0] != LEFT or not down[1],
        "the letters never left": sound[-1][0] != 0,
        "nothing was owed": not sent,
    }
    return tell("The carrier down, then failing", figures, wrong)


if __name__ == "__main__":
    sys.exit(main())
