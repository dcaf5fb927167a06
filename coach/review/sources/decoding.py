"""From bytes to characters: what encoding a file is in, and what becomes of bytes that are not valid in it."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator

from coach.errors import UsageError
from coach.review.sources.notes import Notes
from coach.sources.files import MARKS

INVALID = (
    "bytes that are not {codec}, read as \N{REPLACEMENT CHARACTER}; "
    "name the encoding of the file, for example --encoding cp1252 (English, German), cp1251 (Russian) or cp1254 (Turkish)"
)

UTF_16 = {(False, True, False, True): "utf-16-le", (True, False, True, False): "utf-16-be"}
"""Which of the first four bytes are zero in a text that begins with two letters of ASCII."""
NO_TEXTS = ("idna", "punycode", "undefined")
"""Encodings of names of hosts and of nothing, which Python counts among those of texts."""


def encoding_of(start: bytes, told: str | None) -> tuple[str, int]:
    """The codec of a file that begins with `start`, and how many bytes its mark takes.

    A byte order mark decides, then what was told; where each other byte is zero it is UTF-16, as in RFC 4627, else UTF-8. Raises
    UsageError for an encoding that does not exist.
    """
    for mark, codec in MARKS:
        if start.startswith(mark):
            return codec, len(mark)
    if told is None and len(start) >= 4:
        zeros = tuple(byte == 0 for byte in start[:4])
        if zeros in UTF_16:
            return UTF_16[zeros], 0
    try:
        found = codecs.lookup(told or "utf-8")
    except LookupError:
        raise UsageError(f"there is no encoding {told!r}", hint="for example utf-8, cp1252, cp1251, cp1254 or utf-16") from None
    if not found._is_text_encoding or found.name in NO_TEXTS:
        raise UsageError(f"{told!r} is no encoding of texts", hint="for example utf-8, cp1252, cp1251, cp1254 or utf-16")
    return ("utf-16-le" if found.name == "utf-16" else found.name), 0


def without_mark(chunks: Iterable[bytes], length: int) -> Iterator[bytes]:
    """The bytes without the first `length`."""
    left = length
    for chunk in chunks:
        if left >= len(chunk):
            left -= len(chunk)
            continue
        yield chunk[left:] if left else chunk
        left = 0


def characters(chunks: Iterable[bytes], codec: str, notes: Notes) -> Iterator[str]:
    """The characters of the bytes; invalid bytes become replacement characters and are noted with their line."""
    decoder = codecs.getincrementaldecoder(codec)()
    line = 1
    for chunk, final in lasting(chunks):
        try:
            text = decoder.decode(chunk, final)
        except UnicodeDecodeError as error:
            notes.at(line + error.object.count(b"\n", 0, error.start), INVALID.format(codec=codec.upper()))
            decoder.errors = "replace"
            text = decoder.decode(chunk, final)
            decoder.errors = "strict"
        line += text.count("\n")
        yield text


def lasting(chunks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """The chunks, and an empty last one, with whether it is the last."""
    yield from ((chunk, False) for chunk in chunks)
    yield b"", True


def as_utf8(chunks: Iterable[bytes], codec: str, notes: Notes) -> Iterator[bytes]:
    """The bytes in UTF-8. What claims to be UTF-8 already is passed on as it is."""
    if codec == "utf-8":
        return iter(chunks)
    return (text.encode("utf-8", "replace") for text in characters(chunks, codec, notes))
