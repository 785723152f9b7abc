"""Days as people type them; and that the simulator has words for everything that the format holds."""

import re

import pytest

from mespoints.law.days import iso
from mespoints.law.holds import DAY, FLAG, ID, TEXT, Holds
from mespoints.law.shapes import ACTS, LICENCE
from mespoints.portal.simulator.choices import choices_of
from mespoints.portal.simulator.days import as_typed, typed_day
from mespoints.portal.simulator.lines import UNASKED
from mespoints.portal.simulator.words import KEYS, KINDS, OF_KIND

ASKED_OF_A_LICENCE = ("obtained_on", "probation", "territory", "foreign")


@pytest.mark.parametrize(
    "text",
    [
        "12/06/2015", "12.6.2015", "12-06-2015", "12,06,2015", "12 06 2015", "12062015", " 12/06/2015 ", "2015-06-12",
        "12 juin 2015", "12 Juin 2015", "12 June 2015", "12th June 2015", "12 jun 2015",
    ],
)  # fmt: skip
def test_a_day_is_typed_in_many_ways(text: str) -> None:
    """The day comes first, whatever stands between; a month has a number or a name, in either language."""
    day = typed_day(text)

    assert day is not None
    assert iso(day) == "2015-06-12"


@pytest.mark.parametrize(
    ("text", "day"),
    [("1er août 2020", "2020-08-01"), ("3 fevrier 2020", "2020-02-03"), ("9 dec 2021", "2021-12-09")],
)
def test_accents_and_short_months_are_understood(text: str, day: str) -> None:
    """« 1er », no accent, the first letters of a month."""
    found = typed_day(text)

    assert found is not None
    assert iso(found) == day


@pytest.mark.parametrize(
    "text",
    [
        "", "hier", "31/02/2020", "29/02/2019", "12/13/2015", "12/06/15", "1 jui 2020", "12/06", "12/06/2015/1",
        "0/1/2020", "12/06/1899", "12/06/2201", "١٢/٠٦/٢٠١٥", "12/06/2015\x00", "1" * 500,
    ],
)  # fmt: skip
def test_a_day_that_may_be_another_is_not_guessed(text: str) -> None:
    """No such day, a year of two figures, a month that may be June or July: nothing."""
    assert typed_day(text) is None


def test_a_day_is_shown_as_it_is_typed() -> None:
    """What the page shows is understood when it comes back."""
    day = typed_day("1 janvier 2024")

    assert day is not None
    assert as_typed(day) == "01/01/2024"
    assert typed_day(as_typed(day)) == day


def words_expected(holds: Holds) -> set[str]:
    """The words that a key may hold, as the law lists them when it refuses another."""
    return set(re.findall(r"[\w-]+", holds.expected.partition(":")[2])) if ":" in holds.expected else set()


def unworded() -> list[str]:
    """Every kind, key or word of the format for which the simulator has no words."""
    missing = [f"words.KINDS: {kind}" for kind in ACTS if kind not in KINDS]
    keys = [(kind, key, holds) for kind, shape in ACTS.items() for key, holds in shape.keys.items()]
    keys += [("licence", key, LICENCE.keys[key]) for key in ASKED_OF_A_LICENCE]
    for kind, key, holds in keys:
        if key in UNASKED:
            continue
        if key not in KEYS and (kind, key) not in OF_KIND:
            missing.append(f"words.KEYS: {key} (of {kind})")
        if holds not in (DAY, FLAG, ID, TEXT):
            found = words_expected(holds) - set(choices_of(kind, key))
            missing += [f"choices.CHOICES: {key}: {word} (of {kind})" for word in sorted(found)]
    return missing


def test_everything_of_the_format_has_words() -> None:
    """A new kind of act, a new key or a new word says here what it lacks."""
    assert unworded() == []


def test_no_word_is_left_over() -> None:
    """Words are of kinds and keys that the format still has."""
    keys = {key for shape in ACTS.values() for key in shape.keys} | set(ASKED_OF_A_LICENCE)
    pairs = {(kind, key) for kind, shape in ACTS.items() for key in shape.keys}

    assert set(KINDS) - set(ACTS) == set()
    assert set(KEYS) - keys == set()
    assert set(OF_KIND) - pairs == set()


@pytest.mark.parametrize("kind", list(ACTS))
def test_every_kind_has_a_day_of_its_own(kind: str) -> None:
    """The history lists an act under a day that its kind cannot do without."""
    shape = ACTS[kind]

    assert [key for key in shape.required if shape.keys[key] is DAY]
