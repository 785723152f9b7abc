"""How a mutant reads: what changes in it, with just enough of what is around."""

import ast
import copy

Step = tuple[str, int | None]
"""From a node of the tree to one below: the field, and the place when the field is a list."""

WHOLE = ast.expr | ast.stmt | ast.keyword | ast.arguments
"""Nodes whose text reads by itself."""

LONGEST = 120
AROUND = 24
"""How many signs of a long text tell a mutant, and how many around what changes."""


def described(nodes: tuple[ast.AST, ...], path: tuple[Step, ...], shown: ast.AST) -> str:
    """What stands at the end of a path, in its text: a number or a word with what is around it, which says more.

    ``nodes``: those of the path, from the module to the one that changes. In a table, the whole of its line.
    """
    for depth in range(len(path) - 1, -1, -1):
        node = nodes[depth]
        if isinstance(node, ast.Dict):
            place = path[depth][1] or 0
            table = copy.deepcopy(node)
            put(table, path[depth:], shown)
            return ": ".join(on_one_line(one) for one in (table.keys[place], table.values[place]) if one is not None)
        if isinstance(node, ast.stmt):
            break
    if not isinstance(nodes[-1], ast.Constant | ast.Name):
        return on_one_line(shown)
    depth = next(d for d in range(len(path) - 1, -1, -1) if isinstance(nodes[d], WHOLE))
    whole = copy.deepcopy(nodes[depth])
    put(whole, path[depth:], shown)
    return on_one_line(whole)


def on_one_line(node: ast.AST) -> str:
    """The text of a node."""
    return " ".join(ast.unparse(ast.fix_missing_locations(copy.deepcopy(node))).split())


def cut(before: str, after: str) -> tuple[str, str]:
    """Two texts, of which only what differs and what is near it is kept when they are long."""
    if max(len(before), len(after)) <= LONGEST:
        return before, after
    same = alike_at_first(before, after)
    alike = alike_at_first(before[same:][::-1], after[same:][::-1])
    start = max(0, same - AROUND)
    return around(before, start, len(before) - alike), around(after, start, len(after) - alike)


def around(text: str, start: int, end: int) -> str:
    """A piece of a text and what follows it, with dots for the rest; a long piece is cut too."""
    end = min(end, start + LONGEST) + AROUND
    return f"{'...' if start else ''}{text[start:end]}{'...' if end < len(text) else ''}"


def alike_at_first(one: str, other: str) -> int:
    """How many signs two texts share before they differ."""
    return next((place for place, pair in enumerate(zip(one, other, strict=False)) if len(set(pair)) > 1), 0)


def put(tree: ast.AST, path: tuple[Step, ...], replacement: ast.AST) -> None:
    """Set a node of the tree."""
    *way, (field, place) = path
    node = tree
    for name, at in way:
        node = getattr(node, name) if at is None else getattr(node, name)[at]
    if place is None:
        setattr(node, field, replacement)
    else:
        getattr(node, field)[place] = replacement
