"""Files that `.gitignore` and `.coachignore` leave out, as git understands them: nested files, negation, anchoring.

The rules come from pathspec, which takes half as long to import as a check takes to run: only a folder with such a file in it or
above it pays for that.
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Container, Sequence
from typing import TYPE_CHECKING, NamedTuple

from coach.errors import UsageError
from coach.settings.sources import shown
from coach.sources.files import read

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

GITIGNORE, COACHIGNORE = ".gitignore", ".coachignore"
REPOSITORY = ".git"


class Level(NamedTuple):
    """The rules of one folder, whose absolute path stands with a separator at its end."""

    folder: str
    spec: GitIgnoreSpec


Levels = tuple[Level, ...]
"""The rules that hold for what is in a folder, from the top down."""


def ignored(levels: Levels, path: str) -> bool:
    """Whether an absolute path (with / at the end of a folder's) is left out: the rule that is nearest, and last, decides."""
    for level in reversed(levels):
        if path.startswith(level.folder):
            verdict = level.spec.check_file(path[len(level.folder) :].replace(os.sep, "/")).include
            if verdict is not None:
                return bool(verdict)
    return False


def entered(levels: Levels, folder: str, names: Container[str], *, gitignore: bool) -> Levels:
    """The rules for what is in a folder, given those that hold around it, and the names of all that is in it.

    `.coachignore` has the last word. Raises UsageError for a line of it that means nothing.
    """
    there = [os.path.join(folder, name) for name in ((GITIGNORE, COACHIGNORE) if gitignore else (COACHIGNORE,)) if name in names]
    found = [path for path in there if os.path.isfile(path)]
    return (*levels, Level(os.path.join(folder, ""), _spec(found))) if found else levels


class Ignoring:
    """The rules of folders that are named on the command line; each folder is looked at once."""

    def __init__(self) -> None:
        self._within: dict[tuple[str, bool], Levels] = {}
        self._repositories: dict[str, str] = {}

    def around(self, folder: str, root: str, *, gitignore: bool) -> Levels:
        """The rules from above an absolute folder that is named. When they leave it out, it was asked for all the same: then they
        do not hold in it.
        """
        top = self.top(folder, root)
        if folder == top:
            return ()
        levels, place = self.within(os.path.dirname(folder), root, gitignore=gitignore), folder
        while place != top:
            if ignored(levels, place + "/"):
                return ()
            place = os.path.dirname(place)
        return levels

    def within(self, folder: str, root: str, *, gitignore: bool) -> Levels:
        """The rules for what is in an absolute folder, from the top of its repository down."""
        key = (folder, gitignore)
        if key not in self._within:
            outer = () if folder == self.top(folder, root) else self.within(os.path.dirname(folder), root, gitignore=gitignore)
            names = [name for name in (GITIGNORE, COACHIGNORE) if os.path.isfile(os.path.join(folder, name))]
            self._within[key] = entered(outer, folder, names, gitignore=gitignore)
        return self._within[key]

    def top(self, folder: str, root: str) -> str:
        """The folder from which on rules hold: that of the repository; outside of one the root of the project around it."""
        inside = os.path.join(folder, "").startswith(os.path.join(root, ""))
        return self._repository(folder) or (root if inside else folder)

    def _repository(self, folder: str) -> str:
        """The folder of the repository that a folder is in, or ""."""
        if folder not in self._repositories:
            parent = os.path.dirname(folder)
            here = os.path.exists(os.path.join(folder, REPOSITORY))
            self._repositories[folder] = folder if here else "" if parent == folder else self._repository(parent)
        return self._repositories[folder]


def _spec(paths: Sequence[str]) -> GitIgnoreSpec:
    """The rules of files, of which the later are stronger."""
    from pathspec import GitIgnoreSpec

    lines = [(path, number, line) for path in paths for number, line in enumerate(_lines(path), 1)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Python doubts [[:digit:]], which is not the author's business
        return GitIgnoreSpec.from_lines([line for path, number, line in lines if _means_something(path, number, line)])


def _lines(path: str) -> list[str]:
    return read(path).decode("utf-8-sig", "surrogateescape").splitlines()


def _means_something(path: str, number: int, line: str) -> bool:
    """Whether a line can be understood. git passes over those of .gitignore that cannot; of ours somebody should know."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except (ValueError, re.error):
        if os.path.basename(path) != COACHIGNORE:
            return False
        hint = "lines are written as in a .gitignore file"
        message = f"{line!r} cannot be understood"
        raise UsageError(message, where=f"{shown(path)}:{number}:1", hint=hint) from None
    return True
