"""How a file is named to other programs: by its path from the root of the repository, with forward slashes."""

from __future__ import annotations

import os
import re
from typing import NamedTuple

STDIN = "stdin"
"""What standard input is called where `<stdin>` would not be valid."""


class Place(NamedTuple):
    """What an error is about: the name of a file and, where they are known, its line and column."""

    name: str
    line: int | None = None
    column: int | None = None


class Paths:
    """The names of files as seen from a folder, by default the one that the program runs in."""

    def __init__(self, root: str = "") -> None:
        self._root = os.path.abspath(root)

    def relative(self, name: str) -> str:
        """The path from the root, with forward slashes; absolute for what lies outside of it."""
        if name.startswith("<"):
            return STDIN
        path = os.path.abspath(name)
        inside = path.startswith(os.path.join(self._root, ""))
        return (os.path.relpath(path, self._root) if inside else path).replace(os.sep, "/")

    def uri(self, name: str) -> str:
        """The same as an URI reference, percent-encoded; `file:` for what lies outside."""
        from urllib.parse import quote

        path = self.relative(name)
        if not os.path.isabs(path):
            return quote(path, safe="/", errors="replace")
        return f"file:///{quote(path.lstrip('/'), safe='/:', errors='replace')}"


def place_of(where: str) -> Place:
    """What stands in front of an error message, `file` or `file:line:column`, taken apart."""
    match = re.fullmatch(r"(.+?):(\d+)(?::(\d+))?", where, re.DOTALL)
    if not match:
        return Place(where)
    name, line, column = match.groups()
    return Place(name, int(line) or None, int(column) if column and int(column) else None)
