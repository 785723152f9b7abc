"""« Tel que le fichier était connu le... »: another day for the statement, another day for what the register knew."""

from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override

from mespoints.law.acts import Dossier
from mespoints.law.explain import day_words, points_words
from mespoints.law.results import Statement
from mespoints.law.statement import StatementRefused, make_statement
from mespoints.portal.simulator.days import DayField
from mespoints.portal.wording import _, signed
from mespoints.records.erased import told
from mespoints.register.files import Correction, FileNotKnown, corrections_since, dossier_as_known
from mespoints.register.models import Licence

DAYS = ("on", "known_on")


class AsKnownForm(forms.Form):
    """The day of the statement and the day up to which facts are known; neither is to come."""

    use_required_attribute = False

    def __init__(self, data: Any, *, today: date) -> None:
        days = {name: today.toordinal() for name in DAYS}
        super().__init__(data, initial=days, auto_id="as_known_%s")
        self.fields["on"] = DayField(label=_("Le solde de ce jour"))
        self.fields["known_on"] = DayField(label=_("Tel que le fichier était connu le"))
        self.today = today

    def clean(self) -> None:
        """What the register will know, nobody can say yet."""
        for name in DAYS:
            day = self.cleaned_data.get(name)
            if day is not None and day > self.today.toordinal():
                self.add_error(name, _("Choisissez un jour passé, ou aujourd'hui."))


def form_asked(data: Any, *, today: date) -> AsKnownForm | None:
    """The form when it was sent; to build it for every page that does not show its answer costs a lot."""
    return AsKnownForm(data, today=today) if data.keys() & set(DAYS) else None


@lru_cache(maxsize=4)
def empty_fields(today: date, language: str) -> SafeString:
    """The fields of the form before anything is typed: the same for everybody on a day, and in a language."""
    with override(language):
        form = AsKnownForm(None, today=today)
        return mark_safe("".join(render_to_string("portal/simulator/field.html", {"field": one}) for one in form))  # noqa: S308 - rendered by templates


class AsKnown(NamedTuple):
    """The file on the two days asked for; ``words`` says which, above the balance.

    ``corrections``: one sentence for each correction posted since that day.
    """

    dossier: Dossier
    statement: Statement
    known_on: date
    words: str
    corrections: tuple[str, ...]


def as_known(form: AsKnownForm | None, licence: Licence, language: str) -> AsKnown | None:
    """What the form asks for; nothing when it cannot be said, and the form then tells why, or when none was sent."""
    if form is None or not form.is_valid():
        return None
    on, known_on = (date.fromordinal(form.cleaned_data[name]) for name in DAYS)
    try:
        dossier = dossier_as_known(licence, on, known_on)
        statement = told(dossier, make_statement(dossier, on.toordinal()))
    except FileNotKnown as refusal:
        form.add_error("known_on" if known_on < refusal.since else "on", why_not(refusal, language))
        return None
    except StatementRefused:
        form.add_error("on", _("Votre permis ne portait pas encore de points ce jour-là."))
        return None
    words = _("Votre dossier tel que le fichier le connaissait le %(day)s, et non tel qu'il est connu aujourd'hui.")
    words %= {"day": day_words(known_on.toordinal(), language)}
    since = tuple(correction_words(one, language) for one in corrections_since(licence, known_on))
    return AsKnown(dossier, statement, known_on, words, since)


def correction_words(one: Correction, language: str) -> str:
    """« Correction du 3 septembre 2024 : ... », in one sentence."""
    sentence = _(
        "Correction du %(posted)s : le mouvement du %(day)s comptait pour %(before)s ; d'après un fait enregistré "
        "depuis, il compte pour %(after)s."
    )
    return sentence % {
        "posted": day_words(one.posted_on.toordinal(), language),
        "day": day_words(one.on.toordinal(), language),
        "before": change_words(one.before, language),
        "after": change_words(one.after, language),
    }


def change_words(points: int, language: str) -> str:
    """« −4 points », « +1 point »."""
    return points_words(abs(points), language).replace(str(abs(points)), signed(points), 1)


def why_not(refusal: FileNotKnown, language: str) -> str:
    """Why what was known that day is not told."""
    day = {"day": day_words(refusal.since.toordinal(), language)}
    if refusal.is_erased:
        told = _(
            "Ce que le fichier disait avant le %(day)s ne peut plus être dit : des faits en ont été effacés, ce que la "
            "loi demande après un délai (art. L. 225-2)."
        )
        return told % day
    return _("Le fichier ne connaît votre permis que depuis le %(day)s.") % day
