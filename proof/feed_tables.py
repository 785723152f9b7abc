"""The tables of ``docs/flux.md``, made from the formats that the code reads; run as a program, it writes them there."""

import re
from pathlib import Path

from mespoints.intake.effects import Event
from mespoints.intake.formats import COMMON, FORMATS, ID, NEPH
from mespoints.intake.layouts import FLAGS, LISTS, NUMBERS

PAGE = Path(__file__).parent.parent / "docs" / "flux.md"
MARKED = re.compile(r"(<!-- (\S+) -->\n).*?(?=\n\n|\Z)", re.DOTALL)

IN_CELLS = dict.fromkeys(NUMBERS, "nombre") | dict.fromkeys(FLAGS, "true ou false") | dict.fromkeys(LISTS, "liste")


def page_with_tables(page: str) -> str:
    """The page with each table, below its mark, as the code has it."""
    return MARKED.sub(lambda found: found[1] + table_of(found[2]), page)


def table_of(mark: str) -> str:
    """The table of a format, or that of the keys."""
    return key_table() if mark == "clés" else format_table(mark)


def format_table(feed: str) -> str:
    """One row an event: its keys, those that may be absent in italics, and what it says."""
    rows = [f"| `{name}` | {keys_of(event)} | {event.meaning} |" for name, event in FORMATS[feed].items()]
    return "\n".join(["| `event` | clés | ce que dit la ligne |", "|---|---|---|", *rows])


def keys_of(event: Event) -> str:
    """The keys of an event: the required ones first."""
    required = event.shape.required
    optional = [key for key in event.shape.keys if key not in required]
    return ", ".join([f"`{key}`" for key in required] + [f"*`{key}`*" for key in optional])


def key_table() -> str:
    """One row a key of any format: what it may hold, and how a cell of a CSV writes it."""
    holds = {"id": ID, "neph": NEPH}
    for events in FORMATS.values():
        for event in events.values():
            holds |= event.shape.keys
    rows = [
        f"| `{key}` | {one.expected.replace('|', '')} | {IN_CELLS.get(key, 'texte')} |"
        for key, one in sorted(holds.items())
        if key not in COMMON or key in ("id", "neph")
    ]
    return "\n".join(["| clé | ce qu'elle contient | dans une cellule |", "|---|---|---|", *rows])


def main() -> None:
    """Write the tables again."""
    PAGE.write_text(page_with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
