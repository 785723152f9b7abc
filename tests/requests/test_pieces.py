"""The pieces that a request needs, as the notice of the préfectures lists them."""

import pytest

from mespoints.requests.pieces import (
    CHANNELS,
    COUNTER,
    DOCUMENTS,
    EMAIL,
    ENVELOPE,
    IDENTITY,
    LAWYER,
    LICENCE,
    LICENCE_STATES,
    LOSS_RECEIPT,
    LOST,
    MANDATAIRE,
    MANDATE,
    ONLINE,
    POST,
    REFUSED,
    REQUESTERS,
    SUSPENDED,
    SUSPENSION_NOTICE,
    VALID,
    required_pieces,
)
from mespoints.requests.wording import piece_words


@pytest.mark.parametrize(
    ("channel", "licence_state", "pieces"),
    [
        (POST, VALID, (LICENCE, IDENTITY, ENVELOPE)),
        (EMAIL, VALID, (LICENCE, IDENTITY)),
        (COUNTER, VALID, (LICENCE, IDENTITY)),
        (COUNTER, SUSPENDED, (SUSPENSION_NOTICE, IDENTITY)),
        (COUNTER, LOST, (LOSS_RECEIPT, IDENTITY)),
        (POST, LOST, (LOSS_RECEIPT, IDENTITY, ENVELOPE)),
        (ONLINE, SUSPENDED, ()),
    ],
)
def test_the_pieces_of_each_channel(channel: str, licence_state: str, pieces: tuple[str, ...]) -> None:
    """The envelope by post alone; the notice or the receipt in the place of a title that cannot be shown."""

    assert pieces == required_pieces(channel, licence_state)


def test_a_mandataire_shows_the_mandate_and_a_lawyer_does_not() -> None:
    """A lawyer is believed on their word (loi n° 71-1130, art. 6)."""

    assert (LICENCE, IDENTITY, MANDATE) == required_pieces(EMAIL, VALID, MANDATAIRE)
    assert (LICENCE, IDENTITY) == required_pieces(EMAIL, VALID, LAWYER)


def test_only_the_holder_has_the_whole_record() -> None:
    """Art. L. 225-3 and L. 225-5; whom neither names has nothing."""

    assert {"holder": "releve", "lawyer": "restreint", "mandataire": "restreint"} == DOCUMENTS
    assert set(REQUESTERS) == {*DOCUMENTS, *REFUSED}


def test_every_piece_has_its_words() -> None:
    """Whatever the channel, the state of the title and the requester."""
    words = [
        piece_words(piece, channel)
        for channel in CHANNELS
        for state in LICENCE_STATES
        for requester in DOCUMENTS
        for piece in required_pieces(channel, state, requester)
    ]

    assert "la photocopie recto verso de votre permis de conduire" in words
    assert all(words)
