"""Commands as a page shows them, played in order in a folder of their own: what each answers, and its status.

One process plays all those that share an environment: starting Python and Django again for each would take a minute.
"""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from tests.registers import begin

EXPORT = "export "
PROGRAM = """
import io, json, shlex, sys
from mespoints.cli.commands import run

def play(command, text):
    said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    sys.stdin, sys.stdout, sys.stderr = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"), said, said
    try:
        status = run(shlex.split(command)[1:])
    finally:
        sys.stdin, sys.stdout, sys.stderr = sys.__stdin__, sys.__stdout__, sys.__stderr__
    return {"command": command, "status": status, "said": said.buffer.getvalue().decode()}

print(json.dumps([play(*step) for step in json.load(sys.stdin)]))
"""


class Answer(NamedTuple):
    """What a command answered: what it wrote on both outputs, in order, and its status."""

    command: str
    status: int
    said: str


class Step(NamedTuple):
    """A command, and what is typed while it runs."""

    command: str
    typed: str = ""


def play(folder: Path, steps: Iterable[Step]) -> Iterator[Answer]:
    """Play ``mespoints ...`` and ``export NAME=VALUE ...``; other programs are not for a page that is tested."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MESPOINTS_", "DATABASE_"))}
    variables = {**kept, "MESPOINTS_DATA": str(begin(folder / "var")), "PYTHONIOENCODING": "utf-8"}
    for is_export, group in groupby(steps, key=lambda step: step.command.startswith(EXPORT)):
        if not is_export:
            yield from in_one_process(folder, list(group), variables)
            continue
        for step in group:
            variables.update(pair.split("=", 1) for pair in shlex.split(step.command.removeprefix(EXPORT)))
            yield Answer(step.command, 0, "")


def in_one_process(folder: Path, steps: list[Step], variables: dict[str, str]) -> list[Answer]:
    """Commands that share an environment."""
    assert all(step.command.startswith("mespoints ") for step in steps), steps
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], input=json.dumps(steps), capture_output=True, text=True, encoding="utf-8",
        check=False, cwd=folder, env=variables,
    )  # fmt: skip
    assert 0 == done.returncode, done.stderr
    return [Answer(**answer) for answer in json.loads(done.stdout)]


def agrees(shown: str, said: str) -> bool:
    """Whether a page shows what a command said; « … » stands for anything, on a line of its own for whole lines."""
    pattern = re.escape(shown.strip()).replace("…", "(?s:.*)").replace("\\\n", "\n")
    return re.fullmatch(pattern, "\n".join(line.rstrip() for line in said.strip().splitlines())) is not None
