"""A text and where each of its characters stands in the file it comes from.

A reader decodes what a file holds (JSON escapes, HTML entities, tags, template branches) into the text a customer will read, and
keeps a run for each stretch of it. Positions of findings go back through the runs, and so do edits. All offsets are code points,
end exclusive; "origin" is the offset in the file, or in the text that was decoded.
"""

# On the start-up path, and so without the usual `from __future__ import annotations`: see coach/settings/record.py.

from bisect import bisect_left, bisect_right
from typing import NamedTuple

AS_IT_IS, WRITTEN, MARKUP = 0, 1, 2
"""The kinds of a run: the same characters in text and file; other characters for the same text (`&uuml;`, `\\n`, `""`); and
what is no text of the file at all: a tag that was left out, or the line break that stands for one."""


class Run(NamedTuple):
    """A stretch of a text: `[start:start+length]` of the text is `[origin:origin+width]` of the file."""

    start: int
    origin: int
    length: int
    width: int
    kind: int = AS_IT_IS


class Mapped(NamedTuple):
    """A decoded text with the runs that lead back, in the order of the text and without gaps."""

    text: str
    runs: tuple[Run, ...]

    @property
    def is_whole(self) -> bool:
        """Whether the text is its file, as it stands."""
        return len(self.runs) == 1 and self.runs[0].kind == AS_IT_IS and not self.runs[0].origin

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the file that a span of the text comes from; of an empty one the place, behind what it follows."""
        if not self.runs:
            return 0, 0
        if end <= start:
            place = self._behind(start) if start else self._before(start)
            return place, place
        begin = self._before(start)
        return begin, max(begin, self._behind(end))

    def is_prose(self, start: int, end: int) -> bool:
        """Whether a span of the text is nothing but text of the file, so that other words may be put in its place.

        A tag at its edge stays outside the edit; one inside would be lost with it, and so would the rest of an escape.
        """
        if not self.runs:
            return False
        if end <= start:
            start, end = max(0, start - 1), max(1, start)
        runs = self.runs[self.number(start) : self.number(end - 1) + 1]
        first, last = runs[0], runs[-1]
        whole = (first.kind == AS_IT_IS or first.start >= start) and (last.kind == AS_IT_IS or last.start + last.length <= end)
        return whole and all(run.kind != MARKUP for run in runs)

    def number(self, offset: int) -> int:
        """The number of the run that holds the character at an offset."""
        return max(0, bisect_right(self.runs, offset, key=lambda run: run.start) - 1)

    def _before(self, offset: int) -> int:
        """The place in the file in front of the character at an offset: behind the tags in front of it."""
        run = self.runs[self.number(offset)]
        if run.kind == AS_IT_IS:
            return run.origin + min(offset - run.start, run.length)
        return run.origin if offset < run.start + max(1, run.length) else run.origin + run.width

    def _behind(self, offset: int) -> int:
        """The place in the file behind the character that ends at an offset."""
        run = self.runs[self.number(offset - 1)]
        return run.origin + (min(offset - run.start, run.length) if run.kind == AS_IT_IS else run.width)

    def through(self, outer: "Mapped") -> "Mapped":
        """The same text with runs that lead further out: `outer` says where the text stands that this one was decoded from."""
        made = Builder()
        for run in self.runs:
            part = self.text[run.start : run.start + run.length]
            if run.kind == AS_IT_IS:
                made.copy(outer, run.origin, run.origin + run.length)
            else:
                begin, end = outer.span(run.origin, run.origin + run.width)
                prose = run.kind == WRITTEN and outer.is_prose(run.origin, run.origin + run.width)
                made.add(part, begin, end, WRITTEN if prose else MARKUP)
        return made.built()

    def cut(self, start: int, end: int) -> "Mapped":
        """A part of the text, with its runs."""
        made = Builder()
        made.copy(self, start, end)
        return made.built()


class Builder:
    """Puts a mapped text together, piece by piece, in the order of the text."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._size = 0

    def __len__(self) -> int:
        """How long the text is so far."""
        return self._size

    def keep(self, source: str, start: int, end: int) -> None:
        """Add `source[start:end]` as it is; `source` is the text that origins count in."""
        self.add(source[start:end], start, end, AS_IT_IS)

    def write(self, text: str, start: int, end: int) -> None:
        """Add a text that the file writes otherwise, at `[start:end]`: an entity, an escape."""
        self.add(text, start, end, WRITTEN)

    def mark(self, text: str, start: int, end: int) -> None:
        """Add what stands for markup at `[start:end]`: nothing for a tag that only styles, line breaks for a paragraph."""
        self.add(text, start, end, MARKUP)

    def add(self, text: str, start: int, end: int, kind: int) -> None:
        """Add a run of any kind. Runs that go on as they are, on both sides, become one."""
        if not text and end == start:
            return
        last = self._runs[-1] if self._runs else None
        if kind == AS_IT_IS and last and last.kind == AS_IT_IS and last.origin + last.width == start:
            self._runs[-1] = last._replace(length=last.length + len(text), width=last.width + len(text))
        else:
            self._runs.append(Run(self._size, start, len(text), end - start, kind))
        self._parts.append(text)
        self._size += len(text)

    def copy(self, mapped: Mapped, start: int, end: int) -> None:
        """Add a part of another mapped text, with its own runs; tags at its edges stay outside."""
        behind = bisect_left(mapped.runs, end, key=lambda run: run.start)
        for run in mapped.runs[mapped.number(start) : behind]:
            begin, stop = max(start, run.start), min(end, run.start + run.length)
            if begin < stop and run.kind == AS_IT_IS:
                origin = run.origin + begin - run.start
                self.add(mapped.text[begin:stop], origin, origin + stop - begin, AS_IT_IS)
            elif begin < stop or (not run.length and start < run.start):
                # A part of what the file writes as one cannot be changed without the rest.
                kind = run.kind if stop - begin == run.length else MARKUP
                self.add(mapped.text[begin:stop], run.origin, run.origin + run.width, kind)

    def built(self) -> "Mapped":
        """The text with its runs."""
        return Mapped("".join(self._parts), tuple(self._runs))


def plain(text: str) -> "Mapped":
    """A text that stands in its file as it is, from the start."""
    return Mapped(text, (Run(0, 0, len(text), len(text)),))
