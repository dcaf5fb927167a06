"""Lines and columns of a text: both 1-based and counted in code points; a line ends at LF, CR LF or CR and nothing else."""

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
