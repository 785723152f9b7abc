"""The duties open on a day: art. R. 223-4 (mandatory stage), R. 223-3 (title), L. 223-5 (new licence)."""

from mespoints.law.acts import Dossier, Lettre48N, Stage, TitleSurrendered
from mespoints.law.articles import ARTICLES_OF_DUTY
from mespoints.law.days import Day, add_months
from mespoints.law.invalidation import mandatory_stage_last_day, months_before_new_licence, restitution_last_day
from mespoints.law.memory import FELL_ON, HELD, HOLD, INVALIDATED_ON, LETTER_ACT, OBTAINED_ON, PREVIOUS_FALL, Memory
from mespoints.law.results import Deadline
from mespoints.law.rules import rule
from mespoints.law.undone import in_force_since, withdrawals_undone


def deadline(on: Day, duty: str, act: str) -> Deadline:
    """One duty with its articles."""
    return Deadline(on, duty, ARTICLES_OF_DUTY[duty], act)


@rule
def stage_answers_48n(stage: Stage, notified_on: Day, on: Day) -> bool:
    """A probationary stage begun on or after the notification, and ended, fulfils the duty.

    Art. R. 223-4, I: a stage taken before the letter does not.
    """
    return stage.kind == "probatoire" and notified_on <= stage.started_on and stage.ended_on <= on


def mandatory_stages(dossier: Dossier, m: Memory, on: Day) -> list[Deadline]:
    """The stages ordered by 48N and not yet followed, while the licence they concern is held."""
    if m.state[HOLD] != HELD:
        return []
    stages = [act for act in dossier.acts if isinstance(act, Stage)]
    undone = withdrawals_undone(dossier, on)
    return [
        deadline(mandatory_stage_last_day(act.notified_on), "mandatory_stage", act.id)
        for act in dossier.acts
        if isinstance(act, Lettre48N)
        and m.state[OBTAINED_ON] <= act.notified_on <= on
        and act.offence not in undone
        and not any(stage_answers_48n(stage, act.notified_on, on) for stage in stages)
    ]


def after_invalidation(dossier: Dossier, m: Memory, on: Day) -> list[Deadline]:
    """The title to hand in, then the first day of a new licence, until one is obtained."""
    if m.state[INVALIDATED_ON] == 0:
        return []
    letter = dossier.acts[m.state[LETTER_ACT]].id
    since = in_force_since(m)
    surrenders = [act for act in dossier.acts if isinstance(act, TitleSurrendered) and since <= act.on <= on]
    if not surrenders:
        return [deadline(restitution_last_day(since, dossier.licence.territory), "restitution", letter)]
    first = min(surrenders, key=lambda act: act.on)
    months = months_before_new_licence(m.state[FELL_ON], m.state[PREVIOUS_FALL])
    return [deadline(add_months(first.on, months), "new_licence", first.id)]


def deadlines_on(dossier: Dossier, m: Memory, on: Day) -> tuple[Deadline, ...]:
    """Every duty open on a day, overdue ones included, the most pressing first."""
    return tuple(sorted(mandatory_stages(dossier, m, on) + after_invalidation(dossier, m, on)))
