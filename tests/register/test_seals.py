"""The daily seal, and the file outside the database that keeps it."""

import hashlib
import json
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.db import connection, connections, transaction

from mespoints.register.chain import link
from mespoints.register.ledger import append_acts
from mespoints.register.models import Act, Licence, Movement, Seal
from mespoints.register.sealed_file import SealedFileRefused, export, line_of
from mespoints.register.seals import WRITERS, SealRefused, take_seal

pytestmark = pytest.mark.django_db

MONDAY, TUESDAY = date(2024, 3, 4), date(2024, 3, 5)


def stage(licence: Licence, name: str, on: date = MONDAY) -> None:
    """One more act."""
    act = {"act": "stage", "id": name, "ended_on": "2024-01-02", "kind": "volontaire"}
    append_acts(licence, [act], recorded_on=on, source="test")


def test_a_seal_covers_every_link_in_the_order_of_the_rows(licence: Licence) -> None:
    """Acts, then movements, then the seal itself: computed here again from its description."""
    stage(licence, "s1")
    stage(licence, "s2")
    seal = take_seal(MONDAY)
    links = [row.link for model in (Act, Movement) for row in model.objects.order_by("pk")]
    last_act, last_movement = Act.objects.latest("pk").pk, Movement.objects.latest("pk").pk
    rows = hashlib.sha256("".join(links).encode()).hexdigest()

    assert (1, 2, 3, "") == (seal.number, seal.acts, seal.movements, seal.previous)
    assert link("", "seal/1", 1, "2024-03-04", last_act, last_movement, 2, 3, rows) == seal.digest


def test_the_next_seal_covers_what_came_since_and_the_seal_before(licence: Licence) -> None:
    """Its cost grows with the day."""
    stage(licence, "s1")
    first = take_seal(MONDAY)
    stage(licence, "s2", TUESDAY)
    second = take_seal(TUESDAY)

    assert (2, 1, 1) == (second.number, second.acts, second.movements)
    assert first.digest == second.previous
    assert first.last_movement + 1 == second.last_movement


def test_a_day_has_one_seal_unless_something_was_added(licence: Licence) -> None:
    """The same one again, until there is something to seal; a day without acts has its own too."""
    stage(licence, "s1")
    numbers = [take_seal(MONDAY).number, take_seal(MONDAY).number]
    stage(licence, "s2")
    numbers += [take_seal(MONDAY).number, take_seal(TUESDAY).number, take_seal(TUESDAY).number]

    assert [1, 1, 2, 3, 3] == numbers


def test_an_empty_register_is_sealed() -> None:
    """There is nothing, and that is sealed."""
    seal = take_seal(MONDAY)

    assert (0, 0, 0, 0) == (seal.acts, seal.movements, seal.last_act, seal.last_movement)


def test_a_seal_is_never_of_an_earlier_day(licence: Licence) -> None:
    """A clock put back is noticed."""
    take_seal(TUESDAY)
    with pytest.raises(SealRefused) as refused:
        take_seal(MONDAY)

    assert "sceau du 2024-03-04 refusé : le sceau n° 1 est déjà du 2024-03-05" == str(refused.value)


def test_the_file_holds_one_line_a_seal(licence: Licence, tmp_path: Path) -> None:
    """Lines are added; those that are there stay, to the byte."""
    path = tmp_path / "seals.jsonl"
    first = take_seal(MONDAY)
    added = [export(path), export(path)]
    before = path.read_bytes()
    stage(licence, "s1", TUESDAY)
    second = take_seal(TUESDAY)
    added.append(export(path))

    assert [1, 0, 1] == added
    assert path.read_bytes().startswith(before)
    assert [line_of(first), line_of(second)] == path.read_text(encoding="utf-8").splitlines()
    assert {
        "format": "seal/1", "number": 1, "sealed_on": "2024-03-04", "last_act": 0, "last_movement": 0, "acts": 0,
        "movements": 0, "previous": "", "digest": first.digest,
    } == json.loads(line_of(first))  # fmt: skip


@pytest.mark.parametrize("kept", [0, 1, 10, 100, 200])
def test_a_line_cut_short_by_a_crash_is_completed(licence: Licence, tmp_path: Path, kept: int) -> None:
    """Whatever reached the disk, the file catches up from the table."""
    path = tmp_path / "seals.jsonl"
    for on in (MONDAY, TUESDAY):
        take_seal(on)
    export(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:kept])
    export(path)

    assert whole == path.read_bytes()


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda text: text.replace(b'"acts":0', b'"acts":1', 1), "ligne 1 : trouvé"),
        (lambda text: b"".join(text.splitlines(keepends=True)[::-1]), "ligne 1 : trouvé"),
        (lambda text: text + b"{}\n", "ligne 3 : le registre ne connaît que 2 sceau(x)"),
        (lambda text: text[:-1] + b"\r\n", "ligne 2"),
        (lambda text: b"nothing of the kind\n", "ligne 1 : trouvé 'nothing of the kind'"),
    ],
)
def test_a_file_that_does_not_go_with_the_register_is_left_alone(
    damage: Callable[[bytes], bytes], said: str, tmp_path: Path
) -> None:
    """It is refused with the line, and nothing is written."""
    path = tmp_path / "seals.jsonl"
    for on in (MONDAY, TUESDAY):
        take_seal(on)
    export(path)
    damaged = damage(path.read_bytes())
    path.write_bytes(damaged)
    with pytest.raises(SealedFileRefused) as refused:
        export(path)

    assert said in str(refused.value)
    assert damaged == path.read_bytes()


@pytest.mark.django_db(transaction=True)
def test_a_seal_waits_for_the_writer_in_the_middle(licence: Licence) -> None:
    """PostgreSQL: a row whose number was given before the seal is covered by it, however late its writer ends."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time")
    stage(licence, "s1")
    begun, may_end, sealed = threading.Event(), threading.Event(), threading.Event()

    def write() -> None:
        with transaction.atomic():
            append_acts(licence, [{"act": "stage", "id": "s2", "ended_on": "2024-01-02", "kind": "volontaire"}],
                        recorded_on=MONDAY, source="test")  # fmt: skip
            begun.set()
            may_end.wait(20)
        connections.close_all()

    def seal() -> None:
        take_seal(MONDAY)
        sealed.set()
        connections.close_all()

    writer, sealer = threading.Thread(target=write), threading.Thread(target=seal)
    writer.start()
    begun.wait(20)
    sealer.start()
    waited = not sealed.wait(0.5)
    may_end.set()
    writer.join()
    sealer.join()

    assert waited
    assert 2 == Seal.objects.get().acts


@pytest.mark.django_db(transaction=True)
def test_no_number_is_given_while_a_seal_is_being_taken(licence: Licence) -> None:
    """PostgreSQL: a writer waits before its first number, so that none falls below those that are sealed."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time")
    stage(licence, "s1")
    written = threading.Event()

    def write() -> None:
        stage(licence, "s2")
        written.set()
        connections.close_all()

    writer = threading.Thread(target=write)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT last_value FROM register_act_id_seq")
        (before,) = cursor.fetchone()
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [WRITERS])
        writer.start()
        waited = not written.wait(0.5)
        cursor.execute("SELECT last_value FROM register_act_id_seq")
        (after,) = cursor.fetchone()
    writer.join()

    assert waited
    assert before == after
