"""French: dates and numbers in words, and the typography of a sentence."""

from mespoints.law.days import Day, weekday, year_month_day
from mespoints.law.explain import french_coming, french_duties, french_licences, french_movements, french_returning
from mespoints.law.explain.language import Language

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip

NO_BREAK = "\N{NO-BREAK SPACE}"


class French(Language):
    """« mardi 1er avril 2025 », « 1 point »."""

    durations = {6: "six mois", 12: "un an", 24: "deux ans", 36: "trois ans"}
    facts = {
        "paiement": ("le paiement de l'amende", "le paiement du"),
        "titre_executoire": (
            "l'émission du titre exécutoire de l'amende forfaitaire majorée",
            "l'émission du titre exécutoire le",
        ),
        "composition_penale": ("l'exécution de la composition pénale", "l'exécution de la composition pénale le"),
        "condamnation": ("une condamnation définitive", "la condamnation définitive du"),
    }
    phrases = {
        "withdrawn": ("{n} point retiré", "{n} points retirés"),
        "given": ("{n} point rendu", "{n} points rendus"),
        "more": ("{n} point de plus", "{n} points de plus"),
        "they_return": ("Ce point revient", "Ces {n} points reviennent"),
        "they_are_back": ("Ce point est revenu", "Ces {n} points sont revenus"),
        "they_never_return": ("Ce point ne reviendra pas", "Ces {n} points ne reviendront pas"),
        "of_them": ("de ce point", "de ces {n} points"),
    }
    words = french_coming.WORDS
    because = french_movements.BECAUSE | french_licences.BECAUSE
    upcoming = french_coming.UPCOMING
    headings = french_coming.HEADINGS
    returns = french_returning.RETURNS
    duties = french_duties.DUTIES
    stages = french_duties.STAGES
    statuses = french_duties.STATUSES

    def day_words(self, day: Day) -> str:
        """« 22 avril 2025 », « 1er mai 2025 »."""
        year, month, quantieme = year_month_day(day)
        return f"{quantieme_words(quantieme)} {MONTHS[month - 1]} {year}"

    def long_day(self, day: Day) -> str:
        """« mardi 22 avril 2025 »."""
        return f"{WEEKDAYS[weekday(day)]} {self.day_words(day)}"

    def two_days(self, first: Day, last: Day) -> str:
        """« du 11 mai 2024 », « des 10 et 11 mai 2024 », « du 30 avril au 3 mai 2024 »: after « le stage »."""
        if first == last:
            return f"du {self.day_words(first)}"
        (year, month, quantieme), (last_year, last_month, _) = year_month_day(first), year_month_day(last)
        start = quantieme_words(quantieme)
        if (year, month) != (last_year, last_month):
            start += f" {MONTHS[month - 1]}"
        if year != last_year:
            start += f" {year}"
        if last == first + 1:
            return f"des {start} et {self.day_words(last)}"
        return f"du {start} au {self.day_words(last)}"

    def is_plural(self, count: int) -> bool:
        """French counts from two: « 0 point », « 1 point », « 2 points »."""
        return abs(count) >= 2

    def typeset(self, sentence: str) -> str:
        """No line ends before a colon, a semicolon, a question or exclamation mark, or inside guillemets."""
        for mark in ":;?!»":
            sentence = sentence.replace(f" {mark}", f"{NO_BREAK}{mark}")
        return sentence.replace("« ", f"«{NO_BREAK}")


def quantieme_words(quantieme: int) -> str:
    """« 1er », then « 2 », « 3 »..."""
    return "1er" if quantieme == 1 else str(quantieme)


FRENCH = French()
