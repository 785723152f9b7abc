"""One letter of each kind for an invented driver: written by the law from small dossiers."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mespoints.law.days import parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.statement import make_statement
from mespoints.letters.contents import Head, Letter, LetterOfCode, Recipient, Sender
from mespoints.letters.drafting import draft, owing_of
from mespoints.letters.people import recipient
from mespoints.letters.senders import read_sender

SAMPLES = Path(__file__).parent / "letters.json"
SENDER = Path(__file__).parent / "sender.json"


def sample_letters() -> Iterator[tuple[str, Letter]]:
    """The kind and the letter, in the order of the file."""
    document = json.loads(SAMPLES.read_text(encoding="utf-8"))
    sender, to = sample_sender(), sample_recipient(document["recipient"])
    for number, sample in enumerate(document["letters"], 1):
        yield sample["kind"], sample_letter(sample, number, sender, to)


def sample_code() -> LetterOfCode:
    """The letter of a confidential code, to the same driver; as on the real one, the file number is not there."""
    document = json.loads(SAMPLES.read_text(encoding="utf-8"))
    to = sample_recipient(document["recipient"])._replace(neph="")
    head = Head("C000000001-1", parse_day(document["letters"][0]["written_on"]), sample_sender(), to)
    return LetterOfCode(head, "7K4M2PQX9A")


def sample_sender() -> Sender:
    """The invented service that signs the letters of a demonstration."""
    return read_sender(SENDER)


def sample_recipient(fields: dict[str, Any]) -> Recipient:
    """The invented driver, whose address fits."""
    to = recipient(**fields)
    assert isinstance(to, Recipient), to
    return to


def sample_letter(sample: dict[str, Any], number: int, sender: Sender, to: Recipient) -> Letter:
    """The last letter of its kind that the dossier owes on the day it is written."""
    dossier, written_on = read_dossier(sample["dossier"]), parse_day(sample["written_on"])
    statement = make_statement(dossier, written_on)
    owed = [movement for movement in statement.movements if movement.letter == sample["kind"]]
    head = Head(f"{sample['written_on'][:4]}-{number:06d}", written_on, sender, to)
    return draft(owing_of(owed[-1], statement, dossier), head)
