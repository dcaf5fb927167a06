"""`concise`: one line a finding, `path:line:column: rule message`, as compilers write it and editors and grep read it.

In a file of several texts the title of the macro stands at the end, in square brackets.
"""

from __future__ import annotations

from coach.checking.record import Checked
from coach.reports.display import printable
from coach.reports.grouping import title
from coach.reports.lines import Lines
from coach.reports.statistics import Tally


class Concise:
    """Renders each text on its own; there is nothing before or after."""

    def begin(self) -> str:
        """Nothing."""
        return ""

    def render(self, checked: Checked) -> str:
        """The lines of one text, empty without findings."""
        if not checked.report.findings:
            return ""
        lines = Lines(checked.text)
        name = printable(checked.name)
        result = []
        for finding in checked.report.findings:
            line, column = lines.position(finding.start)
            macro = title(checked, finding)
            where = f" [{macro}]" if macro else ""
            result.append(f"{name}:{line}:{column}: {finding.rule} {printable(finding.message)}{where}\n")
        return "".join(result)

    def finish(self, tally: Tally) -> str:
        """Nothing."""
        return ""
