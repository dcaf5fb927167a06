"""The forms of a review by name, each imported when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.review.scoring.record import ReviewReport

FORMATS = ("text", "json", "csv", "markdown", "html")


def written(report: ReviewReport, form: str, *, width: int | None = None, colour: bool = False) -> str:
    """The report in one of FORMATS; `width` (columns, None: lines are not broken) and `colour` are for "text".

    Raises KeyError for a name that is not in FORMATS.
    """
    match form:
        case "text":
            from coach.review.report.text import text

            return text(report, width, colour)
        case "json":
            from coach.review.report.jsons import json

            return json(report)
        case "csv":
            from coach.review.report.tables import csv

            return csv(report)
        case "markdown":
            from coach.review.report.markdown import markdown

            return markdown(report)
        case "html":
            from coach.review.report.page import html

            return html(report)
        case _:
            raise KeyError(form)
