"""`json`: the format for programs, described by schema/check-v1.json.

One document a run, written text by text so that a long run needs no memory. New keys may appear at any time; a key that
changes its meaning, or goes, raises `schema_version`. Nothing but the rule, the place, the flagged wording itself and what stands
in its place is taken from the draft.
"""

from __future__ import annotations

from typing import Any

from coach.checking.record import Checked, Judged
from coach.model import SEVERITIES, Finding, Part
from coach.reports.grouping import language
from coach.reports.jsons import Items, dump
from coach.reports.lines import Lines
from coach.reports.statistics import Failure, Tally, fixable
from coach.rules.table import CONCEPTS

SCHEMA_VERSION = 1


class Json:
    """Renders the opening of the document, the findings as they come, and the rest at the end."""

    def __init__(self, version: str, *, statistics: bool = False) -> None:
        self._version = version
        self._statistics = statistics
        self._files: list[dict[str, Any]] = []
        self._suppressed: list[dict[str, Any]] = []
        self._findings = Items()

    def begin(self) -> str:
        """The document up to the first finding."""
        return f'{{"schema_version": {SCHEMA_VERSION}, "tool": {dump(tool(self._version))}, "findings": ['

    def render(self, checked: Checked) -> str:
        """The findings of one text, a line each."""
        lines = Lines(checked.text)
        self._files.append(file_record(checked, lines))
        self._suppressed += [record(checked, finding, lines) for finding in checked.suppressed]
        return "".join(self._findings.add(record(checked, finding, lines)) for finding in checked.report.findings)

    def finish(self, tally: Tally) -> str:
        """Everything that is known at the end: suppressed findings, files, failures, counts."""
        rest = {
            "suppressed": self._suppressed,
            "files": self._files,
            "errors": [error_record(failure) for failure in tally.failures],
            **totals(tally, statistics=self._statistics),
        }
        return f"\n], {dump(rest)[1:]}\n"


def tool(version: str) -> dict[str, str]:
    """Who wrote the document."""
    return {"name": "coach", "version": version}


def file_record(checked: Checked, lines: Lines) -> dict[str, Any]:
    """One file as the schema has it, with the texts in it."""
    report = checked.report
    return {
        "path": checked.name,
        "language": report.language,
        "score": report.score,
        "findings": len(report.findings),
        "note": report.note,
        "parts": [answer_part(part) for part in report.parts],
        "texts": [text_record(text, lines) for text in checked.texts],
    }


def text_record(text: Judged, lines: Lines) -> dict[str, Any]:
    """One text of a file: a macro, or the only text of a draft."""
    return {
        "name": text.name,
        "language": text.language,
        "score": text.score,
        "findings": text.findings,
        "note": text.note,
        "start": _place(lines, text.start),
        "usage": text.usage,
    }


def answer_part(part: Part) -> dict[str, Any]:
    """A part of a good answer: where it is, or a sentence to add."""
    return {"name": part.name, "found": part.found, "span": [part.start, part.end], "sentence": part.sentence}


def record(checked: Checked, finding: Finding, lines: Lines) -> dict[str, Any]:
    """One finding as the schema has it; what a file may add to it is there only where it does."""
    concept = CONCEPTS.get(finding.rule)
    origin = finding.origin
    added = {
        "macro": origin.macro,
        "fingerprint": origin.fingerprint,
        "suppressed_by": origin.suppressed_by,
        "reason": origin.reason,
        "baseline_state": origin.baseline_state,
    }
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity,
        "language": language(checked, finding),
        "message": finding.message,
        "why": concept.summary if concept else "",
        "path": checked.name,
        "span": [finding.start, finding.end],
        "start": _place(lines, finding.start),
        "end": _place(lines, finding.end),
        "match": finding.text,
        "rewrites": [
            {
                "text": suggestion.text,
                "span": [suggestion.start, suggestion.end],
                "safe": suggestion.safe,
                "exact": suggestion.exact,
            }
            for suggestion in finding.suggestions
        ],
        "fixable": fixable(finding),
        **{key: value for key, value in added.items() if value},
    }


def error_record(failure: Failure) -> dict[str, str]:
    """An input that could not be read."""
    return {"path": failure.name, "message": failure.message}


def totals(tally: Tally, *, statistics: bool) -> dict[str, Any]:
    """The counts of a run, with `statistics` also by rule."""
    summary = {
        "files": tally.files,
        "texts": tally.texts,
        "findings": tally.findings,
        **{f"{severity}s": tally.severities[severity] for severity in SEVERITIES},
        "fixable": tally.fixable,
        "suppressed": tally.suppressed,
        "unreadable": len(tally.failures),
    }
    if not statistics:
        return {"summary": summary}
    rules = [
        {"rule": rule, "severity": severity, "count": number, "fixable": mended}
        for rule, severity, number, mended in tally.rules()
    ]
    return {"summary": summary, "statistics": rules}


def _place(lines: Lines, offset: int) -> dict[str, int]:
    line, column = lines.position(offset)
    return {"line": line, "column": column}
