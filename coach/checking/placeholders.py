"""Placeholders and statements that the help desk cannot read, and names that nobody fills.

What is said here is about the template, not about the customer's language: messages are in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from fnmatch import fnmatchcase
from functools import lru_cache

from coach.errors import did_you_mean
from coach.expressions import compiled
from coach.model import Finding
from coach.rules.macro import finding
from coach.sources.document import JINJA, LIQUID, Reading, Segment
from coach.sources.mapped import MARKUP, Mapped
from coach.sources.masking import FENCE, INLINE_CODE, fill
from coach.sources.placeholders import EDGES, FORM, Placeholder, find, may_have
from coach.sources.tags import BRANCHING, CLOSE, MIDDLES, OPEN, OUTPUT, Parsed, Problem, Span, Tag, parse
from coach.sources.templates import has_statements, most_ways, walked
from coach.sources.vendors import TITLES, known_names, known_roots

MALFORMED, UNKNOWN = "macro/malformed-placeholder", "macro/unknown-placeholder"

LIQUIDS = (LIQUID, "zendesk", "freshdesk", "intercom", "front")
LIQUID_WORDS = (
    "if elsif else unless case when for tablerow break continue assign capture increment decrement cycle echo comment raw liquid "
    "include render layout doc ifchanged"
).split()
STRICT = (JINJA, LIQUID, "zendesk", "freshdesk", "gorgias")
"""Dialects in which a name has no spaces."""

FORMATTED = "has formatting inside, which the help desk takes for a part of the name"

OPERATORS = frozenset("if else or and not is in contains".split())

NAME = r"[^\W\d]\w++(?:\.\w++|\[\w*+\])*+"
PATH = r"[^\W\d]\w*+(?:\.\w++)++"
STRAY = (
    rf"(?P<one>\{{\{{\s?(?P<one_name>{NAME})\s?\}}(?!\}}))"
    rf"|(?P<begun>(?<![\w^\\{{}}])\{{\s?(?P<begun_name>{NAME})\s?\}}\}})"
    rf"|(?P<open>\{{\{{(?:(?P<open_name>{NAME})|\s(?P<open_path>{PATH}))(?!(?:(?!\{{\{{|\}}\}})[^\n])*+\}}\}}))"
    rf"|(?P<hash>\#\{{(?P<hash_name>{NAME})(?![^\n{{}}]*+\}}))"
    rf"|(?P<closed>(?<![\w.{{}}])(?P<closed_name>{PATH})\}}\}})"
)
"""Braces without their counterpart around or beside a name; in prose a lone brace is no fault."""

STRAYS = {
    "one": ("is closed by one brace instead of two", ("one_name",)),
    "begun": ("is opened by one brace instead of two", ("begun_name",)),
    "open": ("is never closed: }} is missing", ("open_name", "open_path")),
    "hash": ("is never closed: } is missing", ("hash_name",)),
    "closed": ("is never opened: {{ is missing", ("closed_name",)),
}

LOOSE = r"\{%[-+]?\s*[^\W\d]\w*[^\n{}]{0,40}"
"""The beginning of a statement."""

LOCAL = (
    r"\{%[-+]?\s{0,9}(?:for|tablerow|assign|set|capture|with|macro|increment|decrement)\s{1,9}"
    r"([\w, ]{1,80}?)\s{0,9}(?:\bin\b|=|\(|[-+]?%\})"
)
LOCAL_OF_BLOCK = r"\bas \|([\w ]+)\|"
BUILT_IN = frozenset("forloop loop tablerowloop this self super caller blank now".split())


PLAIN = r"\{\{ ?[^\W\d]\w*(?:\.\w+)* ?\}\}"
"""A name in two braces, with nothing about it that could be wrong where no help desk and no list says which names there are."""


def findings(segment: Segment, reading: Reading) -> list[Finding]:
    """What is wrong with the placeholders and statements of a segment as it was read, before its branches are told apart.

    Offsets count in `segment.text.text`.
    """
    text = segment.text.text
    if not may_have(text):
        return []
    dialect = segment.dialect or reading.dialect
    if not dialect and not reading.placeholders and segment.text.is_whole and are_plain(text):
        return []
    parsed = parse(text) if has_statements(text, dialect) else Parsed([], [], [], [])
    shown = blanked(without_code(text), parsed.hidden)
    problems = [*statements(text, parsed, dialect), *malformed(shown, segment.text, dialect)]
    found = [
        finding(MALFORMED, text, (problem.start, problem.end), problem.message, problem.better)
        for problem in problems
        if shown[problem.start] == text[problem.start]
    ]
    told = {one.start for one in found}
    for placeholder in unknown(shown, parsed, dialect, reading.placeholders):
        if placeholder.start not in told:
            found.append(unfilled(text, placeholder, dialect, reading.placeholders))
    return sorted(found, key=lambda one: (one.start, one.end, one.rule))


def are_plain(text: str) -> bool:
    """Whether all placeholders of a text are as plain as most are, which is told without looking at each."""
    rest = compiled(PLAIN).sub("", text)
    return "}" not in rest and not may_have(rest)


def without_code(text: str) -> str:
    """The text with code blanked, same length."""
    return fill(INLINE_CODE, " ", fill(FENCE, " ", text)) if "`" in text or "~~~" in text else text


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with spans (in order) blanked, same length."""
    parts: list[str] = []
    behind = 0
    for start, end in spans:
        parts += [text[behind:start], " " * (end - start)]
        behind = end
    return "".join((*parts, text[behind:]))


def statements(text: str, parsed: Parsed, dialect: str) -> Iterator[Problem]:
    """What is wrong with the statements of a text."""
    if not has_statements(text, dialect):
        return
    wrong = [*parsed.problems, *(problem for tag in parsed.tags for problem in misnamed(text, tag, dialect))]
    yield from wrong
    for match in compiled(LOOSE).finditer(blanked(text, ((tag.start, tag.end) for tag in parsed.tags))):
        yield Problem(*match.span(), f"{match[0].strip()} is never closed: %}} is missing")
    most = most_ways(text)
    if sum(tag.role in (OPEN, CLOSE) or tag.name in MIDDLES for tag in parsed.tags) > most:
        _, left = walked(text)
        for *_, (_, branch) in left[:1]:
            message = f"this text comes out in more than {most} ways; what stands here was not judged"
            start = min(branch.start, len(text) - 1)
            yield Problem(start, max(start + 1, branch.end), message)
    if dialect == JINJA and parsed.tags and not wrong:
        yield from syntax_errors(text, parsed.tags)


def misnamed(text: str, tag: Tag, dialect: str) -> Iterator[Problem]:
    """A statement that the template language does not have."""
    written = text[tag.start : tag.end]
    if not tag.name or not written.startswith("{%") or tag.role == CLOSE:
        return
    other_if = "elif" if dialect == JINJA else "elsif" if dialect in LIQUIDS else ""
    near: list[str] = []
    if other_if and tag.name == "else" and tag.rest.startswith("if "):
        better = written.replace("else if", other_if, 1)
        yield Problem(tag.start, tag.end, f"the condition behind else is not read; it is written {better}", better)
    elif other_if and tag.name in ("elif", "elsif", "elseif") and tag.name != other_if:
        better = written.replace(tag.name, other_if, 1)
        yield Problem(tag.start, tag.end, f"{tag.name} is not known here; it is written {better}", better)
    elif tag.role == OUTPUT and tag.name not in LIQUID_WORDS and tag.name != "form":
        near = get_close_matches(tag.name, LIQUID_WORDS if dialect in LIQUIDS else (*BRANCHING, *MIDDLES), 1, 0.75)
        if near or dialect in LIQUIDS:
            hint = did_you_mean(tag.name, near, "it is not read")
            better = written.replace(tag.name, near[0], 1) if near else ""
            yield Problem(tag.start, tag.end, f"there is no statement {tag.name}; {hint}", better)


def syntax_errors(text: str, tags: Sequence[Tag]) -> Iterator[Problem]:
    """What Jinja itself says of a text; it tells the line, so the first tag that ends on it is shown."""
    from jinja2 import Environment, TemplateSyntaxError

    environment = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"], autoescape=True)
    try:
        environment.parse(text)
    except TemplateSyntaxError as error:
        if "unknown tag" in str(error.message):
            return  # of an extension that the team has; a misspelt one was told
        ends = [0, *(match.end() for match in compiled(r"\r\n|\r|\n").finditer(text))]
        start = ends[min(error.lineno, len(ends)) - 1]
        tag = next((tag for tag in tags if tag.end > start), tags[-1])
        message = str(error.message).partition(". ")[0].rstrip(".")
        yield Problem(tag.start, tag.end, f"Jinja cannot read this: {message[:1].lower()}{message[1:]}")
    except RecursionError:
        return  # so many statements in each other are a problem that was told


def malformed(shown: str, mapped: Mapped, dialect: str) -> Iterator[Problem]:
    """Placeholders that are not well formed; `shown` is the text of `mapped` with code and comments blanked."""
    for match in compiled(FORM).finditer(shown):
        if match["double"] is not None or match["single"] is not None:
            fault = fault_of(match, dialect)
            if not fault and is_interrupted(mapped, *match.span()):
                fault = FORMATTED
            if fault:
                yield Problem(*match.span(), f"{match[0]} {fault}")
    rest = compiled(FORM).sub(lambda match: " " * len(match[0]), shown)
    for match in compiled(STRAY).finditer(rest):
        kind = next(kind for kind in STRAYS if match[kind])
        message, groups = STRAYS[kind]
        name = next(match[group] for group in groups if match[group])
        better = f"#{{{name}}}" if kind == "hash" else f"{{{{{name}}}}}"
        yield Problem(*match.span(), f"{match[0]} {message}", better)


def is_interrupted(mapped: Mapped, start: int, end: int) -> bool:
    """Whether tags stand inside a span that customers see; the target of a link is markup itself, from end to end."""
    return mapped.runs[mapped.number(start)].kind != MARKUP and not mapped.is_prose(start, end)


def fault_of(match: re.Match[str], dialect: str) -> str:
    """What is wrong inside the braces of a placeholder, "" if nothing is."""
    content = (match["double"] or match["single"] or "").strip(EDGES)
    name = re.split(r"\|", content, maxsplit=1)[0].strip()
    if match["double"] and match[0].startswith("{{{") != match[0].endswith("}}}"):
        return "has more braces on one side than on the other"
    if not content:
        return "holds no name"
    if compiled(r"[^\"'<>]*</?[A-Za-z][^<>]*>").match(content):
        return FORMATTED
    if not name or content.endswith("|") or compiled(r"\|\s+\|").search(content):
        return "has a | without a name beside it"
    if compiled(r"[“”„«»‘]").search(content):
        return "has curly quotation marks, which are not read; write straight ones"
    if content.count('"') % 2 and "'" not in content:
        return "has a quotation mark that is never closed"
    path = compiled(r"[\w.\[\] -]+").match(name)
    if not path or name[0] in "\"'":
        return ""
    if dialect not in STRICT and compiled(r"\.|(?:\.\./)+[\w./@]*").fullmatch(name):
        return ""  # the item of a loop, and what stands around the loop, in Handlebars
    if ".." in name or name.endswith(".") or (name.startswith(".") and dialect in STRICT):
        return "has a dot without a name beside it"
    if name.count("[") != name.count("]"):
        return "has a bracket without its counterpart"
    words = name.split()
    if dialect in STRICT and len(words) > 1 and path[0] == name and OPERATORS.isdisjoint(words):
        return "has a space in its name"
    return ""


def unknown(shown: str, parsed: Parsed, dialect: str, globs: Sequence[str]) -> Iterator[Placeholder]:
    """The placeholders that nobody fills: not among the known ones of the team, or else of the help desk."""
    roots = known_roots(dialect)
    if not globs and not known_names(dialect):
        return
    groups = [*compiled(LOCAL).findall(shown), *compiled(LOCAL_OF_BLOCK).findall(shown)]
    local = BUILT_IN.union(*(re.split(r"\W+", group) for group in groups))
    inside = list(relative(parsed.tags, len(shown)))
    for placeholder in find(shown):
        root = compiled(r"[\w\-]*").match(placeholder.name)[0]  # type: ignore[index]
        if root in local or any(start <= placeholder.start < end for start, end in inside):
            continue
        if globs:
            is_known = any(fnmatchcase(placeholder.name, glob) for glob in globs)
        else:
            is_known = not (roots and root not in roots) and not misspelt(placeholder.name, dialect)
        if not is_known:
            yield placeholder


def relative(tags: Iterable[Tag], end: int) -> Iterator[Span]:
    """The spans of Handlebars blocks in which names are those of a part of the values."""
    depth, began = 0, 0
    for tag in tags:
        if tag.name in ("#each", "#with"):
            depth += (tag.role == OPEN) - (tag.role == CLOSE)
            if tag.role == OPEN and depth == 1:
                began = tag.end
            elif not depth:
                yield began, tag.start
    if depth > 0:
        yield began, end


@lru_cache(maxsize=1000)
def misspelt(name: str, dialect: str) -> str:
    """The documented placeholder that a name is nearly; a longer name may be a field of the team's own."""
    names = known_names(dialect)
    if name in names or any(name.startswith(known) for known in names):
        return ""
    prefix, _, field = name.rpartition(".")
    beside = {known.rpartition(".")[2]: known for known in names if known.rpartition(".")[0] == prefix}
    near = [beside[one] for one in get_close_matches(field, beside, 1, 0.78)]
    far = get_close_matches(name, names.difference(beside.values()), 1, 0.9)
    return next(iter(near + far), "")


def unfilled(text: str, placeholder: Placeholder, dialect: str, globs: Sequence[str]) -> Finding:
    """The finding for a placeholder that nobody fills."""
    written = text[placeholder.start : placeholder.end]
    near = nearest(placeholder.name, dialect, tuple(globs))
    whose = "is not among the known placeholders" if globs else f"is no placeholder of {TITLES.get(dialect, dialect)}"
    otherwise = f"known are {', '.join(globs or sorted(known_roots(dialect)))}"
    message = f"{written} {whose}; {did_you_mean(placeholder.name, near, otherwise)}"
    better = written.replace(placeholder.name, near[0], 1) if near else ""
    return finding(UNKNOWN, text, (placeholder.start, placeholder.end), message, better)


@lru_cache(maxsize=1000)
def nearest(name: str, dialect: str, globs: tuple[str, ...]) -> list[str]:
    """The known placeholder that is nearest to a name, as a list of one or none."""
    known = [glob for glob in globs if not set("*?[").intersection(glob)] if globs else sorted(known_names(dialect))
    return get_close_matches(name, known, 1)
