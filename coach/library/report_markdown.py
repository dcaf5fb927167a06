"""`markdown`: the X-ray to paste into a ticket or a wiki. What comes from the library stands in code spans."""

from __future__ import annotations

from collections.abc import Iterator

from coach.library.entries import Line
from coach.library.pages import Section, opening, sections
from coach.library.report_text import MOST_WORDS, where
from coach.library.xray import XRay
from coach.reports.display import one_line
from coach.reports.markdown import code, prose


def markdown(one: XRay, top: int | None = None, *, everything: bool = False) -> str:
    """The report; `top` entries of each section, or `everything`."""
    lines = ["# The macro library", "", *(f"- {prose(line)}" for line in opening(one))]
    for section in sections(one):
        if section.entries or section.table:
            lines += ["", *shown(section, top, everything=everything)]
    return "\n".join(lines) + "\n"


def shown(section: Section, top: int | None, *, everything: bool) -> Iterator[str]:
    """The lines of a section."""
    yield f"## {section.title}"
    yield ""
    if section.lead:
        yield section.lead
        yield ""
    for number, row in enumerate(section.table):
        first, *rest = row
        yield f"| {' | '.join((code(first) if number else first, *map(prose, rest)))} |"
        if not number:
            yield f"|{'---|' * len(row)}"
    if section.table:
        yield ""
    limit = len(section.entries) if everything else section.top if top is None else top
    for number, entry in enumerate(section.entries[:limit], 1):
        yield f"{number}. {prose(entry.head)}"
        yield from (f"   - {item(line)}" for line in entry.lines)
    if len(section.entries) > limit:
        yield f"\n{len(section.entries) - limit} more are left out."


def item(line: Line) -> str:
    """A line of evidence."""
    parts = [code(where(line.place))] if line.place else []
    parts += [prose(line.label)] if line.label else []
    parts += [code(one_line(line.words, MOST_WORDS))] if line.words and line.words != line.label else []
    return " ".join(parts)
