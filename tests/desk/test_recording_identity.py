"""A civil status corrected and a death taken back, from the desk: by two people, with a reason and a proof."""

import json
from collections.abc import Callable
from copy import copy
from datetime import date
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from mespoints.config.clock import now
from mespoints.desk.models import Decision, Entry
from mespoints.desk.recording.entries import EntryRefused, Typed, enter
from mespoints.desk.recording.kinds import BY_WORD
from mespoints.identity.franceconnect import Identity
from mespoints.identity.linking import Outcome, resolve
from mespoints.identity.models import Agent, Review
from mespoints.portal.journal import access_lines
from mespoints.records.rights import rights_of
from mespoints.register.files import dossier_of
from mespoints.register.holders import keep_told
from mespoints.register.ledger import append_acts
from mespoints.register.models import Access, Holder, Licence
from tests.desk.conftest import TODAY, browser_of
from tests.desk.test_files import opened
from tests.identity.test_linking import CAMILLE
from tests.identity.test_sign_in_pages import words
from tests.portal.conftest import session_of

pytestmark = pytest.mark.django_db

HELD = {
    "family_name": "MARTIN", "given_names": "Camille", "sex": "female", "birth_date": "02/04/1975",
    "birth_place": "44109", "birth_country": "99100", "on": "2026-11-14", "proof": "acte_de_naissance",
    "reason": "Jour et mois inversés", "piece": "AN-1", "received_on": "2026-11-20",
}  # fmt: skip
"""The form as the register fills it, with the reason and the proof."""


@pytest.fixture
def wrong(licence: Licence) -> Licence:
    """The register holds 2 April 1975 for somebody born on 4 February."""
    return licence


def born(identity: Identity, birth_date: str) -> Identity:
    """The same person, born on another day."""
    return identity._replace(status=identity.status._replace(birth_date=birth_date))


def typed_and_validated(word: str, form: dict[str, str], first: Client, second: Client) -> str:
    """Type an entry on the file, validate it; what the second agent read before."""
    answer = first.post(f"{opened(first)}enregistrer/{word}/", form)
    page = words(second.get(answer.headers["Location"]))
    second.post(f"{answer.headers['Location']}decision/", {"decision": "validate"})
    return page


@pytest.fixture
def two(new_agent: Callable[..., Agent]) -> tuple[Client, Client]:
    """Two agents of one préfecture."""
    return browser_of(new_agent()), browser_of(new_agent("validation"))


def test_a_day_of_birth_put_right_lets_its_holder_sign_in(wrong: Licence, two: tuple[Client, Client]) -> None:
    """Bound with the wrong day, then questioned with the right one: once it is corrected, the question is closed."""
    identity = born(CAMILLE, "1975-04-02")
    bound, questioned = resolve(identity, now()), resolve(born(CAMILLE, "1975-02-04"), now())
    page = typed_and_validated("etat_civil", HELD | {"birth_date": "04/02/1975"}, *two)
    after, former = resolve(born(CAMILLE, "1975-02-04"), now()), resolve(identity, now())

    assert [Outcome.LINKED, Outcome.REVIEW] == [bound.outcome, questioned.outcome]
    assert "Jour de naissance 02/04/1975 04/02/1975" in page
    assert "Une identité FranceConnect ouvre ce dossier" in page
    assert [Outcome.LINKED, Outcome.REVIEW] == [after.outcome, former.outcome]
    assert [False, True] == [review.closed_at is None for review in Review.objects.order_by("pk")]


def test_the_line_names_only_what_differs_and_documents_follow(wrong: Licence, two: tuple[Client, Client]) -> None:
    """The file as known the day before still has the former one; the page of the file says what was put right."""
    typed_and_validated("etat_civil", HELD | {"birth_date": "04/02/1975", "given_names": "Camille, Rose"}, *two)
    payload: dict[str, Any] = json.loads(wrong.acts.get().payload.body)
    licence = Licence.objects.select_related("holder").get()
    told = [rights_of(licence, dossier_of(licence), TODAY, known).person for known in (date(2026, 11, 21), TODAY)]
    page = words(two[0].get(opened(two[0])))

    assert {"birth_date": "1975-02-04", "given_names": ["Camille", "Rose"]} == {
        key: payload[key] for key in payload.keys() & {"birth_date", "given_names", "family_name", "sex"}
    }
    assert [("1975-04-02", "Camille"), ("1975-02-04", "Camille Rose")] == [(one.birth, one.given_names) for one in told]
    assert "prénoms : Camille, Rose ; jour de naissance : 04/02/1975. Jour et mois inversés (acte de naissance" in page


def test_the_holder_reads_who_decided_and_is_signed_out(wrong: Licence, two: tuple[Client, Client]) -> None:
    """Whom the file opens to may have changed; the line has the reason and the proof, no value of the civil status."""
    session_of(wrong)
    before = Session.objects.count()
    typed_and_validated("etat_civil", HELD | {"family_name": "MARTINE"}, *two)
    line = access_lines(Access.objects.filter(shown="agent_corrected"), "fr")[0]

    assert "Jour et mois inversés (acte de naissance de moins de trois mois, saisie n°" in line.basis
    assert "votre état civil a été rectifié" in line.shown
    assert (3, 2) == (before, Session.objects.count())


def test_nothing_that_differs_is_nothing_to_record(wrong: Licence, two: tuple[Client, Client]) -> None:
    """The form says so; a name that is left out too."""
    address = f"{opened(two[0])}enregistrer/etat_civil/"
    same, hole = two[0].post(address, HELD), two[0].post(address, HELD | {"family_name": ""})

    assert [422, 422] == [same.status_code, hole.status_code]
    assert "Rien ne diffère de ce que tient le registre" in words(same)
    assert not Entry.objects.exists()


def test_another_prefecture_does_not_say_who_the_holder_is(wrong: Licence, new_agent: Callable[..., Agent]) -> None:
    """That of the address alone."""
    told = {"on": "2026-11-14", "proof": "decision", "reason": "Décret", "family_name": "NOUVEAU"}
    with pytest.raises(EntryRefused, match=r"attendu un agent de celui du titulaire \(44\)"):
        enter(wrong, new_agent(departement="35"), Typed(BY_WORD["etat_civil"], "P-1", told, TODAY), TODAY)


def test_somebody_else_with_that_civil_status_is_told_to_who_decides(
    wrong: Licence, two: tuple[Client, Client]
) -> None:
    """Perhaps the same person twice; no number is given."""
    other = copy(wrong.holder)
    other.pk, other.birth_date = None, "1975-02-04"
    other.save(force_insert=True)
    Licence.objects.create(
        neph="000000000777", holder=other, obtained_on=date(1996, 5, 6), probation="none", territory="metropole",
        recorded_on=date(2024, 1, 1),
    )  # fmt: skip
    page = typed_and_validated("etat_civil", HELD | {"birth_date": "04/02/1975"}, *two)

    assert "Un autre dossier répond à cet état civil" in page
    assert "000000000777" not in page


def test_a_death_recorded_by_mistake_is_taken_back(wrong: Licence, two: tuple[Client, Client]) -> None:
    """Offered only to who is held dead; the sign-in that was questioned passes, and its question is closed."""
    first = two[0]
    offered = [words(first.get(f"{opened(first)}enregistrer/"))]
    append_acts(wrong, [{"act": "death", "id": "deaths:9", "on": "2026-10-02"}], recorded_on=TODAY, source="deaths/1")
    keep_told([wrong.neph])
    questioned = resolve(born(CAMILLE, "1975-04-02"), now())
    offered.append(words(first.get(f"{opened(first)}enregistrer/")))
    form = {"death": "deaths:9", "on": "2026-11-14", "proof": "certificat_de_vie", "reason": "Homonyme au fichier"}
    page = typed_and_validated("deces_retire", form | {"piece": "CV-1", "received_on": "2026-11-20"}, *two)
    after = resolve(born(CAMILLE, "1975-04-02"), now())

    assert [False, True] == ["Décès enregistré par erreur" in text for text in offered]
    assert [Outcome.REVIEW, Outcome.LINKED] == [questioned.outcome, after.outcome]
    assert "les lettres que le décès avait arrêtées partiront" in page
    assert ["accepted"] == list(Decision.objects.values_list("taken__fate", flat=True))
    assert Holder.objects.get().deceased_on is None
    assert Access.objects.filter(shown="agent_not_dead").exists()
    assert Review.objects.get().closed_at is not None


def test_a_review_leads_to_the_correction(wrong: Licence, two: tuple[Client, Client]) -> None:
    """Where the register may be what is wrong, and nowhere else."""
    resolve(born(CAMILLE, "1975-04-02"), now())
    resolve(born(CAMILLE, "1975-02-04"), now())
    page = two[0].get(f"/guichet/verifications/{Review.objects.get().reference}/").content.decode()

    assert "enregistrer/etat_civil/" in page
