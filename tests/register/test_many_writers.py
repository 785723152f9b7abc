"""Many writers of the same licences at once: nothing is lost, nothing doubled, and the end is that of one writer."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection, connections

from mespoints.register.models import Act
from mespoints.register.verification import verify
from tests.register.writing_at_once import (
    doubled,
    open_licences,
    standing_of_one_writer,
    standings,
    write_in_batches,
    write_one_by_one,
)
from tests.registers import begin

ROOT = Path(__file__).parent.parent.parent

WRITERS = 8
LICENCES = 1250
IN_BATCHES = 1100
"""An act of each writer on each licence, ten thousand in all; for the first licences in batches, then one by one."""

PROCESSES = 4
LICENCES_OF_A_FILE = 12

WRITER = """
import sys
from mespoints.config.bootstrap import prepare
prepare()
from mespoints.register.models import Licence
from tests.register.writing_at_once import open_licences, write_in_batches, write_one_by_one
if sys.argv[1] == "open":
    open_licences(int(sys.argv[2]))
else:
    pks, writer = list(Licence.objects.order_by("pk").values_list("pk", flat=True)), int(sys.argv[1])
    write_in_batches(pks, writer, range(2))
    write_one_by_one(pks, writer, range(2, 3))
"""
ASK = """
from mespoints.config.bootstrap import prepare
prepare()
from mespoints.register.models import Act, Licence
from mespoints.register.verification import verify
from tests.register.writing_at_once import doubled, standing_of_one_writer, standings
pk = Licence.objects.earliest("pk").pk
print(Act.objects.count(), doubled(), verify().broken, standings() == {standing_of_one_writer(pk, 4, range(3))})
"""


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_eight_writers_of_one_server() -> None:
    """Ten thousand acts on the same licences, in batches from both ends and one by one, without a deadlock."""
    if connection.vendor != "postgresql":
        pytest.skip("a SQLite database in memory has one connection")
    pks = open_licences(LICENCES)

    def write(writer: int) -> None:
        try:
            write_in_batches(pks[:IN_BATCHES], writer, range(1))
            write_one_by_one(pks[IN_BATCHES:], writer, range(1))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(WRITERS) as writers:
        list(writers.map(write, range(WRITERS)))
    verified = verify()

    assert 10_000 == WRITERS * LICENCES == Act.objects.count() == verified.acts
    assert [] == doubled()
    assert verified.broken is None
    assert {standing_of_one_writer(pks[0], WRITERS, range(1))} == standings()


def start(data: Path, code: str, *arguments: str) -> "subprocess.Popen[str]":
    """A process that works on the SQLite file of this folder."""
    environment = {
        "PATH": os.environ["PATH"], "MESPOINTS_DATA": str(data), "MESPOINTS_DEMO": "1",
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")]),
    }  # fmt: skip
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.slow
@pytest.mark.own_database
def test_four_processes_on_one_file(tmp_path: Path) -> None:
    """They take turns; the file ends as one writer would have left it."""
    start(begin(tmp_path), WRITER, "open", str(LICENCES_OF_A_FILE)).communicate()
    writers = [start(tmp_path, WRITER, str(number)) for number in range(PROCESSES)]
    errors = [writer.communicate()[1] for writer in writers]
    answer = start(tmp_path, ASK).communicate()

    assert [0] * PROCESSES == [writer.returncode for writer in writers], errors
    assert f"{PROCESSES * LICENCES_OF_A_FILE * 3} [] None True\n" == answer[0], answer[1]
