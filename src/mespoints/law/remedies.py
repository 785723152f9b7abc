"""The clocks of the remedies against a decision on points: two months for the judge, two months of silence.

Code de justice administrative, art. R. 421-1 to R. 421-5; Code des relations entre le public et l'administration,
art. L. 231-4, L. 411-2 and L. 411-7. Taken for granted: the decision says how it can be challenged (art. R. 421-5),
the remedy was acknowledged (art. L. 112-6), the driver lives where the court sits. A dossier does not say who lives
abroad: what art. R. 421-7 adds for them stands apart.
"""

from collections.abc import Sequence
from typing import NamedTuple

from mespoints.law.days import NEVER, Day, add_months, day_of
from mespoints.law.holidays import jours_francs
from mespoints.law.rules import rule

NOT_KNOWN: Day = 0
"""Instead of a day: the version of the law that would give it was not read."""

LOI_2000_321 = day_of(2000, 11, 1)
CODE_OF_2001 = day_of(2001, 1, 1)
DECRET_2016_1480 = day_of(2017, 1, 1)


class Filed(NamedTuple):
    """An administrative remedy received on ``filed_on``; ``kind``: "gracieux" or "hierarchique".

    ``answered_on``: the day its express rejection was notified, 0 while there is none.
    """

    kind: str
    filed_on: Day
    answered_on: Day


class CourtDelay(NamedTuple):
    """How long the court can be seized, as known on a day.

    ``last_on``: NEVER while nothing closes the delay. ``runs_from``: the notification, the rejection or the silence
    that opened it. ``may_move``: an answer still to come would change it.
    """

    last_on: Day
    runs_from: Day
    may_move: bool


def court_last_day(notified_on: Day, territory: str) -> Day:
    """The last day to go to court: two months, délai franc, pushed to a working day.

    Code de justice administrative, art. R. 421-1; CE, 15 December 2023, n° 472836. Not known before that code.
    """
    if notified_on < CODE_OF_2001:
        return NOT_KNOWN
    due = add_months(notified_on, 2)
    return jours_francs(due, 0, territory)  # its due day does not count, the next one is the last


def court_last_day_abroad(runs_from: Day) -> Day:
    """The last day to go to court for whoever lives abroad: two months more, four in all.

    Code de justice administrative, art. R. 421-7. ``runs_from``: the notification, or the rejection of a remedy, after
    which the same delay starts again (Code des relations entre le public et l'administration, art. L. 411-2). The
    remedy itself has its two months and no more (CE, Section, 5 January 2000, n° 170954). The court is then that of
    Paris: the holidays are those of mainland France.
    """
    if runs_from < CODE_OF_2001:
        return NOT_KNOWN
    return jours_francs(add_months(runs_from, 4), 0, "metropole")


@rule
def court_last_day_untold(notified_on: Day) -> Day:
    """The last day to go to court when the decision did not say how it can be challenged: a year.

    Code de justice administrative, art. R. 421-5; CE, 13 July 2016, Czabaj, n° 387763. Neither franc nor pushed.
    """
    return add_months(notified_on, 12) if notified_on >= CODE_OF_2001 else NOT_KNOWN


@rule
def silence_on(filed_on: Day) -> Day:
    """Two months of silence on an administrative remedy reject it.

    Code des relations entre le public et l'administration, art. L. 231-4, 2°, and L. 411-7; loi 2000-321, art. 21,
    since 1 November 2000. Not known before. Not pushed to a working day.
    """
    return add_months(filed_on, 2) if filed_on >= LOI_2000_321 else NOT_KNOWN


@rule
def delay_opened_by_silence(silent_on: Day, on: Day) -> Day:
    """A silence opens the delay for the court, at once since 2017; NEVER while it opens none.

    Code de justice administrative, art. R. 421-2. Before 2017 only an express rejection closed the way in plein
    contentieux (art. R. 421-3, 1°), which points are (CE, 9 July 2010, Bertaux, n° 336556); a silence of those years
    opened the delay on 1 January 2017 (CE, 30 January 2019, n° 420797). ``on``: the day that asks.
    """
    if max(silent_on, on) < DECRET_2016_1480:
        return NEVER
    return max(silent_on, DECRET_2016_1480)


def remedies_that_count(notified_on: Day, remedies: Sequence[Filed], territory: str, on: Day) -> list[Filed]:
    """The first gracieux and the first hiérarchique filed in the first delay (CE, 7 October 2009, for the two).

    Code des relations entre le public et l'administration, art. L. 411-2. One filed too late interrupts nothing, nor
    does a second of the same kind; the first delay is franc and pushed for them too (CE, 19 September 2014, n° 362568).
    """
    first_delay = court_last_day(notified_on, territory)
    counting: dict[str, Filed] = {}
    for remedy in sorted(remedies, key=lambda filed: filed.filed_on):
        if notified_on <= remedy.filed_on <= min(first_delay, on):
            counting.setdefault(remedy.kind, remedy)
    return list(counting.values())


def rejected_first_on(remedy: Filed, on: Day) -> Day:
    """The day from which the delay runs again after this remedy: its answer, or the silence when that comes first.

    Code de justice administrative, art. R. 421-2. A silence that opened no delay leaves it to the answer.
    """
    opened_on = delay_opened_by_silence(silence_on(remedy.filed_on), on)
    return remedy.answered_on if 0 < remedy.answered_on <= min(opened_on, on) else opened_on


def court_delay(notified_on: Day, remedies: Sequence[Filed], territory: str, on: Day) -> CourtDelay:
    """The last day to go to court, as known on ``on``: a silence still to come is taken as coming.

    Code des relations entre le public et l'administration, art. L. 411-2: the delay starts again when every remedy
    that counts is rejected; Code de justice administrative, art. R. 421-2: an express rejection that comes after the
    silence, and before its delay is over, starts it once more.
    """
    counting = remedies_that_count(notified_on, remedies, territory, on)
    if not counting:
        return CourtDelay(court_last_day(notified_on, territory), notified_on, may_move=False)
    runs_from = max(rejected_first_on(remedy, on) for remedy in counting)
    last_on = NEVER if runs_from == NEVER else court_last_day(runs_from, territory)
    answers = sorted(remedy.answered_on for remedy in counting if 0 < remedy.answered_on <= on)
    for answered_on in answers:
        if runs_from < answered_on <= last_on:
            runs_from, last_on = answered_on, court_last_day(answered_on, territory)
    return CourtDelay(last_on, runs_from, may_move=len(answers) < len(counting) and on <= last_on)
