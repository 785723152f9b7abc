"""One step of a request for a record: its row locked, its events read, what may be done checked, one event added.

The same for every step, so that two agents at once cannot both win: the row is locked where the database can, and a
sequence number is given once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from mespoints.register.durability import durable_transaction
from mespoints.requests.models import RecordEvent, RecordRequest
from mespoints.requests.standing import CLOSED, Standing, standing_of


class StepRefused(Exception):
    """What was asked cannot be done; ``reason``: a French sentence for the agent, without anybody's data."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def named(by: str) -> str:
    """The name of the agent. Raises StepRefused when there is none."""
    if not by.strip():
        raise StepRefused("trouvé un agent sans nom, attendu celui de qui agit.")
    return by.strip()


class Step:
    """A request being handled, by an agent on a day. ``standing``: as it was before the step."""

    def __init__(self, request: RecordRequest, on: date, by: str) -> None:
        """Read how the request stands. Raises StepRefused for an agent without a name."""
        self.request, self.on, self.by = request, on, named(by)
        self.events = list(request.events.order_by("sequence"))
        self.standing: Standing = standing_of(request, self.events, on)

    def add(
        self, kind: str, *, piece: str = "", until_on: date | None = None, why: str = "", digest: str = ""
    ) -> Standing:
        """Add an event and derive the state from it; how the request stands now."""
        event = RecordEvent.objects.create(
            record_request=self.request, sequence=len(self.events) + 1, kind=kind, on=self.on, by=self.by, piece=piece,
            until_on=until_on, why=why, digest=digest,
        )  # fmt: skip
        self.events.append(event)
        self.standing = standing_of(self.request, self.events, self.on)
        is_closed = self.standing.state in CLOSED
        self.request.state = self.standing.state
        self.request.due_on = self.standing.clock.due_on
        self.request.closed_on = self.on if is_closed else None
        self.request.save(update_fields=["state", "due_on", "closed_on", "licence"])
        return self.standing


@contextmanager
def step(pk: int, *, on: date, by: str) -> Iterator[Step]:
    """The request of this row number, locked until its step is done. Raises StepRefused when it is closed."""
    with durable_transaction():
        opened = Step(RecordRequest.objects.select_for_update().get(pk=pk), on, by)
        if opened.standing.state in CLOSED:
            raise StepRefused("trouvé une demande close, attendu une demande en cours.")
        yield opened
