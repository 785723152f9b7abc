"""The mark of a rule of law: it collects the function and leaves it as it is."""

from collections.abc import Callable
from typing import TypeVar

RuleFunction = TypeVar("RuleFunction", bound=Callable[..., object])

RULES: dict[str, Callable[..., object]] = {}


def rule(function: RuleFunction) -> RuleFunction:
    """Record ``function`` as a rule of law, under ``module.name``, and return it unchanged.

    What is collected can be listed, and compiled as it stands: a rule reads and writes ints alone.
    """
    RULES[f"{function.__module__}.{function.__name__}"] = function
    return function
