"""A holder who lives abroad: the letter, where it goes, by which post, and what its receipts are worth."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from mespoints.demo.letters import sample_sender
from mespoints.letters.carriers import PrintingHouse
from mespoints.letters.copies import copy_of
from mespoints.letters.dispatch import Means
from mespoints.letters.http_carrier import HttpCarrier
from mespoints.letters.models import Sending
from mespoints.letters.spool import Spool
from mespoints.letters.typesetting import Typesetter
from mespoints.register.files import statement_of
from mespoints.register.models import Licence
from tests.letters.carrier_service import TOKEN, carrier_service
from tests.letters.conftest import text_of
from tests.letters.mail import BRUSSELS, PlainPrinter, learn, mail_on, means, moved, offence, receipt, run_on

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    """The one of a demonstration."""
    return Typesetter(sample_sender(), is_specimen=True)


@pytest.fixture
def in_brussels(licence: Licence) -> Licence:
    """Moved from Nantes to Brussels, then at zero."""
    learn(licence, "2024-02-05", moved(1, "2024-02-01", BRUSSELS), offence("i1", 6, "2024-02-05"))
    learn(licence, "2024-03-04", offence("i2", 6, "2024-03-04"))
    return licence


def entries(folder: Path) -> dict[str, dict[str, Any]]:
    """The lines of the manifests, by kind."""
    manifests = [json.loads((batch / "manifest.json").read_text()) for batch in folder.glob("2*")]
    return {entry["kind"]: entry for manifest in manifests for entry in manifest["letters"]}


def test_a_48si_abroad_says_and_goes_where_it_must(
    in_brussels: Licence, tmp_path: Path, typesetter: Typesetter
) -> None:
    """The country in the window and in the manifest, two more months, the court of the minister, the last préfet."""
    run_on("2024-03-04", Means(Spool(tmp_path), PrintingHouse(), typesetter))
    found, sending = (
        entries(tmp_path),
        Sending.objects.select_related("owed__licence__holder", "batch").get(kind="48SI"),
    )
    text = text_of(next(tmp_path.glob(f"2*/{sending.reference}.pdf")).read_bytes())

    assert ("BE", "recommande_inter", True) == tuple(
        found["48SI"][key] for key in ("country", "franking", "registered")
    )
    assert ("BE", "lettre_inter", False) == tuple(found["48M"][key] for key in ("country", "franking", "registered"))
    for said in (
        "MME CAMILLE MARTIN RUE HAUTE 12 1000 BRUXELLES BELGIQUE", "augmenté de deux mois",
        "et pour cela seul", "art. R. 421-7", "augmentés de même",
        "saisir le tribunal administratif de Paris",
        "remettre votre permis de conduire au préfet de la Loire-Atlantique",
    ):  # fmt: skip
        assert said in text
    assert copy_of(sending, typesetter).is_identical


@pytest.mark.parametrize(("end", "lost_on"), [("collected", "2024-03-20"), ("unclaimed", "2024-03-12")])
def test_its_receipts_are_worth_those_of_france(in_brussels: Licence, tmp_path: Path, end: str, lost_on: str) -> None:
    """Collected, it takes the licence that day; unclaimed, on the day on which it was presented."""
    run_on("2024-03-04", means(tmp_path))
    letter = Sending.objects.get(kind="48SI").reference
    ended_on = "2024-03-20" if end == "collected" else "2024-03-28"
    learn(in_brussels, "2024-04-02", receipt(1, letter, "presented", "2024-03-12"), receipt(2, letter, end, ended_on))
    mail_on("2024-04-02")
    day = date.fromisoformat(lost_on)

    assert ("zero", "invalidated") == tuple(
        statement_of(in_brussels, on).status for on in (day - timedelta(days=1), day)
    )


def test_a_letter_that_takes_one_back_follows_it_abroad(
    in_brussels: Licence, tmp_path: Path, typesetter: Typesetter
) -> None:
    """The same country, the same préfet, by simple post; it too is composed again to the byte."""
    with_means = Means(Spool(tmp_path), PrintingHouse(), typesetter)
    run_on("2024-03-04", with_means)
    learn(in_brussels, "2024-03-11", {"act": "stage", "id": "s1", "ended_on": "2024-03-08", "kind": "volontaire"})
    run_on("2024-03-11", with_means)
    sending = Sending.objects.select_related("owed__licence__holder", "batch").get(kind="retrait")

    assert ("BE", "lettre_inter") == tuple(entries(tmp_path)["retrait"][key] for key in ("country", "franking"))
    assert copy_of(sending, typesetter).is_identical


def test_an_unknown_country_is_put_aside_named(licence: Licence, tmp_path: Path, typesetter: Typesetter) -> None:
    """Nothing leaves; the reason says which country, for the agent who mends the address."""
    learn(licence, "2024-02-05", moved(1, "2024-02-01", ("RUE HAUTE 12", "1000 STRELSAU", "RURITANIE")))
    learn(licence, "2024-03-04", offence("i1", 4, "2024-03-04"))
    run = run_on("2024-03-04", Means(Spool(tmp_path), PrintingHouse(), typesetter))
    (why,) = run.put_aside

    assert "ligne 4 : « RURITANIE » n'est pas un pays de la liste" in why
    assert not Sending.objects.exists()


def test_the_carrier_that_is_called_is_told_the_country(in_brussels: Licence, tmp_path: Path) -> None:
    """With the class of franking, letter by letter."""
    with carrier_service() as service:
        carrier = HttpCarrier(service.address, TOKEN, lambda _seconds: None)
        run_on("2024-03-04", Means(Spool(tmp_path), carrier, PlainPrinter()))

        assert [("BE", "lettre_inter"), ("BE", "recommande_inter")] == sorted(
            (document["country"], document["franking"]) for document in service.documents
        )
