"""Files come in large groups of rows, whatever the batches."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from mespoints.national import writing
from mespoints.national.writing import grouped_file, whole
from tests.national.conftest import Lives


def test_small_batches_make_large_groups(lives: Lives, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three batches of ten rows a group of at least twenty-five; nothing is lost, nobody else may read it."""
    monkeypatch.setattr(writing, "ROWS_A_GROUP", 25)
    path, acts = tmp_path / "acts", lives.acts.slice(0, 75)
    with grouped_file(path, acts.schema) as file:
        for start in range(0, 75, 10):
            file.write(acts.slice(start, 10))
    found = pq.ParquetFile(path)

    assert [30, 30, 15] == [found.metadata.row_group(place).num_rows for place in range(found.num_row_groups)]
    assert acts.to_pylist() == found.read().to_pylist()
    assert 0o600 == path.stat().st_mode & 0o777


def test_a_file_without_a_row_is_a_file(lives: Lives, tmp_path: Path) -> None:
    """A register without a licence, say."""
    with grouped_file(tmp_path / "acts", lives.acts.schema):
        pass

    assert lives.acts.schema == pq.read_schema(tmp_path / "acts")


def fail_half_way(path: Path, lives: Lives) -> None:
    """Stop once a group is written."""
    with grouped_file(path, lives.acts.schema) as file:
        file.write(lives.acts)
        file.write_group()
        raise ZeroDivisionError


def test_a_file_appears_once_it_is_whole(lives: Lives, tmp_path: Path) -> None:
    """Not under its name while it is written; what bore that name before stays until then, and after a failure."""
    path = tmp_path / "acts"
    path.write_text("before", encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        fail_half_way(path, lives)
    after_failure = path.read_text(encoding="utf-8"), list(tmp_path.iterdir())
    with grouped_file(path, lives.acts.schema) as file:
        file.write(lives.acts)
        while_written = path.read_text(encoding="utf-8")

    assert ("before", [path]) == after_failure
    assert "before" == while_written
    assert (len(lives.acts), [path]) == (pq.read_metadata(path).num_rows, list(tmp_path.iterdir()))


def test_a_file_that_cannot_be_is_named_at_once(tmp_path: Path) -> None:
    """By the name that was asked for, and not by that under which it would have been written."""
    paths = [tmp_path / "absent" / "acts", tmp_path]
    named = []
    for path in paths:
        with pytest.raises(OSError, match="acts|directory") as raised, whole(path):
            pass
        named.append(raised.value.filename)

    assert [str(path) for path in paths] == named


def test_a_link_and_a_device_stay_what_they_are(tmp_path: Path) -> None:
    """What a link leads to is written; a device takes what it is given, and no file takes its place."""
    link, device = tmp_path / "link", tmp_path / "null"
    link.symlink_to(tmp_path / "acts")
    device.symlink_to("/dev/null")
    for path in (link, device):
        with whole(path) as unfinished:
            unfinished.write_text("all", encoding="utf-8")

    assert (True, "all") == (link.is_symlink(), (tmp_path / "acts").read_text(encoding="utf-8"))
    assert device.is_char_device()
