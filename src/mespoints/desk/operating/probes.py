"""What machines ask: whether the process lives, whether the service can answer, what there is to measure.

Nothing of anybody: counts. The measures need the token of MESPOINTS_METRICS_TOKEN; without one they do not exist.
"""

import hmac
import logging
from collections.abc import Iterator
from datetime import date
from functools import cache

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from mespoints.desk.operating.standing import Standing, standing

log = logging.getLogger(__name__)

PLAIN = "text/plain; charset=utf-8"
EXPOSITION = "text/plain; version=0.0.4; charset=utf-8"
"""The text format of Prometheus, version 0.0.4."""
CHALLENGE = {"WWW-Authenticate": 'Bearer realm="metriques"'}

Sample = tuple[str, float]


@require_safe
def alive(_request: HttpRequest) -> HttpResponse:
    """The process answers. Nothing is asked of the database: a restart would not mend it."""
    return HttpResponse("ok\n", content_type=PLAIN)


@require_safe
def ready(_request: HttpRequest) -> HttpResponse:
    """The database answers, with the tables that this version expects; 503 otherwise, and why in one word."""
    try:
        behind = expected_migrations() - MigrationRecorder(connection).applied_migrations().keys()
    except Error:
        log.exception("not ready")
        return HttpResponse("database\n", status=503, content_type=PLAIN)
    return HttpResponse("migrations\n" if behind else "ok\n", status=503 if behind else 200, content_type=PLAIN)


@cache
def expected_migrations() -> frozenset[tuple[str, str]]:
    """The last migration of each application, as this version was installed: read from the disk once."""
    return frozenset(MigrationLoader(None).graph.leaf_nodes())


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """The measures, for who bears the token."""
    token: str = settings.MESPOINTS_METRICS_TOKEN
    if not token:
        raise Http404
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not hmac.compare_digest(given.strip().encode(), token.encode()):
        return HttpResponse(status=401, headers=CHALLENGE)
    today: date = request.today  # type: ignore[attr-defined]
    return HttpResponse("\n".join(exposition(standing(today), today)) + "\n", content_type=EXPOSITION)


def exposition(told: Standing, today: date) -> Iterator[str]:
    """The lines of the text format: for each measure its help, its type and its samples."""
    for name, meaning, samples in measures(told, today):
        yield f"# HELP mespoints_{name} {meaning}"
        yield f"# TYPE mespoints_{name} gauge"
        for labels, value in samples:
            yield f"mespoints_{name}{labels} {value:g}"


def measures(told: Standing, today: date) -> Iterator[tuple[str, str, list[Sample]]]:
    """Each measure by its name; a day is told as how long ago it was."""
    yield "feed_lines", "Lines of feeds by fate.", [(f'{{fate="{fate}"}}', n) for fate, n in told.lines.items()]
    yield "feed_files_unfinished", "Files of feeds that were not taken in to their end.", [("", told.unfinished)]
    yield (
        "letters_waiting", "Letters owed that have not left.",
        [(f'{{letter="{row.letter}"}}', row.number) for row in told.letters],
    )  # fmt: skip
    yield (
        "letters_oldest_days", "Days since the oldest letter that waits was owed.",
        [(f'{{letter="{row.letter}"}}', (today - row.oldest_on).days) for row in told.letters],
    )  # fmt: skip
    yield "letters_to_examine", "Registered letters whose receipts an agent has to examine.", [("", told.to_examine)]
    yield "code_letters_waiting", "Confidential codes asked for that have not left.", [("", told.codes)]
    yield "licences_due", "Licences that a nightly run has to settle.", [("", told.due)]
    if told.night is not None:
        yield "night_days", "Days since the day of the last nightly run.", [("", (today - told.night.on).days)]
        yield "night_ended", "Whether the last nightly run came to its end.", [("", int(told.night.ended))]
        yield "night_refused", "Licences that the last nightly run could not settle.", [("", told.night.refused)]
    if told.sealed_on is not None:
        yield "seal_days", "Days since the last seal.", [("", (today - told.sealed_on).days)]
    yield "entries_waiting", "Entries of agents that wait for a second person.", [("", told.entries)]
    if told.oldest_entry_on is not None:
        yield (
            "entries_oldest_days", "Days since the oldest of their papers came.",
            [("", (today - told.oldest_entry_on).days)],
        )  # fmt: skip
