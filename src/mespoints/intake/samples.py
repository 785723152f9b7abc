"""Sample files of every feed: the invented lives of invented people, the same for one seed, in both forms.

The lives hold together: taken in whatever order, in JSON lines or in CSV, every line ends accepted or known.
"""

import csv
import io
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from mespoints.intake.formats import FORMATS
from mespoints.intake.layouts import LIST_SEPARATOR, PEOPLE
from mespoints.intake.sample_lives import live, opening
from mespoints.intake.shapes import HOLDER

LAST_DAY = date(2026, 6, 30)
"""Nothing in a sample happens after it, but the ends of validities."""

IN_PEOPLE = 0.4
"""The share of licences that come with ``intake/1``; the others come from the préfecture, or are taken over."""

COMMON = ("format", "event", "id", "neph")

Document = dict[str, Any]


def sample_lines(seed: int, lines: int) -> dict[str, list[Document]]:
    """By format, the lines of about so many in all; each file is in the order in which its source would send it."""
    chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
    found: dict[str, list[Document]] = defaultdict(list)
    number = 0
    while sum(map(len, found.values())) < lines:
        number += 1
        neph = f"99{seed % 10_000:04d}{number:06d}"
        holder, licence = opening(chance, LAST_DAY)
        origin = "people" if chance.random() < IN_PEOPLE else chance.choice(("prefecture/1", "take_over/1"))
        if origin == "people":
            found[PEOPLE].append(person(neph, holder, licence))
        else:
            add(found, origin, "licence", neph, {**holder, **licence})
        for feed, event, values in live(chance, date.fromisoformat(licence["obtained_on"]), LAST_DAY, origin):
            add(found, feed, event, neph, values)
    return {feed: found[feed] for feed in (PEOPLE, *FORMATS)}


def add(found: dict[str, list[Document]], feed: str, event: str, neph: str, values: Document) -> None:
    """One more line of a feed, under the identifier that it gives itself or the next number of that feed."""
    identifier = values.pop("id", f"{feed[:2].upper()}{len(found[feed]) + 1:08d}")
    found[feed].append({"format": feed, "event": event, "id": identifier, "neph": neph, **values})


def person(neph: str, holder: Document, licence: Document) -> Document:
    """A licence and its holder as a line of ``intake/1``."""
    dossier = {"format": "dossier/1", "licence": {"neph": neph, **licence}, "acts": []}
    return {
        "format": PEOPLE,
        "holder": {key: holder[key] for key in HOLDER.required},
        "categories": [{"category": "B", "from": licence["obtained_on"]}],
        "dossier": dossier,
    }


def sample_files(seed: int, lines: int) -> Iterator[tuple[str, str]]:
    """The name and the text of each file: JSON lines of every format, CSV of all but ``intake/1``."""
    for feed, documents in sample_lines(seed, lines).items():
        stem = "people" if feed == PEOPLE else feed.partition("/")[0]
        yield f"{stem}.jsonl", "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in documents)
        if feed != PEOPLE:
            yield f"{stem}.csv", as_csv(feed, documents)


def as_csv(feed: str, documents: list[Document], separator: str = ";") -> str:
    """The same lines as a CSV: a column for each key of the format, an empty cell for what is absent."""
    columns = [*COMMON, *dict.fromkeys(key for event in FORMATS[feed].values() for key in event.shape.keys)]
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell_of(document.get(column)) for column in columns] for document in documents)
    return text.getvalue()


def cell_of(value: object) -> str:
    """A value as a cell holds it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return LIST_SEPARATOR.join(value)
    return "" if value is None else str(value)
