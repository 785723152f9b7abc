"""A whole register taken over: the same rows as line by line, and a load that goes on where it was stopped."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection

from mespoints.intake.bulk import Loaded, chunks_of, invented_chunks, load_chunks
from mespoints.intake.generator.people import lines_of
from mespoints.intake.people import load
from mespoints.register.codes import goes_with
from mespoints.register.models import (
    Account,
    Act,
    Category,
    ConfidentialCode,
    Delivery,
    Holder,
    Licence,
    Movement,
    OwedLetter,
    Payload,
)

pytestmark = pytest.mark.django_db

ON = date(2026, 6, 30)
SEED = 5
PEOPLE = 150
BY_CHANCE = {"salt", "digest", "link", "code_hash"}
TABLES = (Holder, Licence, Category, Act, Payload, Movement, OwedLetter, Account, ConfidentialCode, Delivery)

Line = Callable[..., str]


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of the register, what chance put there left out."""
    return {
        model.__name__: [
            {key: value for key, value in row.items() if key not in BY_CHANCE}
            for row in model._default_manager.order_by("pk").values()
        ]
        for model in TABLES
    }


def from_one(tables: dict[str, list[dict[str, Any]]]) -> dict[str, list[tuple[Any, ...]]]:
    """The same with the numbers of the rows counted from the first: a server never gives one twice."""
    first: dict[str, int] = {}
    for name, rows in tables.items():
        for row in rows:
            first.setdefault(name, row.get("id", 0))
    points_to = {"licence_id": "Licence", "holder_id": "Holder", "act_id": "Act", "offence_id": "Act"}
    points_to |= {"movement_id": "Movement", "corrects_id": "Movement", "id": ""}
    return {
        name: [
            tuple(
                value - first[points_to[key] or name] if key in points_to and isinstance(value, int) else value
                for key, value in row.items()
            )
            for row in rows
        ]
        for name, rows in tables.items()
    }


@pytest.fixture
def emptied() -> Callable[[], None]:
    """Undo what was done so far in this test."""
    sid = connection.savepoint()
    return lambda: connection.savepoint_rollback(sid)


def test_the_same_rows_as_line_by_line(emptied: Callable[[], None]) -> None:
    """Holders, licences, categories, acts, payloads, movements, letters, accounts, the delivery: row for row."""
    lines = list(lines_of(SEED, range(PEOPLE), ON))
    report = load(lines, recorded_on=ON)
    one_by_one = from_one(everything())
    emptied()
    loaded = load_chunks(chunks_of(lines, 40), recorded_on=ON)
    in_bulk = from_one(everything())

    assert (PEOPLE, 0, ()) == (report.accepted, loaded.known, loaded.refused)
    assert (PEOPLE, PEOPLE, len(in_bulk["Act"])) == (loaded.lines, loaded.licences, loaded.acts)
    assert one_by_one == in_bulk
    assert all(in_bulk[name] for name in ("Movement", "OwedLetter", "Category", "Account"))


def test_invented_licences_are_those_of_the_file(emptied: Callable[[], None]) -> None:
    """Made as they are loaded, or written first: the same register."""
    load_chunks(chunks_of(lines_of(SEED, range(30), ON), 12), recorded_on=ON)
    from_file = from_one(everything())
    emptied()
    loaded = load_chunks(invented_chunks(SEED, 30, ON, 12), recorded_on=ON)

    assert (30, 30) == (loaded.lines, loaded.licences)
    assert from_file == from_one(everything())


def test_a_load_goes_on_where_it_was_stopped() -> None:
    """Chunks that are there are recognised, whatever the cut; nothing is written twice."""
    lines = list(lines_of(SEED, range(40), ON))
    load_chunks(chunks_of(lines[:20], 10), recorded_on=ON)
    again = load_chunks(chunks_of(lines, 15), recorded_on=ON)
    once_more = load_chunks(chunks_of(lines, 40), recorded_on=ON)

    assert (40, 20, 20) == (again.lines, again.licences, again.known)
    assert (40, 0, 0, 40) == (once_more.lines, once_more.licences, once_more.acts, once_more.known)
    assert 40 == Licence.objects.count() == Account.objects.count()


def test_a_bad_line_hinders_no_other(line: Line) -> None:
    """It is refused by its number with its reasons; the second line of one licence leaves the first as it is."""
    late = line({"dossier.licence.neph": "LATER", "dossier.licence.obtained_on": "2026-12-01"})
    given = [b"{\n", line().encode(), late.encode(), line({"holder.sex": "M"}).encode(), line().encode()]
    loaded = load_chunks(chunks_of(given, 3), recorded_on=ON)

    assert (5, 1, 1, 1) == (loaded.lines, loaded.licences, loaded.acts, loaded.known)
    assert [1, 3, 4] == [refused.line for refused in loaded.refused]
    assert loaded.refused[0].reasons[0].startswith("JSON invalide")
    assert "permis ne porte de points" in loaded.refused[1].reasons[0]
    assert 1 == Licence.objects.count() == Holder.objects.count()


def test_what_a_writer_brought_meanwhile_is_left_as_it_is(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    """The chunk finds a licence taken, writes nothing, and is done once more without it."""
    from mespoints.intake import bulk

    answers: Iterator[set[str]] = iter([set()])
    known = bulk.known_numbers
    monkeypatch.setattr(bulk, "known_numbers", lambda nephs: next(answers, None) or known(nephs))
    load([line()], recorded_on=ON)
    other = line({"dossier.licence.neph": "ABCDE"})
    loaded = load_chunks(chunks_of([line().encode(), other.encode()]), recorded_on=ON)

    assert (1, 1) == (loaded.licences, loaded.known)
    assert ["000000000001", "ABCDE"] == sorted(Licence.objects.values_list("neph", flat=True))


def test_codes_are_kept_as_their_hash(line: Line) -> None:
    """Issued on the day of recording."""
    load_chunks(chunks_of([line({"holder.code": "7KQ4-MX2P-9D"}).encode()]), recorded_on=ON)
    kept = ConfidentialCode.objects.get()

    assert goes_with("7kq4 mx2p 9d", kept)
    assert ON == kept.issued_on


def test_progress_is_told_chunk_by_chunk() -> None:
    """What was done so far, all together."""
    told: list[Loaded] = []
    load_chunks(invented_chunks(SEED, 25, ON, 10), recorded_on=ON, tell=told.append)

    assert [10, 20, 25] == [so_far.lines for so_far in told]
    assert told[-1].acts == Act.objects.count()


def test_what_the_bulk_loads_can_go_on_as_any_other(line: Line) -> None:
    """A later delivery, line by line, adds its acts to the same chain."""
    load_chunks(chunks_of([line().encode()]), recorded_on=date(2026, 11, 22))
    new = {"act": "stage", "id": "s1", "ended_on": "2027-01-10", "kind": "volontaire"}
    acts = [*json.loads(line())["dossier"]["acts"], new]
    report = load([line({"dossier.acts": acts})], recorded_on=date(2027, 2, 1))

    assert (1, 0) == (report.accepted, len(report.refused))
    assert [1, 2] == list(Act.objects.order_by("sequence").values_list("sequence", flat=True))
