"""Which of the files below a folder a project wants: what it reads, leaves out, and reads on top."""

from __future__ import annotations

from coach.settings.discovery import NAMES, PYPROJECT
from coach.settings.globs import Globs, is_name
from coach.settings.project import Project
from coach.settings.record import Glob
from coach.sources.readers import DATA, MAIL, TEMPLATES, TEXTS, suffix_of

READ = frozenset((*TEXTS, *TEMPLATES, *MAIL))
"""Endings of the files that are read below a folder."""

OURS = (*NAMES, PYPROJECT)


class Selection:
    """The patterns of a project, compiled: `exclude`, `include`, and the files of its libraries."""

    def __init__(self, project: Project) -> None:
        excluded: tuple[Glob, ...] = project.values["exclude"]
        included = (*project.values["include"], *(glob for one in project.libraries for glob in one.files))
        self.gitignore: bool = project.values["respect-gitignore"]
        self.forced: bool = project.values["force-exclude"]
        self._names = frozenset(one.pattern for one in excluded if is_name(one.pattern))
        self._excluded = Globs((one for one in excluded if not is_name(one.pattern)), below=False)
        self._included = Globs(included, below=True)
        self._hidden = frozenset(part for one in included for part in one.pattern.split("/") if part.startswith("."))

    def excludes(self, name: str, path: str) -> bool:
        """Whether `exclude` leaves something out: its name, and its absolute path, with / at the end of a folder's."""
        return name in self._names or bool(self._excluded.groups and self._excluded.match(path))

    def includes(self, path: str) -> bool:
        """Whether `include` or a library names an absolute path."""
        return bool(self._included.groups) and self._included.match(path)

    def opens(self, name: str) -> bool:
        """Whether a folder is looked into as far as its name goes: a hidden one only where a pattern names it."""
        return not name.startswith(".") or name in self._hidden

    def wants(self, name: str, path: str) -> tuple[bool, bool]:
        """Whether a file below a folder is read; and whether somebody asked for it, or it only may hold texts."""
        ending = suffix_of(name)
        if ending in READ:
            return True, True
        asked = self.includes(path)
        return asked or (ending in DATA and name not in OURS), asked
