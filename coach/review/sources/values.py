"""JSON values of a file, many at a time: the lines of JSON lines, the elements of an array, documents one after the other.

orjson decodes a block of values at once, as an array made of them; one by one they are only decoded where the block has a fault.
Memory holds a block, or one value where that is larger.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import orjson

from coach.review.sources.notes import Notes

NOT_JSON = "not JSON; it is left out"
CUT = "the file is cut short here; what is not complete is left out"
REPLACED = "bytes that are not UTF-8, read as \N{REPLACEMENT CHARACTER}; name the encoding of the file with --encoding"
BLANK = b" \t\r\n"


class Values(NamedTuple):
    """Decoded values and the line, or the number of the record, of each."""

    lines: Sequence[int]
    values: list[Any]


def of_lines(chunks: Iterable[bytes], notes: Notes) -> Iterator[Values]:
    """The values of JSON lines in UTF-8; a line that is not JSON is noted and left out."""
    line = 1
    for block, last in blocks(chunks):
        notes.line = line
        count = block.count(b"\n") + 1
        values = together(block.replace(b"\n", b","), count)
        if values is None:
            yield one_by_one(block.split(b"\n"), line, notes, CUT if last else NOT_JSON)
        else:
            yield Values(range(line, line + count), values)
        line += count
    notes.line = line - 1


def blocks(chunks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Blocks of whole lines without the last line end, and whether a block is a last line that has none."""
    parts: list[bytes] = []
    for chunk in chunks:
        cut = chunk.rfind(b"\n")
        if cut < 0:
            parts.append(chunk)
            continue
        parts.append(chunk[:cut])
        yield b"".join(parts), False
        parts = [chunk[cut + 1 :]]
    rest = b"".join(parts)
    if rest.strip():
        yield rest, True


def together(joined: bytes, count: int) -> list[Any] | None:
    """The values between commas; None where there are not `count` of them, or one is not JSON."""
    try:
        values: list[Any] = orjson.loads(b"[" + joined + b"]")
    except orjson.JSONDecodeError:
        return None
    return values if len(values) == count else None


def one_by_one(pieces: Sequence[bytes], first: int, notes: Notes, broken: str) -> Values:
    """Those of the pieces that are JSON; `broken` is noted of the last piece where that is not, NOT_JSON of others."""
    lines: list[int] = []
    values: list[Any] = []
    for number, piece in enumerate(pieces, first):
        if not piece.strip():
            continue
        try:
            values.append(decoded(piece, number, notes))
            lines.append(number)
        except ValueError:
            notes.at(number, broken if number == first + len(pieces) - 1 else NOT_JSON)
    return Values(lines, values)


def decoded(piece: bytes, line: int, notes: Notes) -> Any:
    """One value, also where only Python takes it for JSON (NaN, half a surrogate pair) or its bytes are not valid.

    Raises ValueError for what is no JSON.
    """
    try:
        return orjson.loads(piece)
    except orjson.JSONDecodeError:
        return leniently(piece, line, notes)


def leniently(piece: bytes, line: int, notes: Notes) -> Any:
    """A value that orjson refuses. Raises ValueError where json does too."""
    import json

    text = piece.decode("utf-8", "replace").lstrip("\ufeff\0")  # of files that were put together, or of a disk that was full
    try:
        value = json.loads(text, strict=False)
        clean = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")  # half a surrogate pair becomes "?"
        value = json.loads(clean)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    try:
        piece.decode("utf-8")
    except UnicodeDecodeError:
        notes.at(line, REPLACED)
    return value


def of_documents(chunks: Iterable[bytes], notes: Notes) -> Iterator[Values]:
    """The elements of a top-level array, or the documents that stand one after the other, in UTF-8; also a mixture of both.

    Values are numbered from 1. What is not JSON is noted and left out; so is an element that is cut short at the end.
    """
    from coach.review.sources.splitting import split

    number = 1
    buffer = b""
    waiting: list[bytes] = []
    inside = False  # in an array
    enough = 0
    for chunk, final in lasting(chunks):
        waiting.append(chunk)
        # A value larger than a chunk is looked at again only when twice as much of it is there.
        if sum(map(len, waiting)) < enough and not final:
            continue
        buffer = b"".join([buffer, *waiting])
        waiting = []
        ended = True
        while ended and buffer:
            if not inside:
                buffer = buffer.lstrip(BLANK + b",")
                inside = buffer.startswith(b"[")
                buffer = buffer[inside:]
            parts = split(buffer, inside)
            ended = parts.ended
            if parts.bounds:
                notes.line = number
                yield numbered(buffer, parts.bounds, inside, number, notes)
                number += len(parts.bounds)
            buffer = buffer[parts.rest :]
            inside = inside and not ended
        enough = len(buffer)
    if buffer.strip(BLANK) or inside:
        yield from unfinished(buffer, inside, number, notes)


def lasting(chunks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """The chunks, and an empty last one, with whether it is the last."""
    yield from ((chunk, False) for chunk in chunks)
    yield b"", True


def numbered(buffer: bytes, bounds: list[tuple[int, int]], commas: bool, number: int, notes: Notes) -> Values:
    """The values within bounds, which stand one after the other with commas between them or without."""
    between = buffer[bounds[0][0] : bounds[-1][1]]
    values = together(between if commas else b",".join(buffer[start:end] for start, end in bounds), len(bounds))
    if values is None:
        return one_by_one([buffer[start:end] for start, end in bounds], number, notes, NOT_JSON)
    return Values(range(number, number + len(bounds)), values)


def unfinished(rest: bytes, inside: bool, number: int, notes: Notes) -> Iterator[Values]:
    """What is left at the end of a file: an element of an array that was not closed, or something cut short."""
    kept = one_by_one([rest], number, notes, CUT)
    if kept.values:
        if inside:
            notes.at(number, "the file is cut short after this; the array has no end")
        yield kept
    elif not rest.strip(BLANK):
        notes.at(max(number - 1, 1), "the file is cut short after this; the array has no end")
