"""`csv`: a row a finding, for spreadsheets. RFC 4180: commas, double quotes, CR LF.

A spreadsheet takes a cell that begins with `=` for a formula and computes it, so such cells get an apostrophe in front.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from coach.checking.record import Checked
from coach.model import Finding
from coach.reports.display import one_line
from coach.reports.grouping import language
from coach.reports.lines import Lines
from coach.reports.places import Paths
from coach.reports.statistics import Tally

COLUMNS = (
    "path", "macro", "line", "column", "end_line", "end_column",
    "severity", "rule", "language", "words", "message", "better", "safe",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""How a formula may begin; Excel reads the wide forms, too."""
NOTHING = "(leave it out)"
MARK = "\ufeff"
"""A byte order mark, without which Excel takes UTF-8 for a code page."""


class Csv:
    """Renders a heading, then each file on its own."""

    def __init__(self, root: str = "", *, mark: bool = False) -> None:
        self._paths = Paths(root)
        self._mark = mark

    def begin(self) -> str:
        """The heading."""
        return (MARK if self._mark else "") + row(COLUMNS)

    def render(self, checked: Checked) -> str:
        """A row for each finding."""
        if not checked.report.findings:
            return ""
        lines, path = Lines(checked.text), self._paths.relative(checked.name)
        return "".join(row(_cells(checked, finding, path, lines)) for finding in checked.report.findings)

    def finish(self, tally: Tally) -> str:
        """Nothing."""
        return ""


def _cells(checked: Checked, finding: Finding, path: str, lines: Lines) -> tuple[object, ...]:
    first = finding.suggestions[0] if finding.suggestions else None
    return (
        path,
        finding.origin.macro,
        *lines.position(finding.start),
        *lines.position(finding.end),
        finding.severity,
        finding.rule,
        language(checked, finding) or "",
        finding.text,
        finding.message,
        (first.text or NOTHING) if first else "",
        ("yes" if first.safe else "no") if first else "",
    )


def row(cells: Iterable[object]) -> str:
    """One line of the table."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([harmless(cell) if isinstance(cell, str) else cell for cell in cells])
    return line.getvalue()


def harmless(text: str) -> str:
    """A cell on one line that no spreadsheet computes."""
    line = one_line(text)
    return f"'{line}" if line.startswith(FORMULA) else line
