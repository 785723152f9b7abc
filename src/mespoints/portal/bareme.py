"""The barème as a page: what each offence costs on a day, searched by its words, an article or a NATINF code."""

import re
from itertools import groupby
from typing import Any, NamedTuple

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mespoints.identity.session import Visit
from mespoints.law.bareme import is_unverified
from mespoints.law.bareme_rows import BaremeRow
from mespoints.law.bareme_search import search_bareme
from mespoints.law.bareme_words import class_of_row, marked_label
from mespoints.law.capital import TWELVE_POINTS_FROM
from mespoints.law.days import Day
from mespoints.law.explain import article_words, day_words, points_words
from mespoints.portal.simulator.days import DayField
from mespoints.portal.wording import _, labelled, unbroken

LONGEST_SEARCH = 80
IN_FRENCH = (("unique", "alinéa unique"),)
IN_ENGLISH = (
    ("unique", "sole para."), ("al. final", "last para."), ("al.", "para."), ("puis", "then"),
    ("circulation à gauche", "driving on the left"),
)  # fmt: skip
"""The words of the column of paragraphs, written short there."""
CODE_PENAL = re.compile(r"(\S+) CP")


class SearchForm(forms.Form):
    """Some words, and the day on which the offence was committed."""

    use_required_attribute = False

    def __init__(self, data: Any, *, today: Day) -> None:
        super().__init__(data or None, initial={"on": today}, auto_id="bareme_%s")
        self.fields["q"] = forms.CharField(
            label=_("Infraction, article ou code NATINF"),
            help_text=_("Par exemple : téléphone, feu rouge, R. 413-14, 203. Rien du tout pour voir tout le barème."),
            required=False,
            max_length=LONGEST_SEARCH,
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )
        self.fields["on"] = DayField(label=_("Jour de l'infraction"))

    def clean_on(self) -> Day:
        """Before December 1992 a licence had six points, by another barème, which is not kept here."""
        on: Day = self.cleaned_data["on"]
        if on < TWELVE_POINTS_FROM:
            raise forms.ValidationError(_("Le barème commence au 1er décembre 1992 : choisissez ce jour ou un autre."))
        return on


class Line(NamedTuple):
    """An offence: its name, with its points where no heading says them, and its class, article and code."""

    label: str
    details: str


class Group(NamedTuple):
    """The offences of one number of points; no heading when the best answers come first."""

    heading: str
    lines: tuple[Line, ...]


class Found(NamedTuple):
    """What was found: how many, in groups; ``is_marked``: some row was recalled and not read in its source."""

    total: int
    groups: tuple[Group, ...]
    is_marked: bool
    day: str


@require_safe
def bareme(request: Visit) -> HttpResponse:
    """The whole barème of the day, or what answers the words of the form."""
    today = request.today.toordinal()
    form = SearchForm(request.GET, today=today)
    found = None
    if not form.is_bound:
        found = find("", today, request.LANGUAGE_CODE)
    elif form.is_valid():
        found = find(form.cleaned_data["q"], form.cleaned_data["on"], request.LANGUAGE_CODE)
    return render(request, "portal/bareme.html", {"form": form, "found": found})


def find(words: str, on: Day, language: str) -> Found:
    """The rows of a day: the best answers first, or all of them, the dearest first."""
    rows = search_bareme(words, on, language) or search_bareme(words, on)
    groups = (best_first(rows, language),) if words.strip() else by_points(rows, language)
    return Found(len(rows), groups if rows else (), any(map(is_unverified, rows)), day_words(on, language))


def best_first(rows: list[BaremeRow], language: str) -> Group:
    """The rows in one group, each with its points."""
    labels = (labelled(marked_label(row, language), points_words(row.points, language)) for row in rows)
    return Group("", tuple(Line(label, details(row, language)) for label, row in zip(labels, rows, strict=True)))


def by_points(rows: list[BaremeRow], language: str) -> tuple[Group, ...]:
    """The rows in groups, the dearest first, each in the order of the names."""
    ordered = sorted(rows, key=lambda row: (-row.points, marked_label(row, language)))
    return tuple(
        Group(
            points_words(points, language),
            tuple(Line(marked_label(row, language), details(row, language)) for row in group),
        )
        for points, group in groupby(ordered, key=lambda row: row.points)
    )


def paragraph_words(paragraph: str, language: str) -> str:
    """« I, al. 2 » as a page says it: what is short is spelt out, and the English has no French word left."""
    for short, word in IN_ENGLISH if language == "en" else IN_FRENCH:
        paragraph = paragraph.replace(short, word)
    return CODE_PENAL.sub(r"code pénal, art. \1", paragraph)


def details(row: BaremeRow, language: str) -> str:
    """« contravention de la 4e classe, art. R. 412-30, al. 1, NATINF 11325 »."""
    parts = [
        class_of_row(row, language),
        article_words(row.article, language),
        paragraph_words(row.paragraph, language),
    ]
    if row.natinf:
        parts.append(f"NATINF {', '.join(row.natinf)}")
    return unbroken(", ".join(part for part in parts if part))
