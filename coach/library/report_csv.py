"""`csv`: a row for each line of evidence, for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator

from coach.library.pages import sections
from coach.library.xray import XRay
from coach.reports.csv_report import row

COLUMNS = ("kind", "number", "what", "path", "line", "column", "macro", "detail", "words")


def table(one: XRay) -> str:
    """The rows of all sections; those of one entry have its number, and a line without a place that of the entry."""
    return row(COLUMNS) + "".join(rows(one))


def rows(one: XRay) -> Iterator[str]:
    """A row for each line of evidence."""
    number = 0
    for section in sections(one):
        for entry in section.entries:
            number += 1
            for line in entry.lines:
                place = line.place or entry.lines[0].place
                if place:
                    where = (place.path, place.line, place.column, place.macro)
                    yield row((entry.kind, number, entry.head, *where, line.label, line.words))
