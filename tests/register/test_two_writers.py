"""Two writers of one licence: they queue, and no number is used twice."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from django.db import connection, connections

from mespoints.register.ledger import append_acts
from mespoints.register.models import Act, Licence, Movement
from tests.registers import begin

ROUNDS = 8

# One process: it waits for the licence, then appends its own stages, one transaction each.
WRITER = """
import sys
from datetime import date
from mespoints.config.bootstrap import prepare
prepare()
from mespoints.register.ledger import append_acts
from mespoints.register.models import Holder, Licence
if sys.argv[1] == "open":
    holder = Holder.objects.create(family_name="M", given_names=["C"], birth_date="1975-04-02", address=[])
    Licence.objects.create(neph="ABCDE", holder=holder, obtained_on=date(1996, 5, 6), probation="none",
                           territory="metropole", recorded_on=date(2024, 1, 1))
else:
    licence = Licence.objects.get()
    for n in range(int(sys.argv[2])):
        stage = {"act": "stage", "id": f"{sys.argv[1]}{n}", "ended_on": "2024-01-02", "kind": "volontaire"}
        append_acts(licence, [stage], recorded_on=date(2024, 2, 1), source="test")
"""
NUMBERS = """
from mespoints.config.bootstrap import prepare
prepare()
from mespoints.register.models import Act
print(*Act.objects.order_by("sequence").values_list("sequence", flat=True))
"""


def start(data: Path, code: str, *arguments: str) -> "subprocess.Popen[str]":
    """A process that works on the SQLite file of this folder."""
    environment = {"PATH": os.environ["PATH"], "MESPOINTS_DATA": str(data), "MESPOINTS_DEMO": "1"}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.own_database
def test_two_processes_on_one_file(tmp_path: Path) -> None:
    """SQLite holds one write lock, taken when the transaction begins."""
    start(begin(tmp_path), WRITER, "open").communicate()
    writers = [start(tmp_path, WRITER, name, str(ROUNDS)) for name in ("a", "b")]
    errors = [writer.communicate()[1] for writer in writers]
    numbers = start(tmp_path, NUMBERS).communicate()[0]

    assert [writer.returncode for writer in writers] == [0, 0], errors
    assert numbers.split() == [str(number) for number in range(1, 2 * ROUNDS + 1)]


@pytest.mark.django_db(transaction=True)
def test_two_connections_of_one_server(licence: Licence) -> None:
    """PostgreSQL makes the second writer wait for the row of the licence."""
    if connection.vendor != "postgresql":
        pytest.skip("a SQLite database in memory has one connection")

    def write(name: str) -> None:
        for n in range(ROUNDS):
            stage = {"act": "stage", "id": f"{name}{n}", "ended_on": "2024-01-02", "kind": "volontaire"}
            append_acts(licence, [stage], recorded_on=date(2024, 2, 1), source="test")
        connections.close_all()

    with ThreadPoolExecutor(2) as writers:
        list(writers.map(write, "ab"))

    assert sorted(Act.objects.values_list("sequence", flat=True)) == list(range(1, 2 * ROUNDS + 1))
    assert Movement.objects.filter(cause="obtained").count() == 1
