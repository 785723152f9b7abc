import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mespoints.cli.commands import run
from tests.cli.conftest import DOSSIER

MESPOINTS = [sys.executable, "-c", "from mespoints.cli import main; main()"]
ON = ["--on", "2024-12-01"]

REFUSED_TEXTS = {
    b"": "texte vide",
    b" \n": "texte vide",
    b"{": "JSON invalide, ligne 1, colonne 2",
    b"\xff\xfe{": "UTF-8 invalide",
    b"[" * 100_000: "imbrication",
    b"9" * 5000: "démesurés",
    b'{"format": NaN}': "NaN n'est pas un nombre",
    b'{"format": "dossier/1", "format": "dossier/1"}': "la clé « format » est donnée deux fois",
    b"[]": "trouvé une liste",
    b'{"format": "dossier/2", "licence": {"obtained_on": "2015-06-12"}, "acts": []}': '"dossier/2"',
}  # fmt: skip


def answers(output: str) -> list[dict[str, Any]]:
    """The JSON lines of an output."""
    return [json.loads(line) for line in output.splitlines()]


def test_json_is_the_statement(dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]) -> None:
    """One line of JSON, accents as they are, and exit status 0."""
    status = run(["statement", dossier_file(), *ON, "--json"])
    output = capsys.readouterr().out
    (statement,) = answers(output)

    assert (status, statement["format"], statement["balance"]) == (0, "statement/1", 8)
    assert statement["pending"] == [{"act": "i2", "points": -1, "waits_for": "final"}]
    assert "établie" in output


def test_json_in_english(dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]) -> None:
    """``--lang en`` translates the sentences."""
    run(["statement", dossier_file(), *ON, "--json", "--lang", "en"])

    assert "4 points withdrawn" in answers(capsys.readouterr().out)[0]["movements"][-1]["because"]


def test_the_day_is_today_when_not_given(dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]) -> None:
    """The command line, and it alone, asks the system what day it is."""
    before = time.strftime("%Y-%m-%d")
    status = run(["statement", dossier_file(), "--json"])
    (statement,) = answers(capsys.readouterr().out)

    assert status == 0
    assert before <= statement["on"] <= time.strftime("%Y-%m-%d")


def test_the_strict_reading(dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]) -> None:
    """``--reading strict`` is passed on, with an equals sign as well."""
    run(["statement", dossier_file(), *ON, "--json", "--reading=strict"])

    assert answers(capsys.readouterr().out)[0]["reading"] == "strict"


@pytest.mark.parametrize("raw", REFUSED_TEXTS)
def test_what_is_no_dossier_is_refused(
    raw: bytes, dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 2, the reason on standard error, nothing on standard output."""
    status = run(["statement", dossier_file(raw), *ON, "--json"])
    captured = capsys.readouterr()

    assert (status, captured.out) == (2, "")
    assert REFUSED_TEXTS[raw] in captured.err


IN_ENGLISH = {
    b"": "empty text: a dossier is expected",
    b"{]": "invalid JSON, line 1, column 2",
    b"[]": 'dossier, key “format”: found a list, expected an object whose “format” is "dossier/1".',
    json.dumps(
        {**DOSSIER, "licence": {"obtained_on": "2030-01-01"}}
    ).encode(): "the statement of 2024-12-01 is refused",
}


@pytest.mark.parametrize("raw", IN_ENGLISH)
def test_what_is_refused_is_told_in_english(
    raw: bytes, dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    """With ``--lang en``: on standard error, and in the place of a line."""
    path = dossier_file(raw + b"\n")
    run(["statement", path, *ON, "--lang", "en"])
    said = capsys.readouterr().err
    run(["statement", path, *ON, "--lang", "en", "--lines"])
    (line,) = answers(capsys.readouterr().out)

    assert said.startswith(f"mespoints: {path}: {IN_ENGLISH[raw]}")
    assert [f"mespoints: {path}: {error}" for error in line["errors"]] == said.splitlines()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["statement", "absent.json"], "absent.json: this file does not exist"),
        (["statement", "absent.jsonl", "--lines"], "absent.jsonl: this file does not exist"),
        (["check", "."], ".: this is a folder of the disk, not a file"),
        (["forecast", "\0"], "\0: this file cannot be read (embedded null byte)"),
        (["forecast", "DOSSIER", *ON, "--if", "stage@hier"], 'supposition "stage@hier": found "hier", expected a day'),
        (["check", "DOSSIER"], 'relevé, key “format”: found "dossier/1", expected "releve/1".'),
        (["ics", "DOSSIER", *ON, "--output", "."], ".: this file cannot be written (Is a directory)"),
    ],
)
def test_whatever_reads_a_dossier_refuses_in_english(
    words: list[str], said: str, dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The file itself, what is supposed of it, and a relevé too."""
    status = run([dossier_file() if word == "DOSSIER" else word for word in words] + ["--lang", "en"])
    lines = capsys.readouterr().err.splitlines()

    assert 2 == status
    assert said in lines[0]
    assert all(" : " not in line for line in lines)


def test_every_error_of_a_dossier_is_told(dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]) -> None:
    """One line an error, each with its act, its key, what was found and what was expected."""
    spoiled = {**DOSSIER, "acts": [{"act": "stage", "id": "s", "ended_on": "2024-02-30", "kind": "payant"}]}
    status = run(["statement", dossier_file(spoiled), *ON])
    lines = capsys.readouterr().err.splitlines()

    assert (status, len(lines)) == (2, 2)
    assert 'acts[0] (s), clé « ended_on » : trouvé "2024-02-30"' in lines[0]


def test_a_day_before_the_licence_is_refused(
    dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    """There is no statement before there is a licence."""
    status = run(["statement", dossier_file(), "--on", "2010-01-01"])

    assert status == 2
    assert "2015-06-12" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("path", "words"),
    [("absent.json", "ce fichier n'existe pas"), (".", "pas un fichier"), ("\0", "ne peut pas être lu")],
)
def test_a_file_that_cannot_be_read(path: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The path and the reason, no traceback."""
    status = run(["statement", path, *ON])

    assert status == 2
    assert words in capsys.readouterr().err


def test_a_byte_order_mark_is_forgiven(dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]) -> None:
    """Some editors write one before the JSON."""
    status = run(["statement", dossier_file(b"\xef\xbb\xbf" + json.dumps(DOSSIER).encode()), *ON, "--json"])

    assert status == 0


def test_lines_answer_in_order(dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]) -> None:
    """A refused line, blank ones included, has its refusal in its place; status 1."""
    good = json.dumps(DOSSIER).encode()
    status = run(["statement", dossier_file(b"\n".join([good, b"", b"\xff", b"[1]", good])), *ON, "--lines"])
    told = answers(capsys.readouterr().out)

    assert status == 1
    assert [one["format"] for one in told] == ["statement/1", *["refusal/1"] * 3, "statement/1"]
    assert [one["line"] for one in told[1:4]] == [2, 3, 4]
    assert all(isinstance(error, str) for one in told[1:4] for error in one["errors"])


def test_lines_all_good(dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]) -> None:
    """Status 0; a last line without its end, or with that of Windows, counts once."""
    good = json.dumps(DOSSIER).encode()
    status = run(["statement", dossier_file(good + b"\r\n" + good), *ON, "--lines", "--json"])

    assert (status, len(answers(capsys.readouterr().out))) == (0, 2)


def test_lines_of_a_missing_file(capsys: pytest.CaptureFixture[str]) -> None:
    """The file itself may be refused."""
    assert run(["statement", "absent.jsonl", "--lines"]) == 2
    assert "n'existe pas" in capsys.readouterr().err


@pytest.mark.parametrize("form", [["--json"], ["--lines"], []])
def test_a_full_disk_is_told(dossier_file: Callable[..., str], form: list[str]) -> None:
    """It is the answer that finds no place: the file that was read is not accused."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*MESPOINTS, "statement", dossier_file(DOSSIER), *ON, *form], stdout=full, stderr=subprocess.PIPE,
            check=False,
        )  # fmt: skip

    assert (74, "mespoints: plus de place pour écrire la réponse, qui n'est pas entière\n") == (
        done.returncode, done.stderr.decode(),
    )  # fmt: skip


def test_standard_input_is_answered_line_by_line() -> None:
    """Each answer comes before the next line is written."""
    with subprocess.Popen(
        [*MESPOINTS, "statement", "-", *ON, "--lines"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        for line in (json.dumps(DOSSIER).encode(), b"{"):
            program.stdin.write(line + b"\n")
            program.stdin.flush()
            assert program.stdout.readline().startswith(b'{"format": ')
        program.stdin.close()
        status = program.wait(timeout=10)

    assert status == 1


def test_whole_program_on_standard_input() -> None:
    """``-`` reads the dossier from standard input; UTF-8 comes out whatever the locale."""
    done = subprocess.run(
        [*MESPOINTS, "statement", "-", *ON, "--json"], input=json.dumps(DOSSIER).encode(), capture_output=True,
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, b"")
    assert "établie" in done.stdout.decode()


def test_a_broken_pipe_is_quiet(tmp_path: Path) -> None:
    """Whoever reads may stop reading: no traceback, no message."""
    many = tmp_path / "many.jsonl"
    many.write_text((json.dumps(DOSSIER) + "\n") * 2000, encoding="utf-8")
    with subprocess.Popen(
        [*MESPOINTS, "statement", str(many), *ON, "--lines"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.readline()
        program.stdout.close()
        said = program.stderr.read()
        status = program.wait(timeout=20)

    assert (status, said) == (141, b"")
