"""What ``mespoints nation reform`` says of a reform, without replaying anything."""

import pytest

from mespoints.cli.nation_reform import most_changed, share, signed
from mespoints.law.days import day_of
from mespoints.national.comparing import Compared, nothing
from mespoints.national.years import MEASURES


def changed(**measures: int) -> Compared:
    """An outcome in which the last year has so many more of some measures."""
    found = nothing(day_of(2025, 12, 31))
    after = found.after._replace(counted=found.after.counted.copy())
    for name, more in measures.items():
        after.counted[-1, MEASURES.index(name)] = more
    return found._replace(after=after)


@pytest.mark.parametrize(
    ("measures", "drawn"),
    [
        ({"points": 3, "single_points": -90}, "points"),
        ({"single_points": -90, "stages": 4}, "single_points"),
        ({"stages": -4}, "stages"),
        ({}, "points"),
    ],
)
def test_the_picture_shows_what_the_reform_changes(measures: dict[str, int], drawn: str) -> None:
    """The points withdrawn if there are others, else what changes most, were it for less."""

    assert drawn == MEASURES[most_changed(changed(**measures))]


def test_changes_bear_their_sign() -> None:
    """None is a bare nought; a share is written as its language writes it."""

    assert ["+1\N{NO-BREAK SPACE}234", "-5", "0"] == [signed(change) for change in (1234, -5, 0)]
    assert ["-48\N{NO-BREAK SPACE}%", "+5%"] == [share(-0.48, "fr"), share(0.05, "en")]
