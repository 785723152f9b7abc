"""Files come in large groups of rows, whatever the batches."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from mespoints.national import writing
from mespoints.national.writing import GroupedFile
from tests.national.conftest import Lives


def test_small_batches_make_large_groups(lives: Lives, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three batches of ten rows a group of at least twenty-five; nothing is lost, nobody else may read it."""
    monkeypatch.setattr(writing, "ROWS_A_GROUP", 25)
    path, acts = tmp_path / "acts", lives.acts.slice(0, 75)
    with GroupedFile(path, acts.schema) as file:
        for start in range(0, 75, 10):
            file.write(acts.slice(start, 10))
    found = pq.ParquetFile(path)

    assert [30, 30, 15] == [found.metadata.row_group(place).num_rows for place in range(found.num_row_groups)]
    assert acts.to_pylist() == found.read().to_pylist()
    assert 0o600 == path.stat().st_mode & 0o777


def test_a_file_without_a_row_is_a_file(lives: Lives, tmp_path: Path) -> None:
    """A register without a licence, say."""
    with GroupedFile(tmp_path / "acts", lives.acts.schema):
        pass

    assert lives.acts.schema == pq.read_schema(tmp_path / "acts")
