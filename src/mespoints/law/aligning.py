"""Which movement of the law each movement of a relevé tells: by the act that it names, by day, by the nearest day."""

from collections.abc import Sequence

from mespoints.law.releve import Shown
from mespoints.law.results import Movement

NEAR = 183
"""Within so many days a movement of the same points is the same one, dated otherwise."""

CLOSE = 31
"""Within so many days it is the same one though its points differ too."""

SETTING = ("obtained", "carried_over", "lost")
"""The causes that set the balance, whatever it was: they may take in one list what they give in the other."""

NAMED, SAME_DAY, NEAR_DAY, CLOSE_DAY = range(4)
"""Why two movements are the same, the best reason first."""

Likeness = tuple[int, int, bool, bool]
"""One of the above, the days between the two movements, whether their points differ, whether their balances do."""


def align(law: Sequence[Movement], shown: Sequence[Shown]) -> dict[int, int]:
    """The place in the law of each movement shown that has one, by its place in the relevé; the best pairs first."""
    pairs = []
    for place, movement in enumerate(law):
        for shown_place, one in enumerate(shown):
            likeness = likeness_of(movement, one)
            if likeness is not None:
                pairs.append((likeness, place, shown_place))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, place, shown_place in sorted(pairs):
        if place not in taken and shown_place not in found:
            found[shown_place] = place
            taken.add(place)
    return found


def likeness_of(movement: Movement, shown: Shown) -> Likeness | None:
    """How well a movement of the law and one of the relevé agree; ``None`` when they are not the same."""
    days = abs(movement.on - shown.on)
    has_other_points = movement.points != shown.points
    has_other_balance = movement.balance != shown.balance
    sets_alike = movement.cause in SETTING and days == 0 and not has_other_balance
    if movement.points * shown.points < 0 and not sets_alike:
        return None
    if shown.act is not None and shown.act in (movement.act, movement.offence):
        return NAMED, days, has_other_points, has_other_balance
    names_another = shown.act is not None and movement.act is not None
    if names_another or (shown.points == 0 and not sets_alike):
        return None
    kind = kind_of_nearness(days, has_other_points)
    return None if kind is None else (kind, days, has_other_points, has_other_balance)


def kind_of_nearness(days: int, has_other_points: bool) -> int | None:
    """Why two movements that no act tells to be the same are; ``None`` when they are too far apart."""
    if days == 0:
        return SAME_DAY
    if not has_other_points and days <= NEAR:
        return NEAR_DAY
    return CLOSE_DAY if days <= CLOSE else None
