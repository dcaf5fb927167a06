"""The ledger of promises as a table for a spreadsheet: RFC 4180, one line a promise, formula cells defused."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from coach.reports.csv_report import row
from coach.review.scoring.record import PromiseLine

COLUMNS = ("due", "by", "who", "words", "agent", "made", "conversation", "turn", "source")


def ledger_csv(lines: Iterable[PromiseLine]) -> str:
    """The promises with a heading, those that are due first in front, those without a moment last.

    `due` and `made` are written as 2026-11-18 17:00, which spreadsheets take for a time, "" where they are not known; `turn`
    counts from 0, as in the store.
    """
    ordered = sorted(
        lines, key=lambda line: (line.due is None, line.due or line.made or datetime.max, line.conversation, line.turn)
    )
    return row(COLUMNS) + "".join(row(cells(line)) for line in ordered)


def cells(line: PromiseLine) -> tuple[object, ...]:
    """The cells of a line, in the order of COLUMNS."""
    due, made = (f"{moment:%Y-%m-%d %H:%M}" if moment else "" for moment in (line.due, line.made))
    return (due, line.by, line.who, line.words, line.agent, made, line.conversation, line.turn, line.source)
