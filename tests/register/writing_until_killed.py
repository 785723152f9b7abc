"""Writers killed at random moments, or the server under them; what was acknowledged must be there afterwards.

Run with the settings of a register and: how many kills; for PostgreSQL, the folder of the server's data and the command
that starts it again. Without them, the SQLite writer itself is killed.
"""

import os
import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

from mespoints.config.bootstrap import prepare

LICENCES = 4
RECORDED_ON = date(2024, 6, 1)


def act(name: str) -> dict[str, Any]:
    """An offence that takes a point, and owes a letter."""
    days = {"committed_on": "2024-01-20", "final_on": "2024-03-01", "decided_on": "2024-03-01"}
    return {"act": "offence", "id": name, "class": "c3", "points": 1, "final_by": "paiement", **days}


def open_licences() -> None:
    """A few people."""
    from mespoints.register.models import Holder, Licence

    holder = Holder.objects.create(family_name="M", given_names=["C"], birth_date="1975-04-02", address=[])
    for number in range(LICENCES):
        Licence.objects.create(
            neph=f"{number:012d}", holder=holder, obtained_on=date(1996, 5, 6), probation="none",
            territory="metropole", recorded_on=date(2024, 1, 1),
        )  # fmt: skip


def write_until_killed(round_: int, acknowledge: int) -> None:
    """Append one act after another; say each one once it was committed."""
    from mespoints.register.ledger import append_acts
    from mespoints.register.models import Licence

    licences = list(Licence.objects.order_by("pk"))
    for number in range(10_000):
        name = f"{round_}-{number}"
        append_acts(licences[number % LICENCES], [act(name)], recorded_on=RECORDED_ON, source="test")
        os.write(acknowledge, f"{name}\n".encode())


def killed_round(round_: int, rng: random.Random, data: Path | None, start: list[str]) -> list[str]:
    """One writer, killed after a while, or its server; the acts that it acknowledged."""
    from django.db import connection

    connection.close()
    read, write = os.pipe()
    writer = os.fork()
    if writer == 0:
        os.close(read)
        try:
            write_until_killed(round_, write)
        finally:
            os._exit(1)
    os.close(write)
    with os.fdopen(read) as lines:
        said = [lines.readline()]  # it is at work from then on
        time.sleep(rng.random() * 0.5)
        os.kill(int((data / "postmaster.pid").read_text().split()[0]) if data else writer, signal.SIGKILL)
        said += lines.readlines()
    os.waitpid(writer, 0)
    if data:
        start_again(start)
    return [line.strip() for line in said if line.endswith("\n")]


def start_again(start: list[str]) -> None:
    """The server's own children take a moment to see that it is gone."""
    for _ in range(40):
        if subprocess.run(start, check=False, stdin=subprocess.DEVNULL, capture_output=True, cwd="/").returncode == 0:
            return
        time.sleep(0.25)
    raise SystemExit("the server does not start again")


def check(acknowledged: set[str]) -> None:
    """All that was acknowledged is there, all is whole, each movement is posted once and owes one letter at most."""
    from mespoints.register.models import Act, Movement, OwedLetter
    from mespoints.register.seals import take_seal
    from mespoints.register.verification import verify

    kept = set(Act.objects.values_list("act_id", flat=True))
    assert acknowledged <= kept, sorted(acknowledged - kept)[:5]
    checked = verify()
    assert checked.broken is None, checked.broken
    posted = list(Movement.objects.exclude(cause="correction").values_list("licence", "cause", "act", "offence", "on"))
    assert len(posted) == len(set(posted))
    assert OwedLetter.objects.count() == Movement.objects.exclude(letter="").count()
    take_seal(RECORDED_ON)


def main() -> None:
    """The rounds, and how many acts were acknowledged in all."""
    kills, data, start = int(sys.argv[1]), sys.argv[2:3], sys.argv[3:]
    prepare()
    open_licences()
    rng, acknowledged, told = random.Random(4), set(), []
    for round_ in range(kills):
        said = killed_round(round_, rng, Path(data[0]) if data else None, start)
        acknowledged |= set(said)
        told.append(len(said))
        check(acknowledged)
    sys.stdout.write(f"{len(told)} {len(acknowledged)}\n")


main()
