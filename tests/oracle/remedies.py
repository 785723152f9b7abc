"""The court against a letter, and the way back to a licence."""

from datetime import date, timedelta
from typing import Any

from tests.oracle.civil_days import ONE_DAY, add_months, holidays
from tests.oracle.duties import wait_for_licence
from tests.oracle.facts import Letter, Recours
from tests.oracle.world import Holding, World

TEXTS_READ_SINCE = date(2001, 1, 1)
SILENCE_COUNTS_SINCE = date(2017, 1, 1)
ASKING_DURING_THE_WAIT_SINCE = date(2007, 3, 7)
# R. 224-20: the licences annulled by a judge, then those without points; three months to ask, then nine.
PRACTICE_SPARED_SINCE = date(2001, 6, 1)
PRACTICE_SPARED_AFTER_INVALIDATION_SINCE = date(2003, 7, 12)
NINE_MONTHS_SINCE = date(2007, 5, 10)


def remedies(world: World, on: date) -> list[dict[str, Any]]:
    """Each letter notified that still stands, and until when a court can be seized."""
    undone = {act.target for act in world.facts.undoings if act.kind == "withdrawal_annulled" and act.on <= on}
    standing = [letter for letter in world.facts.letters_48si if letter.id not in world.annulled_letters]
    standing += [letter for letter in world.facts.letters_48n if letter.offence not in undone]
    return [remedy(world, letter, on) for letter in standing if letter.on <= on]


def remedy(world: World, letter: Letter, on: date) -> dict[str, Any]:
    """The state of the remedies against one letter on a day."""
    if letter.on < TEXTS_READ_SINCE:
        return {"letter": letter.id, "state": "unknown", "last_day": None}
    last_day, waiting = delay(world, letter, on)
    filed = any(
        one.kind == "contentieux" and one.letter == letter.id and one.on <= min(on, delay(world, letter, one.on)[0])
        for one in world.facts.recours
    )
    state = "filed" if filed else "waiting" if waiting else "open" if on <= last_day else "over"
    if waiting and any(
        silence(one) < SILENCE_COUNTS_SINCE and on < SILENCE_COUNTS_SINCE for one in asked(world, letter, on)
    ):
        return {"letter": letter.id, "state": state, "last_day": None}
    return {"letter": letter.id, "state": state, "last_day": last_day.isoformat()}


def asked(world: World, letter: Letter, on: date) -> list[Recours]:
    """The first gracieux and the first hiérarchique received within the delay, of those known on a day."""
    first = last_day_from(world, letter.on)
    received = [one for one in world.facts.recours if one.letter == letter.id and letter.on <= one.on <= min(on, first)]
    kinds = [[one for one in received if one.kind == kind] for kind in ("gracieux", "hierarchique")]
    return [min(ones, key=lambda one: one.on) for ones in kinds if ones]


def silence(one: Recours) -> date:
    """The day on which silence is a rejection."""
    return add_months(one.on, 2)


def delay(world: World, letter: Letter, on: date) -> tuple[date, bool]:
    """The last day as it is known on a day, and whether an answer or a silence is to come.

    The delay runs again from each answer or silence; an answer that comes after the silence, while the delay still
    runs, makes it run again.
    """
    end = letter.on
    late = []
    for one in asked(world, letter, on):
        by_silence = max(silence(one), SILENCE_COUNTS_SINCE)
        answers = [answer.on for answer in world.facts.rejections if answer.recours == one.id]
        known = [answer for answer in answers if one.on <= answer <= on]
        end = max(end, min([by_silence, *known]))
        late += [min(known)] if known else []
    for answer in sorted(late):
        if end < answer <= last_day_from(world, end):
            end = answer
    return last_day_from(world, end), end > on


def last_day_from(world: World, day: date) -> date:
    """Two months, délai franc, pushed past the days on which nothing is open."""
    last = add_months(day, 2) + timedelta(days=1)
    while last.weekday() >= 5 or last in holidays(last.year, world.facts.territory):
        last += ONE_DAY
    return last


def way_back(world: World, on: date) -> dict[str, Any] | None:
    """When another licence may be asked for and obtained, and until when the theory is enough."""
    last = world.holdings[-1]
    if last.annulled_on is not None:
        bans = [letter for letter in world.facts.licences_annulled if last.annulled_on <= letter.on <= on]
        known = [
            (add_months(letter.on, letter.ban_months), letter.ban_months)
            for letter in bans
            if letter.ban_months is not None
        ]
        if len(known) < len(bans):
            return None
        may_ask_on, months = max(known)
        return _way(last, last.annulled_on, may_ask_on, may_ask_on, months)
    wait = wait_for_licence(world, last, on)
    if wait is None or last.invalidated_on is None:
        return None
    surrendered_on, months = wait
    may_obtain_on = add_months(surrendered_on, months)
    may_ask_on = min(may_obtain_on, max(surrendered_on, ASKING_DURING_THE_WAIT_SINCE))
    return _way(last, last.invalidated_on, may_ask_on, may_obtain_on, months)


def _way(holding: Holding, lost_on: date, may_ask_on: date, may_obtain_on: date, months: int) -> dict[str, Any]:
    """The theory is enough for who held the licence three years, was barred less than one, and asks soon.

    A new text is for all those who could still ask on its first day.
    """
    three_months = add_months(may_ask_on, 3)
    in_force = PRACTICE_SPARED_SINCE if holding.annulled_on else PRACTICE_SPARED_AFTER_INVALIDATION_SINCE
    theory_only = lost_on >= add_months(holding.obtained_on, 36) and months < 12 and three_months > in_force
    soon = add_months(may_ask_on, 9) if three_months > NINE_MONTHS_SINCE else three_months
    return {
        "may_ask_on": may_ask_on.isoformat(),
        "may_obtain_on": may_obtain_on.isoformat(),
        "theory_only_until": (soon - ONE_DAY).isoformat() if theory_only else None,
    }
