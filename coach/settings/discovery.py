"""Which configuration belongs to an input: the nearest file above it, as every linter does it.

A run without any configuration pays for a few looks at the file system and imports nothing to read one.
"""

# On the start-up path: no pathlib, and what reads TOML is imported when there is some.

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence

from coach.config import Config
from coach.errors import UsageError
from coach.settings.project import Project
from coach.settings.record import Layer
from coach.sources.files import STDIN, read

NAMES = (".coach.toml", "coach.toml")
PYPROJECT = "pyproject.toml"
SIGN = b"[tool.coach"
"""What a pyproject.toml must contain to be worth reading."""

VARIABLES = {"COACH_LANG": "lang", "COACH_REGISTER": "register", "COACH_OUTPUT_FORMAT": "output-format"}
FOLDER_VARIABLES = {"COACH_PHRASEBOOKS": "phrasebooks", "COACH_TEMPLATES": "templates", "COACH_CACHE_DIR": "cache-dir"}
"""Environment variables and the keys that they set; COACH_NO_CACHE and COACH_CONFIG are apart."""


class Projects:
    """Finds the project of each input; folders are looked at once."""

    def __init__(
        self,
        flags: Mapping[str, object] | None = None,
        *,
        config: Sequence[str] = (),
        isolated: bool = False,
        environ: Mapping[str, str] | None = None,
        base: Config | None = None,
    ) -> None:
        """`flags` are values by key as the command line gave them, `config` what stood behind each `--config`.

        `base` is what no configuration can say. Raises UsageError for what is wrong in a file that is named, in a variable or
        in a setting of `--config`.
        """
        variables = environ or {}
        self.working = working_folder()
        self.base = base
        file, inline = _named(config, self.working, isolated=isolated)
        self.above = (*_of_variables(variables, self.working), *inline, *_of_flags(flags or {}, self.working))
        self.environ = variables
        self._known: dict[str, Project] = {}
        self._fixed: Project | None = None
        file = file or ("" if isolated else variables.get("COACH_CONFIG", ""))
        if file:
            self._fixed = self._opened(file, named=True)
        elif isolated or not self.working:
            self._fixed = Project("", self.working, (), self.above, base)

    def for_run(self, paths: Iterable[str], stdin_filename: str = "") -> Project:
        """The project of the run as a whole: that of the folder which all paths lie in, the working folder for standard input."""
        names = [stdin_filename if path == STDIN else path for path in paths]
        try:
            common = os.path.commonpath([os.path.abspath(name) for name in names if name])
        except ValueError:  # none has a name, or they lie on several drives
            return self.for_folder(self.working)
        return self.for_folder(common if os.path.isdir(common) else os.path.dirname(common))

    def for_file(self, path: str) -> Project:
        """The project of a file: that of its folder, and for a text without a name that of the working folder."""
        return self.for_folder(os.path.dirname(path) or self.working)

    def for_folder(self, folder: str) -> Project:
        """The project of a folder: the first configuration upwards, else the user's own. Raises UsageError for a broken one."""
        if self._fixed is not None:
            return self._fixed
        if folder in self._known:
            return self._known[folder]
        place = os.path.abspath(folder)
        passed = [folder]
        while True:
            project = self._known.get(place) or self._in(place)
            parent = os.path.dirname(place)
            if project is None and parent == place:
                project = self._outside()
            if project is not None:
                break
            passed.append(place)
            place = parent
        self._known.update(dict.fromkeys([*passed, place], project))
        return project

    def below(self, above: Project, folder: str, names: Iterable[str]) -> Project:
        """The project of a folder in one that belongs to `above`, when the names of all that is in it are known."""
        return above if {*NAMES, PYPROJECT}.isdisjoint(names) else self.for_folder(folder)

    def _in(self, folder: str) -> Project | None:
        """The project of the configuration that lies in a folder."""
        for name in NAMES:
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                return self._opened(path)
        path = os.path.join(folder, PYPROJECT)
        return self._opened(path) if os.path.isfile(path) and SIGN in read(path) else None

    def _opened(self, path: str, *, named: bool = False) -> Project | None:
        from coach.settings.loading import load, load_named

        said = load_named(path) if named else load(path)
        absolute = os.path.abspath(path)
        root = os.path.dirname(absolute)
        if named and not os.path.join(self.working, "").startswith(os.path.join(root, "")):
            root = self.working  # a configuration kept elsewhere is about what is worked on here
        return None if said is None else Project(absolute, root, said, self.above, self.base)

    def _outside(self) -> Project:
        """The project of what lies in none: the user's own file, or only defaults; made once."""
        if "" not in self._known:
            path = user_file(self.environ)
            if path and os.path.isfile(path):
                from coach.settings.loading import load_named

                self._known[""] = Project(path, self.working, load_named(path), self.above, self.base)
            else:
                self._known[""] = Project("", self.working, (), self.above, self.base)
        return self._known[""]


def working_folder() -> str:
    """The working folder; "" when it was removed under our feet."""
    try:
        return os.getcwd()
    except OSError:
        return ""


def user_file(environ: Mapping[str, str]) -> str:
    """Where a user's own configuration would be; "" when that cannot be told.

    Three lines of our own: the library for it takes longer to import than all the rest of this takes to run.
    """
    if os.name == "nt":
        home = environ.get("APPDATA", "")
    else:
        home = environ.get("XDG_CONFIG_HOME") or os.path.join(environ.get("HOME", ""), ".config")
    return os.path.join(home, "coach", "coach.toml") if os.path.isabs(home) else ""


def _named(arguments: Sequence[str], folder: str, *, isolated: bool) -> tuple[str, list[Layer]]:
    """What `--config` was given: the path of a file or "", and the single settings."""
    file, inline = "", []
    for argument in arguments:
        if "=" in argument and not os.path.isfile(argument):
            from coach.settings.loading import said_inline

            inline.append(said_inline(argument, folder))
        elif file:
            raise UsageError(f"--config names two files: {file} and {argument}", hint="let one extend the other")
        else:
            file = argument
    if file and isolated:
        raise UsageError("--isolated reads no configuration file, --config names one", where=file, hint="leave one out")
    return file, inline


def _of_variables(environ: Mapping[str, str], folder: str) -> list[Layer]:
    """What the environment says."""
    layers = [
        Layer({key: os.path.join(folder, environ[name])}, name) for name, key in FOLDER_VARIABLES.items() if environ.get(name)
    ]
    if environ.get("COACH_NO_CACHE"):
        layers.append(Layer({"cache": False}, "COACH_NO_CACHE"))
    said = [(name, key, environ[name]) for name, key in VARIABLES.items() if environ.get(name)]
    if not said:
        return layers
    from coach.settings.checking import said_by

    return [*layers, *(said_by(*one, folder) for one in said)]


def _of_flags(flags: Mapping[str, object], folder: str) -> list[Layer]:
    """What the command line says."""
    values = dict(flags)
    for key in ("exclude", "extend-exclude"):
        found = values.get(key)
        if isinstance(found, tuple):
            from coach.settings.checking import patterns

            values[key] = patterns(f"--{key}", found, folder)
    return [Layer(values)] if values else []
