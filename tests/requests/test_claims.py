"""Claims: filed by the driver, answered by an agent, with a clock that stops when something is asked."""

from datetime import date

import pytest

from mespoints.register.models import Holder, Licence
from mespoints.requests.attachments import Judged
from mespoints.requests.claims import (
    KINDS,
    MOST_OPEN,
    STAGE_MISSING,
    UPHELD,
    TooMany,
    answer_claim,
    ask_driver,
    file_claim,
    reply_to_claim,
    standing_of_claim,
    take_claim,
)
from mespoints.requests.media import PDF
from mespoints.requests.models import Claim, ClaimMessage
from mespoints.requests.references import normal_reference
from mespoints.requests.steps import StepRefused
from tests.conftest import CAMILLE
from tests.requests.conftest import ALICE, ARRIVED_ON

FILE = Judged(PDF, b"attestation")


def filed(licence: Licence) -> Claim:
    """A claim with a file."""
    return file_claim(licence, STAGE_MISSING, "Mon stage du 7 mars manque.", [FILE], on=ARRIVED_ON)


def test_a_claim_has_its_reference_its_clock_and_its_files(licence: Licence) -> None:
    """Two months of silence reject it; the préfecture is that of the holder."""
    claim = filed(licence)

    assert claim.reference == normal_reference(claim.reference)
    assert ("filed", date(2026, 5, 16), "44") == (claim.state, claim.due_on, claim.departement)
    assert [(PDF, 11, FILE.digest, b"attestation")] == [
        (one.media, one.size, one.digest, bytes(one.content)) for one in claim.attachments.all()
    ]
    assert "Mon stage du 7 mars manque." == ClaimMessage.objects.get(event__claim=claim).text


def test_a_claim_is_taken_asked_about_replied_to_and_answered(licence: Licence) -> None:
    """The clock stands still from the 20th to the 26th; the answer closes it."""
    claim = filed(licence)
    taken = take_claim(claim.pk, on=date(2026, 3, 17), by=ALICE)
    asked = ask_driver(claim.pk, "Envoyez l'attestation.", on=date(2026, 3, 20), by=ALICE)
    replied = reply_to_claim(claim.pk, licence, "La voici.", [FILE], on=date(2026, 3, 26))
    answered = answer_claim(claim.pk, UPHELD, "Le stage est enregistré.", on=date(2026, 3, 30), by=ALICE)
    claim.refresh_from_db()

    assert ("taken", ALICE, None) == (taken.state, taken.by, taken.clock.stopped_until_on)
    assert (date(2026, 4, 19), date(2026, 5, 22)) == (asked.clock.stopped_until_on, replied.clock.due_on)
    assert ("answered", UPHELD, date(2026, 3, 30)) == (answered.state, answered.outcome, claim.closed_on)
    assert 2 == claim.attachments.count()
    assert answered == standing_of_claim(claim, claim.events.order_by("sequence"), date(2026, 3, 30))


def test_asking_twice_does_not_count_the_same_days_twice(licence: Licence) -> None:
    """The second question ends the pause of the first."""
    claim = filed(licence)
    ask_driver(claim.pk, "Quel jour ?", on=date(2026, 3, 20), by=ALICE, days=30)
    ask_driver(claim.pk, "Et où ?", on=date(2026, 3, 25), by=ALICE, days=30)
    standing = reply_to_claim(claim.pk, licence, "Le 7, à Nantes.", [], on=date(2026, 3, 30))

    assert date(2026, 5, 26) == standing.clock.due_on


def test_an_answered_claim_is_closed(licence: Licence) -> None:
    """Neither the agent nor the driver adds anything to it."""
    claim = filed(licence)
    answer_claim(claim.pk, UPHELD, "Fait.", on=ARRIVED_ON, by=ALICE)

    with pytest.raises(StepRefused, match="close"):
        reply_to_claim(claim.pk, licence, "Merci.", [], on=ARRIVED_ON)
    with pytest.raises(StepRefused, match="close"):
        answer_claim(claim.pk, UPHELD, "Fait.", on=ARRIVED_ON, by=ALICE)


def test_nobody_adds_to_the_claim_of_another(licence: Licence) -> None:
    """The licence of the session is compared, whatever number came."""
    claim = filed(licence)
    other = Licence.objects.create(
        neph="000000000002", holder=Holder.objects.create(**CAMILLE), obtained_on=ARRIVED_ON, probation="none",
        territory="metropole", recorded_on=ARRIVED_ON,
    )  # fmt: skip

    with pytest.raises(StepRefused, match="d'un autre"):
        reply_to_claim(claim.pk, other, "Moi aussi.", [], on=ARRIVED_ON)


def test_claims_have_a_limit(licence: Licence) -> None:
    """Five open at once; one answered makes room."""
    claims = [filed(licence) for _ in range(MOST_OPEN)]
    with pytest.raises(TooMany):
        filed(licence)
    answer_claim(claims[0].pk, UPHELD, "Fait.", on=ARRIVED_ON, by=ALICE)

    assert filed(licence).pk


def test_what_is_no_claim_is_refused(licence: Licence) -> None:
    """Another word, an empty answer, an outcome that does not exist, an agent without a name."""
    claim = filed(licence)

    assert 6 == len(set(KINDS))
    with pytest.raises(StepRefused, match="attendu stage_missing"):
        file_claim(licence, "weather", "Il pleut.", [], on=ARRIVED_ON)
    with pytest.raises(StepRefused, match="trouvé 0 caractères"):
        answer_claim(claim.pk, UPHELD, "  ", on=ARRIVED_ON, by=ALICE)
    with pytest.raises(StepRefused, match="attendu upheld"):
        answer_claim(claim.pk, "perhaps", "Qui sait.", on=ARRIVED_ON, by=ALICE)
    with pytest.raises(StepRefused, match="sans nom"):
        take_claim(claim.pk, on=ARRIVED_ON, by="")
