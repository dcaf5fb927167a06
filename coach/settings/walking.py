"""From the paths on a command line to the files that are meant, each with its settings."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from coach.errors import UsageError
from coach.settings.discovery import Projects
from coach.settings.globs import relative
from coach.settings.ignoring import Ignoring, Levels, entered, ignored
from coach.settings.project import Project
from coach.settings.record import Found
from coach.settings.selection import Selection
from coach.sources.files import STDIN, reason


def find(paths: Iterable[str], projects: Projects, stdin_filename: str = "") -> list[Found | UsageError]:
    """The files meant by paths, each once and in order: a file as it is, what a project wants below a folder, and "-".

    What cannot be read comes as an error between the others, so that one bad path does not end the run. A configuration that is
    broken does: UsageError is raised before any file is read.
    """
    found: dict[tuple[str, ...], Found | UsageError] = {}
    walk = Walk(projects)
    for path in paths:
        for one in walk.meant(path, stdin_filename):
            found.setdefault(_identity(one), one)
    return list(found.values())


def _identity(one: Found | UsageError) -> tuple[str, ...]:
    """What two ways to write one path have in common."""
    if isinstance(one, UsageError):
        return "error", str(one)
    return ("file", os.path.normpath(one.path)) if one.path != STDIN else ("text",)


HERE = os.path.join(os.curdir, "")
"""What a search of the working folder puts in front of every name, and nobody wants to read."""


class Walk:
    """One search; what is known of projects and folders is kept."""

    def __init__(self, projects: Projects) -> None:
        self.projects = projects
        self._selections: dict[Project, Selection] = {}
        self._left_out: dict[str, bool] = {}
        self._ignoring = Ignoring()

    def meant(self, path: str, stdin_filename: str) -> Iterator[Found | UsageError]:
        """What one path means."""
        if path == STDIN:
            yield Found(path, self.projects.for_file(stdin_filename).settings_for(stdin_filename))
        elif os.path.isdir(path):
            project = self.projects.for_folder(path)
            place = os.path.abspath(path)
            selection = self.selection(project)
            if not (selection.forced and self.left_out(place + "/", project)):
                levels = self._ignoring.around(place, project.root, gitignore=selection.gitignore)
                yield from self.below(path, place, project, levels)
        elif not os.path.exists(path) and any(sign in path for sign in "*?["):
            # The command prompt of Windows leaves patterns to the program.
            import glob

            matches = sorted(glob.glob(path, recursive=True))
            yield from (found for match in matches for found in self.meant(match, stdin_filename))
            if not matches:
                yield UsageError("no file matches", where=path)
        else:
            project = self.projects.for_file(path)
            if not (self.selection(project).forced and self.left_out(os.path.abspath(path), project)):
                yield Found(path, project.settings_for(path))

    def below(self, folder: str, place: str, project: Project, levels: Levels) -> Iterator[Found | UsageError]:
        """The files below a folder in the order of their names; `place` is its absolute path. Links to folders are left out."""
        try:
            with os.scandir(folder) as entries:
                ordered = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield UsageError(reason(error), where=folder)
            return
        names = {entry.name for entry in ordered}
        project = self.projects.below(project, place, names)
        selection = self.selection(project)
        levels = entered(levels, place, names, gitignore=selection.gitignore)
        for entry in ordered:
            name, path = entry.name, f"{place}{'' if place.endswith(os.sep) else os.sep}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                inner = path + "/"
                if selection.opens(name) and not selection.excludes(name, inner) and not (levels and ignored(levels, inner)):
                    yield from self.below(entry.path, path, project, levels)
                continue
            wanted, asked = selection.wants(name, path)
            if wanted and entry.is_file() and not selection.excludes(name, path) and not (levels and ignored(levels, path)):
                yield Found(entry.path.removeprefix(HERE), project.settings_for(path), asked)

    def selection(self, project: Project) -> Selection:
        """The patterns of a project, compiled once."""
        if project not in self._selections:
            self._selections[project] = Selection(project)
        return self._selections[project]

    def reaches(self, path: str, project: Project) -> bool:
        """Whether a search of a folder above would come to a path, if something is there."""
        place, selection = os.path.abspath(path), self.selection(project)
        if os.path.isdir(path):
            return not self.left_out(place + "/", project)
        above = relative(os.path.dirname(place), project.root).split("/")
        hidden = not all(selection.opens(name) for name in above if name.strip("."))
        return not hidden and selection.wants(os.path.basename(place), place)[0] and not self.left_out(place, project)

    def left_out(self, path: str, project: Project) -> bool:
        """Whether something that is named lies where a search would not come: it, or a folder above it, is left out.

        `path` is absolute, with / at the end of a folder's; what lies above the root of the project is not looked at.
        """
        if path not in self._left_out:
            bare = path.rstrip("/")
            parent = os.path.dirname(bare)
            outer = parent != project.root and parent.startswith(os.path.join(project.root, ""))
            self._left_out[path] = (outer and self.left_out(parent + "/", project)) or self._itself(path, bare, project)
        return self._left_out[path]

    def _itself(self, path: str, bare: str, project: Project) -> bool:
        if bare == project.root:
            return False
        selection = self.selection(project)
        parent, name = os.path.split(bare)
        levels = self._ignoring.within(parent, project.root, gitignore=selection.gitignore)
        return selection.excludes(name, path) or ignored(levels, path)
