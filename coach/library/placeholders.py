"""Which placeholders a library uses, and which of them look like a slip of the pen."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from coach.expressions import compiled
from coach.library.record import Macro, Place
from coach.sources.masking import PLACEHOLDER

FREQUENT = 5
"""A name that is used so often is spelled as it should be."""

RARE = 2
"""One that is used so rarely may be a misspelling."""

ALIKE = 0.85
"""How alike the two must be: the ratio of difflib."""

STRAY = 0.02
"""A syntax that makes up no more than this share of all uses is not the one of another help desk."""

SYNTAX = (
    r"\{\{[-~]?\s*(?P<curly>[^{}|]*?)\s*(?:\|[^{}]*)?[-~]?\}\}|[#$%]\{\s*(?P<hash>[^{}]*?)\s*\}|%\((?P<python>\w+)\)s"
    r"|\{%\s*(?P<percent>[\w.]+)\s*(?:,[^{}]*)?%\}|\{(?P<single>[\w.\- ]+)\}|\[\[(?P<square>[^\[\]]+)\]\]|\[(?P<slot>[^\[\]]+)\]"
    r"|<<(?P<angle>[^<>]+)>>|%(?P<capital>[A-Z_]+)%|#(?P<mark>[A-Z_0-9-]+)#"
)
STATEMENT = r"(?i)^(?:#|/|!|>|else|if|end|for|unless|each|case|when|assign|comment)"
"""What begins so inside of braces is no value."""

SLOT = "slot"
"""[square brackets]: prose for the agent to fill in, or a label of a button."""

FORMS = {
    "curly": "{{name}}", "hash": "#{name}", "python": "%(name)s", "percent": "{%name%}", "single": "{name}", "square": "[[name]]",
    "angle": "<<name>>", "capital": "%NAME%", "mark": "#NAME#", "slot": "[name]",
}  # fmt: skip


class Use(NamedTuple):
    """A placeholder of the library: what it is called, in which syntax, and where it is used."""

    name: str
    syntax: str
    places: tuple[Place, ...]
    macros: tuple[int, ...]


class Slip(NamedTuple):
    """A placeholder that looks like a misspelling of a frequent one: another name, or the same in other brackets."""

    use: Use
    meant: Use


def used(macros: Iterable[Macro]) -> list[Use]:
    """The placeholders of the library, the most frequent first."""
    places: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    numbers: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for macro in macros:
        for name, syntax, start, end in placeholders(macro):
            places[name, syntax].append(macro.at(start, end))
            numbers[name, syntax].append(macro.number)
    found = [Use(name, syntax, tuple(where), tuple(numbers[name, syntax])) for (name, syntax), where in places.items()]
    return sorted(found, key=lambda one: (-len(one.places), one.name))


def placeholders(macro: Macro) -> Iterator[tuple[str, str, int, int]]:
    """The placeholders of a macro: name, syntax, span."""
    for run in compiled(f"{PLACEHOLDER}+").finditer(macro.prepared.masked):
        for match in compiled(SYNTAX).finditer(macro.prepared.shadow, *run.span()):
            syntax = match.lastgroup or ""
            name = (match[syntax] or "").strip()
            if name and syntax != SLOT and not compiled(STATEMENT).match(name):
                yield name, syntax, *match.span()


def slips(uses: Sequence[Use]) -> list[Slip]:
    """The placeholders that look like a misspelling of a frequent one."""
    frequent = [one for one in uses if len(one.places) >= FREQUENT]
    rare = [one for one in uses if len(one.places) <= RARE]
    by_syntax: Counter[str] = Counter()
    for one in uses:
        by_syntax[one.syntax] += len(one.places)
    stray = {syntax for syntax, number in by_syntax.items() if number <= max(RARE, STRAY * by_syntax.total())}
    found = ((one, next((other for other in frequent if is_slip(one, other, stray)), None)) for one in rare)
    return [Slip(one, meant) for one, meant in found if meant is not None]


def is_slip(one: Use, other: Use, stray: Container[str]) -> bool:
    """Whether a rare placeholder is a frequent one with a letter wrong, too many or too few, or in brackets that are `stray`.

    line_1 and line_2 are two; so are `name` and `names`, and a short name that is alike by chance.
    """
    if one.name == other.name:
        return one.syntax != other.syntax and one.syntax in stray
    if one.syntax != other.syntax or digits(one.name) != digits(other.name):
        return False
    if one.name.lower() == other.name.lower():
        return True
    mine, theirs = one.name.split("."), other.name.split(".")
    if len(mine) != len(theirs):
        return False
    differing = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    return len(differing) == 1 and misspelt(*differing[0])


def misspelt(one: str, other: str) -> bool:
    """Whether two parts of a name differ by a slip: a plural is none, nor a word put before or behind."""
    from difflib import SequenceMatcher

    if min(len(one), len(other)) < 4 or one + "s" == other or other + "s" == one:
        return False
    if one.replace("_", "") == other.replace("_", ""):
        return True
    return abs(len(one) - len(other)) < 3 and SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def digits(name: str) -> list[str]:
    """The numbers in a name."""
    return compiled(r"\d+").findall(name)
