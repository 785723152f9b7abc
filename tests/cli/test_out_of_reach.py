"""A command whose database is out of reach."""

import pytest
from django.db import IntegrityError, OperationalError

from mespoints.cli import commands
from mespoints.cli.out_of_reach import AGAIN, WHY, out_of_reach


@pytest.mark.parametrize(("language", "words"), [("fr", "ne répond pas"), ("en", "does not answer")])
def test_it_is_told_with_a_status_of_its_own(
    language: str, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Why, that nothing is half written, and no traceback; 75 says that the same command may succeed later."""

    def fail(_given: object) -> int:
        raise OperationalError("server at 192.0.2.1 is gone")

    monkeypatch.setitem(commands.OWN, "verify", fail)
    status = commands.run(["verify", "--lang", language])
    told = capsys.readouterr().err

    assert status == 75
    assert words in told
    assert told.endswith(AGAIN[language] + "\n")
    assert "192.0.2.1" not in told


def test_a_bug_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row that the database refuses is no passing trouble."""

    def fail(_given: object) -> int:
        raise IntegrityError("twice")

    monkeypatch.setitem(commands.OWN, "verify", fail)
    with pytest.raises(IntegrityError):
        commands.run(["verify"])


def test_every_reason_has_its_words() -> None:
    """In both languages."""
    from mespoints.register.unavailable import STATES

    assert {*STATES.values(), "unreachable"} == set(WHY)
    assert all({"fr", "en"} == set(words) for words in WHY.values())


def test_an_error_of_another_kind_has_none() -> None:
    """It is not ours to explain."""
    assert out_of_reach(KeyError("…"), "fr") == ""
