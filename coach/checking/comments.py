"""Comments in a file that keep coach silent: where they stand, what they say, and how far they reach.

docs/suppressions.md shows every form. All offsets are code points of the file, end exclusive.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from coach.checking.literals import LITERALS, Literal
from coach.errors import did_you_mean
from coach.expressions import compiled
from coach.sources.mapped import Builder, Mapped, plain
from coach.sources.masking import CODE, FENCE, INLINE_CODE, fill

IGNORE, NEXT, DISABLE, ENABLE, FILE = "ignore", "ignore-next-line", "disable", "enable", "file-ignore"
VERBS = (IGNORE, NEXT, DISABLE, ENABLE, FILE)
ELSEWHERE = {
    "ignore-file": FILE, "disable-file": FILE, "ignore-line": IGNORE, "disable-line": IGNORE, "noqa": IGNORE,
    "ignore-next": NEXT, "disable-next-line": NEXT, "ignore-start": DISABLE, "off": DISABLE, "ignore-end": ENABLE, "on": ENABLE,
}  # fmt: skip
"""What other tools call it; too far from our verbs to be guessed by their letters."""

SPACE = r"(?:\s|\\[nrt])*+"
OPENING = (
    r"(?:(?P<html>(?:<|\\u003[cC])!--)"
    r"|(?P<jinja>\{#[-+]?)"
    rf"|(?P<liquid>\{{%-?{SPACE}comment{SPACE}-?%\}})"
    rf"|(?P<inline>\{{%-?{SPACE}#)"
    r"|(?P<long>\{\{~?!--)"
    rf"|(?P<short>\{{\{{~?!)){SPACE}[cC]oach:"
)
CLOSING = {
    "html": r"--(?:>|\\u003[eE])",
    "jinja": r"[-+]?#\}",
    "liquid": rf"\{{%-?{SPACE}endcomment{SPACE}-?%\}}",
    "inline": r"-?%\}",
    "long": r"--~?\}\}",
    "short": r"~?\}\}",
}
HASH = r"(?m)(?:^|(?<=\s))#[ \t]*[cC]oach:[^\r\n]*"

MARKDOWN = (".md", ".markdown")
JSON = (".json", ".jsonl", ".ndjson")
BACKSLASHES = r'(?:\\u[0-9a-fA-F]{4})+|\\["\\/bfnrt]'
ESCAPES = {
    **dict.fromkeys(JSON, BACKSLASHES), **dict.fromkeys(LITERALS, BACKSLASHES), ".csv": '""', ".tsv": '""',
}  # fmt: skip
"""What stands for another character in the texts of a data file."""

QUOTES = "\"'“”„‟«»‹›‘’‚‛"
VERB = r"\s*(?P<verb>[\w-]*)\s*(?P<bracket>\[)?"
NAMED = (
    rf"(?s)\s*(?P<rule>[^\s,:\[\]{QUOTES}]*)\s*(?::\s*[{QUOTES}](?P<words>.{{1,300}}?)[{QUOTES}](?=\s*[,\]])\s*)?(?P<next>[,\]])"
)
WITHOUT_BRACKETS = r"[:(\s]*(?P<rule>[a-z]+/[a-z-]+)"


class Named(NamedTuple):
    """A rule or category that a comment names, where it stands, and the only words it is about ("" for any)."""

    rule: str
    start: int
    end: int
    words: str = ""


class Directive(NamedTuple):
    """A comment at `[start:end]` and the part of the file `[first:last]` that it reaches.

    Without `rules` it is about every rule. `closing` is where the bracket behind the rules closes, -1 without one. `alone` on
    its lines, it has no text beside it. One with a `problem` cannot be understood and silences nothing.
    """

    verb: str
    rules: tuple[Named, ...]
    reason: str
    start: int
    end: int
    first: int
    last: int
    alone: bool = False
    closing: int = -1
    problem: str = ""
    hint: str = ""


class Said(NamedTuple):
    """What a comment says, see Directive."""

    verb: str = ""
    rules: tuple[Named, ...] = ()
    reason: str = ""
    closing: int = -1
    problem: str = ""
    hint: str = ""


class Lines(NamedTuple):
    """Where the lines of a text of some size begin, and where the words of each line that has any beside comments to coach."""

    starts: Sequence[int]
    words: Sequence[int]
    size: int

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The lines that `[start:end]` is on, up to the beginning of the next."""
        behind = bisect_left(self.starts, end)
        return self.starts[bisect_right(self.starts, start) - 1], self.starts[behind] if behind < len(self.starts) else self.size

    def word_from(self, start: int) -> int:
        """Where the first words are on the line that begins at an offset or on one below; the size when there are none."""
        number = bisect_left(self.words, start)
        return self.words[number] if number < len(self.words) else self.size


def parse(text: str, name: str) -> tuple[Directive, ...]:
    """The comments to coach in the text of a file, in its order; the end of its name tells which forms it may have."""
    if "coach:" not in text and "Coach:" not in text:
        return ()
    suffix = suffix_of(name)
    literals = LITERALS[suffix](text) if suffix in LITERALS and compiled(HASH).search(text) else []
    comments = [*bracketed(text, suffix), *hashed(text, suffix, literals)]
    if not comments:
        return ()
    comments.sort()
    bare = without(text, [(start, end) for start, end, _ in comments])
    lines = Lines(line_starts(text), [match.start() for match in compiled(r"\S[^\r\n]*").finditer(bare)], len(text))
    return tuple(directive(comment, lines, literals if text[comment[0]] == "#" else ()) for comment in comments)


def suffix_of(name: str) -> str:
    """The end of a file's name that tells its format."""
    return os.path.splitext(name)[1].lower()


def bracketed(text: str, suffix: str) -> Iterator[tuple[int, int, Said]]:
    """The comments that have an opening and a closing mark; one that is not closed ends with its line."""
    shown = fill(INLINE_CODE, CODE, fill(FENCE, CODE, text)) if suffix in MARKDOWN and "`" in text else text
    openings = [match for match in compiled(OPENING).finditer(text) if shown[match.start()] != CODE]
    for opening, following in zip_longest(openings, openings[1:]):
        limit = following.start() if following else len(text)
        end_of_line = line_end(text, opening.end(), limit)
        end = end_of_line if suffix in JSON else limit
        closing = compiled(CLOSING[opening.lastgroup or ""]).search(text, opening.end(), end)
        if closing:
            yield opening.start(), closing.end(), said(decoded(text, opening.end(), closing.start(), suffix))
        else:
            hint = "end it as it began, for example <!-- coach: ignore[rule] -->"
            yield opening.start(), end_of_line, Said(problem="the comment is not closed", hint=hint)


def hashed(text: str, suffix: str, literals: Sequence[Literal]) -> Iterator[tuple[int, int, Said]]:
    """The comments of a YAML or TOML file that begin with #."""
    if suffix not in LITERALS:
        return
    for match in compiled(HASH).finditer(text):
        if not any(literal.inner <= match.start() < literal.end for literal in literals):
            yield match.start(), match.end(), said(plain(text).cut(match[0].index(":") + 1 + match.start(), match.end()))


def decoded(text: str, start: int, end: int, suffix: str) -> Mapped:
    """The inside of a comment, without the escapes of a data file."""
    built = Builder()
    escapes = compiled(ESCAPES[suffix]).finditer(text, start, end) if suffix in ESCAPES else ()
    for match in escapes:
        built.keep(text, start, match.start())
        built.write(meaning(match[0]), match.start(), match.end())
        start = match.end()
    built.keep(text, start, end)
    return built.built()


def meaning(escape: str) -> str:
    """What an escape of a data file stands for."""
    if escape == '""':
        return '"'
    import json

    return str(json.loads(f'"{escape}"'))


def said(inside: Mapped) -> Said:
    """What a comment says behind "coach:"."""
    match = compiled(VERB).match(inside.text)
    verb = match["verb"].casefold() if match else ""
    if not match or verb not in VERBS:
        hint = f"say one of {', '.join(VERBS)}"
        likely = f"did you mean {ELSEWHERE[verb]}?" if verb in ELSEWHERE else did_you_mean(verb, VERBS, hint)
        return Said(problem=f"unknown verb {verb!r}" if verb else "it says nothing to do", hint=likely if verb else hint)
    if not match["bracket"]:
        return without_rules(verb, inside.text[match.end() :])
    rules: list[Named] = []
    at = match.end()
    while item := compiled(NAMED).match(inside.text, at):
        if item["rule"]:
            rules.append(Named(item["rule"], *inside.span(*item.span("rule")), item["words"] or ""))
        elif item["words"]:
            break
        at = item.end()
        if item["next"] == "]" and not rules:
            return Said(verb, problem="its brackets are empty", hint=f"name the rules: {verb}[negative/cannot]")
        if item["next"] == "]":
            return Said(verb, tuple(rules), tidied(inside.text[at:]), inside.span(at - 1, at)[0])
    if "]" not in inside.text[at:]:
        return Said(verb, problem="the bracket is not closed", hint="write ] behind the rules")
    hint = f'write {verb}[negative/cannot, blame], or with the words it is about {verb}[negative/cannot: "can\'t go wrong"]'
    return Said(verb, problem=f"cannot read {tidied(inside.text[at:])!r}", hint=hint)


def without_rules(verb: str, rest: str) -> Said:
    """What a comment says that has no brackets: everything, unless the brackets were forgotten."""
    rule = compiled(WITHOUT_BRACKETS).match(rest)
    if rule or rest[:1] in ("(", "="):
        name = rule["rule"] if rule else "negative/cannot"
        return Said(verb, problem="rules stand in square brackets", hint=f"write {verb}[{name}]")
    return Said(verb, reason=tidied(rest))


def tidied(reason: str) -> str:
    """A reason on one line, without the dash or colon that leads to it."""
    return " ".join(reason.split()).strip(":–—- ")


def directive(comment: tuple[int, int, Said], lines: Lines, literals: Sequence[Literal]) -> Directive:
    """A comment with its reach; each of `literals` counts as one line."""
    start, end, what = comment
    first, last = lines.around(start, end)
    alone = lines.word_from(first) >= last
    if what.verb == NEXT:
        below = lines.word_from(last)
        first, last = lines.around(below, below + 1) if below < lines.size else (last, last)
    if what.verb in (IGNORE, NEXT):
        first, last = whole_values(first, last, literals)
    elif what.verb == FILE:
        first, last = 0, lines.size
    else:
        first, last = start, lines.size
    told = (what.closing, what.problem, what.hint)
    return Directive(what.verb, what.rules, what.reason, start, end, first, last, alone, *told)


def whole_values(first: int, last: int, literals: Sequence[Literal]) -> tuple[int, int]:
    """The lines of a data file with the values of several lines that begin or end there."""
    touched = [one for one in literals if one.start < last and one.end > first]
    return min([first, *(one.start for one in touched)]), max([last, *(one.end for one in touched)])


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with spans blanked; same length, same lines."""
    pieces, at = [], 0
    for start, end in spans:
        pieces += [text[at:start], re.sub(r"[^\r\n]", " ", text[start:end])]
        at = end
    return "".join([*pieces, text[at:]])


def line_starts(text: str) -> list[int]:
    """Where the lines of a text begin; a line ends at LF, CR LF or CR."""
    return [0, *(match.end() for match in compiled(r"\r\n?|\n").finditer(text))]


def line_end(text: str, offset: int, limit: int | None = None) -> int:
    """Where the line of an offset ends, in front of its line end."""
    limit = len(text) if limit is None else limit
    match = compiled(r"[\r\n]").search(text, offset, limit)
    return match.start() if match else limit
