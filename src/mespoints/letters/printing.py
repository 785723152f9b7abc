"""What a run asks of whoever composes its letters: one order, one PDF, or the reason why there can be none."""

from datetime import date
from typing import NamedTuple, Protocol

from mespoints.letters.deciding import Send
from mespoints.letters.files import File, Owed
from mespoints.letters.routing import Destination
from mespoints.letters.spool import Entry
from mespoints.register.models import Holder


class Order(NamedTuple):
    """One letter to compose. ``kind``: that of the owed letter, or RETRAIT; ``written_on``: the day that it bears."""

    reference: str
    kind: str
    owed: Owed
    file: File
    destination: Destination
    written_on: date


class CodeOrder(NamedTuple):
    """One letter that tells a confidential code, to compose. ``code``: in clear, here and on the paper alone."""

    reference: str
    holder: Holder
    neph: str
    destination: Destination
    code: str
    written_on: date


class Composed(NamedTuple):
    """A letter as PDF, and how many pages it has."""

    pdf: bytes
    pages: int


class Ready(NamedTuple):
    """A letter that is composed and can leave. ``acts``: how many acts the file held when it was written."""

    decision: Send
    acts: int
    entry: Entry
    pdf: bytes


class NotComposed(Exception):
    """A letter that cannot be composed yet: an address that does not fit, a field that is missing.

    ``reason``: in French, for the agent who has to mend it; it repeats no personal data.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Printer(Protocol):
    """Whoever composes letters."""

    def compose(self, order: Order) -> Composed:
        """The letter. Raises NotComposed."""
        ...

    def compose_code(self, order: CodeOrder) -> Composed:
        """The letter of a code. Raises NotComposed."""
        ...
