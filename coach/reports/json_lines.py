"""`json-lines`: an object a line, for programs that read as they go, described by schema/check-lines-v1.json.

`type` says what a line is: a "finding" (the same as in `json`), a "suppressed" one, a "file" with its texts, an "error" for an
input that could not be read, and last the "summary". A file without a summary was cut off.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coach.checking.record import Checked
from coach.reports.json_report import SCHEMA_VERSION, error_record, file_record, record, tool, totals
from coach.reports.jsons import dump
from coach.reports.lines import Lines
from coach.reports.statistics import Tally


class JsonLines:
    """Renders each file on its own, and the summary."""

    def __init__(self, version: str, *, statistics: bool = False) -> None:
        self._version = version
        self._statistics = statistics

    def begin(self) -> str:
        """Nothing."""
        return ""

    def render(self, checked: Checked) -> str:
        """The findings of one file, then the file."""
        lines = Lines(checked.text)
        rows = [_line("finding", record(checked, finding, lines)) for finding in checked.report.findings]
        rows += [_line("suppressed", record(checked, finding, lines)) for finding in checked.suppressed]
        return "".join([*rows, _line("file", file_record(checked, lines))])

    def finish(self, tally: Tally) -> str:
        """What could not be read, and the counts."""
        errors = [_line("error", error_record(failure)) for failure in tally.failures]
        counts = totals(tally, statistics=self._statistics)
        end = {"schema_version": SCHEMA_VERSION, "tool": tool(self._version), **counts}
        return "".join([*errors, _line("summary", end)])


def _line(kind: str, value: Mapping[str, Any]) -> str:
    return dump({"type": kind, **value}) + "\n"
