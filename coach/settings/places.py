"""Where a value stands in a TOML file, for error messages and for `coach config show --origin`.

`tomllib` gives values without places. What it can say is whether the first lines of a file are a document already, and whether a
key is in it: the last document without the key ends where the statement begins that says it. So no second parser is needed, and
tables, dotted keys, arrays over several lines and strings that look like keys are all told apart by the first.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from coach.errors import UsageError
from coach.settings.record import Keys, Layer
from coach.settings.sources import decoded, shown

ERROR_PLACE = re.compile(r"^(.*) \(at (?:line (\d+), column (\d+)|end of document)\)$", re.DOTALL)
MISSING = object()


class Place(NamedTuple):
    """A line and a column, from 1, in code points."""

    line: int
    column: int


def wrong(layer: Layer, keys: Keys, message: str, hint: str, *, key: bool = False) -> UsageError:
    """The error about a value that a source says, with its place; with `key` it is about the name of the key."""
    if not layer.file:
        return UsageError(f"{_name(keys)}: {message}" if keys else message, where=layer.label, hint=hint)
    text = decoded(layer.file)
    return error_at(layer.file, text, locate(text, (*layer.at, *keys), key=key), message, hint)


def _name(keys: Keys) -> str:
    return next((key for key in reversed(keys) if isinstance(key, str)), "")


def error_at(path: str, text: str, place: Place, message: str, hint: str) -> UsageError:
    """An error at a place of a file, with the line and a caret."""
    lines = text.split("\n")
    line = lines[place.line - 1].rstrip("\r") if place.line <= len(lines) else ""
    margin = "".join("\t" if sign == "\t" else " " for sign in line[: place.column - 1])
    return UsageError(
        message, where=f"{shown(path)}:{place.line}:{place.column}", hint=hint, excerpt=f"  {line}\n  {margin}^" if line else ""
    )


def syntax_error(path: str, text: str, error: ValueError) -> UsageError:
    """What the parser said, at the place it said."""
    match = ERROR_PLACE.match(str(error))
    lines = text.rstrip().split("\n")
    place = Place(int(match[2]), int(match[3])) if match and match[2] else Place(len(lines), len(lines[-1]) + 1)
    message = f"not valid TOML: {match[1] if match else error}"
    return error_at(path, text, place, message, "texts stand in quotes, lists in square brackets")


def locate(text: str, keys: Keys, *, key: bool = False) -> Place:
    """Where the value at the end of `keys` is said in a valid document, or with `key` its name; the top when it is not there."""
    lines = text.split("\n")
    first, end = _statement(lines, keys)
    if end == 0:
        return Place(1, 1)
    value = _value(_document(lines, end), keys)
    for pattern in _patterns(keys, value, key=key):
        for number in range(first, end):
            match = pattern.search(lines[number])
            if match:
                return Place(number + 1, match.start("here") + 1)
    return Place(first + 1, len(lines[first]) - len(lines[first].lstrip()) + 1)


def _statement(lines: list[str], keys: Keys) -> tuple[int, int]:
    """The lines [first:end] of the statement that says a value; (0, 0) when none does."""
    if _value(_document(lines, len(lines)), keys) is MISSING:
        return 0, 0
    low, high = 0, len(lines)
    while low < high:
        middle = (low + high) // 2
        if _value(_document(lines, _complete(lines, middle)), keys) is MISSING:
            low = middle + 1
        else:
            high = middle
    return low - 1, _complete(lines, low)


def _complete(lines: list[str], count: int) -> int:
    """The least number of lines from `count` on that are a document; all of them are."""
    while _document(lines, count) is None:
        count += 1
    return count


def _document(lines: list[str], count: int) -> Any:
    """The document of the first lines, None where they are none."""
    import tomllib  # a setting that is wrong in a variable needs none

    try:
        return tomllib.loads("\n".join(lines[:count]) + "\n")
    except tomllib.TOMLDecodeError:
        return None


def _value(document: Any, keys: Keys) -> Any:
    for key in keys:
        try:
            document = document[key]
        except (KeyError, IndexError, TypeError):
            return MISSING
    return document


def _patterns(keys: Keys, value: Any, *, key: bool) -> list[re.Pattern[str]]:
    """What to look for in the statement, most telling first: the value in its quotes, what stands behind its key, the key."""
    name = next((re.escape(part) for part in reversed(keys) if isinstance(part, str)), "")
    named = rf"(?<![\w-])(?P<here>[\"']?{name}[\"']?)(?=\s*[=.\]])"
    behind = rf"(?<![\w-])[\"']?{name}[\"']?\s*=\s*(?P<here>\S)"
    found = [named] if key else []
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        found.append(rf"(?P<here>([\"'])(?:{re.escape(value)}|{re.escape(escaped)})\2)")
    found += [behind, named]
    # What stands in a comment is not meant, but a # may also stand in a text.
    return [re.compile(before + pattern) for pattern in found for before in (r"^[^#]*?", "")]
