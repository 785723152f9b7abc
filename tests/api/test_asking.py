"""Whom a question is about, why it is asked, and what is written of it, whatever comes of it."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.http import HttpResponse

from mespoints.api.journal import purge, to_purge
from mespoints.api.models import Call, Client, Receipt
from mespoints.portal.journal import access_lines
from mespoints.register.accesses import accesses_of
from mespoints.register.looks import looks_told
from mespoints.register.models import Licence
from tests.api.conftest import REASON, TODAY, ask, bearer, enter, make_client, post, question

CAMILLE = {
    "family_name": "Martin", "given_names": ["Camille"], "sex": "female", "birth_date": "1975-04-02",
    "birth_place": "44109", "birth_country": "99100",
}  # fmt: skip


@pytest.fixture
def police(db: None) -> Client:
    """A unit of the gendarmerie."""
    return make_client("road_police", name="Peloton de Nantes")


def about(client: Client, person: dict[str, Any]) -> HttpResponse:
    """What is told of the validity of a person's licence."""
    asked = {"purpose": {"article": "R225-4, I, 2°, e", "reason": REASON}, "agent": "4021", "data": ["validity"]}
    return post("record", {**asked, "person": person}, bearer(client))


def kind(answer: HttpResponse) -> tuple[int, str]:
    """The status of a problem and its name."""
    assert "application/problem+json" == answer["Content-Type"]
    return answer.status_code, json.loads(answer.content)["type"].removeprefix("urn:mespoints:problem:")


def outcomes() -> list[str]:
    """What came of the calls, in their order."""
    return list(Call.objects.order_by("pk").values_list("outcome", flat=True))


@pytest.mark.parametrize(
    "person",
    [
        {"neph": "00 00 00 00 00 01", "family_name": "Màrtin"},
        {"neph": "000000000001", "family_name": "martin"},
        CAMILLE,
    ],
)
def test_two_things_that_agree_name_a_person(person: dict[str, Any], driver: Licence, police: Client) -> None:
    """The number and the name, however they are spelled; or a whole civil status."""

    assert 200 == about(police, person).status_code


@pytest.mark.parametrize(
    "person",
    [
        {"neph": "000000000001", "family_name": "PETIT"}, {"neph": "000000000009", "family_name": "MARTIN"},
        {**CAMILLE, "given_names": ["Claude"]}, {**CAMILLE, "birth_date": "1975-04-03"},
    ],
)  # fmt: skip
def test_what_does_not_agree_is_nobody(person: dict[str, Any], driver: Licence, police: Client) -> None:
    """A mistyped number is not somebody else's file; what was looked for in vain is journaled, and not repeated."""
    answer = about(police, person)

    assert (404, "unknown-person") == kind(answer)
    assert not any(str(word) in answer.content.decode() for word in ("MARTIN", "PETIT", "1975", "0000000000"))
    assert ["unknown"] == outcomes()
    assert not accesses_of(driver).exists()


def test_homonyms_are_never_listed(driver: Licence, police: Client) -> None:
    """Two who agree on everything: the number is asked for."""
    enter("000000000002")

    assert (409, "uncertain-person") == kind(about(police, CAMILLE))
    assert ["uncertain"] == outcomes()
    assert 200 == about(police, {"neph": "000000000002", "family_name": "MARTIN"}).status_code


def test_the_purpose_is_that_of_the_authority(driver: Licence, police: Client) -> None:
    """Another's article is refused and written in the file; no purpose, or one that says nothing, is no question."""
    other = ask(police, driver, "validity", purpose={"article": "R225-5, I, 1°", "reason": REASON})
    short = ask(police, driver, "validity", purpose={"article": "R225-4, I, 2°, e", "reason": "x"})
    none = question(police, driver)
    del none["purpose"]

    assert (403, "wrong-article") == kind(other)
    assert (422, "not-read") == kind(short) == kind(post("record", none, bearer(police)))
    assert [("Peloton de Nantes", "refused", "R225-4, I, 2°, e")] == list(
        accesses_of(driver).values_list("who", "shown", "article")
    )


@pytest.mark.parametrize("body", ["{", '{"a": NaN', "[" * 100_000, "\ud800", b"\xff\xfe"])
def test_what_is_not_json_is_told_so(body: str | bytes, police: Client) -> None:
    """Not a failure of the server."""
    sent = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
    answer = post("record", sent, bearer(police))

    assert (400, "unreadable") == kind(answer)


def test_a_fault_names_its_place_and_repeats_nothing(driver: Licence, police: Client) -> None:
    """Neither the value, nor a key that is not ours."""
    answer = ask(police, driver, "validity", secret_key="SECRET-VALUE", agent="\x00hidden")

    assert (422, "not-read") == kind(answer)
    assert not any(word in answer.content.decode() for word in ("SECRET", "secret", "hidden", "MARTIN"))


def test_the_driver_reads_who_asked_and_why_unless_the_law_hides_it(driver: Licence, police: Client) -> None:
    """A road check is told in words; an inquiry is written, for the auditor, and not told (doubt D28)."""
    ask(police, driver, "validity", "points")
    ask(make_client("preliminary_inquiry"), driver, "validity")
    (line,) = access_lines(looks_told(driver, 50), "fr")

    assert 2 == accesses_of(driver).count()
    assert "Peloton de Nantes, par l'accès des autorités" == line.who
    assert "votre solde, sa validité" == line.shown
    assert f"{REASON}, art. R. 225-4, I, 2°, e" == line.basis


def test_the_journal_of_calls_only_grows(driver: Licence, police: Client) -> None:
    """Neither a call nor a receipt can be changed or taken away; a call of the year stays through a purge."""
    ask(police, driver, "validity")
    receipt = Receipt.objects.create(client=police, erased_on=TODAY, drivers=1, sealed="x")
    for change in (
        lambda: Call.objects.update(outcome="refused"),
        lambda: Call.objects.all().delete(),
        lambda: Receipt.objects.filter(pk=receipt.pk).update(drivers=2),
        lambda: Receipt.objects.all().delete(),
        lambda: Call.objects.create(client=police, at=datetime(2020, 1, 1, tzinfo=UTC), agent="x", outcome="x"),
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()

    assert (0, ["answered"]) == (purge(TODAY), outcomes())


def test_a_call_older_than_a_year_goes(police: Client) -> None:
    """With the journal of accesses; the database lets no younger one go."""
    call = Call.objects.create(client=police, agent="x", operation="record", outcome="unknown")
    day = call.at.date().replace(year=call.at.year + 2)

    assert [call] == list(to_purge(day))
