"""A rule knocked out: in its place an answer of the right type that is wrong, wherever the rule was imported."""

from types import FunctionType
from typing import Any, get_type_hints

from proof.functions import every_function


def wrong(answer: Any) -> Any:
    """Another answer of the same type: the other truth, one more, one fewer, no text, an empty set."""
    if isinstance(answer, bool):
        return not answer
    if isinstance(answer, int):
        return answer + 1
    if isinstance(answer, str):
        return ""
    if answer is None:
        return 1
    if isinstance(answer, tuple) and hasattr(answer, "_fields"):
        return type(answer)(*(wrong(part) if isinstance(part, int) else part for part in answer))
    if isinstance(answer, set):
        return set()
    if isinstance(answer, tuple | list) and answer:
        return type(answer)(answer[:-1])
    return answer


def wrongly(*given: Any, **named: Any) -> Any:
    """The code that takes the place of a rule that answers; the rule as written is a name beside it."""
    return _wrong(_as_written(*given, **named))  # type: ignore[name-defined]  # noqa: F821 - set by knock_out


def nothing(*given: Any, **named: Any) -> None:
    """The code that takes the place of a rule that answers nothing: it moves nothing either."""


def knock_out(name: str) -> None:
    """Do it to one function of the law. For good: in a fork."""
    function = every_function()[name]
    written = FunctionType(function.__code__, function.__globals__, function.__name__, function.__defaults__)
    written.__kwdefaults__ = function.__kwdefaults__
    stand_in = nothing if get_type_hints(function).get("return") is type(None) else wrongly
    function.__globals__.update(_as_written=written, _wrong=wrong)
    function.__defaults__ = function.__kwdefaults__ = None
    function.__code__ = stand_in.__code__
