"""From bytes to texts: what encoding a file is in, and how to write it back unchanged.

Texts are decoded as they stand: line ends, NUL bytes and everything else are kept, and a byte order mark is remembered, so
that the bytes of an unchanged text come out as they went in. Invalid bytes are an error, never a guess.
"""

# This is on the start-up path, and pathlib costs as much to import as Python itself takes to start.

# On the start-up path, and so without the usual `from __future__ import annotations`: see coach/settings/record.py.

import os
from stat import S_ISREG
from typing import BinaryIO, NamedTuple

from coach.errors import UsageError

STDIN = "-"

LARGEST = 50_000_000
"""Bytes of the largest file that is read; a text is held in memory several times over."""

STEP = 1_000_000
"""Bytes that are read at once from what has no known size."""

# No UTF-32: its mark is also that of a UTF-16 text that begins with NUL, and nobody saves a reply in it.
MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


class Source(NamedTuple):
    """A decoded text with the name it is shown under, and what it takes to encode it again."""

    name: str
    text: str
    encoding: str
    mark: bytes


def decode(data: bytes, name: str, encoding: str | None = None) -> Source:
    """Decode bytes as UTF-8, as UTF-16 where a byte order mark says so, or as `encoding`.

    Raises UsageError with the byte offset for bytes that are not valid, and for an encoding that does not exist.
    """
    mark, marked = next(((mark, codec) for mark, codec in MARKS if data.startswith(mark)), (b"", "utf-8"))
    codec = marked if encoding is None else _canonical(encoding)
    if codec == "utf-16":
        # Python's own codec of this name would add a mark when writing.
        codec = marked if mark and marked != "utf-8" else "utf-16-le"
    if codec != marked:
        mark = b""
    try:
        return Source(name, data[len(mark) :].decode(codec), codec, mark)
    except UnicodeDecodeError as error:
        message = f"not valid {codec.upper()} at byte {len(mark) + error.start}"
        hint = "save the file as UTF-8, or name its encoding, for example --encoding cp1252 or cp1251"
        raise UsageError(message, where=name, hint=hint) from None
    except (UnicodeError, ValueError) as error:
        raise UsageError(f"cannot be read as {codec}: {error}", where=name) from None


def encode(source: Source, text: str, original: bytes) -> bytes:
    """The text in the encoding and with the byte order mark of its source, whose bytes were `original`.

    Raises UsageError when the encoding lacks a character, or would change bytes that were not touched.
    """
    if text == source.text:
        return original
    try:
        exact = source.mark + source.text.encode(source.encoding) == original
        result = source.mark + text.encode(source.encoding)
    except UnicodeEncodeError as error:
        message = f"{source.encoding.upper()} has no character {error.object[error.start]!r}, which the better wording needs"
        raise UsageError(message, where=source.name, hint="save the file as UTF-8") from None
    if not exact:
        raise UsageError(f"cannot be written back as {source.encoding} unchanged", where=source.name)
    return result


def _canonical(encoding: str) -> str:
    """Python's own name of an encoding of text."""
    import codecs

    try:
        name = codecs.lookup(encoding).name
        "".encode(name)
    except (LookupError, ValueError):
        raise UsageError(f"unknown encoding {encoding!r}", hint="for example utf-8, cp1251, cp1252, cp1254, utf-16") from None
    return "utf-8" if name == "utf-8-sig" else name


def read(path: str) -> bytes:
    """The bytes of a file. Raises UsageError with the reason of the system, and for a file larger than LARGEST."""
    try:
        with open(path, "rb") as file:
            about = os.fstat(file.fileno())
            refuse_large(about.st_size, path)
            return file.read() if S_ISREG(about.st_mode) else limited(file, path)
    except OSError as error:
        raise UsageError(reason(error), where=path) from None
    except ValueError as error:
        raise UsageError(str(error), where=path) from None


def limited(file: BinaryIO, name: str) -> bytes:
    """The bytes of a pipe or a device, which may have no end. Raises UsageError for more than LARGEST."""
    parts: list[bytes] = []
    size = 0
    while part := file.read(STEP):
        size += len(part)
        refuse_large(size, name)
        parts.append(part)
    return b"".join(parts)


def refuse_large(size: int, name: str) -> None:
    """Raise UsageError for more bytes than are read."""
    if size > LARGEST:
        message = f"too large to check at once: more than {LARGEST // 1_000_000} MB"
        hint = "split it, for example one file for each page or folder of the export; conversations are for coach review"
        raise UsageError(message, where=name, hint=hint)


def reason(error: OSError) -> str:
    """What the system says went wrong, without number and path: "No such file or directory"."""
    return error.strerror or str(error)
