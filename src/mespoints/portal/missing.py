"""« Pourquoi ces points ne sont-ils pas revenus ? »: one answer for each withdrawal that still weighs, as HTML.

Written as text like the movements: a template takes ten times as long to write it. Every value is escaped here.
"""

from collections.abc import Mapping
from html import escape
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from mespoints.law.acts import Offence
from mespoints.law.comparison import LOST
from mespoints.law.explain import day_words, points_words
from mespoints.law.explain.missing import Missing, missing_points
from mespoints.law.explain.returning import ReturnGaps
from mespoints.law.explain.standing import Standing
from mespoints.portal.offences import offences_of, title_of
from mespoints.portal.wording import _, unbroken

ITEM = """\
<li><h3>{title}</h3>
<p>{answer}</p>
{more}</li>
"""


class MissingSection(NamedTuple):
    """``title``: how many points are missing. ``note``: what the list counts otherwise. ``articles``: folded away."""

    title: str
    note: str
    items: SafeString
    articles: tuple[str, ...]


def missing_section(standing: Standing, fates: Mapping[str, ReturnGaps], language: str) -> MissingSection | None:
    """Every missing point and its reason; None for who has 12, or when the file does not tell."""
    account = missing_points(standing, fates, language)
    every = (*account.withdrawn, *([account.never_held] if account.never_held else []))
    if account.points == 0 or not every:
        return None
    offences = offences_of(standing.dossier)
    return MissingSection(
        title=_("Pourquoi il vous manque %(points)s") % {"points": points_words(account.points, language)},
        note=_note(account.given_back, sum(one.points for one in account.withdrawn), language),
        items=mark_safe("".join(_item(one, offences, standing, language) for one in every)),  # noqa: S308 - escaped
        articles=tuple(dict.fromkeys(article for one in every for article in one.articles)),
    )


def _note(given_back: int, withdrawn: int, language: str) -> str:
    """Why the withdrawals of the list add up to more than what is missing."""
    if not given_back:
        return ""
    counts = {"given": points_words(given_back, language), "withdrawn": points_words(withdrawn, language)}
    return _("Les retraits ci-dessous comptent pour %(withdrawn)s, mais un stage vous a déjà rendu %(given)s.") % counts


def _item(one: Missing, offences: Mapping[str, Offence], standing: Standing, language: str) -> str:
    more = "".join(f"<p>{escape(unbroken(sentence))}</p>\n" for sentence in one.more)
    title = _title(one, offences, standing, language)
    return ITEM.format(title=title, answer=escape(unbroken(one.answer)), more=more)


def _title(one: Missing, offences: Mapping[str, Offence], standing: Standing, language: str) -> str:
    """« 4 points : feu rouge, 5 janvier 2026 », the words of the file in their language."""
    points = points_words(one.points, language)
    offence = offences.get(one.offence)
    if offence is None:
        is_lost = standing.statement.status in LOST
        what = _("avec un permis qui n'est plus valable") if is_lost else _("jamais portés par ce permis")
        return escape(unbroken(f"{points}, {what}"))
    words, lang = title_of(offence, language)
    of_file = f'<span lang="{escape(lang)}">{escape(words)}</span>' if lang else escape(words)
    return f"{escape(unbroken(points))}, {of_file}, {escape(unbroken(day_words(offence.committed_on, language)))}"
