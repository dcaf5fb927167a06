"""`json`: the form for programs, described by schema/review-v1.json.

Everything the report has, with the names of its records. New keys may appear at any time; a key that changes its meaning, or
goes, raises `schema_version`.
"""

from __future__ import annotations

from datetime import datetime
from math import isfinite
from typing import Any

from coach import __version__
from coach.reports.json_report import tool
from coach.reports.jsons import dump
from coach.review.scoring.record import ReviewReport

SCHEMA_VERSION = 1
PAIRS = {
    "categories": ("name", "rate"),
    "severities": ("name", "rate"),
    "helps": ("agent", "name"),
    "troubles": ("where", "message"),
}
"""The fields that are pairs in the records, and what their two sides are called."""


def json(report: ReviewReport) -> str:
    """The whole report as one JSON document, a key of the report a line."""
    head = f'{{"schema_version": {SCHEMA_VERSION},\n"tool": {dump(tool(__version__))}'
    parts = (f"{dump(key)}: {dump(value)}" for key, value in record(report).items())
    return ",\n".join((head, *parts)) + "\n}\n"


def record(value: Any, key: str = "") -> Any:
    """A record as JSON has it; `key` is the field it stands in. What is no finite number is null."""
    if hasattr(value, "_asdict"):
        return {name: record(part, name) for name, part in value._asdict().items()}
    if isinstance(value, tuple):
        if key in PAIRS:
            return [dict(zip(PAIRS[key], (record(side) for side in pair), strict=True)) for pair in value]
        return [record(part) for part in value]
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return None if isinstance(value, float) and not isfinite(value) else value
