"""Random lives of a licence in which the hard things are frequent. The same seed gives the same life."""

import random
from datetime import date, timedelta
from typing import Any

from tests.oracle import foreigners, procedures
from tests.oracle.civil_days import add_months
from tests.oracle.drafts import (
    FIRST_DAY,
    LAST_DAY,
    Draft,
    carry_over,
    follow_formation,
    random_foreign_licence,
    random_licence,
)
from tests.oracle.scenes import SCENES
from tests.oracle.strays import stray_acts


def random_history(rng: random.Random) -> dict[str, Any]:
    """A valid ``dossier/1``, class and points given."""
    licence, obtained_on = random_licence(rng)
    draft = Draft(rng, max(obtained_on, FIRST_DAY))
    draft.attract(obtained_on, 6, 12, 18, 24, 36)
    if rng.random() < 0.08:
        carry_over(draft, probation="probation" in licence and licence["probation"] != "none")
    if obtained_on >= date(2017, 6, 1) and rng.random() < 0.7:
        follow_formation(draft, obtained_on)
    for _ in range(rng.randint(1, 7)):
        if draft.cursor >= LAST_DAY:
            break
        scene = rng.choices(list(SCENES), weights=list(SCENES.values()))[0]
        scene(draft)
    if rng.random() < 0.3:
        rng.shuffle(draft.acts)
    return {"format": "dossier/1", "licence": licence, "acts": draft.acts}


def procedural_history(rng: random.Random) -> dict[str, Any]:
    """A valid ``dossier/1`` full of letters named, suspended and annulled, exchanges, bans and remedies."""
    foreign = rng.random() < 0.2
    licence, obtained_on = random_foreign_licence(rng) if foreign else random_licence(rng)
    draft = Draft(rng, max(obtained_on, FIRST_DAY), licence=licence)
    draft.attract(obtained_on, 6, 12, 18, 24, 36)
    if not foreign:
        procedures.shorten_probation(draft, obtained_on)
    scenes = foreigners.SCENES if foreign else procedures.SCENES
    for _ in range(rng.randint(1, 4)):
        if draft.cursor >= LAST_DAY:
            break
        scene = rng.choices(list(scenes), weights=list(scenes.values()))[0]
        scene(draft)
    if rng.random() < 0.2:
        stray_acts(draft)
    if rng.random() < 0.2:
        rng.shuffle(draft.acts)
    return {"format": "dossier/1", "licence": licence, "acts": draft.acts}


def random_day(rng: random.Random, dossier: dict[str, Any]) -> str:
    """A day for a statement: on or beside an act or the end of a delay, or anywhere."""
    licence = dossier["licence"]
    earliest = date(2017, 11, 18) if licence.get("foreign") else date(1992, 12, 1)
    first = max(date.fromisoformat(licence["obtained_on"]), earliest)
    if rng.random() < 0.2:
        return (first + timedelta(days=rng.randint(0, 14_000))).isoformat()
    days = [first]
    for act in dossier["acts"]:
        for key, value in act.items():
            if key.endswith("_on") or key in ("on", "from", "to"):
                days.append(date.fromisoformat(value))
    chosen = add_months(rng.choice(days), rng.choice((0, 0, 0, 0, 0, 4, 6, 12, 18, 24, 36, 120)))
    return max(first, chosen + timedelta(days=rng.choice((-1, 0, 0, 1)))).isoformat()
