"""The rows that the fold reads and writes, the words they are made of, and its working memory.

Rows hold ints alone, so that the same fold runs as plain Python or compiled. Ids, articles and
sentences are attached afterwards, from tables (``law.statement``, ``law.explain``).
"""

from typing import NamedTuple

from mespoints.law.days import Day


class Row(NamedTuple):
    """One fact, ready to fold. The first five fields are its place in the order of D4.

    ``established_on``: ``final_on`` of an offence, ``ended_on`` of a stage. ``began_on``: ``committed_on`` of an
    offence, the day a licence was obtained. ``act``: place of the act in the dossier, -1 for the opening licence.
    ``grade``: class of an offence (1 to 5, 6 for a délit), ``law.probations`` of a licence, 1 for a stage that can
    give points, 1 for a carried delay that is lengthened. ``points``: of an offence, or the carried balance; 1 for a
    foreign licence. ``group``: episode (-1: none), ``started_on`` of a stage, the carried ceiling, place of the offence
    that a 48SI names (-1: none), place of the ban that ends. ``delay_from``: ``last_final_on`` of a balance carried
    over (0: none).
    """

    day: Day
    kind: int
    established_on: Day
    began_on: Day
    act: int
    grade: int
    points: int
    group: int
    delay_from: Day = 0


DELIT = 6
"""The grade of a délit, above the five classes of contravention."""


class MovementRow(NamedTuple):
    """One movement as ints. ``total``: the signed sum after it. ``act`` and ``offence``: places in the
    dossier (-1: none) of the act that moved it, and of the offence whose points come or go. ``ground``: place of the
    act that explains it (the offence that a delay runs from, or that broke it; the stage that bars another)."""

    day: Day
    cause: int
    points: int
    total: int
    ceiling: int
    act: int
    offence: int
    reason: int
    letter: int
    ground: int = -1
