"""The tables of a review file as Parquet or CSV, for whatever else draws the figures: a file, or an address in object storage."""

from __future__ import annotations

import os
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from coach.errors import UsageError, did_you_mean
from coach.reports.csv_report import FORMULA
from coach.review.sources.listing import is_url
from coach.review.store import TABLES, explained, private

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ENDINGS = {".parquet": "FORMAT parquet, COMPRESSION zstd", ".csv": "FORMAT csv, HEADER"}


def export(connection: DuckDBPyConnection, table: str, path: str) -> None:
    """Write one of TABLES to `path`: its ending says whether as Parquet or as CSV; with "://" it is an address for fsspec.

    In CSV a cell that a spreadsheet would compute has an apostrophe in front. The file appears when it is complete, and is for
    its owner alone. Raises UsageError for another table or ending and where nothing can be written, CoachError where DuckDB
    cannot write.
    """
    if table not in TABLES:
        raise UsageError(f"there is no table {table}", hint=did_you_mean(table, TABLES, f"there are {', '.join(TABLES)}"))
    how = next((how for ending, how in ENDINGS.items() if path.lower().endswith(ending)), None)
    if how is None:
        raise UsageError("the kind of file is not known", where=path, hint=f"end it in {' or '.join(ENDINGS)}")
    remote = is_url(path)
    folder = None if remote else os.path.dirname(path) or "."
    try:
        with TemporaryDirectory(prefix=".coach-", dir=folder) as beside:
            made = Path(beside) / "table"
            select = f"SELECT * FROM {table}" if how == ENDINGS[".parquet"] else defused(connection, table)  # noqa: S608
            with private(), explained(path, "cannot be written"):
                connection.execute(f"COPY ({select}) TO '{quoted(str(made))}' ({how})")
            if remote:
                send(made, path)
            else:
                made.replace(path)
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror or error}", where=path) from None


def defused(connection: DuckDBPyConnection, table: str) -> str:
    """A SELECT of a table in which no text begins like a formula."""
    described = connection.execute(f"DESCRIBE {table}").fetchall()
    starts = " OR ".join(f"starts_with({{0}}, '{mark}')" for mark in (*FORMULA, "\t", "\r"))
    columns = []
    for name, kind, *_ in described:
        column = f'"{name}"'
        columns.append(
            f"CASE WHEN {starts.format(column)} THEN '''' || {column} ELSE {column} END AS {column}"
            if kind == "VARCHAR"
            else column
        )
    return f"SELECT {', '.join(columns)} FROM {table}"  # noqa: S608


def send(file: Path, address: str) -> None:
    """A file to an address in object storage. Raises UsageError where the package for it is missing or it is refused."""
    from pyarrow import ArrowException
    from pyarrow.fs import FileSystem

    try:
        there, path = FileSystem.from_uri(f"fsspec+{address}")
        with file.open("rb") as source, there.open_output_stream(path) as target:
            copyfileobj(source, target)
    except ImportError as error:
        hint = "pip install 'reply-coach[remote]' and the package for this kind of storage: s3fs, gcsfs or adlfs"
        raise UsageError(f"needs another package: {error}", where=address, hint=hint) from None
    except (ArrowException, ValueError) as error:
        raise UsageError(f"cannot be written: {error}", where=address) from None


def quoted(text: str) -> str:
    """Text for a literal of SQL."""
    return text.replace("'", "''")
