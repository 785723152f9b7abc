"""The sentences that a person reads, each with its articles and the functions that decide it.

A movement is told by its reason, a duty by its name. The functions are those of the law that name the reason, or the
duty, in their code or through a table of their module.
"""

import ast
from functools import cache
from typing import NamedTuple

from mespoints.law.articles import ARTICLES_OF_DUTY, ARTICLES_OF_REASON
from mespoints.law.explain.citing import DETAILS, DETAILS_OF_DUTY, Detail
from mespoints.law.explain.language import language_of
from mespoints.law.reasons import REASON_NAMES
from proof.bench import LAW, module_of
from proof.citations import Citation

TELLING = ("articles.py", "reasons.py")
"""Modules that name every reason and decide none; so do those of ``explain``."""


class Sentence(NamedTuple):
    """A reason or a duty, the key and the text of each French sentence that tells it."""

    name: str
    texts: dict[str, str]
    articles: list[Citation]
    functions: list[str]


def movements() -> list[Sentence]:
    """Every reason, in the order of ``law.reasons``."""
    texts = texts_of_reasons()
    return [
        Sentence(
            name,
            texts[name],
            [cited(article, DETAILS.get(number, {})) for article in ARTICLES_OF_REASON[number]],
            functions_naming().get(f"reasons.{name}", []),
        )
        for number, name in REASON_NAMES.items()
    ]


def texts_of_reasons() -> dict[str, dict[str, str]]:
    """The sentences of each reason: a key begins with the name of its reason."""
    found: dict[str, dict[str, str]] = {name: {} for name in REASON_NAMES.values()}
    for key, text in language_of("fr").because.items():
        name = max((name for name in found if f"{key}_".startswith(f"{name.lower()}_")), key=len)
        found[name][key] = text
    return found


def duties() -> list[Sentence]:
    """Every duty that has its articles."""
    texts = {key: text for key, text in language_of("fr").duties.items() if key.endswith(".because")}
    return [
        Sentence(
            duty,
            {key: text for key, text in texts.items() if key.startswith(duty)},
            [cited(article, DETAILS_OF_DUTY[duty]) for article in articles],
            functions_naming().get(repr(duty), []),
        )
        for duty, articles in ARTICLES_OF_DUTY.items()
    ]


def cited(article: str, details: dict[str, Detail]) -> Citation:
    """``L223-6`` with its alinéa, as the scope writes it."""
    number = article.rpartition(" ")[2]
    detail = details.get(article, "")
    return Citation(f"{number[0]}. {number[1:]}", f"al. {detail}" if isinstance(detail, int) else detail)


@cache
def functions_naming() -> dict[str, list[str]]:
    """The functions that name a reason (``reasons.TAKEN``) or a word (``'restitution'``), directly or by a table."""
    found: dict[str, list[str]] = {}
    for path in sorted(LAW.glob("*.py")):
        if path.name not in TELLING:
            body = ast.parse(path.read_text(encoding="utf-8")).body
            tables = [(assigned(node), named(node)) for node in body if isinstance(node, ast.Assign | ast.AnnAssign)]
            for node in body:
                if isinstance(node, ast.FunctionDef):
                    names = named(node)
                    names |= {name for table, inside in tables if table in names for name in inside}
                    for name in names:
                        found.setdefault(name, []).append(f"{module_of(path)}.{node.name}")
    return found


def assigned(node: ast.Assign | ast.AnnAssign) -> str:
    """The name that a statement of the module gives."""
    return ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)


def named(node: ast.AST) -> set[str]:
    """The names, the attributes and the words inside a node."""
    inside = ast.walk(node)
    return {ast.unparse(one) for one in inside if isinstance(one, ast.Name | ast.Attribute | ast.Constant)}


def faults() -> list[str]:
    """Reasons and duties that no sentence tells, or that no function decides."""
    everything = movements() + duties()
    found = [f"{sentence.name}: no sentence tells it" for sentence in everything if not sentence.texts]
    return found + [f"{sentence.name}: no function decides it" for sentence in everything if not sentence.functions]
