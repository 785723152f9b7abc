"""The receipts of the post: each taken once, weighed together, never believed against one another."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mespoints.letters.examining import NothingToDecide, decide_by_hand, late_receipts, letters_to_examine
from mespoints.letters.models import Sending, Step
from mespoints.register.files import statement_of
from mespoints.register.models import Holder, Licence, OwedLetter
from tests.conftest import CAMILLE
from tests.letters.mail import GARAGE, learn, mail_on, means, moved, offence, receipt, run_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter(licence: Licence, tmp_path: Path) -> str:
    """The reference of a 48SI dispatched on Monday 4 March 2024."""
    learn(licence, "2024-03-04", offence("i1", 6, "2024-03-04"), offence("i2", 6, "2024-03-04"))
    run_on("2024-03-04", means(tmp_path))
    return Sending.objects.get(kind="48SI").reference


def outcome(reference: str) -> tuple[str, date | None]:
    """What came of a sending."""
    return Sending.objects.values_list("outcome", "notified_on").get(reference=reference)


def letters_of_law(licence: Licence) -> list[dict[str, Any]]:
    """The acts that notified letters became."""
    kinds = ("lettre_48si", "lettre_48n", "interdiction_de_circuler")
    acts = licence.acts.filter(kind__in=kinds).order_by("sequence")
    return [json.loads(act.payload.body) for act in acts]


def test_receipts_may_come_one_by_one_late_and_in_disorder(licence: Licence, letter: str) -> None:
    """The collection first, the rest days later: one act, on one day."""
    learn(licence, "2024-03-11", receipt(3, letter, "collected", "2024-03-08"))
    first = mail_on("2024-03-11")
    learn(
        licence, "2024-03-14", receipt(2, letter, "presented", "2024-03-06"), receipt(1, letter, "posted", "2024-03-05")
    )
    second, third = mail_on("2024-03-14"), mail_on("2024-03-15")

    assert ({"notified": 1}, {}, {}) == (dict(first.outcomes), dict(second.outcomes), dict(third.events))
    assert [{"act": "lettre_48si", "id": f"lettre:{letter}", "notified_on": "2024-03-08", "offence": "i2"}] == (
        letters_of_law(licence)
    )


def test_two_ends_wait_for_a_person(licence: Licence, letter: str) -> None:
    """Nothing moves; the person decides, with their name and their reason, and then the law does."""
    learn(
        licence, "2024-03-25", receipt(1, letter, "presented", "2024-03-06"),
        receipt(2, letter, "collected", "2024-03-08"), receipt(3, letter, "unclaimed", "2024-03-22"),
    )  # fmt: skip
    mail_on("2024-03-25")
    waiting = [sending.reference for sending in letters_to_examine()]
    before = letters_of_law(licence)
    decided = decide_by_hand(
        letter, date(2024, 3, 8), by="Agent 12", why="l'avis porte une signature", on=date(2024, 3, 26)
    )
    step = Step.objects.get(kind="notified")

    assert ([letter], []) == (waiting, before)
    assert ("notified", "2024-03-08") == (decided, letters_of_law(licence)[0]["notified_on"])
    assert ("Agent 12", "l'avis porte une signature") == (step.by, step.why)
    assert "invalidated" == statement_of(licence, date(2024, 3, 26)).status
    with pytest.raises(NothingToDecide):
        decide_by_hand(letter, None, by="Agent 12", why="", on=date(2024, 3, 27))


def test_a_person_may_say_that_it_was_not_notified(licence: Licence, letter: str, tmp_path: Path) -> None:
    """It is then sent again, to the same address: nothing says that it is wrong."""
    learn(licence, "2024-03-25", receipt(1, letter, "unclaimed", "2024-03-22"))
    mail_on("2024-03-25")
    decide_by_hand(letter, None, by="Agent 12", why="aucun avis de passage", on=date(2024, 3, 26))
    run = run_on("2024-03-26", means(tmp_path))

    assert {"48SI": 1} == dict(run.sent)
    assert ["not_notified", ""] == list(
        Sending.objects.filter(kind="48SI").order_by("attempt").values_list("outcome", flat=True)
    )


def test_a_receipt_that_would_change_the_conclusion_moves_nothing(licence: Licence, letter: str) -> None:
    """It is told to a person; the one that changes nothing is not."""
    learn(licence, "2024-03-11", receipt(1, letter, "collected", "2024-03-08"))
    mail_on("2024-03-11")
    learn(licence, "2024-03-14", receipt(2, letter, "presented", "2024-03-06"))
    quiet = mail_on("2024-03-14")
    learn(licence, "2024-03-20", receipt(3, letter, "npai", "2024-03-19"))
    late = mail_on("2024-03-20")

    assert ({}, {"to_examine": 1}) == (dict(quiet.outcomes), dict(late.outcomes))
    assert ("notified", date(2024, 3, 8)) == outcome(letter)
    assert ["late"] == [step.why for step in late_receipts()]
    assert 1 == len(letters_of_law(licence))


def test_a_receipt_of_an_unknown_letter_or_of_another_licence_is_told(licence: Licence, letter: str) -> None:
    """Taken once, for a person; the letter that it names on another licence does not move."""
    other = Licence.objects.create(
        neph="000000000002", holder=Holder.objects.create(**CAMILLE), obtained_on=date(1996, 5, 6), probation="none",
        territory="metropole", recorded_on=date(2024, 1, 1),
    )  # fmt: skip
    learn(
        other,
        "2024-03-11",
        receipt(1, letter, "collected", "2024-03-08"),
        receipt(2, "0000999999-1", "npai", "2024-03-08"),
    )
    mail, again = mail_on("2024-03-11"), mail_on("2024-03-12")

    assert ({"to_examine": 2}, {}) == (dict(mail.events), dict(again.events))
    assert ["unknown_letter"] * 2 == [step.why for step in late_receipts()]
    assert ("", None) == outcome(letter)


def test_a_day_to_come_is_not_believed(licence: Licence, letter: str) -> None:
    """A person looks at a collection that has not happened yet."""
    learn(licence, "2024-03-11", receipt(1, letter, "collected", "2024-03-28"))
    mail_on("2024-03-11")

    assert ("to_examine", None) == outcome(letter)


def test_a_lost_letter_is_sent_again_to_the_same_address(licence: Licence, letter: str, tmp_path: Path) -> None:
    """Nothing is wrong with the address."""
    learn(licence, "2024-04-02", receipt(1, letter, "lost", "2024-04-02"))
    mail_on("2024-04-02")
    run_on("2024-04-02", means(tmp_path))
    addresses = Sending.objects.filter(kind="48SI").values_list("address", flat=True)

    assert 2 == len(addresses)
    assert 1 == len({tuple(address) for address in addresses})


def test_unclaimed_at_an_address_given_up_before_it_came_there(licence: Licence, letter: str, tmp_path: Path) -> None:
    """A change of address on the way: not notified, sent to the new one (doubt D25)."""
    learn(licence, "2024-03-25", moved(1, "2024-03-05", GARAGE), receipt(1, letter, "presented", "2024-03-06"))
    learn(licence, "2024-03-25", receipt(2, letter, "unclaimed", "2024-03-22"))
    mail_on("2024-03-25")
    run_on("2024-03-25", means(tmp_path))

    assert ("not_notified", None) == outcome(letter)
    assert list(GARAGE) == Sending.objects.order_by("-pk")[0].address


def test_a_change_of_address_after_it_came_changes_nothing(licence: Licence, letter: str) -> None:
    """It was presented where the driver had said they lived."""
    learn(licence, "2024-03-25", moved(1, "2024-03-07", GARAGE), receipt(1, letter, "presented", "2024-03-06"))
    learn(licence, "2024-03-25", receipt(2, letter, "unclaimed", "2024-03-22"))
    mail_on("2024-03-25")

    assert ("notified", date(2024, 3, 6)) == outcome(letter)


def test_a_48n_opens_its_four_months(db: None, tmp_path: Path) -> None:
    """From the day on which it is collected."""
    licence = Licence.objects.create(
        neph="000000000003", holder=Holder.objects.create(**CAMILLE), obtained_on=date(2023, 1, 2),
        probation="ordinary", territory="metropole", recorded_on=date(2023, 1, 2),
    )  # fmt: skip
    learn(licence, "2024-03-04", offence("i1", 3, "2024-03-04"))
    run_on("2024-03-04", means(tmp_path))
    reference = Sending.objects.get(kind="48N").reference
    learn(licence, "2024-03-11", receipt(1, reference, "collected", "2024-03-08"))
    mail_on("2024-03-11")
    (duty,) = statement_of(licence, date(2024, 3, 11)).deadlines

    assert [{"act": "lettre_48n", "id": f"lettre:{reference}", "notified_on": "2024-03-08", "offence": "i1"}] == (
        letters_of_law(licence)
    )
    assert ("mandatory_stage", date(2024, 7, 8)) == (duty.duty, date.fromordinal(duty.on))


def test_a_ban_runs_from_its_notification(db: None, tmp_path: Path) -> None:
    """The holder of a foreign licence without points (art. L. 223-10, II)."""
    licence = Licence.objects.create(
        neph="000000000004", holder=Holder.objects.create(**CAMILLE), obtained_on=date(2020, 1, 2), probation="none",
        foreign=True, territory="metropole", recorded_on=date(2020, 1, 2),
    )  # fmt: skip
    learn(licence, "2024-03-04", offence("i1", 6, "2024-03-04"), offence("i2", 6, "2024-03-04"))
    run_on("2024-03-04", means(tmp_path))
    reference = Sending.objects.get(kind="interdiction").reference
    learn(licence, "2024-03-11", receipt(1, reference, "collected", "2024-03-08"))
    mail_on("2024-03-11")

    assert "banned" == statement_of(licence, date(2024, 3, 11)).status
    assert ["interdiction_de_circuler"] == [act["act"] for act in letters_of_law(licence)]


def test_receipts_of_a_simple_letter_are_kept_and_move_nothing(licence: Licence, tmp_path: Path) -> None:
    """It may come back; nothing runs from a simple letter."""
    learn(licence, "2024-03-04", offence("i1", 2, "2024-03-04"))
    run_on("2024-03-04", means(tmp_path))
    reference = Sending.objects.get().reference
    learn(licence, "2024-03-11", receipt(1, reference, "npai", "2024-03-08"))
    mail = mail_on("2024-03-11")

    assert ({"npai": 1}, {}) == (dict(mail.events), dict(mail.outcomes))
    assert "sent" == Sending.objects.get().outcome


def test_after_a_death_receipts_move_nothing(licence: Licence, letter: str) -> None:
    """They are kept."""
    learn(licence, "2024-03-11", {"act": "death", "id": "d1", "on": "2024-03-07"})
    learn(licence, "2024-03-11", receipt(1, letter, "unclaimed", "2024-03-08"))
    mail = mail_on("2024-03-11")

    assert ({"unclaimed": 1}, []) == (dict(mail.events), letters_of_law(licence))


def test_chunks_follow_one_another(licence: Licence, letter: str) -> None:
    """Three receipts, one a chunk, are weighed as one."""
    from mespoints.letters.receipts import take_receipts

    learn(
        licence, "2024-03-25", receipt(1, letter, "posted", "2024-03-05"), receipt(2, letter, "presented", "2024-03-06")
    )
    learn(licence, "2024-03-25", receipt(3, letter, "unclaimed", "2024-03-22"))
    mail = take_receipts(date(2024, 3, 25), size=1)

    assert (3, {"notified": 1}) == (mail.events.total(), dict(mail.outcomes))
    assert not OwedLetter.objects.filter(letter="48SI", done_on=None).exists()
