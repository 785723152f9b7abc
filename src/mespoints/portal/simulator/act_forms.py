"""The form of an act of any kind, made from the tables of the law."""

from typing import Any

from django import forms
from django.http import QueryDict

from mespoints.law.days import iso, parse_day
from mespoints.law.holds import DAY, ID, Holds
from mespoints.law.shapes import ACTS
from mespoints.portal.simulator.fields import field_of, without_empty
from mespoints.portal.simulator.history import Act, History
from mespoints.portal.simulator.lines import UNASKED, named_acts

PREFIX = "act"


class ActForm(forms.Form):
    """The questions of one kind of act, those that need an answer first. ``folded``: those that few people need."""

    use_required_attribute = False
    field_of_key: dict[str, str] = {}
    """The field under which a key is asked, when it is not its own."""
    folded: tuple[str, ...] = ()

    def __init__(self, kind: str, history: History, language: str, data: QueryDict | None, act: Act | None) -> None:
        """``act``: the one to change, None when it is new."""
        super().__init__(data, prefix=PREFIX, initial=initial_of(kind, act or {}))
        self.kind, self.history, self.language = kind, history, language
        self.ask()

    def ask(self) -> None:
        """Put the questions."""
        required = ACTS[self.kind].required
        for key in sorted(asked(self.kind), key=lambda key: key not in required):
            self.ask_key(key)

    def ask_key(self, key: str) -> None:
        """Put the question of one key; one whose only answers would be acts that are not there is not put."""
        shape = ACTS[self.kind]
        is_required, holds = key in shape.required, shape.keys[key]
        if holds is not ID or is_required or self.named(key):
            self.fields[key] = field_of(self.kind, key, holds, is_required=is_required, named=self.named)

    def named(self, key: str) -> list[tuple[str, str]]:
        """The acts that a key may name."""
        return named_acts(self.kind, key, self.history, self.language)

    def act(self) -> Act:
        """The act as ``dossier/1`` writes it, its id left out."""
        return {"act": self.kind} | written(self.kind, self.cleaned_data)


def asked(kind: str) -> list[str]:
    """The keys that a person is asked about."""
    return [key for key in ACTS[kind].keys if key not in UNASKED]


def written(kind: str, answers: dict[str, Any]) -> Act:
    """The answers as ``dossier/1`` writes them, those that were given."""
    keys = ACTS[kind].keys
    return {key: _written(keys[key], value) for key, value in without_empty(answers).items() if key in keys}


def _written(holds: Holds, value: Any) -> Any:
    """One answer; a number chosen in a list comes as text."""
    if holds is DAY:
        return iso(value)
    if isinstance(value, str) and holds.take(value) is None:
        return int(value)
    return value


def initial_of(kind: str, act: Act) -> dict[str, Any]:
    """The answers that an act already gives."""
    keys = ACTS[kind].keys
    return {key: parse_day(value) if keys[key] is DAY else value for key, value in act.items() if key in keys}
