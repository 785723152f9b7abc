"""Which tests are still to try a mutant."""

import json
from pathlib import Path

import pytest

from proof import results
from proof.judging import Verdict
from proof.mutations import Mutant, mutants_of
from proof.results import Results, World, world_called, world_of_today

BEFORE = World("law", {"test_a.py": "1", "test_b.py": "1"})
MORE_TESTS = World("law", {"test_a.py": "1", "test_b.py": "2", "test_c.py": "1"})
OTHER_LAW = World("other law", BEFORE.modules)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of results."""
    monkeypatch.setattr(results, "FOLDER", tmp_path)
    monkeypatch.setattr(results, "KILLED", tmp_path / "killed")
    return tmp_path


def a_mutant() -> Mutant:
    """A slip in a rule of two lines."""
    return mutants_of("capital", "def full(points: int) -> bool:\n    return points >= 12\n")[0]


def survived(world: World, folder: Path) -> Results:
    """The results of a module whose mutant survived in a world that was remembered."""
    (folder / f"world-{world.name}.json").write_text(json.dumps(world), encoding="utf-8")
    found = Results("capital")
    found.keep(a_mutant(), Verdict(False, ""), world)
    return Results("capital")


def test_every_test_tries_a_mutant_at_first(kept: Path) -> None:
    """And one that survived in a world that nobody remembers."""
    found = Results("capital")

    assert ["test_a.py", "test_b.py"] == found.to_try(a_mutant(), BEFORE)
    found.keep(a_mutant(), Verdict(False, ""), OTHER_LAW)
    assert ["test_a.py", "test_b.py"] == found.to_try(a_mutant(), BEFORE)


def test_a_survivor_is_tried_again_by_the_tests_that_changed(kept: Path) -> None:
    """By all of them when the law did; by none when nothing has changed."""
    found = survived(BEFORE, kept)

    assert [] == found.to_try(a_mutant(), BEFORE)
    assert ["test_b.py", "test_c.py"] == found.to_try(a_mutant(), MORE_TESTS)
    assert ["test_a.py", "test_b.py"] == found.to_try(a_mutant(), OTHER_LAW)


def test_a_kill_is_kept_while_its_function_is_written_the_same(kept: Path) -> None:
    """Whatever else changes; another text of the function is another mutant."""
    found = survived(BEFORE, kept)
    found.keep(a_mutant(), Verdict(True, "test_a.py::test_full"), BEFORE)

    assert [] == Results("capital").to_try(a_mutant(), OTHER_LAW)
    assert ["test_a.py", "test_b.py"] == found.to_try(a_mutant()._replace(digest="other"), BEFORE)


def test_the_world_of_today_is_remembered(kept: Path) -> None:
    """The modules of tests apart, what they share together."""
    world = world_of_today()

    assert world == world_called(world.name)
    assert "tests/law/test_days.py" in world.modules
    assert "tests/law/lives.py" not in world.modules


def test_no_module_of_tests_reads_another() -> None:
    """Else a test could change while its module does not."""
    modules = [results.ROOT / path for path in (results.ROOT / results.TESTS).rglob("test_*.py")]
    readers = [path.name for path in modules if "import test_" in path.read_text() or ".test_" in path.read_text()]

    assert [] == readers


def test_a_kill_is_known_in_a_new_clone(kept: Path) -> None:
    """A survivor is not: the tests of the clone try it."""
    found = Results("capital")
    killed, other = mutants_of("capital", "def full(points: int) -> bool:\n    return points >= 12\n")[:2]
    found.keep(killed, Verdict(True, "test_a.py::test_full"), BEFORE)
    found.keep(other, Verdict(False, ""), BEFORE)
    found.keep_kills([killed, other])
    found.path.unlink()
    cloned = Results("capital")

    assert [] == cloned.to_try(killed, OTHER_LAW)
    assert ["test_a.py", "test_b.py"] == cloned.to_try(other, BEFORE)
