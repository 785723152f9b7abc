"""Who takes a batch to its drivers: the printing house that fetches the spool, or a service that is called."""

from typing import NamedTuple, Protocol

from mespoints.letters.spool import Spool


class CarrierUnavailable(Exception):
    """The carrier could not take the batch now: it stays in the spool, and the next run hands it over.

    ``reason``: in French, for the operator; it repeats no personal data.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Turned(NamedTuple):
    """A letter that the carrier will not take, with its reason."""

    reference: str
    reason: str


class Carrier(Protocol):
    """Whoever takes batches. ``name``: as the register keeps it, at most 16 letters."""

    name: str

    def hand_over(self, spool: Spool, batch: str) -> list[Turned]:
        """Take a batch that stands whole in the spool; done again after a run was killed, it sends nothing twice.

        What it leaves under ``.writing`` is removed once the register has kept its answer: killed before, it is asked
        again and answers the same. Returns the letters that were turned down. Raises CarrierUnavailable.
        """
        ...


class PrintingHouse:
    """The default: batches appear in the spool, and the printing house fetches them from there."""

    name = "spool"

    def hand_over(self, spool: Spool, batch: str) -> list[Turned]:
        """One rename: the batch is there, whole."""
        spool.release(batch)
        return []
