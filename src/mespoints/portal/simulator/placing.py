"""An act put in its history: the law reads the whole again, and what it refuses is said at the field it is about."""

from django.utils.translation import gettext_noop

from mespoints.law.holds import DAY
from mespoints.law.reading import DossierRefused, Refusal
from mespoints.law.shapes import ACTS
from mespoints.portal.simulator.act_forms import ActForm
from mespoints.portal.simulator.history import (
    MOST_ACTS,
    Act,
    History,
    next_id,
    read_document,
    too_many,
    with_act,
)
from mespoints.portal.simulator.words import words_of
from mespoints.portal.wording import _

WRONG_DAY = gettext_noop("Ce jour ne s'accorde pas avec les autres jours donnés ici.")
WRONG = gettext_noop("Cette réponse ne convient pas ici.")
KEPT = ("id", "recorded_on")
"""What changing an act leaves as it was."""


def place_act(form: ActForm, history: History, place: int | None) -> History | None:
    """The history with the act of the form, or None and the reasons at their fields. ``place``: None for a new act."""
    if place is None and len(history.acts) >= MOST_ACTS:
        form.add_error(None, too_many())
        return None
    former = {"id": next_id(history)} if place is None else history.acts[place]
    act: Act = form.act() | {key: former[key] for key in KEPT if key in former}
    try:
        return read_document(with_act(history, act, place))
    except DossierRefused as refusal:
        say(form, refusal.errors, len(history.acts) if place is None else place)
        return None


def say(form: ActForm, refusals: tuple[Refusal, ...], place: int) -> None:
    """Each refusal at the field of its key; one that is about another act goes above them all."""
    said = set()
    for refusal in refusals:
        field = form.field_of_key.get(refusal.key, refusal.key)
        is_here = refusal.place.split(" ")[0] == f"acts[{place}]" and field in form.fields
        if (is_here, field) not in said:
            form.add_error(field if is_here else None, words_of_refusal(form.kind, refusal.key))
        said.add((is_here, field))


def words_of_refusal(kind: str, key: str) -> str:
    """What is wrong with an answer, in plain words."""
    holds = ACTS[kind].keys.get(key)
    return _(words_of(kind, key).refused or (WRONG_DAY if holds is DAY else WRONG))
