"""`checkstyle`: the XML that most build servers and many editors read. It has no ranges, so the message quotes the words."""

from __future__ import annotations

from coach.checking.record import Checked
from coach.reports.grouping import told
from coach.reports.lines import Lines
from coach.reports.places import Paths, place_of
from coach.reports.statistics import Tally
from coach.reports.xmls import DECLARATION, element, written

SEVERITIES = {"error": "error", "warning": "warning", "hint": "info"}


class Checkstyle:
    """Renders each file with findings on its own."""

    def __init__(self, root: str = "") -> None:
        self._paths = Paths(root)

    def begin(self) -> str:
        """The declaration and the opening tag."""
        return f'{DECLARATION}<checkstyle version="4.3">\n'

    def render(self, checked: Checked) -> str:
        """One file with its errors; nothing without findings."""
        if not checked.report.findings:
            return ""
        lines = Lines(checked.text)
        errors = []
        for finding in checked.report.findings:
            line, column = lines.position(finding.start)
            attributes = {
                "line": line,
                "column": column,
                "severity": SEVERITIES[finding.severity],
                "message": told(finding),
                "source": f"coach.{finding.rule}",
            }
            errors.append(element("error", attributes))
        return written(element("file", {"name": self._paths.relative(checked.name)}, *errors))

    def finish(self, tally: Tally) -> str:
        """The files that could not be read, and the closing tag."""
        failed = []
        for failure in tally.failures:
            place = place_of(failure.name)
            attributes = {"line": place.line, "column": place.column, "severity": "error", "message": failure.message}
            error = element("error", {**attributes, "source": "coach.unreadable"})
            failed.append(written(element("file", {"name": self._paths.relative(place.name) if place.name else ""}, error)))
        return "".join([*failed, "</checkstyle>\n"])
