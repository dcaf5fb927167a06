"""Patterns for paths, with the meaning they have in a `.gitignore` file.

A name alone ("drafts", "*.bak") matches at any depth; with a slash in front or between it counts from the folder of the file
that says it. `*` and `?` stay within a folder, `**` crosses folders, a slash at the end means folders only. What is below a
folder that matches belongs to it. There is no `!` and no `{a,b}`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

from coach.expressions import compiled
from coach.settings.record import Glob

PIECE = r"\*+|\?|\[!?\]?[^\]/]*\]|."
SIGNS = frozenset("*?[/")


def fault(pattern: str) -> tuple[str, str] | None:
    """Why a pattern can never match, with what to do, or None when it is fine."""
    if not pattern.removeprefix("./").strip("/ ") or pattern == ".":
        return "this pattern matches nothing", "take it out, or write * for every file"
    if pattern.startswith("!"):
        return "a pattern here cannot be negated", "name what is meant; .coachignore files know !"
    if "\\" in pattern:
        return "folders are separated by /, also on Windows", f"write {pattern.replace(chr(92), '/')!r}"
    if ".." in pattern.split("/"):
        return "a pattern cannot leave the folder of its file", "put the setting into a file further up"
    if "{" in pattern:
        return "braces mean nothing in a pattern", "write two patterns"
    if "[" in compiled(PIECE).findall(pattern):
        return "a [ that is not closed", "close it, or write [[] for the character itself"
    try:
        re.compile(expression(pattern, below=True) if "[" in pattern else "")
    except re.error as error:
        return f"not a pattern: {error.msg}", "ranges are written from the smaller to the greater: [a-z]"
    return None


def expression(pattern: str, *, below: bool) -> str:
    """A regular expression for relative paths with /, to be matched fully.

    With `below` what lies in a matching folder matches, too; without it a path is asked for itself, a folder with / at its end.
    """
    core = pattern.removeprefix("./")
    anchored = core != pattern or "/" in core.rstrip("/")
    parts = core.strip("/").split("/")
    written = "".join(_part(part, last=number == len(parts)) for number, part in enumerate(parts, 1))
    end = ("/.*" if below else "/") if pattern.endswith("/") else ("(?:/.*)?" if below else "/?")
    return ("" if anchored else "(?:.*/)?") + written + end


def _part(part: str, *, last: bool) -> str:
    """One name of a pattern, with the slash behind it."""
    if part == "**":
        return ".+" if last else "(?:.*/)?"
    return "".join(_piece(piece) for piece in compiled(PIECE).findall(part)) + ("" if last else "/")


def _piece(piece: str) -> str:
    if piece[0] == "*":
        return "[^/]*"
    if piece == "?":
        return "[^/]"
    if piece[0] == "[" and len(piece) > 1:
        negated = piece[1] == "!"
        chosen = piece[1 + negated : -1].replace("^", r"\^").replace("[", r"\[").replace("]", r"\]")
        return f"[^/{chosen}]" if negated else f"[{chosen}]"
    return re.escape(piece)


class Globs:
    """Several patterns, compiled together."""

    def __init__(self, globs: Iterable[Glob], *, below: bool) -> None:
        by_folder: dict[str, list[str]] = {}
        for glob in globs:
            by_folder.setdefault(glob.folder, []).append(expression(glob.pattern, below=below))
        self.groups = [(folder, compiled("(?s)" + "|".join(found))) for folder, found in by_folder.items()]

    def match(self, path: str) -> bool:
        """Whether an absolute path matches any of the patterns; with / at its end it is a folder."""
        return any(pattern.fullmatch(relative(path, folder)) for folder, pattern in self.groups)


def relative(path: str, folder: str) -> str:
    """An absolute path as it counts from a folder, with /; what lies outside begins with "../"."""
    if path.startswith(folder) and path[len(folder) : len(folder) + 1] in ("/", os.sep):
        inner = path[len(folder) + 1 :]
    elif folder.endswith(("/", os.sep)) and path.startswith(folder):  # the root of the file system
        inner = path[len(folder) :]
    else:
        inner = _outside(path, folder)
    return inner.replace(os.sep, "/")


def _outside(path: str, folder: str) -> str:
    try:
        return os.path.relpath(path, folder) + ("/" if path.endswith(("/", os.sep)) else "")
    except ValueError:  # another drive of Windows
        return path


def is_name(pattern: str) -> bool:
    """Whether a pattern is nothing but the name of a file or folder at any depth."""
    return SIGNS.isdisjoint(pattern)
