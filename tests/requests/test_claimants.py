"""The claim of somebody whom the register does not know: filed with a file, found by two things, purged."""

from datetime import date

import pytest

from mespoints.register.models import Licence
from mespoints.requests.attachments import Judged
from mespoints.requests.claimants import claim_of_claimant, file_as_claimant
from mespoints.requests.claims import (
    NOT_IN_FILE,
    STAGE_MISSING,
    UPHELD,
    answer_claim,
    file_claim,
    reply_to_claim,
    take_claim,
)
from mespoints.requests.media import PNG
from mespoints.requests.models import Attachment, Claim, Claimant
from mespoints.requests.purging import Purged, purge_requests
from mespoints.requests.steps import StepRefused
from tests.requests.conftest import ALICE, ARRIVED_ON, unknown_person

SCAN = [Judged(PNG, b"scan")]
BORN_ON = date(1988, 7, 3)


@pytest.fixture
def claim(db: None) -> Claim:
    """Filed on the 16 March 2026."""
    return file_as_claimant(unknown_person(), "44", "Mon permis de 2010 n'y est pas.", SCAN, on=ARRIVED_ON)


def test_it_is_filed_without_a_licence(claim: Claim) -> None:
    """With who wrote it, its file and the clock of any other claim."""
    claim.refresh_from_db()

    assert (None, NOT_IN_FILE, "44", date(2026, 5, 16)) == (
        claim.licence, claim.kind, claim.departement, claim.due_on,
    )  # fmt: skip
    assert ("OKONJO", 1) == (claim.claimant.family_name, claim.attachments.count())


def test_nothing_is_kept_of_a_claim_without_a_file_or_words(db: None) -> None:
    """A licence that nobody finds is shown, not told."""
    for text, files in (("Je n'y suis pas.", []), ("  ", SCAN)):
        with pytest.raises(StepRefused):
            file_as_claimant(unknown_person(), "44", text, files, on=ARRIVED_ON)

    assert (0, 0, 0) == (Claim.objects.count(), Claimant.objects.count(), Attachment.objects.count())


def test_it_is_found_by_its_reference_and_the_day_of_birth(claim: Claim, licence: Licence) -> None:
    """Neither alone; and never the claim of a driver who has a file."""
    other = file_claim(licence, STAGE_MISSING, "Mon stage manque.", SCAN, on=ARRIVED_ON)

    assert claim == claim_of_claimant(claim.reference, BORN_ON)
    assert None is claim_of_claimant(claim.reference, date(1988, 7, 4))
    assert None is claim_of_claimant("R26000000000", BORN_ON)
    assert None is claim_of_claimant(other.reference, date(1975, 4, 2))


def test_it_is_taken_completed_and_answered_as_any_other(claim: Claim, licence: Licence) -> None:
    """By whoever follows it; a driver who has a file adds nothing to it."""
    take_claim(claim.pk, on=ARRIVED_ON, by=ALICE)
    with pytest.raises(StepRefused):
        reply_to_claim(claim.pk, licence, "Moi.", (), on=ARRIVED_ON)
    reply_to_claim(claim.pk, None, "Voici le verso.", SCAN, on=ARRIVED_ON)
    standing = answer_claim(claim.pk, UPHELD, "Il y est.", on=ARRIVED_ON, by=ALICE)

    assert ("answered", UPHELD, 2) == (standing.state, standing.outcome, claim.attachments.count())


def test_a_reply_without_a_licence_is_refused_on_the_claim_of_a_driver(licence: Licence) -> None:
    """Whose claim it is stays with the licence."""
    other = file_claim(licence, STAGE_MISSING, "Mon stage manque.", SCAN, on=ARRIVED_ON)
    with pytest.raises(StepRefused):
        reply_to_claim(other.pk, None, "Moi.", (), on=ARRIVED_ON)

    assert ["filed"] == list(other.events.values_list("kind", flat=True))


def test_who_wrote_goes_a_year_after_the_answer(claim: Claim) -> None:
    """As the civil status of a request does; files and words after six months; not before it is answered."""
    open_still = purge_requests(date(2027, 3, 16), apply=True)
    answer_claim(claim.pk, UPHELD, "Il y est.", on=ARRIVED_ON, by=ALICE)
    pieces = purge_requests(date(2026, 9, 16), apply=True)
    eve = purge_requests(date(2027, 3, 15), apply=True)
    people = purge_requests(date(2027, 3, 16), apply=True)

    assert [Purged(0, 0), Purged(3, 0), Purged(0, 0), Purged(0, 1)] == [open_still, pieces, eve, people]
    assert (1, 0) == (Claim.objects.count(), Claimant.objects.count())
    assert None is claim_of_claimant(claim.reference, BORN_ON)
