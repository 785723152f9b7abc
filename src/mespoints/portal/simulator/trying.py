"""« Et si... ? » in the simulator: the pages that answer its buttons."""

from collections.abc import Callable

from django.http import HttpResponse

from mespoints.law.explain import day_words
from mespoints.portal.simulator import attempts
from mespoints.portal.simulator.attempts import Asking, Tried
from mespoints.portal.simulator.comparing import scenarios_of
from mespoints.portal.simulator.history import History
from mespoints.portal.simulator.suppose_forms import FindSupposedForm, Ground, SupposeForm
from mespoints.portal.simulator.supposing import WORDS
from mespoints.portal.simulator.turn import Turn, answer, show
from mespoints.portal.wording import _, labelled


def answering(attempt: Callable[[Asking], Tried]) -> Callable[[Turn, History], HttpResponse]:
    """The page that answers a button of « Et si... ? »."""

    def respond(turn: Turn, history: History) -> HttpResponse:
        ground = Ground(history, turn.on, turn.language, scenarios_of(turn.state, history, turn.on))
        tried = attempt(Asking(ground, turn.state.reading, turn.state.scenarios, turn.what, turn.posted))
        if tried.form is None:
            return show(turn._replace(state=turn.state._replace(scenarios=tried.scenarios)), tried.said)
        if isinstance(tried.form, FindSupposedForm):
            return answer(turn, "find_supposed", "try:offence", tried.form)
        words = {"title": title_of(tried.form), "committed": committed_words(tried.form, tried.searched, turn.language)}
        return answer(turn, "suppose", f"try:{tried.form.kind}", tried.form, searched=tried.searched, **words)

    return respond


def title_of(form: SupposeForm | FindSupposedForm) -> str:
    """What a form is about."""
    if isinstance(form, FindSupposedForm):
        return _("Et si vous commettiez une infraction de plus ?")
    return _(WORDS[form.kind].button)


def committed_words(form: SupposeForm | FindSupposedForm, searched: FindSupposedForm | None, language: str) -> str:
    """The day of the offence that was searched; empty when none was."""
    if searched is None or isinstance(form, FindSupposedForm):
        return ""
    return labelled(_(WORDS[form.kind].day), day_words(searched.cleaned_data["committed_on"], language))


try_fact = answering(attempts.try_fact)
try_offence = answering(attempts.try_offence)
keep_fact = answering(attempts.keep_fact)
keep_offence = answering(attempts.keep_offence)
drop = answering(attempts.drop)
