"""Recording: entered by one person, decided by another, taken by the door of the feeds."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from mespoints.desk.models import Decision, Entry
from mespoints.desk.recording.entries import (
    DecisionRefused,
    EntryRefused,
    Typed,
    enter,
    last_day,
    refuse,
    validate,
    waiting,
    withdraw,
)
from mespoints.desk.recording.forms import LABELS
from mespoints.desk.recording.kinds import BY_WORD, KINDS
from mespoints.identity.models import Agent
from mespoints.intake.models import FeedLine
from mespoints.register.files import known_up_to, statement_of
from mespoints.register.ledger import append_acts
from mespoints.register.models import Access, Delivery, Licence
from tests.desk.conftest import TODAY, browser_of
from tests.desk.test_files import opened
from tests.identity.test_sign_in_pages import words
from tests.portal.conftest import offence

pytestmark = pytest.mark.django_db

ATTESTATION = {"started_on": "2026-11-13", "ended_on": "2026-11-14", "case": 1}
LINES = ["9 RUE DU PORT", "44600 SAINT-NAZAIRE"]


@pytest.fixture
def driver(licence: Licence) -> Licence:
    """Six points lost in June, one offence of four points and one of two."""
    acts = [offence("a", "2026-05-04", "2026-06-10"), offence("b", "2026-05-06", "2026-06-11", 2)]
    append_acts(licence, acts, recorded_on=date(2026, 11, 12), source="antai/1")
    return licence


def stage(piece: str = "AT-1", received_on: date = TODAY, **values: Any) -> Typed:
    """A stage of case 1 unless the test says otherwise."""
    return Typed(BY_WORD["stage"], piece, ATTESTATION | values, received_on)


def balance(licence: Licence) -> int:
    """What the driver holds today."""
    return statement_of(licence, TODAY).balance


def test_a_stage_is_recorded_on_the_word_of_two_people(driver: Licence, new_agent: Callable[..., Agent]) -> None:
    """Nothing moves until the second one; then four points come back, and the letter 47 is owed."""
    entry = enter(driver, new_agent(), stage(), TODAY)
    before = balance(driver)
    decision = validate(entry, new_agent("validation"), TODAY)
    act = driver.acts.get(kind="stage")

    assert (before, balance(driver)) == (6, 10)
    assert (act.act_id, act.source, act.reference) == (
        "stages:AT-1", "stages/1", f"guichet, saisie {entry.pk}, ligne 1"
    )  # fmt: skip
    assert decision.taken is not None
    assert decision.taken.fate == FeedLine.Fate.ACCEPTED
    assert "47" in driver.owed_letters.values_list("letter", flat=True)


def test_a_stage_recorded_by_mistake_is_taken_back_on_the_word_of_two_people(
    driver: Licence, new_agent: Callable[..., Agent]
) -> None:
    """The points go by a correction with its rectificatif; nothing that was posted changes; it is entered once."""
    author, other = new_agent(), new_agent("validation")
    validate(enter(driver, author, stage(), TODAY), other, TODAY)
    rows = list(driver.movements.values_list("pk", "points"))
    back = Typed(BY_WORD["stage_retire"], "C-1", {"attestation": "AT-1", "on": "2026-11-20"}, TODAY)
    entry = enter(driver, author, back, TODAY)
    before = balance(driver)
    validate(entry, other, TODAY)
    correction = driver.movements.get(cause="correction")

    assert (10, 6, 6) == (before, balance(driver), driver.account.balance)
    assert rows == list(driver.movements.exclude(pk=correction.pk).values_list("pk", "points"))
    assert (-4, "stage", "rectificatif") == (correction.points, correction.corrects.cause, correction.letter)
    assert ["stage", "stage_annulled"] == [act.kind for act in driver.acts.filter(act_id="stages:AT-1").order_by("pk")]
    with pytest.raises(EntryRefused, match="déjà enregistrée"):
        enter(driver, author, back, TODAY)


@pytest.mark.parametrize(("case", "expected"), [(1, 10), (2, 10), (3, 6), (4, 6)])
def test_the_case_of_the_attestation_decides(
    case: int, expected: int, driver: Licence, new_agent: Callable[..., Agent]
) -> None:
    """Cases 1 and 2 give points, 3 and 4 do not (arrêté du 25 février 2004, annexe I)."""
    measure = {"measure": "alternative"} if case == 3 else {}
    validate(enter(driver, new_agent(), stage(case=case, **measure), TODAY), new_agent("validation"), TODAY)

    assert expected == balance(driver)


def decider(why: str, author: Agent, new_agent: Callable[..., Agent]) -> Agent:
    """Somebody who may not decide on what this author entered."""
    if why == "the author":
        return author
    if why == "the same person under another account":
        other = new_agent("validation", email="autre@pref.example")
        for agent in (author, other):
            Agent.objects.filter(pk=agent.pk).update(issuer="https://proconnect.test", subject="sub")
            # Two open accounts of one subject cannot be: the author's was closed since.
            Agent.objects.filter(pk=author.pk).update(closed_on=TODAY)
        author.refresh_from_db()
        return Agent.objects.get(pk=other.pk)
    if why == "another role":
        return new_agent("instruction", email="autre@pref.example")
    if why == "a closed account":
        closed = new_agent("validation", email="autre@pref.example")
        closed.closed_on = TODAY
        return closed
    return new_agent("validation", departement="35", email="autre@pref.example")


@pytest.mark.parametrize(
    "why",
    ["the author", "the same person under another account", "another role", "another département", "a closed account"],
)
def test_four_eyes(why: str, driver: Licence, new_agent: Callable[..., Agent]) -> None:
    """Neither the author, nor the same person elsewhere, nor somebody without the role, or of another département."""
    author = new_agent("validation")
    entry = enter(driver, author, stage(), TODAY)
    agent = decider(why, author, new_agent)
    entry.refresh_from_db()
    for decide in (lambda: validate(entry, agent, TODAY), lambda: refuse(entry, agent, "pièce illisible", TODAY)):
        with pytest.raises(DecisionRefused):
            decide()

    assert not Decision.objects.exists()
    assert 6 == balance(driver)


@pytest.mark.parametrize("outcome", ["validated", "refused"])
def test_the_database_refuses_one_agent_on_both_sides(
    outcome: str, driver: Licence, new_agent: Callable[..., Agent]
) -> None:
    """Whatever the code above it does."""
    entry = enter(driver, new_agent(), stage(), TODAY)
    with pytest.raises(IntegrityError, match="desk_decision_four_eyes"), transaction.atomic():
        Decision.objects.create(
            entry=entry, agent=entry.agent, entered_by=entry.agent, outcome=outcome, decided_on=TODAY
        )  # fmt: skip


def test_what_was_entered_and_decided_is_kept(driver: Licence, new_agent: Callable[..., Agent]) -> None:
    """No row changes or goes; the line alone is emptied, and only once it is decided."""
    entry = enter(driver, new_agent(), stage(), TODAY)
    changes: list[Callable[[], object]] = [
        lambda: Entry.objects.filter(pk=entry.pk).update(line=""),
        lambda: Entry.objects.filter(pk=entry.pk).update(kind="adresse"),
        entry.delete,
    ]
    for change in changes:
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            change()
    decision = refuse(entry, new_agent("validation"), "attestation illisible", TODAY)
    for change in (lambda: Decision.objects.update(reason=""), decision.delete):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            change()

    assert "" == Entry.objects.get().line


def test_a_decision_is_taken_once(driver: Licence, new_agent: Callable[..., Agent]) -> None:
    """Two people who decide at the same moment: the second one is told, and nothing is taken twice."""
    entry = enter(driver, new_agent(), stage(), TODAY)
    seen_by_the_other = Entry.objects.get(pk=entry.pk)
    validate(entry, new_agent("validation"), TODAY)
    with pytest.raises(DecisionRefused, match="déjà décidée"):
        refuse(seen_by_the_other, new_agent("validation", email="b@pref.example"), "trop tard pour rien", TODAY)

    assert (1, 10) == (driver.acts.filter(kind="stage").count(), balance(driver))


def test_one_takes_back_one_s_own_entry_alone(driver: Licence, new_agent: Callable[..., Agent]) -> None:
    """Before anybody decides; a colleague may not."""
    author, other = new_agent(), new_agent("validation")
    entry = enter(driver, author, stage(), TODAY)
    with pytest.raises(DecisionRefused, match="seule la personne"):
        withdraw(entry, other, TODAY)
    withdraw(entry, author, TODAY)

    assert not waiting("44").exists()
    assert 6 == balance(driver)


def test_what_changes_no_right_is_recorded_at_once(driver: Licence, new_agent: Callable[..., Agent]) -> None:
    """An address: one person is enough; the register does not pretend to know what the whole feed knows."""
    fresh = known_up_to(driver)
    typed = Typed(BY_WORD["adresse"], "D-1", {"on": "2026-11-20", "lines": LINES}, TODAY)
    entry = enter(driver, new_agent(), typed, TODAY)

    assert "recorded" == entry.decision.outcome
    assert "addresses:D-1" == driver.acts.get(kind="address").act_id
    assert not Delivery.objects.exists()
    assert (fresh, TODAY) == (date(2026, 11, 12), known_up_to(driver))


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (stage(piece="AT 1"), "identifiant"),
        (stage(case=3), "measure"),
        (stage(ended_on="2026-11-30"), "ended_on"),
        (stage(received_on=date(2026, 11, 23)), "reçue après aujourd'hui"),
        (Typed(BY_WORD["suspension"], "AP-1", {"from": "2026-11-02", "to": "2026-10-01"}, TODAY), "to"),
    ],
    ids=["piece", "measure", "to come", "received to come", "days"],
)
def test_what_the_feeds_would_refuse_is_refused_when_typed(
    typed: Typed, why: str, driver: Licence, new_agent: Callable[..., Agent]
) -> None:
    """The same checks, with the same words; nothing is kept."""
    with pytest.raises(EntryRefused) as refused:
        enter(driver, new_agent(), typed, TODAY)

    assert why in " ".join(refused.value.reasons)
    assert not Entry.objects.exists()


def test_a_piece_known_already_is_not_entered(driver: Licence, new_agent: Callable[..., Agent]) -> None:
    """The number of the attestation names the act, whether it came by the feed or by the desk."""
    validate(enter(driver, new_agent(), stage(), TODAY), new_agent("validation"), TODAY)
    with pytest.raises(EntryRefused, match="déjà enregistrée"):
        enter(driver, Agent.objects.get(role="instruction"), stage(), TODAY)


@pytest.mark.parametrize("role", ["audit", "exploitation"])
def test_other_roles_enter_nothing(role: str, driver: Licence, new_agent: Callable[..., Agent]) -> None:
    """In the domain itself, whatever page would call it."""
    with pytest.raises(EntryRefused, match="ce compte"):
        enter(driver, new_agent(role), stage(), TODAY)


def test_a_stage_has_a_month(driver: Licence, new_agent: Callable[..., Agent]) -> None:
    """From the day the attestation came; an address has no such day."""
    late = enter(driver, new_agent(), stage(received_on=date(2026, 9, 30)), TODAY)

    assert date(2026, 10, 30) == last_day(late)


def test_every_key_of_every_kind_has_its_field() -> None:
    """What a feed may say, a form can ask."""
    keys = {key for kind in KINDS for key in kind.shape.keys}

    assert set() == keys - set(LABELS)


FORMS: dict[str, dict[str, str]] = {
    "stage": {"ended_on": "2026-11-14", "case": "1"},
    "stage_retire": {"attestation": "AT-9", "on": "2026-11-16"},
    "formation": {"on": "2026-11-14"},
    "titre_remis": {"on": "2026-11-14"},
    "suspension": {"from": "2026-11-14", "to": "2027-01-14"},
    "lettre_suspension": {"suspension": "AP-9", "form": "3F", "notified_on": "2026-11-16"},
    "restriction": {"from": "2026-11-14", "codes": "01.01, 78", "category": "B"},
    "retention": {"on": "2026-11-14"},
    "aptitude": {"category": "C", "on": "2026-11-14", "to": "2031-11-13"},
    "etat_civil": {
        "family_name": "MARTIN",
        "given_names": "Camille",
        "sex": "female",
        "birth_date": "04/02/1975",
        "birth_place": "44109",
        "birth_country": "99100",
        "on": "2026-11-14",
        "proof": "acte_de_naissance",
        "reason": "Jour et mois inversés",
    },
    "deces_retire": {"death": "deaths:d1", "on": "2026-11-14", "proof": "certificat_de_vie", "reason": "Homonyme"},
    "adresse": {"on": "2026-11-14", "lines": "9 RUE DU PORT\r\n44600 SAINT-NAZAIRE", "departement": "44"},
    "titre_perdu": {"on": "2026-11-14"},
    "titre_vole": {"on": "2026-11-14"},
}


@pytest.mark.parametrize("word", BY_WORD)
def test_every_kind_from_its_form_to_the_register(word: str, driver: Licence, new_agent: Callable[..., Agent]) -> None:
    """Typed on an open file, validated by a second agent when it changes rights, then an act or a line that waits."""
    first, second = browser_of(new_agent()), browser_of(new_agent("validation"))
    if word == "deces_retire":
        append_acts(
            driver, [{"act": "death", "id": "deaths:d1", "on": "2026-11-01"}], recorded_on=TODAY, source="deaths/1"
        )
    address = f"{opened(first)}enregistrer/{word}/"
    asked = first.get(address).status_code
    answer = first.post(address, FORMS[word] | {"piece": "P-1", "received_on": "2026-11-20"})
    page = second.get(answer.headers["Location"])
    if BY_WORD[word].changes_rights:
        second.post(f"{answer.headers['Location']}decision/", {"decision": "validate"})
    taken = Decision.objects.get().taken

    assert (asked, answer.status_code, page.status_code) == (200, 302, 200)
    assert taken is not None
    assert taken.fate == ("waiting" if word in ("lettre_suspension", "stage_retire") else "accepted")
    assert "Décision" in words(first.get(answer.headers["Location"]))


def test_the_second_person_sees_what_it_would_do_and_the_driver_that_they_looked(
    driver: Licence, new_agent: Callable[..., Agent]
) -> None:
    """Four points, the balance, the letter; each look at the entry is a line of the driver's journal."""
    entry = enter(driver, new_agent(), stage(), TODAY)
    second = browser_of(new_agent("validation"))
    queue, page = words(second.get("/guichet/saisies/")), words(second.get(f"/guichet/saisies/{entry.pk}/"))

    assert "Stage de sensibilisation" in queue
    assert "22/12/2026" in queue
    assert "15 novembre 2026 +4 10 47" in page
    assert "agent_entry" == Access.objects.get().shown
    assert f"saisie n° {entry.pk}" in Access.objects.get().reason


def test_the_pages_refuse_what_the_domain_refuses(driver: Licence, new_agent: Callable[..., Agent]) -> None:
    """One's own entry, a refusal without a reason, another département, a form with a hole."""
    author = new_agent("validation")
    entry = enter(driver, author, stage(), TODAY)
    own, other = browser_of(author), browser_of(new_agent("validation", departement="35", email="c@pref.example"))
    address = f"/guichet/saisies/{entry.pk}/"
    decided = [
        own.post(f"{address}decision/", {"decision": "validate"}).status_code,
        own.post(f"{address}decision/", {"decision": "x"}).status_code,
        other.get(address).status_code,
        other.post(f"{address}decision/", {"decision": "validate"}).status_code,
        own.post(f"{opened(own)}enregistrer/stage/", {"piece": "AT-2"}).status_code,
    ]

    assert [422, 404, 404, 404, 422] == decided
    assert "Une autre personne doit décider" in words(own.get(address))
    assert not Decision.objects.exists()
