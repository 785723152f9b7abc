"""The licence itself: whether it is valid, whose it is, what it allows, and never its points."""

from datetime import date
from typing import NamedTuple

from mespoints.law.acts import Dossier
from mespoints.law.explain import day_words, long_day, status_words
from mespoints.law.explain.afterwards import because_way_back
from mespoints.law.explain.duties import suspended_until
from mespoints.law.results import Statement
from mespoints.portal.coming import LOST
from mespoints.portal.duties import Card, cards
from mespoints.portal.licence_page.codes import code_words
from mespoints.portal.licence_page.facts import (
    KINDS,
    Title,
    carte_grise_lines,
    medical_lines,
    suspension_lines,
    title_of,
)
from mespoints.portal.licence_page.stages import stage_lines
from mespoints.portal.wording import _
from mespoints.records.rights import Restrictions, restrictions_of
from mespoints.register.files import payloads_of
from mespoints.register.holdings import categories_held
from mespoints.register.models import Licence


class CategoryRow(NamedTuple):
    """One category of vehicles, its days, and the codes that restrict it."""

    category: str
    from_words: str
    to_words: str
    codes: str


class WayBack(NamedTuple):
    """What is left to do for who has lost the licence: the title to hand in, then when and how to have a new one."""

    cards: tuple[Card, ...]
    sentence: str


class LicenceCard(NamedTuple):
    """Everything on the page. ``codes``: each code of the table, in plain words."""

    status: str
    is_warning: bool
    limit: str
    when: str
    holder: str
    neph: str
    title: Title | None
    categories: tuple[CategoryRow, ...]
    codes: tuple[str, ...]
    medical: tuple[str, ...]
    suspensions: tuple[str, ...]
    way_back: WayBack | None
    stages: tuple[str, ...]
    address: str
    cartes_grises: tuple[str, ...]


def licence_card(licence: Licence, dossier: Dossier, statement: Statement, language: str) -> LicenceCard:
    """The licence as its holder may show it; ``licence`` comes with its holder."""
    rights, on = _without_points(dossier, statement), date.fromordinal(statement.on)
    holder, payloads = licence.holder, payloads_of(licence, KINDS)
    restrictions = restrictions_of([act for act in payloads if act["act"] == "restriction"], on.isoformat())
    no_limit = _("plus valable") if statement.status in LOST else _("sans limite")
    held = [
        row._replace(codes=tuple(dict.fromkeys((*row.codes, *restrictions[row.category]))))
        for row in categories_held(licence)
    ]
    return LicenceCard(
        status=status_words(rights, dossier, language),
        is_warning=rights.status != "valid",
        limit=_limit(rights),
        when=_("État au %(day)s") % {"day": long_day(statement.on, language)},
        holder=f"{' '.join(holder.given_names[:1])} {holder.usage_name or holder.family_name}".strip(),
        neph=licence.neph,
        title=title_of(payloads, language),
        categories=tuple(_row(*row, no_limit, language) for row in held),
        codes=_codes([row.codes for row in held], restrictions),
        medical=medical_lines(payloads, on, language),
        suspensions=suspension_lines(dossier, payloads, statement.on, language),
        way_back=_way_back(dossier, statement, language),
        stages=stage_lines(dossier, on, language) if rights.status not in LOST else (),
        address=", ".join(holder.address),
        cartes_grises=carte_grise_lines(payloads),
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


def _way_back(dossier: Dossier, statement: Statement, language: str) -> WayBack | None:
    """For who has lost a French licence; a ban on a foreign one ends by itself."""
    if statement.status not in ("invalidated", "annulled"):
        return None
    duties = tuple(deadline for deadline in statement.deadlines if deadline.duty == "restitution")
    sentence = "" if statement.way_back is None else because_way_back(statement.way_back, language)
    return WayBack(cards(dossier, statement._replace(deadlines=duties), language), sentence)


def _codes(of_categories: list[tuple[str, ...]], restrictions: Restrictions) -> tuple[str, ...]:
    """Every code once, those of the whole licence first."""
    codes = dict.fromkeys(restrictions[""])
    codes |= dict.fromkeys(code for row in of_categories for code in row)
    return tuple(code_words(code) for code in codes)


def _row(
    category: str, from_on: date, to_on: date | None, codes: tuple[str, ...], no_limit: str, language: str
) -> CategoryRow:
    return CategoryRow(
        category,
        _words(from_on, language),
        _words(to_on, language) if to_on else no_limit,
        ", ".join(codes) or _("aucun"),
    )


def _words(on: date, language: str) -> str:
    return day_words(on.toordinal(), language)
