"""``mespoints examine``: what waits for a person, listed and decided."""

import json
from datetime import date
from pathlib import Path

import pytest

from mespoints.cli.commands import run
from mespoints.letters.models import Sending, Step
from mespoints.register.files import statement_of
from mespoints.register.models import Licence
from tests.letters.mail import OLD_HOME, PlainPrinter, learn, mail_on, means, offence, receipt, run_on

pytestmark = pytest.mark.django_db

SIGNED = ("--agent", "B. Leroy", "--reason", "l'avis porte une signature")


@pytest.fixture
def letter(licence: Licence, tmp_path: Path) -> str:
    """The reference of a 48SI of which the post says two ends."""
    learn(licence, "2024-03-04", offence("i1", 6, "2024-03-04"), offence("i2", 6, "2024-03-04"))
    run_on("2024-03-04", means(tmp_path))
    reference = Sending.objects.get(kind="48SI").reference
    learn(
        licence, "2024-03-25", receipt(1, reference, "presented", "2024-03-06"),
        receipt(2, reference, "collected", "2024-03-08"), receipt(3, reference, "unclaimed", "2024-03-22"),
        receipt(4, "0000999999-1", "npai", "2024-03-08"),
    )  # fmt: skip
    mail_on("2024-03-25")
    return reference


def test_what_waits_is_listed_without_anybodys_name(
    licence: Licence, letter: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The letter to decide with what the post says, the receipt of an unknown letter, the letter put aside."""
    learn(licence, "2024-03-26", {"act": "address", "id": "a1", "on": "2024-03-26", "lines": ["X", "44000 NANTES"]})
    learn(licence, "2024-03-26", offence("i3", 1, "2024-03-26"))
    run_on("2024-03-26", means(tmp_path, PlainPrinter(refused=(OLD_HOME, ("X", "44000 NANTES")))))
    status = run(["examine"])
    said = capsys.readouterr().out
    run(["examine", "--json"])
    document = json.loads(capsys.readouterr().out)
    number = Step.objects.get(why="unknown_letter").pk

    assert 0 == status
    assert (
        f"À décider (1) :\n  {letter} (lettre 48SI, permis {licence.pk}), depuis le 2024-03-25 : la poste dit deux fins"
        " — présentée 2024-03-06, retirée 2024-03-08, non réclamée 2024-03-22\n"
    ) in said
    assert f"Avis de la poste à regarder (1) :\n  {number} : lettre ?, envoi ?, permis {licence.pk}" in said
    assert "ligne 2 : 43 caractères, 38 au plus" in said
    assert [1, 1, 1] == [len(document[group]) for group in ("to_decide", "receipts", "put_aside")]
    assert "ROUSSEL" not in said.upper()


def test_a_letter_is_decided_once(licence: Licence, letter: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The law follows; the same decision again finds nothing that waits, and nor does the list."""
    too_early = run(["examine", letter, "--notified-on", "2024-03-01", *SIGNED])
    decided = run(["examine", letter, "--notified-on", "2024-03-08", *SIGNED])
    again = run(["examine", letter, "--not-notified", *SIGNED])
    told = capsys.readouterr()
    run(["examine"])
    step = Step.objects.get(kind="notified")

    assert (1, 0, 1) == (too_early, decided, again)
    assert (f"{letter} : notifiée.\n", 2) == (told.out, len(told.err.splitlines()))
    assert "un jour du 2024-03-04 au " in told.err
    assert ("B. Leroy", "l'avis porte une signature") == (step.by, step.why)
    assert "invalidated" == statement_of(licence, date(2024, 3, 26)).status
    assert "À décider" not in capsys.readouterr().out


def test_a_receipt_of_an_unknown_letter_is_seen_once(letter: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It leaves the list, and nothing moves."""
    number = str(Step.objects.get(why="unknown_letter").pk)
    seen = run(["examine", number, "--seen", *SIGNED])
    again = run(["examine", number, "--seen", *SIGNED])
    capsys.readouterr()
    run(["examine", "--lang", "en"])

    assert (0, 1) == (seen, again)
    assert number == str(Step.objects.get(kind="seen").answers_id)
    assert "Receipts" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--not-notified"], "une référence ou un numéro"),
        (["0000000012-1"], "une décision, et une seule"),
        (["0000000012-1", "--seen", *SIGNED], "--notified-on, --not-notified"),
        (["12", "--not-notified", *SIGNED], "attendue : --seen"),
        (["0000000012-1", "--not-notified", "--notified-on", "2024-03-08", *SIGNED], "une décision, et une seule"),
        (["0000000012-1", "--not-notified", "--reason", "x"], "--agent est attendu"),
        (["0000000012-1", "--not-notified", "--agent", "x"], "--reason est attendu"),
    ],
)
def test_half_a_decision_is_refused(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One thing, one decision, who and why."""
    status = run(["examine", *words])

    assert 2 == status
    assert said in capsys.readouterr().err


def test_a_letter_that_nobody_knows_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing waits in an empty register."""
    unknown = run(["examine", "0000000099-1", "--not-notified", *SIGNED])
    status = run(["examine"])
    told = capsys.readouterr()

    assert (1, 0) == (unknown, status)
    assert "aucune lettre ne porte la référence « 0000000099-1 »" in told.err
    assert "Rien n'attend personne.\n" == told.out
