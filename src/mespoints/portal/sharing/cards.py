"""The codes of a holder in plain words: for whom, until when, and who used each."""

from datetime import date
from typing import NamedTuple

from django.utils import timezone

from mespoints.law.explain import day_words, long_day
from mespoints.portal.wording import _
from mespoints.records.models import ShareCode
from mespoints.register.accesses import RECIPIENT, accesses_of
from mespoints.register.models import Access, Licence


class View(NamedTuple):
    """One look by code: when, and who it was in their own words."""

    iso: str
    when: str
    who: str


class ShareCard(NamedTuple):
    """A code. ``state``: open until a day, ended, or revoked."""

    number: int
    label: str
    created: str
    state: str
    is_open: bool
    views: tuple[View, ...]


def share_cards(licence: Licence, today: date, language: str) -> tuple[ShareCard, ...]:
    """Every code of the licence, the latest first, and who used it within the year."""
    views: dict[str, list[View]] = {}
    for access in accesses_of(licence).filter(viewer=RECIPIENT):
        views.setdefault(access.reason, []).append(_view(access, language))
    codes = licence.share_codes.order_by("-number")
    return tuple(_card(code, today, tuple(views.get(str(code.number), ())), language) for code in codes)


def _card(code: ShareCode, today: date, views: tuple[View, ...], language: str) -> ShareCard:
    def words(day: date) -> str:
        return day_words(day.toordinal(), language)

    if code.revoked_on is not None:
        state = _("Révoqué le %(day)s.") % {"day": words(code.revoked_on)}
    elif code.until_on < today:
        state = _("Expiré depuis le %(day)s.") % {"day": words(code.until_on)}
    else:
        state = _("Ouvert jusqu'au %(day)s.") % {"day": words(code.until_on)}
    is_open = code.revoked_on is None and code.until_on >= today
    return ShareCard(code.number, code.label, words(code.created_on), state, is_open, views)


def _view(access: Access, language: str) -> View:
    at = timezone.localtime(access.at)
    hour = _("%(hour)d h %(minute)02d") % {"hour": at.hour, "minute": at.minute}
    return View(at.isoformat(timespec="minutes"), f"{long_day(at.toordinal(), language)}, {hour}", access.who)
