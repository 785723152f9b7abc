"""The examples that ``--help`` gives: each is run, in a folder and on a register where it makes sense."""

import json
import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mespoints.cli.help import HELP
from tests.api.conftest import jwks
from tests.cli.conftest import DOSSIER
from tests.cli.test_cli_check import faithful
from tests.cli.test_service import PERSON
from tests.cli.test_verify_document import folder as documents
from tests.national.conftest import CACHE, fold
from tests.tutorials.console import Answer, Step, play

__all__ = ["documents", "fold"]

pytestmark = pytest.mark.slow  # one register for all, played through once
NEPH = "000000000001"
TODAY = "export MESPOINTS_DEMO=1 MESPOINTS_TODAY=2026-11-28 MESPOINTS_PC_IDPS=annuaire"
AGENT = (
    "--name Ana --service Préfecture --departement 44 --role instruction --email a{}@pref.example --idp annuaire --by B"
)
NEVER_RUN = {
    "serve": "it serves until it is stopped: test_service.py starts one",
    "demo": "so does the demonstration: tests/demo/test_run.py",
}
FEWER = {"1000000": "40", "10000": "60", "1000": "20"}
"""Numbers of lines or licences that show the same thing sooner."""

ELSEWHERE = re.compile(r"(?<= )/[\w./-]+")
"""A path of another machine: the same is made in the folder of the test."""

TYPED = {"--neph": f"{NEPH}\n"}
OTHERWISE = {
    "restore": (2, "on ne restaure que dans une base vide", "the operator's tutorial restores into an empty register"),
    "dispatch": (1, "mis de côté", "the invented people of generate have offences without a place"),
    "roles": (2, "PostgreSQL", "test_roles.py applies them"),
    "replay": (1, ": 60.", "the lines of this file are still wrong"),
    "authorities close": (2, "aucune autorité", "nobody has it: test_authorities.py closes one"),
    "examine 0000000012-1": (1, "0000000012-1", "no letter of that number: test_examining.py decides one"),
}
"""Examples that end otherwise than with 0 here, what they then say, and why."""


def examples() -> list[str]:
    """Every example once: those of the two languages often differ by the names of their files alone."""
    found: dict[tuple[str, ...], str] = {}
    for command, text in HELP.items():
        for line in re.findall(r"^    (mespoints .*)$", text, re.MULTILINE):
            if command not in NEVER_RUN and "--help" not in line:
                options = [word for word in shlex.split(line) if word.startswith("-")]
                found.setdefault((command, str(len(shlex.split(line))), *options), line)
    return list(found.values())


def within(folder: Path, line: str) -> str:
    """The same command on fewer lines, and on files of this folder."""
    for long, short in FEWER.items():
        line = re.sub(rf"(?<= ){long}(?= |$)", short, line)
    return ELSEWHERE.sub(lambda path: f"{folder}{path[0]}", line)


def furnish(folder: Path, documents: Path) -> None:
    """The files that the examples name."""
    for path in ELSEWHERE.findall(" ".join(examples())):
        (folder / path.lstrip("/")).parent.mkdir(parents=True, exist_ok=True)
    wrong = "".join(f"antai/1;offence;F{n};{NEPH};c4;12;2026-10-05\n" for n in range(60))
    heading = "format;event;id;neph;class;points;committed_on\n"
    person = {**PERSON, "dossier": {**DOSSIER, "licence": {**DOSSIER["licence"], "neph": "000000000002"}}}
    files = {
        "dossier.json": json.dumps(DOSSIER),
        "dossiers.jsonl": 2 * f"{json.dumps(DOSSIER)}\n",
        "releve.json": json.dumps(faithful()),
        "antai.csv": f"{heading}antai/1;offence;A1;{NEPH};c4;4;2026-10-05\n",
        "people.jsonl": f"{json.dumps(PERSON)}\n",
        "registre.jsonl": f"{json.dumps(person)}\n",
        "durand.jwks": jwks(),
        **{f"file{n}.csv": f"{heading}antai/1;offence;B{n};{NEPH};c4;4;2026-10-05\n" for n in range(10)},
        "wrong.csv": heading + wrong,
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "attestation.pdf").write_bytes((documents / "attestation.pdf").read_bytes())
    for name in ("certificats.pem", "certificates.pem"):
        (folder / name).write_bytes((documents / "certificates.pem").read_bytes())
    (folder / "var").mkdir(exist_ok=True)
    (folder / "var" / "compiled").symlink_to(CACHE)


def steps(folder: Path) -> Iterator[Step]:
    """What comes before, then the examples: those that make a file or need an empty register first."""
    yield Step(TODAY)
    first = re.compile(r"mespoints (generate|backup|seal|nation synthesize|authorities add)")
    lines = sorted(examples(), key=lambda line: not first.match(line))
    empty = [line for line in lines if line.endswith("--load")]
    yield from (Step(within(folder, line)) for line in empty)
    yield Step("mespoints intake people.jsonl")
    yield from (Step(f"mespoints intake file{n}.csv") for n in range(10))
    yield Step("mespoints intake wrong.csv")
    yield from (Step(f"mespoints agents add {AGENT.format(n)}") for n in range(12))
    for line in (line for line in lines if line not in empty):
        typed = next((text for option, text in TYPED.items() if option in line), "")
        yield Step(within(folder, line), typed)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory, documents: Path, fold: Callable[..., int]) -> dict[str, Answer]:
    """All of them played on one register, in one process."""
    folder = tmp_path_factory.mktemp("examples")
    furnish(folder, documents)
    return {answer.command.replace(str(folder), ""): answer for answer in play(folder, steps(folder))}


@pytest.mark.parametrize("line", examples())
def test_an_example_does_what_it_says(line: str, answers: dict[str, Answer]) -> None:
    """It ends well, or as the table above says."""
    answer = answers[within(Path(), line).replace(" ./", " /")]
    words = line.removeprefix("mespoints ")
    status, said, _why = next((told for start, told in OTHERWISE.items() if words.startswith(start)), (0, "", ""))

    assert (status, True) == (answer.status, said in answer.said), answer.said


def test_what_is_not_run_is_still_a_command() -> None:
    """The list of those that are read alone, and of those that end otherwise, names nothing that is gone."""
    lines = [line.removeprefix("mespoints ") for line in examples()]

    assert set(HELP) >= set(NEVER_RUN)
    assert [] == [start for start in OTHERWISE if not any(line.startswith(start) for line in lines)]
    assert {command for command in HELP if command not in NEVER_RUN and command != "nation"} == {
        command for command in HELP if any(line.startswith(command) for line in lines)
    } - {"nation"}
