"""What comes of each button of « Et si... ? »: a form to fill, or scenarios to compare. No page is made here.

The simulator does it with a history that is typed, the driver's page with the file of the register.
"""

from typing import NamedTuple

from django.http import QueryDict

from mespoints.law.statement import make_statement
from mespoints.portal.simulator.state import MOST_SCENARIOS
from mespoints.portal.simulator.suppose_forms import FindSupposedForm, Ground, SupposeForm, SupposeOffenceForm
from mespoints.portal.simulator.supposing import WORDS, offences_for
from mespoints.portal.wording import _

Scenarios = tuple[str, ...]


class Asking(NamedTuple):
    """Who presses a button: on which ground, in which reading, with which scenarios, ``what`` the button names."""

    ground: Ground
    reading: str
    scenarios: Scenarios
    what: str
    posted: QueryDict


class Tried(NamedTuple):
    """``form``: what is to be filled; None when ``scenarios`` are to be compared. ``said``: what was just done.

    ``searched``: what the form of an offence was found with.
    """

    scenarios: Scenarios
    form: SupposeForm | FindSupposedForm | None = None
    searched: FindSupposedForm | None = None
    said: str = ""


def try_fact(asking: Asking) -> Tried:
    """The form of a kind of fact; nothing for a kind that is none."""
    if asking.what not in WORDS:
        return Tried(asking.scenarios)
    form = FindSupposedForm(asking.ground) if asking.what == "offence" else form_of(asking, is_posted=False)
    return Tried(asking.scenarios, form)


def try_offence(asking: Asking) -> Tried:
    """Which offence one would commit, among those of the barème that hold the words."""
    searched = FindSupposedForm(asking.ground, asking.posted)
    if not searched.is_valid():
        return Tried(asking.scenarios, searched)
    return Tried(asking.scenarios, SupposeOffenceForm(searched), searched)


def keep_fact(asking: Asking) -> Tried:
    """Compare what comes with the fact of the form."""
    if asking.what not in WORDS or asking.what == "offence":
        return Tried(asking.scenarios)
    return kept(asking, form_of(asking, is_posted=True))


def keep_offence(asking: Asking) -> Tried:
    """Compare what comes with the offence of the form."""
    searched = FindSupposedForm(asking.ground, asking.posted)
    if not searched.is_valid():
        return Tried(asking.scenarios, searched)
    return kept(asking, SupposeOffenceForm(searched, asking.posted), searched)


def drop(asking: Asking) -> Tried:
    """Take a scenario out of the comparison."""
    left = tuple(text for at, text in enumerate(asking.scenarios) if str(at) != asking.what)
    return Tried(left, said=_("Le scénario est retiré."))


def form_of(asking: Asking, *, is_posted: bool) -> SupposeForm:
    """The form of the kind of fact that the button names."""
    history = asking.ground.history
    statement = make_statement(history.dossier, asking.ground.on, asking.reading)
    offences = offences_for(asking.what, history, statement, asking.ground.language)
    return SupposeForm(asking.what, asking.ground, offences, asking.posted if is_posted else None)


def kept(asking: Asking, form: SupposeForm, searched: FindSupposedForm | None = None) -> Tried:
    """One more scenario, or one changed; the form again when something is wrong in it."""
    found = form.scenario() if form.is_valid() else None
    if found is None:
        return Tried(asking.scenarios, form, searched)
    place, text = found
    scenarios = list(asking.scenarios)
    if place is None:
        scenarios = [*scenarios, text][-MOST_SCENARIOS:]
    else:
        scenarios[place] = text
    return Tried(tuple(scenarios), said=_("Le scénario est comparé."))
