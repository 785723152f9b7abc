"""``mespoints agents``: accounts opened, listed and closed from the command line."""

import json
from typing import Any

import pytest

from mespoints.cli.commands import run

pytestmark = pytest.mark.django_db

ADD = [
    "agents", "add", "--name", "Ana Aubry", "--service", "Préfecture de la Loire-Atlantique", "--departement", "44",
    "--role", "instruction", "--email", "ana@pref.example", "--idp", "annuaire", "--by", "B. Leroy",
]  # fmt: skip


@pytest.fixture(autouse=True)
def directories(settings: Any) -> None:
    """The one directory of this place."""
    settings.MESPOINTS_PC_IDPS = ["annuaire"]


def test_an_account_from_its_opening_to_its_end(capsys: pytest.CaptureFixture[str]) -> None:
    """Invited, listed without its address, closed; a second opening and a second closing are refused."""
    opened = [run(ADD), run(ADD), run(["agents", "--json"])]
    first, listed = capsys.readouterr().out.splitlines()
    number = json.loads(listed)["number"]
    closed = [run(["agents", "close", str(number)]), run(["agents", "close", str(number)])]
    told = capsys.readouterr()

    assert (opened, closed) == ([0, 2, 0], [0, 2])
    assert first.startswith(f"{number}\tinstruction\t44\tinvité le ")
    assert (json.loads(listed)["state"], "ana@" in first + listed) == ("invited", False)
    assert "fermé le" in told.out
    assert "aucun compte ouvert" in told.err


@pytest.mark.parametrize("arguments", [["agents", "add"], ["agents", "close"], ["agents", "close", "x"], ADD[:-2]])
def test_what_is_missing_is_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is opened nor closed."""

    assert 2 == run(arguments)
    assert "mespoints: agents" in capsys.readouterr().err
