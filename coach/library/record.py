"""The records every question is asked of: a macro, and a place in a file that proves what is said of it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from coach.expressions import compiled
from coach.languages import language
from coach.languages.base import Language
from coach.model import PENALTY, Finding
from coach.reports.lines import Lines
from coach.sources.mapped import Mapped
from coach.sources.masking import CODE, QUOTE
from coach.texts import Text

QUOTED = f"[{QUOTE}{CODE}]+"


def readable(prepared: Text) -> str:
    """A text with placeholders, links and addresses masked, but with quotations and code to be read."""
    return compiled(QUOTED).sub(lambda match: prepared.shadow[match.start() : match.end()], prepared.masked)


class Place(NamedTuple):
    """Where something stands: a path, line and column (1-based, code points), the macro it is in, and the words there."""

    path: str
    line: int
    column: int
    macro: str
    text: str


class Macro(NamedTuple):
    """A live macro of the library.

    `number` counts macros from 0, `name` is its title or the name of its file. `prepared` is its text with placeholders and links
    masked, `open` the same with quotations and code to be read; all offsets of the package count in these.

    `language` is the one it was judged in, else the one it claims; None where neither is known. `claimed` is the one that its
    title, the file or the path names ("de-at"), or "", and `locale` that or else the language. `work` is the same for all
    language versions of a macro, `shelf` is where it is kept: folder and file, without marks of a language.

    `updated` is None where unknown, `usage` how often it was sent. `findings` stand in the file. `address` is "formal",
    "informal", "mixed" or "".
    """

    number: int
    path: str
    name: str
    text: Mapped
    prepared: Text
    open: str
    lines: Lines
    language: str | None
    locale: str = ""
    claimed: str = ""
    work: tuple[str, ...] = ()
    shelf: tuple[str, ...] = ()
    channel: str = ""
    usage: int | None = None
    updated: date | None = None
    findings: tuple[Finding, ...] = ()
    address: str = ""

    @property
    def weight(self) -> int:
        """What its findings take off a score of 100, without a floor."""
        return sum(PENALTY[finding.severity] for finding in self.findings)

    @property
    def sent(self) -> int:
        """How often it was sent; 0 where nobody counts."""
        return self.usage or 0

    @property
    def tongue(self) -> Language:
        """The record of its language; English for a macro in none, which no question about words is asked of."""
        return language(self.language or "en")

    def at(self, start: int, end: int) -> Place:
        """A span of its text as a place in the file, with the words as they stand in the text."""
        shown = " ".join(self.prepared.shadow[start:end].split())
        begin, stop = self.prepared.original(start, end)
        line, column = self.lines.position(self.text.span(begin, stop)[0])
        return Place(self.path, line, column, self.name, shown)

    @property
    def place(self) -> Place:
        """Where it begins."""
        shadow = self.prepared.shadow
        start = len(shadow) - len(shadow.lstrip())
        return self.at(start, min(len(shadow), start + 1))._replace(text="")
