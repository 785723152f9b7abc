"""``mespoints dispatch``, as a process."""

import json
from datetime import date
from pathlib import Path

import pytest

from mespoints.cli.dispatch import LINES
from tests.cli.test_nightly import run
from tests.cli.test_service import PERSON

SECRETS = {
    "MESPOINTS_SECRET_KEY": "s" * 40,
    "MESPOINTS_PSEUDONYM_KEY": "p" * 40,
    "MESPOINTS_ALLOWED_HOSTS": "localhost",
}

WITHDRAWAL = {
    "act": "offence", "id": "i1", "natinf": "11302", "committed_on": "2024-01-20", "final_on": "2024-02-15",
    "final_by": "paiement", "place": "Nantes", "source": "interception",
}  # fmt: skip


def fed(tmp_path: Path) -> Path:
    """A folder whose register holds one person with one withdrawal."""
    dossier = {**PERSON["dossier"], "acts": [WITHDRAWAL]}
    line = tmp_path / "people.jsonl"
    line.write_text(json.dumps({**PERSON, "dossier": dossier}), encoding="utf-8")
    taken = run(tmp_path, "intake", str(line))
    assert taken.returncode == 0, taken.stderr
    return tmp_path


def test_the_mail_leaves_once(tmp_path: Path) -> None:
    """A batch in the spool, a report that counts, and nothing the second time."""
    folder = fed(tmp_path)
    spool = folder / "printing"
    first = run(folder, "dispatch", "--spool", str(spool), "--json")
    again = run(folder, "dispatch", "--spool", str(spool))
    told = json.loads(first.stdout)
    batches = [path for path in spool.iterdir() if not path.name.startswith(".")]

    assert (0, "") == (first.returncode, first.stderr)
    assert "dispatch/1" == told["format"]
    assert 1 == told["batches"] == len(batches)
    assert told["sent"].keys() & {"48", "46"}
    assert sum(told["sent"].values()) == len(list(batches[0].glob("*.pdf")))
    assert told["production_on"] >= told["on"] >= date(2024, 1, 1).isoformat()
    assert 0 == again.returncode
    assert again.stdout.startswith("Courrier du ")
    assert "plis : 0 ; lots : 0 ;" in again.stdout


@pytest.mark.parametrize(("language", "expected"), [("fr", "plis : 3 ; lots : 1 ;"), ("en", "letters: 3; batches: 1;")])
def test_a_single_batch_is_told_like_many(language: str, expected: str) -> None:
    """A count follows its name, as the others of the report do: nothing to put in the plural."""
    names = ("on", "production_on", "deposited", "alerts", "stopped", "put_aside", "events", "outcomes", "seconds")
    line = LINES[language].format(sent=3, batches=1, **dict.fromkeys(names, 0))

    assert expected in line


def test_a_carrier_that_does_not_answer_is_told(tmp_path: Path) -> None:
    """The batch stays in the spool, once the settings' patience is over; the exit status says so."""
    folder = fed(tmp_path)
    nobody = {
        "MESPOINTS_POST_ADDRESS": "http://127.0.0.1:9", "MESPOINTS_POST_TOKEN": "t", "MESPOINTS_POST_PATIENCE": "1",
    }  # fmt: skip
    done = run(folder, "dispatch", "--lang", "en", **nobody)

    assert 1 == done.returncode
    assert "batches left in the spool, for the next run to hand over: 1 (" in done.stderr
    assert 1 == len(list((folder / "spool" / ".writing").iterdir()))


def test_without_a_sender_nothing_is_sent(tmp_path: Path) -> None:
    """A demonstration has one of its own; a service says who signs."""
    done = run(tmp_path, "dispatch", MESPOINTS_DEMO="0", **SECRETS)

    assert (2, "") == (done.returncode, done.stdout)
    assert "MESPOINTS_SENDER" in done.stderr


def test_what_the_settings_cannot_mean_is_refused(tmp_path: Path) -> None:
    """An hour that is none, a carrier in clear, a day that has not come."""
    hour = run(tmp_path, "dispatch", MESPOINTS_POST_CLOSES="16h")
    in_clear = run(tmp_path, "dispatch", MESPOINTS_POST_ADDRESS="http://post.example.org", MESPOINTS_POST_TOKEN="t")
    to_come = run(tmp_path, "dispatch", "--on", "2999-01-01", MESPOINTS_DEMO="0", **SECRETS)

    assert {2} == {hour.returncode, in_clear.returncode, to_come.returncode}
    assert "MESPOINTS_POST_CLOSES" in hour.stderr
    assert "MESPOINTS_POST_ADDRESS" in in_clear.stderr
    assert "2999-01-01" in to_come.stderr
