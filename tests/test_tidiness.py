"""The habits of the house, checked: sizes, layers of the law, clocks, citations, glossary, words that do not belong."""

import ast
import importlib
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

import mespoints.law
from mespoints.law.rules import RULES

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "mespoints"
LAW = SOURCE / "law"
GLOSSARY = ROOT / "docs" / "glossaire.md"
ENGLISH = Path(__file__).parent / "tidiness" / "english.txt"

NOT_OURS = {".git", ".venv", "var", "build", "dist", "node_modules", "__pycache__"}
"""Folders that the repository does not hold; so are those that begin with a dot and end with ``_cache``."""

TEXT = {
    ".py", ".md", ".toml", ".lock", ".html", ".css", ".svg", ".typ", ".yml", ".json", ".csv", ".po", ".txt", ".ics", "",
}  # fmt: skip

TOO_LONG: dict[str, str] = {
    # "path" or "path:function": one line with its reason.
}

MAY_READ_CLOCK_AND_ENVIRONMENT = ("config", "cli", "demo")
MAY_PRINT = ("cli", "demo")

CLOCKS = re.compile(
    r"(^|\.)(datetime\.(now|utcnow|today)|date\.today|time\.(time|time_ns)|timezone\.now"
    r"|os\.(environ|getenv))$"
)
CLOCK_IMPORTS = {("os", "environ"), ("os", "getenv"), ("time", "time"), ("time", "time_ns")}

ARTICLE = re.compile(
    r"\b[LR]\. ?\d{3}(-\d+|\b)"  # Code de la route, of today or the former one
    r"|Code (de procédure civile|du travail|pénal|de procédure pénale), art\. [LR]?\.? ?\d"
    r"|\b(loi|law|décret) (n° |of )?\d"
    r"|no article of law|format ``\w+/\d``",  # said openly: the calendar, the exchange format
    re.IGNORECASE,
)

# Put together here so that this file does not hold them.
REGISTRIES = [
    ".".join(parts)
    for parts in [
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("deb", "debian", "org"),
        ("archive", "ubuntu", "com"),
        ("ghcr", "io"),
        ("docker", "io"),
    ]
]
LEFT_OVER = re.compile(
    r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" * 3, "HA" + "CK", "WI" + "P"]) + r")\b"
    r"|^<{7} |^>{7} |\b" + "break" + r"point\(\)|\bpdb\.set_" + "trace"
)


def files() -> Iterator[Path]:
    """Every text file of the repository."""
    folders = [ROOT]
    while folders:
        for path in sorted(folders.pop().iterdir()):
            if path.is_dir():
                if path.name not in NOT_OURS and not path.name.endswith(("_cache", ".egg-info", ".hypothesis")):
                    folders.append(path)
            elif path.suffix in TEXT:
                yield path


def modules(folder: Path) -> list[Path]:
    """The Python files below a folder."""
    return sorted(path for path in folder.rglob("*.py") if not NOT_OURS & set(path.parts[len(ROOT.parts) :]))


def part(path: Path) -> str:
    """The part of the source that a file belongs to: ``law``, ``cli``..."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def name(path: Path) -> str:
    """The path from the root of the repository."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """The module, parsed once for all the tests."""
    return ast.parse(path.read_text(encoding="utf-8"), name(path))


def functions(module: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a module, at any depth."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def imported(module: ast.AST) -> Iterator[tuple[str, str]]:
    """What a module imports: module and name, the name empty for a whole module."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)


# --- Sizes -----------------------------------------------------------------------------------------------------------


def long_functions(path: Path, most: int) -> Iterator[str]:
    """The functions of a file that have more lines than ``most``."""
    for function in functions(tree(path)):
        lines = (function.end_lineno or 0) - function.lineno + 1
        place = f"{name(path)}:{function.name}"
        if lines > most and place not in TOO_LONG:
            yield f"{place} has {lines} lines, at most {most}"


@pytest.mark.parametrize(("folder", "most"), [("src", 300), ("tests", 500), ("benchmarks", 300), ("drills", 300)])
def test_modules_are_short(folder: str, most: int) -> None:
    """A module fits in 300 lines, a test module in 500."""
    sizes = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules(ROOT / folder)}

    assert {} == {path: size for path, size in sizes.items() if size > most and path not in TOO_LONG}


def test_functions_are_short() -> None:
    """A function fits in 40 lines, a function of the law in 25."""
    found = [
        line for path in modules(SOURCE) if "migrations" not in path.parts
        for line in long_functions(path, 25 if part(path) == "law" else 40)
    ]  # fmt: skip

    assert [] == found


def test_exceptions_are_needed() -> None:
    """An exception to the sizes names something that is still there and still too long."""
    places = {name(path) for path in files()}
    for path in modules(SOURCE):
        places |= {f"{name(path)}:{function.name}" for function in functions(tree(path))}

    assert set() == set(TOO_LONG) - places
    assert all(TOO_LONG.values())


# --- Where things live -----------------------------------------------------------------------------------------------


def test_there_is_no_drawer() -> None:
    """A function lives with the idea it serves, not in a module for everything."""
    drawers = {"util", "utils", "helper", "helpers", "common", "misc", "tools"}

    assert [] == [name(path) for path in modules(SOURCE) if drawers & {path.stem, path.parent.name}]


def test_the_law_stands_alone() -> None:
    """The law imports the standard library and itself, nothing else."""
    allowed = set(sys.stdlib_module_names)
    found = [
        f"{name(path)} imports {module}"
        for path in modules(LAW)
        for module, _ in imported(tree(path))
        if module.split(".")[0] not in allowed and not module.startswith("mespoints.law")
    ]

    assert [] == found


def clock_readings(path: Path) -> Iterator[str]:
    """Where a module asks the system for the time, or reads its environment."""
    module = tree(path)
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute) and CLOCKS.search(ast.unparse(node)):
            yield f"{name(path)}:{node.lineno} {ast.unparse(node)}"
    yield from (f"{name(path)} imports {'.'.join(pair)}" for pair in imported(module) if pair in CLOCK_IMPORTS)


def test_time_comes_in_as_an_argument() -> None:
    """Only the configuration, the command line and the demonstration read the clock or the environment."""
    found = [
        line for path in modules(SOURCE) if part(path) not in MAY_READ_CLOCK_AND_ENVIRONMENT
        for line in clock_readings(path)
    ]  # fmt: skip

    assert [] == found


def test_only_the_command_line_prints() -> None:
    """What a page or a rule has to say, it returns."""
    found = [
        f"{name(path)}:{node.lineno}"
        for path in modules(SOURCE)
        if part(path) not in MAY_PRINT
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]

    assert [] == found


def test_every_table_has_its_rights() -> None:
    """What the application's role may do with a table is written with the table, and nothing is written for none."""
    from mespoints.config.roles import RIGHTS, tables

    assert tables() == sorted(RIGHTS), "a line in RIGHTS of config/roles.py: what the application does with the table"


# --- The law cites its sources ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def rules() -> dict[str, str]:
    """The docstring of every rule of law."""
    for module in pkgutil.walk_packages(mespoints.law.__path__, "mespoints.law."):
        importlib.import_module(module.name)
    return {rule: (function.__doc__ or "").strip() for rule, function in RULES.items()}


def test_every_rule_cites_its_article(rules: dict[str, str]) -> None:
    """A rule of law names its article, or says that it has none."""

    assert [] == [rule for rule, docstring in rules.items() if not ARTICLE.search(docstring)]


def test_every_rule_begins_with_a_plain_sentence(rules: dict[str, str]) -> None:
    """What a rule decides is said before where it is written."""

    assert [] == [rule for rule, docstring in rules.items() if not re.match(r"[A-Z0-9].{14,}?[.:)]", docstring)]


# --- The glossary ----------------------------------------------------------------------------------------------------


def words(identifier: str) -> list[str]:
    """The words of an identifier, numbers and single letters left out: ``Lettre48SI`` gives lettre and si."""
    if identifier.startswith("__"):  # Python's own names
        return []
    return [piece.lower() for piece in re.findall(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+", identifier) if len(piece) > 1]


def glossary() -> list[str]:
    """The identifiers of the glossary, in the order of its table."""
    rows = [line.split("|") for line in GLOSSARY.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    return [identifier for row in rows for identifier in re.findall(r"`([^`]+)`", row[2])]


def assigned(target: ast.expr) -> Iterator[str]:
    """The names that an assignment gives."""
    if isinstance(target, ast.Name):
        yield target.id
    elif isinstance(target, ast.Tuple):
        for element in target.elts:
            yield from assigned(element)


def chosen_names(module: ast.Module) -> Iterator[str]:
    """The names that a module chooses for others to read: functions, parameters, classes, fields, constants."""
    for function in functions(module):
        yield function.name
        yield from (argument.arg for argument in ast.walk(function.args) if isinstance(argument, ast.arg))
    for scope in [module, *(node for node in ast.walk(module) if isinstance(node, ast.ClassDef))]:
        if isinstance(scope, ast.ClassDef):
            yield scope.name
        for statement in scope.body:
            targets = statement.targets if isinstance(statement, ast.Assign) else []
            targets = [statement.target] if isinstance(statement, ast.AnnAssign) else targets
            for target in targets:
                yield from assigned(target)


def law_words() -> dict[str, str]:
    """Every word of the names chosen in the law, with one name that holds it."""
    names = {path.stem for path in modules(LAW)}
    names |= {chosen for path in modules(LAW) for chosen in chosen_names(tree(path))}
    return {word: chosen for chosen in sorted(names) for word in words(chosen)}


def test_every_word_of_the_law_is_english_or_in_the_glossary() -> None:
    """A French term becomes an identifier only with its line in the glossary; English words are listed apart."""
    known = set(ENGLISH.read_text(encoding="utf-8").split()) | {
        word for identifier in glossary() for word in words(identifier)
    }
    unknown = {word: chosen for word, chosen in law_words().items() if word not in known}

    assert {} == unknown, "French: a line in docs/glossaire.md. English: a line in tests/tidiness/english.txt."


def test_the_list_of_english_words_is_exact() -> None:
    """Sorted, each word once, each in use, none of them in the glossary."""
    english = ENGLISH.read_text(encoding="utf-8").split()
    french = {word for identifier in glossary() for word in words(identifier)}
    used = set(law_words())

    assert sorted(set(english)) == english
    assert [] == [word for word in english if word not in used or word in french]


def test_every_identifier_of_the_glossary_is_in_use() -> None:
    """A line of the glossary explains a name, or a word of a format, that the source holds."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in modules(SOURCE))
    identifiers = glossary()

    assert len(set(identifiers)) == len(identifiers)
    assert [] == [one for one in identifiers if not re.search(rf"(?<![A-Za-z]){re.escape(one)}(?![a-z])", text)]


# --- Words that do not belong ----------------------------------------------------------------------------------------


def lines_with(patterns: Iterable[re.Pattern[str]]) -> list[str]:
    """The lines of the repository in which a pattern is found."""
    found = []
    for path in files():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if any(pattern.search(line) for pattern in patterns):
                found.append(f"{name(path)}:{number}")
    return found


def test_no_registry_is_named() -> None:
    """Where packages come from is the business of the machine, not of the repository."""

    assert [] == lines_with([re.compile(re.escape(host)) for host in REGISTRIES])


def test_nothing_was_left_for_later() -> None:
    """What is not there yet is said in the README, not in notes across the code."""

    assert [] == lines_with([LEFT_OVER])


def test_links_between_documents_lead_somewhere() -> None:
    """A relative link of a document names a file that exists."""
    link = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
    broken = [
        f"{name(path)}: {target}"
        for path in files()
        if path.suffix == ".md"
        for target in link.findall(path.read_text(encoding="utf-8"))
        if not (path.parent / target).exists()
    ]

    assert [] == broken
