"""JSON, one value or several (JSON lines, pages of an export one after the other), with the places of its strings.

The decoder of the standard library reads; only its function for strings is wrapped, so that each string keeps its span. The keys
of objects go through its fast path.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from json.decoder import scanstring  # type: ignore[attr-defined]
from json.scanner import py_make_scanner  # type: ignore[attr-defined]

from coach.errors import UsageError
from coach.sources.data.tree import DEEPEST, SURROGATE, Data, Mapping, Placed, String, Value, error, located, too_deep
from coach.sources.document import Escape
from coach.sources.files import Source
from coach.sources.mapped import Builder

ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
ESCAPED_LETTER = re.compile(r"\\u(?!00[0-7])[0-9a-fA-F]{4}")
"""A character that the writer of the file could have left as it is, and did not."""

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]|NaN|-?Infinity', re.DOTALL)
SPACE = re.compile(r"[ \t\r\n]*")
MEND = "mind quotes and commas; JSON has no comments and no comma behind the last entry"
CUT = "the file ends too early; export it again"


class NotJsonError(ValueError):
    """NaN or Infinity, which only Python reads."""


class Decoder(json.JSONDecoder):
    """The decoder of the standard library with strings that know their place; numbers stay as they are written."""

    def __init__(self) -> None:
        super().__init__(object_pairs_hook=Mapping, parse_int=str, parse_float=str, parse_constant=_refuse)
        self.parse_string = _string
        self.scan_once: Callable[[str, int], tuple[Value, int]] = py_make_scanner(self)


def _string(text: str, begin: int, strict: bool) -> tuple[String, int]:
    value, end = scanstring(text, begin, strict)
    return String(value, begin - 1, end), end


def _refuse(name: str) -> None:
    raise NotJsonError(name)


def parse(source: Source) -> Data:
    """The values of a JSON file. Raises UsageError with the place of what is not valid."""
    text = source.text
    try:
        roots = tuple(_values(text))
    except json.JSONDecodeError as problem:
        unfinished = problem.msg.startswith("Unterminated") or not text[problem.pos :].strip()
        raise error(source, problem.pos, f"not valid JSON: {problem.msg}", CUT if unfinished else MEND) from None
    except NotJsonError as problem:
        at = next(found.start() for found in TOKEN.finditer(text) if found[0] == str(problem))
        raise error(source, at, f"not valid JSON: {problem}", "write null where there is no number") from None
    except RecursionError:
        raise _too_deep(source) from None
    _refuse_halves(source)
    escape = escaped_ascii if text.isascii() and ESCAPED_LETTER.search(text) else escaped
    return Data(source, roots, partial(place, text, escape))


def _values(text: str) -> Iterator[Value]:
    """The values one after the other, with nothing but space between them."""
    scan = Decoder().scan_once
    at = _behind_space(text, 0)
    while at < len(text):
        try:
            value, at = scan(text, at)
        except StopIteration as stop:
            raise json.JSONDecodeError("Expecting value", text, stop.value) from None
        yield value
        at = _behind_space(text, at)


def _behind_space(text: str, at: int) -> int:
    found = SPACE.match(text, at)
    return found.end() if found else at


def _too_deep(source: Source) -> UsageError:
    """The error with the place of the bracket that goes too far."""
    depth = 0
    for found in TOKEN.finditer(source.text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth > DEEPEST:
            break
    return too_deep(source, found.start())


def _refuse_halves(source: Source) -> None:
    """Raises UsageError for an escape that is half a character: no text with it can be written or shown."""
    if re.search(r"\\u[dD][89a-fA-F]", source.text):
        for found in ESCAPE.finditer(source.text):
            if SURROGATE.search(_meaning(found[0])):
                message = f"{found[0]} is half a character (a lone surrogate)"
                raise error(source, found.start(), message, "write both halves, or the character itself")


def _meaning(escape: str) -> str:
    return str(json.loads(f'"{escape}"'))


def place(text: str, escape: Escape, string: String) -> Placed:
    """Where each character of a string stands; an escape is a run of its own."""
    made = Builder()
    at, end = string.start + 1, string.end - 1
    for found in ESCAPE.finditer(text, at, end):
        made.keep(text, at, found.start())
        made.write(_meaning(found[0]), *found.span())
        at = found.end()
    made.keep(text, at, end)
    return located(string, made, escape)


def escaped(wording: str) -> str:
    """A wording as it stands between the quotes of JSON."""
    return json.dumps(wording, ensure_ascii=False)[1:-1]


def escaped_ascii(wording: str) -> str:
    """The same in a file whose writer escapes everything but ASCII."""
    return json.dumps(wording)[1:-1]
