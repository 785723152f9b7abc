"""The functions of the law, by the name that a page, a mutant or a pin gives them: ``restoration.interrupts``."""

import importlib
import inspect
import pkgutil
from types import CodeType, FunctionType, ModuleType

import mespoints.law
from mespoints.law.rules import RULES

PACKAGE = "mespoints.law."


def modules() -> dict[str, ModuleType]:
    """Every module of the law by its short name: ``restoration``, ``explain.fields``."""
    names = [module.name for module in pkgutil.walk_packages(mespoints.law.__path__, PACKAGE)]
    return {name.removeprefix(PACKAGE): importlib.import_module(name) for name in sorted(names)}


def every_function() -> dict[str, FunctionType]:
    """The functions that the modules of the law define, in the order of the modules and of their text."""
    return {
        f"{short}.{name}": plain_function(value)
        for short, module in modules().items()
        for name, value in vars(module).items()
        if is_function(value) and plain_function(value).__module__ == module.__name__
    }


def every_rule() -> dict[str, FunctionType]:
    """The rules among them."""
    modules()
    return {name.removeprefix(PACKAGE): plain_function(rule) for name, rule in sorted(RULES.items())}


def is_function(value: object) -> bool:
    """Whether a value is a function written in Python, alone or under the memory of its answers."""
    return callable(value) and isinstance(inspect.unwrap(value), FunctionType)


def plain_function(value: object) -> FunctionType:
    """The function as it is written, without the memory of its answers that may surround it."""
    assert callable(value)
    written = inspect.unwrap(value)
    assert isinstance(written, FunctionType)
    return written


def function_or_method(module: str, name: str) -> FunctionType | None:
    """The function behind a name such as ``Gaps.day``; None when it is behind something else."""
    found: object = importlib.import_module(PACKAGE + module)
    for part in name.split("."):
        found = inspect.getattr_static(found, part, None)
    if isinstance(found, property):
        found = found.fget
    if isinstance(found, staticmethod | classmethod):
        found = found.__func__
    return plain_function(found) if is_function(found) else None


def code_of(module: CodeType, name: str) -> CodeType:
    """The code of a function inside the code of its module; the last of that name, as Python itself would keep."""
    code = module
    for part in name.split("."):
        inside = [one for one in code.co_consts if isinstance(one, CodeType) and one.co_name == part]
        code = inside[-1]
    return code
