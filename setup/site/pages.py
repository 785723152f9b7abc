"""What the site has that ``docs/`` has not: the pages of the root, and links for a reader who has no source at hand.

MkDocs calls the functions whose names begin with ``on_``. Inside ``docs/`` its strict mode checks links and anchors.
"""

import re
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).parent.parent.parent
OF_THE_ROOT = {f"projet/{name}.md": f"{name}.md" for name in ("README", "CHANGELOG", "CONTRIBUTING", "SECURITY")}
"""Pages of the site that are files of the root of the repository."""

CODE_OR_LINK = re.compile(
    r"(?P<code>^(?P<fence> *```).*?^(?P=fence)$|`[^`\n]+`)"
    r"|\[(?P<text>(?:[^\[\]]|\[[^\]]*\])*)\]\((?P<target>[^)\s]+)\)",
    re.MULTILINE | re.DOTALL,
)
FRENCH = re.compile(r"\b(?:le|la|les|des|une|est|du)\b", re.IGNORECASE)
ENGLISH = re.compile(r"\b(?:the|of|and|an|is|that|it)\b", re.IGNORECASE)
BEGINNING = 1000
"""Characters enough to tell a language, before a page quotes the other one."""

ITEM = re.compile(r"\d+\. ")


def on_files(files: "Files", config: "MkDocsConfig") -> "Files":
    """Add the pages of the root."""
    from mkdocs.structure.files import File  # not above: tests of the rest do not need the generator

    for page, source in OF_THE_ROOT.items():
        files.append(File.generated(config, page, content=(ROOT / source).read_text(encoding="utf-8")))
    return files


def on_page_markdown(markdown: str, page: "Page", config: "MkDocsConfig", files: "Files") -> str:  # noqa: ARG001
    """Make a page ready to be laid out, and say its language to the template."""
    page.meta["lang"] = language_of(markdown)
    return indented(linked(markdown, page.file.src_uri))


def language_of(markdown: str) -> str:
    """``fr`` or ``en``: the one whose small words are there more often where the page begins."""
    beginning = markdown[:BEGINNING]
    return "fr" if len(FRENCH.findall(beginning)) > len(ENGLISH.findall(beginning)) else "en"


def linked(markdown: str, page: str) -> str:
    """The text of a page, its links leading to pages of the site; one that leads to the source is its words alone."""

    def replaced(found: re.Match[str]) -> str:
        if found["code"]:
            return found[0]
        target = target_on_site(found["target"], page)
        return f"[{found['text']}]({target})" if target else found["text"]

    return CODE_OR_LINK.sub(replaced, markdown)


def target_on_site(link: str, page: str) -> str | None:
    """Where a link of a page leads on the site; nothing when the site does not have it."""
    if re.match(r"#|\w+:", link):
        return link
    path, mark, anchor = link.partition("#")
    place = normpath(join(dirname(OF_THE_ROOT.get(page, f"docs/{page}")), path))
    if (ROOT / place).is_dir():
        place += "/README.md"
    if place.startswith("docs/"):
        target = place.removeprefix("docs/")
    else:
        target = next((name for name, source in OF_THE_ROOT.items() if source == place), "")
    return relpath(target, dirname(page) or ".") + mark + anchor if target else None


def indented(markdown: str) -> str:
    """What goes on inside a numbered item, moved from the three spaces of the house to the four that MkDocs wants.

    Fenced code inside an item becomes indented code, which it knows.
    """
    lines, in_item, in_fence = [], False, False
    for line in markdown.split("\n"):
        if line and not line.startswith(" "):
            in_item = bool(ITEM.match(line)) and not in_fence
        if in_item and line.startswith("   ```"):
            in_fence = not in_fence
            lines.append("")
        elif in_item and line.startswith("   "):
            lines.append((" " * 5 if in_fence else " ") + line)
        else:
            lines.append(line)
    return "\n".join(lines)
