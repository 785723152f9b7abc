"""Acts a second taken in from ``antai/1``, each line with its fate, against a bare loop that inserts the same lines.

On SQLite, or on the PostgreSQL server that DATABASE_URL names; a register of its own, made for the measure.
"""

import io
import json
import os
import random
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from benchmarks.measure import arguments, keep, show, take_turns

LICENCES = 20_000
LINES = 5_000
CHUNK = 1_000
RECORDED_ON = date(2026, 6, 30)
CONTRAVENTIONS = (("c3", 1), ("c4", 1), ("c4", 2), ("c4", 3), ("c4", 4))
HOLDER = {
    "family_name": "MARTIN",
    "given_names": ["Camille"],
    "sex": "female",
    "birth_date": "1975-04-02",
    "birth_place": "44109",
    "birth_country": "99100",
    "address": ["1 RUE DE LA PAIX", "44000 NANTES"],
    "departement": "44",
}


def offence(chance: random.Random, name: str, days_before: int) -> dict[str, Any]:
    """A contravention committed so many days before the recording, at most."""
    day = date.fromordinal(RECORDED_ON.toordinal() - chance.randint(days_before // 2, days_before))
    offence_class, points = chance.choice(CONTRAVENTIONS)
    return {"id": name, "committed_on": day.isoformat(), "class": offence_class, "points": points}


def make_register() -> list[str]:
    """Licences with the histories of some years: two offences in three licences. Their file numbers."""
    from mespoints.register.books import open_books
    from mespoints.register.durability import durable_transaction
    from mespoints.register.ledger import Origin, append
    from mespoints.register.models import Holder, Licence
    from mespoints.register.writing import write_books

    chance = random.Random(1)
    holder = Holder.objects.create(**HOLDER)
    opening = {"holder": holder, "obtained_on": date(1996, 5, 6), "probation": "none", "territory": "metropole"}
    licences = [Licence(neph=f"{n:012d}", recorded_on=RECORDED_ON, **opening) for n in range(LICENCES)]
    pks = [licence.pk for licence in Licence.objects.bulk_create(licences, CHUNK)]
    origin = Origin("benchmark", "", RECORDED_ON)
    for start in range(0, LICENCES, CHUNK):
        with durable_transaction():
            books = open_books(pks[start : start + CHUNK])
            for book in books.values():
                past = [offence(chance, f"i{n}", 2500) for n in range(chance.choice((0, 1, 1, 2)))]
                end = {"act": "offence", "final_by": "paiement"}
                append(book, [{**end, **one, "final_on": one["committed_on"]} for one in past], origin)
            write_books(books.values())
    return [licence.neph for licence in licences]


def feed(chance: random.Random, nephs: list[str], turn: int) -> bytes:
    """Offences made known, then paid, of drivers drawn at random."""
    known = [(chance.choice(nephs), offence(chance, f"{turn}-{n}", 200)) for n in range(LINES // 2)]
    lines = [{"format": "antai/1", "event": "offence", "neph": neph, **facts} for neph, facts in known]
    lines += [
        {"format": "antai/1", "event": "paid", "neph": neph, "id": f"p{facts['id']}", "offence": facts["id"],
         "on": facts["committed_on"]}
        for neph, facts in known
    ]  # fmt: skip
    return "".join(json.dumps(line) + "\n" for line in lines).encode()


def insert_bare(text: bytes) -> None:
    """The same lines into a table of one column, as many a transaction, on the disk at the end of each."""
    from mespoints.intake.taking import in_batches
    from mespoints.register.durability import durable_transaction

    for batch in in_batches(text.splitlines()):
        with durable_transaction(), connection.cursor() as cursor:
            cursor.executemany("INSERT INTO bare (line) VALUES (%s)", [(line.decode(),) for line in batch])


def take(text: bytes) -> None:
    """Take the lines in; each must be accepted."""
    from mespoints.intake.files import take_in

    taken = take_in(io.BytesIO(text), "antai.jsonl", recorded_on=RECORDED_ON)
    assert taken.accepted == taken.file.lines == LINES, taken


def measure() -> None:
    """Both sides in turns, a new file each time."""
    options = arguments(__doc__ or "", rounds=5)
    nephs, chance = make_register(), random.Random(2)
    feeds: Iterator[bytes] = iter([feed(chance, nephs, turn) for turn in range(options.rounds + 1)])
    bare = feed(chance, nephs, 0)
    timings = take_turns(
        {"bare inserts": lambda: insert_bare(bare), "intake": lambda: take(next(feeds))}, options.rounds
    )
    rates = {name: LINES / timing.median for name, timing in timings.items()}
    ratio = timings["intake"].median / timings["bare inserts"].median
    show(
        f"Intake, one core, {connection.vendor}, {LICENCES} licences, {LINES} lines, {options.rounds} rounds",
        ("what", "a second, median", "a second, best"),
        [(name, f"{rates[name]:,.0f}", f"{LINES / timing.least:,.0f}") for name, timing in timings.items()]
        + [("ratio", f"{ratio:.1f}", "")],
    )
    keep(f"intake-{connection.vendor}", {"lines_a_second": rates, "ratio": ratio}, write=options.write)


def main() -> None:
    """A register of its own, in a new folder or in the database that is named."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"MESPOINTS_DATA": folder, "MESPOINTS_DEMO": "1"}
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mespoints.config.settings")
        django.setup()
        call_command("migrate", verbosity=0)
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE bare (line TEXT)")
        measure()
        connection.close()
        assert Path(folder, "register.sqlite3").exists() or settings.DATABASES["default"]["ENGINE"].endswith(
            "postgresql"
        )


if __name__ == "__main__":
    main()
