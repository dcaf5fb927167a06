"""`csv`: every rate of a review in long form, a row a rate, for spreadsheets and pivot tables.

RFC 4180, and cells that begin like a formula get an apostrophe in front: see coach/reports/csv_report.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isfinite

from coach.reports.csv_report import row
from coach.review.scoring.record import Rate, ReviewReport, Slice

COLUMNS = ("dimension", "name", "measure", "count", "base", "rate", "low", "high")
ALL = "all findings"
DIGITS = 4
"""Behind the point: a spreadsheet rounds for itself."""


def csv(report: ReviewReport) -> str:
    """The table with its heading. Findings are per 100 sentences of agents, events per 100 conversations."""
    return row(COLUMNS) + "".join(row(cells) for cells in _rows(report))


def _rows(report: ReviewReport) -> Iterator[tuple[object, ...]]:
    yield _cells("overall", "", ALL, report.overall)
    for dimension, rates in (("category", report.categories), ("severity", report.severities)):
        yield from (_cells(dimension, name, ALL, rate) for name, rate in rates)
    yield from (_cells("rule", rule.rule, ALL, rule.findings) for rule in report.rules)
    yield from (_cells("event", event.name, "conversations", event.per_conversation) for event in report.events)
    for dimension, slices in (
        ("agent", report.agents),
        ("team", report.teams),
        ("channel", report.channels),
        ("language", report.languages),
        ("week", report.weeks),
    ):
        yield from _slices(dimension, slices)
    yield from (_cells("tenth", str(cell.tenth + 1), cell.category, cell.findings) for cell in report.heat)
    for change in report.changes:
        yield _cells("before", change.name, ALL, change.before)
        yield _cells("now", change.name, ALL, change.now)


def _slices(dimension: str, slices: Sequence[Slice]) -> Iterator[tuple[object, ...]]:
    for one in slices:
        yield _cells(dimension, one.name, ALL, one.findings)
        yield from (_cells(dimension, one.name, name, rate) for name, rate in one.categories)


def _cells(dimension: str, name: str, measure: str, rate: Rate) -> tuple[object, ...]:
    figures = (round(value, DIGITS) if isfinite(value) else "" for value in (rate.rate, rate.low, rate.high))
    return dimension, name, measure, rate.count, rate.base, *figures
