"""Reading configuration files, and the single settings of `--config`."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from typing import Any

from coach.errors import UsageError
from coach.expressions import compiled
from coach.settings.checking import COUNT_FROM, layer_of
from coach.settings.places import syntax_error, wrong
from coach.settings.record import Layer
from coach.settings.sources import decoded, shown

PYPROJECT = "pyproject.toml"
SECTION = ("tool", "coach")
MOST = 20
"""How many files may build on each other."""

LONG_KEY = r"(?<![\w\"'.-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){100}"
"""A key of so many parts that the library would take a quadratic time for it."""


def load(path: str) -> list[Layer] | None:
    """What a configuration file says, behind what the files say that it builds on; None for a pyproject.toml without our section.

    Raises UsageError with file:line:column for anything that is not right.
    """
    return _load(os.path.abspath(path), ())


def load_named(path: str) -> list[Layer]:
    """The same for a file that somebody named: then the section must be there."""
    layers = load(path)
    if layers is None:
        raise UsageError("has no section [tool.coach]", where=shown(path), hint="add the section, or name another file")
    return layers


def _load(path: str, above: tuple[str, ...]) -> list[Layer] | None:
    table, source = _read(path)
    if table is None:
        return None
    folder = os.path.dirname(path)
    own = layer_of(table, source, folder)
    return [*_base(own, folder, (*above, path)), own]


def _read(path: str) -> tuple[Mapping[str, Any] | None, Layer]:
    """The table of settings in a file, and where it is."""
    text = decoded(path)
    document = _parsed(text, path)
    source = Layer({}, shown(path), path)
    if os.path.basename(path) != PYPROJECT:
        return document, source
    tool = document.get("tool")
    section = tool.get("coach") if isinstance(tool, dict) else None
    return section if isinstance(section, dict) else None, source._replace(at=SECTION)


def _parsed(text: str, path: str) -> Mapping[str, Any]:
    """A file of TOML; the library itself stops at neither of the two things that are too much for it."""
    try:
        if compiled(LONG_KEY).search(text):
            raise RecursionError
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise syntax_error(path, text, error) from None
    except RecursionError:
        hint = "a configuration has tables, and at most lists in them"
        raise UsageError("tables or lists stand too deep in each other", where=shown(path), hint=hint) from None
    except ValueError:
        raise UsageError("a number has thousands of digits", where=shown(path), hint="take some off") from None


def _base(layer: Layer, folder: str, above: tuple[str, ...]) -> list[Layer]:
    """What the file says that a file extends; a file cannot build on itself."""
    said = layer.values.get("extend")
    if not said:
        return []
    path = os.path.abspath(os.path.join(folder, os.path.expanduser(said)))
    if os.path.realpath(path) in map(os.path.realpath, above):
        way = " -> ".join(map(shown, (*above, path)))
        raise wrong(layer, ("extend",), f"a configuration cannot build on itself: {way}", "take one extend out")
    if len(above) == MOST:
        raise wrong(layer, ("extend",), f"more than {MOST} configurations build on each other", "put some of them together")
    if not os.path.isfile(path):
        raise wrong(layer, ("extend",), f"there is no file {said!r} here", COUNT_FROM)
    layers = _load(path, above)
    if layers is None:
        raise wrong(layer, ("extend",), f"{said!r} has no section [tool.coach]", "add the section, or name another file")
    return layers


def said_inline(text: str, folder: str) -> Layer:
    """What `--config 'key = value'` says; paths and patterns count from the working folder."""
    source = Layer({}, f"--config {text!r}")
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError):
        hint = "texts stand in quotes: --config 'lang = \"de\"'"
        raise UsageError("neither a file that exists nor a setting", where=source.label, hint=hint) from None
    if "extend" in table:
        raise wrong(source, ("extend",), "only a file can build on a file", "name it: --config FILE")
    return layer_of(table, source, folder)
