"""`markdown`: a table to paste into a pull request or a ticket.

What comes from the text stands in code spans: there nobody is mentioned, nothing is linked, no HTML is read.
"""

from __future__ import annotations

import re

from coach.checking.record import Checked
from coach.model import Finding
from coach.reports.display import one_line
from coach.reports.full import offer
from coach.reports.grouping import title
from coach.reports.lines import Lines, size
from coach.reports.places import Paths
from coach.reports.setup import MARK
from coach.reports.statistics import Tally, counted, summary

HEADING = "| where | severity | rule | words | why | say instead |\n|---|---|---|---|---|---|\n"
MOST_WORDS = 120
"""Code points of the flagged wording in a row."""
MOST_OFFERS = 2
ENDING = 4_000
"""Bytes kept free for what comes after the rows, where the size is limited."""


class Markdown:
    """Renders the rows as they come. `most_bytes` is for places that take no more; the rows beyond are counted only."""

    def __init__(self, root: str = "", *, most_bytes: int | None = None) -> None:
        self._paths = Paths(root)
        self._left = None if most_bytes is None else most_bytes - ENDING
        self._rows = 0
        self._dropped = 0

    def begin(self) -> str:
        """The mark that keeps coach from reading its own report as a reply; Markdown does not show it."""
        return f"<!-- {MARK} -->\n"

    def render(self, checked: Checked) -> str:
        """A row for each finding, the first with the heading."""
        lines = Lines(checked.text)
        path = self._paths.relative(checked.name)
        return "".join(self._fitting(_row(checked, finding, path, lines)) for finding in checked.report.findings)

    def finish(self, tally: Tally) -> str:
        """The summary, and what could not be read."""
        parts = ["\n" if self._rows else "", f"**{summary(tally)}**\n" if tally.findings else "No findings.\n"]
        if self._dropped:
            parts.append(f"\n{counted(self._dropped, 'finding')} left out, the list would be too long.\n")
        if tally.failures:
            parts.append(f"\n{counted(len(tally.failures), 'file')} could not be read:\n\n")
            shown = [f"- {code(failure.name)}: {prose(failure.message)}\n" for failure in tally.failures]
            parts += shown if self._left is None else _first(shown, ENDING // 2)
        return "".join(parts)

    def _fitting(self, row: str) -> str:
        if not self._rows:
            row = HEADING + row
        if self._left is not None:
            if self._dropped or size(row) > self._left:
                self._dropped += 1
                return ""
            self._left -= size(row)
        self._rows += 1
        return row


def _first(lines: list[str], most: int) -> list[str]:
    """The lines that fit into so many bytes, and a sign where some are left out."""
    result: list[str] = []
    for line in lines:
        most -= size(line)
        if most < 0:
            return [*result, "- ...\n"]
        result.append(line)
    return result


def _row(checked: Checked, finding: Finding, path: str, lines: Lines) -> str:
    line, column = lines.position(finding.start)
    macro = title(checked, finding)
    offers = [offer(suggestion, finding, checked.text) for suggestion in finding.suggestions[:MOST_OFFERS]]
    cells = (
        code(f"{path}:{line}:{column}") + (f"<br>{code(macro)}" if macro else ""),
        finding.severity,
        code(finding.rule),
        code(one_line(finding.text, MOST_WORDS)),
        prose(finding.message),
        "<br>".join(f"{label}: {code(wording)}" for label, wording in offers),
    )
    return f"| {' | '.join(cells)} |\n"


def code(text: str) -> str:
    """A text as a code span in a table cell, to the letter; nothing for an empty one."""
    line = one_line(text)
    if not line:
        return ""
    # A pipe is written \\|. A backslash before it would undo that, so a space keeps them apart.
    line = re.sub(r"\\(?=\||$)", r"\\ ", line).replace("|", "\\|")
    fence = "`" * (1 + max(map(len, re.findall("`+", line)), default=0))
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def prose(text: str) -> str:
    """A text as prose in a table cell: nothing in it is markup, a mention or HTML."""
    line = re.sub(r"([\\`*_{}\[\]()#~!])", r"\\\1", one_line(text))
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("|", "&#124;")
    return re.sub(r"@(?=\w)", "@\u200b", line)
