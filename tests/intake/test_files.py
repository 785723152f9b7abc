"""The end of a file: what says that it is done and what says how far its feed goes are written together."""

from datetime import date

import pytest

from mespoints.intake import files
from mespoints.intake.models import FeedFile
from mespoints.register.models import Delivery
from tests.intake.feeding import RECORDED_ON, opening, take

pytestmark = pytest.mark.django_db


class PowerCut(Exception):
    """What stops an intake where the test wants it to."""


def cut_power(_source: str, _received_on: date) -> None:
    """Stand in for the note of a delivery."""
    raise PowerCut


def test_an_intake_stopped_before_its_delivery_is_noted_notes_it_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file done without its delivery would never be opened again: the register would look older than it is."""
    with monkeypatch.context() as patched:
        patched.setattr(files, "note_delivery", cut_power)
        with pytest.raises(PowerCut):
            take(opening())
    was_done = FeedFile.objects.get().done
    take(opening())

    assert (False, True) == (was_done, FeedFile.objects.get().done)
    assert [("prefecture/1", RECORDED_ON)] == list(Delivery.objects.values_list("source", "received_on"))
