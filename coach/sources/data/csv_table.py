"""CSV and TSV: a table with a header, the cells of each row as a mapping, with the places of the cells.

The csv module of the standard library reads; a pattern finds the cells, and where the two differ, the row is taken for the place.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from functools import partial

from coach.errors import UsageError
from coach.sources.data.tree import BREAK, Data, Mapping, Placed, String, Value, error, located
from coach.sources.files import Source
from coach.sources.mapped import Builder

DELIMITERS = (",", ";", "\t")
QUOTED, BARE, UNKNOWN = '"', "", "?"
"""The styles of a cell; of an unknown one only the row is known."""


def parse(source: Source) -> Data:
    """The rows below the header. Raises UsageError with the place of what is not valid."""
    text = source.text
    delimiter = "\t" if source.name.lower().endswith(".tsv") else delimiter_of(text)
    rows = _rows(source, delimiter)
    header = [cell.value.strip() for cell in next(rows, [])]
    return Data(source, ([_mapping(source, header, row) for row in rows],), partial(place, text, delimiter))


def header_of(text: str) -> list[str]:
    """The names of the columns, without reading more than the first line."""
    first = text.lstrip("\r\n").partition("\n")[0].rstrip("\r")
    return [cell.strip().strip('"') for cell in first.split(delimiter_of(text))]


def delimiter_of(text: str) -> str:
    """What separates the cells of the header: the sign that stands there most often outside of quotes."""
    first = BREAK.split(text.lstrip("\r\n"), maxsplit=1)[0]
    bare = re.sub(r'"[^"]*"', "", first)
    return max(DELIMITERS, key=bare.count)


def _rows(source: Source, delimiter: str) -> Iterator[list[String]]:
    """The cells of each row that is not empty."""
    text = source.text
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    cells = _cells(text, delimiter)
    line = 0
    try:
        for values in reader:
            found = next(cells, [])
            line = reader.line_num
            if values:
                yield _checked(values, found)
    except csv.Error as problem:
        where = f"{source.name}:{line + 1}:1"
        hint = 'close each quote that opens a cell, and double those inside: "He said ""yes"""'
        if "field limit" in str(problem):
            raise UsageError("a cell that is longer than any reply: is a quote left open?", where=where, hint=hint) from None
        raise UsageError(f"not a valid table: {problem}", where=where, hint=hint) from None


def _cells(text: str, delimiter: str) -> Iterator[list[String]]:
    """The cells of each row as the pattern finds them; of an empty line none."""
    cell = re.compile(rf'"([^"]*(?:""[^"]*)*+)"|([^{delimiter}\r\n]*)')
    row: list[String] = []
    at = 0
    while at <= len(text):
        found = cell.match(text, at)
        if not found:
            return
        quoted = found[1] is not None
        value = found[1].replace('""', '"') if quoted else found[0]
        row.append(String(value, found.start(), found.end(), QUOTED if quoted else BARE))
        at = found.end()
        if text.startswith(delimiter, at):
            at += 1
            continue
        yield [] if len(row) == 1 and found[0] == "" else row
        row = []
        end = BREAK.match(text, at)
        if not end:
            return
        at = end.end()


def _checked(values: list[str], found: list[String]) -> list[String]:
    """The cells as the library reads them."""
    if values == [cell.value for cell in found]:
        return found
    start, end = (found[0].start, found[-1].end) if found else (0, 0)
    return [String(value, start, end, UNKNOWN) for value in values]


def _mapping(source: Source, header: list[str], row: list[String]) -> Value:
    """A row by the names of its columns. Raises UsageError for a row with more cells than columns: a text would be cut."""
    extra = next((cell for cell in row[len(header) :] if cell.value.strip()), None)
    if extra:
        message = f"this row has {len(row)} cells, the header {len(header)}"
        raise error(source, extra.start, message, "put a cell that holds the separator in quotes")
    return Mapping([pair for pair in zip(header, row, strict=False) if pair[0]])


def place(text: str, delimiter: str, string: String) -> Placed:
    """Where each character of a cell stands; a doubled quote is a run of its own."""
    made = Builder()
    if string.style == BARE:
        made.keep(text, string.start, string.end)
        return located(string, made, None if '"' in string.value else partial(bare, delimiter=delimiter))
    at, end = string.start + 1, string.end - 1
    for found in re.compile('""').finditer(text, at, end) if string.style == QUOTED else ():
        made.keep(text, at, found.start())
        made.write('"', *found.span())
        at = found.end()
    made.keep(text, at, end)
    return located(string, made, doubled)


def doubled(wording: str) -> str:
    """A wording as it stands in a cell in quotes."""
    return wording.replace('"', '""')


def bare(wording: str, delimiter: str) -> str:
    """A wording as it stands in a cell without quotes. Raises ValueError for one that needs them."""
    if any(sign in wording for sign in (delimiter, '"', "\r", "\n")):
        raise ValueError("it needs quotes around the whole cell")
    return wording
