"""English: dates and numbers in words."""

from mespoints.law.days import Day, weekday, year_month_day
from mespoints.law.explain import english_coming, english_duties, english_licences, english_movements, english_returning
from mespoints.law.explain.language import Language

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class English(Language):
    """Days as in "Tuesday 1 April 2025", numbers as in "1 point"."""

    durations = {6: "six months", 12: "one year", 24: "two years", 36: "three years"}
    facts = {
        "paiement": ("the payment of the fine", "the payment of"),
        "titre_executoire": (
            "the enforcement order (titre exécutoire) for the increased fine",
            "the enforcement order (titre exécutoire) of",
        ),
        "composition_penale": (
            "the completion of a settlement with the prosecutor (composition pénale)",
            "the completion of the composition pénale on",
        ),
        "condamnation": ("a final conviction", "the final conviction of"),
    }
    phrases = {
        "withdrawn": ("{n} point withdrawn", "{n} points withdrawn"),
        "given": ("{n} point given back", "{n} points given back"),
        "more": ("{n} more point", "{n} more points"),
        "they_return": ("This point comes back", "These {n} points come back"),
        "they_are_back": ("This point came back", "These {n} points came back"),
        "they_never_return": ("This point will not come back", "These {n} points will not come back"),
        "of_them": ("of this point", "of these {n} points"),
    }
    words = english_coming.WORDS
    because = english_movements.BECAUSE | english_licences.BECAUSE
    upcoming = english_coming.UPCOMING
    headings = english_coming.HEADINGS
    returns = english_returning.RETURNS
    duties = english_duties.DUTIES
    stages = english_duties.STAGES
    statuses = english_duties.STATUSES

    def day_words(self, day: Day) -> str:
        """The day as in "22 April 2025"."""
        year, month, quantieme = year_month_day(day)
        return f"{quantieme} {MONTHS[month - 1]} {year}"

    def long_day(self, day: Day) -> str:
        """The day as in "Tuesday 22 April 2025"."""
        return f"{WEEKDAYS[weekday(day)]} {self.day_words(day)}"

    def two_days(self, first: Day, last: Day) -> str:
        """After "the course": "of 11 May 2024", "of 10 and 11 May 2024", "from 30 April to 3 May 2024"."""
        if first == last:
            return f"of {self.day_words(first)}"
        (year, month, quantieme), (last_year, last_month, _) = year_month_day(first), year_month_day(last)
        start = str(quantieme)
        if (year, month) != (last_year, last_month):
            start += f" {MONTHS[month - 1]}"
        if year != last_year:
            start += f" {year}"
        if last == first + 1:
            return f"of {start} and {self.day_words(last)}"
        return f"from {start} to {self.day_words(last)}"

    def is_plural(self, count: int) -> bool:
        """English says "0 points", "1 point", "2 points"."""
        return abs(count) != 1


ENGLISH = English()
