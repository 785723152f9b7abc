"""An intake that is killed at any moment: run again, it goes on, and the register is that of an undisturbed one.

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

# One process loads everything once. Each intake is a child of its own, on a copy of the register, killed by SIGKILL
# after a while drawn at random, again and again until it ends; the state is then compared with that of an intake that
# nobody disturbed. Salts are drawn at random: acts are compared without what depends on them.
INTAKES = """
import io, json, os, random, shutil, signal, sys, time
from datetime import date
from pathlib import Path
from mespoints.config.bootstrap import prepare
prepare()
from django.db import connection
from mespoints.intake import taking
from mespoints.intake.files import take_in
from mespoints.intake.models import FeedFile, FeedLine
from mespoints.intake.samples import sample_files
from mespoints.register.models import Account, Act, Delivery, Movement, OwedLetter
from mespoints.register.verification import verify

taking.BATCH = 20
folder, kills = Path(sys.argv[1]), int(sys.argv[2])
day, rng = date(2026, 7, 1), random.Random(20)
files = dict(sample_files(5, 400))
order = ["antai.jsonl", "people.jsonl", "prefecture.csv", "take_over.jsonl", "parquet.csv", "stages.jsonl", "post.csv"]
whole = folder / "register.sqlite3"
connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
connection.close()

def state():
    acts = [(*act, body) for *act, body in Act.objects.order_by("pk").values_list(
        "licence__neph", "sequence", "kind", "act_id", "version", "on", "recorded_on", "source", "reference",
        "payload__body")]
    moved = list(Movement.objects.order_by("pk").values_list(
        "licence__neph", "sequence", "act__act_id", "on", "cause", "points", "signed_balance", "letter", "posted_on"))
    lines = list(FeedLine.objects.order_by("pk").values_list(
        "file__name", "number", "fate", "waits_for", "reasons", "digest", "neph"))
    files = list(FeedFile.objects.order_by("pk").values())
    letters = list(OwedLetter.objects.order_by("pk").values())
    accounts = list(Account.objects.order_by("pk").values())
    return [acts, moved, lines, files, letters, accounts, list(Delivery.objects.order_by("pk").values())]

def in_child(path, work):
    pid = os.fork()
    if pid == 0:
        connection.settings_dict["NAME"] = path
        work()
        connection.close()
        os._exit(0)
    return pid

def live():
    for name in order:
        take_in(io.BytesIO(files[name].encode()), name, recorded_on=day)

def tell(path):
    broken = verify().broken
    path.with_suffix(".state").write_text(json.dumps([state(), str(broken or "")], default=str))

def copied(name):
    path = folder / f"{name}.sqlite3"
    shutil.copy(whole, path)
    return path

calm = copied("calm")
began = time.monotonic()
os.waitpid(in_child(calm, live), 0)
lasts = time.monotonic() - began
os.waitpid(in_child(calm, lambda: tell(calm)), 0)
expected, faults = json.loads(calm.with_suffix(".state").read_text())
cut_short, equal, lives, clean = 0, 0, 0, not faults
while cut_short < kills:
    lives += 1
    path, ended = copied(f"kill{lives}"), False
    while not ended:
        pid = in_child(path, live)
        time.sleep(rng.uniform(0, lasts * 0.7))
        os.kill(pid, signal.SIGKILL)
        ended = not os.WIFSIGNALED(os.waitpid(pid, 0)[1])
        cut_short += not ended
        if cut_short >= kills and not ended:
            os.waitpid(in_child(path, live), 0)
            ended = True
    os.waitpid(in_child(path, lambda: tell(path)), 0)
    found, faults = json.loads(path.with_suffix(".state").read_text())
    equal, clean = equal + (found == expected), clean and not faults
print(json.dumps({"acts": len(expected[0]), "letters": len(expected[4]), "lives": lives, "equal": equal,
                  "clean": clean}))
"""


@pytest.mark.slow
@pytest.mark.own_database
def test_an_intake_killed_at_any_moment_ends_as_an_undisturbed_one(tmp_path: Path) -> None:
    """Same acts, movements, accounts, letters and fates, and the chain of every licence holds."""
    environment = {**os.environ, "MESPOINTS_DATA": str(begin(tmp_path)), "MESPOINTS_DEMO": "1", "DATABASE_URL": ""}
    command = [sys.executable, "-c", INTAKES, str(tmp_path), str(KILLS)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)

    assert told["acts"] > 200
    assert told["letters"] > 20
    assert (told["lives"], True) == (told["equal"], told["clean"])
