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

NAMED_ALIKE, NAMED, ALIKE, SAME_POINTS, SAME_DAY, NEAR_DAY, CLOSE_DAY = range(7)
"""How well two movements agree, the best first. Alike: same day, same points, and without an act same balance."""

Likeness = tuple[int, int]
"""One of the above, and the days between the two movements."""


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
    is_named = shown.act is not None and shown.act in (movement.act, movement.offence)
    sets_alike = movement.cause in SETTING and days == 0 and movement.balance == shown.balance
    if movement.points * shown.points < 0 and not sets_alike:
        return None
    if is_named:
        is_alike = days == 0 and movement.points == shown.points
        return (NAMED_ALIKE if is_alike else NAMED), days
    names_another = shown.act is not None and movement.act is not None
    if names_another or (shown.points == 0 and not sets_alike):
        return None
    return likeness_of_days(movement, shown, days)


def likeness_of_days(movement: Movement, shown: Shown, days: int) -> Likeness | None:
    """How well two movements of one sign agree when no act tells that they are the same."""
    has_same_points = movement.points == shown.points
    if days == 0 and has_same_points:
        return (ALIKE if movement.balance == shown.balance else SAME_POINTS), days
    if days == 0:
        return SAME_DAY, days
    if has_same_points and days <= NEAR:
        return NEAR_DAY, days
    return (CLOSE_DAY, days) if days <= CLOSE else None
