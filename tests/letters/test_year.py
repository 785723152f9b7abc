"""A year of invented people sends the letters that an independent count predicts, killed on its way or not.

A hundred licences here; ``MESPOINTS_YEAR`` asks for more (4000: two minutes).
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
LICENCES = int(os.environ.get("MESPOINTS_YEAR", "60"))

# The dispatch of each run is a child, killed by SIGKILL after a while drawn at random, up to three times, then left
# alone. The printing house fetches the batches whenever it passes; what it printed, by the manifests, is compared.
YEAR = """
import json, os, random, shutil, signal, sys, time
from collections import Counter
from datetime import date
from pathlib import Path
from mespoints.config.bootstrap import prepare
prepare()
from django.db import connection
from mespoints.letters.models import Batch, Sending, Step
from mespoints.letters.receipts import take_receipts
from mespoints.letters.spool import MANIFEST
from mespoints.register.models import OwedLetter
from tests.letters import year
from tests.letters.mail import means, run_on

folder, count, kills = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
rng, printed = random.Random(7), Counter()

def fetch():
    for batch in sorted((folder / "spool").glob("2*")):
        for entry in json.loads((batch / MANIFEST).read_text())["letters"]:
            printed[entry["reference"] + " " + entry["kind"]] += 1
        shutil.rmtree(batch)

def in_child(on):
    connection.close()
    pid = os.fork()
    if pid == 0:
        run_on(on.isoformat(), means(folder / "spool"), size=25)
        connection.close()
        os._exit(0)
    return pid

cut_short = 0
def send(on):
    global cut_short
    for _ in range(rng.randrange(kills + 1)):
        pid = in_child(on)
        time.sleep(rng.uniform(0, 0.4))
        os.kill(pid, signal.SIGKILL)
        cut_short += os.WIFSIGNALED(os.waitpid(pid, 0)[1])
        fetch()
    _, status = os.waitpid(in_child(on), 0)
    assert status == 0
    fetch()

def registered():
    rows = Sending.objects.filter(kind__in=year.REGISTERED).select_related("batch")
    yield from rows.values_list("reference", "owed__licence", "batch__written_on")

year.play([*year.open_register(count), *year.open_hard_lives(40 + count // 100)], take_receipts, send, registered)
predicted = year.predicted()
print(json.dumps({
    "missing": sorted((predicted - printed).elements())[:9], "surplus": sorted((printed - predicted).elements())[:9],
    "printed": printed.total(), "kinds": Counter(name.split()[1] for name in printed), "cut_short": cut_short,
    "sendings": Sending.objects.count(), "left": Batch.objects.filter(handed_over=False).count(),
    "outcomes": Counter(Sending.objects.values_list("outcome", flat=True)),
    "held": Counter(Step.objects.filter(kind__in=["stopped", "put_aside", "to_examine"]).values_list("why", flat=True)),
}))
"""


@pytest.mark.slow
@pytest.mark.parametrize("kills", [0, 3], ids=["calm", "killed"])
def test_a_year_sends_what_the_movements_predict(tmp_path: Path, kills: int) -> None:
    """None missing, none in surplus, none twice."""
    environment = {**os.environ, "MESPOINTS_DATA": str(tmp_path), "MESPOINTS_DEMO": "1", "DATABASE_URL": ""}
    command = [sys.executable, "-c", YEAR, str(tmp_path), str(LICENCES), str(kills)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)

    assert ([], []) == (told["missing"], told["surplus"]), told
    assert told["printed"] == told["sendings"] > LICENCES / 10
    assert 0 == told["left"]
    assert kills == 0 or told["cut_short"] > 0
