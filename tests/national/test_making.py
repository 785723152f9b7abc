"""An invented country is the same for one seed, and its year of reference is near the published one."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from mespoints.law import kinds
from mespoints.law.days import NEVER, day_of
from mespoints.national import making, synthesis
from mespoints.national.batch import Engine
from mespoints.national.country import PUBLISHED
from mespoints.national.making import Made, beside_published, synthesize
from mespoints.national.plain import question
from mespoints.national.reading import whole_batches

ON = day_of(2025, 12, 31)
FAR = {"full_restorations"}
"""Counted otherwise than published (see the report of the command)."""


@pytest.fixture(scope="module")
def country(fast: Engine, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Made]:
    """Sixty thousand licences, in two blocks."""
    path = tmp_path_factory.mktemp("country") / "acts.parquet"
    return path, synthesize(path, 60_000, 3, ON, fast)


def test_one_seed_one_country(fast: Engine, tmp_path: Path) -> None:
    """Whatever the number of cores; another seed makes another country."""
    for name, seed, cores in (("one", 3, 1), ("again", 3, 2), ("other", 4, 2)):
        synthesize(tmp_path / name, 2000, seed, ON, fast, cores=cores)

    assert (tmp_path / "one").read_bytes() == (tmp_path / "again").read_bytes()
    assert (tmp_path / "one").read_bytes() != (tmp_path / "other").read_bytes()


def test_the_file_is_one_that_can_be_replayed(country: tuple[Path, Made], fast: Engine, plain: Engine) -> None:
    """Read back, its licences are answered alike by both engines; it holds every kind of fact that it should."""
    path, made = country
    batches = list(whole_batches(path, 1000))
    asked, some = question(ON, NEVER, strict=False), batches[7]
    found = {kind for batch in batches for kind in batch["kind"].unique().to_pylist()}

    assert made.rows == sum(len(batch) for batch in batches) == pq.read_metadata(path).num_rows
    assert plain.answer(some, asked).balances.to_pylist() == fast.answer(some, asked).balances.to_pylist()
    assert {
        kinds.LICENCE_OBTAINED, kinds.DECIDED, kinds.STAGE, kinds.SUSPENSION, kinds.REVISED, kinds.LETTRE_48SI
    } == found  # fmt: skip


def test_the_year_of_reference_is_near_the_published_one(country: tuple[Path, Made]) -> None:
    """Within a quarter for what is common, half as many again for what is rare in so few licences."""
    _, made = country
    wide = {"invalidations": 1.5, "points_of_six": 1.5}
    rows = beside_published(made)

    assert set(PUBLISHED) - {"points_speeding"} == {name for name, _, _ in rows}
    assert [] == [
        (name, published, found)
        for name, published, found in rows
        if name not in FAR and not 1 / wide.get(name, 1.25) < found / published < wide.get(name, 1.25)
    ]


def test_blocks_do_not_depend_on_each_other(fast: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The first licences are the same in a small country and in a large one."""
    monkeypatch.setattr(synthesis, "LICENCES_A_BLOCK", 50)
    monkeypatch.setattr(making, "LICENCES_A_BLOCK", 50)
    for count in (100, 170):
        synthesize(tmp_path / str(count), count, 1, ON, fast)
    small, large = (pq.read_table(tmp_path / str(count)) for count in (100, 170))

    assert small == large.slice(0, len(small))
    assert list(range(1, 171)) == large["licence"].unique().to_pylist()
