"""A letter composed again: the same to the byte, whatever the register has learned since."""

from datetime import date
from pathlib import Path

import pytest

from mespoints.demo.letters import sample_sender
from mespoints.letters.carriers import PrintingHouse
from mespoints.letters.copies import NoCopy, copy_of
from mespoints.letters.dispatch import Means
from mespoints.letters.models import Sending
from mespoints.letters.spool import Spool
from mespoints.letters.typesetting import Typesetter
from mespoints.register.erasures import erase_payloads
from mespoints.register.holders import keep_told
from mespoints.register.models import Holder, Licence
from tests.letters.conftest import text_of
from tests.letters.mail import GARAGE, learn, moved, offence, opened, run_on

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    """The one of a demonstration."""
    return Typesetter(sample_sender(), is_specimen=True)


@pytest.fixture
def with_means(tmp_path: Path, typesetter: Typesetter) -> Means:
    """A spool, a printing house, real letters."""
    return Means(Spool(tmp_path), PrintingHouse(), typesetter)


def sendings() -> dict[str, Sending]:
    """Every sending by its kind."""
    rows = Sending.objects.select_related("owed__licence__holder", "batch", "deposit")
    return {sending.kind: sending for sending in rows}


def test_letters_of_the_post_are_composed_again_to_the_byte(
    licence: Licence, with_means: Means, typesetter: Typesetter
) -> None:
    """After a move, an annulment and an offence learned late, on the day of the run included."""
    car = {"act": "carte_grise_address", "id": "c1", "on": "2024-01-02", "lines": list(GARAGE)}
    learn(licence, "2024-03-04", car, offence("i1", 6, "2024-03-04", source="radar"), offence("i2", 6, "2024-03-04"))
    run_on("2024-03-04", with_means)
    learn(licence, "2024-03-04", moved(1, "2024-03-04"), offence("i3", 2, "2024-03-04"))
    learn(licence, "2024-03-11", {"act": "stage", "id": "s1", "ended_on": "2024-03-08", "kind": "volontaire"})
    run_on("2024-03-11", with_means)
    learn(licence, "2024-03-20", {"act": "withdrawal_annulled", "id": "a1", "offence": "i2", "on": "2024-03-20"})
    found = {kind: copy_of(sending, typesetter).is_identical for kind, sending in sendings().items()}

    assert {"48M", "48SI", "48", "47", "retrait"} >= set(found)
    assert {"48M", "48SI"} <= set(found)
    assert [] == [kind for kind, is_identical in found.items() if not is_identical]


def test_a_letter_written_before_a_correction_bears_the_former_name(
    licence: Licence, with_means: Means, typesetter: Typesetter
) -> None:
    """Composed again it is the same to the byte; the next one bears the name that was put right."""
    learn(licence, "2024-03-04", offence("i1", 1, "2024-03-04"))
    run_on("2024-03-04", with_means)
    told = {"on": "2024-03-05", "proof": "decision", "reason": "Changement de nom", "family_name": "NOUVEAU"}
    learn(licence, "2024-03-05", {"act": "civil_status_corrected", "id": "r1", **told})
    keep_told([licence.neph])
    learn(licence, "2024-03-06", offence("i2", 1, "2024-03-06"))
    run_on("2024-03-06", with_means)
    first, second = Sending.objects.select_related("owed__licence__holder", "batch", "deposit").order_by("pk")

    assert copy_of(first, typesetter).is_identical
    assert "NOUVEAU" in text_of(copy_of(second, typesetter).pdf)


def test_a_deposited_letter_says_that_it_is(licence: Licence, with_means: Means, typesetter: Typesetter) -> None:
    """It bears a name and no address, and tells from when the delay runs; it too is composed again to the byte."""
    opened(licence, "2024-03-04")
    learn(licence, "2024-03-04", offence("i1", 2, "2024-03-04"))
    run_on("2024-03-05", with_means)
    learn(licence, "2024-03-06", {"act": "withdrawal_annulled", "id": "a1", "offence": "i1", "on": "2024-03-06"})
    copy = copy_of(sendings()["48"], typesetter)
    text = text_of(copy.pdf)

    assert copy.is_identical
    assert "dépôt sur votre compte" in text
    assert "MME CAMILLE MARTIN" in text
    assert "RUE DE LA PAIX" not in text
    assert "lisez cette lettre pour la première fois, et au plus tard du quinzième jour après son dépôt" in text
    assert "Recevoir ces lettres en ligne" not in text


def test_a_name_that_changed_since_is_noticed(licence: Licence, with_means: Means, typesetter: Typesetter) -> None:
    """The copy is made all the same; it is not the letter to the byte."""
    learn(licence, "2024-03-04", offence("i1", 2, "2024-03-04"))
    run_on("2024-03-04", with_means)
    Holder.objects.update(usage_name="DURAND")

    assert not copy_of(sendings()["48"], typesetter).is_identical


def test_nothing_is_composed_from_what_was_erased(licence: Licence, with_means: Means, typesetter: Typesetter) -> None:
    """Art. L. 225-2: a letter goes with the facts that it told."""
    opened(licence, "2024-03-04")
    learn(licence, "2024-03-04", offence("i1", 2, "2024-03-04"))
    run_on("2024-03-05", with_means)
    erase_payloads({licence.acts.get().pk: "L225-2 I"}, date(2035, 1, 1))
    with pytest.raises(NoCopy):
        copy_of(sendings()["48"], typesetter)

    assert date(2024, 3, 5) == sendings()["48"].deposit.on
