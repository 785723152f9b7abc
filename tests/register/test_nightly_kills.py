"""A nightly run that is killed at any moment: nothing is lost, nothing is doubled.

Twenty moments here; ``MESPOINTS_KILLS`` asks for more.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.registers import begin

KILLS = int(os.environ.get("MESPOINTS_KILLS", "20"))

# One process loads everything once. Each life of the night is a child of its own, on a copy of the register, killed by
# SIGKILL after a while drawn at random; a second child runs the night again, and the state is compared with that of a
# night that nobody disturbed.
NIGHTS = """
import json, os, random, shutil, signal, sys, time
from datetime import date
from pathlib import Path
from mespoints.config.bootstrap import prepare
prepare()
from django.db import connection
from mespoints.register.ledger import append_acts
from mespoints.register.models import Account, Holder, Licence, Movement, NightlyRun, OwedLetter
from mespoints.register.nightly import run_night

folder, kills = Path(sys.argv[1]), int(sys.argv[2])
whole, night, rng = folder / "register.sqlite3", date(2024, 9, 1), random.Random(20)
act = {"act": "offence", "id": "i1", "class": "c3", "points": 1, "committed_on": "2024-01-20",
       "final_on": "2024-03-01", "decided_on": "2024-03-01", "final_by": "paiement"}
holder = Holder.objects.create(family_name="M", given_names=["C"], birth_date="1975-04-02", address=[])
for n in range(150):
    licence = Licence.objects.create(neph=f"{n:012d}", holder=holder, obtained_on=date(1996, 5, 6),
                                     probation="none", territory="metropole", recorded_on=date(2024, 1, 1))
    append_acts(licence, [act], recorded_on=date(2024, 3, 4), source="test")
connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
connection.close()

def state():
    columns = [field.attname for field in Movement._meta.fields]
    return [list(Movement.objects.order_by("pk").values_list(*columns)), list(Account.objects.order_by("pk").values()),
            list(OwedLetter.objects.order_by("pk").values())]

def in_child(path, work):
    pid = os.fork()
    if pid == 0:
        connection.settings_dict["NAME"] = path
        work()
        connection.close()
        os._exit(0)
    return pid

def live(path):
    run_night(night, size=5)

def tell(path):
    path.with_suffix(".state").write_text(json.dumps(state(), default=str))

def copied(name):
    path = folder / f"{name}.sqlite3"
    shutil.copy(whole, path)
    return path

calm = copied("calm")
began = time.monotonic()
os.waitpid(in_child(calm, lambda: live(calm)), 0)
lasts = time.monotonic() - began
os.waitpid(in_child(calm, lambda: tell(calm)), 0)
expected = json.loads(calm.with_suffix(".state").read_text())
cut_short, equal, lives = 0, 0, 0
while cut_short < kills:
    lives += 1
    path = copied(f"kill{lives}")
    pid = in_child(path, lambda: live(path))
    time.sleep(rng.uniform(0, lasts * 0.7))
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    cut_short += os.WIFSIGNALED(status)
    os.waitpid(in_child(path, lambda: (live(path), tell(path))), 0)
    equal += json.loads(path.with_suffix(".state").read_text()) == expected
print(json.dumps({"movements": len(expected[0]), "lives": lives, "equal": equal}))
"""


@pytest.mark.slow
@pytest.mark.own_database
def test_a_night_killed_at_any_moment_ends_as_an_undisturbed_one(tmp_path: Path) -> None:
    """Same movements with the same links, same accounts, same letters, whatever the moment."""
    environment = {**os.environ, "MESPOINTS_DATA": str(begin(tmp_path)), "MESPOINTS_DEMO": "1", "DATABASE_URL": ""}
    command = [sys.executable, "-c", NIGHTS, str(tmp_path), str(KILLS)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)

    assert (450, told["lives"]) == (told["movements"], told["equal"])
