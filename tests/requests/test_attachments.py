"""Files are judged before they are kept, under a name of ours."""

import pytest

from mespoints.register.models import Licence
from mespoints.requests.attachments import MOST_FILES, TOO_LARGE, TOO_MANY, UNKNOWN, FileRefused, Judged, judge, keep
from mespoints.requests.claims import STAGE_MISSING, file_claim
from mespoints.requests.handling import keep_scans
from mespoints.requests.media import MOST_BYTES, PNG
from mespoints.requests.models import Attachment
from mespoints.requests.pieces import EMAIL, ENVELOPE, IDENTITY
from mespoints.requests.steps import StepRefused
from tests.requests.conftest import ALICE, ARRIVED_ON, Arrive
from tests.requests.test_media import picture


def test_files_are_judged_by_their_bytes() -> None:
    """Each with its media type and its sha-256."""
    (judged,) = judge([picture("PNG")])

    assert (PNG, 64) == (judged.media, len(judged.digest))


@pytest.mark.parametrize(
    ("contents", "place", "why"),
    [
        ([picture("PNG"), b"<html>"], 2, UNKNOWN),
        ([b"\x00" * (MOST_BYTES + 1)], 1, TOO_LARGE),
        ([b"%PDF-1.7\n"] * (MOST_FILES + 1), MOST_FILES + 1, TOO_MANY),
    ],
)
def test_a_file_that_is_not_kept_says_which_and_why(contents: list[bytes], place: int, why: str) -> None:
    """By its place among those sent: its name is never repeated."""
    with pytest.raises(FileRefused) as refused:
        judge(contents)

    assert (place, why) == (refused.value.place, refused.value.why)


def test_a_file_is_kept_under_a_name_drawn_at_random(licence: Licence) -> None:
    """Two files with the same bytes have two names."""
    claim = file_claim(licence, STAGE_MISSING, "Voir l'attestation.", [], on=ARRIVED_ON)
    keep([Judged(PNG, b"same"), Judged(PNG, b"same")], on=ARRIVED_ON, claim=claim)
    names = set(Attachment.objects.values_list("name", flat=True))

    assert (2, {32}) == (len(names), {len(name) for name in names})


def test_the_scan_of_a_piece_is_kept_with_it_and_still_to_be_checked(arrive: Arrive) -> None:
    """A piece that this channel does not ask for has no scan."""
    request = arrive(EMAIL)
    keep_scans(request.pk, IDENTITY, [Judged(PNG, b"scan")], on=ARRIVED_ON, by=ALICE)

    assert [IDENTITY] == [one.piece for one in request.attachments.all()]
    assert ["arrived"] == [event.kind for event in request.events.all()]
    with pytest.raises(StepRefused, match="pas demandée"):
        keep_scans(request.pk, ENVELOPE, [Judged(PNG, b"scan")], on=ARRIVED_ON, by=ALICE)
