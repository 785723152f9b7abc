"""The commands that invent a register and that take one over."""

import json
import os
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from mespoints.cli.commands import run
from tests.cli.test_service import MESPOINTS, PERSON, environment

ON = "2026-06-30"


def mespoints(folder: Path, *arguments: str, feed: str | None = None) -> "subprocess.CompletedProcess[str]":
    """Run a command on the register of a folder."""
    return subprocess.run(
        [*MESPOINTS, *arguments], capture_output=True, text=True, env=environment(folder), check=False, input=feed
    )


def kept(folder: Path) -> list[tuple[object, ...]]:
    """The accounts of the register of a folder, by file number, with their acts and movements."""
    with sqlite3.connect(folder / "register.sqlite3") as database:
        return database.execute(
            "SELECT neph, balance, ceiling, status, next_on,"
            " (SELECT COUNT(*) FROM register_act a WHERE a.licence_id = l.id),"
            " (SELECT COUNT(*) FROM register_movement m WHERE m.licence_id = l.id)"
            " FROM register_licence l JOIN register_account c ON c.licence_id = l.id ORDER BY neph"
        ).fetchall()


def test_lines_are_written_and_loaded(tmp_path: Path) -> None:
    """To a file or to standard output, then into the register: each line is a licence, known the second time."""
    people = tmp_path / "people.jsonl"
    wanted = ("generate", "--licences", "30", "--seed", "4", "--on", ON)
    written = mespoints(tmp_path, *wanted, "-o", str(people))
    printed = mespoints(tmp_path, *wanted)
    first = mespoints(tmp_path, "load", str(people), "--processes", "2")
    again = mespoints(tmp_path, "load", "-", "--lang", "en", feed=printed.stdout)

    assert (0, "", "") == (written.returncode, written.stdout, written.stderr)
    assert people.read_text(encoding="utf-8") == printed.stdout
    assert 30 == len(printed.stdout.splitlines())
    assert (0, "") == (first.returncode, first.stderr)
    assert first.stdout.startswith("Lignes : 30 ; permis chargés : 30, avec ")
    assert again.stdout.startswith("Lines: 30; licences loaded: 0, with 0 acts; already in the register, left as they")
    assert 30 == len(kept(tmp_path))


def test_refused_lines_are_told(tmp_path: Path) -> None:
    """By their number with their reasons; the others are loaded; status 1."""
    done = mespoints(tmp_path, "load", "-", feed="{\n" + json.dumps(PERSON) + "\n")

    assert 1 == done.returncode
    assert done.stderr.startswith("mespoints: ligne 1 : JSON invalide")
    assert 1 == len(kept(tmp_path))


def test_invented_licences_do_not_enter_a_real_register(tmp_path: Path) -> None:
    """One real licence is enough."""
    mespoints(tmp_path, "load", "-", feed=json.dumps(PERSON))
    done = mespoints(tmp_path, "generate", "--licences", "5", "--load", "--lang", "en")

    assert (2, "") == (done.returncode, done.stdout)
    assert "mespoints generate: this register holds real licences: no invented one enters it\n" == done.stderr
    assert 1 == len(kept(tmp_path))


@pytest.mark.slow
def test_a_load_that_was_killed_goes_on(tmp_path: Path) -> None:
    """Killed on the way, then run to its end: the register is that of an undisturbed load."""
    cut, whole = tmp_path / "cut", tmp_path / "whole"
    command = ("generate", "--licences", "2100", "--seed", "9", "--on", ON, "--load")
    with subprocess.Popen(
        [*MESPOINTS, *command, "--processes", "2"], env=environment(cut), stdout=subprocess.DEVNULL,
        start_new_session=True,
    ) as load:  # fmt: skip
        before = licences(cut)
        while licences(cut) == before and load.poll() is None:
            time.sleep(0.02)
        os.kill(load.pid, signal.SIGKILL)
    done = mespoints(cut, *command, "--processes", "2")
    mespoints(whole, *command, "--processes", "1")

    assert (0, "") == (done.returncode, done.stderr)
    assert 2100 == len(kept(whole))
    assert kept(whole) == kept(cut)


def licences(folder: Path) -> int:
    """How many licences are there, none before the tables are."""
    if not (folder / "register.sqlite3").exists():
        return 0
    with sqlite3.connect(f"file:{folder / 'register.sqlite3'}?mode=ro", uri=True, timeout=20) as database:
        try:
            (count,) = database.execute("SELECT COUNT(*) FROM register_licence").fetchone()
        except sqlite3.OperationalError:
            return 0
    return int(count)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["generate"], "generate : il manque --licences"),
        (["generate", "--licences", "0"], "l'option --licences attend un nombre de 1 à 1000000000, et non « 0 »"),
        (["generate", "--licences", "2", "--seed", "x"], "l'option --seed attend un nombre"),
        (["generate", "--licences", "2", "--on", "2014-12-31"], "un jour à partir du 2015-01-01"),
        (["generate", "--licences", "2", "--load", "-o", "x"], "l'option --output ne va pas avec --load"),
        (["load", "absent.jsonl"], "absent.jsonl : ce fichier n'existe pas"),
        (["load"], "il manque FICHIER"),
    ],
)
@pytest.mark.django_db
def test_what_cannot_be_done_is_told(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The option, what was found, what was expected; status 2."""
    assert run(arguments) == 2
    assert message in capsys.readouterr().err
