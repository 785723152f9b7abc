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
    return led


class Rebinding:
    """Leads functions, and all that they call, to others.

    ``replaced``: what takes the place of a function of the law, made once those that it calls are led themselves; it
    is given the function as the law has it. ``finish``: what is done at the end to each function (compiling it).
    """

    def __init__(
        self,
        replaced: Mapping[FunctionType, Callable[[Callable[..., Any]], FunctionType]],
        finish: Callable[[FunctionType], Callable[..., Any]] | None = None,
    ) -> None:
        """See the class."""
        self.replaced = replaced
        self.finish = finish
        self.done: dict[FunctionType, Callable[..., Any]] = {}

    def led(self, function: FunctionType) -> Callable[..., Any]:
        """The function of the law that a function becomes; one that nothing changes stays itself."""
        if function not in self.done:
            self.done[function] = self.made(function)
        return self.done[function]

    def made(self, function: FunctionType) -> Callable[..., Any]:
        """The same, made now."""
        inside = {name: self.led(one) for name, one in functions_read(function).items() if one is not function}
        changed = {name: one for name, one in inside.items() if one is not function.__globals__[name]}
        ours: Callable[..., Any]
        if self.finish is not None:
            ours = self.finish(with_globals(function, inside))
        else:
            ours = with_globals(function, changed) if changed else named_in_its_module(function)
        if function not in self.replaced:
            return ours
        reformed = self.replaced[function](ours)
        if self.finish is None:
            return reformed
        return self.finish(reformed)


def named_in_its_module(function: FunctionType) -> Callable[..., Any]:
    """What the law itself calls under that name: the function with the memory of its answers, when it has one."""
    found: Callable[..., Any] = vars(sys.modules[function.__module__])[function.__name__]
    return found
