"""The site of ``docs/``: its navigation leaves no page out, and its links suit a reader without the source."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from setup.site.pages import OF_THE_ROOT, indented, language_of, linked

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
SETTINGS = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
DECISIONS = {path.name for path in (DOCS / "adr").glob("0*.md")}


def named(entries: list[dict[str, Any]]) -> Iterator[str]:
    """The pages that a part of the navigation names, in its order."""
    for entry in entries:
        for under in entry.values():
            yield from [under] if isinstance(under, str) else named(under)


def test_the_navigation_names_every_page_once() -> None:
    """Every page of docs/ and of the root, and none that does not exist."""
    pages = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")} | set(OF_THE_ROOT)

    assert sorted(pages) == sorted(named(SETTINGS["nav"])), "a line in the navigation of mkdocs.yml"


def test_the_list_of_decisions_is_whole() -> None:
    """Each decision has its line on the page that leads to them."""
    page = (DOCS / "adr" / "README.md").read_text(encoding="utf-8")

    assert [] == [name for name in sorted(DECISIONS) if f"]({name})" not in page]


@pytest.mark.parametrize(
    ("page", "text", "expected"),
    [
        ("law.md", "[a rule](../src/mespoints/law/stage.py)", "a rule"),
        ("law.md", "[`a[0]`](../tests/law/test_days.py), [D1](#d1)", "`a[0]`, [D1](#d1)"),
        ("README.md", "[décisions](adr)", "[décisions](adr/README.md)"),
        ("tutoriels/juriste.md", "[six](../../CONTRIBUTING.md#six)", "[six](../projet/CONTRIBUTING.md#six)"),
        ("projet/README.md", "![drawn](docs/pictures/home.png)", "![drawn](../pictures/home.png)"),
        ("projet/README.md", "[c](CHANGELOG.md), [w](https://example.org/)", "[c](CHANGELOG.md), [w](https://example.org/)"),
        ("law.md", "`[x](../src)`\n```\n[x](../src)\n```\n[x](../src)", "`[x](../src)`\n```\n[x](../src)\n```\nx"),
    ],
)  # fmt: skip
def test_a_link_leads_to_the_site_or_is_its_words(page: str, text: str, expected: str) -> None:
    """What the site has is linked where it has it, the source is named only, code stays as it is."""

    assert expected == linked(text, page)


@pytest.mark.parametrize(("page", "language"), [("courrier.md", "fr"), ("law.md", "en"), ("glossaire.md", "fr")])
def test_a_page_is_in_its_language(page: str, language: str) -> None:
    """A page in English that quotes the French law is in English."""

    assert language == language_of((DOCS / page).read_text(encoding="utf-8"))


def test_code_inside_a_numbered_item_stays_inside() -> None:
    """Three spaces become four, a fence becomes four more; what follows the list is left as it is."""
    text = "1. One\n   more:\n\n   ```python\n   x = 1\n   ```\n2. Two\n\nEnd\n   as it was"

    assert "1. One\n    more:\n\n\n        x = 1\n\n2. Two\n\nEnd\n   as it was" == indented(text)
