"""The standing of the service in a few cheap counts: what the operator's pages show and what a probe collects.

Each count reads an index, or a table of some hundreds of rows: a register of forty million answers as a small one.
"""

from datetime import date
from typing import NamedTuple

from django.db.models import Count, Min, Sum

from mespoints.desk.models import Entry
from mespoints.intake.fates import FATES
from mespoints.intake.models import FeedFile
from mespoints.letters.models import TO_EXAMINE, CodeRequest, Sending
from mespoints.register.models import Account, NightlyRun, OwedLetter, Seal


class LettersWaiting(NamedTuple):
    """Letters of a kind that wait to leave, and the day since when the oldest one does."""

    letter: str
    number: int
    oldest_on: date


class Standing(NamedTuple):
    """``lines``: of all the feeds, by fate. ``due``: licences that the next night has to settle.

    ``sealed_on``: the day of the last seal. ``entries``: what waits for a second agent, oldest day first.
    """

    lines: dict[str, int]
    unfinished: int
    letters: tuple[LettersWaiting, ...]
    to_examine: int
    codes: int
    night: NightlyRun | None
    due: int
    sealed_on: date | None
    entries: int
    oldest_entry_on: date | None


def standing(on: date) -> Standing:
    """The standing of the service on a day."""
    lines = FeedFile.objects.aggregate(**{fate: Sum(fate, default=0) for fate in FATES})
    entries = Entry.objects.filter(line__gt="").aggregate(count=Count("pk"), oldest=Min("received_on"))
    return Standing(
        lines=dict(lines),
        unfinished=FeedFile.objects.filter(done=False).count(),
        letters=letters_waiting(),
        to_examine=Sending.objects.filter(outcome=TO_EXAMINE).count(),
        codes=CodeRequest.objects.filter(batch=None).count(),
        night=NightlyRun.objects.order_by("-pk").first(),
        due=Account.objects.filter(next_on__lte=on).count(),
        sealed_on=Seal.objects.order_by("-number").values_list("sealed_on", flat=True).first(),
        entries=entries["count"],
        oldest_entry_on=entries["oldest"],
    )


def letters_waiting() -> tuple[LettersWaiting, ...]:
    """By kind, those that nothing was done with yet."""
    rows = OwedLetter.objects.filter(done_on=None).values("letter").order_by("letter")
    return tuple(
        LettersWaiting(row["letter"], row["count"], row["oldest"])
        for row in rows.annotate(count=Count("pk"), oldest=Min("owed_on"))
    )
