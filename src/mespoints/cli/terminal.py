"""What a terminal can show: its width, its colours, its characters; and lines laid out to fit."""

import os
import shutil
import sys
import textwrap
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

WIDEST = 110
NARROWEST = 40

NO_BREAK = "\N{NO-BREAK SPACE}"

STYLES = {"strong": "1", "accent": "1;34", "warning": "1;33", "quiet": "2"}


class Page(NamedTuple):
    """What the text is laid out for. ``is_plain``: no character beyond those of old terminals."""

    width: int
    has_colour: bool
    is_plain: bool
    language: str

    def styled(self, text: str, style: str) -> str:
        """The text in a style, on a terminal that shows colours."""
        return f"\033[{STYLES[style]}m{text}\033[0m" if self.has_colour and text else text

    def wrapped(self, text: str, indent: str = "") -> list[str]:
        """The lines of a paragraph; no line ends inside « art. L. 223-6 » or « 4 points »."""
        lines = textwrap.wrap(
            glued(text), self.width, initial_indent=indent, subsequent_indent=indent,
            break_long_words=False, break_on_hyphens=False,
        )  # fmt: skip
        return [line.replace(NO_BREAK, " ") for line in lines]  # so that they can be searched


def glued(text: str) -> str:
    """Keep an article, an alinéa, a number with its word, a whole date, on one line."""
    for start in ("art. ", "L. ", "R. ", "al. ", "para. "):
        text = text.replace(start, start[:-1] + NO_BREAK)
    words = text.split(" ")
    kept = words[:1]
    for before, word in pairwise(words):
        counts = before.lstrip("(").removesuffix("er").isdigit() and word[:1].isalpha()
        ends_date = before.isalpha() and len(word) >= 4 and word[:4].isdigit() and not word[4:5].isdigit()
        joins = counts or ends_date
        kept.append((NO_BREAK if joins else " ") + word)
    return "".join(kept)


def page_of(language: str) -> Page:
    """The page of standard output: colour only on a terminal, none with NO_COLOR."""
    is_terminal = sys.stdout.isatty()
    has_colour = is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = shutil.get_terminal_size((80, 24)).columns
    encoding = (sys.stdout.encoding or "ascii").lower().replace("-", "")
    return Page(max(NARROWEST, min(width, WIDEST)), has_colour, encoding != "utf8", language)


def print_pages(lay_out: Callable[[Page], list[str]], language: str) -> None:
    """Print lines laid out for standard output, as well as it can show them."""
    page = page_of(language)
    text = "\n".join(lay_out(page)) + "\n"
    encoding = sys.stdout.encoding or "ascii"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
