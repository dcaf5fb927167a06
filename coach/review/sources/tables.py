"""Tables in CSV and TSV: rows with names of columns in the first.

Python's own csv reads them: it knows the line on which a row begins, takes a row as it is, and goes on behind a faulty one, while
Arrow's reader stops there; it does some 60 MB/s.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.errors import UsageError
from coach.review.sources.notes import Notes

if TYPE_CHECKING:
    from _csv import Reader

DELIMITERS = ",;\t|"
LARGEST = 1 << 24
"""Characters of a row in several lines. A quotation mark that is never closed makes a row of everything behind it."""
TOGETHER = 10_000
"""Rows that are handed on at a time, however many a piece of the file has."""
ENDLESS = 20
"""Marks that are never closed, before none is taken for a mark any more."""

UNCLOSED = "a quotation mark that is never closed; the row is read without it"
CUT = "the last row is cut short"
SHORT = "fewer cells than columns"
LONG = "more cells than columns; those behind the last column are left out"

Row = Sequence[str]


class Some(NamedTuple):
    """Rows, and the line on which each begins."""

    lines: list[int]
    rows: list[Row]


def lines(pieces: Iterable[str]) -> Iterator[list[str]]:
    """The lines of a text in pieces, some at a time, each with its end: LF, CR LF, or CR alone as old Macs wrote it."""
    waiting: list[str] = []
    held = ""
    for piece in pieces:
        # A CR at the very end may be half of CR LF.
        whole = held + piece
        held = "\r" if whole.endswith("\r") else ""
        if "\r" in whole:
            whole = whole.removesuffix(held).replace("\r\n", "\n").replace("\r", "\n")
        found = whole.split("\n")
        waiting.append(found[0])
        if len(found) > 1:
            yield ["".join(waiting) + "\n", *[line + "\n" for line in found[1:-1]]]
            waiting = [found[-1]]
    if rest := "".join(waiting):
        yield [rest]


def records(text: Iterator[list[str]], delimiter: str, width: int, number: int, notes: Notes) -> Iterator[Some]:
    """The rows of lines, the first of which is that `number`; `width` is how many cells a row should have."""
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL
    pending: list[str] = []
    endless = enough = 0
    for more, final in lasting(text):
        pending += more
        # A row that goes on and on is looked at again only when twice as much of it is there.
        while pending and (final or not enough or sum(map(len, pending)) >= enough):
            enough = 0
            with cells_of_any_length():
                reader = csv.reader(pending, delimiter=delimiter, strict=True, quoting=quoting)
                some, used, looked_at, full = parsed(reader, number)
            if some.rows:
                yield some
            number += used
            pending = pending[used:]
            notes.line = number
            if full:
                continue
            taken = pending[: looked_at - used]
            length = sum(map(len, pending))
            if len(taken) == len(pending) and not final and length <= LARGEST:
                enough = 2 * length
                break  # nothing is left, or a row goes on behind these lines
            if pending:
                unclosed = is_unclosed(taken, delimiter, width)
                row, count = without_mark(taken, delimiter) if unclosed else as_it_is(taken, delimiter)
                if unclosed or (len(taken) == len(pending) and "".join(taken).count('"') % 2):
                    notes.at(number, UNCLOSED if unclosed else CUT)
                endless += unclosed
                quoting = csv.QUOTE_NONE if endless >= ENDLESS else quoting
                yield Some([number], [row])
                number += count
                pending = pending[count:]


@contextmanager
def cells_of_any_length() -> Iterator[None]:
    """The csv module has one limit for the whole process; here LARGEST is the bound, and everywhere else its own stays."""
    before = csv.field_size_limit(2**31 - 1)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def lasting(text: Iterator[list[str]]) -> Iterator[tuple[list[str], bool]]:
    """The lines, and at last none, with whether it is the last."""
    yield from ((some, False) for some in text)
    yield [], True


def parsed(reader: Reader, number: int) -> tuple[Some, int, int, bool]:
    """The rows up to the first that cannot be read, or TOGETHER of them; how many lines they take, how many were looked at, and
    whether there may be more.
    """
    starts: list[int] = []
    rows: list[Row] = []
    used = count = 0
    try:
        for row in islice(reader, TOGETHER):
            count += 1
            if row:
                starts.append(number + used)
                rows.append(row)
            used = reader.line_num
    except csv.Error:
        pass
    return Some(starts, rows), used, reader.line_num, count == TOGETHER


def is_unclosed(taken: Sequence[str], delimiter: str, width: int) -> bool:
    """Whether a row that cannot be read has swallowed others: it is too long, or its second line has as many cells as a row."""
    second = taken[1:2]
    return sum(map(len, taken)) > LARGEST or (
        bool(second) and len(next(csv.reader(second, delimiter=delimiter), [])) == width > 1
    )


def without_mark(taken: Sequence[str], delimiter: str) -> tuple[Row, int]:
    """The first line as a row, in which quotation marks are signs like others."""
    return next(csv.reader(taken[:1], delimiter=delimiter, quoting=csv.QUOTE_NONE)), 1


def as_it_is(taken: Sequence[str], delimiter: str) -> tuple[Row, int]:
    """The row of a program that does not double the marks within a cell, or one that is cut short."""
    reader = csv.reader(taken, delimiter=delimiter)
    return next(reader), reader.line_num


def delimiter_of(header: str) -> str:
    """The sign between the cells of the first row: the one that it has most of."""
    return max(DELIMITERS, key=header.count)


def opened(pieces: Iterable[str], notes: Notes) -> tuple[list[str], Iterator[Some]]:
    """The names of the columns, and the rows with as many cells as there are columns. Raises UsageError for an empty file."""
    text = lines(pieces)
    first: list[str] = []
    number = 0
    delimiter = ""
    header = ""
    while not header.strip():
        first = first or next(text, [])
        if not first:
            raise UsageError("is empty", where=notes.path)
        header, *first = first
        number += 1
        if header.lower().startswith("sep="):  # Excel's way to name it
            delimiter, header = header[4:5], ""
    delimiter = delimiter if delimiter.strip("\n") else delimiter_of(header)
    names = next(csv.reader([header], delimiter=delimiter))
    if not names[-1].strip():
        names = names[:-1]  # a delimiter at the end of every line
    rows = records(chain([first], text), delimiter, len(names), number + 1, notes)
    return [name.strip() for name in names], (fitted(some, len(names), notes) for some in rows)


def fitted(some: Some, width: int, notes: Notes) -> Some:
    """The rows with `width` cells each."""
    if set(map(len, some.rows)) <= {width}:
        return some
    for line, row in zip(*some, strict=True):
        if len(row) < width:
            notes.at(line, SHORT)
        elif any(row[width:]):
            notes.at(line, LONG)
    return some._replace(rows=[[*row[:width], *[""] * (width - len(row))] for row in some.rows])
