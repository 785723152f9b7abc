"""What leaves, what waits and what never leaves."""

import json
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest

from mespoints.letters import dispatch
from mespoints.letters.carriers import CarrierUnavailable, Turned
from mespoints.letters.dispatch import Means, note
from mespoints.letters.examining import decide_by_hand
from mespoints.letters.models import TO_EXAMINE, Batch, Sending, Step
from mespoints.letters.spool import Spool
from mespoints.register.models import Licence, OwedLetter
from tests.letters.mail import GARAGE, NEW_HOME, OLD_HOME, PlainPrinter, learn, means, moved, offence, run_on

pytestmark = pytest.mark.django_db


def waiting(licence: Licence) -> list[str]:
    """The letters that are not done with."""
    return list(OwedLetter.objects.filter(licence=licence, done_on=None).values_list("letter", flat=True))


def test_a_simple_letter_leaves_once(licence: Licence, tmp_path: Path) -> None:
    """In a batch whose manifest names it; the next run finds nothing to do."""
    learn(licence, "2024-03-04", offence("i1", 4, "2024-03-04"))
    first, again = run_on("2024-03-05", means(tmp_path)), run_on("2024-03-06", means(tmp_path))
    sending = Sending.objects.get()
    (folder,) = tmp_path.glob("2*")
    (entry,) = json.loads((folder / "manifest.json").read_text())["letters"]

    assert ({"48": 1}, {}) == (dict(first.sent), dict(again.sent))
    assert (sending.reference, sending.digest, 2) == (entry["reference"], entry["sha256"], entry["pages"])
    assert ("lettre_verte", False) == (entry["franking"], entry["registered"])
    assert (list(OLD_HOME), "declared", "sent") == (sending.address, sending.source, sending.outcome)
    assert ["dispatched"] == list(Step.objects.values_list("kind", flat=True))
    assert [] == waiting(licence)


def test_a_letter_bears_the_day_on_which_it_is_produced(licence: Licence, tmp_path: Path) -> None:
    """Sent on a Saturday, produced on Monday."""
    printer = PlainPrinter()
    learn(licence, "2024-03-08", offence("i1", 4, "2024-03-08"))
    run_on("2024-03-09", means(tmp_path, printer))

    assert [date(2024, 3, 11)] == [order.written_on for order in printer.orders]
    assert date(2024, 3, 11) == Batch.objects.get().production_on


def test_a_radar_offence_is_told_where_the_car_is_registered(licence: Licence, tmp_path: Path) -> None:
    """And an offence whose driver was stopped, where the driver lives."""
    car = {"act": "carte_grise_address", "id": "c1", "on": "2024-01-02", "lines": list(GARAGE)}
    learn(licence, "2024-03-04", car, offence("i1", 1, "2024-03-04", source="radar"), offence("i2", 1, "2024-03-04"))
    run_on("2024-03-05", means(tmp_path))

    assert [list(GARAGE), list(OLD_HOME)] == list(Sending.objects.order_by("pk").values_list("address", flat=True))


def test_an_address_that_does_not_fit_is_put_aside_once(licence: Licence, tmp_path: Path) -> None:
    """With its reason; it leaves by itself once the address is mended."""
    learn(licence, "2024-03-04", offence("i1", 4, "2024-03-04"))
    refusing = PlainPrinter(refused=(OLD_HOME,))
    first, again = run_on("2024-03-05", means(tmp_path, refusing)), run_on("2024-03-06", means(tmp_path, refusing))
    learn(licence, "2024-03-07", moved(1, "2024-03-07"))
    last = run_on("2024-03-07", means(tmp_path, refusing))

    assert ({"ligne 2 : 43 caractères, 38 au plus": 1}, {}) == (dict(first.put_aside), dict(again.put_aside))
    assert {"48": 1} == dict(last.sent)
    assert [list(NEW_HOME)] == list(Sending.objects.values_list("address", flat=True))


def test_a_withdrawal_annulled_before_it_is_told_is_not_told(licence: Licence, tmp_path: Path) -> None:
    """What gave the points back is told all the same."""
    learn(licence, "2024-03-04", offence("i1", 4, "2024-03-04"))
    learn(licence, "2024-03-05", {"act": "withdrawal_annulled", "id": "a1", "offence": "i1", "on": "2024-03-05"})
    run = run_on("2024-03-05", means(tmp_path))

    assert ({"withdrawal_annulled": 1}, {"rectificatif": 1}) == (dict(run.stopped), dict(run.sent))


def test_of_two_falls_the_last_is_told(licence: Licence, tmp_path: Path) -> None:
    """A judge takes away an offence of the first; without it the life that is left falls once, by the last offence."""
    learn(licence, "2024-03-04", offence("i1", 6, "2024-03-01"), offence("i2", 6, "2024-03-04"))
    annulled = {"act": "withdrawal_annulled", "id": "a1", "offence": "i2", "on": "2024-03-05"}
    learn(licence, "2024-03-08", annulled, offence("i3", 6, "2024-03-07"))
    run = run_on("2024-03-08", means(tmp_path))

    assert (1, 1) == (run.sent["48SI"], run.stopped["nothing_to_take"])
    assert ["i3"] == list(Sending.objects.filter(kind="48SI").values_list("owed__movement__act__act_id", flat=True))


def test_a_withdrawal_suspended_is_told_once_it_counts_again(licence: Licence, tmp_path: Path) -> None:
    """Until then it waits."""
    learn(licence, "2024-03-04", offence("i1", 4, "2024-03-04"))
    suspended = {"act": "withdrawal_suspended", "id": "a1", "offence": "i1", "on": "2024-03-05", "to": "2024-03-20"}
    learn(licence, "2024-03-05", suspended)
    first, last = run_on("2024-03-05", means(tmp_path)), run_on("2024-03-21", means(tmp_path))

    assert {"withdrawal_suspended": 1} == dict(first.put_aside)
    assert 1 == last.sent["48"]


def test_death_stops_everything(licence: Licence, tmp_path: Path) -> None:
    """What waits, and what would follow a letter in the post."""
    learn(licence, "2024-03-04", offence("i1", 6, "2024-03-04"), offence("i2", 6, "2024-03-04"))
    run_on("2024-03-04", means(tmp_path))
    learn(licence, "2024-03-05", offence("i3", 1, "2024-03-05"), {"act": "death", "id": "d1", "on": "2024-03-04"})
    run = run_on("2024-03-05", means(tmp_path))

    assert ({}, {"death"}) == (dict(run.sent), set(run.stopped))
    assert [] == waiting(licence)


def test_a_death_taken_back_lets_the_letters_leave(licence: Licence, tmp_path: Path) -> None:
    """Those that the death had stopped, once; those that had left stay as they were."""
    learn(licence, "2024-03-04", offence("i1", 1, "2024-03-04"))
    run_on("2024-03-04", means(tmp_path))
    learn(licence, "2024-03-05", offence("i2", 2, "2024-03-05"), {"act": "death", "id": "d1", "on": "2024-03-04"})
    stopped = run_on("2024-03-05", means(tmp_path))
    proof = {"proof": "certificat_de_vie", "reason": "Homonyme"}
    learn(licence, "2024-04-02", {"act": "death_annulled", "id": "d1", "on": "2024-04-02", **proof})
    first, again = run_on("2024-04-02", means(tmp_path)), run_on("2024-04-03", means(tmp_path))

    assert {"death": 1} == dict(stopped.stopped)
    assert ({"48": 1}, {}) == (dict(first.sent), dict(again.sent))
    assert [] == waiting(licence)


def test_a_day_that_the_register_is_past_sends_nothing(licence: Licence, tmp_path: Path) -> None:
    """What was posted since may have changed what a letter says."""
    learn(licence, "2024-03-04", offence("i1", 4, "2024-03-04"))
    learn(licence, "2024-03-08", offence("i2", 1, "2024-03-08"))
    run = run_on("2024-03-06", means(tmp_path))

    assert {} == dict(run.sent)
    assert {"le dossier ne peut pas être arrêté à ce jour": 1} == dict(run.put_aside)


def test_chunks_follow_one_another(licence: Licence, tmp_path: Path) -> None:
    """Three letters in chunks of one are three batches of one day."""
    learn(licence, "2024-03-04", *(offence(f"i{n}", 1, "2024-03-04") for n in range(3)))
    run = run_on("2024-03-05", means(tmp_path), size=1)

    assert (3, 3, 3) == (run.batches, run.seen, run.sent.total())
    assert [f"2024-03-05-000{n}" for n in (1, 2, 3)] == sorted(path.name for path in tmp_path.glob("2*"))


class Moody:
    """A carrier that is away, then turns the first letter down."""

    name = "moody"

    def __init__(self, reference: str = "") -> None:
        self.is_away = True
        self.reference = reference

    def hand_over(self, spool: Spool, batch: str) -> list[Turned]:
        """Refuse everything, or the first letter."""
        if self.is_away:
            raise CarrierUnavailable("le transporteur ne répond pas")
        reference = self.reference or Sending.objects.order_by("pk")[0].reference
        assert spool.has(batch)
        return [Turned(reference, "le transporteur refuse la lettre (réponse 422)")]


def test_what_a_carrier_did_not_take_is_handed_over_by_the_next_run(licence: Licence, tmp_path: Path) -> None:
    """Nothing is composed again; a letter that it turns down waits for a person."""
    learn(licence, "2024-03-04", offence("i1", 1, "2024-03-04"), offence("i2", 1, "2024-03-04"))
    carrier, printer = Moody(), PlainPrinter()
    with_it = Means(Spool(tmp_path), carrier, printer)
    first = run_on("2024-03-05", with_it, size=1)
    carrier.is_away = False
    second = run_on("2024-03-06", with_it)

    assert (["le transporteur ne répond pas"] * 2, 2) == (first.left, len(printer.orders))
    assert ([], 2) == (second.left, second.turned)
    assert ["to_examine", "sent"] == list(Sending.objects.order_by("pk").values_list("outcome", flat=True))
    assert not Batch.objects.filter(handed_over=False).exists()
    assert [] == list(with_it.spool.writing.iterdir())


class Killed(Exception):
    """What stops a run where the test wants it to."""


def killed_when_turned_down(licence: int, sending: Sending, kind: str, on: date, why: str = "") -> Step:
    """Note a step as a run does, but for the one that says that the carrier turned a letter down."""
    if kind == TO_EXAMINE:
        raise Killed
    return note(licence, sending, kind, on, why)


def test_a_letter_turned_down_is_not_forgotten_by_a_run_killed_just_after(licence: Licence, tmp_path: Path) -> None:
    """Before its answer was kept: the carrier is asked again, and turns the same letter down."""
    learn(licence, "2024-03-04", offence("i1", 1, "2024-03-04"))
    carrier = Moody()
    carrier.is_away = False
    with_it = Means(Spool(tmp_path), carrier, PlainPrinter())
    with patch.object(dispatch, "note", killed_when_turned_down), pytest.raises(Killed):
        run_on("2024-03-05", with_it)
    left = Batch.objects.filter(handed_over=False).count()
    again = run_on("2024-03-05", with_it)

    assert (1, 1) == (left, again.turned)
    assert ["to_examine"] == list(Sending.objects.values_list("outcome", flat=True))


def test_a_simple_letter_turned_down_leaves_again_once_it_is_decided(licence: Licence, tmp_path: Path) -> None:
    """Until a person has looked, it waits."""
    learn(licence, "2024-03-04", offence("i1", 1, "2024-03-04"))
    carrier = Moody()
    carrier.is_away = False
    first = run_on("2024-03-05", Means(Spool(tmp_path), carrier, PlainPrinter()))
    waits = run_on("2024-03-06", means(tmp_path))
    reference = Sending.objects.get().reference
    decide_by_hand(reference, None, by="Agent 12", why="mise en page reprise", on=date(2024, 3, 7))
    again = run_on("2024-03-07", means(tmp_path))

    assert (1, {}, {"48": 1}) == (first.turned, dict(waits.sent), dict(again.sent))
