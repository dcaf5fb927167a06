"""The records that settings are made of: what one source says, and what then holds for a file and for a run."""

# On the start-up path. Without the usual `from __future__ import annotations`, which has every annotation of a NamedTuple
# compiled once more when the class is made: 2 ms for the few records of this module.

from collections.abc import Mapping
from typing import Any, NamedTuple

from coach.config import Config
from coach.sources.document import Library, Reading

FORMATS = (
    "full", "concise", "grouped", "json", "json-lines", "sarif", "github", "gitlab", "junit", "rdjson", "rdjsonl", "checkstyle",
    "azure", "csv", "html", "markdown",
)  # fmt: skip
"""The output formats."""

REGISTERS = ("formal", "informal")
"""Forms of address that the texts of a team may have to keep to."""

AUTO, ANY, NEVER = "auto", "any", "never"
"""Written where a setting has no fixed value: told from the text or the terminal, either one, none."""

EXCLUDED = (
    ".git", ".hg", ".svn", ".venv", "venv", ".tox", ".nox", ".coach_cache", ".mypy_cache", ".pytest_cache", ".ruff_cache",
    "__pycache__", "node_modules", "site-packages", "build", "dist",
)  # fmt: skip
"""What is not looked into below a folder, unless a configuration says otherwise."""

RULE_KEYS = frozenset(("select", "extend-select", "ignore", "extend-ignore", "severity"))
"""The keys that name rules."""

Keys = tuple[str | int, ...]
"""The way to a value of a file: names of tables and keys, numbers of list items."""


class Glob(NamedTuple):
    """A pattern for paths, and the absolute folder that it counts from."""

    pattern: str
    folder: str


class Layer(NamedTuple):
    """What one source says, by the names of keys; paths are resolved and patterns know their folder.

    `label` names the source for people ("coach.toml", "COACH_LANG"), "" stands for flags; `file` is the absolute path of a
    configuration file, "" for any other source, and `at` the table in it.
    """

    values: Mapping[str, Any]
    label: str = ""
    file: str = ""
    at: Keys = ()
    overrides: "tuple[Override, ...]" = ()
    libraries: "tuple[LibraryFor, ...]" = ()


class Override(NamedTuple):
    """A `[[per-file]]` table: what its files are told otherwise."""

    files: tuple[Glob, ...]
    layer: Layer


class LibraryFor(NamedTuple):
    """A `[[library]]` table: where the texts of its files stand; `source` says where the table stands itself."""

    files: tuple[Glob, ...]
    library: Library
    source: Layer


class Settings(NamedTuple):
    """What holds for one file; `root` is the folder of its configuration, that paths in reports and baselines count from."""

    config: Config
    reading: Reading
    root: str


class Found(NamedTuple):
    """A file, what holds for it, and whether it was asked for: a data file that was not may hold no texts at all."""

    path: str
    settings: Settings
    asked: bool = True


class Run(NamedTuple):
    """What holds for a run as a whole.

    `output_format` is "" where the terminal decides, `baseline`, `cache_dir`, `templates` and `phrasebooks` are "" where none is
    named; `jobs` 0 means one process for each core.
    """

    fail_on: str = "warning"
    output_format: str = ""
    min_severity: str = "hint"
    baseline: str = ""
    jobs: int = 0
    cache: bool = True
    cache_dir: str = ""
    templates: str = ""
    phrasebooks: str = ""
