"""The demonstration as people start it: another process, real ports, a folder of its own."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAM = """
import signal, sys
from datetime import timedelta
from pathlib import Path
from mespoints.demo.run import run
def recent(minutes):
    from mespoints.portal import sign_in_again
    sign_in_again.LATELY = timedelta(minutes=minutes)
signal.signal(signal.SIGUSR1, lambda *_: recent(0))
signal.signal(signal.SIGUSR2, lambda *_: recent(15))
run(port=int(sys.argv[1]), provider_port=0, data=Path(sys.argv[2]))
"""
SECONDS_TO_STOP = 20


class Demonstration:
    """A demonstration that runs, and what it has said so far."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.errors = folder / "errors.txt"
        with self.errors.open("w") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-c", PROGRAM, str(port), str(folder)],
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            )
        self.said = ""
        self.address = self._wait_until_ready()

    def _wait_until_ready(self) -> str:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.said += line
            if "Ctrl-C" in line:
                found = re.search(r"Ouvrez (http://127\.0\.0\.1:\d+)/", self.said)
                assert found is not None
                return found[1]
        raise AssertionError(f"The demonstration did not start:\n{self.said}\n{self.errors.read_text()}")

    @contextmanager
    def long_after_signing_in(self) -> Iterator[None]:
        """For the length of a block every session is one that was opened more than fifteen minutes ago."""
        self._process.send_signal(signal.SIGUSR1)
        yield
        self._process.send_signal(signal.SIGUSR2)

    def stop(self) -> int:
        """Press Ctrl-C and give the exit status."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
        rest, _ = self._process.communicate(timeout=SECONDS_TO_STOP)
        self.said += rest
        return self._process.returncode


@contextmanager
def demonstration(folder: Path, port: int = 0) -> Iterator[Demonstration]:
    """A demonstration for the length of a block."""
    running = Demonstration(folder, port)
    try:
        yield running
    finally:
        running.stop()
