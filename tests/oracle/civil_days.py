"""The civil calendar as the simulation counts it: quantièmes, holidays, jours francs."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

ONE_DAY = timedelta(days=1)

# Territory: the month and day on which it celebrates the abolition of slavery (Saint-Barthélemy since 2012).
ABOLITION = {
    "mayotte": (4, 27),
    "martinique": (5, 22),
    "guadeloupe": (5, 27),
    "saint-martin": (5, 28),
    "guyane": (6, 10),
    "saint-barthelemy": (10, 9),
    "la-reunion": (12, 20),
}


@lru_cache(maxsize=100_000)
def add_months(day: date, months: int) -> date:
    """The same quantième that many months later, or the last day of the month when it has none."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher)."""
    golden = year % 19
    century = year // 100
    correction = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - correction + 15) % 30
    moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    from_march = moon - weekday
    month = 3 + (from_march + 40) // 44
    return date(year, month, from_march + 28 - 31 * (month // 4))


def holidays(year: int, territory: str) -> set[date]:
    """The jours fériés of a year in a territory."""
    fixed = {(1, 1), (5, 1), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)}
    if 1953 <= year <= 1959 or year >= 1982:
        fixed.add((5, 8))
    if territory in ABOLITION and (territory != "saint-barthelemy" or year >= 2012):
        fixed.add(ABOLITION[territory])
    if territory == "saint-martin" and year < 2018:
        fixed.remove((5, 28))
        fixed.add((5, 27))
    if territory == "alsace-moselle":
        fixed.add((12, 26))
    sunday = easter(year)
    movable = {sunday + timedelta(days=1), sunday + timedelta(days=39), sunday + timedelta(days=50)}
    if territory == "alsace-moselle":
        movable.add(sunday - timedelta(days=2))
    return {date(year, month, day) for month, day in fixed} | movable


def last_of_jours_francs(received_on: date, count: int, territory: str) -> date:
    """The last useful day: neither the first day nor the last is counted, and a closed day is pushed."""
    day = received_on + timedelta(days=count + 1)
    while day.weekday() >= 5 or day in holidays(day.year, territory):
        day += ONE_DAY
    return day
