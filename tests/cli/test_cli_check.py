import json
import re
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from mespoints.cli.check import check_text
from mespoints.cli.commands import run
from mespoints.cli.terminal import Page
from mespoints.law.check import check_releve
from mespoints.law.releve import read_releve
from tests.law.releves import releve_document

MESPOINTS = [sys.executable, "-c", "from mespoints.cli import main; main()"]
PLAIN = Page(width=80, has_colour=False, is_plain=False, language="fr")

START = ("1996-05-06", 12, 12)
GIVEN = (START, ("2024-01-20", -1, 11, "a"), ("2024-02-15", -1, 10, "b"), ("2024-07-20", 1, 11), ("2024-08-15", 1, 12))
FORGOTTEN = (*GIVEN[:3], ("2024-08-15", 1, 11))
BY_REGISTER = (START, ("2024-01-10", -1, 11), ("2024-07-10", 1, 12), ("2024-08-01", -2, 10))


def faithful() -> dict[str, Any]:
    """The case GC-40 as the law has it."""
    return releve_document("GC-40", "2024-09-01", *GIVEN, balance=12)


def forgetful() -> dict[str, Any]:
    """The same without the first point that came back."""
    return releve_document("GC-40", "2024-09-01", *FORGOTTEN, balance=11)


def by_register() -> dict[str, Any]:
    """The case GC-41: the two readings of doubt D2 part, and the register's is shown."""
    return releve_document("GC-41a", "2024-08-01", *BY_REGISTER, balance=10)


def lines_of(document: dict[str, Any], page: Page = PLAIN) -> list[str]:
    """The lines of the text of a check."""
    releve = read_releve(document)
    return check_text(check_releve(releve), releve.dossier, page)


@pytest.mark.parametrize(("make", "expected"), [(faithful, 0), (forgetful, 1), (by_register, 0)])
@pytest.mark.parametrize("option", [[], ["--json"], ["--lang", "en"]])
def test_the_exit_status_says_whether_a_reading_agrees(
    make: Callable[[], dict[str, Any]],
    expected: int,
    option: list[str],
    dossier_file: Callable[..., str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """0 when one of the two agrees wholly, 1 when neither does; nothing on standard error."""
    status = run(["check", dossier_file(make()), *option])
    captured = capsys.readouterr()

    assert (status, captured.err) == (expected, "")
    assert captured.out.endswith("\n")


def test_check_as_json(dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]) -> None:
    """``check/1``: both readings, each difference with both movements, both sums, the articles and the sentence."""
    run(["check", dossier_file(forgetful()), "--json"])
    check = json.loads(capsys.readouterr().out)
    (difference,) = check["readings"][0]["differences"]

    assert {key: check[key] for key in ("format", "on", "balance", "agrees_with")} == {
        "format": "check/1", "on": "2024-09-01", "balance": 11, "agrees_with": [],
    }  # fmt: skip
    assert [(one["reading"], one["balance"]) for one in check["readings"]] == [("registered", 12), ("strict", 12)]
    assert difference.pop("sentence").startswith("Le 20 juillet 2024, la loi rend 1 point (art. L. 223-6, al. 3)")
    assert difference.pop("because").startswith("Ce point revient le 20 juillet 2024")
    assert difference.pop("law")["cause"] == "one_point"
    assert difference == {
        "kind": "not_shown", "on": "2024-07-20", "releve": None, "law_balance": 11, "releve_balance": 10,
        "articles": ["L223-6"],
    }  # fmt: skip


def test_a_movement_shown_is_given_back_as_it_was(
    dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    """What the relevé said of it, beside what the law says."""
    document = releve_document("GC-40", "2024-02-01", START, ("2024-01-20", -2, 10, "a"), balance=10)
    run(["check", dossier_file(document), "--json", "--lang", "en"])
    (difference,) = json.loads(capsys.readouterr().out)["readings"][1]["differences"]

    assert difference["releve"] == {"on": "2024-01-20", "points": -2, "balance": 10, "act": "a"}
    assert (difference["law"]["points"], difference["law"]["act"]) == (-1, "a")
    assert difference["sentence"].startswith("On 20 January 2024, the law withdraws 1 point")


def test_a_reading_that_agrees_is_named_in_json(
    dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The other one still has its differences."""
    run(["check", dossier_file(by_register()), "--json"])
    check = json.loads(capsys.readouterr().out)

    assert check["agrees_with"] == ["registered"]
    assert [len(one["differences"]) for one in check["readings"]] == [0, 1]


def test_the_answer_comes_first() -> None:
    """The day, what the relevé shows, whether it follows the law."""
    assert lines_of(faithful()) == [
        "Contrôle du relevé, dimanche 1er septembre 2024",
        "",
        "  Le relevé affiche 12 points",
        "  Il suit la loi dans les deux lectures : aucune différence.",
    ]


def test_differences_of_both_readings_are_told_once() -> None:
    """When the readings give the same, they are one."""
    lines = lines_of(forgetful())

    assert lines[3:6] == [
        "  Il ne suit la loi dans aucune des deux lectures.",
        "",
        "Les deux lectures : la loi donne 12 points",
    ]
    assert " ".join(line.strip() for line in lines[6:8]) == (
        "Le 20 juillet 2024, la loi rend 1 point (art. L. 223-6, al. 3) ; le relevé ne le montre pas : "
        "il affiche 10 points, la loi en donne 11."
    )
    assert lines[8].startswith("    Ce point revient le 20 juillet 2024")
    assert "Une différence peut venir de l'administration" in lines[-2]


def test_the_reading_that_agrees_is_named() -> None:
    """Then each reading has its own section."""
    lines = lines_of(by_register())
    text = " ".join(lines)

    assert "Il suit la loi dans la lecture registered (ce que le registre savait chaque jour)" in re.sub(
        " +", " ", text
    )
    assert lines[lines.index("Lecture registered : la loi donne 10 points") + 1] == "  Aucune différence."
    assert lines[lines.index("Lecture strict : la loi donne 9 points") + 1].startswith("  Le 10 juillet 2024")


def test_in_english() -> None:
    """The same manners."""
    lines = lines_of(forgetful(), PLAIN._replace(language="en"))

    assert lines[0] == "Check of the relevé, Sunday 1 September 2024"
    assert "Both readings: the law gives 12 points" in lines


@pytest.mark.parametrize("width", [40, 60, 80, 110])
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("make", [faithful, forgetful, by_register])
def test_lines_fit_the_terminal(make: Callable[[], dict[str, Any]], language: str, width: int) -> None:
    """No paragraph is wider than the page; none ends with spaces."""
    lines = lines_of(make(), Page(width, False, False, language))

    assert [] == [line for line in lines[1:] if len(line) > max(width, 45) or line != line.rstrip() or "{" in line]


def test_colour_changes_nothing_but_colour() -> None:
    """The verdict is a warning in words too."""
    coloured = lines_of(forgetful(), PLAIN._replace(has_colour=True))

    assert [re.sub(r"\033\[[\d;]+m", "", line) for line in coloured] == lines_of(forgetful())
    assert coloured[3].startswith("\033[1;33m")


REFUSED: dict[str, tuple[object, str]] = {
    "empty": (b"", "texte vide : un relevé est attendu"),
    "no JSON": (b"{", "JSON invalide, ligne 1, colonne 2"),
    "a dossier": ({"format": "dossier/1"}, 'relevé, clé « format » : trouvé "dossier/1", attendu "releve/1".'),
    "a bad dossier inside": (
        {**releve_document("GC-40", "2024-09-01", balance=12), "dossier": {"format": "dossier/1"}},
        "dossier, clé « licence » : trouvé rien",
    ),
    "a bad movement": (
        releve_document("GC-40", "2024-09-01", ("2024-01-20", "un", 12), balance=12),
        'movements[0], clé « points » : trouvé "un"',
    ),
    "before the licence": (
        releve_document("GC-12", "2019-01-01", balance=12),
        "le relevé du 2019-01-01 est refusé",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_releve_is_refused(
    name: str, dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 2, the reason on standard error, nothing on standard output."""
    content, words = REFUSED[name]
    status = run(["check", dossier_file(content)])
    captured = capsys.readouterr()

    assert (status, captured.out) == (2, "")
    assert words in captured.err


def test_a_missing_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """As for a dossier."""
    assert run(["check", "absent.json"]) == 2
    assert "absent.json : ce fichier n'existe pas" in capsys.readouterr().err


def test_standard_input() -> None:
    """``-`` reads the relevé from standard input, in a program of its own."""
    done = subprocess.run(
        [*MESPOINTS, "check", "-", "--json"], input=json.dumps(forgetful()).encode(), capture_output=True, check=False
    )

    assert (done.returncode, done.stderr) == (1, b"")
    assert json.loads(done.stdout)["format"] == "check/1"
