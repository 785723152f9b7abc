"""The file of an invented country, written block by block, and its year of reference set beside the published one."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa

from mespoints.law.days import NEVER, Day, day_of
from mespoints.national.batch import Engine
from mespoints.national.columns import SCHEMA
from mespoints.national.country import LICENCES, PUBLISHED, YEAR
from mespoints.national.plain import question
from mespoints.national.replaying import cores_here, in_order
from mespoints.national.synthesis import LICENCES_A_BLOCK, block_of
from mespoints.national.writing import grouped_file
from mespoints.national.years import Years, no_years, years_of

FULL = 12


class Made(NamedTuple):
    """An invented country: licences, rows, the year of reference, and how many licences held 12 points at its end."""

    licences: int
    rows: int
    year: Years
    at_twelve: int
    with_points: int


def synthesize(
    path: Path, licences: int, seed: int, on: Day, engine: Engine, *, cores: int = 0,
    tell: Callable[[int], None] | None = None,
) -> Made:  # fmt: skip
    """Write so many licences of ``acts/1``, the same for one seed whatever the cores. Raises OSError."""

    def make(block: int) -> tuple[pa.RecordBatch, Years, int, int]:
        count = min(LICENCES_A_BLOCK, licences - block * LICENCES_A_BLOCK)
        rows = block_of(seed, block, count, on, engine)
        moved = engine.answer(rows, question(day_of(YEAR, 12, 31), NEVER, strict=False), movements=True)
        balance = moved.balances["balance"].drop_null().to_numpy()
        return rows, years_of(moved.every_movement(), YEAR, YEAR), int((balance == FULL).sum()), len(balance)

    made = Made(0, 0, no_years(YEAR, YEAR), 0, 0)
    blocks = range(-(-licences // LICENCES_A_BLOCK))
    with grouped_file(path, SCHEMA) as file:
        for rows, year, at_twelve, held in in_order(make, blocks, cores or cores_here()):
            file.write(rows)
            made = Made(
                min(made.licences + LICENCES_A_BLOCK, licences), made.rows + len(rows), made.year.plus(year),
                made.at_twelve + at_twelve, made.with_points + held,
            )  # fmt: skip
            if tell is not None:
                tell(made.licences)
    return made


def beside_published(made: Made) -> list[tuple[str, float, float]]:
    """Each measure: its name, as published, and as invented at the scale of the whole country."""
    invented = {name: count * LICENCES / made.licences for name, count in made.year.of(YEAR).items()}
    invented["share_at_twelve"] = made.at_twelve / max(made.with_points, 1)
    return [(name, published, invented[name]) for name, published in PUBLISHED.items() if name in invented]
