"""The rules compiled once for all the tests, and the columns of random lives."""

import fcntl
import random
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pytest

from mespoints.law.acts import Dossier
from mespoints.law.reading import read_dossier
from mespoints.national.batch import Engine
from mespoints.national.columns import columns_of, facts_of
from mespoints.national.compiling import compiled_fold
from tests.oracle.histories import procedural_history, random_history

CACHE = Path(__file__).parent.parent.parent / "var" / "compiled"


@pytest.fixture(scope="session")
def fold() -> Callable[..., int]:
    """The compiled fold; whoever runs the tests beside us waits for it rather than compile it too."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return compiled_fold(CACHE)


@pytest.fixture(scope="session")
def fast(fold: Callable[..., int]) -> Engine:
    """The engine that compiled rules drive."""
    return Engine(fold)


@pytest.fixture(scope="session")
def plain() -> Engine:
    """The engine of the plain rules."""
    return Engine(None)


class Lives(NamedTuple):
    """Random lives, as dossiers and as columns; licence n is the dossier at place n."""

    dossiers: list[Dossier]
    acts: pa.RecordBatch


@pytest.fixture(scope="session")
def lives() -> Lives:
    """Two hundred lives in which the hard things are frequent; a third of them are full of procedures."""
    dossiers = []
    for seed in range(200):
        chance = random.Random(f"nation {seed}")
        history = procedural_history if seed % 3 == 0 else random_history
        dossiers.append(read_dossier(history(chance)))
    return Lives(dossiers, columns_of(enumerate(map(facts_of, dossiers))))
