"""The small wrong versions of a module: one place of its code changed in each, as a slip of the hand would.

What changes: comparisons and their boundaries, ``and``, ``or`` and ``not``, each condition of several, arithmetic,
numbers by one, words of a format or a table, conditions taken for granted or never met, least and greatest, any and
all, answers, statements left out, loops never entered. What stays: docstrings, annotations, decorators, imports,
assertions, and prose: a text with a space in it is not code, and tests of sentences are not mutants' business.
"""

import ast
import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from proof.wording import Step, cut, described, put


class Mutant(NamedTuple):
    """One wrong version. ``function``: the function or method of the module that it changes, "" for code outside.

    ``before`` and ``after``: the expression that changes; ``nth``: which, of those that read alike in the function.
    ``digest``: of the function as written, so that a result is known to be about this very text.
    """

    module: str
    function: str
    line: int
    before: str
    after: str
    nth: int
    digest: str
    path: tuple[Step, ...]
    replacement: ast.AST

    @property
    def place(self) -> str:
        """``restoration.interrupts``, ``restoration`` alone outside functions."""
        return f"{self.module}.{self.function}" if self.function else self.module

    @property
    def is_swappable(self) -> bool:
        """Whether it changes the code of a function; the values of its parameters are made when it is defined."""
        return bool(self.function) and ("args", None) not in self.path

    @property
    def name(self) -> str:
        """How results and judgements call it."""
        return f"{self.place}: {self.before} -> {self.after}" + (f" #{self.nth}" if self.nth > 1 else "")


BOUNDARIES: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
OPPOSITES = {"min": "max", "max": "min", "any": "all", "all": "any"}
LEFT_ALONE = (ast.Import, ast.ImportFrom, ast.Assert, ast.JoinedStr, ast.Raise)
"""Nodes inside which nothing changes; a ``raise`` may go as a whole."""


def mutants_of(module: str, source: str) -> list[Mutant]:
    """Every wrong version of a module, in the order of its text."""
    tree = ast.parse(source)
    found: list[Mutant] = []
    seen: dict[tuple[str, str, str], int] = {}
    for function, top, parents in functions_of(tree):
        node = parents[-1]
        digest = hashlib.sha256(ast.dump(node).encode()).hexdigest()[:16]
        for path, old, above in walk(node, top, parents[:-1]):
            for new in replacements(old, above):
                before, after = cut(described((*above, old), path, old), described((*above, old), path, new))
                nth = seen[function, before, after] = seen.get((function, before, after), 0) + 1
                line = getattr(old, "lineno", 0)
                found.append(Mutant(module, function, line, before, after, nth, digest, path, new))
    return found


def mutated(source: str, mutant: Mutant) -> ast.Module:
    """The tree of the module with the change of a mutant."""
    tree = ast.parse(source)
    put(tree, mutant.path, mutant.replacement)
    return ast.fix_missing_locations(tree)


def functions_of(tree: ast.Module) -> Iterator[tuple[str, tuple[Step, ...], tuple[ast.AST, ...]]]:
    """Every function and method by its name, every other statement under "": its path, and the nodes down to it."""
    for place, statement in enumerate(tree.body):
        path: tuple[Step, ...] = (("body", place),)
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "__all__":
            continue
        if isinstance(statement, ast.ClassDef):
            for at, inner in enumerate(statement.body):
                name = f"{statement.name}.{inner.name}" if isinstance(inner, ast.FunctionDef) else ""
                yield name, (*path, ("body", at)), (tree, statement, inner)
        else:
            yield (statement.name if isinstance(statement, ast.FunctionDef) else ""), path, (tree, statement)


Found = tuple[tuple[Step, ...], ast.AST, tuple[ast.AST, ...]]


def walk(node: ast.AST, path: tuple[Step, ...], parents: tuple[ast.AST, ...]) -> Iterator[Found]:
    """Every node that may change, with its path and what it stands in."""
    yield path, node, parents
    if isinstance(node, LEFT_ALONE):
        return
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "type_params"):
            continue
        for step, child in steps(field, value):
            yield from walk(child, (*path, step), (*parents, node))


def steps(field: str, value: object) -> Iterator[tuple[Step, ast.AST]]:
    """The nodes that a field holds."""
    if isinstance(value, ast.AST):
        yield (field, None), value
    elif isinstance(value, list):
        yield from (((field, place), child) for place, child in enumerate(value) if isinstance(child, ast.AST))


def replacements(node: ast.AST, parents: tuple[ast.AST, ...]) -> Iterator[ast.AST]:
    """What may stand in place of a node."""
    if isinstance(node, ast.Compare):
        yield from compared(node)
    elif isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
        yield from node.values
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield node.operand
    elif isinstance(node, ast.BinOp) and type(node.op) in ARITHMETIC and not is_text(node):
        yield ast.BinOp(node.left, ARITHMETIC[type(node.op)](), node.right)
    elif isinstance(node, ast.Constant):
        yield from other_values(node, parents)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in OPPOSITES:
        yield ast.Call(ast.Name(OPPOSITES[node.func.id], ast.Load()), node.args, node.keywords)
    elif isinstance(node, ast.stmt):
        yield from other_statements(node, parents)
    if isinstance(node, ast.expr) and is_condition(node, parents):
        yield ast.Constant(False)
        if not (isinstance(parents[-1], ast.While) or isinstance(node, ast.Constant)):
            yield ast.Constant(True)


def compared(node: ast.Compare) -> Iterator[ast.Compare]:
    """The same comparison with its boundary moved, or turned round."""
    for place, operator in enumerate(node.ops):
        for other in BOUNDARIES[type(operator)]:
            yield ast.Compare(node.left, [*node.ops[:place], other(), *node.ops[place + 1 :]], node.comparators)


def is_text(node: ast.BinOp) -> bool:
    """Whether a sum joins texts: the difference of texts is no slip anyone makes."""
    return any(isinstance(side, ast.JoinedStr) or is_word(side) for side in (node.left, node.right))


def is_word(node: ast.AST) -> bool:
    """Whether a node is a text."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def other_values(node: ast.Constant, parents: tuple[ast.AST, ...]) -> Iterator[ast.Constant]:
    """A flag turned, a number one more or one less, a word misspelt."""
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
        yield ast.Constant(value - 1)
    elif isinstance(value, str) and value and not any(c.isspace() for c in value) and not stands_alone(parents):
        yield ast.Constant(f"{value}?")


def stands_alone(parents: tuple[ast.AST, ...]) -> bool:
    """Whether a text is a statement by itself: a docstring, or the word on a constant."""
    return isinstance(parents[-1], ast.Expr)


def is_condition(node: ast.expr, parents: tuple[ast.AST, ...]) -> bool:
    """Whether an expression decides which way the code goes."""
    above = parents[-1]
    if isinstance(above, ast.If | ast.IfExp | ast.While):
        return above.test is node
    return isinstance(above, ast.comprehension) and node in above.ifs


def other_statements(node: ast.stmt, parents: tuple[ast.AST, ...]) -> Iterator[ast.AST]:
    """The statement left out, a loop never entered, another answer."""
    if may_be_left_out(node):
        yield ast.Pass()
    elif isinstance(node, ast.For):
        yield ast.For(node.target, ast.Tuple([], ast.Load()), node.body, node.orelse)
    elif isinstance(node, ast.Return):
        yield from other_answers(node, parents)


def may_be_left_out(node: ast.stmt) -> bool:
    """Whether the rest still reads without a statement; one that gives a name its value is missed at once."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Call)
    if isinstance(node, ast.Assign):
        return all(isinstance(target, ast.Subscript | ast.Attribute) for target in node.targets)
    return isinstance(node, ast.Raise | ast.Continue | ast.Break | ast.AugAssign)


def other_answers(node: ast.Return, parents: tuple[ast.AST, ...]) -> Iterator[ast.AST]:
    """No answer where a bare return stops; nothing, or one more, where the annotation says what is answered."""
    function = next(parent for parent in reversed(parents) if isinstance(parent, ast.FunctionDef | ast.Lambda))
    if node.value is None:
        yield ast.Pass()
    elif isinstance(function, ast.FunctionDef) and function.returns is not None:
        answer = ast.unparse(function.returns)
        if answer in ("int", "Day") and not isinstance(node.value, ast.Constant):
            yield ast.Return(ast.BinOp(node.value, ast.Add(), ast.Constant(1)))
        elif answer.startswith("list[") and not isinstance(node.value, ast.List):
            yield ast.Return(ast.List([], ast.Load()))
        elif answer.startswith("tuple[") and not isinstance(node.value, ast.Tuple):
            yield ast.Return(ast.Tuple([], ast.Load()))
        elif answer.endswith("| None") and not isinstance(node.value, ast.Constant):
            yield ast.Return(ast.Constant(None))
