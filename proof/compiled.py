"""The rules of law compiled by numba as they stand: same source, same names, only faster.

The types of a rule are its annotations. Its globals are those of its module, where each other rule gives way to its
compiled self. Numbers of a fixed count (``list[int]``) are arrays, rows are typed lists (docs/adr/0007).
"""

import inspect
import types
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

import numba

from mespoints.law.rules import RULES
from proof.functions import is_function, plain_function

KINDS: Any = numba.types
SIMPLE = {int: numba.int64, bool: numba.boolean, str: KINDS.unicode_type, type(None): KINDS.none}


@cache
def compiled_type(hint: Any) -> Any:
    """The type that numba gives to an annotation of a rule."""
    if hint in SIMPLE:
        return SIMPLE[hint]
    inside = get_args(hint)
    if get_origin(hint) is list:
        return numba.int64[::1] if inside == (int,) else KINDS.ListType(compiled_type(inside[0]))
    if get_origin(hint) is tuple:
        return KINDS.Tuple([compiled_type(one) for one in inside])
    if get_origin(hint) is types.UnionType and len(inside) == 2 and inside[1] is type(None):
        return KINDS.Optional(compiled_type(inside[0]))
    if isinstance(hint, type) and issubclass(hint, tuple):
        return record_type(hint)
    raise TypeError(f"{hint}: no compiled rule takes that")


def record_type(record: type[tuple[Any, ...]]) -> Any:
    """The type of a NamedTuple; numba tells those whose fields are all alike from the others."""
    fields = [compiled_type(hint) for hint in get_type_hints(record).values()]
    if len(set(fields)) == 1:
        return KINDS.NamedUniTuple(fields[0], len(fields), record)
    return KINDS.NamedTuple(fields, record)


def signature(rule: types.FunctionType) -> tuple[Any, ...]:
    """The types of the arguments of a rule, in order."""
    hints = get_type_hints(rule)
    return tuple(compiled_type(hints[name]) for name in inspect.signature(rule).parameters)


def is_rule(value: object) -> bool:
    """Whether a value is a rule of law, under the memory of its answers or not."""
    return is_function(value) and plain_function(value) in {plain_function(rule) for rule in RULES.values()}


@cache
def compiled(rule: types.FunctionType) -> Any:
    """The compiled self of a rule; the code is the rule's own, not a copy of its text."""
    found = {name: value for name, value in globals_read(rule) if is_rule(value)}
    known = {name: compiled(plain_function(value)) for name, value in found.items()}
    return numba.njit(with_globals(rule, known))


def with_globals(function: types.FunctionType, known: dict[str, Any]) -> types.FunctionType:
    """The same code where some names lead elsewhere."""
    globals_ = {**function.__globals__, **known}
    return types.FunctionType(function.__code__, globals_, function.__name__, function.__defaults__)


def globals_read(function: types.FunctionType) -> list[tuple[str, object]]:
    """The globals that a function names, with their values."""
    return [(name, function.__globals__[name]) for name in function.__code__.co_names if name in function.__globals__]
