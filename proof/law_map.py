"""``docs/law.md``, from docstrings, pins, doubts and sentences: ``python -m proof.law_map``.

``make map`` finds the pins again first. What the map cannot show is said, and the status is then 1.
"""

import re
import sys
from pathlib import Path

from proof import doubts, scope, sentences
from proof.bench import ROOT
from proof.citations import Citation
from proof.pins import OF_CASES, Pins, read_pins
from proof.sentences import Sentence

CODE_DE_LA_ROUTE = "Code de la route"
PAGE = ROOT / "docs" / "law.md"

OPENING = """\
# Map of the law

From an article to the functions that carry it, and from each function to tests and public cases that fail without it.
From a sentence on a page to its articles and to the functions that decide it. From a doubt to its reading.

- A sentence on a page ends with its articles: look for the article below, or for some words of the sentence under
  [Sentences](#sentences). Articles are those of the Code de la route unless another code is named.
- A function is a link to its file; its docstring names the article again. A test or a case is a link to its file.
- Where a text leaves a choice, the reading is under [Doubts](#doubts); smaller questions are in
  [ADR 8](adr/0008-readings-where-the-texts-are-silent.md).

Written by `make map`, never by hand: articles come from the docstrings, the scope from `proof/scope.csv`, the tests
from knocking each function out and seeing what fails (`proof/pins.py`). A life told by hand can hide a mistake that
two readers share: the whole is also compared with a second implementation on random lives
(`tests/law/test_against_oracle.py`).
"""


def page() -> str:
    """The whole page."""
    pins = read_pins()
    parts = [OPENING, "## Articles\n", *articles(pins), "## Rules without an article\n", *without_article(pins)]
    parts += ["## Sentences\n", *told("reason of a movement", sentences.movements())]
    parts += [*told("duty", sentences.duties()), "## Doubts\n", *register_of_doubts()]
    return "\n".join(parts)


def articles(pins: Pins) -> list[str]:
    """A table for each article, in the order of the scope."""
    lines: list[str] = []
    article = ""
    for row in scope.rows_shown():
        if row.article != article:
            article = row.article
            lines += [*([""] if lines else []), f"### {heading(article)}\n"]
            lines += [] if row.code == CODE_DE_LA_ROUTE else [f"{row.code}.\n"]
            lines += ["| part | what it decides | function | tests | cases |", "|---|---|---|---|---|"]
        lines += rows_of(row, pins)
    return [*lines, ""]


def rows_of(row: scope.Row, pins: Pins) -> list[str]:
    """The lines of one part: one for each function."""
    if row.elsewhere:
        return [f"| {row.part} | {row.decides} | none: {row.elsewhere} | | |"]
    lines = []
    for place, name in enumerate(scope.deciding().get(row.citation, [])):
        part, decides = (row.part, row.decides) if place == 0 else ("", "")
        lines.append(f"| {part} | {decides} | {function_link(name)} | {pinned(name, pins)} |")
    return lines


def without_article(pins: Pins) -> list[str]:
    """The calendar and the exchange format."""
    names = [name for name, articles in scope.cited().items() if not articles]
    lines = [f"| {function_link(name)} | {pinned(name, pins)} |" for name in names]
    return ["| function | tests | cases |", "|---|---|---|", *lines, ""]


def pinned(name: str, pins: Pins) -> str:
    """The tests, then the cases, that fail without a function."""
    tests = [test for test in pins.get(name, []) if not test.startswith(OF_CASES)]
    cases = [test.partition("[")[2].removesuffix("]") for test in pins.get(name, []) if test.startswith(OF_CASES)]
    return f"{', '.join(map(test_link, tests))} | {', '.join(f'[{c}](../tests/cases/{c}.json)' for c in cases)}"


def told(what: str, found: list[Sentence]) -> list[str]:
    """The table of the sentences of movements, or of duties."""
    lines = [f"| {what} | sentence, with its gaps | articles | decided by |", "|---|---|---|---|"]
    for sentence in found:
        texts = dict.fromkeys(f"« {re.sub(r'{[^}]*}', '…', text)} »" for text in sentence.texts.values())
        links = ", ".join(map(article_link, sentence.articles))
        functions = ", ".join(map(function_link, sentence.functions))
        lines.append(f"| `{sentence.name}` | {'<br>'.join(texts)} | {links} | {functions} |")
    return [*lines, ""]


def register_of_doubts() -> list[str]:
    """Every doubt, in order."""
    lines = ["| doubt | reading | functions | tests |", "|---|---|---|---|"]
    for doubt in doubts.doubts():
        functions = ", ".join(map(function_link, doubt.functions))
        tests = ", ".join(f"[`{name}`]({relative(path)})" for name, path in doubt.tests)
        lines.append(f"| D{doubt.number} | {doubt.reading} | {functions} | {tests} |")
    return [*lines, ""]


def heading(article: str) -> str:
    """``Art. L. 223-6``; a number of the Code de procédure civile stands alone."""
    return f"Art. {article.removeprefix('C. pr. civ. ')}"


def article_link(citation: Citation) -> str:
    """An article with its part, as a link to its table."""
    words = f"{citation.article}, {citation.part}" if citation.part else citation.article
    return f"[{words}](#{anchor(heading(citation.article))})"


def anchor(words: str) -> str:
    """What a link to a heading says: small letters, no points, hyphens for spaces."""
    return re.sub(r"[^\w -]", "", words).lower().replace(" ", "-")


def links() -> set[str]:
    """Where the page leads."""
    return set(re.findall(r"\]\(([^)\s]+)\)", page()))


def function_link(name: str) -> str:
    """``restoration.interrupts``, as a link to its file."""
    module = name.rpartition(".")[0].replace(".", "/")
    return f"[`{name}`](../src/mespoints/law/{module}.py)"


def test_link(test: str) -> str:
    """The name of a test, as a link to its file."""
    path, _, name = test.partition("::")
    return f"[`{name.partition('[')[0]}`](../{path})"


def relative(path: Path) -> str:
    """A file as the page names it."""
    return f"../{path.relative_to(ROOT).as_posix()}"


def faults() -> list[str]:
    """All that the map cannot show."""
    pins = read_pins()
    unpinned = [f"{name}: no test is known to fail without it" for name in scope.cited() if not pins.get(name)]
    gone = [f"{name}: pinned, and no function of the law" for name in pins if name not in scope.cited()]
    cited = {article for sentence in sentences.movements() + sentences.duties() for article in sentence.articles}
    missing = [f"{a.article} {a.part}: cited by a sentence, not in the scope" for a in cited if not scope.row_cited(a)]
    return scope.faults() + doubts.faults() + sentences.faults() + sorted(missing) + unpinned + gone


def main() -> int:
    """Write the page, say what it lacks."""
    PAGE.write_text(page(), encoding="utf-8")
    print("\n".join(faults()))
    return 1 if faults() else 0


if __name__ == "__main__":
    sys.exit(main())
