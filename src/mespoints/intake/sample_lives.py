"""The invented lives behind the samples: who they are, and what each feed has to say of them."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

FAMILY_NAMES = (
    "AUBRAC", "BELLANGER", "CORMERAIS", "DELAUNAY", "ESNAULT", "FOUCAULT", "GUILBAUD", "HERVOUET", "JAMONEAU",
    "KERVELLA", "LE GOFF", "MÉNARD", "NAULLEAU", "OUVRARD", "PÉRIGNON", "QUÉMÉNEUR", "RABILLER", "SORIN", "THÉBAUD",
    "VALLÉE",
)  # fmt: skip
GIVEN_NAMES = {
    "female": ("Adèle", "Brune", "Céleste", "Daphné", "Élise", "Flore", "Garance", "Héloïse"),
    "male": ("Anatole", "Basile", "Cyprien", "Désiré", "Émile", "Firmin", "Gaspard", "Hector"),
}
TOWNS = (
    ("44109", "44000 NANTES", "44", "metropole"),
    ("69123", "69001 LYON", "69", "metropole"),
    ("33063", "33000 BORDEAUX", "33", "metropole"),
    ("67482", "67000 STRASBOURG", "67", "alsace-moselle"),
    ("2A004", "20000 AJACCIO", "2A", "metropole"),
    ("97411", "97400 SAINT-DENIS", "974", "la-reunion"),
)
STREETS = ("RUE DES LILAS", "PLACE DU MARCHÉ", "CHEMIN DU MOULIN", "AVENUE DE LA GARE")
CONTRAVENTIONS = (("c3", 1), ("c4", 1), ("c4", 2), ("c4", 3), ("c4", 4), ("c5", 6))
FIRST_OFFENCE = date(2018, 1, 1)

Told = tuple[str, str, dict[str, Any]]
"""A feed, an event, and the keys of a line."""


def day_between(chance: random.Random, first: date, last: date) -> date:
    """Any day from one to another, both included; the first when they are in no order."""
    return first + timedelta(days=chance.randint(0, max(0, (last - first).days)))


def address(chance: random.Random, town: str) -> list[str]:
    """Two lines of an address."""
    return [f"{chance.randint(1, 120)} {chance.choice(STREETS)}", town]


def opening(chance: random.Random, last: date) -> tuple[dict[str, Any], dict[str, Any]]:
    """Somebody, and their first licence."""
    sex = chance.choice(("female", "male"))
    birth_place, town, departement, territory = chance.choice(TOWNS)
    born = day_between(chance, date(1950, 1, 1), date(2003, 12, 31))
    eighteen = born.replace(year=born.year + 18, day=min(born.day, 28))
    obtained_on = day_between(chance, max(eighteen, date(1993, 1, 1)), max(eighteen, last - timedelta(days=900)))
    holder = {
        "family_name": chance.choice(FAMILY_NAMES),
        "given_names": chance.sample(GIVEN_NAMES[sex], chance.choice((1, 1, 2))),
        "sex": sex,
        "birth_date": born.isoformat(),
        "birth_place": birth_place,
        "birth_country": "99100",
        "address": address(chance, town),
        "departement": departement,
    }
    return holder, {"obtained_on": obtained_on.isoformat(), "territory": territory}


def live(chance: random.Random, obtained_on: date, last: date, origin: str) -> Iterator[Told]:
    """All that the feeds tell of a licence. ``origin``: the feed that opens it."""
    begins = max(obtained_on, FIRST_OFFENCE)
    if origin == "take_over/1":
        yield "take_over/1", "carried_over", {"on": begins.isoformat(), "balance": chance.choice((6, 8, 10))}
    yield from titles(chance, obtained_on, begins, last)
    for _ in range(chance.choice((0, 1, 1, 2, 3))):
        committed_on = day_between(chance, begins, last - timedelta(days=500))
        yield from offence(chance, committed_on)
    if chance.random() < 0.25:
        yield "stages/1", "attestation", stage(chance, day_between(chance, begins, last))
    if chance.random() < 0.2:
        town = chance.choice(TOWNS)
        on = day_between(chance, begins, last).isoformat()
        yield "addresses/1", "address", {"on": on, "lines": address(chance, town[1]), "departement": town[2]}
        vehicle = f"AB-{chance.randint(100, 999)}-CD"
        yield "carte_grise/1", "address", {"on": on, "lines": address(chance, town[1]), "vehicle": vehicle}
    if chance.random() < 0.02:
        yield "deaths/1", "death", {"on": last.isoformat()}


def titles(chance: random.Random, obtained_on: date, begins: date, last: date) -> Iterator[Told]:
    """What the préfecture tells of a licence whose points it does not change."""
    number = f"{chance.randint(0, 10**10 - 1):010d}"
    yield "prefecture/1", "title", {"on": obtained_on.isoformat(), "number": number}
    yield "prefecture/1", "category", {"category": "A1", "from": obtained_on.isoformat()}
    if chance.random() < 0.1:
        lost_on = day_between(chance, begins, last).isoformat()
        yield "prefecture/1", chance.choice(("title_lost", "title_stolen")), {"on": lost_on}
    if chance.random() < 0.1:
        on = day_between(chance, begins, last)
        validity = {"category": "C", "on": on.isoformat(), "to": (on + timedelta(days=1826)).isoformat()}
        yield "prefecture/1", "category", {"category": "C", "from": on.isoformat(), "to": validity["to"]}
        yield "prefecture/1", "medical_validity", validity
        yield "prefecture/1", "restriction", {"from": on.isoformat(), "codes": ["01.06", "95"], "category": "C"}


def offence(chance: random.Random, committed_on: date) -> Iterator[Told]:
    """A contravention told by the ANTAI to its end, or a délit told by the parquet."""
    if chance.random() < 0.1:
        yield from delit(chance, committed_on)
        return
    offence_class, points = chance.choice(CONTRAVENTIONS)
    name = f"{chance.randint(10**9, 10**10 - 1)}"
    source = chance.choice(("radar", "interception"))
    facts = {"committed_on": committed_on.isoformat(), "class": offence_class, "points": points, "source": source}
    yield "antai/1", "offence", {"id": name, **facts}
    on = committed_on + timedelta(days=chance.randint(5, 120))
    letter = {"letter": f"48-{name}", "tracking": f"1A{chance.randint(10**10, 10**11 - 1)}"}
    ending = chance.choices(("paid", "titre_executoire", "cancelled", "annulled", "pending"), (60, 20, 5, 5, 10))[0]
    if ending in ("paid", "titre_executoire"):
        yield "antai/1", ending, {"offence": name, "on": on.isoformat()}
        yield "post/1", "posted", {**letter, "on": (on + timedelta(days=20)).isoformat()}
        yield (
            "post/1",
            chance.choice(("collected", "presented")),
            {**letter, "on": (on + timedelta(days=25)).isoformat()},
        )
    elif ending == "cancelled":
        yield "antai/1", "cancelled", {"offence": name, "on": on.isoformat()}
    elif ending == "annulled":  # then judged: another withdrawal
        yield "antai/1", "titre_executoire", {"offence": name, "on": on.isoformat()}
        yield "antai/1", "cancelled", {"offence": name, "on": (on + timedelta(days=40)).isoformat()}
        judged_on = (on + timedelta(days=300)).isoformat()
        yield "parquet/1", "condamnation", {"offence": f"antai:{name}", "on": judged_on}


def delit(chance: random.Random, committed_on: date) -> Iterator[Told]:
    """Alcohol at the wheel: rétention, suspension with its letter, conviction, sometimes an annulation."""
    name = f"{committed_on.year}-{chance.randint(10**5, 10**6 - 1)}"
    suspended_to = (committed_on + timedelta(days=180)).isoformat()
    on, next_day = committed_on.isoformat(), (committed_on + timedelta(days=2)).isoformat()
    yield "prefecture/1", "retention", {"on": on, "to": next_day}
    yield "prefecture/1", "suspension", {"id": f"S{name}", "from": next_day, "to": suspended_to}
    told = {"suspension": f"S{name}", "form": "3F", "notified_on": next_day}
    yield "prefecture/1", "suspension_letter", told
    judged_on = (committed_on + timedelta(days=chance.randint(90, 400))).isoformat()
    by = chance.choice(("condamnation", "condamnation", "composition_penale"))
    yield "parquet/1", by, {"id": name, "on": judged_on, "committed_on": on, "class": "delit", "points": 6}
    if chance.random() < 0.2:
        yield "parquet/1", "annulation", {"on": judged_on, "ban_months": chance.choice((6, 12))}


def stage(chance: random.Random, ended_on: date) -> dict[str, Any]:
    """An attestation."""
    case = chance.choices((1, 2, 3, 4), (85, 5, 5, 5))[0]
    days = {"started_on": (ended_on - timedelta(days=1)).isoformat(), "ended_on": ended_on.isoformat(), "case": case}
    return {**days, "measure": "alternative"} if case == 3 else days
