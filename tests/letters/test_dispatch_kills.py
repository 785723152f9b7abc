"""A dispatch that is killed at any moment: every letter leaves once, and no other.

Six moments here; ``MESPOINTS_KILLS`` asks for more.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.registers import begin

ROOT = Path(__file__).parent.parent.parent
KILLS = int(os.environ.get("MESPOINTS_KILLS", "6"))

# One process loads everything once. Each dispatch is a child of its own, on a copy of the register with a spool of its
# own, killed by SIGKILL after a while drawn at random, sometimes twice. Between two runs the printing house fetches
# what it finds. A third of the drivers have a compte personnel, where what is no 48SI is deposited. In the end all
# that it fetched, and all that was deposited, is compared with what a dispatch that nobody disturbed gave.
RUNS = """
import json, os, random, shutil, signal, sys, time
from datetime import date
from pathlib import Path
from mespoints.config.bootstrap import prepare
prepare()
from django.db import connection
from mespoints.letters.compte_personnel import open_compte
from mespoints.letters.models import Alert, Batch, Deposit, Sending, Step
from mespoints.letters.spool import MANIFEST
from mespoints.register.ledger import append_acts
from mespoints.register.models import Holder, Licence, OwedLetter
from tests.letters.mail import PlainPrinter, means, run_on

folder, kills = Path(sys.argv[1]), int(sys.argv[2])
whole, rng = folder / "register.sqlite3", random.Random(11)
holder = Holder.objects.create(family_name="M", given_names=["C"], sex="male", birth_date="1975-04-02",
                               address=["1 RUE DE LA PAIX", "44000 NANTES"], departement="44")
for n in range(60):
    licence = Licence.objects.create(neph=f"{n:012d}", holder=holder, obtained_on=date(1996, 5, 6),
                                     probation="none", territory="metropole", recorded_on=date(2024, 1, 1))
    acts = [{"act": "offence", "id": f"i{k}", "class": "delit", "points": 6, "committed_on": f"2024-01-{k + 10}",
             "final_on": "2024-03-01", "decided_on": "2024-03-01", "final_by": "condamnation"}
            for k in range(1 + n % 2)]
    append_acts(licence, acts, recorded_on=date(2024, 3, 4), source="test")
    if n % 3 == 0:
        open_compte(licence, "c@example.org", conditions_met=True, means="franceconnect", on=date(2024, 3, 4))
connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
connection.close()

def in_child(place, work):
    pid = os.fork()
    if pid == 0:
        connection.settings_dict["NAME"] = place / "register.sqlite3"
        work(place)
        connection.close()
        os._exit(0)
    return pid

def live(place):
    run_on("2024-03-05", means(place / "spool"), size=7)

def fetch(place):
    for batch in sorted((place / "spool").glob("2*")):
        batch.rename(place / "fetched" / f"{len(list((place / 'fetched').iterdir())):03d}-{batch.name}")

def tell(place):
    letters = []
    for batch in (place / "fetched").iterdir():
        entries = json.loads((batch / MANIFEST).read_text())["letters"]
        assert {entry["file"] for entry in entries} == {path.name for path in batch.glob("*.pdf")}
        letters += [[entry["reference"], entry["sha256"]] for entry in entries]
    state = {
        "letters": sorted(letters),
        "sendings": sorted(Sending.objects.values_list("reference", "kind", "outcome", "digest")),
        "deposits": sorted(Deposit.objects.values_list("sending__reference", flat=True)),
        "alerts": sorted(Alert.objects.values_list("sending__reference", "state")),
        "steps": sorted(Step.objects.values_list("owed", "kind")),
        "done": sorted(OwedLetter.objects.exclude(done_on=None).values_list("pk", flat=True)),
        "left": Batch.objects.filter(handed_over=False).count(),
        "writing": len(list((place / "spool" / ".writing").iterdir())),
    }
    (place / "state.json").write_text(json.dumps(state))

def state_after(place):
    os.waitpid(in_child(place, live), 0)
    fetch(place)
    os.waitpid(in_child(place, tell), 0)
    return json.loads((place / "state.json").read_text())

def copied(name):
    place = folder / name
    (place / "fetched").mkdir(parents=True)
    shutil.copy(whole, place / "register.sqlite3")
    return place

began = time.monotonic()
expected = state_after(copied("calm"))
lasts = (time.monotonic() - began) * 0.8
cut_short, equal = 0, 0
for n in range(kills):
    place = copied(f"kill{n}")
    for _ in range(1 + n % 2):
        pid = in_child(place, live)
        time.sleep(rng.uniform(0, lasts))
        os.kill(pid, signal.SIGKILL)
        cut_short += os.WIFSIGNALED(os.waitpid(pid, 0)[1])
        if (place / "spool").exists():
            fetch(place)
    equal += state_after(place) == expected
    shutil.rmtree(place)
print(json.dumps({"letters": len(expected["letters"]), "deposits": len(expected["deposits"]),
                  "different": len({one[0] for one in expected["letters"]}),
                  "left": expected["left"], "cut_short": cut_short, "equal": equal}))
"""


@pytest.mark.slow
def test_a_dispatch_killed_at_any_moment_sends_each_letter_once(tmp_path: Path) -> None:
    """The same letters, to the byte, whatever the moment, even when the printing house fetches in between."""
    environment = {**os.environ, "MESPOINTS_DATA": str(begin(tmp_path)), "MESPOINTS_DEMO": "1", "DATABASE_URL": ""}
    command = [sys.executable, "-c", RUNS, str(tmp_path), str(KILLS)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)

    assert (70, 70, 20) == (told["letters"], told["different"], told["deposits"])
    assert (0, KILLS) == (told["left"], told["equal"])
    assert told["cut_short"] > KILLS / 2
