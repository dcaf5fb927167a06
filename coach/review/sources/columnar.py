"""Parquet as the rows of tables. Only the columns that are needed are read, some thousand rows at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from coach.errors import UsageError
from coach.review.sources.job import Heard, Job
from coach.review.sources.notes import Notes
from coach.review.sources.opening import Opened, Progress
from coach.review.sources.tabular import Table
from coach.review.sources.turning import Block
from coach.review.sources.values import Values

ROWS = 8192
DAMAGED = "the Parquet file is damaged here; the rows before are read"


def opened(file: Opened) -> pq.ParquetFile:
    """The file. Raises UsageError for one that is damaged or no Parquet."""
    try:
        return pq.ParquetFile(file.path, pre_buffer=False)
    except (pa.ArrowException, OSError) as error:
        first = str(error).partition("\n")[0]
        raise UsageError(f"no complete Parquet file: {first}", where=file.name, hint="write it or copy it again") from None


def table(job: Job) -> Table:
    """A Parquet file with one row a turn. Raises UsageError for one that is damaged."""

    def again(columns: Mapping[str, str], heard: Heard) -> Iterator[Block]:
        return blocks(job.file, columns, heard.notes, heard.progress)

    def sample(name: str) -> Sequence[object]:
        return next((block.columns["sample"] for block in again({"sample": name}, job.unheard)), ())

    return Table(names(job.file), sample, again)


def has_lists(file: Opened) -> bool:
    """Whether a column has lists of records: then a row is a conversation."""
    kinds = opened(file).schema_arrow.types
    return any((pa.types.is_list(kind) or pa.types.is_large_list(kind)) and pa.types.is_struct(kind.value_type) for kind in kinds)


def names(file: Opened) -> list[str]:
    """The columns."""
    return list(opened(file).schema_arrow.names)


def batches(file: Opened, wanted: Sequence[str] | None, notes: Notes, progress: Progress) -> Iterator[tuple[int, pa.RecordBatch]]:
    """The rows of the wanted columns (None: of all) in batches, with the number of the first row, from 1."""
    parquet = opened(file)
    total = max(parquet.metadata.num_rows, 1)
    number = 1
    try:
        for batch in parquet.iter_batches(ROWS, columns=None if wanted is None else list(wanted)):
            notes.line = number
            yield number, batch
            number += len(batch)
            progress(file.size * len(batch) // total)
    except (pa.ArrowException, OSError):
        notes.at(number, DAMAGED)


def blocks(file: Opened, columns: Mapping[str, str], notes: Notes, progress: Progress) -> Iterator[Block]:
    """The rows as blocks, with the columns that have a meaning."""
    for number, batch in batches(file, sorted(set(columns.values())), notes, progress):
        cells = {meaning: cells_of(batch.column(name)) for meaning, name in columns.items()}
        yield Block(range(number, number + len(batch)), cells)


def values(file: Opened, notes: Notes, progress: Progress) -> Iterator[Values]:
    """The rows as objects, for conversations with their turns in lists."""
    for number, batch in batches(file, None, notes, progress):
        yield Values(range(number, number + len(batch)), batch.to_pylist())


def cells_of(column: pa.Array) -> list[Any]:
    """The cells of a column; times in microseconds, because Python has none with more."""
    kind = column.type
    if pa.types.is_timestamp(kind):
        column = column.cast(pa.timestamp("us", kind.tz), safe=False)
    cells: list[Any] = column.to_pylist()
    return cells
