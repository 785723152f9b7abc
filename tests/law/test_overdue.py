"""What became of the stage of a 48N and of the title of a 48SI, on the days that decide."""

from typing import Any

import pytest

from mespoints.law.acts import Dossier, Lettre48N, Lettre48SI
from mespoints.law.days import iso, parse_day
from mespoints.law.overdue import DutyStanding, stage_duty, stage_in_time, title_duty
from mespoints.law.reading import read_dossier
from tests.law.lives import offence, on_day, stage

NOVICE = (offence("a", "2024-01-10", "2024-02-01", 3), on_day("lettre_48n", "l", "2024-03-01", offence="a"))
FALL = (
    offence("a", "2023-01-10", "2023-02-10", 6, "c4"),
    offence("b", "2023-03-10", "2023-04-10", 6, "c5"),
    on_day("lettre_48si", "l", "2023-05-02"),
)


def dossier_of(*acts: dict[str, Any], obtained_on: str = "2023-06-12") -> Dossier:
    """A licence with these acts."""
    return read_dossier({"format": "dossier/1", "licence": {"obtained_on": obtained_on}, "acts": list(acts)})


def of_stage(on: str, *acts: dict[str, Any]) -> tuple[str, str]:
    """What became of the stage, and the last day to follow it."""
    dossier = dossier_of(*NOVICE, *acts)
    (letter,) = (act for act in dossier.acts if isinstance(act, Lettre48N))
    standing = stage_duty(dossier, letter, parse_day(on))
    return standing.word, iso(standing.last_on)


def standing_of_title(on: str, *acts: dict[str, Any]) -> DutyStanding:
    """What became of the title, and the last day to hand it in."""
    dossier = dossier_of(*FALL, *acts, obtained_on="2015-06-12")
    letter = next(act for act in dossier.acts if isinstance(act, Lettre48SI))
    return title_duty(dossier, letter, parse_day(on))


def of_title(on: str, *acts: dict[str, Any]) -> str:
    """What became of the title."""
    return standing_of_title(on, *acts).word


@pytest.mark.parametrize(("on", "word"), [("2024-07-01", "running"), ("2024-07-02", "missed")])
def test_a_stage_is_missed_the_day_after_its_four_months(on: str, word: str) -> None:
    """Notified on Friday 1 March 2024: Monday 1 July is the last day."""

    assert (word, "2024-07-01") == of_stage(on)


@pytest.mark.parametrize(("ended_on", "word"), [("2024-07-01", "fulfilled"), ("2024-07-02", "missed")])
def test_a_stage_counts_when_it_ends_within_the_delay(ended_on: str, word: str) -> None:
    """A day later it answers the letter, too late; and it refunds nothing."""
    late = stage("s", ended_on, kind="probatoire")
    dossier = dossier_of(*NOVICE, late)
    (letter,) = (act for act in dossier.acts if isinstance(act, Lettre48N))

    assert word == of_stage("2024-09-01", late)[0]
    assert (word == "fulfilled") == (stage_in_time(dossier, letter, parse_day("2024-09-01")) is not None)


def test_a_stage_still_to_come_refunds_nothing_yet() -> None:
    """On the eve of its last day the duty runs."""

    assert "running" == of_stage("2024-05-04", stage("s", "2024-05-05", kind="probatoire"))[0]
    assert "fulfilled" == of_stage("2024-05-05", stage("s", "2024-05-05", kind="probatoire"))[0]


@pytest.mark.parametrize(
    "undoing",
    [
        on_day("withdrawal_annulled", "u", "2024-08-01", offence="a"),
        on_day("withdrawal_suspended", "u", "2024-08-01", offence="a"),
    ],
)
def test_a_duty_falls_with_the_withdrawal_that_it_comes_from(undoing: dict[str, Any]) -> None:
    """From the day of the decision on."""

    assert ("missed", "undone") == (of_stage("2024-07-31", undoing)[0], of_stage("2024-08-01", undoing)[0])


def test_a_licence_lost_before_the_end_of_the_delay_has_no_stage_to_follow() -> None:
    """One that is lost afterwards had."""
    before = on_day("licence_annulled", "x", "2024-06-30")
    after = on_day("licence_annulled", "x", "2024-07-02")

    assert ("ended", "missed") == (of_stage("2024-08-01", before)[0], of_stage("2024-08-01", after)[0])


@pytest.mark.parametrize(("on", "word"), [("2023-05-15", "running"), ("2023-05-16", "missed")])
def test_a_title_is_missed_after_ten_jours_francs(on: str, word: str) -> None:
    """Notified on Tuesday 2 May 2023: the tenth day free ends on Saturday 13, so Monday 15 May is the last day."""

    assert (word, "2023-05-15") == (standing_of_title(on).word, iso(standing_of_title(on).last_on))


def test_a_title_handed_in_is_handed_in_however_late() -> None:
    """The préfet has it."""
    surrendered = on_day("title_surrendered", "t", "2023-08-01")

    assert ("missed", "fulfilled") == (of_title("2023-07-31", surrendered), of_title("2023-08-01", surrendered))


def test_a_48si_annulled_asks_for_nothing_and_a_new_licence_ends_it() -> None:
    """The one may still be judged otherwise; the other is over."""
    annulled = on_day("lettre_48si_annulled", "u", "2023-08-01")
    obtained = on_day("licence_obtained", "n", "2024-01-10")

    assert "undone" == of_title("2023-08-02", annulled)
    assert ("missed", "ended") == (of_title("2024-01-09", obtained), of_title("2024-01-10", obtained))
