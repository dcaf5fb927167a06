"""Which text of a file a finding is of, and what it is told with there."""

from __future__ import annotations

from bisect import bisect_right

from coach.checking.record import Checked, Judged
from coach.model import UPKEEP, Finding
from coach.reports.display import one_line

MOST_WORDS = 80
"""Code points of the flagged wording that a message quotes; a flagged sentence may be a page long."""


def by_text(checked: Checked) -> list[tuple[Judged, list[Finding]]]:
    """The texts of a file, also those without findings, each with its own: a finding belongs to the text that began last."""
    report = checked.report
    texts = checked.texts or (Judged("", report.language, report.score, len(report.findings), note=report.note),)
    starts = [text.start for text in texts]
    own: list[list[Finding]] = [[] for _ in texts]
    for finding in report.findings:
        own[max(0, bisect_right(starts, finding.start) - 1)].append(finding)
    return list(zip(texts, own, strict=True))


def title(checked: Checked, finding: Finding) -> str:
    """The name of the macro that a finding is of, on one line, where the file has several texts; else nothing."""
    return one_line(finding.origin.macro) if len(checked.texts) > 1 else ""


def language(checked: Checked, finding: Finding) -> str | None:
    """The language that a finding was judged in; None for one about the upkeep of the library, which has none."""
    if finding.category in UPKEEP:
        return None
    return finding.origin.language or checked.report.language


def told(finding: Finding) -> str:
    """The flagged wording and the reason on one line, for formats that show no more of the text."""
    words, message = one_line(finding.text, MOST_WORDS), one_line(finding.message)
    return f'"{words}": {message}' if words else message
