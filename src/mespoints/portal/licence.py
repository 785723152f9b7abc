"""The licence itself: whose it is, since when, and the categories it allows (never the points)."""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from mespoints.law.explain import day_words
from mespoints.register.models import Category, Licence


class CategoryRow(NamedTuple):
    """One category of vehicles, its days, and the codes that restrict it."""

    category: str
    from_words: str
    to_words: str
    codes: str


class LicenceCard(NamedTuple):
    """The holder's name and file number, and the categories."""

    holder: str
    neph: str
    categories: tuple[CategoryRow, ...]


def licence_card(licence: Licence, language: str) -> LicenceCard:
    """The licence as its holder reads it; ``licence`` comes with its holder."""
    holder = licence.holder
    name = f"{' '.join(holder.given_names[:1])} {holder.usage_name or holder.family_name}".strip()
    rows = licence.categories.order_by("from_on", "category")
    return LicenceCard(name, licence.neph, tuple(_row(row, language) for row in rows))


def _row(row: Category, language: str) -> CategoryRow:
    return CategoryRow(
        row.category,
        _words(row.from_on, language),
        _words(row.to_on, language) if row.to_on else _("sans limite"),
        ", ".join(row.codes) or _("aucun"),
    )


def _words(on: date, language: str) -> str:
    return day_words(on.toordinal(), language)
