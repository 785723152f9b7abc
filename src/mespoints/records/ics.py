"""The days to come as a calendar file (iCalendar, RFC 5545).

A calendar is often shown to others, on a screen that lights up by itself: the titles say nothing of points
or of duties unless asked to, and nothing in the file names its owner.
"""

from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from mespoints.law.acts import Dossier
from mespoints.law.days import Day, iso
from mespoints.law.explain import (
    because_deadline,
    cause_words,
    day_words,
    deadline_otherwise,
    deadline_title,
    deadline_to_do,
    upcoming,
)
from mespoints.law.results import Deadline, Movement, Statement

if TYPE_CHECKING:
    from icalendar import Alarm, Event

MORNING = timedelta(hours=9)

DAYS_OF_NOTICE = {"mandatory_stage": (60, 30, 14), "restitution": (5, 2, 1), "new_licence": (0,)}
"""How long before the day of a duty the alarms ring: a stage has to be booked, a title has to be posted."""

WORDS = {
    "fr": {
        "title": "Permis : date à retenir",
        "calendar": "Permis : dates à retenir",
        "last_day": "Dernier jour : {title}",
        "known": "Calculé d'après les faits connus le {day}. À vérifier avant de s'y fier.",
    },
    "en": {
        "title": "Licence: a date to remember",
        "calendar": "Licence: dates to remember",
        "last_day": "Last day: {title}",
        "known": "Computed from the facts known on {day}. To be checked before relying on it.",
    },
}


class Telling(NamedTuple):
    """What the events are told from, and how."""

    dossier: Dossier
    statement: Statement
    language: str
    discreet: bool

    def title(self, title: str) -> str:
        """The title, or one that says nothing."""
        return WORDS[self.language]["title"] if self.discreet else title


def calendar_of(
    dossier: Dossier,
    statement: Statement,
    language: str = "fr",
    *,
    stamp: datetime | None = None,
    discreet: bool = True,
) -> bytes:
    """Every coming movement and every open duty as an event of a whole day.

    ``stamp``: when the file was made; the day of the statement, so that the same file comes out twice, if not given.
    """
    from icalendar import Calendar  # slow to import, and only a calendar needs it

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//mespoints//{language}")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", WORDS[language]["calendar"])
    for event in events_of(Telling(dossier, statement, language, discreet)):
        event.add("dtstamp", stamp or datetime.combine(date.fromordinal(statement.on), time(), UTC))
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def events_of(telling: Telling) -> "list[Event]":
    """The events in the order of their days, duties first."""
    days = [(deadline.on, 0, event_of_duty(deadline, telling)) for deadline in telling.statement.deadlines]
    days += [(movement.on, 1, event_of_return(movement, telling)) for movement in telling.statement.next]
    return [event for _, _, event in sorted(days, key=lambda day: day[:2])]


def event_of_duty(deadline: Deadline, telling: Telling) -> "Event":
    """A duty on its last day, with alarms while it can still be done."""
    dossier, language = telling.dossier, telling.language
    title = deadline_title(deadline, language)
    if deadline.duty != "new_licence":
        title = WORDS[language]["last_day"].format(title=title)
    told = [
        deadline_to_do(deadline, language),
        deadline_otherwise(deadline, dossier, language),
        because_deadline(deadline, dossier, language),
    ]
    event = whole_day(deadline.on, title, told, telling)
    event.add("uid", uid_of(dossier, deadline.duty, deadline.on, deadline.act))
    if deadline.on >= telling.statement.on:
        for days in DAYS_OF_NOTICE[deadline.duty]:
            event.add_component(alarm(days, telling.title(title)))
    return event


def event_of_return(movement: Movement, telling: Telling) -> "Event":
    """A movement still to come, with its condition."""
    dossier, language = telling.dossier, telling.language
    told = [upcoming(movement, dossier, telling.statement, language)]
    event = whole_day(movement.on, cause_words(movement, dossier, language), told, telling)
    event.add("uid", uid_of(dossier, movement.cause, movement.on, movement.offence or movement.act or ""))
    return event


def whole_day(on: Day, title: str, told: list[str], telling: Telling) -> "Event":
    """An event of one day that leaves its owner free, closed to those who see when they are busy."""
    from icalendar import Event

    event = Event()
    event.add("summary", telling.title(title))
    event.add("dtstart", date.fromordinal(on))
    event.add("dtend", date.fromordinal(on + 1))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    known = WORDS[telling.language]["known"].format(day=day_words(telling.statement.on, telling.language))
    event.add("description", "\n\n".join([title, *told, known] if telling.discreet else [*told, known]))
    return event


def alarm(days: int, title: str) -> "Alarm":
    """A reminder some days before, at nine in the morning."""
    from icalendar import Alarm

    reminder = Alarm()
    reminder.add("action", "DISPLAY")
    reminder.add("description", title)
    reminder.add("trigger", MORNING - timedelta(days=days))
    return reminder


def uid_of(dossier: Dossier, what: str, on: Day, act: str) -> str:
    """The same event has the same name in every file; from it nobody learns whose it is."""
    content = "|".join([what, iso(on), act, iso(dossier.licence.obtained_on)])
    return f"{sha256(content.encode()).hexdigest()[:32]}@mespoints"
