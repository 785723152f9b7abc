"""When an entry leaves the national file: art. L. 225-2.

An entry is never erased early: it leaves the file on the day after the last day of its delay. The Code de la route is
read from its first day, 1 June 2001; a delay that ended before is not known.
"""

from collections.abc import Sequence

from mespoints.law.days import Day, add_months, day_of
from mespoints.law.rules import rule

NOT_KNOWN: Day = 0
"""Instead of a day: the version of the law that would give it was not read, or there was none."""

CODE_OF_2001 = day_of(2001, 6, 1)
LOI_2003_495 = day_of(2003, 6, 13)


@rule
def entry_delay_end(began_on: Day, has_long_ban: bool) -> Day:
    """The last day on which a conviction, a composition pénale, a fine or a measure stays in the file.

    Art. L. 225-2, I, II and IV: ten years; six when they ended before 13 June 2003, except after a ban of ten years
    (art. L. 224-15, al. 2). ``began_on``: the day the conviction became final, the composition was carried out, the
    fine was paid or its titre exécutoire issued, the measure was decided. The law does not say that it spares the
    six years still running: ten apply to them.
    """
    six_years = add_months(began_on, 72)
    if six_years < LOI_2003_495 and not has_long_ban:
        return six_years
    return add_months(began_on, 120)


@rule
def entry_erased_on(began_on: Day, has_long_ban: bool) -> Day:
    """The day on which an entry followed by no other leaves the file.

    Art. L. 225-2, I and II. Not known when the delay ended before 1 June 2001.
    """
    last = entry_delay_end(began_on, has_long_ban)
    return last + 1 if last >= CODE_OF_2001 else NOT_KNOWN


@rule
def points_erased_on(began_on: Day) -> Day:
    """The day on which a movement of points leaves the file, three years after the last offence was established.

    Art. L. 225-2, V. ``began_on``: the last final conviction, payment or titre exécutoire.
    """
    last = add_months(began_on, 36)
    return last + 1 if last >= CODE_OF_2001 else NOT_KNOWN


@rule
def request_erased_on(registered_on: Day) -> Day:
    """The day on which the request for a licence leaves the file, two years after it was registered.

    Art. L. 225-2, VI.
    """
    last = add_months(registered_on, 24)
    return last + 1 if last >= CODE_OF_2001 else NOT_KNOWN


@rule
def annulled_measure_erased_on(annulled_on: Day) -> Day:
    """The entry of an administrative measure leaves the file on the day of the decision that annuls it.

    Art. L. 225-2, III.
    """
    return annulled_on if annulled_on >= CODE_OF_2001 else NOT_KNOWN


@rule
def lifetime_ban_erased_on(born_on: Day) -> Day:
    """After a ban for life, the entries stay until the driver is eighty years old.

    Art. L. 225-2, IV, since 13 June 2003. « Atteint sa quatre-vingtième année » may also mean the seventy-ninth
    birthday, on which that year begins: the later day is taken. Not known when it falls before that law.
    """
    eightieth_birthday = add_months(born_on, 960)
    return eightieth_birthday if eightieth_birthday >= LOI_2003_495 else NOT_KNOWN


def entries_erased_on(events: Sequence[Day]) -> tuple[Day, ...]:
    """For each event of a file, in order of days, the day on which its entry is erased.

    Art. L. 225-2, I: an entry waits for the next one when that comes before the end of its delay, last day included.
    """
    erased: list[Day] = []
    following: Day = NOT_KNOWN
    for event in reversed(events):
        waits = following != NOT_KNOWN and following <= entry_delay_end(event, False)
        erased.append(erased[-1] if waits else entry_erased_on(event, False))
        following = event
    return tuple(reversed(erased))
