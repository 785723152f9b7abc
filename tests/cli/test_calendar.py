from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar

from mespoints.cli.commands import run

ON = ["--on", "2024-12-01"]


def test_calendar_in_a_file(
    dossier_file: Callable[..., str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``-o`` names the file; nothing is printed."""
    output = tmp_path / "points.ics"
    status = run(["ics", dossier_file(), *ON, "-o", str(output)])
    (event,) = Calendar.from_ical(output.read_bytes()).walk("VEVENT")

    assert (status, capsys.readouterr().out) == (0, "")
    assert event["SUMMARY"] == "Permis : date à retenir"


def test_calendar_on_standard_output(
    dossier_file: Callable[..., str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Without ``-o`` it is printed; ``--explicit`` says what it is about."""
    status = run(["ics", dossier_file(), *ON, "--explicit", "--lang", "en"])
    (event,) = Calendar.from_ical(capfdbinary.readouterr().out).walk("VEVENT")

    assert status == 0
    assert event["SUMMARY"] == "Back to 12 points"


def test_a_folder_cannot_be_written(
    dossier_file: Callable[..., str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The reason is told, and the status is 2."""
    status = run(["ics", dossier_file(), *ON, "-o", str(tmp_path)])

    assert status == 2
    assert "ne peut pas être écrit" in capsys.readouterr().err


def test_a_refused_dossier_has_no_calendar(
    dossier_file: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The same refusals as for a statement."""
    assert run(["ics", dossier_file("{}"), *ON]) == 2
    assert "format" in capsys.readouterr().err
