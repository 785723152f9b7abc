"""What a tutorial makes its reader do: the files to write, the commands to type and what they answer, in order."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PAGES = Path(__file__).parent.parent.parent / "docs" / "tutoriels"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"`([\w.-]+\.(?:json|csv))`[^`\n]*:\n\n$")
PROMPT = "$ "


class Shown(NamedTuple):
    """A command and the answer that the page gives it."""

    command: str
    answer: str


def text_of(page: str) -> str:
    """A tutorial by its name."""
    return (PAGES / f"{page}.md").read_text(encoding="utf-8")


def files_of(text: str) -> dict[str, str]:
    """The files that the page has its reader write: their name is in the sentence that leads to them."""
    blocks = ((NAMED.search(text[: block.start()]), block) for block in BLOCK.finditer(text))
    return {named[1]: block[2] for named, block in blocks if named}


def commands_of(text: str) -> Iterator[Shown]:
    """The commands of the blocks of a console, each with the lines below it."""
    for block in BLOCK.finditer(text):
        if block[1] == "console":
            for part in f"\n{block[2]}".split(f"\n{PROMPT}")[1:]:
                command, _, answer = part.partition("\n")
                yield Shown(command, answer.strip("\n"))
