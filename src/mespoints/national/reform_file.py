"""A file of ``reform/1`` (TOML): what changes, on which side, from which day; read and refused."""

import tomllib
from collections.abc import Iterator
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

from mespoints.law.days import Day
from mespoints.law.play import GRADES
from mespoints.national.reforming import RULES, RuleChange
from mespoints.national.years import MEASURES

SIDES = ("before", "after")
KEYS = {
    "rule": {"name", "value", "from", "side"},
    "cost": {"natinf", "of_points", "of_class", "points", "class", "from", "side"},
    "published": {"measure", "year", "change", "source"},
}
TOP = {"format", "title", "rule", "cost", "published"}


class ReformRefused(Exception):
    """The file cannot be read as ``reform/1``; the message says where, what was found and what was expected."""


class CostChange(NamedTuple):
    """Offences committed from a day on cost otherwise: those of some codes (none: all), of some points, of some class.

    ``of_points``, ``of_grade``: None: any. ``points``, ``grade``: what they become; None: as they are.
    """

    from_on: Day
    natinf: tuple[int, ...]
    of_points: int | None
    of_grade: int | None
    points: int | None
    grade: int | None


class Side(NamedTuple):
    """One of the two laws that are compared."""

    rules: tuple[RuleChange, ...]
    costs: tuple[CostChange, ...]


class Published(NamedTuple):
    """What was published of the outcome: a measure of a year, changed by a share. ``source``: by language."""

    measure: str
    year: int
    change: float
    source: dict[str, str]


class Reform(NamedTuple):
    """``title``: by language. Both sides are the law as it is where they say nothing."""

    title: dict[str, str]
    before: Side
    after: Side
    published: tuple[Published, ...]


def examples() -> list[str]:
    """The names of the reforms that come with the software."""
    folder = resources.files("mespoints.national") / "reforms"
    return sorted(path.name.removesuffix(".toml") for path in folder.iterdir() if path.name.endswith(".toml"))


def read_reform(path: str) -> Reform:
    """The reform of a file, or one of ``examples`` by its name. Raises ReformRefused, OSError."""
    if path in examples():
        text = (resources.files("mespoints.national") / "reforms" / f"{path}.toml").read_text(encoding="utf-8")
    else:
        text = Path(path).read_text(encoding="utf-8")
    try:
        return reform_of(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ReformRefused(f"TOML attendu ({error})") from error


def reform_of(document: dict[str, Any]) -> Reform:
    """The reform of a document."""
    expect(document.get("format") == "reform/1", "format", document.get("format"), '"reform/1"')
    expect(set(document) <= TOP, "en-tête", sorted(set(document) - TOP), ", ".join(sorted(TOP)))
    title = document.get("title")
    expect(isinstance(title, dict) and {"fr", "en"} <= set(title), "title", title, "un titre fr et un titre en")
    for table, keys in KEYS.items():
        for number, entry in enumerate(document.get(table, []), 1):
            expect(set(entry) <= keys, f"[[{table}]] {number}", sorted(set(entry) - keys), ", ".join(sorted(keys)))
    before, after = (side_of(document, side) for side in SIDES)
    expect(
        any(side.rules or side.costs for side in (before, after)),
        "[[rule]], [[cost]]",
        "rien",
        "un changement au moins",
    )
    published = tuple(published_of(entry, number) for number, entry in enumerate(document.get("published", []), 1))
    return Reform(dict(title or {}), before, after, published)


def side_of(document: dict[str, Any], side: str) -> Side:
    """What changes on a side; « after » unless told otherwise."""
    rules = tuple(rule_change(entry, place) for place, entry in entries_of(document, "rule", side))
    costs = tuple(cost_change(entry, place) for place, entry in entries_of(document, "cost", side))
    names = [change.name for change in rules]
    expect(len(set(names)) == len(names), "[[rule]]", names, "une fois chaque règle, de chaque côté")
    return Side(rules, costs)


def entries_of(document: dict[str, Any], table: str, side: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The entries of a table that are of a side, each with its place."""
    for number, entry in enumerate(document.get(table, []), 1):
        place, found = f"[[{table}]] {number}", entry.get("side", "after")
        expect(found in SIDES, f"{place}, side", found, " ou ".join(SIDES))
        if found == side:
            yield place, entry


def rule_change(entry: dict[str, Any], place: str) -> RuleChange:
    """A rule decided otherwise."""
    name, value = entry.get("name"), entry.get("value")
    expect(name in RULES, f"{place}, name", name, ", ".join(RULES))
    allowed = RULES[str(name)][2]
    expect(type(value) is int and value in allowed, f"{place}, value", value, f"de {allowed[0]} à {allowed[-1]}")
    return RuleChange(str(name), int(value or 0), day_in(entry, place))


def cost_change(entry: dict[str, Any], place: str) -> CostChange:
    """Offences that cost otherwise."""
    natinf = entry.get("natinf", [])
    expect(
        isinstance(natinf, list) and all(type(code) is int for code in natinf), f"{place}, natinf", natinf, "des codes"
    )
    points = [entry.get("of_points"), entry.get("points")]
    grades = [entry.get("of_class"), entry.get("class")]
    for value in points:
        expect(value is None or (type(value) is int and 0 <= value <= 12), f"{place}, points", value, "de 0 à 12")
    for value in grades:
        expect(value is None or value in GRADES, f"{place}, class", value, ", ".join(GRADES))
    expect(points[1] is not None or grades[1] is not None, place, "rien", "points ou class")
    of_grade, grade = (None if value is None else GRADES[value] for value in grades)
    return CostChange(day_in(entry, place), tuple(natinf), points[0], of_grade, points[1], grade)


def published_of(entry: dict[str, Any], number: int) -> Published:
    """What was published."""
    place = f"[[published]] {number}"
    measure, year, change, source = (entry.get(key) for key in ("measure", "year", "change", "source"))
    expect(measure in MEASURES, f"{place}, measure", measure, ", ".join(MEASURES))
    expect(type(year) is int, f"{place}, year", year, "une année")
    expect(type(change) is float and -1 <= change <= 1, f"{place}, change", change, "une part, de -1.0 à 1.0")
    in_both = isinstance(source, dict) and {"fr", "en"} <= set(source)
    expect(in_both, f"{place}, source", source, "d'où cela vient, en fr et en en")
    return Published(str(measure), int(year or 0), float(change or 0), dict(source or {}))


def day_in(entry: dict[str, Any], place: str) -> Day:
    """The day from which a change holds."""
    day = entry.get("from")
    expect(type(day) is date, f"{place}, from", day, "un jour (AAAA-MM-JJ, sans guillemets)")
    return day.toordinal() if isinstance(day, date) else 0


def expect(is_right: bool, place: str, found: object, expected: str) -> None:
    """Refuse what is not right, with its place."""
    if not is_right:
        raise ReformRefused(f"{place} : « {found} » trouvé, {expected} attendu")
