"""Files are scanned by whatever speaks clamd's protocol; what is not known to be sound is not kept."""

import socketserver
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from mespoints.portal.claims.words import REFUSED_FILES
from mespoints.requests import scanning
from mespoints.requests.attachments import INFECTED, UNSCANNED, FileRefused, judge
from mespoints.requests.scanning import PIECE, Finding, scan
from tests.requests.test_media import picture

VIRUS = b"a virus of the tests"
ANSWERS = {
    b"too much": b"INSTREAM size limit exceeded. ERROR\0",
    b"half": b"stream: O",
    b"hung up": b"",
    b"": b"x" * 9000,
}


class Scanner(socketserver.StreamRequestHandler):
    """Reads a command, the pieces and the end, and answers as clamd does; what it read is kept for the test."""

    read: list[list[int]] = []

    def handle(self) -> None:
        """One file."""
        command = self.rfile.read(len(b"zINSTREAM\0"))
        content, sizes = b"", []
        while length := struct.unpack(">I", self.rfile.read(4))[0]:
            sizes.append(length)
            content += self.rfile.read(length)
        self.read.append(sizes)
        verdict = b"stream: Test-Signature FOUND\0" if VIRUS in content else b"stream: OK\0"
        self.wfile.write(ANSWERS.get(content, verdict) if command == b"zINSTREAM\0" else b"UNKNOWN COMMAND\0")


@pytest.fixture(scope="module", params=["socket", "port"])
def scanner(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a scanner listens: on a socket, then on a port of this machine."""
    Scanner.read.clear()
    path = str(tmp_path_factory.mktemp("scanner") / "clamd.ctl")
    server: socketserver.BaseServer
    if request.param == "socket":
        server, address = socketserver.UnixStreamServer(path, Scanner), path
    else:
        server = socketserver.TCPServer(("127.0.0.1", 0), Scanner)
        address = f"127.0.0.1:{server.server_address[1]}"
    with server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield address
        server.shutdown()


def test_a_file_is_handed_over_whole(scanner: str) -> None:
    """In pieces, each after its length; a virus across two of them is found."""
    sound, spoilt = b"a" * (PIECE + 10), b"a" * (PIECE - 5) + VIRUS

    assert (Finding.CLEAN, Finding.INFECTED) == (scan(sound, scanner), scan(spoilt, scanner))
    assert [[PIECE, 10], [PIECE, len(VIRUS) - 5]] == Scanner.read[:2]


@pytest.mark.parametrize("content", ANSWERS)
def test_an_answer_that_says_nothing_is_not_sound(scanner: str, content: bytes) -> None:
    """An error, half an answer, none, or one without end."""

    assert Finding.UNKNOWN == scan(content, scanner)


def test_a_scanner_that_is_not_there_or_silent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is known of the file."""
    monkeypatch.setattr(scanning, "SECONDS", 0.05)
    with socketserver.TCPServer(("127.0.0.1", 0), Scanner) as silent:
        assert Finding.UNKNOWN == scan(b"file", f"127.0.0.1:{silent.server_address[1]}")

    assert Finding.UNKNOWN == scan(b"file", str(tmp_path / "absent.ctl"))


def test_what_is_not_known_to_be_sound_is_not_kept(scanner: str, settings: Settings) -> None:
    """The second file, which a virus follows; then the first, when the scanner is gone; the reason has its words."""
    settings.MESPOINTS_SCANNER = scanner
    sound, spoilt = picture("JPEG"), picture("JPEG") + VIRUS
    assert 1 == len(judge([sound]))
    with pytest.raises(FileRefused) as refused:
        judge([sound, spoilt])
    settings.MESPOINTS_SCANNER = "/nowhere/clamd.ctl"
    with pytest.raises(FileRefused) as unscanned:
        judge([sound])

    assert (2, INFECTED) == (refused.value.place, refused.value.why)
    assert (1, UNSCANNED) == (unscanned.value.place, unscanned.value.why)
    assert {INFECTED, UNSCANNED} <= REFUSED_FILES.keys()


def test_without_a_scanner_nobody_is_asked(settings: Settings) -> None:
    """A file is then judged by its structure alone."""
    settings.MESPOINTS_SCANNER = ""

    assert 1 == len(judge([picture("JPEG") + VIRUS]))
