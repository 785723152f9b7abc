"""``mespoints intake``, ``feeds``, ``replay`` and ``samples``, as an operator runs them."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from mespoints.cli.commands import run
from tests.cli.test_service import MESPOINTS, environment
from tests.intake.feeding import line, offence, opening


def mespoints(folder: Path, *arguments: str, text: str = "") -> "subprocess.CompletedProcess[str]":
    """Run a command on the register of this folder, as of a day that does not move."""
    return subprocess.run(
        [*MESPOINTS, *arguments], input=text, capture_output=True, text=True, check=False,
        env={**environment(folder), "MESPOINTS_TODAY": "2026-07-01"},
    )  # fmt: skip


def feed(folder: Path, name: str, *lines: dict[str, Any] | str) -> str:
    """Write a file of JSON lines."""
    path = folder / name
    path.write_text("".join((one if isinstance(one, str) else json.dumps(one)) + "\n" for one in lines), "utf-8")
    return str(path)


def test_what_waits_is_shown_then_taken_when_its_licence_comes(tmp_path: Path) -> None:
    """An operator sees the files, pages through the fates, and has nothing to do."""
    late = {**offence("i2"), "committed_on": "2030-01-01"}
    first = mespoints(tmp_path, "intake", feed(tmp_path, "antai.jsonl", offence("i1"), late))
    shown = mespoints(tmp_path, "feeds", "show", "1", "--fate", "waiting", "--lang", "en")
    second = mespoints(tmp_path, "intake", "-", "--json", text=json.dumps(opening()) + "\n")
    files = json.loads(mespoints(tmp_path, "feeds", "--json").stdout)
    lines = json.loads(mespoints(tmp_path, "feeds", "show", "1", "--json").stdout)

    assert (1, "Lignes acceptées : 0 ; déjà connues : 0 ; refusées : 1 ; en attente : 1.\n") == (
        first.returncode, first.stdout,
    )  # fmt: skip
    assert first.stderr.startswith("mespoints: ligne 2 : ligne, clé « committed_on » : trouvé 2030-01-01")
    assert "line 1, NEPH 000000000001 : waiting\n    NEPH inconnu du registre" in shown.stdout
    assert (0, "prefecture/1", 1) == (
        second.returncode,
        *[json.loads(second.stdout)[key] for key in ("feed", "accepted")],
    )
    assert ["-", "antai.jsonl"] == [file["name"] for file in files["files"]]
    assert [("accepted", None), ("refused", None)] == [(one["fate"], one["waits_for"]) for one in lines["lines"]]


def test_refused_lines_are_replayed_once_their_cause_is_gone(tmp_path: Path) -> None:
    """A payment dated before its offence by a wrong file; the status says whether some are still refused."""
    mespoints(tmp_path, "intake", feed(tmp_path, "prefecture.jsonl", opening()))
    paid = line("antai", "paid", "p1", offence="i1", on="2026-07-02")
    refused = mespoints(tmp_path, "intake", feed(tmp_path, "antai.jsonl", offence("i1"), paid))
    again = mespoints(tmp_path, "replay")
    day_after = subprocess.run(
        [*MESPOINTS, "replay", "2", "--json"], capture_output=True, text=True, check=False,
        env={**environment(tmp_path), "MESPOINTS_TODAY": "2026-07-02"},
    )  # fmt: skip

    assert (1, 1) == (refused.returncode, again.returncode)
    assert "Lignes acceptées : 0 ; déjà connues : 0 ; refusées : 1.\n" == again.stdout
    assert {"format": "replay/1", "accepted": 1, "known": 0, "refused": 0, "waiting": 0} == json.loads(day_after.stdout)


def test_samples_are_written_and_taken(tmp_path: Path) -> None:
    """A file of each format in both forms; how far an intake has come is told when it is asked."""
    written = mespoints(tmp_path, "samples", str(tmp_path / "samples"), "--seed", "3", "--lines", "60")
    names = [Path(path).name for path in written.stdout.split()]
    taken = mespoints(tmp_path, "intake", str(tmp_path / "samples" / "take_over.csv"), "--progress")
    sent = len((tmp_path / "samples" / "take_over.jsonl").read_text("utf-8").splitlines())

    assert ["people.jsonl", "antai.jsonl", "antai.csv"] == names[:3]
    assert (0, f"Lignes acceptées : {sent} ; déjà connues : 0 ; refusées : 0.\n") == (taken.returncode, taken.stdout)
    assert f"{sent} (100%) " in taken.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["feeds", "show"], "feeds attend « show FICHIER » ou rien"),
        (["feeds", "12"], "feeds attend « show FICHIER » ou rien"),
        (["feeds", "show", "x"], "feeds attend le numéro d'un fichier"),
        (["feeds", "--fate", "refused"], "l'option --fate ne va qu'avec « show »"),
        (["feeds", "--page", "0"], "l'option --page attend un nombre à partir de 1"),
        (["feeds", "--page", "0", "--lang", "en"], "option --page expects a number from 1"),
        (["feeds", "show", "1", "--fate", "lost"], "l'option --fate attend accepted, known, refused, waiting"),
        (["replay", "1", "2"], "replay attend le numéro d'un fichier"),
        (["replay", "--fate", "known"], "l'option --fate attend refused, waiting"),
        (["samples"], "il manque REPERTOIRE (un dossier où écrire)"),
        (["samples", "x", "--seed", "-1"], "l'option --seed attend un nombre entier de 0 à 10000000"),
    ],
)
def test_what_is_not_understood_is_named(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, and what was expected."""
    status = run(arguments)

    assert 2 == status
    assert words in capsys.readouterr().err


def test_a_file_in_no_known_format_is_refused_whole(tmp_path: Path) -> None:
    """Status 2, the formats that exist, and nothing kept."""
    refused = mespoints(tmp_path, "intake", feed(tmp_path, "x.jsonl", {"format": "antai/7"}))
    files = mespoints(tmp_path, "feeds")
    absent = mespoints(tmp_path, "feeds", "show", "1")

    assert 2 == refused.returncode
    assert 'mespoints intake: x.jsonl : format : trouvé "antai/7", attendu l\'un de ces formats' in refused.stderr
    assert (1, "Aucun fichier.\n") == (files.returncode, files.stdout)
    assert (2, "mespoints feeds: aucun fichier n'a le numéro 1\n") == (absent.returncode, absent.stderr)
