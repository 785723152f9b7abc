"""What is told of people goes once it serves nobody any more; what stays names nobody."""

from datetime import date

from mespoints.register.models import Licence
from mespoints.requests.attachments import Judged
from mespoints.requests.claims import STAGE_MISSING, UPHELD, answer_claim, file_claim
from mespoints.requests.departures import receive_first_message
from mespoints.requests.handling import keep_scans, refuse
from mespoints.requests.media import PNG
from mespoints.requests.models import (
    Applicant,
    Attachment,
    Claim,
    ClaimMessage,
    Departure,
    FirstMessage,
    RecordEvent,
    RecordRequest,
)
from mespoints.requests.pieces import IDENTITY
from mespoints.requests.purging import Purged, purge_requests
from mespoints.requests.refusals import IDENTITY_UNPROVEN
from tests.requests.conftest import ALICE, ARRIVED_ON, Arrive, make_ready

SCAN = [Judged(PNG, b"scan")]


def close_both(arrive: Arrive, licence: Licence) -> None:
    """A request refused and a claim answered on the 16 March 2026, each with a file; another of each stays open."""
    for is_closed in (True, False):
        request = arrive()
        keep_scans(request.pk, IDENTITY, SCAN, on=ARRIVED_ON, by=ALICE)
        make_ready(request, licence)
        claim = file_claim(licence, STAGE_MISSING, "Mon stage manque.", SCAN, on=ARRIVED_ON)
        if is_closed:
            refuse(request.pk, IDENTITY_UNPROVEN, on=ARRIVED_ON, by=ALICE)
            answer_claim(claim.pk, UPHELD, "Fait.", on=ARRIVED_ON, by=ALICE)


def test_files_and_words_go_after_six_months_and_people_after_a_year(arrive: Arrive, licence: Licence) -> None:
    """Not a day before, and nothing of what is still open."""
    close_both(arrive, licence)
    events = RecordEvent.objects.count()
    eve = purge_requests(date(2026, 9, 15), apply=True)
    pieces = purge_requests(date(2026, 9, 16), apply=True)
    people = purge_requests(date(2027, 3, 16), apply=True)

    assert Purged(0, 0) == eve
    assert Purged(5, 0) == pieces
    assert Purged(0, 3) == people
    assert (2, 1, 1) == (Attachment.objects.count(), ClaimMessage.objects.count(), Applicant.objects.count())
    assert (events, 2, 2) == (RecordEvent.objects.count(), RecordRequest.objects.count(), Claim.objects.count())
    assert [None, licence.pk] == list(RecordRequest.objects.order_by("pk").values_list("licence", flat=True))


def test_a_rehearsal_only_counts(arrive: Arrive, licence: Licence) -> None:
    """What would go is told, and stays."""
    close_both(arrive, licence)

    assert Purged(5, 3) == purge_requests(date(2027, 3, 16), apply=False)
    assert 4 == Attachment.objects.count()


def test_a_first_message_goes_with_its_reply(db: None) -> None:
    """Six months after it came: no request ever follows some of them."""
    receive_first_message("44", "camille@example.org", on=ARRIVED_ON, asked_on=ARRIVED_ON, by=ALICE)
    eve = purge_requests(date(2026, 9, 16), apply=True)

    assert (Purged(0, 0), Purged(2, 0)) == (eve, purge_requests(date(2026, 9, 17), apply=True))
    assert (0, 0) == (FirstMessage.objects.count(), Departure.objects.count())
