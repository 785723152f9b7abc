import json
from collections.abc import Callable

import pytest

from mespoints.cli.commands import run

ON = ["--on", "2024-12-01"]


def test_forecast_as_json(dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]) -> None:
    """What comes, each with its sentence, and the day of twelve points."""
    status = run(["forecast", dossier_file(), *ON, "--json"])
    forecast = json.loads(capsys.readouterr().out)

    assert (status, forecast["format"], forecast["twelve_on"]) == (0, "forecast/1", "2027-02-15")
    assert [one["cause"] for one in forecast["next"]] == ["full_restoration"]
    assert "d'ici là" in forecast["next"][0]["because"]
    assert forecast["stage"]["gain"] == 4
    assert "movements" not in forecast


def test_forecast_as_text(dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]) -> None:
    """What comes, for a person."""
    status = run(["forecast", dossier_file(), *ON])

    assert status == 0
    assert capsys.readouterr().out.startswith("Prévision du permis à points, dimanche 1er décembre 2024\n")


def test_statement_as_text_in_english(dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]) -> None:
    """The same manners in English."""
    status = run(["statement", dossier_file(), *ON, "--lang", "en"])
    said = capsys.readouterr().out

    assert status == 0
    assert said.startswith("Points licence statement, Sunday 1 December 2024\n")
    assert "8 points out of 12" in said


def test_a_refused_dossier_has_no_forecast(
    dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The same refusals as for a statement."""
    status = run(["forecast", dossier_file("{}"), *ON])

    assert status == 2
    assert "clé « format »" in capsys.readouterr().err
