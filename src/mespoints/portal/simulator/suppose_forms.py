"""The form of a fact to suppose: which offence, which day, alone or together with a scenario that is there already."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django import forms
from django.http import QueryDict

from mespoints.law.days import Day, add_months
from mespoints.law.explain import day_words, scenario_words
from mespoints.law.forecast import MONTHS_AHEAD
from mespoints.law.suppositions import Scenario, Supposition, SuppositionRefused, read_scenario, written
from mespoints.portal.simulator.bareme_choice import Found, find, has_class, row_words
from mespoints.portal.simulator.comparing import letter_of
from mespoints.portal.simulator.days import DayField
from mespoints.portal.simulator.fields import Pairs, choice
from mespoints.portal.simulator.history import History
from mespoints.portal.simulator.offence_forms import HOW_TO_FIND, FindForm
from mespoints.portal.simulator.supposing import WORDS
from mespoints.portal.wording import _, unbroken

APART = "apart"
DAYS_AHEAD = {"paiement": 1, "titre_executoire": 60, "stage": 15, "offence": 30, "withdrawal_annulled": 180}
"""A first guess of the day, which one may leave."""


class Ground(NamedTuple):
    """What a supposition stands on: the history on a day, and the scenarios that are there, by their place."""

    history: History
    on: Day
    language: str
    scenarios: dict[int, Scenario]


class SupposeForm(forms.Form):
    """One more fact. ``offences``: those among which it chooses, if it does."""

    use_required_attribute = False

    def __init__(self, kind: str, ground: Ground, offences: Pairs, data: QueryDict | None = None) -> None:
        self.kind, self.ground = kind, ground
        super().__init__(data, prefix="suppose", initial=self._first_guess(offences))
        if offences:
            self.fields["offence"] = choice(offences, label=_("Laquelle ?"), as_list=False)
        self.ask()
        if ground.scenarios:
            self.fields["together"] = choice(self._together(), label=_("À comparer"), as_list=False)

    def ask(self) -> None:
        """Ask the day."""
        self.fields["on"] = DayField(label=_(WORDS[self.kind].day))

    def _first_guess(self, offences: Pairs) -> dict[str, Any]:
        only = offences[0][0] if len(offences) == 1 else ""
        return {"on": self.ground.on + DAYS_AHEAD[self.kind], "together": APART, "offence": only}

    def _together(self) -> Pairs:
        """Alone, or in one of the scenarios that are compared already."""
        return [(APART, _("À part, comme un scénario de plus")), *map(self._scenario, self.ground.scenarios)]

    def _scenario(self, place: int) -> tuple[str, str]:
        """A scenario by its letter and its words."""
        words = scenario_words(self.ground.scenarios[place], self.ground.history.dossier, self.ground.language)
        named = {"letter": letter_of(place), "scenario": words[:1].lower() + words[1:]}
        return str(place), unbroken(_("En plus du scénario %(letter)s, %(scenario)s") % named)

    def clean_on(self) -> Day:
        """A day after that of the page, within the years that a forecast covers."""
        day: Day = self.cleaned_data["on"]
        check_ahead(day, self.ground)
        return day

    def supposition(self) -> Supposition:
        """The fact that was typed."""
        return Supposition(self.kind, self.cleaned_data["on"], self.cleaned_data.get("offence"))

    def scenario(self) -> tuple[int | None, str] | None:
        """The place of the scenario to replace, None for a new one, and its text; None when the law refuses it."""
        together = self.cleaned_data.get("together", APART)
        place = None if together == APART else int(together)
        facts = self.ground.scenarios[place].suppositions if place is not None else ()
        text = "+".join(written(fact) for fact in (*facts, self.supposition()))
        try:
            read_scenario(text, self.ground.history.dossier, self.ground.on)
        except SuppositionRefused:
            self.add_error("together" if place is not None else "on", _("Cela ne peut pas arriver ainsi."))
            return None
        return place, text


def check_ahead(day: Day, ground: Ground) -> None:
    """A fact is supposed after the day of the page, within the years that a forecast covers. Raises ValidationError."""
    until = add_months(ground.on, MONTHS_AHEAD)
    if not ground.on < day < until:
        between = {"on": day_words(ground.on, ground.language), "until": day_words(until, ground.language)}
        raise forms.ValidationError(_("Choisissez un jour après le %(on)s et avant le %(until)s.") % between)


class FindSupposedForm(FindForm):
    """The day and the words of an offence to suppose: it is one of the barème."""

    words_are_required = True

    def __init__(self, ground: Ground, data: Mapping[str, Any] | None = None) -> None:
        self.ground = ground
        super().__init__(data, initial={"committed_on": ground.on + DAYS_AHEAD["offence"]})

    def hint(self) -> str:
        """How to find an offence."""
        return _(HOW_TO_FIND)

    def clean_committed_on(self) -> Day:
        """A day to come."""
        day: Day = self.cleaned_data["committed_on"]
        check_ahead(day, self.ground)
        return day

    def clean(self) -> dict[str, Any]:
        """What the barème of that day has for the words, under ``codes``; nothing is an error."""
        on, words = self.cleaned_data.get("committed_on"), self.cleaned_data.get("words")
        if on is not None and words:
            found = find(words, on, self.ground.language)
            self.cleaned_data["codes"] = codes_of(found, self.ground, on)
            if not self.cleaned_data["codes"]:
                self.add_error(
                    "words", _("Aucune infraction du barème à essayer n'a tous ces mots : essayez-en d'autres.")
                )
        return self.cleaned_data


class SupposeOffenceForm(SupposeForm):
    """One more offence, chosen in the barème of its day."""

    def __init__(self, searched: FindSupposedForm, data: QueryDict | None = None) -> None:
        self.committed_on: Day = searched.cleaned_data["committed_on"]
        self.codes: dict[str, str] = searched.cleaned_data["codes"]
        super().__init__("offence", searched.ground, [], data)
        self.initial["code"] = next(iter(self.codes)) if len(self.codes) == 1 else ""

    def ask(self) -> None:
        """Ask which one."""
        self.fields["code"] = choice(list(self.codes.items()), label=_("Quelle infraction ?"), as_list=False)

    def supposition(self) -> Supposition:
        """The offence that was chosen."""
        return Supposition("offence", self.committed_on, None, self.cleaned_data["code"])


def codes_of(found: Found, ground: Ground, on: Day) -> dict[str, str]:
    """The offences found that can be supposed, by the code which tells their price."""
    codes = {}
    for row in found.rows:
        candidates = (*row.natinf, f"{row.article}:{row.paragraph}" if row.paragraph else row.article)
        code = next((code for code in candidates if has_class(row) and is_accepted(code, ground, on)), None)
        if code is not None:
            codes[code] = row_words(row, ground.language)
    return codes


def is_accepted(code: str, ground: Ground, on: Day) -> bool:
    """Whether the law takes this code, on this day, for one offence at one price."""
    try:
        read_scenario(written(Supposition("offence", on, None, code)), ground.history.dossier, ground.on)
    except SuppositionRefused:
        return False
    return True
