"""``mespoints codes``: an agent asks for a code by letter; the code is never shown."""

import io
import json

import pytest

from mespoints.cli.commands import run
from mespoints.letters.models import CodeRequest
from mespoints.register.codes import hash_of, issue_code
from mespoints.register.models import ConfidentialCode, Licence

pytestmark = pytest.mark.django_db


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, licence: Licence) -> None:
    """The file number of the licence, on standard input twice."""
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{licence.neph}\n{licence.neph}\n000000000099\n"))


def test_an_agent_asks_once_for_a_person(typed: None, licence: Licence, capsys: pytest.CaptureFixture[str]) -> None:
    """With their name; the same request again changes nothing, an unknown number is told and not repeated."""
    issue_code(licence.pk, hash_of("ABCDEFGHJK"), issued_on=licence.recorded_on)
    asked = run(["codes", "--neph", "--agent", "B. Leroy"])
    is_open = ConfidentialCode.objects.get().closed_on is None
    lost = run(["codes", "--neph", "--agent", "B. Leroy", "--lost"])
    unknown = run(["codes", "--neph", "--agent", "B. Leroy"])
    waiting = run(["codes", "--json"])
    told = capsys.readouterr()

    assert (0, True, 0, 1, 0) == (asked, is_open, lost, unknown, waiting)
    assert ConfidentialCode.objects.get().closed_on is not None
    assert ("operator", "B. Leroy") == CodeRequest.objects.values_list("means", "by").get()
    assert {"format": "codes/1", "waiting": {"": 1}} == json.loads(told.out.splitlines()[-1])
    assert "mespoints codes: ce numéro n'est pas dans le registre\n" == told.err


def test_a_licence_and_an_agent_are_named_together(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither without the other."""

    assert [2, 2] == [run(["codes", "--neph"]), run(["codes", "--agent", "B. Leroy"])]
    assert "--neph et --agent vont ensemble" in capsys.readouterr().err
