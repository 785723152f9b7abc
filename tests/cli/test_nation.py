"""``mespoints nation``: the command line of the whole country."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numba
import pyarrow.parquet as pq
import pytest

from mespoints.cli import nation
from mespoints.cli.commands import run
from mespoints.register.models import Account, Act, Licence
from tests.law.lives import offence
from tests.national.conftest import CACHE, fold

__all__ = ["fold"]


@pytest.fixture
def _compiled(fold: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules that the tests have compiled already."""
    monkeypatch.setenv("MESPOINTS_DATA", str(CACHE.parent))


@pytest.mark.usefixtures("_compiled")
def test_a_country_is_invented_then_replayed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two commands, two files; the figures of the year are told."""
    acts, balances = str(tmp_path / "acts.parquet"), str(tmp_path / "balances.parquet")
    made = run(["nation", "synthesize", "--licences", "3000", "--on", "2025-12-31", "-o", acts, "--lang", "en"])
    said = capsys.readouterr().out
    replayed = run(["nation", "replay", acts, "--on", "2025-12-31", "-o", balances, "--cores", "1", "--json"])
    told = json.loads(capsys.readouterr().out)

    assert (0, 0) == (made, replayed)
    assert "licences invalidated" in said
    assert ("nation-replay/1", 3000) == (told["format"], told["licences"])
    assert 3000 == pq.read_metadata(balances).num_rows


@pytest.mark.usefixtures("_compiled")
def test_the_report_is_json_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Published and invented, measure by measure."""
    run(["nation", "synthesize", "--licences", "50", "--on", "2025-12-31", "-o", str(tmp_path / "acts"), "--json"])
    told = json.loads(capsys.readouterr().out)

    assert 11_700_000 == told["year"]["points"]["published"]
    assert {"published", "invented"} == set(told["year"]["invalidations"])


def test_uncompiled_rules_are_never_run_in_silence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Numba told not to compile, or not installed: a refusal that says so."""
    asked = ["nation", "synthesize", "--licences", "5", "--on", "2025-12-31", "-o", str(tmp_path / "acts")]
    monkeypatch.setattr(numba.config, "DISABLE_JIT", 1)
    disabled = (run(asked), capsys.readouterr().err)
    monkeypatch.setattr(nation, "NEEDED", ("no_such_package",))
    missing = (run([*asked, "--lang", "en"]), capsys.readouterr().err)

    assert 2 == disabled[0]
    assert "NUMBA_DISABLE_JIT" in disabled[1]
    assert (2, "mespoints nation synthesize: no_such_package is not installed") == (
        missing[0],
        missing[1].split(": the")[0],
    )


def test_plain_rules_are_run_for_who_asks_and_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With ``--plain``; a file that is not one of acts is refused with its name."""
    (tmp_path / "acts").write_text("no", encoding="utf-8")
    status = run(["nation", "replay", str(tmp_path / "acts"), "-o", str(tmp_path / "balances"), "--plain"])
    said = capsys.readouterr().err

    assert 2 == status
    assert "non compilées" in said
    assert "un fichier Parquet est attendu" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nation"], "commande inconnue : « nation »"),
        (["nation", "dance"], "commande inconnue : « nation dance »"),
        (["nation", "replay", "acts"], "il manque --output"),
        (["nation", "replay", "-o", "balances"], "il manque ACTES"),
        (["nation", "replay", "acts", "--register", "-o", "balances"], "argument en trop « acts »"),
        (["nation", "reform", "decret-2023"], "il faut --acts, un fichier acts/1, ou bien --register"),
        (["nation", "synthesize", "-o", "acts", "--on", "2025-12-31"], "il manque --licences"),
        (["nation", "synthesize", "-o", "acts", "--on", "2020-01-01", "--licences", "5"], "à partir du 2025-01-01"),
    ],
)
def test_what_is_missing_is_told(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A refusal names what is not there."""
    status = run(arguments)

    assert 2 == status
    assert said in capsys.readouterr().err


@pytest.mark.django_db
@pytest.mark.usefixtures("_compiled")
def test_the_register_is_audited(licence_with_an_act: Act, capsys: pytest.CaptureFixture[str]) -> None:
    """A whole register is compared; a changed account is told by the number of its licence, and the status is 1."""
    on = ["--on", "2024-02-01", "--lang", "en"]
    whole = run(["nation", "audit", *on]), capsys.readouterr().out
    Account.objects.update(balance=3)
    changed = run(["nation", "audit", *on]), capsys.readouterr().out
    told = run(["nation", "audit", *on, "--json"]), json.loads(capsys.readouterr().out)
    number = licence_with_an_act.licence_id

    assert (0, "Licences compared: 1") == (whole[0], whole[1].split(";")[0])
    assert (1, f"licence no. {number}: balance: the register has 3, the law gives 12") == (
        changed[0], changed[1].splitlines()[1]
    )  # fmt: skip
    assert (1, [{"licence": number, "point": "balance", "found": "3", "expected": "12"}]) == (
        told[0], told[1]["differences"]
    )  # fmt: skip


@pytest.fixture
def three_licences(register_dossier: Callable[..., Licence]) -> list[int]:
    """Three licences of the register, by their numbers: one clean, one at 8, one at 11."""
    final = {"final_on": "2024-06-01", "final_by": "paiement"}
    offences: list[list[dict[str, Any]]] = [
        [],
        [offence("i1", "2024-01-20", "2024-02-15", 4, "c4", decided_on="2024-03-01")],
        [{"act": "offence", "id": "i1", "natinf": "25387", "committed_on": "2024-05-04", **final}],
    ]
    opening = {"format": "dossier/1", "licence": {"obtained_on": "1996-05-06"}}
    return [register_dossier({**opening, "acts": acts}, recorded_on=date(2024, 9, 1)).pk for acts in offences]


@pytest.mark.usefixtures("_compiled")
def test_the_register_is_replayed_without_a_file(
    three_licences: list[int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Straight, or by way of the file that is exported: the balances of its licences, by their numbers alone."""
    acts, straight, by_file = (str(tmp_path / name) for name in ("acts", "straight", "by_file"))
    on = ["--on", "2024-10-01", "--cores", "1"]
    statuses = [
        run(["nation", "replay", "--register", "-o", straight, *on, "--json"]),
        run(["nation", "export", "-o", acts, "--cores", "1", "--lang", "en"]),
        run(["nation", "replay", acts, "-o", by_file, *on]),
    ]
    said = capsys.readouterr().out.splitlines()
    found = pq.read_table(straight).to_pylist()

    assert [0, 0, 0] == statuses
    assert (3, 5, 0) == tuple(json.loads(said[0])[name] for name in ("licences", "rows", "untold"))
    assert ("Rows written: 5.", 5) == (said[1], pq.read_metadata(acts).num_rows)
    assert list(zip(three_licences, (12, 8, 11), strict=True)) == [(row["licence"], row["balance"]) for row in found]
    assert found == pq.read_table(by_file).to_pylist()


@pytest.mark.usefixtures("_compiled", "three_licences")
def test_a_reform_is_tried_on_the_register(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Three points for less than 20 km/h above: one licence loses two; the same by way of the file exported."""
    acts, reform = str(tmp_path / "acts"), tmp_path / "reform.toml"
    cost = "[[cost]]\nnatinf = [25387]\npoints = 3\nfrom = 2024-01-01\n"
    reform.write_text(f'format = "reform/1"\ntitle = {{fr = "essai", en = "trial"}}\n{cost}', encoding="utf-8")
    asked = ["nation", "reform", str(reform), "--on", "2024-10-01", "--cores", "1"]
    statuses = [
        run([*asked, "--register", "--json"]),
        run(["nation", "export", "-o", acts, "--cores", "1"]),
        run([*asked, "--acts", acts, "--json"]),
    ]
    said = capsys.readouterr().out.splitlines()
    told = json.loads(said[0])
    years = {row["measure"]: (row["before"], row["after"]) for row in told["years"] if row["year"] == 2024}

    assert [0, 0, 0] == statuses
    assert (3, 0, 1, 0, 2) == tuple(told[name] for name in ("licences", "gain", "lose", "points_gained", "points_lost"))
    assert [(2, 2), (5, 7), (1, 0)] == [years[name] for name in ("offences", "points", "points_of_one")]
    assert said[0] == said[2]


def test_one_file_does_not_take_two_tables(capsys: pytest.CaptureFixture[str]) -> None:
    """Balances and movements under one name: the last written would take the place of the other."""
    status = run(["nation", "replay", "acts", "-o", "balances", "--movements", "./balances"])

    assert 2 == status
    assert "--output et --movements nomment le même fichier" in capsys.readouterr().err


@pytest.mark.usefixtures("_compiled")
def test_a_picture_is_whole_or_is_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A country that cannot be read leaves the picture of another day as it was, and nothing beside it."""
    acts, picture = tmp_path / "acts", tmp_path / "picture.svg"
    acts.write_text("no", encoding="utf-8")
    picture.write_text("of another day", encoding="utf-8")
    status = run(["nation", "reform", "decret-2023", "--acts", str(acts), "--picture", str(picture)])

    assert 2 == status
    assert "un fichier Parquet est attendu" in capsys.readouterr().err
    assert ("of another day", [acts, picture]) == (picture.read_text(encoding="utf-8"), sorted(tmp_path.iterdir()))


@pytest.mark.django_db
def test_rows_at_once_are_those_of_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    """The register is read by licences."""
    status = run(["nation", "replay", "--register", "-o", "balances", "--rows", "5"])

    assert 2 == status
    assert "--rows ne va pas avec --register" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["nation"],
        ["nation", "export"],
        ["nation", "replay"],
        ["nation", "synthesize"],
        ["nation", "audit"],
        ["nation", "reform"],
    ],
)
def test_each_command_has_its_help(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """In French, then in English."""
    status = run([*words, "--help"])

    assert 0 == status
    assert 2 <= capsys.readouterr().out.count(f"mespoints {' '.join(words)} ")


@pytest.mark.usefixtures("_compiled")
@pytest.mark.parametrize(("language", "word"), [("fr", "simulé"), ("en", "simulated")])
def test_a_reform_is_tried(tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, word: str) -> None:
    """The decree of 2023, beside what was published of it, with its picture; and as JSON."""
    acts, picture = str(tmp_path / "acts.parquet"), tmp_path / f"picture.{'svg' if language == 'fr' else 'png'}"
    run(["nation", "synthesize", "--licences", "3000", "--on", "2025-12-31", "-o", acts])
    asked = ["nation", "reform", "decret-2023", "--acts", acts, "--on", "2025-12-31", "--lang", language]
    capsys.readouterr()
    drawn = run([*asked, "--picture", str(picture)])
    said = capsys.readouterr().out
    status, told = run([*asked, "--json"]), json.loads(capsys.readouterr().out)
    points = next(row for row in told["years"] if (row["year"], row["measure"]) == (2024, "points"))

    assert (0, 0) == (drawn, status)
    assert word in said
    assert picture.read_bytes()[:4] == (b"<svg" if language == "fr" else b"\x89PNG")
    assert ("reform-outcome/1", 3000) == (told["format"], told["licences"])
    assert points["after"] < points["before"]


def test_a_reform_that_cannot_be_read_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the name of its file; a country is needed too."""
    (tmp_path / "reform.toml").write_text('format = "reform/2"', encoding="utf-8")
    statuses = [run(["nation", "reform", str(tmp_path / "reform.toml"), *more]) for more in ([], ["--acts", "acts"])]
    said = capsys.readouterr().err

    assert [2, 2] == statuses
    assert "il faut --acts" in said
    assert "reform.toml : format : « reform/2 » trouvé" in said
