"""From what the register owes to the PDF that leaves: what it says, whom it is written to, how many pages it has."""

import json
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from mespoints.demo.letters import sample_sender
from mespoints.letters.carriers import PrintingHouse
from mespoints.letters.dispatch import Means
from mespoints.letters.models import Sending, Step
from mespoints.letters.spool import Spool
from mespoints.letters.typesetting import Typesetter
from mespoints.register.models import Holder, Licence
from tests.letters.mail import learn, moved, offence, run_on

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    """The one that leaves with a demonstration."""
    return Typesetter(sample_sender(), is_specimen=True)


def send(tmp_path: Path, typesetter: Typesetter, day: str) -> dict[str, str]:
    """The text of each letter of a day, by its kind; what the manifest says of its pages is true."""
    spool = Spool(tmp_path)
    run_on(day, Means(spool, PrintingHouse(), typesetter))
    texts = {}
    for folder in sorted(tmp_path.glob(f"{day}-*")):
        for entry in json.loads((folder / "manifest.json").read_text())["letters"]:
            reader = PdfReader(BytesIO((folder / entry["file"]).read_bytes()))
            texts[entry["kind"]] = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)

            assert len(reader.pages) == entry["pages"]
            assert entry["reference"] in texts[entry["kind"]]
    return texts


def test_a_48si_its_withdrawal_and_the_letters_around(licence: Licence, tmp_path: Path, typesetter: Typesetter) -> None:
    """The offence of the fall, the recap, the address in the window; then the letter that takes it back."""
    learn(
        licence, "2024-03-04", offence("i1", 6, "2024-03-04"), offence("i2", 6, "2024-03-04", label="Excès de vitesse")
    )
    first = send(tmp_path, typesetter, "2024-03-04")
    learn(licence, "2024-03-11", {"act": "stage", "id": "s1", "ended_on": "2024-03-08", "kind": "volontaire"})
    second = send(tmp_path, typesetter, "2024-03-11")
    reference = Sending.objects.get(kind="48SI").reference

    assert {"48M", "48SI"} == set(first)
    assert "Excès de vitesse" in first["48SI"]
    assert "MME CAMILLE MARTIN 1 RUE DE LA PAIX 44000 NANTES" in first["48SI"]
    assert {"47", "retrait"} == set(second)
    assert reference in second["retrait"]
    assert "sans effet" in second["retrait"]


def test_taken_back_after_a_new_fall_it_names_the_other_letter(
    licence: Licence, tmp_path: Path, typesetter: Typesetter
) -> None:
    """A stage, then a new offence while the first letter is in the post: which of the two counts is said."""
    learn(licence, "2024-03-04", offence("i1", 6, "2024-03-04"), offence("i2", 6, "2024-03-04"))
    send(tmp_path, typesetter, "2024-03-04")
    stage = {"act": "stage", "id": "s1", "ended_on": "2024-03-06", "kind": "volontaire"}
    learn(licence, "2024-03-08", stage, offence("i3", 6, "2024-03-08"))
    texts = send(tmp_path, typesetter, "2024-03-08")

    assert {"47", "48SI", "retrait"} == set(texts)
    assert "retombé à zéro : une autre lettre 48SI vous le dit" in texts["retrait"].replace("\N{NO-BREAK SPACE}", " ")


def test_a_correction_is_told_with_both_sums(licence: Licence, tmp_path: Path, typesetter: Typesetter) -> None:
    """A single point that had come back, and that an offence learned late takes away again."""
    learn(licence, "2024-10-01", offence("i1", 1, "2024-03-04"))
    learn(licence, "2024-11-04", offence("i2", 2, "2024-08-30", committed_on="2024-05-02"))
    texts = send(tmp_path, typesetter, "2024-11-04")

    assert {"48", "rectificatif"} == set(texts)
    assert ["corrected"] == list(Step.objects.filter(kind="stopped").values_list("why", flat=True))
    assert "connus après coup" not in texts["48"]
    assert "après coup" in texts["rectificatif"]


def test_an_address_that_does_not_fit_is_put_aside(licence: Licence, tmp_path: Path, typesetter: Typesetter) -> None:
    """With its line and its reason, and nothing of the address; mended, it leaves."""
    learn(licence, "2024-03-04", offence("i1", 2, "2024-03-04"))
    Holder.objects.update(address=["12 RUE " + "DE LA VIEILLE FONTAINE " * 2, "44000 NANTES"])
    first = send(tmp_path, typesetter, "2024-03-04")
    (why,) = Step.objects.filter(kind="put_aside").values_list("why", flat=True)
    learn(licence, "2024-03-05", moved(1, "2024-03-05"))

    assert {} == first
    assert why.startswith("adresse : ligne 2 : ")
    assert "FONTAINE" not in why
    assert {"48"} == set(send(tmp_path, typesetter, "2024-03-05"))


def test_a_field_that_is_missing_is_named(licence: Licence, tmp_path: Path, typesetter: Typesetter) -> None:
    """The place of the offence, which art. L. 223-3 wants told."""
    fields = {key: value for key, value in offence("i1", 2, "2024-03-04").items() if key != "place"}
    learn(licence, "2024-03-04", fields)

    assert {} == send(tmp_path, typesetter, "2024-03-04")
    assert "place" in Step.objects.get(kind="put_aside").why
    assert date(2024, 3, 4) == Step.objects.get(kind="put_aside").on
