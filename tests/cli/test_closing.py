"""``mespoints close-letters``: what a register taken over had sent is not sent again."""

import json
from pathlib import Path

import pytest

from mespoints.cli.commands import run
from mespoints.letters.models import Step
from mespoints.register.models import Licence, OwedLetter
from tests.letters.mail import learn, means, offence, run_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def taken_over(licence: Licence) -> Licence:
    """A licence recorded on 1 January 2024 with a withdrawal of 2023, and one that it learned later."""
    learn(licence, "2024-01-01", offence("i1", 2, "2023-06-05"))
    learn(licence, "2024-03-04", offence("i2", 2, "2024-03-04"))
    return licence


def test_a_rehearsal_then_the_closing_then_nothing(
    taken_over: Licence, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The letter of the take-over alone, with a step that says why; the other leaves."""
    statuses = [
        run(["close-letters", "--loaded-on", "2024-01-01", "--json", *more]) for more in ([], ["--apply"], ["--apply"])
    ]
    rehearsal, done, again = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    step = Step.objects.get()
    mail = run_on("2024-03-04", means(tmp_path))

    assert [0, 0, 0] == statuses
    assert ({"48": 1}, {"48": 1}, {}) == (rehearsal["letters"], done["letters"], again["letters"])
    assert (False, True) == (rehearsal["applied"], done["applied"])
    assert ("stopped", "taken_over") == (step.kind, step.why)
    assert {"48": 1} == dict(mail.sent)


def test_movements_after_the_last_letters_of_the_former_system_stay_owed(
    taken_over: Licence, capsys: pytest.CaptureFixture[str]
) -> None:
    """--up-to says how far it had written."""
    run(["close-letters", "--loaded-on", "2024-01-01", "--up-to", "2023-06-04", "--apply", "--lang", "en"])

    assert "Letters taken over with the register on 2024-01-01, movements up to 2023-06-04: 0 closed.\n" == (
        capsys.readouterr().out
    )
    assert 2 == OwedLetter.objects.filter(done_on=None).count()


def test_the_day_of_the_load_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is guessed."""

    assert 2 == run(["close-letters", "--apply"])
    assert "--loaded-on est attendu" in capsys.readouterr().err
