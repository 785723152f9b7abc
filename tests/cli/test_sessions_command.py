"""``mespoints sessions``: counted and ended from the command line."""

import io
import json
from typing import Any

import pytest

from mespoints.cli.commands import run
from mespoints.identity.agents import invite
from mespoints.identity.models import SessionsEnded
from mespoints.register.models import Licence
from tests.desk.conftest import DIRECTORY, TODAY, browser_of, invitation
from tests.portal.conftest import session_of

pytestmark = pytest.mark.django_db

WHY = ["--by", "B. Leroy", "--reason", "signalement 2026-114"]


def test_sessions_are_counted_and_ended(
    licence: Licence, settings: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of a licence whose number is typed, of an agent, of all of them; then none is left."""
    settings.MESPOINTS_PC_IDPS = [DIRECTORY]
    agent = invite(invitation(), TODAY)
    browser_of(agent)
    for means in ("neph", "franceconnect"):
        session_of(licence, means)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{licence.neph}\n000000000099\n"))
    end = ["sessions", "end", *WHY]
    statuses = [
        run(["sessions", "--json"]), run([*end, "--neph"]), run([*end, "--agent", str(agent.pk), "--json"]),
        run([*end, "--drivers"]), run([*end, "--agents"]), run(["sessions"]),
        run([*end, "--neph"]), run([*end, "--agent", "999999"]),
    ]  # fmt: skip
    told = capsys.readouterr()
    counted, first, second, *_zeros, last = told.out.splitlines()

    assert [0] * 6 + [2, 2] == statuses
    assert {"format": "sessions/1", "drivers": 2, "agents": 1} == json.loads(counted)
    assert ("Sessions terminées : 2", "Sessions gardées : conducteurs 0, agents 0") == (first, last)
    assert {"format": "sessions-ended/1", "whose": "agent", "count": 1} == json.loads(second)
    assert "ce numéro n'est pas dans le registre" in told.err
    assert licence.neph not in told.out + told.err
    assert [2, 1, 0, 0] == list(SessionsEnded.objects.order_by("pk").values_list("count", flat=True))


@pytest.mark.parametrize(
    "arguments",
    [["end"], ["end", "--neph", *WHY[:2]], ["end", *WHY], ["end", "--drivers", "--agents", *WHY],
     ["end", "--agent", "x", *WHY], ["end", "--agents", "--by", " ", "--reason", "r"], ["--drivers"], ["stop", *WHY]],
)  # fmt: skip
def test_what_is_missing_is_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """One choice, with who and why; nothing is ended."""

    assert 2 == run(["sessions", *arguments])
    assert "mespoints: sessions" in capsys.readouterr().err
