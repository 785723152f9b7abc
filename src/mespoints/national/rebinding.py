"""The functions of the law led elsewhere: the same code, where some of the names that it reads lead to other functions.

So the rules are compiled without a second text of any of them, and a reform takes the place of the one rule that it
changes.
"""

import inspect
import sys
from collections.abc import Callable, Mapping
from types import FunctionType
from typing import Any

OURS = ("mespoints.law.", "mespoints.national.engine")
"""Where the functions are that are led elsewhere: the law, and what leads it one licence after the other."""


def plain_function(value: object) -> FunctionType | None:
    """The function of ours behind a value, without the memory of its answers that may surround it; or None."""
    if not callable(value):
        return None
    written = inspect.unwrap(value)
    return written if isinstance(written, FunctionType) and written.__module__.startswith(OURS) else None


def functions_read(function: FunctionType) -> dict[str, FunctionType]:
    """The functions of the law that a function names."""
    found = {name: plain_function(function.__globals__.get(name)) for name in function.__code__.co_names}
    return {name: value for name, value in found.items() if value is not None}


def with_globals(function: FunctionType, known: Mapping[str, Any]) -> FunctionType:
    """The same code, where some names lead elsewhere."""
    led = FunctionType(
        function.__code__, {**function.__globals__, **known}, function.__name__, function.__defaults__,
        function.__closure__,
    )  # fmt: skip
    led.__kwdefaults__ = function.__kwdefaults__
    led.__annotations__ = function.__annotations__
    return led


Finish = Callable[[FunctionType], Callable[..., Any]]
"""What is done to each function in the end: compiling it, or nothing."""

Change = Callable[[FunctionType, Finish], FunctionType]
"""What takes the place of a function: it is given the function as the law has it, those that it calls led already."""


def as_it_is(function: FunctionType) -> Callable[..., Any]:
    """A function that stays plain."""
    return function


class Rebinding:
    """Leads functions, and all that they call, to others: those that ``replaced`` names to what takes their place."""

    def __init__(self, replaced: Mapping[FunctionType, Change], finish: Finish = as_it_is) -> None:
        self.replaced = replaced
        self.finish = finish
        self.done: dict[FunctionType, Callable[..., Any]] = {}

    def led(self, function: FunctionType) -> Callable[..., Any]:
        """What a function of the law becomes; plain, one that nothing changes stays itself."""
        if function not in self.done:
            self.done[function] = self.made(function)
        return self.done[function]

    def made(self, function: FunctionType) -> Callable[..., Any]:
        """The same, made now."""
        inside = {name: self.led(one) for name, one in functions_read(function).items() if one is not function}
        changed = {name: one for name, one in inside.items() if one is not function.__globals__[name]}
        if function in self.replaced:
            return self.finish(self.replaced[function](with_globals(function, inside), self.finish))
        if self.finish is as_it_is and not changed:
            return named_in_its_module(function)
        return self.finish(with_globals(function, inside))


def named_in_its_module(function: FunctionType) -> Callable[..., Any]:
    """What the law itself calls under that name: the function with the memory of its answers, when it has one."""
    found: Callable[..., Any] = vars(sys.modules[function.__module__])[function.__name__]
    return found
