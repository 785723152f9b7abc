"""The two forms of an offence: its day and its words, then which one it is and what became of it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_noop

from mespoints.law.acts import Offence
from mespoints.law.days import Day, iso, parse_day
from mespoints.portal.offences import title_of
from mespoints.portal.simulator.act_forms import ActForm, asked, written
from mespoints.portal.simulator.bareme_choice import LONGEST_SEARCH, Found, has_class, keys_of, row_words
from mespoints.portal.simulator.choices import CHOICES
from mespoints.portal.simulator.days import DayField
from mespoints.portal.simulator.fields import Pairs, choice, text
from mespoints.portal.simulator.history import Act, History
from mespoints.portal.wording import _

KEPT, BY_HAND, PENDING = "kept", "by-hand", "pending"
WHICH_KEYS = ("natinf", "article", "paragraph", "label", "class", "points")
"""What tells which offence it is."""
PRICE = ("class", "points")
OUTCOME_KEYS = ("final_on", "final_by", "closed_on", "closed_by")
"""What became of it, asked in two questions."""
HOW_TO_FIND = gettext_noop(
    "Quelques mots, par exemple « téléphone », « vitesse 20 » ou « feu rouge », ou le code NATINF de l'avis."
)
PRICE_MISSING = gettext_noop("Indiquez-le : cette infraction n'est pas choisie dans le barème.")
CLASS_MISSING = gettext_noop("Indiquez la classe : le barème de l'époque ne la dit pas.")


class FindForm(forms.Form):
    """The day of an offence, and the words that find it in the barème of that day."""

    use_required_attribute = False
    words_are_required = False

    def __init__(self, data: Mapping[str, Any] | None = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, prefix="find", initial=initial)
        self.fields["committed_on"] = DayField(label=_("Jour de l'infraction"))
        self.fields["words"] = text(
            label=_("Quelle infraction ?"), hint=self.hint(), is_required=self.words_are_required
        )
        self.fields["words"].error_messages["required"] = _("Écrivez quelques mots de cette infraction.")
        self.fields["words"].widget.attrs["maxlength"] = LONGEST_SEARCH

    def hint(self) -> str:
        """How to find an offence."""
        return f"{_(HOW_TO_FIND)} {_('Laissez vide pour indiquer vous-même la classe et le nombre de points.')}"


class OffenceForm(ActForm):
    """Which offence it is, what became of it, and what few people know of it."""

    field_of_key = dict.fromkeys(("natinf", "article", "paragraph"), "which") | {
        "final_on": "outcome_on",
        "final_by": "outcome",
        "closed_on": "outcome_on",
        "closed_by": "outcome",
    }

    def __init__(
        self, history: History, language: str, data: QueryDict | None, act: Act | None, committed_on: Day, found: Found
    ) -> None:
        """``found``: the offences of the barème among which to choose."""
        self.former, self.committed_on, self.found = act or {}, committed_on, found
        super().__init__("offence", history, language, data, act)
        self.initial = {**self.initial, **_initial(self.former, found)}

    def ask(self) -> None:
        """Which one, its price when the barème does not give it, what became of it, then the rest, folded."""
        pairs = self._offences()
        if len(pairs) > 1:
            self.fields["which"] = choice(pairs, label=_("Quelle infraction ?"), as_list=False)
        for key in PRICE:
            self.ask_key(key)
        self.fields["outcome"] = choice(_outcomes(), label=_("Où en est-elle ?"), as_list=False)
        self.fields["outcome_on"] = DayField(
            label=_("Depuis quel jour ?"),
            hint=_("Le jour du paiement, de la majoration ou du jugement. Laissez vide si elle n'est pas définitive."),
            required=False,
        )
        self.folded = tuple(key for key in asked(self.kind) if key not in (*WHICH_KEYS, *OUTCOME_KEYS, "committed_on"))
        self.folded += ("label",)
        for key in self.folded:
            self.ask_key(key)

    def outcome_fields(self) -> list[forms.BoundField]:
        """What became of it."""
        return [self["outcome"], self["outcome_on"]]

    def price_fields(self) -> list[forms.BoundField]:
        """The price of an offence that is not chosen in the barème."""
        return [self[name] for name in PRICE]

    def is_priced_by_hand(self) -> bool:
        """Whether it must be said, or is said already."""
        return "which" not in self.fields or any(field.errors or field.value() for field in self.price_fields())

    def folded_fields(self) -> list[forms.BoundField]:
        """The questions that few people need."""
        return [self[name] for name in self.folded]

    def is_unfolded(self) -> bool:
        """Whether one of these has an answer, right or wrong."""
        return any(field.errors or field.value() for field in self.folded_fields())

    def _offences(self) -> Pairs:
        """The offence already typed, those found in the barème, and any other."""
        kept = [(KEPT, _former_words(self.former, self.history, self.language))] if self.former else []
        rows = [(str(place), row_words(row, self.language)) for place, row in enumerate(self.found.rows)]
        return [*kept, *rows, (BY_HAND, _("Une autre : j'indique la classe et le nombre de points"))]

    def clean(self) -> dict[str, Any]:
        """What one answer asks of another."""
        answers = self.cleaned_data
        which = answers.get("which", BY_HAND)
        if "which" not in self.errors:
            for key in self._price_missing(which):
                self.add_error(key, _(PRICE_MISSING if which == BY_HAND else CLASS_MISSING))
        outcome, on = answers.get("outcome", ""), answers.get("outcome_on")
        if outcome == PENDING and on is not None:
            self.add_error("outcome", _("Choisissez ce qui s'est passé ce jour-là, ou effacez le jour."))
        if outcome not in ("", PENDING) and on is None and "outcome_on" not in self.errors:
            self.add_error("outcome_on", _("Indiquez le jour où cela s'est passé."))
        return answers

    def _price_missing(self, which: str) -> list[str]:
        """The parts of the price that neither the barème nor the person gives."""
        asked_for = {KEPT: (), BY_HAND: PRICE}.get(which)
        if asked_for is None:
            asked_for = () if has_class(self.found.rows[int(which)]) else ("class",)
        return [key for key in asked_for if not self.cleaned_data.get(key)]

    def act(self) -> Act:
        """The act as ``dossier/1`` writes it, its id left out."""
        others = {key: value for key, value in self.cleaned_data.items() if key in self.folded}
        return (
            {"act": self.kind, "committed_on": iso(self.committed_on)}
            | self._which()
            | self._outcome()
            | written(self.kind, others)
        )

    def _which(self) -> Act:
        """The keys that tell which offence it is."""
        which = self.cleaned_data.get("which", BY_HAND)
        price = written(self.kind, {key: self.cleaned_data.get(key) for key in PRICE})
        if which == KEPT:
            return {key: self.former[key] for key in WHICH_KEYS if key in self.former and key != "label"} | price
        if which == BY_HAND:
            return price
        row = self.found.rows[int(which)]
        return keys_of(row) if has_class(row) else price | keys_of(row)

    def _outcome(self) -> Act:
        """The keys that tell what became of it."""
        outcome, on = self.cleaned_data["outcome"], self.cleaned_data["outcome_on"]
        if outcome == PENDING:
            return {}
        end = "final" if outcome in CHOICES["final_by"] else "closed"
        return {f"{end}_on": iso(on), f"{end}_by": outcome}


def _outcomes() -> Pairs:
    """What may have become of an offence."""
    ends = (CHOICES["final_by"] | CHOICES["closed_by"]).items()
    return [(PENDING, _("Ni payée, ni majorée, ni jugée")), *((value, _(words)) for value, words in ends)]


def _initial(act: Act, found: Found) -> dict[str, Any]:
    """The answers to the questions that are not those of the format."""
    on = act.get("final_on") or act.get("closed_on")
    outcome = act.get("final_by") or act.get("closed_by") or (PENDING if act else "")
    only = "0" if len(found.rows) == 1 else ""
    return {"which": KEPT if act else only, "outcome": outcome, "outcome_on": parse_day(on) if on else None}


def _former_words(act: Act, history: History, language: str) -> str:
    """The offence already typed."""
    record = next(one for one in history.dossier.acts if one.id == act["id"])
    assert isinstance(record, Offence)
    return _("Celle qui est déjà dans l'historique : %(offence)s") % {"offence": title_of(record, language).text}
