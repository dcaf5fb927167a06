"""Where the values of a piece of JSON end, found with a few operations on whole arrays of bytes.

A scanner in Python that looks at each string takes longer than decoding. ijson does both in C and is about as fast as this and
orjson together, but it stops at the first fault; with the bounds known only the faulty value is lost.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

OPEN, CLOSE, COMMA, QUOTE = 1, 2, 3, 4
SIGNS = dict(zip(b'{[}],"', (OPEN, OPEN, CLOSE, CLOSE, COMMA, QUOTE), strict=True))
KINDS = bytes(SIGNS.get(byte, 0) for byte in range(256))
DEEPER = np.array([0, 1, -1, 0, 0], np.int32)
"""What a sign does to the depth."""


class Split(NamedTuple):
    """The bounds of the complete values of a buffer; `rest` is where the first begins that is not complete; `ended` says that the
    array ends before it.
    """

    bounds: list[tuple[int, int]]
    rest: int
    ended: bool


def split(buffer: bytes, inside: bool) -> Split:
    """The values of a buffer that begins at a value: elements of an array (`inside`), or documents one after the other."""
    kinds, places = signs(buffer)
    depth = np.cumsum(DEEPER[kinds])
    if not inside:
        ends = [place + 1 for place in places[(kinds == CLOSE) & (depth == 0)].tolist()]
        return Split(list(zip([0, *ends], ends, strict=False)), ends[-1] if ends else 0, False)
    closing = np.flatnonzero(depth < 0)[:1]
    within = slice(closing[0] if len(closing) else None)
    commas = places[within][(kinds[within] == COMMA) & (depth[within] == 0)].tolist()
    bounds = list(zip([0, *(comma + 1 for comma in commas)], commas, strict=False))
    start = commas[-1] + 1 if commas else 0
    if not len(closing):
        return Split(bounds, start, False)
    end = int(places[closing[0]])
    if buffer[start:end].strip():
        bounds.append((start, end))
    return Split(bounds, end + 1, True)


def signs(buffer: bytes) -> tuple[np.ndarray, np.ndarray]:
    """The brackets and commas outside of strings: their kinds and their places."""
    # Both replacements keep every place; after them each quotation mark begins or ends a string.
    plain = buffer.replace(b"\\\\", b"__").replace(b'\\"', b"__") if b"\\" in buffer else buffer
    marked = np.frombuffer(plain.translate(KINDS), np.uint8)
    places = np.flatnonzero(marked)
    kinds = marked[places]
    quotes = kinds == QUOTE
    outside = ~quotes & (np.cumsum(quotes) % 2 == 0)
    return kinds[outside], places[outside]
