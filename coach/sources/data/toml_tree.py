"""TOML with the places of its strings.

`tomllib` reads the file, but tells no places. So it reads a copy, too, in which each string is replaced by its number: what
comes out at the same place of the tree is the number of the string in the file. (A library that keeps places, tomlkit, would be
one more dependency, of a kind whose minor releases change behaviour.)
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import partial

from coach.sources.data.tree import DEEPEST, Data, Mapping, Placed, String, Value, error, located, too_deep
from coach.sources.document import Escape
from coach.sources.files import Source
from coach.sources.mapped import Builder

STRING = (
    r'"""(?:[^"\\]|\\.|"{1,2}(?=[^"]))*+"{3,5}'
    r"|'''(?:[^']|'{1,2}(?=[^']))*+'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*+"'
    r"|'[^'\n]*+'"
)
TOKEN = re.compile(rf"#[^\n]*|({STRING})|[\[\]{{}}=\n]", re.DOTALL)
KEY_SIGN = re.compile(r"[ \t]*[=.]")
QUOTES = ('"""', "'''", '"', "'")
WRITTEN_OTHERWISE = {
    '"': re.compile(r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)"),
    '"""': re.compile(r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[ \t]*(?:\r\n|\n)\s*|.)|\r\n"),
    "'''": re.compile(r"\r\n"),
}
SHORT = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
DOTTED = re.compile(rf"""(?<![\w.-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{DEEPEST}}}""")
"""A key of so many parts takes the library a quadratic time."""

PROBLEM = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)")


def parse(source: Source) -> Data:
    """The document of a TOML file. Raises UsageError with the place of what is not valid."""
    text = source.text
    chain = DOTTED.search(text)
    if chain:
        raise too_deep(source, chain.start())
    try:
        values = tomllib.loads(text)
        strings = list(_strings(text))
        numbers = tomllib.loads(_numbered(text, strings))
        root = _tree(values, numbers, strings)
    except tomllib.TOMLDecodeError as problem:
        found = PROBLEM.search(str(problem))
        offset = _offset(text, int(found[1]), int(found[2])) if found and found[1] else len(text)
        message = f"not valid TOML: {PROBLEM.sub('', str(problem))}"
        raise error(source, offset, message, "mind the quotes; a text of several lines stands in three of them") from None
    except ValueError:
        raise error(source, 0, "a number has thousands of digits", "write it as a text, or take it out") from None
    except RecursionError:
        raise too_deep(source, _deepest(text)) from None
    return Data(source, (root,), partial(place, text))


def _offset(text: str, line: int, column: int) -> int:
    """The offset of a line and column, both from 1."""
    return sum(len(one) + 1 for one in text.split("\n")[: line - 1]) + column - 1


def _deepest(text: str) -> int:
    """The offset of the bracket that goes too far, or else the start of the file."""
    depth = 0
    for found in TOKEN.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth > DEEPEST:
            return found.start()
    return 0


def _strings(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the strings that are values, with their quotes."""
    depth, is_value = 0, False
    for found in TOKEN.finditer(text):
        sign = found[0]
        if sign == "=":
            is_value = True
        elif sign == "\n":
            is_value = is_value and depth > 0
        elif sign in "[{":
            depth += 1
        elif sign in "]}":
            depth -= 1
        elif found[1] and is_value and not KEY_SIGN.match(text, found.end()):
            yield found.span()


def _numbered(text: str, strings: list[tuple[int, int]]) -> str:
    """The text with the number of each string in place of the string."""
    parts, at = [], 0
    for number, (start, end) in enumerate(strings):
        parts += [text[at:start], f'"{number}"']
        at = end
    return "".join([*parts, text[at:]])


def _tree(value: object, number: object, strings: list[tuple[int, int]]) -> Value:
    """A value of the library as a value with places; `number` is the same with the numbers of the strings."""
    if isinstance(value, dict) and isinstance(number, dict):
        return Mapping([(key, _tree(value[key], number[key], strings)) for key in value])
    if isinstance(value, list) and isinstance(number, list):
        return [_tree(one, other, strings) for one, other in zip(value, number, strict=True)]
    if isinstance(value, str) and isinstance(number, str):
        return String(value, *strings[int(number)])
    return value if isinstance(value, bool) else str(value)


def place(text: str, string: String) -> Placed:
    """Where each character of a string stands, and how to write one between its quotes."""
    quotes = next(quotes for quotes in QUOTES if text.startswith(quotes, string.start))
    at, end = string.start + len(quotes), string.end - len(quotes)
    if len(quotes) == 3:
        at += text.startswith("\r\n", at) + text.startswith(("\n", "\r\n"), at)
    made = Builder()
    for found in WRITTEN_OTHERWISE[quotes].finditer(text, at, end) if quotes != "'" else ():
        made.keep(text, at, found.start())
        made.write(_meaning(found[0]), *found.span())
        at = found.end()
    made.keep(text, at, end)
    writes: Escape = literal if quotes[0] == "'" else basic
    return located(string, made, writes)


def _meaning(piece: str) -> str:
    """What an escape or a line break of Windows means."""
    if piece[0] != "\\":
        return "\n"
    return chr(int(piece[2:], 16)) if piece[1] in "uU" else SHORT.get(piece[1], "")


def basic(wording: str) -> str:
    """A wording as it stands between one or three double quotes."""
    import json

    return json.dumps(wording, ensure_ascii=False)[1:-1].replace("\x7f", "\\u007f")


def literal(wording: str) -> str:
    """A wording as it stands between single quotes, where nothing is escaped. Raises ValueError for one that needs to be."""
    if re.search(r"[\x00-\x08\x0a-\x1f\x7f']", wording):
        raise ValueError("it has a character that cannot stand between single quotes")
    return wording
