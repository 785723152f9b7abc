"""``mespoints nightly``, as a process."""

import json
import subprocess
from pathlib import Path

from tests.cli.test_service import MESPOINTS, PERSON, environment


def run(folder: Path, *arguments: str, feed: str = "", **variables: str) -> "subprocess.CompletedProcess[str]":
    """One command on a register of its own."""
    return subprocess.run(
        [*MESPOINTS, *arguments], input=feed, capture_output=True, text=True, check=False,
        env={**environment(folder), **variables},
    )  # fmt: skip


def test_a_night_is_told_in_words_and_in_json(tmp_path: Path) -> None:
    """Four points that come back two years later; run again, the same night finds nothing."""
    run(tmp_path, "intake", "-", feed=json.dumps(PERSON), MESPOINTS_TODAY="2024-03-04")
    night = run(tmp_path, "nightly", "--on", "2027-02-15", "--json")
    again = run(tmp_path, "nightly", "--on", "2027-02-15", "--lang", "en")
    told = json.loads(night.stdout)
    seconds = told.pop("seconds")

    assert 0 < seconds < 60
    assert {
        "format": "nightly/1", "on": "2027-02-15", "licences": 1, "movements": {"full_restoration": 1},
        "letters": {"46": 1}, "refused": [], "firms": {"drivers": 0, "changes": 0, "ended": 0},
    } == told  # fmt: skip
    assert again.stdout.startswith("Night of 2027-02-15: licences looked at: 0; movements: 0; letters owed: 0;")
    assert (0, 0, "", "") == (night.returncode, again.returncode, night.stderr, again.stderr)


def test_a_day_to_come_is_refused_outside_the_demonstration(tmp_path: Path) -> None:
    """What is posted is never taken back; a day that is none is refused too."""
    secrets = dict.fromkeys(("MESPOINTS_SECRET_KEY", "MESPOINTS_PSEUDONYM_KEY"), "k" * 40)
    future = run(
        tmp_path, "nightly", "--on", "2199-01-01", MESPOINTS_DEMO="0", MESPOINTS_ALLOWED_HOSTS="localhost", **secrets
    )
    no_day = run(tmp_path, "nightly", "--on", "2024-13-01")

    assert (2, 2) == (future.returncode, no_day.returncode)
    assert "l'option --on attend un jour venu" in future.stderr
    assert "un jour écrit AAAA-MM-JJ" in no_day.stderr
    assert "Traceback" not in future.stderr + no_day.stderr
