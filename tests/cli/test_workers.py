"""The processes that answer on one socket, in a process of their own: it waits for whatever child it has."""

import subprocess
import sys

import pytest

PROGRAM = """
import os, sys
from mespoints.cli.workers import Workers
def fail(): raise OSError("no such luck")
work = {"exit": lambda: os._exit(3), "fail": fail}[sys.argv[1]]
sys.exit(Workers(work, 2).run())
"""


@pytest.mark.parametrize(("how", "status"), [("exit", 3), ("fail", 1)])
def test_workers_that_cannot_start_end_the_service(how: str, status: int) -> None:
    """The status is theirs; nothing is tried again and again, and what went wrong is told."""
    run = subprocess.run([sys.executable, "-c", PROGRAM, how], capture_output=True, text=True, timeout=20, check=False)

    assert (status, how == "fail") == (run.returncode, "no such luck" in run.stderr)
