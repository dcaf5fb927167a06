"""Files as bytes: on the disk, from a pipe, from object storage; packed with gzip or Zstandard or not.

What cannot be read twice is first copied into a temporary file: conversations whose turns stand apart are only known after one
pass (see gathering), and Parquet is read from its end.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO, NamedTuple

from coach.errors import UsageError
from coach.review.sources.listing import STDIN, is_url
from coach.review.sources.notes import Notes, silent

STEP = 1 << 17
"""Bytes that are read at once."""
PACKED_STEP = 1 << 12
"""Bytes that are unpacked at once with Zstandard, which gives no bound to what comes out: at most 128 MB here."""
HEAD = 1 << 16
"""Bytes that tell what a file is."""
LONGEST = 1 << 24
"""Bytes of a first line that is still read to its end, to tell JSON lines from a document."""

GZIP, ZSTANDARD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
CUT = "the packed file is damaged or cut short after this; what comes before is read"

Progress = Callable[[int], None]


def quiet(count: int) -> None:
    """Show no progress."""


class Opened(NamedTuple):
    """A file that can be read any number of times: the name that people know and the path where it lies."""

    name: str
    path: str
    size: int


@contextmanager
def opened(name: str, stdin: BinaryIO | None, progress: Progress) -> Iterator[Opened]:
    """The file of a path, an address, or "-" for `stdin`; a copy is removed at the end, and its bytes count as they are copied.

    Raises UsageError for what cannot be read.
    """
    try:
        if name == STDIN:
            if stdin is None:
                raise UsageError("there is no standard input to read from", hint="give the path of a file")
            with copied(stdin, progress) as path:
                yield Opened("<stdin>", path, os.path.getsize(path))
        elif is_url(name):
            with remote(name) as file, copied(file, progress) as path:
                yield Opened(name, path, os.path.getsize(path))
        elif os.path.isfile(name):
            yield Opened(name, name, os.path.getsize(name))
        else:
            with open(name, "rb") as file, copied(file, progress) as path:
                yield Opened(name, path, os.path.getsize(path))
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror or error}", where=name) from None


@contextmanager
def copied(file: IO[bytes], progress: Progress) -> Iterator[str]:
    """The path of a temporary copy, readable only for its owner."""
    from tempfile import NamedTemporaryFile

    with NamedTemporaryFile(prefix="coach-review-") as copy:
        while data := file.read(STEP):
            copy.write(data)
            progress(len(data))
        copy.flush()
        yield copy.name


@contextmanager
def remote(address: str) -> Iterator[IO[bytes]]:
    """A file in object storage. Raises UsageError where fsspec, or its package for this kind of storage, is missing."""
    try:
        import fsspec
    except ImportError:
        raise UsageError("needs a package to read addresses", where=address, hint="pip install 'reply-coach[remote]'") from None
    try:
        with fsspec.open(address, "rb") as file:
            yield file
    except ImportError as error:
        raise UsageError(f"needs another package: {error}", where=address, hint="pip install s3fs, gcsfs or adlfs") from None
    except ValueError as error:
        raise UsageError(f"cannot be read: {error}", where=address) from None


def head(file: Opened) -> bytes:
    """The first bytes of the unpacked file: HEAD or more, and the first line, where it has no more than LONGEST."""
    start: list[bytes] = []
    length, line = 0, False
    for chunk in chunks(file, Notes(file.name, silent), quiet):
        start.append(chunk)
        length += len(chunk)
        line = line or b"\n" in chunk
        if length >= (HEAD if line else LONGEST):
            break
    return b"".join(start)


def chunks(file: Opened, notes: Notes, progress: Progress) -> Iterator[bytes]:
    """The unpacked bytes of the file in pieces; a damaged packing ends them and is noted. `progress` gets bytes of the disk."""
    raw = pieces(file.path, progress)
    first = next(raw, b"")
    if first.startswith(GZIP):
        yield from gunzipped(first, raw, notes)
    elif first.startswith(ZSTANDARD):
        yield from zstandard_pieces(first, raw, notes)
    else:
        yield first
        yield from raw


@contextmanager
def unpacked(file: Opened, notes: Notes) -> Iterator[Opened]:
    """The file as one that is not packed; a packed one is copied into a temporary file."""
    from tempfile import NamedTemporaryFile

    if not next(pieces(file.path, quiet), b"").startswith((GZIP, ZSTANDARD)):
        yield file
        return
    with NamedTemporaryFile(prefix="coach-review-") as copy:
        for chunk in chunks(file, notes, quiet):
            copy.write(chunk)
        copy.flush()
        yield file._replace(path=copy.name)


def pieces(path: str, progress: Progress) -> Iterator[bytes]:
    """The bytes of a file as they are."""
    with open(path, "rb", buffering=0) as file:
        while data := file.read(STEP):
            progress(len(data))
            yield data


def gunzipped(first: bytes, raw: Iterator[bytes], notes: Notes) -> Iterator[bytes]:
    """The content of a gzip file, of all its members, in pieces of bounded size."""
    member = before = zlib.decompressobj(wbits=31)
    data = first
    try:
        while True:
            if member.eof:
                data = data.lstrip(b"\0")  # tapes and some tools fill up with zeros
                if data:
                    member = zlib.decompressobj(wbits=31)
            if not data:
                data = next(raw, b"")
                if not data:
                    break
                continue
            before = member.copy()
            out = member.decompress(data, STEP)
            data = member.unused_data if member.eof else member.unconsumed_tail
            if out:
                yield out
    except zlib.error:
        yield from salvaged(before, data)
        notes.here(CUT)
        return
    if not member.eof:
        yield member.flush()
        notes.here(CUT)


def salvaged(member: zlib._Decompress, data: bytes) -> Iterator[bytes]:
    """What can be unpacked of data before the fault in it: pieces half as large wherever the fault is in the next."""
    step = STEP
    while step and not member.eof:
        before = member.copy()
        try:
            out = member.decompress(data, step)
        except zlib.error:
            member, step = before, step // 2
            continue
        data = member.unconsumed_tail
        if not out:
            return
        yield out


def zstandard_pieces(first: bytes, raw: Iterator[bytes], notes: Notes) -> Iterator[bytes]:
    """The content of a Zstandard file, of all its frames."""
    import zstandard

    unpacker = zstandard.ZstdDecompressor()
    frame = unpacker.decompressobj()
    data: bytes | None = first
    try:
        while data:
            out: list[bytes] = []
            for start in range(0, len(data), PACKED_STEP):
                rest = data[start : start + PACKED_STEP]
                while rest:
                    if frame.eof:
                        frame = unpacker.decompressobj()
                    out.append(frame.decompress(rest))
                    rest = frame.unused_data if frame.eof else b""
                if sum(map(len, out)) >= STEP:
                    yield b"".join(out)
                    out = []
            yield b"".join(out)
            data = next(raw, None)
    except zstandard.ZstdError:
        yield b"".join(out)
        notes.here(CUT)
        return
    if not frame.eof:
        notes.here(CUT)
