from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar, Event

from mespoints.law.days import parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.statement import make_statement
from mespoints.records.ics import calendar_of
from tests.cli.conftest import DOSSIER
from tests.law.explain.grounds import LOST, Life
from tests.law.explain.test_duties import DUTIES
from tests.law.lives import offence

STAMP = datetime(2024, 12, 1, 8, 30, tzinfo=UTC)


def calendar(life: Life, language: str = "fr", *, discreet: bool = True) -> bytes:
    """The calendar of a life on its day."""
    dossier, statement = life.told()
    return calendar_of(dossier, statement, language, stamp=STAMP, discreet=discreet)


def events(content: bytes) -> list[Event]:
    """The events of a calendar, read back."""
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_every_return_and_every_duty_is_there() -> None:
    """In the order of their days, each for a whole day that leaves its owner free."""
    _, statement = DUTIES["mandatory_stage"].told()
    found = events(calendar(DUTIES["mandatory_stage"]))

    assert [event.decoded("DTSTART") for event in found] == sorted(
        date.fromordinal(one.on) for one in (*statement.deadlines, *statement.next)
    )
    assert {event.decoded("DTEND") - event.decoded("DTSTART") for event in found} == {timedelta(days=1)}
    assert {str(event["TRANSP"]) for event in found} == {"TRANSPARENT"}
    assert {event.decoded("DTSTAMP") for event in found} == {STAMP}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", DUTIES)
def test_titles_say_nothing(name: str, language: str) -> None:
    """What lights up on a screen, alarms included, names neither points nor duty."""
    found = events(calendar(DUTIES[name], language))
    shown = {str(event["SUMMARY"]) for event in found}
    shown |= {str(alarm["DESCRIPTION"]) for event in found for alarm in event.walk("VALARM")}

    assert shown == {"Licence: a date to remember" if language == "en" else "Permis : date à retenir"}


def test_descriptions_say_everything() -> None:
    """What to do, what happens otherwise and why, once the event is opened; and what it rests on."""
    told = str(events(calendar(DUTIES["restitution"]))[0]["DESCRIPTION"])

    assert "Dernier jour" in told
    assert "au plus tard le lundi 15 avril 2024" in told
    assert "4 500 euros" in told
    assert told.endswith("Calculé d'après les faits connus le 5 avril 2024. À vérifier avant de s'y fier.")


def test_explicit_titles() -> None:
    """Who lives alone with their telephone may prefer to read what it is about."""
    found = events(calendar(DUTIES["restitution"], discreet=False))

    assert str(found[0]["SUMMARY"]).endswith("Permis à remettre au préfet")


@pytest.mark.parametrize(
    ("name", "hours"),
    [
        ("mandatory_stage", [60 * 24 - 9, 30 * 24 - 9, 14 * 24 - 9]),
        ("restitution", [5 * 24 - 9, 2 * 24 - 9, 24 - 9]),
        ("new_licence", [-9]),
    ],
)
def test_alarms_leave_time_to_act(name: str, hours: list[int]) -> None:
    """At nine in the morning, months before a stage, days before a surrender; never for what comes by itself."""
    found = events(calendar(DUTIES[name]))
    alarms = [-alarm.decoded("TRIGGER") for alarm in found[0].walk("VALARM")]

    assert alarms == [timedelta(hours=each) for each in hours]
    assert [] == [alarm for event in found[1:] for alarm in event.walk("VALARM")]


def test_an_overdue_duty_no_longer_rings() -> None:
    """It stays in the calendar, without alarm."""
    found = events(calendar(Life("2024-06-01", LOST)))

    assert found[0].decoded("DTSTART") == date(2024, 4, 15)
    assert [] == found[0].walk("VALARM")


def test_the_same_file_comes_out_twice() -> None:
    """Without a stamp, the day of the statement makes one; the same event keeps its name from day to day."""
    dossier, statement = Life("2024-04-05", LOST).told()
    later = make_statement(dossier, statement.on + 3)

    assert calendar_of(dossier, statement) == calendar_of(dossier, statement)
    assert [event["UID"] for event in events(calendar_of(dossier, statement))] == [
        event["UID"] for event in events(calendar_of(dossier, later))
    ]


def test_events_have_names_of_their_own() -> None:
    """Two returns of one day are two events, and two drivers never share one."""
    twice = tuple(offence(f"i{n}", "2013-12-20", "2014-01-10", 3, "c4", episode="e") for n in (1, 2))
    every_two_years = tuple(offence(f"j{y}", f"{y}-01-20", f"{y}-02-10", 1, "c5") for y in (2016, 2018, 2020, 2022))
    mine = events(calendar(Life("2023-12-01", (*twice, *every_two_years))))
    theirs = events(calendar(Life("2023-12-01", (*twice, *every_two_years), obtained_on="1997-01-01")))
    names = [str(event["UID"]) for event in (*mine, *theirs)]

    assert len(set(names)) == len(names)
    assert len([event for event in mine if event.decoded("DTSTART") == date(2024, 1, 10)]) == 2


def test_nothing_names_the_driver() -> None:
    """Neither the number of the file, nor the places or labels of offences."""
    told = {**DOSSIER, "acts": [{**DOSSIER["acts"][0], "place": "Nantes", "label": "Feu rouge"}]}
    dossier = read_dossier(told)
    content = calendar_of(dossier, make_statement(dossier, parse_day("2024-12-01"))).decode()

    assert [] == [word for word in ("000000000001", "Nantes", "Feu rouge", "2015") if word in content]


def test_nothing_to_come_is_an_empty_calendar() -> None:
    """Twelve points and no duty: a valid calendar without events."""
    content = calendar(Life("2024-12-01"))

    assert [] == events(content)
    assert content.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
