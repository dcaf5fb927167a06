"""What the readers of data files make: a tree whose strings know where they stand in the file.

The values are mappings, lists, strings with a place, and what is no text: numbers and dates as `str`, booleans, None. All offsets
are code points in the file, end exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from coach.errors import UsageError
from coach.sources.document import Escape
from coach.sources.files import Source
from coach.sources.mapped import MARKUP, Builder, Mapped, Run

DEEPEST = 200
"""Levels of lists and mappings in each other. Nobody nests a library so deep, and some parsers take quadratic time."""

MERGE = "<<"
"""The key of YAML whose mapping lends its values to the one around it."""

BREAK = re.compile(r"\r\n|\r|\n")
SURROGATE = re.compile("[\ud800-\udfff]")
BOUNDARY = re.compile(r"(?<=[a-zа-я])(?=[A-ZА-Я])|[\s.\-]+")


@lru_cache(4096)
def plain_key(key: str) -> str:
    """A key or the title of a column in one spelling: bodyHtml, "Body HTML" and body-html are body_html."""
    return BOUNDARY.sub("_", key.strip()).lower()


class String(NamedTuple):
    """A string of the file: what it means, its span with quotes, and a style that its format knows."""

    value: str
    start: int
    end: int
    style: str = ""


class Mapping:
    """Keys with values in the order of the file. A key that stands twice is kept twice; the last one counts."""

    __slots__ = ("pairs", "plain")

    def __init__(self, pairs: list[tuple[str, Value]]) -> None:
        self.pairs = pairs
        self.plain: dict[str, Value] | None = None

    def get(self, key: str) -> Value:
        """The value of a key, or None. What a merge key of YAML lends comes after the mapping's own."""
        return next((value for name, value in self._items() if name == key), None)

    def find(self, key: str) -> Value:
        """The value of a key, however it is spelled, once the mapping is whole."""
        if self.plain is None:
            self.plain = {plain_key(name): value for name, value in reversed(list(self._items()))}
        return self.plain.get(plain_key(key))

    def _items(self) -> Iterator[tuple[str, Value]]:
        """Keys and values as a look-up sees them: the last of a key first, then what is merged in, each mapping once."""
        waiting, seen = [self], {id(self)}
        while waiting:
            mapping = waiting.pop()
            for name, value in reversed(mapping.pairs):
                if name != MERGE:
                    yield name, value
                    continue
                lenders = value if isinstance(value, list) else [value]
                for lender in reversed(lenders):
                    if isinstance(lender, Mapping) and id(lender) not in seen:
                        seen.add(id(lender))
                        waiting.append(lender)


Value: TypeAlias = "String | Mapping | list[Value] | str | bool | None"


class Placed(NamedTuple):
    """A string with the way back to the file, and how to write there; without `escape` nothing can be written."""

    text: Mapped
    escape: Escape | None


class Data(NamedTuple):
    """A data file: the values at its top (several documents, several lines), and `place`, which locates a string of it."""

    source: Source
    roots: tuple[Value, ...]
    place: Callable[[String], Placed]


class Node(NamedTuple):
    """A value, its key or place in the list (from 0), and what it stands in."""

    value: Value
    key: str | int
    above: Node | None


def walk(roots: Iterable[Value]) -> Iterator[Node]:
    """Every value of the tree in the order of the file. What YAML shows in several places comes once."""
    seen: set[int] = set()
    waiting = [Node(value, number, None) for number, value in reversed(list(enumerate(roots)))]
    while waiting:
        node = waiting.pop()
        value = node.value
        if isinstance(value, String | Mapping | list):
            if id(value) in seen:
                continue
            seen.add(id(value))
        yield node
        if isinstance(value, Mapping):
            waiting.extend(Node(child, key, node) for key, child in reversed(value.pairs))
        elif isinstance(value, list):
            waiting.extend(Node(child, number, node) for number, child in reversed(list(enumerate(value))))


def ancestors(node: Node) -> Iterator[Node]:
    """The node itself and what it stands in, from the inside."""
    step: Node | None = node
    while step is not None:
        yield step
        step = step.above


def text_of(value: Value) -> str:
    """A value as it reads: "" for None, lists and mappings."""
    if isinstance(value, String):
        return value.value
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else ""


def located(string: String, made: Builder, escape: Escape | None) -> Placed:
    """The string with the runs that were found for it; only its whole span where they do not give exactly its value."""
    mapped = made.built()
    if mapped.text == string.value:
        return Placed(mapped, escape)
    return Placed(Mapped(string.value, (Run(0, string.start, len(string.value), string.end - string.start, MARKUP),)), None)


def error(source: Source, offset: int, message: str, hint: str = "") -> UsageError:
    """An error at an offset of the file, as file:line:column."""
    head = source.text[:offset]
    breaks = list(BREAK.finditer(head))
    column = len(head) - (breaks[-1].end() if breaks else 0) + 1
    return UsageError(message, where=f"{source.name}:{len(breaks) + 1}:{column}", hint=hint)


def too_deep(source: Source, offset: int) -> UsageError:
    """The error for a file with more levels than DEEPEST, at the bracket or line that goes too far."""
    return error(source, offset, f"more than {DEEPEST} levels are nested here", "a library of macros has three or four")


def readable(source: Source) -> None:
    """Raises UsageError for an empty file, and for characters that stand in no text."""
    if not source.text.strip():
        raise UsageError("the file is empty", where=source.name, hint="export it again")
    nul = source.text.find("\0")
    if nul >= 0:
        raise error(source, nul, "a NUL character", "the file is damaged, or not text at all")
    half = None if source.text.isascii() else SURROGATE.search(source.text)
    if half:
        raise error(source, half.start(), "half a character (a lone surrogate)", "the file is damaged; export it again")
