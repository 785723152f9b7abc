"""The points of each offence as the law has them: a number changed in the barème makes one of these fail."""

from collections import Counter

import pytest

from mespoints.law.bareme import all_rows, find_by_natinf
from mespoints.law.bareme_rows import BaremeRow
from mespoints.law.days import NEVER, iso, parse_day

Prices = dict[tuple[str, int], str]

ARTICLES: dict[str, Prices] = {
    "1992-11-30": {  # out of 6 points
        ("contravention", 1): "R256",
        ("contravention", 2): "R256",
        ("delit", 3): "R256",
    },
    "1999-06-19": {  # out of 12
        ("contravention", 1): "R256",
        ("contravention", 2): "R256",
        ("contravention", 3): "R256",
        ("contravention", 4): "R256",
        ("delit", 6): "R256",
    },
    "2002-01-01": {
        ("c2", 1): "R412-1 R431-2",
        ("c2", 3): "R412-10 R412-8",
        ("c4", 1): "R412-19 R413-14 R431-1",
        ("c4", 2): "R413-14 R414-16 R421-5",
        ("c4", 3): "R234-1 R412-12 R412-19 R412-9 R413-14 R414-10 R414-11 R414-4 R414-6 R414-7 R414-8 R416-12 R417-9",
        ("c4", 4): "R412-28 R412-30 R413-14 R415-10 R415-11 R415-12 R415-4 R415-5 R415-6 R415-7 R415-8 R415-9 R416-11 "
        "R421-3 R421-6",
        ("c5", 4): "R232-1 R413-14",
        ("delit", 6): "L224-16 L224-17 L224-18 L224-5 L231-3 L232-1 L233-1 L233-2 L234-1 L234-10 L234-8 L235-1 L317-2 "
        "L317-3 L317-4 L412-1 L413-1",
    },
    "2012-06-01": {
        ("c2", 3): "R412-10",
        ("c3", 1): "R413-14",
        ("c4", 1): "R412-19 R412-22 R413-14",
        ("c4", 2): "R413-14 R414-16 R421-5",
        ("c4", 3): "R221-1 R411-21-1 R412-1 R412-12 R412-19 R412-6-1 R412-8 R412-9 R413-14 R414-10 R414-11 R414-4 "
        "R414-6 R414-7 R414-8 R416-12 R417-9 R431-1",
        ("c4", 4): "R412-28 R412-30 R413-14 R415-10 R415-11 R415-12 R415-4 R415-5 R415-6 R415-7 R415-8 R415-9 R416-11 "
        "R421-3 R421-6 R422-3",
        ("c4", 6): "R234-1",
        ("c5", 3): "R412-6-2",
        ("c5", 6): "R234-5 R413-14-1 R413-15",
        ("delit", 6): "L224-16 L224-17 L224-18 L231-3 L232-3 L233-1 L233-1-1 L233-2 L234-1 L234-8 L235-1 L235-3 L317-2 "
        "L317-3 L317-4 L317-4-1 L325-3-1 L412-1 L412-2 L413-1",
    },
    "2026-03-31": {
        ("c2", 3): "R412-10",
        ("c3", 0): "R413-14",
        ("c3", 1): "R413-14 R431-1-2",
        ("c3", 2): "R412-6-4",
        ("c4", 0): "R413-14",
        ("c4", 1): "R412-19 R412-22 R413-14",
        ("c4", 2): "R413-14 R414-16 R421-5",
        ("c4", 3): "R221-1-1 R316-3-1 R411-21-1 R412-1 R412-1-1 R412-11-3 R412-12 R412-19 R412-6-1 R412-8 R412-9 "
        "R413-14 R414-10 R414-11 R414-4 R414-6 R414-7 R414-8 R416-12 R417-9 R431-1",
        ("c4", 4): "R412-28 R412-30 R413-14 R415-10 R415-12 R415-4 R415-5 R415-6 R415-7 R415-8 R415-9 R416-11 R421-3 "
        "R421-6 R422-3",
        ("c4", 6): "R234-1 R415-11",
        ("c5", 3): "R411-17 R411-21-1 R412-6-2",
        ("c5", 6): "R224-6 R234-5 R413-15",
        ("delit", 6): "L224-16 L224-17 L224-18 L231-3 L232-3 L233-1 L233-1-1 L233-2 L234-1 L234-8 L235-1 L235-3 L317-2 "
        "L317-3 L317-4 L317-4-1 L325-3-1 L412-1 L412-2 L413-1",
        ("delit", 9): "L235-1",
    },
}
"""The articles of each price on some days; the last day was compared with the whole Code de la route of that day."""

CODES: dict[str, Prices] = {
    "2002-01-01": {
        ("c2", 1): "12929",
        ("c2", 3): "217 6292",
        ("c4", 1): "11326 12931 22921",
        ("c4", 2): "6109 6117 11302 22919",
        (
            "c4",
            3,
        ): "201 6093 6096 6102 6105 6108 11053 11054 11055 11056 11057 11058 11301 11325 13322 22060 22900 23082",
        ("c4", 4): "202 203 207 210 221 256 6091 6111 6112 6212 6223 11052 11077 21527 22917 22918 26959 26960 28030 "
        "28031 32971",
        ("delit", 6): "50 51 1247",
    },
    "2012-06-01": {
        ("c2", 3): "217",
        ("c3", 1): "25387",
        ("c4", 1): "11326 25386 28649",
        ("c4", 2): "6109 6117 11302 22919",
        ("c4", 3): "201 6093 6096 6102 6105 6108 6292 7538 11053 11054 11055 11056 11057 11058 11067 11068 11301 11325 "
        "12929 12931 22060 22874 22875 22876 22877 22900 22921 23082 23273 23800 25611 26813 27196 27746 28159 28648",
        ("c4", 4): "202 203 207 210 221 256 6091 6111 6112 6212 6223 11052 11059 11060 11062 11063 11064 11077 21527 "
        "22917 22918 22948 26959 26960 28030 28031 32971",
        ("c4", 6): "13322 25434",
        ("c5", 3): "26963",
        ("c5", 6): "21528",
        ("delit", 6): "50 51 1247 23761",
    },
    "2026-03-31": {
        ("c2", 3): "217",
        ("c3", 1): "25387",
        ("c4", 1): "11326 25386 28649",
        ("c4", 2): "6109 6117 11302 22919",
        ("c4", 3): "201 6093 6096 6102 6105 6108 6292 7538 11053 11054 11055 11056 11057 11058 11067 11068 11301 11325 "
        "12929 12931 22060 22874 22875 22876 22877 22900 22921 23082 23273 23800 25611 27196 27746 28159 28648 31063 "
        "32050",
        ("c4", 4): "203 207 210 221 256 6091 6111 6112 6212 6223 11052 11059 11060 11062 11063 11064 11077 21527 22917 "
        "22918 22948 28030 32971",
        ("c4", 6): "202 13322 25434 26959 26960 28031",
        ("c5", 3): "26963",
        ("c5", 6): "32939",
        ("delit", 6): "50 51 1247 23761",
    },
}
"""The NATINF codes of each price on some days."""


def rows_on(day: str) -> list[BaremeRow]:
    """The rows that hold on a day."""
    return [row for row in all_rows() if row.holds_on(parse_day(day))]


@pytest.mark.parametrize("day", ARTICLES)
def test_the_articles_of_each_price(day: str) -> None:
    """No article is missing, none has another price."""
    found: dict[tuple[str, int], set[str]] = {}
    for row in rows_on(day):
        found.setdefault((row.offence_class, row.points), set()).add(row.article.removesuffix(" (ancien)"))

    assert {price: set(articles.split()) for price, articles in ARTICLES[day].items()} == found


@pytest.mark.parametrize("day", CODES)
def test_the_codes_of_each_price(day: str) -> None:
    """Each code once."""
    found: dict[tuple[str, int], list[str]] = {}
    for row in rows_on(day):
        found.setdefault((row.offence_class, row.points), []).extend(row.natinf)

    assert CODES[day] == {price: " ".join(sorted(codes, key=int)) for price, codes in found.items() if codes}


@pytest.mark.parametrize(
    ("natinf", "eve", "before", "after"),
    [
        ("203", "2001-05-31", "", "c4 4"),  # stop sign
        ("210", "2001-05-31", "", "c4 4"),  # red light
        ("6096", "2001-11-29", "", "c4 3"),  # distance
        ("23761", "2003-02-03", "", "delit 6"),  # drugs
        ("12929", "2003-03-31", "c2 1", "c4 3"),  # belt
        ("12931", "2003-03-31", "c4 1", "c4 3"),  # helmet
        ("23800", "2003-03-31", "", "c2 2"),  # telephone
        ("11067", "2003-03-31", "", "c4 3"),  # overtaking on the left a vehicle that turns left
        ("11063", "2003-06-21", "", "c4 4"),  # level crossing
        ("13322", "2003-07-11", "c4 3", "c4 6"),  # alcohol
        ("25434", "2004-10-25", "", "c4 6"),  # alcohol in public transport
        ("25386", "2004-12-06", "", "c4 1"),  # less than 20 km/h, limit of 50
        ("25387", "2004-12-06", "", "c3 1"),  # limit above 50
        ("21528", "2004-12-06", "", "c5 6"),  # 50 km/h and more
        ("25611", "2005-04-05", "", "c4 3"),  # restrictions of the licence
        ("26963", "2008-08-01", "", "c4 2"),  # screen
        ("26963", "2012-01-04", "c4 2", "c5 3"),
        ("23800", "2012-01-04", "c2 2", "c4 3"),
        ("6292", "2012-01-04", "c2 3", "c4 3"),  # hard shoulder
        ("28649", "2012-01-04", "", "c4 1"),
        ("23273", "2012-01-04", "", "c4 3"),  # closed road
        ("31063", "2015-06-27", "", "c4 3"),  # earphones
        ("25611", "2016-06-30", "c4 3", "c4 3"),
        ("32050", "2016-12-31", "", "c4 3"),  # tinted windows
        ("202", "2018-09-18", "c4 4", "c4 6"),  # pedestrians
        ("26813", "2018-09-18", "c4 3", ""),
        ("25386", "2023-12-31", "c4 1", "c4 1"),  # the same code from 5 km/h on
        ("21528", "2025-12-28", "c5 6", ""),  # a délit from then on
    ],
)
def test_the_day_on_which_a_code_changes(natinf: str, eve: str, before: str, after: str) -> None:
    """Its price on the eve, and on the day."""
    found = [
        " ".join(f"{row.offence_class} {row.points}" for row in find_by_natinf(natinf, parse_day(eve) + later))
        for later in (0, 1)
    ]

    assert [before, after] == found


@pytest.mark.parametrize(
    ("words", "eve", "before", "after"),
    [
        ("R256 (ancien)|", "1992-11-30", [3, 3, *[2] * 15, 1, 1, 1],
         [6, 6, *[4] * 7, *[3] * 8, 2, 2, 2, 1, 1, 1, 1]),
        ("R256 (ancien)|sens interdit", "1992-11-30", [2], [4]),
        ("R256 (ancien)|Homicide", "1992-11-30", [3], [6]),
        ("R256 (ancien)|ceinture", "1992-11-30", [], [1]),  # first day unknown, not before the twelve points
        ("R256 (ancien)|permis récent", "1994-05-06", [], [3]),
        ("R256 (ancien)|Alcoolémie", "1995-09-14", [], [3]),
        ("R256 (ancien)|Récidive", "1999-06-18", [], [6]),
        ("R256 (ancien)|", "2001-05-31", [6, 6, 6, *[4] * 7, *[3] * 10, 2, 2, 2, 1, 1, 1, 1], []),
        ("R413-14|moins de 20 km/h", "2004-12-06", [1], [1, 1]),
        ("L412-2|", "2002-01-03", [], [6]),
        ("L235-1|Refus", "2003-02-03", [6], []),
        ("L235-3|", "2003-02-03", [], [6]),
        ("R431-2|", "2003-03-31", [1], []),
        ("L234-10|", "2003-06-12", [6], []),
        ("L232-3|", "2003-06-12", [], [6, 6, 6]),
        ("R413-14|permis de moins de 2 ans", "2003-07-11", [3], []),
        ("R413-15|", "2003-07-11", [], [2]),  # radar detectors
        ("L233-1-1|", "2004-03-09", [], [6]),
        ("L317-4-1|", "2004-03-09", [], [6]),
        ("R413-14|au moins 50", "2004-12-06", [4], []),
        ("R413-14-1|", "2004-12-06", [], [6]),
        ("R232-1|", "2005-04-05", [4], []),
        ("L224-5|", "2006-01-05", [6], []),
        ("L325-3-1|", "2006-01-05", [], [6]),
        ("R412-1|plusieurs", "2007-12-31", [], [3]),
        ("R234-5|", "2011-09-07", [], [6, 6]),  # alcohol interlock
        ("R413-15|", "2012-01-04", [2], [6, 6]),
        ("R431-1-2|", "2012-12-31", [], [2]),  # reflective clothing
        ("R411-17|", "2014-07-10", [], [3]),
        ("R411-21-1|tunnel", "2014-07-10", [], [3]),
        ("R234-1|probatoire", "2015-06-27", [], [6]),
        ("R431-1-2|", "2015-12-31", [2], []),
        ("R431-1-2|", "2016-11-19", [], [1]),  # gloves
        ("R224-6|", "2018-09-18", [], [6, 6, 6]),
        ("R412-1-1|", "2018-09-18", [], [3]),
        ("R234-1|EAD", "2019-08-23", [], [6]),
        ("R413-14|moins de 20 km/h", "2023-12-31", [1, 1], [1, 1]),
        ("R413-14|moins de 5 km/h", "2023-12-31", [], [0, 0]),
        ("R412-6-4|", "2024-06-11", [], [2]),
        ("R412-11-3|", "2025-01-10", [], [3]),
        ("L235-1|état alcoolique", "2025-07-10", [6], [9]),  # drugs and alcohol
        ("L232-3|", "2025-07-10", [6, 6, 6], [6, 6, 6, 6]),
        ("L413-1|Récidive", "2025-12-28", [6], []),
        ("L413-1|", "2025-12-28", [6], [6]),
        ("R413-14-1|", "2025-12-28", [6], []),
    ],
)  # fmt: skip
def test_the_day_on_which_an_article_changes(words: str, eve: str, before: list[int], after: list[int]) -> None:
    """The points of its offences with these words in their label, on the eve and on the day."""
    article, label = words.split("|")
    found = [
        [row.points for row in all_rows() if row.article == article and label in row.label and row.holds_on(day)]
        for day in (parse_day(eve), parse_day(eve) + 1)
    ]

    assert [before, after] == found


FIRST_DAYS = """
1992-07-01:20 1992-12-01:24 1994-05-07:1 1995-09-15:1 1999-06-19:1 2001-06-01:62 2001-11-30:2 2002-01-04:1 2003-02-04:3
2003-04-01:4 2003-06-13:19 2003-06-22:1 2003-07-12:5 2004-03-10:2 2004-10-26:1 2004-12-07:4 2005-04-06:1 2006-01-06:1
2008-01-01:1 2008-08-02:1 2011-09-08:2 2012-01-05:7 2013-01-01:1 2014-07-11:2 2015-06-28:2 2016-07-01:1 2016-11-20:1
2017-01-01:1 2018-09-19:5 2019-08-24:1 2022-01-26:1 2024-01-01:4 2024-06-12:1 2025-01-11:1 2025-07-11:4 2025-12-29:1
"""
LAST_DAYS = """
1992-12-01:20 2001-06-01:27 2003-02-04:1 2003-04-01:3 2003-06-13:18 2003-07-12:5 2004-12-07:3 2005-04-06:1 2006-01-06:1
2012-01-05:4 2016-01-01:1 2016-07-01:1 2018-09-19:2 2022-01-26:1 2024-01-01:2 2025-07-11:3 2025-12-29:2
"""


def counted(days: list[int]) -> list[str]:
    """Each day with the number of rows."""
    return [f"{iso(day)}:{count}" for day, count in sorted(Counter(days).items())]


def test_the_days_on_which_the_law_changed() -> None:
    """How many rows begin, and end, on each day that a text came into force: a day mistyped shows."""

    assert FIRST_DAYS.split() == counted([row.from_on for row in all_rows()])
    assert LAST_DAYS.split() == counted([row.to_on for row in all_rows() if row.to_on < NEVER])


@pytest.mark.parametrize(
    ("article", "eve", "expected"),
    [
        ("L224-5", "2006-01-05", {"delit"}),
        ("R413-14", "2004-12-06", {"c4", "c5"}),
        ("R413-15", "2012-01-04", {"c5"}),
        ("R431-1-2", "2015-12-31", {"c3"}),
    ],
)
def test_the_class_of_rows_that_no_day_above_meets(article: str, eve: str, expected: set[str]) -> None:
    """Between two days of the tables; one speed alone was of the fifth class."""
    classes = [row.offence_class for row in rows_on(eve) if row.article == article]

    assert expected == set(classes)
    assert classes.count("c5") <= 1
