from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from mespoints.identity.civil_status import CivilStatus
from mespoints.identity.franceconnect import Identity
from mespoints.identity.linking import Outcome, Resolution, resolve, resolve_with_neph
from mespoints.identity.models import Link, Review, StatusChange
from mespoints.register.models import Holder, Licence
from tests.identity.issuer import ISSUER, SUBJECT

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
STATUS = CivilStatus("MARTIN", "", ("CAMILLE", "ZOÉ"), "female", "1975-04-02", "44109", "99100")
CAMILLE = Identity(ISSUER, SUBJECT, STATUS, "x.y.z")
# The subject changes when the civil status is corrected.
CAMILLE_CORRECTED = CAMILLE._replace(subject="b" * 64 + "v1")

NewLicence = Callable[..., Licence]


def test_one_certain_candidate_is_bound(new_licence: NewLicence) -> None:
    """The link holds issuer, subject, licence and the version of the rule, and no civil status."""
    licence = new_licence()

    assert resolve(CAMILLE, NOW) == Resolution(Outcome.LINKED, licence)
    link = Link.objects.get()

    assert (link.issuer, link.subject, link.licence, link.rule, link.with_neph, link.bound_at) == (
        ISSUER, SUBJECT, licence, "mespoints-1", False, NOW,
    )  # fmt: skip
    assert len(link.fingerprint) == 64


def test_a_known_subject_needs_no_matching(new_licence: NewLicence) -> None:
    """Once bound, a change of name in the register is no obstacle, and nothing is written."""
    licence = new_licence()
    resolve(CAMILLE, NOW)
    Holder.objects.update(family_name="DURAND")

    assert resolve(CAMILLE, NOW) == Resolution(Outcome.LINKED, licence)
    assert (Link.objects.count(), StatusChange.objects.count()) == (1, 0)


def test_a_civil_status_that_changed_is_audited(new_licence: NewLicence) -> None:
    """The same subject under another name is let in, once noted."""
    licence = new_licence()
    resolve(CAMILLE, NOW)
    married = CAMILLE._replace(status=STATUS._replace(given_names=("CAMILLE", "ZOÉ", "ANNE")))

    assert resolve(married, NOW) == Resolution(Outcome.LINKED, licence)
    assert resolve(married, NOW) == Resolution(Outcome.LINKED, licence)
    assert StatusChange.objects.count() == 1


def test_a_known_subject_born_another_day(new_licence: NewLicence) -> None:
    """A day of birth never changes: an agent looks."""
    licence = new_licence()
    resolve(CAMILLE, NOW)
    other = CAMILLE._replace(status=STATUS._replace(birth_date="1975-04-03"))

    assert resolve(other, NOW).outcome is Outcome.REVIEW
    review = Review.objects.get()

    assert (review.reason, review.licence) == (Review.Reason.BIRTH_DATE, licence)


@pytest.mark.parametrize("changes", [{"birth_place": ""}, {"birth_place": "44999"}])
def test_an_uncertain_place_asks_for_the_neph(new_licence: NewLicence, changes: dict[str, Any]) -> None:
    """A missing or unmapped place of birth never binds by itself."""
    new_licence(**changes)

    assert resolve(CAMILLE, NOW) == Resolution(Outcome.NEEDS_NEPH)
    assert not Link.objects.exists()


def test_perfect_homonyms_are_asked_for_the_neph(new_licence: NewLicence) -> None:
    """Two people alike in every field: neither is chosen nor shown; the NEPH tells."""
    new_licence("10001")
    second = new_licence("10002")

    assert resolve(CAMILLE, NOW) == Resolution(Outcome.NEEDS_NEPH)
    assert resolve_with_neph(CAMILLE, "10002", NOW) == Resolution(Outcome.LINKED, second)
    assert Link.objects.get().with_neph


def test_nobody(new_licence: NewLicence) -> None:
    """No candidate: nothing is said of what failed."""
    new_licence(family_name="DURAND")

    assert resolve(CAMILLE, NOW) == Resolution(Outcome.NOT_FOUND)


def test_the_neph_of_somebody_else(new_licence: NewLicence) -> None:
    """The register is not searched by NEPH: only a candidate's opens."""
    new_licence("10001", birth_place="")
    new_licence("10002", family_name="DURAND")

    assert resolve_with_neph(CAMILLE, "10002", NOW) == Resolution(Outcome.NOT_FOUND)


@pytest.mark.parametrize("with_neph", [False, True])
def test_a_licence_bound_to_another_subject(new_licence: NewLicence, with_neph: bool) -> None:
    """The first link stands; an agent is asked once, and the person gets the same reference each time."""
    licence = new_licence()
    resolve(CAMILLE, NOW)

    def again() -> Resolution:
        if with_neph:
            return resolve_with_neph(CAMILLE_CORRECTED, licence.neph, NOW)
        return resolve(CAMILLE_CORRECTED, NOW)

    first, second = again(), again()
    review = Review.objects.get()

    assert first == second == Resolution(Outcome.REVIEW, None, review.reference)
    assert (review.reason, review.licence, len(review.reference)) == (Review.Reason.BOUND_TO_ANOTHER, licence, 8)
    assert Link.objects.get().subject == SUBJECT


def test_a_subject_bound_in_another_tab(new_licence: NewLicence) -> None:
    """Two tabs that ask for the NEPH bind once; another licence for the same subject goes to an agent."""
    first, second = new_licence("10001"), new_licence("10002")
    resolve_with_neph(CAMILLE, "10001", NOW)

    assert resolve_with_neph(CAMILLE, "10001", NOW) == Resolution(Outcome.LINKED, first)
    assert resolve_with_neph(CAMILLE, "10002", NOW).outcome is Outcome.REVIEW
    assert (Review.objects.get().reason, Review.objects.get().licence) == (Review.Reason.BOUND_ELSEWHERE, second)


def test_the_same_subject_of_another_issuer(new_licence: NewLicence) -> None:
    """A subject is nothing without its issuer."""
    new_licence()
    resolve(CAMILLE, NOW)
    other = CAMILLE._replace(issuer="https://another.test/api/v2", status=STATUS._replace(family_name="DURAND"))

    assert resolve(other, NOW) == Resolution(Outcome.NOT_FOUND)


@pytest.mark.parametrize("bound_before", [False, True])
def test_a_person_held_for_deceased(new_licence: NewLicence, bound_before: bool) -> None:
    """A living person whom the register holds for dead is an agent's matter."""
    new_licence()
    if bound_before:
        resolve(CAMILLE, NOW)
    Holder.objects.update(deceased_on=date(2025, 1, 1))

    assert resolve(CAMILLE, NOW).outcome is Outcome.REVIEW
    assert Review.objects.get().reason == Review.Reason.DECEASED
