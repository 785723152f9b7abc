"""The compiled fold and the plain one agree on lives that judges and the minister revise again and again."""

import random

import pytest

from mespoints.law import causes, kinds
from mespoints.law.acts import Dossier
from mespoints.law.days import NEVER, day_of
from mespoints.law.reading import read_dossier
from mespoints.law.reasons import REASON_NAMES
from mespoints.law.rows import Row
from mespoints.national.batch import Engine
from mespoints.national.columns import Fact, columns_of, facts_of
from mespoints.national.layout import MOST_ROWS
from mespoints.national.plain import question
from tests.oracle.histories import procedural_history

NAMELESS = 10_000
"""The place of an act that no row tells of."""
OF_WITHDRAWALS = (causes.WITHDRAWAL_ANNULLED, causes.WITHDRAWAL_SUSPENDED, causes.WITHDRAWAL_SUSPENDED)
OF_LETTERS = (causes.LETTRE_48SI_ANNULLED, causes.LETTRE_48SI_SUSPENDED, causes.LETTRE_48SI_SUSPENDED)
SUSPENDING = (causes.WITHDRAWAL_SUSPENDED, causes.LETTRE_48SI_SUSPENDED)
TOLD = {
    "ANNULMENT_BACK", "ANNULMENT_HELD_AGAIN", "ANNULMENT_NO_CHANGE", "EXCHANGED", "EXCHANGE_REFUSED",
    "LETTER_48SI_ANNULLED", "LETTER_48SI_ANNULLED_NEW_LICENCE", "LETTER_48SI_NOT_IN_FORCE", "LETTER_48SI_SUSPENDED",
    "LETTER_48SI_SUSPENSION_OVER", "WITHDRAWAL_SUSPENDED", "WITHDRAWAL_SUSPENDED_HELD_AGAIN",
    "WITHDRAWAL_SUSPENDED_NO_CHANGE", "WITHDRAWAL_SUSPENSION_OVER", "WITHDRAWAL_SUSPENSION_OVER_LOST_AGAIN",
    "WITHDRAWAL_SUSPENSION_OVER_NO_CHANGE",
}  # fmt: skip
"""Every reason of a revision."""


def more_revisions(dossier: Dossier, chance: random.Random) -> list[Fact]:
    """The facts of a dossier, and further decisions on its letters and withdrawals, some never recorded in time."""
    facts = facts_of(dossier)
    letters = [fact.row for fact in facts if fact.row.kind == kinds.LETTRE_48SI]
    offences = [fact.row for fact in facts if fact.row.kind == kinds.DECIDED]
    for place in range(len(dossier.acts), len(dossier.acts) + chance.choice((1, 3, 6))):
        of = chance.choice([rows for rows in (letters, letters, offences) if rows] or [[facts[0].row]])
        named = chance.choice(of)
        on = named.day + chance.choice((0, 0, 1, 30, 100, 300, 700))
        cause = chance.choice(OF_WITHDRAWALS if of is offences else (*OF_LETTERS, causes.LICENCE_EXCHANGED))
        group = named.act if of is offences else chance.choice((-1, max(named.act, -1), NAMELESS))
        until_on = on + chance.choice((0, 1, 29, 200)) if cause in SUSPENDING and chance.random() < 0.7 else 0
        group = -1 if cause == causes.LICENCE_EXCHANGED else group
        row = Row(on, kinds.REVISED, 0, 0, place, cause, 0, group)
        facts.append(Fact(row, until_on, recorded_on=on + chance.choice((0, 0, 0, 400))))
    return facts


@pytest.fixture(scope="module")
def revised() -> list[list[Fact]]:
    """Sixty lives before the judge."""
    chances = [random.Random(f"revised {seed}") for seed in range(60)]
    return [more_revisions(read_dossier(procedural_history(chance)), chance) for chance in chances]


@pytest.mark.parametrize("strict", [False, True], ids=["registered", "strict"])
def test_a_licence_lived_again_is_the_plain_one(
    fast: Engine, plain: Engine, revised: list[list[Fact]], strict: bool
) -> None:
    """Same balances, same movements, whatever revises whatever, ends, comes late or names what is not there."""
    acts, told = columns_of(enumerate(revised)), set()
    for on, known_on in ((day_of(2030, 1, 1), NEVER), (day_of(2021, 6, 1), day_of(2021, 1, 1))):
        asked = question(on, known_on, strict=strict)
        found, expected = (engine.answer(acts, asked, movements=True) for engine in (fast, plain))
        told |= {REASON_NAMES[reason] for reason in found.movements["reason"].to_pylist()}

        assert {} == found.plain
        assert expected.balances.to_pylist() == found.balances.to_pylist()
        assert expected.movements == found.movements
    assert set() == TOLD - told


def test_more_revisions_than_there_is_room_for(fast: Engine, plain: Engine) -> None:
    """The licence is left to the plain rules."""
    day = day_of(2020, 1, 1)
    facts = [
        Fact(Row(day_of(2000, 1, 1), kinds.LICENCE_OBTAINED, 0, day_of(2000, 1, 1), -1, 0, 0, -1)),
        Fact(Row(day, kinds.DECIDED, day, day - 40, 0, 3, 2, -1)),
    ]
    for place in range(1, MOST_ROWS // 2 + 2):
        row = Row(day + 2 * place, kinds.REVISED, 0, 0, place, causes.WITHDRAWAL_SUSPENDED, 0, 0)
        facts.append(Fact(row, until_on=day + 2 * place))
    asked = question(day_of(2021, 1, 1), NEVER, strict=False)
    for few in (facts[:-1], facts):
        acts = columns_of([(1, few)])
        found = fast.answer(acts, asked, movements=True)

        assert (len(few) == len(facts)) == bool(found.plain)
        assert plain.answer(acts, asked, movements=True).movements == found.movements
