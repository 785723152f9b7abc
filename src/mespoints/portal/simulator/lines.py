"""The history in plain words: one line an act, in the order of its days."""

from typing import NamedTuple

from mespoints.law.acts import Act as Record
from mespoints.law.acts import Offence
from mespoints.law.bareme_words import CLASSES
from mespoints.law.days import Day, iso, parse_day
from mespoints.law.explain import day_words, points_words
from mespoints.law.holds import DAY, FLAG, ID
from mespoints.law.reading import named_kinds
from mespoints.law.shapes import ACTS, day_key
from mespoints.portal.offences import Title, title_of
from mespoints.portal.simulator.choices import choice_words, choices_of
from mespoints.portal.simulator.history import Act, History
from mespoints.portal.simulator.words import kind_words, words_of
from mespoints.portal.wording import _, labelled

UNASKED = ("id", "recorded_on")
"""What the page sees to itself, and what only a register knows."""
SHOWN_AT_ONCE = 8


class Line(NamedTuple):
    """An act of the history; ``place``: where it stands in the file."""

    place: int
    title: str
    title_language: str
    iso: str
    day: str
    facts: tuple[str, ...]


class Lines(NamedTuple):
    """The history, the older acts apart when there are many."""

    older: tuple[Line, ...]
    recent: tuple[Line, ...]


def lines_of(history: History, language: str) -> Lines:
    """Every act, in the order of the days; those of one day in the order of the file."""
    acts = list(enumerate(zip(history.acts, history.dossier.acts, strict=True)))
    acts.sort(key=lambda act: day_of_act(act[1][0]))
    lines = tuple(_line(place, act, record, history, language) for place, (act, record) in acts)
    older = max(0, len(lines) - SHOWN_AT_ONCE)
    return Lines(lines[:older], lines[older:])


def day_of_act(act: Act) -> Day:
    """The day under which an act is listed: the first that its kind cannot do without."""
    return parse_day(act[day_key(act["act"])])


def act_title(act: Act, record: Record, language: str) -> Title:
    """What an act is called: an offence by its own name."""
    if isinstance(record, Offence):
        return title_of(record, language)
    return Title(_(kind_words(act["act"]).title), "")


def named_acts(kind: str, key: str, history: History, language: str) -> list[tuple[str, str]]:
    """The acts that a key of an act may name: their ids, and « Excès de vitesse, 20 janvier 2024 »."""
    kinds, _expected = named_kinds(kind, key)
    acts = zip(history.acts, history.dossier.acts, strict=True)
    return [(act["id"], act_name(act, record, language)) for act, record in acts if act["act"] in kinds]


def act_name(act: Act, record: Record, language: str) -> str:
    """« Excès de vitesse, 20 janvier 2024 »: an act in a sentence or in a list."""
    return f"{act_title(act, record, language).text}, {day_words(day_of_act(act), language)}"


def _line(place: int, act: Act, record: Record, history: History, language: str) -> Line:
    day = day_of_act(act)
    facts = offence_facts(record, language) if isinstance(record, Offence) else _facts(act, history, language)
    return Line(place, *act_title(act, record, language), iso(day), day_words(day, language), facts)


def offence_facts(offence: Offence, language: str) -> tuple[str, ...]:
    """Its price, what became of it, and where it was."""
    price = f"{points_words(offence.points, language)}, {CLASSES[language][offence.offence_class]}"
    return tuple(fact for fact in (price, _outcome(offence, language), _decision(offence, language)) if fact)


def _outcome(offence: Offence, language: str) -> str:
    """How and when it ended, if it did."""
    for key, word, day in (
        ("final_by", offence.final_by, offence.final_on),
        ("closed_by", offence.closed_by, offence.closed_on),
    ):
        if word is not None and day is not None:
            return labelled(choice_words("offence", key, word), day_words(day, language))
    return _("Pas encore définitive, rien n'est retiré")


def _decision(offence: Offence, language: str) -> str:
    """The day of the decision, when it is another one."""
    if offence.decided_on is None or offence.decided_on == offence.final_on:
        return ""
    return f"{_('Retrait décidé le')} {day_words(offence.decided_on, language)}"


def _facts(act: Act, history: History, language: str) -> tuple[str, ...]:
    """What else an act says, in the order of the format."""
    kind = act["act"]
    unsaid = (*UNASKED, day_key(kind))
    return tuple(
        _fact(kind, key, act[key], history, language) for key in ACTS[kind].keys if key in act and key not in unsaid
    )


def _fact(kind: str, key: str, value: object, history: History, language: str) -> str:
    """One answer: a choice speaks for itself, a day or a number goes with its question."""
    holds = ACTS[kind].keys[key]
    label = _(words_of(kind, key).label)
    if holds is FLAG:
        return label
    if holds is ID:
        return dict(named_acts(kind, key, history, language))[str(value)]
    if choices_of(kind, key):
        return choice_words(kind, key, str(value))
    return labelled(label, day_words(parse_day(str(value)), language) if holds is DAY else str(value))
