"""A 48SI from the withdrawal to the surrender of the title, with each way in which the post can end."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mespoints.letters.models import Sending
from mespoints.register.files import statement_of
from mespoints.register.models import Licence, OwedLetter
from tests.letters.mail import NEW_HOME, OLD_HOME, learn, mail_on, means, moved, offence, receipt, run_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_zero(licence: Licence) -> Licence:
    """Two délits: the sum is zero since Monday 4 March 2024."""
    learn(licence, "2024-02-05", offence("i1", 6, "2024-02-05"))
    learn(licence, "2024-03-04", offence("i2", 6, "2024-03-04"))
    return licence


def status(licence: Licence, on: str) -> str:
    """What the law says of the licence on a day."""
    return statement_of(licence, date.fromisoformat(on)).status


def sent(licence: Licence, tmp_path: Path, day: str = "2024-03-04") -> list[str]:
    """The references of the letters of this licence once a run has sent what waits, the last one first."""
    run_on(day, means(tmp_path))
    rows = Sending.objects.filter(owed__licence=licence).order_by("-pk")
    return [row.reference for row in rows]


def last_letter(licence: Licence) -> dict[str, Any]:
    """The last act of the file, without its id."""
    found = licence.acts.order_by("-sequence")[0].payload.body
    import json

    return {key: value for key, value in json.loads(found).items() if key != "id"}


def duties(licence: Licence, on: str) -> list[str]:
    """What the law has the driver do, as on a day."""
    return [deadline.duty for deadline in statement_of(licence, date.fromisoformat(on)).deadlines]


def surrender(licence: Licence, on: str) -> None:
    """The title is handed in."""
    learn(licence, on, {"act": "title_surrendered", "id": "t1", "on": on})


def test_collected_it_takes_the_licence_that_day(at_zero: Licence, tmp_path: Path) -> None:
    """Ten jours francs to hand the title in, two months to go to court; surrendered, six months to wait."""
    letter = sent(at_zero, tmp_path)[0]
    learn(
        at_zero, "2024-03-20",
        receipt(1, letter, "posted", "2024-03-05"), receipt(2, letter, "presented", "2024-03-07"),
        receipt(3, letter, "collected", "2024-03-18", tracking="2C001"),
    )  # fmt: skip
    mail = mail_on("2024-03-20")
    statement = statement_of(at_zero, date(2024, 3, 20))
    surrender(at_zero, "2024-03-28")

    assert {"notified": 1} == dict(mail.outcomes)
    assert "zero" == status(at_zero, "2024-03-17")
    assert "invalidated" == statement.status
    assert [("restitution", date(2024, 3, 29))] == [(d.duty, date.fromordinal(d.on)) for d in statement.deadlines]
    assert [date(2024, 5, 21)] == [date.fromordinal(r.last_on) for r in statement.remedies if r.last_on]
    assert ["new_licence"] == duties(at_zero, "2024-03-28")
    assert not OwedLetter.objects.filter(done_on=None).exists()


@pytest.mark.parametrize("end", ["unclaimed", "refused"])
def test_unclaimed_or_refused_it_takes_the_licence_when_it_was_presented(
    at_zero: Licence, tmp_path: Path, end: str
) -> None:
    """The register learns it three weeks later, the law dates it back; the act names the offence of the fall."""
    letter = sent(at_zero, tmp_path)[0]
    learn(at_zero, "2024-03-25", receipt(1, letter, "presented", "2024-03-07"), receipt(2, letter, end, "2024-03-23"))
    mail_on("2024-03-25")

    assert {"act": "lettre_48si", "notified_on": "2024-03-07", "offence": "i2"} == last_letter(at_zero)
    assert ("zero", "invalidated") == (status(at_zero, "2024-03-06"), status(at_zero, "2024-03-07"))
    assert ["restitution"] == duties(at_zero, "2024-03-25")
    surrender(at_zero, "2024-03-27")

    assert ["new_licence"] == duties(at_zero, "2024-03-27")


def test_npai_with_another_address_declared_it_is_sent_there(at_zero: Licence, tmp_path: Path) -> None:
    """It was not notified; the second attempt is, on the day on which it is collected."""
    first = sent(at_zero, tmp_path)[0]
    learn(at_zero, "2024-03-06", moved(1, "2024-03-06"))
    learn(at_zero, "2024-03-12", receipt(1, first, "npai", "2024-03-08"))
    mail_on("2024-03-12")
    second = sent(at_zero, tmp_path, "2024-03-12")[0]
    still = status(at_zero, "2024-03-12")
    learn(at_zero, "2024-03-18", receipt(2, second, "collected", "2024-03-15"))
    mail_on("2024-03-18")
    addresses = Sending.objects.order_by("pk").exclude(kind="48").values_list("address", flat=True)

    assert "zero" == still
    assert [list(OLD_HOME), list(NEW_HOME)] == [address for address in addresses if address][-2:]
    assert "invalidated" == status(at_zero, "2024-03-15")
    surrender(at_zero, "2024-03-20")

    assert ["new_licence"] == duties(at_zero, "2024-03-20")


def test_lost_it_leaves_again_for_the_same_address(at_zero: Licence, tmp_path: Path) -> None:
    """The post lost it: nobody was notified; the second one is collected, and takes the licence."""
    first = sent(at_zero, tmp_path)[0]
    learn(at_zero, "2024-03-12", receipt(1, first, "lost", "2024-03-11"))
    mail_on("2024-03-12")
    second = sent(at_zero, tmp_path, "2024-03-12")[0]
    still = status(at_zero, "2024-03-12")
    learn(at_zero, "2024-03-18", receipt(2, second, "collected", "2024-03-15"))
    mail_on("2024-03-18")

    assert first != second
    assert {tuple(OLD_HOME)} == {tuple(row.address) for row in Sending.objects.filter(kind="48SI")}
    assert ("zero", "invalidated") == (still, status(at_zero, "2024-03-15"))


def test_npai_without_another_address_it_waits_for_one(at_zero: Licence, tmp_path: Path) -> None:
    """Doubt D25: the licence is held, a stage still counts; the letter goes out by itself once an address is known."""
    first = sent(at_zero, tmp_path)[0]
    learn(at_zero, "2024-03-12", receipt(1, first, "npai", "2024-03-08"))
    mail_on("2024-03-12")
    run = run_on("2024-03-12", means(tmp_path))
    again = run_on("2024-03-13", means(tmp_path))
    still = status(at_zero, "2024-03-13")
    learn(at_zero, "2024-03-14", moved(1, "2024-03-14"))
    last = run_on("2024-03-14", means(tmp_path))

    assert ["toutes les adresses connues ont été essayées : une autre est attendue"] == list(run.put_aside)
    assert not again.put_aside
    assert "zero" == still
    assert {"48SI": 1} == dict(last.sent)


def test_a_stage_before_the_notification_stops_the_letter(at_zero: Licence, tmp_path: Path) -> None:
    """Not posted yet: it never leaves. The stage owes its own letter."""
    learn(at_zero, "2024-03-05", {"act": "stage", "id": "s1", "ended_on": "2024-03-05", "kind": "volontaire"})
    run = run_on("2024-03-05", means(tmp_path))
    learn(at_zero, "2024-03-06")
    run_on("2024-03-06", means(tmp_path))

    assert {"nothing_to_take": 1} == dict(run.stopped)
    assert "valid" == status(at_zero, "2024-03-06")
    assert not Sending.objects.filter(kind="48SI").exists()


def test_a_stage_while_the_letter_is_in_the_post_takes_it_back(at_zero: Licence, tmp_path: Path) -> None:
    """A second letter follows where the first went, once; collected afterwards, the first is no act any more."""
    letter = sent(at_zero, tmp_path)[0]
    learn(at_zero, "2024-03-11", {"act": "stage", "id": "s1", "ended_on": "2024-03-09", "kind": "volontaire"})
    run = run_on("2024-03-11", means(tmp_path))
    again = run_on("2024-03-12", means(tmp_path))
    learn(at_zero, "2024-03-15", receipt(1, letter, "collected", "2024-03-13"))
    mail_on("2024-03-15")

    assert {"retrait": 1, "47": 1} == dict(run.sent)
    assert not again.sent
    assert "valid" == status(at_zero, "2024-03-15")
    assert ["notified"] == list(Sending.objects.filter(reference=letter).values_list("outcome", flat=True))
    assert not at_zero.acts.filter(kind="lettre_48si").exists()


def test_collected_before_it_was_taken_back_it_is_an_act(at_zero: Licence, tmp_path: Path) -> None:
    """The post tells it late: what was notified on the Friday took the licence, whatever was written on the Monday."""
    letter = sent(at_zero, tmp_path)[0]
    learn(at_zero, "2024-03-11", {"act": "stage", "id": "s1", "ended_on": "2024-03-09", "kind": "volontaire"})
    run_on("2024-03-11", means(tmp_path))
    learn(at_zero, "2024-03-15", receipt(1, letter, "collected", "2024-03-08"))
    mail_on("2024-03-15")

    assert "invalidated" == status(at_zero, "2024-03-15")


RISES = {
    "stage": {"act": "stage", "id": "r", "ended_on": "2024-03-06", "kind": "volontaire"},
    "judge": {"act": "withdrawal_annulled", "id": "r", "offence": "i2", "on": "2024-03-06"},
}


@pytest.mark.parametrize("rise", RISES)
def test_fallen_again_the_first_letter_is_taken_back_and_the_second_counts(
    at_zero: Licence, tmp_path: Path, rise: str
) -> None:
    """Both things between two runs, the first letter in the post: collected after all, it takes nothing."""
    first = sent(at_zero, tmp_path)[0]
    learn(at_zero, "2024-03-08", RISES[rise], offence("i3", 6, "2024-03-08"))
    run = run_on("2024-03-08", means(tmp_path))
    again = run_on("2024-03-11", means(tmp_path))
    second = Sending.objects.get(kind="48SI", owed__movement__act__act_id="i3").reference
    learn(at_zero, "2024-03-13", receipt(1, first, "collected", "2024-03-12"))
    mail_on("2024-03-13")
    between = status(at_zero, "2024-03-13")
    learn(at_zero, "2024-03-15", receipt(2, second, "collected", "2024-03-14"))
    mail_on("2024-03-15")

    assert (1, 1, {}) == (run.sent["retrait"], run.sent["48SI"], dict(again.sent))
    assert ("zero", "invalidated") == (between, status(at_zero, "2024-03-15"))
    assert {"act": "lettre_48si", "notified_on": "2024-03-14", "offence": "i3"} == last_letter(at_zero)


def test_a_new_fall_owes_a_new_48si(at_zero: Licence, tmp_path: Path) -> None:
    """The first one was stopped; the second one takes the licence."""
    learn(at_zero, "2024-03-05", {"act": "stage", "id": "s1", "ended_on": "2024-03-05", "kind": "volontaire"})
    run_on("2024-03-05", means(tmp_path))
    learn(at_zero, "2024-04-08", offence("i3", 6, "2024-04-08"))
    second = sent(at_zero, tmp_path, "2024-04-08")[0]
    learn(at_zero, "2024-04-12", receipt(1, second, "collected", "2024-04-10"))
    mail_on("2024-04-12")

    assert ["48SI"] == list(Sending.objects.filter(kind="48SI").values_list("kind", flat=True))
    assert "i3" == last_letter(at_zero)["offence"]
    assert "invalidated" == status(at_zero, "2024-04-12")
