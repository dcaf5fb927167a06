"""`grouped`: by file and then by macro, one finding a line, for a person who goes through a library."""

from __future__ import annotations

from coach.checking.record import Checked
from coach.model import SEVERITIES, Finding
from coach.reports.display import one_line, printable, width
from coach.reports.grouping import by_text, told
from coach.reports.lines import Lines
from coach.reports.statistics import Tally, counted, summary
from coach.reports.style import BOLD, COLOURS, DIM, Style

LONGEST = max(map(len, SEVERITIES))


class Grouped:
    """Renders one file after the other, then the summary line."""

    def __init__(self, style: Style, *, with_summary: bool = True) -> None:
        self._style = style
        self._with_summary = with_summary

    def begin(self) -> str:
        """Nothing."""
        return ""

    def render(self, checked: Checked) -> str:
        """The file, each of its texts that has findings, and those; nothing without findings."""
        findings = checked.report.findings
        if not findings:
            return ""
        lines = Lines(checked.text)
        places = {finding: "{}:{}".format(*lines.position(finding.start)) for finding in findings}
        widths = max(map(len, places.values())), max(len(finding.rule) for finding in findings)
        parts = [self._style.paint(printable(checked.name), BOLD) + "\n"]
        for text, found in by_text(checked):
            if found and len(checked.texts) > 1:
                count = self._style.paint(counted(len(found), "finding"), DIM)
                parts.append(f"  {one_line(text.name) or 'no title'}  {count}\n")
            indent = " " * (4 if len(checked.texts) > 1 else 2)
            parts += [self._line(finding, places[finding], widths, indent) for finding in found]
        return "".join([*parts, "\n"])

    def finish(self, tally: Tally) -> str:
        """The summary line, or nothing when there was no finding."""
        if not tally.findings or not self._with_summary:
            return ""
        return self._style.paint(summary(tally), BOLD) + "\n"

    def _line(self, finding: Finding, place: str, widths: tuple[int, int], indent: str) -> str:
        severity = self._style.paint(f"{finding.severity:{LONGEST}}", COLOURS[finding.severity])
        head = f"{indent}{place:{widths[0]}}  {severity}  {finding.rule:{widths[1]}}  "
        return head + _cut(told(finding), len(indent) + sum(widths) + LONGEST + 6, self._style.columns) + "\n"


def _cut(text: str, used: int, columns: int | None) -> str:
    """A text that ends where the terminal does; on a narrow one it goes on in the next line rather than be useless."""
    if columns is None or columns - used < 20 or used + width(text) <= columns:
        return text
    while used + width(text) + 1 > columns:
        text = text[:-1]
    return f"{text}…"
