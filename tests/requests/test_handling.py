"""A request for a record, from its arrival to what leaves or to its refusal."""

from datetime import date, timedelta

import pytest

from mespoints.register.models import Licence
from mespoints.requests.handling import (
    BY_NEPH,
    BY_RULE,
    HOMONYMS,
    NOBODY,
    NOT_CERTAIN,
    Found,
    ask_for_pieces,
    check_piece,
    decide_match,
    match,
    note_pieces_came,
    refuse,
    release,
    send_back,
    validate,
)
from mespoints.requests.models import RecordRequest
from mespoints.requests.pieces import (
    EMAIL,
    EMPLOYER,
    ENVELOPE,
    IDENTITY,
    INSURER,
    LAWYER,
    LICENCE,
    POST,
    SUSPENSION_NOTICE,
    THIRD_PERSON,
)
from mespoints.requests.refusals import GROUNDS, IDENTITY_UNPROVEN, INCOMPLETE
from mespoints.requests.steps import StepRefused
from tests.requests.conftest import ALICE, ARRIVED_ON, BRUNO, DOCUMENT, Arrive, make_ready


def told(request: RecordRequest) -> list[tuple[str, str]]:
    """What happened, event by event, and by whom."""
    return list(request.events.order_by("sequence").values_list("kind", "by"))


def test_a_request_by_post_goes_from_arrival_to_release(arrive: Arrive, licence: Licence) -> None:
    """Each piece is checked, the licence known, one agent validates, another releases; every step has its event."""
    request = arrive(POST)
    make_ready(request, licence)
    validate(request.pk, on=ARRIVED_ON, by=ALICE)
    standing = release(request.pk, DOCUMENT, on=date(2026, 3, 18), by=BRUNO)
    request.refresh_from_db()

    assert ("released", "released", date(2026, 3, 18)) == (standing.state, request.state, request.closed_on)
    assert ["arrived", *["piece_accepted"] * 3, "matched", "validated", "released"] == [
        kind for kind, _ in told(request)
    ]
    assert [("validated", ALICE), ("released", BRUNO)] == told(request)[-2:]


def test_who_validated_cannot_release(arrive: Arrive, licence: Licence) -> None:
    """However they write their name; sent back, it takes two agents again."""
    request = arrive()
    make_ready(request, licence)
    validate(request.pk, on=ARRIVED_ON, by=ALICE)
    for same in (ALICE, f" {ALICE.upper()} "):
        with pytest.raises(StepRefused, match="deux agents"):
            release(request.pk, DOCUMENT, on=ARRIVED_ON, by=same)
    send_back(request.pk, on=ARRIVED_ON, by=BRUNO)
    with pytest.raises(StepRefused, match="personne n'a validée"):
        release(request.pk, DOCUMENT, on=ARRIVED_ON, by=BRUNO)
    validate(request.pk, on=ARRIVED_ON, by=BRUNO)

    assert "released" == release(request.pk, DOCUMENT, on=ARRIVED_ON, by=ALICE).state


def test_nothing_is_validated_while_a_piece_or_the_licence_is_missing(arrive: Arrive, licence: Licence) -> None:
    """A piece that was turned down counts as missing."""
    request = arrive(EMAIL)
    check_piece(request.pk, LICENCE, is_good=True, on=ARRIVED_ON, by=ALICE)
    check_piece(request.pk, IDENTITY, is_good=False, on=ARRIVED_ON, by=ALICE)
    match(request.pk, [Found(licence, is_certain=True)], on=ARRIVED_ON, by=ALICE)
    with pytest.raises(StepRefused, match="il manque encore : pièce d'identité en cours de validité"):
        validate(request.pk, on=ARRIVED_ON, by=ALICE)
    check_piece(request.pk, IDENTITY, is_good=True, on=ARRIVED_ON, by=ALICE)
    match(request.pk, [], on=ARRIVED_ON, by=ALICE)
    with pytest.raises(StepRefused, match="il manque encore : permis reconnu"):
        validate(request.pk, on=ARRIVED_ON, by=ALICE)


def test_a_missing_piece_stops_the_clock_until_it_comes(arrive: Arrive) -> None:
    """One month from the 16 March, the envelope is asked for on the 20th and comes on the 26th: six days more."""
    request = arrive()
    asked_on, came_on = date(2026, 3, 20), date(2026, 3, 26)
    for piece in (LICENCE, IDENTITY):
        check_piece(request.pk, piece, is_good=True, on=asked_on, by=ALICE)
    asked = ask_for_pieces(request.pk, on=asked_on, by=ALICE)
    request.refresh_from_db()
    waiting = request.state, request.due_on
    came = note_pieces_came(request.pk, on=came_on, by=ALICE)
    request.refresh_from_db()

    assert ((ENVELOPE,), date(2026, 4, 19)) == (asked.missing(), asked.clock.stopped_until_on)
    assert ("waiting", date(2026, 5, 16)) == waiting
    assert (None, "received", date(2026, 4, 22)) == (came.clock.stopped_until_on, request.state, request.due_on)


def test_nothing_is_asked_for_when_nothing_is_missing(arrive: Arrive, licence: Licence) -> None:
    """Nor can what was never asked for come; nor is a piece of another channel checked."""
    request = arrive(EMAIL)
    make_ready(request, licence)

    with pytest.raises(StepRefused, match="toutes les pièces acceptées"):
        ask_for_pieces(request.pk, on=ARRIVED_ON, by=ALICE)
    with pytest.raises(StepRefused, match="n'attend rien"):
        note_pieces_came(request.pk, on=ARRIVED_ON, by=ALICE)
    with pytest.raises(StepRefused, match="pas demandée"):
        check_piece(request.pk, SUSPENSION_NOTICE, is_good=True, on=ARRIVED_ON, by=ALICE)


def test_a_licence_is_never_guessed(licence: Licence) -> None:
    """One that is certain, or the one whose NEPH is named; homonyms, and a NEPH that is another's, find nobody."""
    other = Licence(neph="000000000002")
    certain, likely = Found(licence, is_certain=True), Found(licence, is_certain=False)
    homonym = Found(other, is_certain=True)

    assert (licence, BY_RULE) == decide_match("", [certain])
    assert (licence, BY_NEPH) == decide_match(licence.neph, [likely, homonym])
    assert (None, NOBODY) == decide_match(licence.neph, [])
    assert (None, NOT_CERTAIN) == decide_match("", [likely])
    assert (None, NOT_CERTAIN) == decide_match("000000000009", [certain])
    assert (None, HOMONYMS) == decide_match("", [certain, homonym])


@pytest.mark.parametrize("requester", [EMPLOYER, INSURER, THIRD_PERSON])
def test_whom_the_law_does_not_name_is_refused_and_leaves_a_trace(
    requester: str, arrive: Arrive, licence: Licence
) -> None:
    """Nothing can be validated for them, whatever they bring; the refusal keeps its ground."""
    request = arrive(EMAIL, requester)
    make_ready(request, licence)
    with pytest.raises(StepRefused, match=r"art. L. 225-6"):
        validate(request.pk, on=ARRIVED_ON, by=ALICE)
    with pytest.raises(StepRefused, match="ne vaut pas pour ce demandeur"):
        refuse(request.pk, IDENTITY_UNPROVEN, on=ARRIVED_ON, by=ALICE)
    refuse(request.pk, requester, on=ARRIVED_ON, by=ALICE)
    request.refresh_from_db()

    assert ("refused", ARRIVED_ON) == (request.state, request.closed_on)
    assert requester == request.events.get(kind="refused").why
    assert GROUNDS[requester].articles


def test_a_holder_is_not_refused_as_an_employer_would_be(arrive: Arrive) -> None:
    """Nor for pieces that were never asked for, or whose delay runs."""
    request = arrive()
    with pytest.raises(StepRefused, match="ne vaut pas"):
        refuse(request.pk, EMPLOYER, on=ARRIVED_ON, by=ALICE)
    with pytest.raises(StepRefused, match="rien de demandé"):
        refuse(request.pk, INCOMPLETE, on=ARRIVED_ON, by=ALICE)
    ask_for_pieces(request.pk, on=ARRIVED_ON, by=ALICE)
    with pytest.raises(StepRefused, match="un délai qui court"):
        refuse(request.pk, INCOMPLETE, on=ARRIVED_ON + timedelta(days=29), by=ALICE)

    assert "refused" == refuse(request.pk, INCOMPLETE, on=ARRIVED_ON + timedelta(days=30), by=ALICE).state


def test_a_closed_request_is_handled_no_more(arrive: Arrive) -> None:
    """Neither checked, nor matched, nor refused a second time."""
    request = arrive(EMAIL, LAWYER)
    refuse(request.pk, IDENTITY_UNPROVEN, on=ARRIVED_ON, by=ALICE)
    for again in (
        lambda: check_piece(request.pk, LICENCE, is_good=True, on=ARRIVED_ON, by=ALICE),
        lambda: match(request.pk, [], on=ARRIVED_ON, by=ALICE),
        lambda: refuse(request.pk, IDENTITY_UNPROVEN, on=ARRIVED_ON, by=ALICE),
    ):
        with pytest.raises(StepRefused, match="demande close"):
            again()


def test_a_step_has_its_agent_and_a_request_its_words(arrive: Arrive) -> None:
    """Nobody acts without a name; an unknown channel or département is refused with what is expected."""
    request = arrive()

    with pytest.raises(StepRefused, match="sans nom"):
        match(request.pk, [], on=ARRIVED_ON, by="  ")
    with pytest.raises(StepRefused, match="attendu post, email, counter, online"):
        arrive("pigeon")
