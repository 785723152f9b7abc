"""``mespoints seal``, ``verify`` and ``rebuild``, as an operator runs them."""

import json
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest

from mespoints.cli.broken_words import PLACES, broken_words
from mespoints.register.broken import Broken
from tests.cli.test_service import MESPOINTS, PERSON, environment

Done = subprocess.CompletedProcess[str]


def run(folder: Path, *arguments: str, **more: str) -> Done:
    """Run a command on the register of this folder, on a day of 2026."""
    settings = {**environment(folder), "MESPOINTS_TODAY": "2026-11-22", **more}
    return subprocess.run([*MESPOINTS, *arguments], capture_output=True, text=True, env=settings, check=False)


@pytest.fixture(scope="module")
def taken_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of one person, taken in once for all the tests."""
    folder = tmp_path_factory.mktemp("taken_in")
    feed = folder / "people.jsonl"
    feed.write_text(json.dumps(PERSON) + "\n", encoding="utf-8")
    assert run(folder, "intake", str(feed)).returncode == 0
    return folder / "register.sqlite3"


@pytest.fixture
def folder(tmp_path: Path, taken_in: Path) -> Path:
    """The same register, for one test."""
    shutil.copy(taken_in, tmp_path)
    return tmp_path


def test_the_day_is_sealed_once(folder: Path) -> None:
    """The line is printed and added to the file; again, it is the same, and nothing is added."""
    path = folder / "seals.jsonl"
    first = run(folder, "seal", "-o", str(path))
    again = run(folder, "seal", MESPOINTS_SEALS=str(path))
    seal = json.loads(first.stdout)

    assert (0, 0, "") == (first.returncode, again.returncode, first.stderr)
    assert first.stdout == again.stdout == path.read_text(encoding="utf-8")
    assert ("seal/1", 1, "2026-11-22", 2) == (seal["format"], seal["number"], seal["sealed_on"], seal["acts"])


def test_a_sound_register_is_told_so(folder: Path) -> None:
    """Status 0, in words or as verify/1, and in English."""
    path = folder / "seals.jsonl"
    run(folder, "seal", "-o", str(path))
    told = run(folder, "verify", "--seals", str(path), "--lang", "en")
    document = json.loads(run(folder, "verify", "--json").stdout)

    assert (0, "") == (told.returncode, told.stderr)
    assert "Licences: 1; acts: 2 (erased: 0);" in told.stdout
    assert told.stdout.endswith("The register is whole.\n")
    assert ("verify/1", 1, 0, None) == tuple(document[key] for key in ("format", "seals", "unsealed", "broken"))


def test_a_broken_register_is_told_so(folder: Path) -> None:
    """Status 1, the place by the number of the licence, what stands there, what should; no file number."""
    with sqlite3.connect(folder / "register.sqlite3") as database:
        database.execute("DROP TRIGGER register_act_no_update")
        database.execute("UPDATE register_act SET source = 'forged' WHERE sequence = 2")
    told = run(folder, "verify")
    document = json.loads(run(folder, "verify", "--json").stdout)

    assert 1 == told.returncode
    assert "Première rupture : permis n° 1, acte 2, maillon : trouvé " in told.stdout
    assert PERSON["dossier"]["licence"]["neph"] not in told.stdout + json.dumps(document)
    assert (1, "act", 2, "link") == tuple(document["broken"][key] for key in ("licence", "what", "sequence", "point"))


def test_the_seal_refuses_a_file_of_another_register(folder: Path) -> None:
    """Status 1; the file is left as it is."""
    path = folder / "seals.jsonl"
    path.write_text("{}\n", encoding="utf-8")
    done = run(folder, "seal", "-o", str(path))

    assert (1, "") == (done.returncode, done.stdout)
    assert "mespoints seal: fichier des sceaux, ligne 1 : trouvé '{}', attendu " in done.stderr
    assert "{}\n" == path.read_text(encoding="utf-8")


def test_files_that_cannot_be_used_are_named(folder: Path) -> None:
    """No file at all, a folder, a file that is not there: status 2, no traceback."""
    nowhere = run(folder, "seal")
    a_folder = run(folder, "seal", "-o", str(folder))
    absent = run(folder, "verify", "--seals", str(folder / "absent"))

    assert [2, 2, 2] == [nowhere.returncode, a_folder.returncode, absent.returncode]
    assert "MESPOINTS_SEALS" in nowhere.stderr
    assert str(folder) in a_folder.stderr
    assert f"mespoints verify: {folder / 'absent'} : " in absent.stderr
    assert "Traceback" not in nowhere.stderr + a_folder.stderr + absent.stderr


def test_accounts_are_made_again(folder: Path) -> None:
    """Those that differed are counted; the register is then whole again."""
    with sqlite3.connect(folder / "register.sqlite3") as database:
        database.execute("UPDATE register_account SET balance = 1")
    broken = run(folder, "verify").returncode
    first, again = run(folder, "rebuild"), run(folder, "rebuild", "--on", "2026-11-22", "--lang", "en")

    assert 1 == broken
    assert "Comptes refaits : 1 ; différents de ce qu'ils étaient : 1.\n" == first.stdout
    assert "Accounts made again: 1; different from what they were: 0.\n" == again.stdout
    assert 0 == run(folder, "verify").returncode


@pytest.mark.parametrize("what", PLACES)
def test_every_place_has_its_words(what: str) -> None:
    """In both languages; nothing is said to be found where nothing is."""
    broken = Broken(3, what, 2, "link", "absent", "abc")

    assert "trouvé rien, attendu abc.\n" in broken_words(broken, "fr")
    assert "found nothing, expected abc.\n" in broken_words(broken, "en")
