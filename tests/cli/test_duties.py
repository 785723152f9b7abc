"""``mespoints duties``: the lists of the day, in a folder."""

import json
from pathlib import Path

import pytest

from mespoints.cli.commands import run
from mespoints.letters.models import DutyList
from mespoints.letters.spool import Spool
from mespoints.register.models import Licence
from tests.law.lives import on_day
from tests.letters.mail import learn, offence

pytestmark = pytest.mark.django_db


def test_the_lists_are_written_once(licence: Licence, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder, counts alone, and nothing the second time."""
    learn(
        licence, "2024-03-25", offence("i1", 6, "2024-03-04"), offence("i2", 6, "2024-03-04"),
        on_day("lettre_48si", "l", "2024-03-08", offence="i2"),
    )  # fmt: skip
    first = run(["duties", "-o", str(tmp_path), "--on", "2024-03-26", "--json"])
    again = run(["duties", "-o", str(tmp_path), "--on", "2024-03-27", "--lang", "en"])
    told, said = capsys.readouterr().out.split("\n", 1)
    name = DutyList.objects.get().name

    assert (0, 0) == (first, again)
    assert {
        "format": "duties/1", "on": "2024-03-26", "name": name, "due": {"prefet": 1}, "withdrawn": {"prefet": 0},
        "settled": 0,
    } == json.loads(told)  # fmt: skip
    assert {"prefet-44.csv", "prefet-44.pdf", "manifest.json"} == {path.name for path in (tmp_path / name).iterdir()}
    assert said.startswith("Duties on 2024-03-27: nothing to report\nReported, by recipient: 0;")


def test_a_folder_in_use_or_none_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two runs never share one."""
    with Spool(tmp_path).held():
        busy = run(["duties", "-o", str(tmp_path)])
    nowhere = run(["duties"])

    assert (2, 2) == (busy, nowhere)
    assert "une autre exécution" in capsys.readouterr().err
