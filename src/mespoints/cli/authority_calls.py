"""``mespoints authorities calls``: what was rendered to each firm, month by month, as CSV, for whoever bills it."""

import csv
import io
import sys
from datetime import date
from pathlib import Path

from mespoints.cli.options import Given
from mespoints.cli.service import fail
from mespoints.law.days import parse_day

HEADINGS = ("client_id", "name", "from_on", "to_on", "attestations", "drivers", "notices")
REFUSED = {
    "days": {
        "fr": "authorities calls : --from et --to attendent deux jours écrits AAAA-MM-JJ, le premier avant le second",
        "en": "authorities calls: --from and --to expect two days written YYYY-MM-DD, the first before the second",
    },
    "kept": {
        "fr": "authorities calls : le journal des appels va du {first} au {last} ; attendu : une période de ces jours",
        "en": "authorities calls: the journal of calls goes from {first} to {last}; expected: a period of these days",
    },
    "file": {
        "fr": "authorities calls : {path} ne peut pas être écrit ({because})",
        "en": "authorities calls: {path} cannot be written ({because})",
    },
}


def run(given: Given) -> int:
    """Write the count of a period to a file, or to standard output; 2 when it cannot be counted."""
    from mespoints.config.clock import today
    from mespoints.register.accesses import kept_from

    try:
        from_on, to_on = (date.fromordinal(parse_day(given.options.get(name, ""))) for name in ("--from", "--to"))
    except ValueError:
        return refuse(given, "days")
    first, last = kept_from(today()), today()
    if to_on < from_on:
        return refuse(given, "days")
    if from_on < first or to_on > last:
        return refuse(given, "kept", first=first, last=last)
    path = given.options.get("--output", "-")
    try:
        write(path, count(from_on, to_on))
    except OSError as error:
        return refuse(given, "file", path=path, because=error.strerror)
    return 0


def refuse(given: Given, why: str, **words: object) -> int:
    """Say why not; the exit status."""
    return fail(given, REFUSED[why][given.language].format(**words))


def count(from_on: date, to_on: date) -> str:
    """The count, as CSV."""
    from mespoints.api.rendered import rendered
    from mespoints.letters.duty_sheets import as_text

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows(month._replace(name=as_text(month.name)) for month in rendered(from_on, to_on))
    return text.getvalue()


def write(path: str, text: str) -> None:
    """Write it to a file, or to standard output. Raises OSError."""
    if path == "-":
        sys.stdout.write(text)
    else:
        Path(path).write_bytes(text.encode())
