"""The journal of the authorities' access: each call in a line of ours; each look at a file in that file's own journal.

The driver reads there who asked and why, on which day and what was shown (art. L. 225-6), except for the looks that
the law keeps from them; a refusal leaves its line too.
"""

from datetime import date
from typing import NamedTuple

from django.db import transaction
from django.db.models import QuerySet

from mespoints.api.clients import caller_of
from mespoints.api.models import Call, Client
from mespoints.register.accesses import beginning_of, kept_from, record_access
from mespoints.register.models import Licence

MEANS = "api"
REFUSED = "refused"
ANSWERED = "answered"
UNKNOWN, UNCERTAIN = "unknown", "uncertain"


class Asked(NamedTuple):
    """Who asks for what, and why. ``agent``: the person there; ``data``: what is asked for, in the words of the law."""

    client: Client
    operation: str
    agent: str
    reason: str
    data: tuple[str, ...]


def note(asked: Asked, outcome: str, licence: Licence | None = None, *, shown: str = "") -> None:
    """Write what came of a call; with ``licence``, in the journal of that file too. ``shown``: instead of the data."""
    data, article = ", ".join(asked.data), caller_of(asked.client).article
    with transaction.atomic():
        Call.objects.create(
            client=asked.client, agent=asked.agent, operation=asked.operation, article=article, reason=asked.reason,
            data=data, outcome=outcome, licence=licence,
        )  # fmt: skip
        if licence is not None:
            record_access(
                licence, viewer="authority", who=asked.client.name, means=MEANS, article=article, reason=asked.reason,
                shown=(shown or data) if outcome == ANSWERED else REFUSED,
            )  # fmt: skip


def to_purge(on: date) -> QuerySet[Call]:
    """The calls older than a year on a day."""
    return Call.objects.filter(at__lt=beginning_of(kept_from(on)))


def purge(on: date) -> int:
    """Let them go; how many went."""
    gone, _ = to_purge(on).delete()
    return gone
