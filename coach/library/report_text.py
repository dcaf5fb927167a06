"""`full`: the X-ray for people, on a terminal or in a file. A summary, then a section for each question that has an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.library.entries import Entry, Line
from coach.library.pages import Section, opening, sections
from coach.library.record import Place
from coach.library.xray import XRay
from coach.reports.display import fold, one_line, width
from coach.reports.style import BOLD, DIM, GREEN, Style

MOST_WORDS = 160
"""Code points of a quoted sentence."""

NARROWEST = 40
MOST_ROWS = 8
"""Rows of a table."""


def text(one: XRay, style: Style, top: int | None = None, *, everything: bool = False) -> str:
    """The report; `top` entries of each section, or `everything`."""
    lines = [style.paint(line, BOLD) if not number else line for number, line in enumerate(opening(one))]
    found = sections(one)
    for section in found:
        if section.entries or section.table:
            lines += ["", *shown(section, style, top, everything=everything)]
    nothing = [section.sought for section in found if section.sought and not section.entries]
    if nothing and one.macros:
        lines += ["", *hanging(f"Looked for and not found: {'; '.join(nothing)}.", 0, style)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def shown(section: Section, style: Style, top: int | None, *, everything: bool) -> Iterator[str]:
    """The lines of a section."""
    count = f" ({len(section.entries)})" if section.entries and section.sought else ""
    yield style.paint(section.title + count, BOLD)
    if section.lead:
        yield from hanging(section.lead, 0, style)
    yield from table(section.table if everything else section.table[: MOST_ROWS + 1], style)
    rows = max(0, len(section.table) - 1 - MOST_ROWS)
    if rows and not everything:
        yield style.paint(f"  ... {rows} more: --all", DIM)
    limit = len(section.entries) if everything else section.top if top is None else top
    for number, entry in enumerate(section.entries[:limit], 1):
        yield from block(number, entry, style)
    if len(section.entries) > limit:
        yield style.paint(f"  ... {len(section.entries) - limit} more: --all", DIM)


def block(number: int, entry: Entry, style: Style) -> Iterator[str]:
    """One entry: a number, what it is, and the evidence below."""
    margin = 4
    first, *rest = fold(one_line(entry.head), room(margin, style))
    yield f"{number:>2}. {style.paint(first, BOLD)}"
    yield from (f"{' ' * margin}{style.paint(line, BOLD)}" for line in rest)
    limit = MOST_ROWS
    for line in entry.lines[:limit]:
        yield from evidence(line, margin, style)
    if len(entry.lines) > limit:
        yield style.paint(f"{' ' * margin}... {len(entry.lines) - limit} more in --output-format json", DIM)


def evidence(line: Line, margin: int, style: Style) -> Iterator[str]:
    """A line of evidence: place, label, words."""
    label = one_line(line.label)
    place = where(line.place) if line.place else ""
    words = f'"{one_line(line.words, MOST_WORDS)}"' if line.words and one_line(line.words) != label else ""
    parts = [part for part in (label, words) if part]
    said = "  ".join(parts)
    if not place:
        yield from hanging(said, margin, style)
        return
    columns = room(margin, style)
    if columns is None or width(place) + 2 + width(said) <= columns:
        yield f"{' ' * margin}{style.paint(place, GREEN)}{'  ' if said else ''}{said}"
        return
    yield f"{' ' * margin}{style.paint(place, GREEN)}"
    yield from hanging(said, margin + 2, style)


def where(place: Place) -> str:
    """A place as compilers write it."""
    return f"{one_line(place.path)}:{place.line}:{place.column}"


def hanging(written: str, margin: int, style: Style) -> Iterator[str]:
    """A paragraph with a margin, folded to the width of the terminal."""
    for line in fold(one_line(written), room(margin, style)):
        yield f"{' ' * margin}{line}"


def room(margin: int, style: Style) -> int | None:
    """The columns behind a margin; None where lines are not folded."""
    return None if style.columns is None else max(NARROWEST, style.columns - margin)


def table(rows: Sequence[Sequence[str]], style: Style) -> Iterator[str]:
    """Aligned columns under a heading; the first to the left, the others, which are numbers, to the right."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(width(row[column]) for row in cells) for column in range(len(cells[0]))] if cells else []
    for number, row in enumerate(cells):
        first, *rest = row
        line = f"  {first}{' ' * (widths[0] - width(first))}"
        line += "".join(f"  {' ' * (size - width(cell))}{cell}" for cell, size in zip(rest, widths[1:], strict=True))
        yield style.paint(line, DIM) if not number else line
