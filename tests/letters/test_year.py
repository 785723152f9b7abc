"""A year of invented people sends the letters that an independent count predicts, killed on its way or not.

Sixty licences here; ``make year`` plays it with a hundred thousand, and shows how far it is.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.registers import begin

ROOT = Path(__file__).parent.parent.parent
LICENCES = int(os.environ.get("MESPOINTS_YEAR", "60"))
KILLS_A_RUN = 3 if "MESPOINTS_YEAR" in os.environ else 1
"""At most; there are two runs a month."""


@pytest.mark.slow
@pytest.mark.parametrize("kills", [0, KILLS_A_RUN], ids=["calm", "killed"])
def test_a_year_sends_what_the_movements_predict(tmp_path: Path, kills: int) -> None:
    """None missing, none in surplus, none twice."""
    environment = {**os.environ, "MESPOINTS_DATA": str(begin(tmp_path)), "MESPOINTS_DEMO": "1", "DATABASE_URL": ""}
    command = [sys.executable, "-m", "tests.letters.play_year", str(tmp_path), str(LICENCES), str(kills)]
    watched = None if LICENCES > 1000 else subprocess.PIPE  # progress: pytest -s shows it
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, stderr=watched, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)

    assert ([], []) == (told["missing"], told["surplus"]), told
    assert told["printed"] == told["sendings"] > LICENCES / 10
    assert 0 == told["left"]
    assert kills == 0 or told["cut_short"] > 0
