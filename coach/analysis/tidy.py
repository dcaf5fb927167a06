"""Cuts a text into blocks that a spaCy tokenizer can read, and remembers where every character came from.

A block is a run of lines that belong together: a sentence never crosses from one block to the next. Inside a block the text is
tidied, because spaCy makes a token of every surplus blank and every line break, and such a token would stand between the words
of a Matcher pattern: composed (NFC), one space for any run of white space, straight apostrophes, no invisible characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coach.languages.base import compose

BLOCK = 20_000
"""Code points. A longer block is cut: spaCy takes twice as long for one piece, trained pipelines run out of memory."""

WRAPPED = range(50, 101)
"""Lengths of a line that an e-mail program may have wrapped, so that its sentence goes on in the next line."""

LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
LINE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*\s*\Z")
LIST_ITEM = re.compile(r"\s*(?:[-*+•·–—>]|\(?(?:\d{1,2}|[a-zа-я])[.)])\s")
SENTENCE_GAP = re.compile(r"[.!?…]\s")
INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
"""Soft hyphen, zero-width space and direction marks: they stand inside words without belonging to them."""

UNTIDY = re.compile(rf"\s\s|[^\S ]|[{INVISIBLE}\ud800-\udfff’ʼ´]|\A\s|\s\Z")
PIECE = re.compile(rf"([\s{INVISIBLE}]+)|([\ud800-\udfff])|([’ʼ´])|([^\s{INVISIBLE}\ud800-\udfff’ʼ´]+)")


class Block(NamedTuple):
    """Tidied text, and for each of its characters where it starts and ends in the text it was cut from."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a text in order, none of them empty. Characters outside all blocks are white space or invisible."""
    composed, clusters = compose(text)
    offsets = _single(clusters) if clusters else None
    for start, end in _spans(composed):
        block = _tidy(composed, start, end)
        if not block.text:
            continue
        if offsets is None:
            yield block
        else:
            yield Block(block.text, [offsets[at] for at in block.starts], [offsets[at] for at in block.ends])


def _single(clusters: Sequence[int]) -> list[int]:
    """An offset of its own for every character where a letter and its marks did not become one: q and a tilde stay two."""
    offsets = list(clusters)
    for at in range(1, len(offsets) - 1):
        if clusters[at] == clusters[at - 1]:
            offsets[at] = offsets[at - 1] + 1
    return offsets


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the blocks lie: lines, joined where one was only wrapped, cut where they are too long."""
    start: int | None = None
    end, previous = 0, ""
    for line_start, line_end in _lines(text):
        line = text[line_start:line_end]
        if start is None:
            start = line_start
        elif not _goes_on(previous, line) or line_end - start > BLOCK:
            yield from _cut(text, start, end)
            start = line_start
        previous, end = line, line_end
    if start is not None:
        yield from _cut(text, start, end)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every line, without its line break."""
    start = 0
    for match in LINE_BREAK.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _goes_on(line: str, following: str) -> bool:
    """Whether a line was wrapped by a program: long, without an end of its own, and followed by neither a gap nor a list."""
    return (
        len(line.rstrip()) in WRAPPED
        and bool(following.strip())
        and LINE_END.search(line) is None
        and LIST_ITEM.match(following) is None
    )


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pieces of at most `BLOCK` code points: cut after a sentence if there is one, else between words; never inside a word."""
    while end - start > BLOCK:
        limit = start + BLOCK
        gap = max((match.end() for match in SENTENCE_GAP.finditer(text, limit - BLOCK // 4, limit)), default=-1)
        if gap < 0:
            gap = text.rfind(" ", start + 1, limit)
        if gap < 0:
            gap = text.find(" ", limit, end)
        if gap < 0:
            break
        yield start, gap
        start = gap
    yield start, end


def _tidy(text: str, start: int, end: int) -> Block:
    """One stretch of text made readable for a tokenizer."""
    stretch = text[start:end]
    if UNTIDY.search(stretch) is None:
        return Block(stretch, range(start, end), range(start + 1, end + 1))
    parts: list[str] = []
    starts: list[int] = []
    for match in PIECE.finditer(stretch):
        gap, surrogate, apostrophe, plain = match.groups()
        at = start + match.start()
        if plain:
            parts.append(plain)
            starts.extend(range(at, at + len(plain)))
        elif surrogate or apostrophe:
            parts.append("\ufffd" if surrogate else "'")
            starts.append(at)
        elif parts and gap.strip(INVISIBLE):
            parts.append(" ")
            starts.append(at)
    if parts and parts[-1] == " ":
        parts.pop()
        starts.pop()
    return Block("".join(parts), starts, [at + 1 for at in starts])
