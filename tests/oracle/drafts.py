"""The beginnings of a random life: its licence, its offences, and the days that make coincidences."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from tests.oracle.civil_days import ONE_DAY, add_months

FIRST_DAY = date(1993, 1, 1)
LAST_DAY = date(2030, 12, 31)
TERRITORIES = (
    "metropole",
    "alsace-moselle",
    "guadeloupe",
    "martinique",
    "guyane",
    "la-reunion",
    "mayotte",
    "saint-martin",
    "saint-barthelemy",
)
# The days on which a rule changed.
TURNS = (
    date(2003, 6, 13),
    date(2003, 7, 12),
    date(2004, 3, 1),
    date(2007, 1, 1),
    date(2007, 12, 31),
    date(2008, 1, 1),
    date(2011, 1, 1),
    date(2011, 3, 16),
    date(2019, 1, 1),
    date(2025, 7, 11),
)
NINE_POINTS_SINCE = date(2025, 7, 11)
FINAL_BY = ("paiement", "titre_executoire", "composition_penale", "condamnation")
CONTRAVENTIONS = (
    ("c1", 1), ("c2", 1), ("c2", 2), ("c2", 3), ("c3", 1), ("c3", 1), ("c3", 1), ("c3", 2), ("c4", 1), ("c4", 1),
    ("c4", 2), ("c4", 3), ("c4", 3), ("c4", 4), ("c4", 4), ("c4", 6), ("c5", 3), ("c5", 6),
)  # fmt: skip


@dataclass
class Draft:
    """A life being written: its acts, and the days on which a coincidence would be interesting."""

    rng: random.Random
    cursor: date
    licence: dict[str, Any] = field(default_factory=dict)
    acts: list[dict[str, Any]] = field(default_factory=list)
    magnets: list[date] = field(default_factory=lambda: list(TURNS))

    def name(self) -> str:
        return f"i{len(self.acts) + 1}"

    def add(self, act: str, **keys: Any) -> dict[str, Any]:
        """Write an act, days as text, keys without value left out."""
        written = {key: value.isoformat() if isinstance(value, date) else value for key, value in keys.items()}
        found = {"act": act, "id": self.name()} | {key: value for key, value in written.items() if value is not None}
        self.acts.append(found)
        return found

    def attract(self, day: date, *months: int) -> None:
        """Make a day and its later quantièmes likely to be chosen."""
        self.magnets += [day, *(add_months(day, count) for count in months)]

    def day(self, since: date, days: int) -> date:
        """A day in a span: often a coincidence or the day beside it, sometimes the end of a month."""
        until = since + timedelta(days=days)
        near = [magnet for magnet in self.magnets if since <= magnet <= until]
        if near and self.rng.random() < 0.6:
            chosen = self.rng.choice(near) + timedelta(days=self.rng.choice((0, 0, 0, -1, 1)))
        else:
            chosen = since + timedelta(days=self.rng.randint(0, days))
            if self.rng.random() < 0.15:
                chosen = add_months(chosen.replace(day=1), 1) - ONE_DAY
        return max(since, min(chosen, LAST_DAY))

    def final_offences(self) -> list[dict[str, Any]]:
        """The offences established so far."""
        return [act for act in self.acts if act["act"] == "offence" and "final_on" in act]

    def go_on(self, days: int) -> date:
        """Move to a later day."""
        self.cursor = self.day(self.cursor, days)
        return self.cursor


def random_licence(rng: random.Random) -> tuple[dict[str, Any], date]:
    """A licence and the day it was obtained, often one of the days that matter."""
    obtained_on = date(rng.randint(1993, 2028), rng.randint(1, 12), rng.randint(1, 28))
    chance = rng.random()
    if chance < 0.15:
        obtained_on = date(rng.choice((1996, 2000, 2004, 2008, 2012, 2016, 2020, 2024)), 2, 29)
    elif chance < 0.3:
        obtained_on = date(obtained_on.year, rng.choice((1, 3, 5, 8, 10, 12)), 31)
    elif chance < 0.4:
        obtained_on = rng.choice(TURNS[:9]) + timedelta(days=rng.choice((-1, 0, 1)))
    elif chance < 0.43:
        obtained_on = date(rng.randint(1970, 1991), 5, 12)
    elif chance < 0.65:
        obtained_on = date(rng.randint(2017, 2026), rng.randint(1, 12), rng.randint(1, 28))
    licence: dict[str, Any] = {"obtained_on": obtained_on.isoformat()}
    if obtained_on >= date(2004, 3, 1):
        licence["probation"] = rng.choices(("ordinary", "aac", "none"), weights=(5, 3, 1))[0]
        if licence["probation"] == "ordinary" and rng.random() < 0.3:
            del licence["probation"]
    if rng.random() < 0.7:
        licence["territory"] = rng.choice(TERRITORIES)
    return licence, obtained_on


def random_foreign_licence(rng: random.Random) -> tuple[dict[str, Any], date]:
    """A licence of another State, and the first day on which it has points."""
    obtained_on = date(rng.randint(2014, 2026), rng.randint(1, 12), rng.randint(1, 28))
    if rng.random() < 0.15:
        obtained_on = date(2020, 2, 29)
    return {"obtained_on": obtained_on.isoformat(), "foreign": True}, max(obtained_on, date(2017, 11, 18))


def carry_over(draft: Draft, *, probation: bool) -> None:
    """A balance taken over from another register."""
    rng = draft.rng
    on = draft.cursor if rng.random() < 0.6 else draft.go_on(400)
    ceiling = rng.choice((6, 8, 9, 10)) if probation else None
    last_final_on = on - timedelta(days=rng.randint(0, 700)) if rng.random() < 0.7 else None
    if last_final_on is not None:
        draft.attract(last_final_on, 24, 36)
    draft.add(
        "carried_over",
        on=on,
        balance=rng.randint(1, ceiling or 12),
        ceiling=ceiling,
        last_final_on=last_final_on,
        lengthened=rng.choice((None, True, False)),
    )


def follow_formation(draft: Draft, obtained_on: date) -> None:
    """The one-day training, inside its six months or a day beside."""
    day = draft.rng.choice(
        (
            add_months(obtained_on, 6),
            add_months(obtained_on, 12),
            add_months(obtained_on, 6) - ONE_DAY,
            add_months(obtained_on, 12) + ONE_DAY,
            obtained_on + timedelta(days=draft.rng.randint(190, 360)),
            obtained_on + timedelta(days=draft.rng.randint(190, 360)),
        )
    )
    draft.add("formation_complementaire", on=day)


def write_offence(
    draft: Draft, committed_on: date, category: str, points: int, episode: str | None = None, quick: float = 0.4
) -> dict[str, Any]:
    """An offence with its slow or quick justice: pending, closed, final, decided late."""
    rng = draft.rng
    keys: dict[str, Any] = {"class": category, "points": points, "committed_on": committed_on, "episode": episode}
    draft.attract(committed_on)
    fate = rng.random()
    final_on = _after(draft, committed_on, quick)
    if fate < 0.04 or final_on > LAST_DAY:
        return draft.add("offence", **keys)
    if fate < 0.08:
        closed_by = rng.choice(("relaxe", "classement", "redevable", "amnistie"))
        return draft.add("offence", **keys, closed_on=final_on, closed_by=closed_by)
    draft.attract(final_on, 6, 12, 24, 36, 120)
    decided_on = _after(draft, final_on, quick) if rng.random() < 0.5 else None
    if decided_on is not None:
        draft.attract(decided_on)
    source = rng.choice((None, "radar", "video", "interception"))
    return draft.add(
        "offence", **keys, final_on=final_on, final_by=rng.choice(FINAL_BY), decided_on=decided_on, source=source
    )


def _after(draft: Draft, day: date, quick: float) -> date:
    """A later day of the same affair: the same day, soon, late or very late."""
    rng = draft.rng
    if rng.random() < quick:
        return day + timedelta(days=rng.choice((0, 0, 1, 30, 45, 60)))
    return draft.day(day, rng.choice((90, 250, 500, 900, 1500)))


def delit(draft: Draft, day: date) -> tuple[str, int]:
    """A délit of six points, or of nine once there are such."""
    return "delit", 9 if day >= NINE_POINTS_SINCE and draft.rng.random() < 0.6 else 6
