import gc
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from mespoints.cli.commands import run
from mespoints.cli.service import RARELY, load_pages
from tests.cli.conftest import DOSSIER
from tests.conftest import CAMILLE
from tests.registers import begin

MESPOINTS = [sys.executable, "-c", "import sys; from mespoints.cli import main; sys.exit(main())"]
PERSON = {
    "format": "intake/1",
    "holder": CAMILLE,
    "categories": [{"category": "B", "from": "2015-06-12"}],
    "dossier": DOSSIER,
}


def environment(folder: Path) -> dict[str, str]:
    """A demonstration's settings, with a register of its own, empty the first time."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MESPOINTS_", "DATABASE_"))}
    return {**kept, "MESPOINTS_DEMO": "1", "MESPOINTS_DATA": str(begin(folder))}


def test_intake_takes_good_lines_and_refuses_the_others(tmp_path: Path) -> None:
    """The good line is taken, the bad one named with its reason, status 1; taken again, it is known."""
    feed = tmp_path / "people.jsonl"
    feed.write_text(json.dumps(PERSON) + "\n{\n", encoding="utf-8")
    intake = [*MESPOINTS, "intake", str(feed)]
    first = subprocess.run(intake, capture_output=True, text=True, env=environment(tmp_path), check=False)
    again = subprocess.run(
        [*MESPOINTS, "intake", "-", "--lang", "en"], input=json.dumps(PERSON), capture_output=True, text=True,
        env=environment(tmp_path), check=False,
    )  # fmt: skip

    assert (first.returncode, first.stdout) == (1, "Lignes acceptées : 1 ; déjà connues : 0 ; refusées : 1.\n")
    assert first.stderr.startswith("mespoints: ligne 2 : JSON invalide")
    assert (again.returncode, again.stdout) == (0, "Lines accepted: 0; already known: 1; refused: 0.\n")


def test_serve_answers_whatever_becomes_of_a_worker_and_stops(tmp_path: Path) -> None:
    """It says where it listens; of its two processes one is killed, and another takes its place; it ends quietly."""
    with subprocess.Popen(
        [*MESPOINTS, "serve", "--port", "0", "--proxy", "127.0.0.1", "--processes", "2"], stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, env=environment(tmp_path),
    ) as service:  # fmt: skip
        assert service.stdout is not None
        address = service.stdout.readline().strip()
        try:
            before = workers_of(service.pid, but=set())
            os.kill(min(before), signal.SIGKILL)
            after = workers_of(service.pid, but={min(before)})
            statuses = [status_of(address) for _ in range(4)]
        finally:
            service.send_signal(signal.SIGTERM)
        _, errors = service.communicate(timeout=20)

    assert address.startswith("http://127.0.0.1:")
    assert ([200] * 4, 0, "") == (statuses, service.returncode, errors)
    assert max(before) in after


def workers_of(parent: int, *, but: set[int]) -> set[int]:
    """Two children of a process, none of those that died."""
    for _ in range(200):
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
        if len(found := {int(child) for child in children} - but) == 2:
            return found
        time.sleep(0.05)
    raise AssertionError(f"{parent} has not two children")


def status_of(address: str) -> int:
    """The status of an answer."""
    with urlopen(address, timeout=20) as answer:  # noqa: S310
        return int(answer.status)


@pytest.mark.parametrize("command", ["serve", "intake"])
def test_settings_that_cannot_be_right_are_named(command: str, tmp_path: Path) -> None:
    """Without its secrets the service does not start; the message names the variable, without a traceback."""
    feed = tmp_path / "empty.jsonl"
    feed.write_text("")
    arguments = [command, str(feed)] if command == "intake" else [command, "--port", "0"]
    done = subprocess.run(
        [*MESPOINTS, *arguments], capture_output=True, text=True, check=False,
        env={**environment(tmp_path), "MESPOINTS_DEMO": "0"},
    )  # fmt: skip

    assert done.returncode == 2
    assert done.stderr.startswith(f"mespoints {command}: MESPOINTS_SECRET_KEY")
    assert "Traceback" not in done.stderr


def test_a_feed_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    """The file is named; nothing is opened."""
    assert run(["intake", "absent.jsonl"]) == 2
    assert "absent.jsonl : ce fichier n'existe pas" in capsys.readouterr().err


def test_a_taken_port_is_told(tmp_path: Path) -> None:
    """An address that cannot be listened on is named with the reason."""
    done = subprocess.run(
        [*MESPOINTS, "serve", "--host", "192.0.2.1"],
        capture_output=True,
        text=True,
        env=environment(tmp_path),
        check=False,
    )

    assert done.returncode == 2
    assert done.stderr.startswith("mespoints serve: 192.0.2.1:8000")


def test_what_answers_is_loaded_once_and_looked_at_by_no_collection() -> None:
    """Pages loaded before processes are forked are frozen, and the collector comes less often than by default."""
    before = gc.get_threshold()
    try:
        load_pages()
        frozen, threshold = gc.get_freeze_count(), gc.get_threshold()
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)

    assert "mespoints.portal.urls" in sys.modules
    assert frozen > 100_000
    assert RARELY == threshold
