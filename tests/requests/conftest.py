"""Requests that arrived, and whose licence they ask about."""

from collections.abc import Callable
from datetime import date

import pytest

from mespoints.register.models import Licence
from mespoints.requests.handling import Arrival, Found, check_piece, match, receive
from mespoints.requests.models import Applicant, Claimant, RecordRequest
from mespoints.requests.pieces import EMAIL, HOLDER, POST, VALID, required_pieces

ARRIVED_ON = date(2026, 3, 16)  # a Monday
DOCUMENT = b"%PDF-1.7 releve"
ALICE, BRUNO = "a.martin@loire-atlantique", "b.petit@loire-atlantique"

Arrive = Callable[..., RecordRequest]


@pytest.fixture
def arrive(db: None) -> Arrive:
    """A request of Camille Martin: ``arrive(channel=EMAIL, requester=EMPLOYER)``."""

    def write(
        channel: str = POST, requester: str = HOLDER, licence_state: str = VALID, neph: str = "", on: date = ARRIVED_ON
    ) -> RecordRequest:
        postal = ["1 RUE DE LA PAIX", "44000 NANTES"]
        applicant = Applicant(
            family_name="MARTIN", given_names=["Camille"], sex="female", birth_date="1975-04-02", birth_place="44109",
            birth_country="99100", neph=neph, reply_to=["camille@example.org"] if channel == EMAIL else postal,
        )  # fmt: skip
        return receive(Arrival(channel, requester, licence_state, "44"), applicant, on=on, by=ALICE)

    return write


def make_ready(request: RecordRequest, licence: Licence, on: date = ARRIVED_ON) -> None:
    """Every piece good, the licence known."""
    for piece in required_pieces(request.channel, request.licence_state, request.requester):
        check_piece(request.pk, piece, is_good=True, on=on, by=ALICE)
    match(request.pk, [Found(licence, is_certain=True)], on=on, by=ALICE)


def unknown_person() -> Claimant:
    """Somebody whom the register does not know, not saved: a claim must come with them."""
    return Claimant(
        family_name="OKONJO", given_names=["Ada"], born_on=date(1988, 7, 3), birth_place="Lagos",
        reply_to=["ada@example.org"],
    )  # fmt: skip
