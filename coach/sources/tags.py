"""The statements of template languages (Jinja, Liquid, Handlebars, Mustache) as blocks with branches, and what is wrong there.

One expression finds the tags of all of them. Their own lexers are no help: Jinja's stops at the first sign that it does not know
and drops white space and line ends, so that offsets are lost; python-liquid's takes 160 ms to import. What stands inside a tag
matters little: its first word says what it does, the rest is a condition, which is compared as text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from coach.expressions import compiled

TAG = (
    r"\{#(?:[^{#]++|\{(?!#)|#(?!\}))*+#\}"
    r"|\{%[-+]?\s*+(?P<word>[^\W\d]\w*+|#)?(?P<rest>(?:[^{%]++|\{(?!%)|%(?!\}))*+)%\}"
    r"|\{\{~?!--(?:[^-{]++|-(?!-~?\}\})|\{(?!\{~?!--))*+--~?\}\}"
    r"|\{\{[-~]?\s*+(?P<sign>[#^/!>&]?)(?P<inner>[^{}]*+)\}\}"
)
"""A tag or a placeholder. No part may hold the beginning of its like, so that the search is linear in broken texts, too."""

TAG_LINE = r"(?m)^[ \t]*\0[\0 \t]*(?:\r?\n|\r|\Z)"
"""A line of nothing but tags, in a text where every character of a tag is a NUL."""

COMMENTS = ("comment", "doc")
RAW = ("raw", "verbatim")
LOOPS = ("for", "tablerow", "#each", "#with")
PLURALS = ("trans", "blocktrans", "blocktranslate")
APART = ("capture", "set", "macro")
"""Blocks whose contents come out elsewhere."""

BRANCHING = ("if", "unless", "case", "for", "tablerow")
MIDDLES = ("else", "elif", "elsif", "elseif", "when", "empty", "plural", "pluralize")
SILENT = frozenset(
    (
        "# assign set include render extends import from load break continue increment decrement liquid layout do debug "
        "csrf_token"
    ).split()
)
"""Statements without an end that leave nothing in the text."""

OPEN, MIDDLE, CLOSE, NOTHING, OUTPUT = range(5)
"""What a tag does: begin, divide or end a block, leave nothing behind, or stay in the text as a placeholder."""

DEEPEST = 40
"""Blocks in blocks; what stands deeper is read as if all of it came out."""

Span = tuple[int, int]


class Tag(NamedTuple):
    """A tag at `[start:end]`; `name` is what it begins, divides or ends ("if", "else", "#each"), `rest` the condition."""

    start: int
    end: int
    role: int
    name: str
    rest: str = ""


class Branch(NamedTuple):
    """A branch of a block at `[start:end]`; its condition is "" for what comes out where no other does.

    `fact` is the condition as what it is about, what that must be ("" for anything), and whether it must not be that.
    """

    number: int
    start: int
    end: int
    condition: str
    fact: tuple[str, str, bool]
    parts: list[Span | Block]


class Block(NamedTuple):
    """A statement with its branches, one of which comes out."""

    name: str
    branches: tuple[Branch, ...]


class Problem(NamedTuple):
    """What is wrong at `[start:end]` of a text; `better` could stand there instead."""

    start: int
    end: int
    message: str
    better: str = ""


class Parsed(NamedTuple):
    """A text as stretches and blocks; in its `comments` and in what is shown raw (`hidden`) no placeholder is filled."""

    parts: list[Span | Block]
    tags: list[Tag]
    hidden: list[Span]
    problems: list[Problem]


def tags_of(text: str) -> tuple[list[Tag], list[Span]]:
    """The tags of a text in order, and the spans of comments and of what is shown raw."""
    found = list(compiled(TAG).finditer(text))
    closed = {word[3:] for match in found if (word := match["word"]) and word.startswith("end")}
    tags: list[Tag] = []
    hidden: list[Span] = []
    until, began = "", 0
    for match in found:
        word = match["word"] or ""
        if until and word == f"end{until}":
            hidden.append((began, match.start()))
            tags.append(Tag(match.start() if until in RAW else began, match.end(), NOTHING, word))
            until = ""
        elif not until and word in (*COMMENTS, *RAW) and word in closed:
            until, began = word, match.end()
            tags.append(Tag(*match.span(), NOTHING, word))
        elif not until:
            tags.append(Tag(match.start(), match.end(), *meaning(match, closed)))
            if tags[-1].role == NOTHING and not tags[-1].name:
                hidden.append(match.span())
    return tags, hidden


def meaning(match: re.Match[str], closed: set[str]) -> tuple[int, str, str]:
    """What a tag does, with its name and condition; `closed` are the words that some tag ends."""
    if match["inner"] is not None:
        return meaning_of_braces(match["sign"], match["inner"].rstrip("-~").strip())
    if match["rest"] is None:
        return NOTHING, "", ""  # a comment
    word, rest = match["word"] or "", match["rest"].rstrip("-+").strip()
    if not word or rest[:1] in (".", ","):
        return OUTPUT, "", ""  # {%customer.firstName,fallback=there%}
    if word in MIDDLES:
        return MIDDLE, word, rest
    if word.startswith("end") and len(word) > len("end"):
        return CLOSE, word[3:], ""
    if word in BRANCHING or (word in closed and not (word == "set" and "=" in rest)):
        return OPEN, word, rest
    return NOTHING if word in SILENT else OUTPUT, word, rest


def meaning_of_braces(sign: str, inner: str) -> tuple[int, str, str]:
    """What a tag or placeholder in double braces does."""
    word, _, rest = inner.partition(" ")
    if sign == "!":
        return NOTHING, "", ""
    if sign == "/":
        return CLOSE, f"#{word}", ""
    if sign == "^" and word:
        return OPEN, f"#{word}", f"not {inner}"
    if sign == "#":
        return OPEN, f"#{word}", rest.strip() or word
    if sign == "^" or (not sign and word == "else"):
        return MIDDLE, "else", rest.strip().removeprefix("if ").strip()
    return OUTPUT, "", ""


def taken_by(text: str, tags: list[Tag]) -> list[Span]:
    """The white space that goes with the tags: by a dash or tilde at their edge, and on lines that hold nothing else."""
    taken: list[Span] = []
    shadow: list[str] = []
    behind = 0
    for tag in tags:
        begin, end = tag.start, tag.end
        if text[begin + 2] in "-~":
            while begin and text[begin - 1].isspace():
                begin -= 1
        if text[end - 3] == "~" or (text[end - 3] == "-" and text[end - 4] != "-"):
            while end < len(text) and text[end].isspace():
                end += 1
        taken += [(begin, tag.start), (tag.end, end)]
        if tag.role != OUTPUT and tag.start >= behind:
            shadow += [text[behind : tag.start], "\0" * (tag.end - tag.start)]
            behind = tag.end
    shadow.append(text[behind:])
    taken += [match.span() for match in compiled(TAG_LINE).finditer("".join(shadow))]
    return sorted(span for span in taken if span[0] < span[1])


class _Open:
    """A block that is being read: its tag, the branches so far, and the one that is open."""

    def __init__(self, tag: Tag, parts: list[Span | Block], *, flat: bool = False) -> None:
        self.tag = tag
        self.divisions = [tag]
        self.branches: list[list[Span | Block]] = [parts]
        self.flat = flat

    @property
    def parts(self) -> list[Span | Block]:
        """What the open branch holds so far."""
        return self.branches[-1]

    def takes(self, middle: str) -> bool:
        """Whether a tag of this name may divide the block."""
        name = self.tag.name
        if middle == "else":
            return name in BRANCHING or name.startswith(("#", "if"))
        homes = {"when": ("case",), "empty": ("for",), "plural": PLURALS, "pluralize": PLURALS}
        return name in homes.get(middle, ("if", "unless"))


def parse(text: str) -> Parsed:
    """The blocks of a text. What is not ended goes on to the end, what ends nothing is left out; both are problems."""
    tags, hidden = tags_of(text)
    kept = _Kept(taken_by(text, tags))
    parser = _Parser(text)
    behind = 0
    for tag in tags:
        parser.top.parts.extend(kept.pieces(behind, tag.start))
        parser.read(tag)
        behind = max(behind, tag.end)
    parser.top.parts.extend(kept.pieces(behind, len(text)))
    while len(parser.stack) > 1:
        parser.abandon(len(text))
    return Parsed(parser.top.parts, tags, hidden, sorted(parser.problems))


class _Parser:
    """Puts blocks together, tag by tag."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._numbers = count()
        self._open_names: Counter[str] = Counter()
        self.problems: list[Problem] = []
        self.stack = [_Open(Tag(0, 0, OPEN, ""), [])]

    @property
    def top(self) -> _Open:
        """The innermost block that is open."""
        return self.stack[-1]

    def read(self, tag: Tag) -> None:
        """Do what a tag says."""
        top = self.top
        if tag.role == OUTPUT:
            top.parts.append((tag.start, tag.end))
        elif tag.role == OPEN:
            flat = len(self.stack) > DEEPEST
            if flat and not top.flat:
                self._complain(tag, f"stands in more than {DEEPEST} others")
            self.stack.append(_Open(tag, top.parts if flat else [], flat=flat))
            self._open_names[tag.name] += 1
        elif tag.role == MIDDLE and not top.takes(tag.name):
            self._complain(tag, "stands outside of what it divides")
        elif tag.role == MIDDLE and not top.flat:
            top.divisions.append(tag)
            top.branches.append([])
        elif tag.role == CLOSE and not self._open_names[tag.name]:
            self._complain(tag, "ends nothing that was begun")
        elif tag.role == CLOSE:
            while self.top.tag.name != tag.name:
                self.abandon(tag.start)
            self._close(tag.start)

    def abandon(self, end: int) -> None:
        """Close a block that has no end of its own."""
        tag = self.top.tag
        missing = f"{{{{/{tag.name[1:]}}}}}" if tag.name.startswith("#") else f"{{% end{tag.name} %}}"
        self._complain(tag, f"is never ended: {missing} is missing")
        self._close(end)

    def _close(self, end: int) -> None:
        closed = self.stack.pop()
        self._open_names[closed.tag.name] -= 1
        if not closed.flat:
            self.top.parts.extend(closed_block(closed, end, self._numbers))

    def _complain(self, tag: Tag, what: str) -> None:
        self.problems.append(Problem(tag.start, tag.end, f"{self._text[tag.start : tag.end][:60]} {what}"))


class _Kept:
    """What is left of the text between tags, without the white space that goes with them."""

    def __init__(self, taken: list[Span]) -> None:
        self._taken = taken
        self._next = 0

    def pieces(self, start: int, end: int) -> Iterator[Span]:
        """The stretches of `[start:end]` that stay; to be asked from the start of the text to its end."""
        while self._next < len(self._taken) and self._taken[self._next][0] < end:
            begin, stop = self._taken[self._next]
            if start < begin:
                yield start, begin
            start = max(start, stop)
            if stop > end:
                break
            self._next += 1
        if start < end:
            yield start, end


def closed_block(block: _Open, end: int, numbers: Iterator[int]) -> list[Span | Block]:
    """A block with its branches; one that always comes out in the same way is only what it holds."""
    name = block.tag.name
    starts = [tag.end for tag in block.divisions]
    ends = [*(tag.start for tag in block.divisions[1:]), end]
    found: list[Branch] = []
    for tag, start, stop, parts in zip(block.divisions, starts, ends, block.branches, strict=True):
        condition = condition_of(tag, block.tag)
        unless = tag is block.tag and name in ("unless", "#unless")
        found.append(Branch(next(numbers), start, stop, condition, fact(condition, unless), parts))
    if name == "case":
        found = found[1:]  # nothing comes out before the first when
    is_section = name.startswith("#") and block.tag.rest.removeprefix("not ") == name[1:]
    if found and found[-1].condition and (name.lstrip("#").startswith(("if", "unless")) or is_section):
        found.append(Branch(next(numbers), end, end, "", fact("", False), []))
    if len(found) == 1 and name not in (*APART, *LOOPS):
        return found[0].parts
    return [Block(name, tuple(found))] if found else []


def condition_of(tag: Tag, opening: Tag) -> str:
    """The condition of a branch, "" for what comes out where no other does."""
    if tag.name == "when":
        return f"{opening.rest} == {tag.rest}"
    if tag is not opening:
        return tag.rest
    return tag.rest or tag.name


def fact(condition: str, negated: bool) -> tuple[str, str, bool]:
    """What a condition says, see `Branch`."""
    condition = " ".join(condition.split())
    if condition.startswith("not "):
        condition, negated = condition[4:], not negated
    comparison = compiled(r"([\w.\[\]]+) ?(==|!=) ?([^=<>&|]+?)").fullmatch(condition)
    if comparison:
        return f"{comparison[1]} =", comparison[3].strip("'\""), negated != (comparison[2] == "!=")
    return condition, "", negated
