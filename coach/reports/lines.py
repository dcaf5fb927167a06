"""Lines and columns of a text: both 1-based; a line ends at LF, CR LF or CR and nothing else.

Columns count code points, and for the formats that say so bytes of UTF-8. A byte order mark is no part of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right

LINE_END = re.compile(r"\r\n?|\n")


class Lines:
    """Where the lines of one text begin and end. Building it reads the text once."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._ends: list[int] = []
        self._starts = [0]
        for match in LINE_END.finditer(text):
            self._ends.append(match.start())
            self._starts.append(match.end())
        self._ends.append(self._length)

    def position(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset in code points."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def bounds(self, line: int) -> tuple[int, int]:
        """Start and end of a line as offsets, without the line end."""
        return self._starts[line - 1], self._ends[line - 1]


BLOCK = 4096
"""Code points between two known places: few enough to encode for every finding, and few places to remember."""


class ByteColumns:
    """Columns in bytes of UTF-8. Building it encodes the text once, so that many findings on one huge line stay cheap."""

    def __init__(self, text: str, lines: Lines) -> None:
        self._text = text
        self._lines = lines
        self._known = [0]
        if not text.isascii():
            for start in range(0, len(text), BLOCK):
                self._known.append(self._known[-1] + size(text[start : start + BLOCK]))

    def position(self, offset: int) -> tuple[int, int]:
        """The line, and the column in bytes, of an offset in code points."""
        line, column = self._lines.position(offset)
        return line, 1 + self._before(offset) - self._before(offset - column + 1)

    def _before(self, offset: int) -> int:
        """How many bytes stand before an offset."""
        if len(self._known) == 1:
            return offset
        block = min(offset // BLOCK, len(self._known) - 1)
        return self._known[block] + size(self._text[block * BLOCK : offset])


def size(text: str) -> int:
    """How many bytes a text takes; a lone surrogate counts as the three that a file would need for it."""
    return len(text.encode("utf-8", "surrogatepass"))
