"""YAML, one document or several, with the places of its strings.

The tree is built from the events of the parser: they know where each scalar stands and how it is written, anchors stay what they
are (nothing is expanded, so a file of nested aliases costs no more than it is long), and no tag makes an object of anything.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TypeAlias

import yaml
from yaml.reader import Reader
from yaml.scanner import Scanner

from coach.sources.data.tree import BREAK, DEEPEST, SURROGATE, Data, Mapping, Placed, String, Value, error, located, too_deep
from coach.sources.document import Escape
from coach.sources.files import Source
from coach.sources.mapped import Builder

Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Container: TypeAlias = "Mapping | list[Value]"

PLAIN, IN_FLOW, SINGLE, DOUBLE, LITERAL, FOLDED = "", ",", "'", '"', "|", ">"
"""The styles of a string; a plain one between brackets has more characters that end it."""

NULLS = ("", "~", "null", "Null", "NULL")
PROPERTIES = re.compile(r"(?:[&!][^\s,]*\s+)*")
"""Anchor and tag in front of a scalar."""

FOLD = r"(?<![ \t])[ \t]*(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*[ \t]*"
"""A line break inside a scalar that is not a block: with the space around it one space, or the breaks but one."""

WRITTEN_OTHERWISE = {
    PLAIN: re.compile(FOLD),
    SINGLE: re.compile(f"''|{FOLD}"),
    DOUBLE: re.compile(
        rf"\\(?:(?:\r\n|\r|\n)[ \t]*|x[0-9a-fA-F]{{2}}|u[0-9a-fA-F]{{4}}|U[0-9a-fA-F]{{8}}|[^\r\n])|{FOLD}", re.DOTALL
    ),
}
LINE = re.compile(r"( *)([^\r\n]*)(\r\n|\r|\n|\Z)")
UNPRINTABLE = Reader.NON_PRINTABLE
MEND = "mind the indentation and the quotes"

UNSAFE_IN_PLAIN = re.compile(r"[:#\x85\u2028\u2029\r\n]|(?<!\S)[-?,\[\]{}&*!|>'\"%@`]|^\s|\s$")
"""What may end a plain scalar or make something else of it, depending on what stands around it."""


def parse(source: Source) -> Data:
    """The documents of a YAML file. Raises UsageError with the place of what is not valid."""
    strange = UNPRINTABLE.search(source.text)
    if strange:
        raise error(source, strange.start(), f"not valid YAML: the character {strange[0]!r}", "the file may be damaged")
    try:
        roots = _documents(source)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        what = problem.problem or problem.context
        raise error(source, mark.index if mark else 0, f"not valid YAML: {what}", MEND) from None
    except yaml.YAMLError as problem:
        raise error(source, 0, f"not valid YAML: {problem}", MEND) from None
    return Data(source, tuple(roots), partial(place, source.text))


class Frame:
    """A list or mapping that is not finished, and the key that waits for its value."""

    def __init__(self, container: Container, in_flow: bool) -> None:
        self.container = container
        self.in_flow = in_flow
        self.key: str | None = None

    def add(self, value: Value) -> None:
        """Put a value in its place; in a mapping every other value is a key."""
        if isinstance(self.container, list):
            self.container.append(value)
        elif self.key is None:
            self.key = value.value if isinstance(value, String) else ""
        else:
            self.container.pairs.append((self.key, value))
            self.key = None


def _documents(source: Source) -> list[Value]:
    """The value of each document."""
    roots: list[Value] = []
    anchors: dict[str, Value] = {}
    frames = [Frame(roots, in_flow=False)]
    for event in yaml.parse(source.text, Loader):
        if isinstance(event, yaml.DocumentStartEvent):
            anchors = {}
        elif isinstance(event, yaml.CollectionEndEvent):
            frames.pop()
        elif isinstance(event, yaml.AliasEvent):
            if event.anchor not in anchors:
                raise error(source, _begin(event), f"no anchor is called {event.anchor}", f"define it with &{event.anchor}")
            frames[-1].add(anchors[event.anchor])
        elif isinstance(event, yaml.NodeEvent):
            value = _value(source, event, frames[-1].in_flow)
            if event.anchor:
                anchors[event.anchor] = value
            frames[-1].add(value)
            if isinstance(value, Mapping | list):
                frames.append(Frame(value, in_flow=isinstance(event, yaml.CollectionStartEvent) and bool(event.flow_style)))
                if len(frames) > DEEPEST:
                    raise too_deep(source, _begin(event))
    return roots


def _begin(event: yaml.Event) -> int:
    """Where an event stands in the file."""
    return event.start_mark.index if event.start_mark else 0


def _value(source: Source, event: yaml.NodeEvent, in_flow: bool) -> Value:
    """The string of a scalar, or an empty list or mapping to be filled."""
    if isinstance(event, yaml.SequenceStartEvent):
        return []
    if not isinstance(event, yaml.ScalarEvent):
        return Mapping([])
    start, end = _begin(event), event.end_mark.index if event.end_mark else len(source.text)
    if event.anchor or event.tag:
        found = PROPERTIES.match(source.text, start, end)
        start = found.end() if found else start
    style = event.style or (IN_FLOW if in_flow else PLAIN)
    if not event.style and event.value in NULLS:
        # A key that is null has no name; a value that is null is no text.
        return None
    half = SURROGATE.search(event.value)
    if half:
        message = f"{half[0]!r} is half a character (a lone surrogate)"
        raise error(source, start, message, "write the character itself, or \\U and eight digits")
    return String(event.value, start, end, style)


def place(text: str, string: String) -> Placed:
    """Where each character of a string stands, and how to write one in its style."""
    return _block(text, string) if string.style in (LITERAL, FOLDED) else _flowing(text, string)


def _flowing(text: str, string: String) -> Placed:
    """A string that is plain or in quotes, on one line or several."""
    quoted = string.style in (SINGLE, DOUBLE)
    at, end = string.start + quoted, string.end - quoted
    made = Builder()
    for found in WRITTEN_OTHERWISE[string.style if quoted else PLAIN].finditer(text, at, end):
        made.keep(text, at, found.start())
        made.write(_meaning(found[0], string.style), *found.span())
        at = found.end()
    made.keep(text, at, end)
    escape = _escape(string)
    return located(string, made, partial(in_lines, escape=escape) if BREAK.search(text, string.start, string.end) else escape)


def _escape(string: String) -> Escape:
    """How to write a wording into a string that is no block."""
    if string.style == DOUBLE:
        return double
    if string.style == SINGLE:
        return single
    # Where signs stand in a plain scalar that would end it elsewhere, taking words away might move them there.
    return partial(plain, in_flow=string.style == IN_FLOW, words_only=bool(UNSAFE_IN_PLAIN.search(string.value)))


def _meaning(piece: str, style: str) -> str:
    """What an escape or a line break inside a scalar means."""
    if piece == "''":
        return "'"
    if style == DOUBLE and piece[0] == "\\":
        if piece[1] in Scanner.ESCAPE_CODES:
            code = int(piece[2:], 16)
            return chr(code) if code < 0x110000 else ""
        return Scanner.ESCAPE_REPLACEMENTS.get(piece[1], "")
    return "\n" * (len(BREAK.findall(piece)) - 1) or " "


def _block(text: str, string: String) -> Placed:
    """A block: its lines are looked for in the value, one after the other."""
    header = BREAK.search(text, string.start, string.end)
    body = header.end() if header else string.end
    lines = [line for line in LINE.finditer(text, body, string.end) if line[2]]
    made = Builder()
    if not lines:
        return located(string, made, None)
    unblank = string.value.lstrip("\n")
    indent = len(lines[0][1]) - (len(unblank) - len(unblank.lstrip(" ")))
    before = body
    for line in lines:
        begin, end = line.start() + indent, line.end(2)
        # Only between lines with text are line breaks folded.
        options = _gaps(len(BREAK.findall(text, before, begin)), folded=string.style == FOLDED and before > body)
        gap = next((gap for gap in options if string.value.startswith(gap + text[begin:end], len(made))), "")
        if gap:
            made.write(gap, before, begin)
        made.keep(text, begin, end)
        before = end
    rest = string.value[len(made) :]
    if rest:
        made.write("\n" * len(rest), before, lines[-1].end())
    if not indent:
        return located(string, made, None)
    folded = string.style == FOLDED
    return located(string, made, partial(in_lines, escape=one_line) if folded else partial(in_block, indent=" " * indent))


def _gaps(breaks: int, *, folded: bool) -> tuple[str, ...]:
    """What so many line breaks in front of a line of a block may mean."""
    every = "\n" * breaks
    return (every, every[1:] or " ") if folded else (every,)


def double(wording: str) -> str:
    """A wording as it stands between double quotes. Raises ValueError for characters that YAML does not allow."""
    import json

    return json.dumps(printable(wording), ensure_ascii=False)[1:-1]


def single(wording: str) -> str:
    """A wording as it stands between single quotes. Raises ValueError for one of several lines."""
    return one_line(wording).replace("'", "''")


def plain(wording: str, in_flow: bool, words_only: bool) -> str:
    """A wording as it stands in a plain scalar. Raises ValueError for one that needs quotes around the whole."""
    unsafe = UNSAFE_IN_PLAIN.search(one_line(wording)) or (in_flow and re.search(r"[\[\]{},]", wording))
    if unsafe or wording in NULLS or (words_only and not re.fullmatch(r"\w(?:.*\w)?", wording)):
        raise ValueError("it needs quotes around the whole text")
    return wording


def in_lines(wording: str, escape: Escape) -> str:
    """A wording in a string whose lines are folded. Raises ValueError for an empty one, which might leave an empty line."""
    if not wording or wording != wording.strip():
        raise ValueError("it would change the lines around it")
    return escape(wording)


def in_block(wording: str, indent: str) -> str:
    """A wording as it stands in a literal block. Raises ValueError for none and for space in front, which may indent a line."""
    if not wording or wording[0].isspace():
        raise ValueError("it would change the indentation of the block")
    return printable(wording).replace("\r\n", "\n").replace("\n", f"\n{indent}")


def one_line(wording: str) -> str:
    """The wording. Raises ValueError for line breaks."""
    if re.search(r"[\r\n\x85\u2028\u2029]", wording):
        raise ValueError("there is room for one line only")
    return printable(wording)


def printable(wording: str) -> str:
    """The wording. Raises ValueError for characters that YAML does not allow."""
    if UNPRINTABLE.search(wording):
        raise ValueError("it has a character that YAML does not allow")
    return wording
