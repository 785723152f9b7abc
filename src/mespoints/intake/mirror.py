"""What pages read in tables of their own, kept in step with the acts that say it: categories held, the holder.

Of two acts on one category from one day, the one that goes furthest holds, in whatever order they came.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from mespoints.intake.effects import Fact, Undo
from mespoints.intake.reading import Line
from mespoints.register import holders
from mespoints.register.models import Category, Licence

Key = tuple[str, str, date]


def mirror(lines: Iterable[Line]) -> None:
    """Write what these accepted lines say of categories and holders. Inside the transaction of their acts."""
    by_kind: dict[str, list[Line]] = {}
    for line in lines:
        if isinstance(line.event.effect, Fact | Undo):
            by_kind.setdefault(line.event.effect.kind, []).append(line)
    of_holders = {line.neph for kind in holders.KINDS for line in by_kind.get(kind, [])}
    if of_holders:
        holders.keep_told(of_holders)
    if "category" in by_kind:
        mirror_categories(by_kind["category"])


def mirror_categories(lines: Iterable[Line]) -> None:
    """Add the categories that are new, make those known last as long as the furthest act says."""
    told: dict[Key, dict[str, Any]] = {}
    for line in lines:
        values = line.values
        key = (line.neph, values["category"], date.fromisoformat(values["from"]))
        until = date.fromisoformat(values["to"]) if "to" in values else None
        if key not in told or goes_further(until, told[key]["to_on"]):
            told[key] = {"to_on": until, "codes": values.get("codes", [])}
    nephs = {neph for neph, _, _ in told}
    rows = Category.objects.filter(licence__neph__in=nephs).select_related("licence")
    kept = {(row.licence.neph, row.category, row.from_on): row for row in rows}
    later = [row for key, row in kept.items() if key in told and goes_further(told[key]["to_on"], row.to_on)]
    for row in later:
        row.to_on, row.codes = told[row.licence.neph, row.category, row.from_on].values()
    Category.objects.bulk_update(later, ["to_on", "codes"])
    licences = {licence.neph: licence for licence in Licence.objects.filter(neph__in=nephs)}
    Category.objects.bulk_create(
        Category(licence=licences[neph], category=category, from_on=from_on, **values)
        for (neph, category, from_on), values in told.items()
        if (neph, category, from_on) not in kept
    )


def goes_further(day: date | None, other: date | None) -> bool:
    """Whether a last day comes after another; none at all comes last."""
    return other is not None and (day is None or day > other)
