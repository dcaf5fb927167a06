"""`azure`: issues in the log of Azure Pipelines, written as logging commands.

It knows errors and warnings only, so hints are counted at the end and not listed.
"""

from __future__ import annotations

from collections.abc import Mapping

from coach.checking.record import Checked
from coach.model import Finding
from coach.reports.display import one_line, printable
from coach.reports.grouping import told
from coach.reports.lines import Lines
from coach.reports.places import Paths, place_of
from coach.reports.statistics import Tally, counted

LEVELS = ("error", "warning")


class Azure:
    """Renders each file on its own."""

    def __init__(self, root: str = "") -> None:
        self._paths = Paths(root)

    def begin(self) -> str:
        """Nothing."""
        return ""

    def render(self, checked: Checked) -> str:
        """A line for each error and warning."""
        found = [finding for finding in checked.report.findings if finding.severity in LEVELS]
        if not found:
            return ""
        lines, path = Lines(checked.text), self._paths.relative(checked.name)
        return "".join(_issue(finding, path, lines) for finding in found)

    def finish(self, tally: Tally) -> str:
        """What could not be read, and how many hints there are."""
        result = []
        for failure in tally.failures:
            place = place_of(failure.name)
            path = self._paths.relative(place.name) if place.name else ""
            properties = {"type": "error", "sourcepath": path, "linenumber": place.line or ""}
            result.append(command(properties, one_line(f"{failure.name}: {failure.message}")))
        if tally.severities["hint"]:
            result.append(f"coach: {counted(tally.severities['hint'], 'hint')} not listed here\n")
        return "".join(result)


def _issue(finding: Finding, path: str, lines: Lines) -> str:
    line, column = lines.position(finding.start)
    properties = {"type": finding.severity, "sourcepath": path, "linenumber": line, "columnnumber": column, "code": finding.rule}
    return command(properties, told(finding))


def command(properties: Mapping[str, object], text: str) -> str:
    """A logging command on a line of its own, without the properties that are empty."""
    given = "".join(f"{key}={_value(str(value))};" for key, value in properties.items() if value != "")
    return f"##vso[task.logissue {given}]{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(printable(text)).replace(";", "%3B").replace("]", "%5D")
