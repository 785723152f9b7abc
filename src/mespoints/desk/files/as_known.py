"""The two days of a file: the one that it is told for, and the one up to which the register had learned."""

from datetime import date
from typing import Any, NamedTuple

from django import forms

from mespoints.desk.fields import day_field
from mespoints.law.acts import Dossier
from mespoints.law.explain import day_words
from mespoints.law.results import Statement
from mespoints.law.statement import StatementRefused, make_statement
from mespoints.records.erased import told
from mespoints.register.files import Correction, FileNotKnown, corrections_since, dossier_as_known
from mespoints.register.models import Licence

DAYS = ("on", "known_on")


class TwoDaysForm(forms.Form):
    """The two days, neither to come; both today unless asked otherwise."""

    use_required_attribute = False

    on = day_field("Au jour du")
    known_on = day_field("Tel que connu le")

    def __init__(self, data: Any, *, today: date) -> None:
        asked = data if data.keys() & set(DAYS) else None
        super().__init__(asked, initial=dict.fromkeys(DAYS, today), auto_id="jours_%s")
        self.today = today

    def clean(self) -> None:
        """What the register will know, nobody can say yet."""
        for name in DAYS:
            if self.cleaned_data.get(name, self.today) > self.today:
                self.add_error(name, "Choisissez un jour passé, ou aujourd'hui.")


class AsKnown(NamedTuple):
    """The file on two days, and the corrections posted since the second one."""

    on: date
    known_on: date
    dossier: Dossier
    statement: Statement
    corrections: tuple[Correction, ...]


def as_known(form: TwoDaysForm, licence: Licence) -> AsKnown:
    """The file on the days asked for, or today's when they cannot be told: the form then says why."""
    today = form.today
    if not form.is_bound or not form.is_valid():
        return read(licence, today, today)
    on, known_on = (form.cleaned_data[name] for name in DAYS)
    try:
        return read(licence, on, known_on)
    except FileNotKnown as refusal:
        since = day_words(refusal.since.toordinal())
        why = (
            f"des faits ont été effacés le {since} (art. L. 225-2)" if refusal.is_erased else f"connu depuis le {since}"
        )
        form.add_error("known_on" if known_on < refusal.since else "on", f"Le dossier ne peut pas être dit : {why}.")
    except StatementRefused:
        form.add_error("on", "Ce permis ne portait pas encore de points ce jour-là.")
    return read(licence, today, today)


def read(licence: Licence, on: date, known_on: date) -> AsKnown:
    """Fold the file. Raises FileNotKnown, StatementRefused."""
    dossier = dossier_as_known(licence, on, known_on)
    statement = told(dossier, make_statement(dossier, on.toordinal()))
    return AsKnown(on, known_on, dossier, statement, tuple(corrections_since(licence, known_on)))
