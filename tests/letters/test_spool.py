"""The spool: whole batches, for the owner alone, one run at a time."""

import csv
import hashlib
import json
from pathlib import Path

import pytest

from mespoints.letters.spool import Entry, Spool, SpoolBusy, entry_of, read_manifest

PDF = b"%PDF-1.7 a letter"


def letter(number: int) -> tuple[Entry, bytes]:
    """One letter of a batch."""
    pdf = PDF + str(number).encode()
    return entry_of(f"{number:010d}-1", "48SI", "recommande_ar", registered=True, pdf=pdf, pages=2, country="FR"), pdf


def test_a_batch_appears_at_once_and_whole(tmp_path: Path) -> None:
    """Not seen while it is written; then its letters, and a manifest that tells each by its digest."""
    spool = Spool(tmp_path / "spool")
    digest = spool.write("2024-03-05-0001", "2024-03-05", [letter(1), letter(2)])
    before = sorted(path.name for path in spool.folder.glob("[!.]*"))
    spool.release("2024-03-05-0001")
    batch = spool.folder / "2024-03-05-0001"
    manifest = json.loads((batch / "manifest.json").read_text())
    table = list(csv.DictReader((batch / "manifest.csv").read_text().splitlines()))

    assert [] == before
    assert hashlib.sha256((batch / "manifest.json").read_bytes()).hexdigest() == digest
    assert ("batch/1", "2024-03-05", 2) == (manifest["format"], manifest["production_on"], manifest["count"])
    assert [letter(1)[0], letter(2)[0]] == read_manifest(batch)
    assert [hashlib.sha256((batch / entry.file).read_bytes()).hexdigest() for entry in read_manifest(batch)] == [
        entry["sha256"] for entry in manifest["letters"]
    ]
    assert [("0000000001-1", "1", "2"), ("0000000002-1", "1", "2")] == [
        (row["reference"], row["registered"], row["pages"]) for row in table
    ]


def test_nobody_else_reads_it(tmp_path: Path) -> None:
    """Folders and files of the owner alone."""
    spool = Spool(tmp_path / "spool")
    spool.write("b", "2024-03-05", [letter(1)])
    modes = {path.stat().st_mode & 0o077 for path in [spool.folder, *spool.folder.rglob("*")] if path.name != ".lock"}

    assert {0} == modes


def test_two_runs_do_not_share_a_spool(tmp_path: Path) -> None:
    """The second is refused; once the first has ended it may work."""
    first, second = Spool(tmp_path), Spool(tmp_path)
    with first.held(), pytest.raises(SpoolBusy), second.held():
        pass
    with second.held():
        assert first.mark == second.mark


def test_each_spool_has_its_mark(tmp_path: Path) -> None:
    """The same for ever, another one elsewhere."""

    assert Spool(tmp_path / "a").mark == Spool(tmp_path / "a").mark != Spool(tmp_path / "b").mark


def test_what_no_transaction_knows_of_is_forgotten(tmp_path: Path) -> None:
    """A batch half written by a run that was killed."""
    spool = Spool(tmp_path)
    spool.write("known", "2024-03-05", [letter(1)])
    (spool.writing / "unknown").mkdir()
    (spool.writing / "unknown" / "half.pdf").write_bytes(b"%PDF")
    spool.forget_all_but({"known"})

    assert ["known"] == [path.name for path in spool.writing.iterdir()]
    assert spool.has("known")
    spool.remove("known")
    assert not spool.has("known")
