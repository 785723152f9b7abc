"""The spool: the folder where batches are written, each whole or not at all, before a carrier takes them.

A batch is written under ``.writing``, made safe on the disk, and leaves that folder by one rename, or once a carrier
has acknowledged each of its letters: while it is there, it has not been handed over. It is there for the owner alone.
"""

import csv
import fcntl
import hashlib
import io
import json
import os
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from mespoints.letters.countries import FRANCE

FORMAT = "batch/1"
WRITING = ".writing"
MARK = ".mark"
LOCK = ".lock"
MANIFEST = "manifest.json"
TABLE = "manifest.csv"


class SpoolBusy(Exception):
    """Another run works in this spool."""


class Entry(NamedTuple):
    """A letter of a batch, as its manifest tells it. ``sha256``: of the PDF, in hexadecimal.

    ``country``: where it goes, ISO 3166-1; a batch that was written before it was told has none, and goes to France.
    """

    reference: str
    kind: str
    franking: str
    registered: bool
    file: str
    pages: int
    sha256: str
    country: str = FRANCE


def entry_of(
    reference: str, kind: str, franking: str, *, registered: bool, pdf: bytes, pages: int, country: str
) -> Entry:
    """The line of the manifest for a PDF."""
    digest = hashlib.sha256(pdf).hexdigest()
    return Entry(reference, kind, franking, registered, f"{reference}.pdf", pages, digest, country)


class Spool:
    """A spool in a folder, which is made when it is not there. ``mark``: what tells it from any other one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.writing = folder / WRITING
        self.writing.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)
        self.mark = self._read_mark()

    def _read_mark(self) -> str:
        """The mark of the folder; drawn once, and safe on the disk before anything relies on it."""
        path = self.folder / MARK
        if not path.exists():
            draft = self.folder / f"{MARK}-{secrets.token_hex(4)}"
            write_safely(draft, secrets.token_hex(16).encode())
            draft.rename(path)
            sync_folder(self.folder)
        return path.read_text(encoding="ascii")

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the spool; the system lets go when the process ends, however it does. Raises SpoolBusy."""
        with (self.folder / LOCK).open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise SpoolBusy from error
            yield

    def write(self, name: str, production_on: str, letters: Sequence[tuple[Entry, bytes]]) -> str:
        """Write a batch, make it safe, and return the digest of its manifest."""
        folder = self.writing / name
        folder.mkdir(mode=0o700)
        for entry, pdf in letters:
            write_safely(folder / entry.file, pdf)
        entries = [entry for entry, _ in letters]
        manifest = manifest_of(name, production_on, entries)
        write_safely(folder / TABLE, table_of(entries))
        write_safely(folder / MANIFEST, manifest)
        sync_folder(folder)
        sync_folder(self.writing)
        return hashlib.sha256(manifest).hexdigest()

    def forget_all_but(self, names: set[str]) -> None:
        """Remove what a run that was killed had begun to write, and no transaction knows of."""
        for folder in self.writing.iterdir():
            if folder.name not in names:
                shutil.rmtree(folder)

    def has(self, name: str) -> bool:
        """Whether a batch that was written is still to be handed over."""
        return (self.writing / name).exists()

    def release(self, name: str) -> None:
        """Let a batch go to the printing house, by one rename."""
        (self.writing / name).rename(self.folder / name)
        sync_folder(self.writing)
        sync_folder(self.folder)

    def remove(self, name: str) -> None:
        """Remove a batch that the carrier has taken, letter by letter."""
        gone = self.writing / f"{name}.gone"
        (self.writing / name).rename(gone)
        sync_folder(self.writing)
        shutil.rmtree(gone)


def manifest_of(name: str, production_on: str, entries: Sequence[Entry]) -> bytes:
    """The manifest as JSON: nothing of anybody, the references alone."""
    document = {
        "format": FORMAT,
        "batch": name,
        "production_on": production_on,
        "count": len(entries),
        "letters": [entry._asdict() for entry in entries],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def table_of(entries: Sequence[Entry]) -> bytes:
    """The same letters as CSV, for a printing house that prefers it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(Entry._fields)
    writer.writerows([int(cell) if cell is True or cell is False else cell for cell in entry] for entry in entries)
    return text.getvalue().encode()


def read_manifest(folder: Path) -> list[Entry]:
    """The letters of a batch, from its manifest."""
    document = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    return [Entry(**entry) for entry in document["letters"]]


def write_safely(path: Path, content: bytes) -> None:
    """Write a file for the owner alone, on the disk when this returns."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make the names in a folder safe on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
