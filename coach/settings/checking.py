"""Checking what a configuration says, key by key: whatever is unknown or cannot work is refused with its place and a remedy."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from coach.errors import UsageError, did_you_mean
from coach.model import CATEGORIES, SEVERITIES, UPKEEP, WHOLE
from coach.settings import schema
from coach.settings.globs import fault
from coach.settings.places import wrong
from coach.settings.record import AUTO, Glob, Keys, Layer, LibraryFor, Override
from coach.settings.schema import INNER, KEYS, Key
from coach.sources.document import Library
from coach.sources.files import decode

FOLDERS = ("phrasebooks", "templates")
"""Paths that must be there; the others are made when they are needed."""

COUNT_FROM = "paths count from the folder of the file that says them"
EXPECTED: Mapping[str, type[Any]] = {schema.FLAG: bool, schema.COUNT: int}
TYPES: Mapping[type, str] = {
    bool: "true or false", int: "a whole number", float: "a fraction", str: "a text", list: "a list", dict: "a table",
}  # fmt: skip


def layer_of(table: Mapping[str, Any], source: Layer, folder: str) -> Layer:
    """What a table of TOML says, checked, with paths and patterns that count from `folder`.

    `source` says where the table is from. Raises UsageError with file:line:column.
    """
    values: dict[str, Any] = {}
    overrides: tuple[Override, ...] = ()
    libraries: tuple[LibraryFor, ...] = ()
    for name, value in table.items():
        key = known_key(name, KEYS, (), source)
        if name == "per-file":
            overrides = tuple(override(one, source, folder, at) for at, one in tables(key, value, source))
        elif name == "library":
            libraries = tuple(library(one, source, folder, at) for at, one in tables(key, value, source))
        else:
            values[name] = checked(key, value, (name,), source, folder)
    return source._replace(values=values, overrides=overrides, libraries=libraries)


def known_key(name: str, keys: Mapping[str, Key], at: Keys, source: Layer) -> Key:
    """The key of that name. Raises UsageError for one that does not exist, or not in this table."""
    if name in keys:
        return keys[name]
    message, hint = f"unknown key {name!r}", did_you_mean(name, keys, f"known are {', '.join(keys)}")
    if name in KEYS:
        message, hint = f"{name} cannot stand in a [[{at[0]}]] table", "it holds for all files: put it above the first [ ] line"
    raise wrong(source, (*at, name), message, hint, key=True)


def tables(key: Key, value: Any, source: Layer) -> Iterable[tuple[Keys, Mapping[str, Any]]]:
    """The tables of a key that may stand several times, each with where it stands."""
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        hint = f"write [[{key.name}]] on a line of its own, with two brackets"
        raise wrong(source, (key.name,), f"{key.name} is a table that may stand several times", hint, key=True)
    return [((key.name, number), one) for number, one in enumerate(value)]


def entries(table: Mapping[str, Any], source: Layer, folder: str, at: Keys) -> dict[str, Any]:
    """The values of an inner table; `files` must be among them."""
    keys = INNER[str(at[0])]
    found = {name: checked(known_key(name, keys, at, source), one, (*at, name), source, folder) for name, one in table.items()}
    if not found.get("files"):
        raise wrong(source, at, f"this [[{at[0]}]] table names no files", 'add, for example, files = ["de/"]', key=True)
    return found


def override(table: Mapping[str, Any], source: Layer, folder: str, at: Keys) -> Override:
    """A `[[per-file]]` table."""
    values = entries(table, source, folder, at)
    return Override(values.pop("files"), source._replace(values=values, at=(*source.at, *at)))


def library(table: Mapping[str, Any], source: Layer, folder: str, at: Keys) -> LibraryFor:
    """A `[[library]]` table."""
    values = entries(table, source, folder, at)
    files = values.pop("files")
    if values.get("markup") == AUTO:
        del values["markup"]
    return LibraryFor(files, Library(**values), source._replace(at=(*source.at, *at)))


def checked(key: Key, value: Any, at: Keys, source: Layer, folder: str) -> Any:
    """A value as the program uses it. Raises UsageError when it is not what the key takes."""
    if key.kind == schema.GLOBS:
        found = texts(key, value, at, source)
        return tuple(glob(one, (*at, number), source, folder) for number, one in enumerate(found))
    if key.kind in (schema.TEXTS, schema.RULES):
        return texts(key, value, at, source)
    if key.kind == schema.SEVERITY_TABLE:
        return severities(key, value, at, source)
    wanted = EXPECTED.get(key.kind, str)
    if not isinstance(value, wanted) or isinstance(value, bool) != (wanted is bool):
        raise wrong(source, at, f"{key.name} must be {TYPES[wanted]}, not {described(value)}", example(key))
    if key.kind == schema.COUNT and value < 0:
        raise wrong(source, at, f"{key.name} cannot be negative", example(key))
    return RESOLVED[key.kind](key, value, at, source, folder) if key.kind in RESOLVED else value


def texts(key: Key, value: Any, at: Keys, source: Layer) -> tuple[str, ...]:
    """A list of texts."""
    if not isinstance(value, list):
        hint = f'write {key.name} = ["{value}"]' if isinstance(value, str) else example(key)
        raise wrong(source, at, f"{key.name} must be a list of texts, not {described(value)}", hint)
    for number, one in enumerate(value):
        if not isinstance(one, str) or not one.strip():
            found = "an empty one" if isinstance(one, str) else described(one)
            raise wrong(source, (*at, number), f"{key.name} takes texts, not {found}", example(key))
    return tuple(value)


def glob(pattern: str, at: Keys, source: Layer, folder: str) -> Glob:
    """A pattern for paths that can match something."""
    problem = fault(pattern)
    if problem:
        raise wrong(source, at, f"the pattern {pattern!r} cannot work: {problem[0]}", problem[1])
    return Glob(pattern, folder)


def severities(key: Key, value: Any, at: Keys, source: Layer) -> dict[str, str]:
    """A table from rules or categories to severities; whether they exist is looked at when all sources are known."""
    if not isinstance(value, dict):
        raise wrong(source, at, f"{key.name} must be a table, not {described(value)}", example(key))
    for name, one in value.items():
        if one not in SEVERITIES:
            # blame.forgot without quotes is a table in a table.
            hint = 'write a rule in quotes, "blame/forgot"' if isinstance(one, dict) else f"known are {', '.join(SEVERITIES)}"
            message = f"{one!r} is no severity" if isinstance(one, str) else f"{name} takes a severity, not {described(one)}"
            raise wrong(source, (*at, name), message, hint)
    return dict(value)


def choice(key: Key, value: str, at: Keys, source: Layer, folder: str) -> str:
    """One of the values that a key takes."""
    if value not in key.choices:
        hint = did_you_mean(value, key.choices, f"known are {', '.join(key.choices)}")
        raise wrong(source, at, f"{key.name} cannot be {value!r}", hint)
    return value


def path(key: Key, value: str, at: Keys, source: Layer, folder: str) -> str:
    """A path, made absolute; "" stays, and means none."""
    if not value:
        return ""
    whole = os.path.abspath(os.path.join(folder, os.path.expanduser(value)))
    if key.name in FOLDERS and not os.path.isdir(whole):
        raise wrong(source, at, f"there is no folder {value!r} here", COUNT_FROM)
    return whole


def encoding(key: Key, value: str, at: Keys, source: Layer, folder: str) -> str:
    """An encoding that exists."""
    try:
        decode(b"", "", None if value == AUTO else value)
    except UsageError as error:
        raise wrong(source, at, error.message, error.hint) from None
    return value


Resolve = Callable[[Key, str, Keys, Layer, str], str]
RESOLVED: Mapping[str, Resolve] = {schema.CHOICE: choice, schema.PATH: path, schema.ENCODING: encoding}


def described(value: Any) -> str:
    """The type of a TOML value in words."""
    return TYPES.get(type(value), "a date")


def example(key: Key) -> str:
    """A hint with the key as it is written."""
    return f"for example {key.name} = {key.example}"


def said_by(variable: str, key: str, value: str, folder: str) -> Layer:
    """What an environment variable says. Raises UsageError with its name."""
    source = Layer({}, variable)
    return source._replace(values={key: checked(KEYS[key], value, (key,), source, folder)})


def patterns(flag: str, found: Iterable[str], folder: str) -> tuple[Glob, ...]:
    """The patterns that stood behind a flag. Raises UsageError with the flag."""
    return tuple(glob(one, (), Layer({}, flag), folder) for one in found)


def check_rules(layer: Layer, *, own: bool) -> None:
    """Refuse a rule or category that does not exist; with `own` a team has phrasebooks that may bring more rules."""
    named: list[tuple[Keys, str]] = [
        ((key, number), name)
        for key, value in layer.values.items()
        if key in KEYS and KEYS[key].kind == schema.RULES
        for number, name in enumerate(value)
    ]
    named += [(("severity", name), name) for name in layer.values.get("severity", ())]
    if not named:
        return
    from coach.rules.table import CONCEPTS

    known = (*CATEGORIES, *WHOLE, *UPKEEP, *CONCEPTS)
    for keys, name in named:
        if name not in known and not (own and "/" in name and name.partition("/")[0] in CATEGORIES):
            hint = did_you_mean(name, known, "`coach rules` lists them")
            raise wrong(layer, keys, f"unknown rule or category {name!r}", hint, key=keys[0] == "severity")
