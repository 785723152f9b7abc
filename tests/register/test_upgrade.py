"""A database made by version 0.1.0, with people in it, is brought up to date and verifies clean."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

# Rows as version 0.1.0 wrote them: payloads in their acts, no links, and one correction of everything at once.
OLD = """
import json, sys
from datetime import date
from pathlib import Path
import django
django.setup()
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from mespoints.law.days import iso
from mespoints.law.reading import read_dossier
from mespoints.law.statement import make_statement
from mespoints.register.posting import standing_of

call_command("migrate", "register", "0003", verbosity=0)
loader = MigrationExecutor(connection).loader
apps = loader.project_state([("register", "0003_foreign_licence")]).apps
names = ("Holder", "Licence", "Act", "Movement", "Account", "Access")
Holder, Licence, Act, Movement, Account, Access = [apps.get_model("register", name) for name in names]

def keep(neph, dossier, on, order=None):
    read = read_dossier({**dossier, "licence": {**dossier["licence"], "neph": neph}})
    opening, statement = read.licence, make_statement(read, on.toordinal())
    holder = Holder.objects.create(family_name="M", given_names=["C"], birth_date="1975-04-02", address=[])
    licence = Licence.objects.create(
        neph=neph, holder=holder, obtained_on=date.fromordinal(opening.obtained_on), probation=opening.probation,
        territory=opening.territory, recorded_on=on)
    acts = {}
    for place, payload in enumerate(dossier["acts"], 1):
        acts[payload["id"]] = Act.objects.create(
            licence=licence, sequence=place, kind=payload["act"], act_id=payload["id"], payload=payload,
            on=on, recorded_on=on, source="intake/1", reference="ligne 1")
    rows = [(m.on, m.cause, m.points, m.act, m.offence, m.letter or "", m.reason) for m in statement.movements]
    total = 0
    for place, row in enumerate(order(rows) if order else rows, 1):
        day, cause, points, act, offence, letter, reason = row
        total += points
        Movement.objects.create(
            licence=licence, sequence=place, act=acts.get(act), offence=acts.get(offence), on=iso(day), cause=cause,
            points=points, balance=max(0, total), signed_balance=total, letter=letter, reason=reason, posted_on=on)
    Account.objects.create(licence=licence, **standing_of(read, statement)._asdict(), posted_on=on)
    Access.objects.create(licence=licence, viewer="holder", means="neph", article="L225-3", reason="", shown="balance")

for number, path in enumerate(sorted(Path(sys.argv[1]).glob("GC-1*.json"))):
    case = json.loads(path.read_text(encoding="utf-8"))
    keep(f"{number:012d}", case["dossier"], date(2026, 11, 22))

offence = {"act": "offence", "id": "i1", "class": "c4", "points": 1, "committed_on": "2024-01-20",
           "final_on": "2024-03-01", "decided_on": "2024-03-01", "final_by": "paiement"}
stage = {"act": "stage", "id": "s1", "ended_on": "2024-05-04", "kind": "volontaire"}
late = {"format": "dossier/1", "licence": {"obtained_on": "1996-05-06"}, "acts": [offence, stage]}

def as_learned(rows):
    obtained, withdrawal, given = rows[:3]
    day = date(2024, 9, 3).toordinal()
    back = (date(2024, 9, 1).toordinal(), "one_point", 1, None, "i1", "46D", 0)
    return [obtained, withdrawal, back, given, (day, "correction", -1, "s1", None, "rectificatif", 0)]

keep("000000000999", late, date(2024, 9, 3), as_learned)
print(Licence.objects.count(), Act.objects.count(), Movement.objects.count())
"""
NEW = """
from mespoints.config.bootstrap import prepare
prepare()
from datetime import date
from mespoints.register.ledger import append_acts
from mespoints.register.models import Act, Licence, Movement, OwedLetter, Payload
from mespoints.register.triggers import GUARDS
from mespoints.register.verification import verify
checked = verify()
assert checked.broken is None, checked.broken
assert Payload.objects.count() == checked.acts == Act.objects.count()
assert OwedLetter.objects.count() == Movement.objects.exclude(letter="").count() > 0
print(checked.licences, checked.acts, checked.movements)
for licence in Licence.objects.all():
    lost = {"act": "title_lost", "id": "t", "on": "2026-11-20"}
    append_acts(licence, [lost], recorded_on=date(2026, 11, 23), source="")
checked = verify()
assert checked.broken is None, checked.broken
from django.db import connection
guarded = 0
for table in GUARDS:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {table}")
        if cursor.fetchone() == (0,):
            continue
        try:
            cursor.execute(f"DELETE FROM {table}")
        except Exception as error:
            guarded += "is append-only" in str(error)
assert guarded == 5, guarded
"""
CASES = Path(__file__).parents[1] / "cases"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of an empty database: a file, or one more on the server of the tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MESPOINTS_", "DATABASE_"))}
    settings = {**kept, "MESPOINTS_DEMO": "1", "DJANGO_SETTINGS_MODULE": "mespoints.config.settings"}
    url = os.environ.get("MESPOINTS_TEST_DATABASE_URL")
    if not url:
        yield {**settings, "MESPOINTS_DATA": str(tmp_path)}
        return
    parts = urlsplit(url)
    name = f"upgrade_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    with psycopg.connect(urlunsplit(parts._replace(path="/postgres")), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        yield {**settings, "MESPOINTS_DATA": str(tmp_path), "DATABASE_URL": urlunsplit(parts._replace(path=f"/{name}"))}
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_a_database_of_the_first_version_is_brought_up_to_date(database: dict[str, str]) -> None:
    """Nothing is lost: as many licences, acts and movements, all chained, every letter owed; and life goes on."""
    old, new = (
        subprocess.run(
            [sys.executable, "-c", code, str(CASES)], env=database, capture_output=True, text=True, check=False
        )
        for code in (OLD, NEW)
    )

    assert (0, 0) == (old.returncode, new.returncode), old.stderr + new.stderr
    assert old.stdout == new.stdout
    assert int(old.stdout.split()[0]) > 5
