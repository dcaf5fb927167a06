"""A unified diff of one file, as `git apply` and `patch -p1` read it.

Lines end at LF only, as those programs see it: a CR stays in its line, and so the diff of a file with CR LF can be applied.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from coach.reports.display import printable
from coach.reports.style import BOLD, COLOURS, GREEN, Style

CONTEXT = 3
"""Lines around a change."""

SIGNS = {"-": COLOURS["error"], "+": GREEN, "@": COLOURS["hint"]}

Tag = Literal["replace", "delete", "insert", "equal"]


def unified(name: str, old: str, new: str, style: Style) -> str:
    """The diff of a file, "" where the texts are the same. On a terminal it is in colour and without what would drive it."""
    if old == new:
        return ""
    names = [f"--- {quoted('a/' + path(name))}\n", f"+++ {quoted('b/' + path(name))}\n"]
    changes = hunks(cut(old), cut(new))
    if not style.colour and style.columns is None:
        return "".join((*names, *changes))
    header = [style.paint(printable(line.rstrip()), BOLD) + "\n" for line in names]
    return "".join((*header, *(painted(line, style) for line in changes)))


def path(name: str) -> str:
    """The path of a file as it stands in a diff: from the current folder if it is below, with forward slashes."""
    shown = os.path.normpath(name)
    if os.path.isabs(shown) and shown.startswith(os.path.join(os.getcwd(), "")):
        shown = os.path.relpath(shown)
    return os.path.splitdrive(shown)[1].replace(os.sep, "/").lstrip("/")


def quoted(name: str) -> str:
    """A path as git writes it: one with quotes or control characters in quotes, and behind one with spaces a tab."""
    if '"' not in name and "\\" not in name and name.isprintable():
        return f"{name}\t" if " " in name else name
    return f'"{"".join(_escaped(character) for character in name)}"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character.isprintable():
        return character
    return "".join(f"\\{byte:03o}" for byte in character.encode("utf-8", "surrogateescape"))


def cut(text: str) -> list[str]:
    """The lines of a text with their ends."""
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def hunks(old: list[str], new: list[str]) -> Iterator[str]:
    """The changes with the lines around them."""
    for group in Comparison(old, new).get_grouped_opcodes(CONTEXT):
        first, last = group[0], group[-1]
        yield f"@@ -{extent(first[1], last[2])} +{extent(first[3], last[4])} @@\n"
        for tag, start, end, begin, stop in group:
            if tag == "equal":
                yield from marked(" ", old[start:end])
            else:
                yield from marked("-", old[start:end])
                yield from marked("+", new[begin:stop])


class Comparison(SequenceMatcher[str]):
    """Compares two texts; where no line came or went, line by line.

    That is what mending mostly does, and to search a library of macros for the lines that belong together would take minutes.
    """

    def __init__(self, old: list[str], new: list[str]) -> None:
        super().__init__(None, old, new)
        self._lines = list(zip(old, new, strict=True)) if len(old) == len(new) else None

    def get_opcodes(self) -> list[tuple[Tag, int, int, int, int]]:
        """The stretches in which the texts are equal, and in which they differ."""
        if self._lines is None:
            return super().get_opcodes()
        result: list[tuple[Tag, int, int, int, int]] = []
        for same, lines in groupby(self._lines, key=lambda pair: pair[0] == pair[1]):
            start = result[-1][2] if result else 0
            end = start + sum(1 for _ in lines)
            result.append(("equal" if same else "replace", start, end, start, end))
        return result


def extent(start: int, end: int) -> str:
    """Lines as the header of a hunk counts them: of none, the line before."""
    size = end - start
    return str(start + 1) if size == 1 else f"{start + 1 if size else start},{size}"


def marked(sign: str, lines: list[str]) -> Iterator[str]:
    """Lines with their sign; what is said of a last line that does not end is a line of its own."""
    for line in lines:
        yield f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}\n\\ No newline at end of file\n"


def painted(line: str, style: Style) -> str:
    """A line as a terminal shows it, with a note behind it on a line of its own."""
    parts = line.removesuffix("\n").split("\n")
    shown = (printable(part.removesuffix("\r")) for part in parts)
    return "".join(f"{style.paint(part, SIGNS[part[0]]) if part[:1] in SIGNS else part}\n" for part in shown)
