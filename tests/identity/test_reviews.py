"""Reviews: settled by two agents on pieces, told to the person, and nothing of the matching rule bent."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from mespoints.identity.linking import Outcome as Found
from mespoints.identity.linking import resolve, resolve_with_neph
from mespoints.identity.models import Agent, Link, Review, Settlement, SettlementDecision
from mespoints.identity.reviews import (
    Outcome,
    ReviewRefused,
    State,
    decide,
    say,
    state_of,
    state_under,
    waiting,
)
from mespoints.register.models import Access, Holder, Licence
from tests.identity.issuer import SUBJECT
from tests.identity.test_linking import CAMILLE, CAMILLE_CORRECTED

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
SEEN = ("identity", "birth")
WHY = "pièces vues au guichet"

NewLicence = Callable[..., Licence]


def agent(name: str, role: str = "instruction", departement: str = "44", **more: object) -> Agent:
    """An account."""
    told = {"service": "Préfecture", "idp_id": "annuaire", "by": "exploitant", "invited_on": date(2026, 1, 1)}
    return Agent.objects.create(
        name=name, role=role, departement=departement, email=f"{name}@pref.example", **told, **more
    )  # fmt: skip


@pytest.fixture
def author(db: None) -> Agent:
    """Who proposes."""
    return agent("ana")


@pytest.fixture
def other(db: None) -> Agent:
    """Who decides."""
    return agent("bob", "validation")


@pytest.fixture
def review(new_licence: NewLicence) -> Review:
    """A person whose subject changed with their civil status: the licence is bound to the former one."""
    new_licence()
    resolve(CAMILLE, NOW)
    resolve(CAMILLE_CORRECTED, NOW)
    return Review.objects.get()


def propose(review: Review, author: Agent, outcome: Outcome = Outcome.LINK) -> Settlement:
    """A step on the pieces that a link asks for."""
    return say(review, author, outcome, SEEN, WHY, now=NOW)


def test_a_link_moves_on_the_word_of_two_people(review: Review, author: Agent, other: Agent) -> None:
    """Nothing opens before the second one; then the new subject enters, the former one is a new question."""
    step = propose(review, author)
    before = resolve(CAMILLE_CORRECTED, NOW).outcome
    decision = decide(step, other, validates=True, reason="", now=NOW)
    review.refresh_from_db()

    assert (before, resolve(CAMILLE_CORRECTED, NOW).outcome) == (Found.REVIEW, Found.LINKED)
    assert (decision.former_subject, decision.former_licence) == (SUBJECT, review.licence)
    assert (state_of(review), review.closed_at) == (State.LINKED, NOW)
    assert resolve(CAMILLE, NOW).outcome is Found.REVIEW
    assert ("agents-1", 2) == (Link.objects.get().rule, Review.objects.count())


def test_the_holder_reads_that_the_link_has_moved(review: Review, author: Agent, other: Agent) -> None:
    """In the name of the service of the one who validated."""
    decide(propose(review, author), other, validates=True, reason="", now=NOW)
    line = Access.objects.get()

    assert (line.licence, line.who, line.shown) == (review.licence, other.public_name, "agent_link")


def test_a_subject_bound_elsewhere_leaves_the_other_file(new_licence: NewLicence, author: Agent, other: Agent) -> None:
    """A homonym who gave the wrong number first: the link moves, and both holders read it."""
    first, second = new_licence("10001"), new_licence("10002")
    resolve_with_neph(CAMILLE, "10001", NOW)
    resolve_with_neph(CAMILLE, "10002", NOW)
    decide(propose(Review.objects.get(), author), other, validates=True, reason="", now=NOW)

    assert second == resolve(CAMILLE, NOW).licence
    assert {first.pk, second.pk} == set(Access.objects.values_list("licence", flat=True))


def test_two_links_in_the_way_are_not_moved(new_licence: NewLicence, author: Agent, other: Agent) -> None:
    """One decision moves one link: nobody else loses theirs by it."""
    new_licence("10001")
    new_licence("10002")
    resolve_with_neph(CAMILLE, "10001", NOW)
    resolve_with_neph(CAMILLE_CORRECTED, "10002", NOW)
    resolve_with_neph(CAMILLE, "10002", NOW)
    step = propose(Review.objects.get(), author)
    with pytest.raises(ReviewRefused, match="chacun de son côté"):
        decide(step, other, validates=True, reason="", now=NOW)

    assert not SettlementDecision.objects.exists()
    assert {"10001", "10002"} == set(Link.objects.values_list("licence__neph", flat=True))


@pytest.mark.parametrize("why", ["the author", "another role", "another département", "a closed account"])
def test_four_eyes(why: str, review: Review, author: Agent) -> None:
    """Neither the author, nor somebody without the role, nor of another préfecture."""
    deciders = {
        "the author": lambda: author,
        "another role": lambda: agent("eve"),
        "another département": lambda: agent("eve", "validation", "35"),
        "a closed account": lambda: agent("eve", "validation", closed_on=date(2026, 1, 2)),
    }
    step = propose(review, author)
    with pytest.raises(ReviewRefused):
        decide(step, deciders[why](), validates=True, reason="", now=NOW)

    assert resolve(CAMILLE_CORRECTED, NOW).outcome is Found.REVIEW


def test_the_database_refuses_one_agent_on_both_sides(review: Review, author: Agent) -> None:
    """Whatever the code above it does."""
    step = propose(review, author)
    with pytest.raises(IntegrityError, match="identity_settlement_four_eyes"), transaction.atomic():
        SettlementDecision.objects.create(settlement=step, agent=author, proposed_by=author, is_validated=True)


def test_what_was_said_is_kept(review: Review, author: Agent, other: Agent) -> None:
    """No step, no decision and no review changes or goes."""
    decide(propose(review, author), other, validates=True, reason="", now=NOW)
    changes: list[Callable[[], object]] = [
        lambda: Settlement.objects.update(reason="autre chose que cela"),
        lambda: SettlementDecision.objects.update(is_validated=False),
        lambda: Review.objects.update(subject="c"),
        Settlement.objects.get().delete,
        SettlementDecision.objects.get().delete,
        Review.objects.get().delete,
    ]
    for change in changes:
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


@pytest.mark.parametrize("reason", ["birth_date", "deceased"])
def test_what_the_register_says_is_not_overridden(reason: str, new_licence: NewLicence, author: Agent) -> None:
    """Another day of birth, a death: the register is corrected first, no pieces open the file."""
    new_licence()
    resolve(CAMILLE, NOW)
    change = {"birth_date": {"birth_date": "1975-04-03"}, "deceased": {"deceased_on": date(2025, 1, 1)}}[reason]
    Holder.objects.update(**change)
    resolve(CAMILLE, NOW)
    review = Review.objects.get()

    assert reason == review.reason
    with pytest.raises(ReviewRefused, match="faire corriger"):
        propose(review, author)


@pytest.mark.parametrize("pieces", [(), ("identity",), ("title", "birth"), ("identity", "title", "passport")])
def test_a_link_needs_its_pieces(pieces: tuple[str, ...], review: Review, author: Agent) -> None:
    """An identity document, and the title or the record of birth; nothing that the table does not know."""
    with pytest.raises(ReviewRefused, match="pièce"):
        say(review, author, Outcome.LINK, pieces, WHY, now=NOW)


@pytest.mark.parametrize("role", ["audit", "exploitation"])
def test_other_roles_say_nothing(role: str, review: Review) -> None:
    """In the domain itself, whatever page would call it."""
    with pytest.raises(ReviewRefused, match="ce compte"):
        propose(review, agent("eve", role))


def test_pieces_are_asked_for_then_seen(review: Review, author: Agent, other: Agent) -> None:
    """One agent asks; the person is told which; the link may be proposed afterwards."""
    say(review, author, Outcome.PIECES, ["birth"], WHY, now=NOW)
    told = state_under(review.reference)
    step = propose(review, author)

    assert (State.PIECES, ["birth"]) == told
    assert (State.PROPOSED, []) == state_under(review.reference)
    decide(step, other, validates=True, reason="", now=NOW)

    assert (State.LINKED, []) == state_under(review.reference)


def test_a_refusal_stands_until_other_pieces_come(review: Review, author: Agent, other: Agent) -> None:
    """The same reference each time the person comes back; another proposal may be made on it."""
    decide(propose(review, author, Outcome.REFUSE), other, validates=True, reason="", now=NOW)
    again = resolve(CAMILLE_CORRECTED, NOW)

    assert (review.reference, State.REFUSED) == (again.reference, state_under(again.reference)[0])
    decide(propose(review, author), other, validates=True, reason="", now=NOW)

    assert resolve(CAMILLE_CORRECTED, NOW).outcome is Found.LINKED


def test_a_rejected_proposal_leaves_the_review_open(review: Review, author: Agent, other: Agent) -> None:
    """With the reason of the rejection; it may not be decided again."""
    step = propose(review, author)
    with pytest.raises(ReviewRefused, match="motif"):
        decide(step, other, validates=False, reason="", now=NOW)
    decide(step, other, validates=False, reason="la photo ne ressemble pas", now=NOW)
    with pytest.raises(ReviewRefused, match="déjà décidée"):
        decide(step, other, validates=True, reason="", now=NOW)

    assert (State.OPEN, Found.REVIEW) == (state_of(Review.objects.get()), resolve(CAMILLE_CORRECTED, NOW).outcome)


def test_one_proposal_at_a_time(review: Review, author: Agent) -> None:
    """A second one waits for the first to be decided."""
    propose(review, author)
    with pytest.raises(ReviewRefused, match="attend déjà"):
        propose(review, author, Outcome.REFUSE)


def test_a_closed_review_opens_anew(review: Review, author: Agent) -> None:
    """Nothing was given: the person who comes back is another question."""
    say(review, author, Outcome.CLOSE, [], WHY, now=NOW)

    assert not waiting("44").exists()
    assert resolve(CAMILLE_CORRECTED, NOW).reference != review.reference
    assert waiting("44").exists()


def test_each_prefecture_has_its_own(review: Review) -> None:
    """By the département of the holder."""
    assert ([review], []) == (list(waiting("44")), list(waiting("35")))
