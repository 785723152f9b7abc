"""The acts of a history, one at a time: the form of a kind, an offence in two steps, and taking one out."""

from typing import NamedTuple

from django.http import HttpResponse

from mespoints.law.days import Day, parse_day
from mespoints.law.explain import day_words
from mespoints.law.shapes import ACTS
from mespoints.portal.simulator.act_forms import ActForm
from mespoints.portal.simulator.bareme_choice import Found, find
from mespoints.portal.simulator.days import as_typed
from mespoints.portal.simulator.history import Act, History, named_by, read_document, without_act
from mespoints.portal.simulator.lines import act_name
from mespoints.portal.simulator.offence_forms import FindForm, OffenceForm
from mespoints.portal.simulator.placing import place_act
from mespoints.portal.simulator.turn import Turn, answer, place_in, show, with_history
from mespoints.portal.simulator.words import kind_words
from mespoints.portal.wording import _


class Work(NamedTuple):
    """The act at work. ``place``: where it stands in the history, None when it is new."""

    turn: Turn
    history: History
    kind: str
    place: int | None

    @property
    def former(self) -> Act | None:
        """The act as it is now."""
        return None if self.place is None else self.history.acts[self.place]


def new(turn: Turn, history: History) -> HttpResponse:
    """The form of a kind of act."""
    if turn.what not in ACTS:
        return show(turn)
    work = Work(turn, history, turn.what, None)
    if work.kind == "offence":
        return _find_page(work, FindForm())
    return _act_page(work, ActForm(work.kind, history, turn.language, None, None))


def edit(turn: Turn, history: History) -> HttpResponse:
    """The form of an act that is there."""
    place = place_in(turn.what, len(history.acts))
    if place is None:
        return show(turn)
    act = history.acts[place]
    work = Work(turn, history, act["act"], place)
    if work.kind != "offence":
        return _act_page(work, ActForm(work.kind, history, turn.language, None, act))
    on = parse_day(act["committed_on"])
    searched = FindForm({"find-committed_on": as_typed(on), "find-words": ""})
    searched.is_valid()
    return _offence_page(work, OffenceForm(history, turn.language, None, act, on, Found((), are_all=True)), searched)


def find_offence(turn: Turn, history: History) -> HttpResponse:
    """Which offence it is, among those of the barème that hold the words, and what became of it."""
    work, searched = _offence_at_work(turn, history), FindForm(turn.posted)
    if not searched.is_valid():
        return _find_page(work, searched)
    return _offence_page(
        work, OffenceForm(history, turn.language, None, work.former, *_searched(work, searched)), searched
    )


def find_again(turn: Turn, history: History) -> HttpResponse:
    """Back to the day and the words."""
    return _find_page(_offence_at_work(turn, history), FindForm(initial=_typed(turn)))


def save_offence(turn: Turn, history: History) -> HttpResponse:
    """Put the offence of the form in the history."""
    work, searched = _offence_at_work(turn, history), FindForm(turn.posted)
    if not searched.is_valid():
        return _find_page(work, searched)
    form = OffenceForm(history, turn.language, turn.posted, work.former, *_searched(work, searched))
    return _saved(work, form) or _offence_page(work, form, searched)


def save(turn: Turn, history: History) -> HttpResponse:
    """Put the act of the form in the history."""
    if turn.what not in ACTS or turn.what == "offence":
        return show(turn)
    work = Work(turn, history, turn.what, place_in(turn.posted.get("place", ""), len(history.acts)))
    form = ActForm(work.kind, history, turn.language, turn.posted, work.former)
    return _saved(work, form) or _act_page(work, form)


def remove(turn: Turn, history: History) -> HttpResponse:
    """Take an act out of the history, unless another needs it."""
    place = place_in(turn.what, len(history.acts))
    if place is None:
        return show(turn)
    if named_by(history, place):
        return show(turn, _("Retirez d'abord les faits qui s'y rapportent : lettre, recours ou annulation."))
    removed = {"act": _name_at(history, place, turn)}
    changed = read_document(without_act(history, place))
    return show(with_history(turn, changed), _("C'est retiré : %(act)s.") % removed)


def _offence_at_work(turn: Turn, history: History) -> Work:
    place = place_in(turn.posted.get("place", ""), len(history.acts))
    is_offence = place is not None and history.acts[place]["act"] == "offence"
    return Work(turn, history, "offence", place if is_offence else None)


def _searched(work: Work, searched: FindForm) -> tuple[Day, Found]:
    """The day that was typed, and what the barème of that day has for the words."""
    on: Day = searched.cleaned_data["committed_on"]
    return on, find(searched.cleaned_data["words"], on, work.turn.language)


def _typed(turn: Turn) -> dict[str, str]:
    """The day and the words as they were typed."""
    return {key: turn.posted.get(f"find-{key}", "") for key in ("committed_on", "words")}


def _saved(work: Work, form: ActForm) -> HttpResponse | None:
    """The simulation with the act in it, None when something is wrong in the form."""
    changed = place_act(form, work.history, work.place) if form.is_valid() else None
    if changed is None:
        return None
    place = len(changed.acts) - 1 if work.place is None else work.place
    said = _("C'est ajouté : %(act)s.") if work.place is None else _("C'est changé : %(act)s.")
    return show(with_history(work.turn, changed), said % {"act": _name_at(changed, place, work.turn)})


def _name_at(history: History, place: int, turn: Turn) -> str:
    """The act at a place of the history, in a few words."""
    return act_name(history.acts[place], history.dossier.acts[place], turn.language)


def _find_page(work: Work, form: FindForm) -> HttpResponse:
    return answer(work.turn, "find", _again(work), form, place=work.place)


def _offence_page(work: Work, form: OffenceForm, searched: FindForm) -> HttpResponse:
    on, typed = searched.cleaned_data["committed_on"], searched.cleaned_data["words"]
    committed = _("Infraction commise le %(day)s.") % {"day": day_words(on, work.turn.language)}
    nothing_found = _("Aucune infraction du barème de ce jour n'a tous ces mots : %(words)s.") % {"words": typed}
    return answer(
        work.turn,
        "offence",
        _again(work),
        form,
        place=work.place,
        searched=searched,
        committed=committed,
        nothing_found=nothing_found if typed and not form.found.rows else "",
    )


def _act_page(work: Work, form: ActForm) -> HttpResponse:
    words = kind_words(work.kind)
    about = _(words.about) if words.about else ""
    return answer(
        work.turn, "act", _again(work), form, place=work.place, kind=work.kind, title=_(words.button), about=about
    )


def _again(work: Work) -> str:
    """What opens the form anew."""
    return f"new:{work.kind}" if work.place is None else f"edit:{work.place}"
