"""A file of ``acts/1`` (Parquet) read a batch at a time, each licence whole; refused where it is not so."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from mespoints.law import kinds
from mespoints.national.columns import FORMAT, OPENING_ACT, SCHEMA

ROWS_AT_ONCE = 1 << 20
UNREADABLE_KINDS = (kinds.ESTABLISHED, kinds.OF_ITSELF)
"""Kinds that no fact has."""


class ActsRefused(Exception):
    """The file is not ``acts/1``; the message says where, what was found and what was expected, in French."""


def whole_batches(path: Path, rows: int = ROWS_AT_ONCE) -> Iterator[pa.RecordBatch]:
    """The batches of a file: about so many rows each, whole licences. Raises ActsRefused, OSError."""
    file = opened(path)
    left = pa.RecordBatch.from_arrays([pa.array([], field.type) for field in SCHEMA], schema=SCHEMA)
    before = -1
    for batch in file.iter_batches(batch_size=rows, columns=SCHEMA.names):
        together = joined(left, batch)
        refuse_wrong(together, before)
        numbers = together.column("licence").to_numpy()
        cut = int(np.searchsorted(numbers, numbers[-1]))
        left = together.slice(cut)
        if cut > 0:
            before = int(numbers[cut - 1])
            yield together.slice(0, cut)
    if len(left):
        yield left


def opened(path: Path) -> pq.ParquetFile:
    """The file, once its columns are those of ``acts/1``."""
    try:
        file = pq.ParquetFile(path)
    except pa.ArrowInvalid as error:
        raise ActsRefused(f"{path} : un fichier Parquet est attendu ({error})") from error
    found = file.schema_arrow
    for field in SCHEMA:
        place = found.get_field_index(field.name)
        if place < 0:
            raise ActsRefused(f"{path} : la colonne « {field.name} » manque ({FORMAT.decode()})")
        if found.field(place).type != field.type:
            kind = found.field(place).type
            raise ActsRefused(f"{path} : colonne « {field.name} » : {kind} trouvé, {field.type} attendu")
    return file


def joined(left: pa.RecordBatch, batch: pa.RecordBatch) -> pa.RecordBatch:
    """What was left of the batch before, and this one."""
    right = batch.select(SCHEMA.names).replace_schema_metadata(SCHEMA.metadata)
    table = pa.Table.from_batches([left, pa.RecordBatch.from_arrays(right.columns, schema=SCHEMA)])
    (whole,) = table.combine_chunks().to_batches()
    return whole


def is_ascending(numbers: np.ndarray[tuple[int], np.dtype[np.int64]], before: int) -> bool:
    """Whether licences come in the order of their numbers, after those that came before."""
    return bool(numbers[0] > before and (numbers[1:] >= numbers[:-1]).all())


def refuse_wrong(batch: pa.RecordBatch, before: int) -> None:
    """Refuse rows that the compiled rules could not fold rightly; the first one is named by its licence."""
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        if column.null_count:
            raise ActsRefused(f"colonne « {name} » : une valeur manque")
    numbers, kind, act = (batch.column(name).to_numpy() for name in ("licence", "kind", "act"))
    if not is_ascending(numbers, before):
        place = int(np.argmax(np.concatenate([[numbers[0] <= before], numbers[1:] < numbers[:-1]])))
        raise ActsRefused(f"permis {numbers[place]} : les permis se suivent dans l'ordre de leurs numéros")
    is_first = np.concatenate([[True], numbers[1:] != numbers[:-1]])
    opens = (kind == kinds.LICENCE_OBTAINED) & (act == OPENING_ACT)
    wrong = (is_first != opens) | (kind < kinds.END_OF_BAN) | (kind > kinds.STAGE) | np.isin(kind, UNREADABLE_KINDS)
    if wrong.any():
        place = int(np.argmax(wrong))
        expected = "son ouverture, et elle seule, en premier" if (is_first != opens)[place] else "un fait de acts/1"
        raise ActsRefused(f"permis {numbers[place]} : genre {kind[place]} trouvé, {expected} attendu")
