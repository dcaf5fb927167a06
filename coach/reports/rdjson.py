"""`rdjson` and `rdjsonl`: the diagnostic format of reviewdog, as one document or a diagnostic a line.

Columns are bytes of UTF-8. The suggestions are those that can be put in as they are; reviewdog offers them as a change to accept.
"""

from __future__ import annotations

from typing import Any

from coach.checking.record import Checked
from coach.model import Finding
from coach.reports.display import one_line
from coach.reports.grouping import title
from coach.reports.jsons import Items, dump
from coach.reports.lines import ByteColumns, Lines
from coach.reports.places import Paths
from coach.reports.statistics import Tally

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "hint": "INFO"}
SOURCE = {"name": "coach"}


class Rdjson:
    """Renders one document."""

    def __init__(self, root: str = "") -> None:
        self._paths = Paths(root)
        self._items = Items()

    def begin(self) -> str:
        """The document up to the first diagnostic."""
        return f'{{"source": {dump(SOURCE)}, "diagnostics": ['

    def render(self, checked: Checked) -> str:
        """The findings of one file, a line each."""
        return "".join(self._items.add(diagnostic) for diagnostic in diagnostics(checked, self._paths))

    def finish(self, tally: Tally) -> str:
        """The closing brackets."""
        return f"{self._items.end()}]}}\n"


class Rdjsonl:
    """Renders each file on its own; there is nothing before or after."""

    def __init__(self, root: str = "") -> None:
        self._paths = Paths(root)

    def begin(self) -> str:
        """Nothing."""
        return ""

    def render(self, checked: Checked) -> str:
        """The findings of one file, a line each."""
        return "".join(f"{dump({**diagnostic, 'source': SOURCE})}\n" for diagnostic in diagnostics(checked, self._paths))

    def finish(self, tally: Tally) -> str:
        """Nothing."""
        return ""


def diagnostics(checked: Checked, paths: Paths) -> list[dict[str, Any]]:
    """The findings of a file as diagnostics."""
    if not checked.report.findings:
        return []
    columns = ByteColumns(checked.text, Lines(checked.text))
    path = paths.relative(checked.name)
    return [_diagnostic(checked, finding, path, columns) for finding in checked.report.findings]


def _diagnostic(checked: Checked, finding: Finding, path: str, columns: ByteColumns) -> dict[str, Any]:
    # reviewdog posts the message as Markdown, where a title must not call anybody.
    macro = title(checked, finding).replace("@", "@\u200b")
    found: dict[str, Any] = {
        "message": f"{f'{macro}: ' if macro else ''}{one_line(finding.message)}",
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
        "location": {"path": path, "range": _range(columns, finding.start, finding.end)},
    }
    suggestions = [
        {"range": _range(columns, suggestion.start, suggestion.end), "text": suggestion.text}
        for suggestion in finding.suggestions
        if suggestion.exact
    ]
    return {**found, "suggestions": suggestions} if suggestions else found


def _range(columns: ByteColumns, start: int, end: int) -> dict[str, Any]:
    return {"start": _place(columns, start), "end": _place(columns, end)}


def _place(columns: ByteColumns, offset: int) -> dict[str, int]:
    line, column = columns.position(offset)
    return {"line": line, "column": column}
