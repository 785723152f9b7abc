"""The wrong versions of a module."""

import ast

import pytest

from proof.mutations import mutants_of, mutated

RULE = '''
"""A module."""

from other import LIMIT

FIRST = day_of(2011, 1)
__all__ = ["rule"]


@rule
def rule(day: int, names: list[str]) -> int:
    """Less than 5 and more than 3."""
    if day < LIMIT and names:
        return 6
    assert day != 4
    names.append("word")
    names.append("some words")
    return max(day, 1)


class Row:
    def method(self) -> None:
        for _ in self:
            raise ValueError(f"{self} is {1}")
'''


def changes(place: str) -> set[tuple[str, str]]:
    """What changes in a function, or in the module."""
    return {(mutant.before, mutant.after) for mutant in mutants_of("module", RULE) if mutant.place == place}


def test_the_slips_of_a_function() -> None:
    """Boundaries, conditions, numbers, words, calls and answers; not docstrings, annotations, prose or assertions."""
    condition = "day < LIMIT and names"

    assert {
        (condition, "day < LIMIT or names"),
        (condition, "day < LIMIT"),
        (condition, "names"),
        (condition, "False"),
        (condition, "True"),
        ("day < LIMIT", "day <= LIMIT"),
        ("day < LIMIT", "day >= LIMIT"),
        ("return 6", "return 7"),
        ("return 6", "return 5"),
        ("names.append('word')", "pass"),
        ("names.append('word')", "names.append('word?')"),
        ("names.append('some words')", "pass"),
        ("return max(day, 1)", "return max(day, 1) + 1"),
        ("max(day, 1)", "min(day, 1)"),
        ("max(day, 1)", "max(day, 2)"),
        ("max(day, 1)", "max(day, 0)"),
    } == changes("module.rule")


def test_the_slips_outside_functions() -> None:
    """Days and tables."""
    others = {f"day_of({year}, {month})" for year, month in ((2012, 1), (2010, 1), (2011, 2), (2011, 0))}

    assert {("day_of(2011, 1)", other) for other in others} == changes("module")


def test_the_slips_of_a_method() -> None:
    """A loop never entered, a refusal left out."""
    refusal = "raise ValueError(f'{self} is {1}')"

    assert {
        (f"for _ in self: {refusal}", f"for _ in (): {refusal}"),
        (refusal, "pass"),
    } == changes("module.Row.method")


@pytest.mark.parametrize("mutant", mutants_of("module", RULE), ids=lambda mutant: mutant.name)
def test_a_mutant_differs_in_one_place_and_compiles(mutant: object) -> None:
    """The rest of the module is as written."""
    tree = mutated(RULE, mutant)  # type: ignore[arg-type]
    compile(tree, "module", "exec")
    lines, written = ast.unparse(tree).splitlines(), ast.unparse(ast.parse(RULE)).splitlines()

    assert len([line for line in written if line not in lines]) <= 1


def test_two_mutants_have_two_names() -> None:
    """Of those that read alike, the second says that it is."""
    source = "def f() -> None:\n    g(1)\n    g(1)\n"
    names = [mutant.name for mutant in mutants_of("module", source)]

    assert len(names) == len(set(names))
    assert "module.f: g(1) -> g(2) #2" in names
