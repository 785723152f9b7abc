"""The holidays of each territory, and the jours francs that they push.

Code du travail, art. L. 3133-1 (everywhere), L. 3134-13 (Alsace-Moselle), L. 3422-2 (overseas); Code de
procédure civile, art. 642. Fêtes that rest on custom alone (mi-carême, Good Friday overseas, Victor
Schœlcher, lunar feasts of Mayotte) are not in these texts and push nothing. The jours francs counted here
are those of art. R. 223-3, since 1 January 2008, and of the delay to go to court, since 2001. The laws that took
Whit Monday off the list and put it back (2004-626 and 2008-351) are not followed: it pushes all the same.
"""

from typing import NamedTuple

from mespoints.law.days import NEVER, Day, day_of, weekday, year_month_day

SATURDAY = 5


class FixedHoliday(NamedTuple):
    """A holiday on the same month and quantième each year, from ``from_on`` up to the eve of ``to_on``."""

    month: int
    quantieme: int
    from_on: Day
    to_on: Day
    source: str


ALWAYS: Day = 0
LOI_81_893 = day_of(1981, 10, 3)
DECRET_83_1003 = day_of(1983, 11, 25)
DECRET_2012_553 = day_of(2012, 4, 26)
SAINT_BARTHELEMY_2007 = day_of(2007, 7, 15)
"""Until that day Saint-Barthélemy was a commune of Guadeloupe (loi organique 2007-223)."""
SAINT_MARTIN_2018 = day_of(2018, 5, 4)

FIXED_EVERYWHERE = (
    FixedHoliday(1, 1, ALWAYS, NEVER, "C. trav., art. L. 3133-1, 1°"),
    FixedHoliday(5, 1, ALWAYS, NEVER, "C. trav., art. L. 3133-1, 3°"),
    FixedHoliday(5, 8, day_of(1953, 3, 21), day_of(1959, 4, 15), "Loi 53-225; décret 59-533"),
    FixedHoliday(5, 8, LOI_81_893, NEVER, "C. trav., art. L. 3133-1, 4°; loi 81-893"),
    FixedHoliday(7, 14, ALWAYS, NEVER, "C. trav., art. L. 3133-1, 7°"),
    FixedHoliday(8, 15, ALWAYS, NEVER, "C. trav., art. L. 3133-1, 8°"),
    FixedHoliday(11, 1, ALWAYS, NEVER, "C. trav., art. L. 3133-1, 9°"),
    FixedHoliday(11, 11, ALWAYS, NEVER, "C. trav., art. L. 3133-1, 10°"),
    FixedHoliday(12, 25, ALWAYS, NEVER, "C. trav., art. L. 3133-1, 11°"),
)

AFTER_EASTER_EVERYWHERE = {
    1: "C. trav., art. L. 3133-1, 2°",
    39: "C. trav., art. L. 3133-1, 5°",
    50: "C. trav., art. L. 3133-1, 6°",
}
"""The holidays that move with Easter Sunday: how many days after it, and the source."""

ABOLITION = "C. trav., art. L. 3422-2; décret 83-1003"
FIXED_LOCALLY: dict[str, tuple[FixedHoliday, ...]] = {
    "metropole": (),
    "alsace-moselle": (FixedHoliday(12, 26, ALWAYS, NEVER, "C. trav., art. L. 3134-13"),),
    "guadeloupe": (FixedHoliday(5, 27, DECRET_83_1003, NEVER, ABOLITION),),
    "martinique": (FixedHoliday(5, 22, DECRET_83_1003, NEVER, ABOLITION),),
    "guyane": (FixedHoliday(6, 10, DECRET_83_1003, NEVER, ABOLITION),),
    "la-reunion": (FixedHoliday(12, 20, DECRET_83_1003, NEVER, ABOLITION),),
    "mayotte": (FixedHoliday(4, 27, DECRET_83_1003, NEVER, ABOLITION),),
    # L. 3422-2 still prints 27 May; a circulaire of 4 May 2018 corrects this slip, and the préfecture applies 28 May.
    "saint-martin": (
        FixedHoliday(5, 27, DECRET_83_1003, SAINT_MARTIN_2018, ABOLITION),
        FixedHoliday(5, 28, SAINT_MARTIN_2018, NEVER, "Circulaire of 4 May 2018; loi 2017-256"),
    ),
    "saint-barthelemy": (
        FixedHoliday(5, 27, DECRET_83_1003, SAINT_BARTHELEMY_2007, ABOLITION),
        FixedHoliday(10, 9, DECRET_2012_553, NEVER, "C. trav., art. L. 3422-2; décret 2012-553"),
    ),
}
"""The holidays that one territory alone keeps; its keys are the territories of ``dossier/1``."""

# Good Friday is kept by the communes with a temple protestant or a mixed church: read as all of them.
AFTER_EASTER_IN_ALSACE_MOSELLE = {**AFTER_EASTER_EVERYWHERE, -2: "C. trav., art. L. 3134-13"}


def easter_sunday(year: int) -> Day:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    moved = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - moved + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    correction = (golden + 11 * epact + 22 * to_sunday) // 451
    month, before = divmod(epact + to_sunday - 7 * correction + 114, 31)
    return day_of(year, month, before + 1)


def is_holiday(day: Day, territory: str) -> bool:
    """Whether ``day`` is a jour férié in ``territory``.

    C. trav., art. L. 3133-1, L. 3134-13 and L. 3422-2; each row of the tables says since when it holds.
    """
    year, month, quantieme = year_month_day(day)
    for fixed in FIXED_EVERYWHERE + FIXED_LOCALLY[territory]:
        if fixed.month == month and fixed.quantieme == quantieme and fixed.from_on <= day < fixed.to_on:
            return True
    moving = AFTER_EASTER_IN_ALSACE_MOSELLE if territory == "alsace-moselle" else AFTER_EASTER_EVERYWHERE
    return day - easter_sunday(year) in moving


def jours_francs(received_on: Day, count: int, territory: str) -> Day:
    """The last useful day of a delay of ``count`` jours francs: neither its first day nor its due day counts.

    Code de procédure civile, art. 642: pushed to the next day that is no Saturday, Sunday or holiday.
    """
    last = received_on + count + 1
    while weekday(last) >= SATURDAY or is_holiday(last, territory):
        last += 1
    return last
