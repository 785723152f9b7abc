"""The articles that a docstring of the law names, each with its paragraph or alinéa.

Written as ``Art. L. 223-6, al. 1 and 2; L. 223-1, last alinéa.`` or ``(art. R. 223-1, II, al. 3, and V)``. Articles of
laws and decrees that are not in a code, and what stands between backticks or guillemets, name nothing here.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

LAST = "last alinéa"


class Citation(NamedTuple):
    """``L. 223-6`` and ``al. 3``, or ``R. 223-1`` and ``II, al. 3``; no part for the article as a whole."""

    article: str
    part: str


ARTICLE = re.compile(r"\b(?:(?P<code>[LRD]\. \d+(?:-\d+)*)|(?<=Code de procédure civile, art\. )(?P<civil>\d+))")
SEPARATOR = re.compile(r",? and |, | to ")
PARAGRAPH = re.compile(r"(?P<paragraph>[IVX]+)(?![\w-])")
ALINEA = re.compile(r"al\. (?P<alinea>\d+)")
NUMBER = re.compile(r"(?P<number>\d+)(?![\w°-])")
POINT = re.compile(r"\d+°")


def citations(docstring: str) -> list[Citation]:
    """The articles named, in order, each once."""
    text = re.sub(r"``[^`]*``|«[^»]*»", " ", " ".join(docstring.split()))
    found: list[Citation] = []
    for match in ARTICLE.finditer(text):
        article = match["code"] or f"C. pr. civ. {match['civil']}"
        found += [Citation(article, part) for part in parts_after(text, match.end())]
    return list(dict.fromkeys(found))


def parts_after(text: str, place: int) -> list[str]:
    """The parts of an article that follow its number; the whole article when none does."""
    if text.startswith(f", {LAST}", place):
        return [LAST]
    parts: list[str] = []
    paragraph = ""
    for joined, kind, value in pieces(text, place):
        if kind == "paragraph":
            paragraph = value
            parts.append(value)
        elif joined == " to ":
            first = int(parts[-1].rpartition(" ")[2])
            parts += [alinea(paragraph, number) for number in range(first + 1, int(value) + 1)]
        else:
            if parts and parts[-1] == paragraph:
                parts.pop()
            parts.append(alinea(paragraph, int(value)))
    return parts or [""]


def alinea(paragraph: str, number: int) -> str:
    """``II, al. 3``, or ``al. 3`` of an article without paragraphs."""
    return f"{paragraph}, al. {number}" if paragraph else f"al. {number}"


def pieces(text: str, place: int) -> Iterator[tuple[str, str, str]]:
    """What is listed after an article: how it is joined to what precedes, its kind, its number."""
    may_be_number = False
    while separator := SEPARATOR.match(text, place):
        end = separator.end()
        if point := POINT.match(text, end):
            place = point.end()
        elif paragraph := PARAGRAPH.match(text, end):
            yield separator[0], "paragraph", paragraph["paragraph"]
            place, may_be_number = paragraph.end(), False
        elif number := ALINEA.match(text, end) or (NUMBER.match(text, end) if may_be_number else None):
            yield separator[0], "alinea", number[1]
            place, may_be_number = number.end(), True
        else:
            return
