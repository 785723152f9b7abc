"""One licence answered by the plain functions of the law: what the compiled fold is held against, and left to."""

from collections.abc import Sequence
from typing import NamedTuple

from mespoints.law.acts import Dossier, Licence, Suspension
from mespoints.law.days import Day, add_months
from mespoints.law.forecast import MONTHS_AHEAD
from mespoints.law.memory import BANNED, CEILING, HOLD, NOT_YET, TOTAL, new_memory
from mespoints.law.rows import MovementRow
from mespoints.law.statement import status_on
from mespoints.national.columns import OPENING_ACT, Fact
from mespoints.national.dossiers import dossier_of, places_of, renumbered
from mespoints.national.engine import Question
from mespoints.national.laws import PlainLaw


class Answer(NamedTuple):
    """Where a licence stands on a day. ``next_on``: 0 when nothing comes by itself."""

    total: int
    ceiling: int
    status: str
    next_on: Day
    movements: list[MovementRow]


def question(on: Day, known_on: Day, *, strict: bool) -> Question:
    """What is asked of every licence, as numbers."""
    return Question(on, known_on, add_months(on, MONTHS_AHEAD), 1 if strict else 0)


def plain_answer(facts: Sequence[Fact], asked: Question, law: PlainLaw) -> Answer | None:
    """The answer of one licence; None when it holds no points yet on that day, as far as was known."""
    known = [fact for fact in facts if fact.recorded_on <= asked.known_on]
    if not any(fact.row.act == OPENING_ACT for fact in known):
        return None
    dossier = dossier_of(renumbered(known))
    movements, memory = law.play(dossier, asked.on, asked.strict == 1)
    if memory.state[HOLD] == NOT_YET:
        return None
    status = law.status_on(dossier, memory, asked.on)
    coming = law.first_coming(dossier, memory, asked.on)
    next_on = coming[0].day if coming else 0
    places = [*places_of(known), OPENING_ACT]  # the place of number -1 is -1
    told = [
        row._replace(act=places[row.act], offence=places[row.offence], ground=places[row.ground]) for row in movements
    ]
    return Answer(memory.state[TOTAL], memory.state[CEILING], status, next_on, told)


def status_names() -> dict[tuple[int, bool, bool], str]:
    """What ``law.statement.status_on`` says for each holding, sum above zero or not, suspension or not."""
    on = 1
    licence = Licence(on, "none", "metropole", None)
    names = {}
    for hold in range(BANNED + 1):
        for is_positive in (False, True):
            for is_suspended in (False, True):
                memory = new_memory([], [])
                memory.state[HOLD], memory.state[TOTAL] = hold, 1 if is_positive else 0
                acts = (Suspension("", on, on, None, None),) if is_suspended else ()
                names[hold, is_positive, is_suspended] = status_on(Dossier(licence, acts), memory, on)
    return names
