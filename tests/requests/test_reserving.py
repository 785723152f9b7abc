"""One agent at a time works on a request or a claim; two who take it at once do not both have it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, connections

from mespoints.register.models import Licence
from mespoints.requests.claims import STAGE_MISSING, answer_claim, ask_driver, file_claim, let_claim_go, take_claim
from mespoints.requests.handling import ask_for_pieces, check_piece, let_go, refuse, take, validate
from mespoints.requests.pieces import LICENCE
from mespoints.requests.refusals import IDENTITY_UNPROVEN
from mespoints.requests.steps import StepRefused
from tests.requests.conftest import ALICE, ARRIVED_ON, BRUNO, Arrive, make_ready

NEXT, AFTER = ARRIVED_ON + timedelta(days=1), ARRIVED_ON + timedelta(days=2)


def held(step: Callable[[], object]) -> bool:
    """Whether a step is refused because another agent holds the file, whom the refusal names."""
    try:
        step()
    except StepRefused as refused:
        return f"que tient {ALICE}" in refused.reason
    return False


def test_a_request_is_held_for_two_days(arrive: Arrive) -> None:
    """By who took it; nobody else works on it, and on the third day anybody does."""
    pk = arrive().pk
    take(pk, on=ARRIVED_ON, by=ALICE)

    assert held(lambda: take(pk, on=NEXT, by=BRUNO))
    assert held(lambda: check_piece(pk, LICENCE, is_good=True, on=NEXT, by=BRUNO))
    assert held(lambda: ask_for_pieces(pk, on=NEXT, by=BRUNO))
    assert held(lambda: refuse(pk, IDENTITY_UNPROVEN, on=NEXT, by=BRUNO))
    assert not held(lambda: take(pk, on=AFTER, by=BRUNO))


def test_who_works_on_a_request_holds_it_until_it_is_validated(arrive: Arrive, licence: Licence) -> None:
    """Another agent validates all the same."""
    request = arrive()
    make_ready(request, licence)

    assert held(lambda: check_piece(request.pk, LICENCE, is_good=False, on=ARRIVED_ON, by=BRUNO))
    assert None is validate(request.pk, on=ARRIVED_ON, by=BRUNO).hold


def test_it_is_given_back_or_taken_over(arrive: Arrive) -> None:
    """By its holder alone; an agent who validates takes it over at once."""
    pk = arrive().pk
    take(pk, on=ARRIVED_ON, by=ALICE)
    with pytest.raises(StepRefused, match="que vous ne tenez pas"):
        let_go(pk, on=ARRIVED_ON, by=BRUNO)
    let_go(pk, on=ARRIVED_ON, by=ALICE)
    take(pk, on=ARRIVED_ON, by=BRUNO)
    over = take(pk, on=ARRIVED_ON, by=ALICE, takes_over=True)

    assert over.hold is not None
    assert (ALICE, AFTER) == over.hold


def test_what_was_asked_of_the_requester_frees_it(arrive: Arrive) -> None:
    """Nobody holds what waits."""
    pk = arrive().pk
    take(pk, on=ARRIVED_ON, by=ALICE)

    assert None is ask_for_pieces(pk, on=ARRIVED_ON, by=ALICE).hold


def test_a_claim_is_held_too(licence: Licence) -> None:
    """Neither asked about nor answered by another; given back, it waits for somebody again."""
    pk = file_claim(licence, STAGE_MISSING, "Mon stage manque.", (), on=ARRIVED_ON).pk
    take_claim(pk, on=ARRIVED_ON, by=ALICE)
    with pytest.raises(StepRefused, match="que vous ne tenez pas"):
        let_claim_go(pk, on=ARRIVED_ON, by=BRUNO)

    assert held(lambda: take_claim(pk, on=NEXT, by=BRUNO))
    assert held(lambda: ask_driver(pk, "Quand ?", on=NEXT, by=BRUNO))
    assert held(lambda: answer_claim(pk, "rejected", "Non.", on=NEXT, by=BRUNO))
    assert "filed" == let_claim_go(pk, on=NEXT, by=ALICE).state
    assert "taken" == take_claim(pk, on=NEXT, by=BRUNO).state
    assert "taken" == take_claim(pk, on=NEXT, by=ALICE, takes_over=True).state


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("what", ["request", "claim"])
def test_of_two_agents_at_once_one_has_it(what: str, arrive: Arrive, licence: Licence) -> None:
    """Two connections of one server: the second waits for the row, and is told who was first."""
    if connection.vendor != "postgresql":
        pytest.skip("a SQLite database in memory has one connection")
    taking = take if what == "request" else take_claim
    pk = (arrive() if what == "request" else file_claim(licence, STAGE_MISSING, "Manque.", (), on=ARRIVED_ON)).pk

    def try_it(by: str) -> str:
        try:
            taking(pk, on=ARRIVED_ON, by=by)
        except StepRefused as refused:
            return refused.reason
        finally:
            connections.close_all()
        return ""

    with ThreadPoolExecutor(2) as agents:
        answers = sorted(agents.map(try_it, (ALICE, BRUNO)))

    assert "" == answers[0]
    assert "trouvé un dossier que tient" in answers[1]
