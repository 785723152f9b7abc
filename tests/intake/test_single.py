"""One line that a person typed: tried without writing, then taken as the feeds are."""

from datetime import date

import pytest

from mespoints.intake.models import FeedFile, FeedLine
from mespoints.intake.single import take_line, try_line
from mespoints.register.ledger import append_acts
from mespoints.register.models import Licence
from tests.portal.conftest import offence
from tests.portal.test_consulting_changes_nothing import dump

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)
STAGE = (
    b'{"format":"stages/1","event":"attestation","id":"AT-1","neph":"000000000001","ended_on":"2026-11-14","case":1}'
)
ORPHAN = (
    b'{"format":"prefecture/1","event":"suspension_letter","id":"L-1","neph":"000000000001","suspension":"AP-1",'
    b'"form":"1F","notified_on":"2026-11-16"}'
)


@pytest.fixture
def driver(licence: Licence) -> Licence:
    """Four points lost."""
    append_acts(licence, [offence("a", "2026-05-04", "2026-06-10")], recorded_on=date(2026, 11, 12), source="antai/1")
    return licence


@pytest.mark.parametrize(
    ("feed", "raw", "fate"),
    [
        ("stages/1", STAGE, "accepted"),
        ("stages/1", STAGE.replace(b"000000000001", b"000000000009"), "waiting"),
        ("stages/1", STAGE.replace(b'"case":1', b'"case":9'), "refused"),
        ("prefecture/1", ORPHAN, "waiting"),
    ],
    ids=["accepted", "unknown licence", "refused", "waits for its act"],
)
def test_what_is_tried_is_what_would_happen_and_writes_nothing(
    feed: str, raw: bytes, fate: str, driver: Licence
) -> None:
    """The register is the same to the byte after the trial; the same line taken then has the fate that was told."""
    before = dump()
    tried = try_line(feed, raw, TODAY)

    assert dump() == before
    assert fate == tried.fate

    taken = take_line(feed, raw, "essai", TODAY)

    assert fate == taken.fate
    assert list(tried.reasons) == taken.reasons


def test_the_trial_tells_the_movements_and_the_balance(driver: Licence) -> None:
    """Four points come back, the day after the stage, with the letter 47."""
    tried = try_line("stages/1", STAGE, TODAY)

    assert [("2026-11-15", 4, 12, "47")] == [
        (row.on, row.points, row.balance, row.letter) for row in tried.movements if row.points
    ]
    assert (12, "valid") == (tried.balance, tried.status)


def test_a_line_that_is_known_brings_nothing(driver: Licence) -> None:
    """Tried again once it was taken."""
    take_line("stages/1", STAGE, "essai", TODAY)

    assert "known" == try_line("stages/1", STAGE, TODAY).fate
    assert (1, True) == (FeedLine.objects.count(), FeedFile.objects.get().done)
