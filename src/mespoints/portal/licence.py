"""The licence itself: whether it is valid, whose it is, the categories it allows, and never its points."""

from datetime import date
from typing import NamedTuple

from mespoints.law.acts import Dossier
from mespoints.law.explain import day_words, long_day, status_words
from mespoints.law.explain.duties import suspended_until
from mespoints.law.results import Statement
from mespoints.portal.coming import LOST
from mespoints.portal.wording import _
from mespoints.register.models import Licence


class CategoryRow(NamedTuple):
    """One category of vehicles, its days, and the codes that restrict it."""

    category: str
    from_words: str
    to_words: str
    codes: str


class LicenceCard(NamedTuple):
    """The validity on a day, the holder, the file number and the categories."""

    status: str
    is_warning: bool
    limit: str
    when: str
    holder: str
    neph: str
    categories: tuple[CategoryRow, ...]


def licence_card(licence: Licence, dossier: Dossier, statement: Statement, language: str) -> LicenceCard:
    """The licence as its holder may show it; ``licence`` comes with its holder."""
    rights = _without_points(dossier, statement)
    holder = licence.holder
    rows = licence.categories.order_by("from_on", "category").values_list("category", "from_on", "to_on", "codes")
    return LicenceCard(
        status=status_words(rights, dossier, language),
        is_warning=rights.status != "valid",
        limit=_limit(rights),
        when=_("État au %(day)s") % {"day": long_day(statement.on, language)},
        holder=f"{' '.join(holder.given_names[:1])} {holder.usage_name or holder.family_name}".strip(),
        neph=licence.neph,
        categories=tuple(_row(*row, language) for row in rows),
    )


def _limit(rights: Statement) -> str:
    """What the table of categories, which has its own days, must not let one believe."""
    if rights.status in LOST:
        return _("Ce permis ne donne plus le droit de conduire, dans aucune de ses catégories.")
    if rights.status == "suspended":
        return _("Vous ne devez conduire dans aucune de ces catégories pendant la suspension.")
    return ""


def _without_points(dossier: Dossier, statement: Statement) -> Statement:
    """A balance of zero leaves the licence valid until the 48SI is notified: the status then must not tell it."""
    if statement.status != "zero":
        return statement
    is_suspended = suspended_until(dossier, statement.on) is not None
    return statement._replace(status="suspended" if is_suspended else "valid")


def _row(category: str, from_on: date, to_on: date | None, codes: list[str], language: str) -> CategoryRow:
    return CategoryRow(
        category,
        _words(from_on, language),
        _words(to_on, language) if to_on else _("sans limite"),
        ", ".join(codes) or _("aucun"),
    )


def _words(on: date, language: str) -> str:
    return day_words(on.toordinal(), language)
