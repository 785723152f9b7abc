"""The words of the lives told in ``docs/parcours``: days, points, offences, and what each means in ``dossier/1``."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
QUANTIEME = r"(?:1er|[2-9]|[12]\d|3[01])"
DAY = rf"{QUANTIEME} (?:{'|'.join(MONTHS)}) \d{{4}}"

OFFENCES: dict[str, dict[str, str]] = {
    "chevauche une ligne continue": {"natinf": "11326"},
    "conduit avec au moins 0,8 g/l d'alcool dans le sang": {"natinf": "1247"},
    "conduit avec 0,5 à 0,8 g/l d'alcool dans le sang": {"natinf": "13322"},
    "conduit avec 0,2 à 0,8 g/l d'alcool pendant sa probation": {"article": "R234-1", "paragraph": "I 1°"},
    "conduit après avoir pris de la drogue et de l'alcool": {"article": "L235-1", "paragraph": "IV"},
    "dépasse d'au moins 50 km/h la vitesse permise": {"natinf": "21528"},
    "dépasse de 40 à 50 km/h la vitesse permise": {"natinf": "21527"},
    "dépasse de 30 à 40 km/h la vitesse permise": {"natinf": "11301"},
    "dépasse de moins de 20 km/h une limite de plus de 50 km/h": {"natinf": "25387"},
    "franchit une ligne continue": {"natinf": "11325"},
    "ne s'arrête pas au stop": {"natinf": "203"},
    "passe au feu rouge": {"natinf": "210"},
    "prend un sens interdit": {"natinf": "256"},
    "refuse la priorité à un piéton": {"natinf": "202"},
    "roule sans ceinture": {"natinf": "12929"},
    "tient son téléphone en main": {"natinf": "23800"},
}
"""What a driver does, and where the barème has it: told points and class that differ from it are refused."""

PROBATIONS = {"période probatoire ordinaire": "ordinary", "apprentissage anticipé": "aac",
              "sans période probatoire": "none"}  # fmt: skip
CLASSES = {f"{rank} classe": f"c{n}" for n, rank in enumerate(
    ("première", "deuxième", "troisième", "quatrième", "cinquième"), 1)} | {"délit": "delit"}  # fmt: skip
STAGES = {"volontaire": "volontaire", "obligatoire": "probatoire", "de composition pénale": "composition_penale"}
STATUSES = {"valide": "valid", "suspendu": "suspended", "sans point": "zero", "invalidé": "invalidated",
            "annulé": "annulled", "frappé d'interdiction": "banned"}  # fmt: skip
OWED = {name: name for name in ("48", "48N", "48M", "48SI", "46", "46B", "46D", "47")}
OWED |= {"rectificative": "rectificatif", "d'interdiction": "interdiction"}
DELAYS = {"six mois": 6, "douze mois": 12, "deux ans": 24, "trois ans": 36, "dix ans": 120}
WHICH = {"": "", "deuxième ": "-2", "troisième ": "-3"}


def read_day(words: str) -> str:
    """« 1er mars 2024 » as ISO 8601."""
    quantieme, month, year = words.split()
    return date(int(year), MONTHS.index(month) + 1, int(quantieme.removesuffix("er"))).isoformat()


def read_two_days(words: str) -> str:
    """« 30 avril et 1er mai 2024 », two days that follow one another: the second."""
    first, last = words.split(" et ")
    ended = date.fromisoformat(read_day(last))
    if int(re.findall(r"\d+", first)[0]) != (ended - timedelta(1)).day:
        raise ValueError(f"« {words} » : ces jours ne se suivent pas")
    return ended.isoformat()


def read_points(words: str) -> int:
    """« 1 point », « 4 points », agreed in number."""
    number, noun = words.split()
    if (noun == "points") != (int(number) > 1):
        raise ValueError(f"« {words} » : l'accord manque")
    return int(number)


def read_offence(words: str) -> str:
    """« l'infraction du 2 mars 2019 », « la deuxième infraction du 2 mars 2019 »: its id."""
    which = next(word for word in reversed(WHICH) if word in words)
    return read_day(words.split(" du ")[1]) + WHICH[which]


class Hole(NamedTuple):
    """A hole of a sentence: the words that fill it, and what they mean."""

    words: str
    read: Callable[[str], Any]


def one_of(words: dict[str, Any]) -> Hole:
    """A word of a table."""
    return Hole("|".join(re.escape(word) for word in words), words.__getitem__)


POINTS = Hole(r"\d+ points?", read_points)
OFFENCE = Hole(rf"[Ll](?:'|a (?:deuxième|troisième) )infraction du {DAY}", read_offence)
HOLES = {
    "points": POINTS, "balance": POINTS, "gives": POINTS, "loses": POINTS, "taken": POINTS, "pending": POINTS,
    "ceiling": Hole(r"\d+", int), "ban_months": Hole(r"\d+", int),
    "signed": Hole(r"−\d+", lambda words: -int(words[1:])),
    "ended_on": Hole(rf"{QUANTIEME}(?: \w+)? et {DAY}", read_two_days),
    "offence": OFFENCE, "breaker": OFFENCE,
    "label": Hole("|".join(map(re.escape, OFFENCES)), str), "letter": Hole("48SI|48N", str),
    "probation": one_of(PROBATIONS), "class": one_of(CLASSES), "kind": one_of(STAGES), "status": one_of(STATUSES),
    "owed": one_of(OWED), "after": one_of(DELAYS),
    "territory": one_of({"": "metropole", " en Alsace-Moselle": "alsace-moselle"}),
}  # fmt: skip
"""The holes that hold something else than a day."""


def hole(name: str) -> Hole:
    """The hole of this name."""
    return HOLES.get(name, Hole(DAY, read_day))


def compiled(says: str) -> re.Pattern[str]:
    """The regular expression of a sentence: its holes, and « on » for « elle » or « il »."""
    parts = re.split(r"\{(\w+)\}", says)
    for place in range(0, len(parts), 2):
        words = re.sub(r"\bon\b", "(?:elle|il)", re.escape(parts[place]))
        parts[place] = re.sub(r"\bOn\b", "(?:Elle|Il)", words)
    for place in range(1, len(parts), 2):
        parts[place] = f"(?P<{parts[place]}>{hole(parts[place]).words})"
    return re.compile("".join(parts))
