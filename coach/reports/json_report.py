"""`json`: the format for programs, described by schema/check-v1.json.

One document a run, written text by text so that a long run needs no memory. New keys may appear at any time; a key that
changes its meaning, or goes, raises `schema_version`. Nothing but the rule, the place and the flagged wording itself is
taken from the draft.
"""

from __future__ import annotations

import json
from typing import Any

from coach.checking.record import Checked
from coach.model import SEVERITIES, Finding, Part
from coach.reports.lines import Lines
from coach.reports.statistics import Tally, fixable
from coach.rules.table import CONCEPTS

SCHEMA_VERSION = 1


class Json:
    """Renders the opening of the document, the findings as they come, and the rest at the end."""

    def __init__(self, version: str, *, statistics: bool = False) -> None:
        self._version = version
        self._statistics = statistics
        self._files: list[dict[str, Any]] = []
        self._empty = True

    def begin(self) -> str:
        """The document up to the first finding."""
        tool = _dump({"name": "coach", "version": self._version})
        return f'{{"schema_version": {SCHEMA_VERSION}, "tool": {tool}, "findings": ['

    def render(self, checked: Checked) -> str:
        """The findings of one text, a line each."""
        report = checked.report
        self._files.append(
            {
                "path": checked.name,
                "language": report.language,
                "score": report.score,
                "findings": len(report.findings),
                "note": report.note,
                "parts": [answer_part(part) for part in report.parts],
            }
        )
        if not report.findings:
            return ""
        lines = Lines(checked.text)
        parts = []
        for finding in report.findings:
            parts.append(("\n" if self._empty else ",\n") + _dump(record(checked, finding, lines)))
            self._empty = False
        return "".join(parts)

    def finish(self, tally: Tally) -> str:
        """Everything that is known at the end: files, failures, counts."""
        rest: dict[str, Any] = {
            "files": self._files,
            "errors": [{"path": failure.name, "message": failure.message} for failure in tally.failures],
            "summary": {
                "files": tally.files,
                "findings": tally.findings,
                **{f"{severity}s": tally.severities[severity] for severity in SEVERITIES},
                "fixable": tally.fixable,
                "unreadable": len(tally.failures),
            },
        }
        if self._statistics:
            rest["statistics"] = [
                {"rule": entry.rule, "severity": entry.severity, "count": entry.number, "fixable": entry.fixable}
                for entry in tally.rules()
            ]
        return f"\n], {_dump(rest)[1:]}\n"


def answer_part(part: Part) -> dict[str, Any]:
    """A part of a good answer: where it is, or a sentence to add."""
    return {"name": part.name, "found": part.found, "span": [part.start, part.end], "sentence": part.sentence}


def record(checked: Checked, finding: Finding, lines: Lines) -> dict[str, Any]:
    """One finding as the schema has it."""
    concept = CONCEPTS.get(finding.rule)
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity,
        "language": checked.report.language,
        "message": finding.message,
        "why": concept.summary if concept else "",
        "path": checked.name,
        "span": [finding.start, finding.end],
        "start": _place(lines, finding.start),
        "end": _place(lines, finding.end),
        "match": finding.text,
        "rewrites": [
            {"text": suggestion.text, "span": [suggestion.start, suggestion.end], "safe": suggestion.safe}
            for suggestion in finding.suggestions
        ],
        "fixable": fixable(finding),
    }


def _place(lines: Lines, offset: int) -> dict[str, int]:
    line, column = lines.position(offset)
    return {"line": line, "column": column}


def _dump(value: object) -> str:
    # A lone surrogate cannot be written as UTF-8; the console writes it as \udXXX, which JSON reads back as the same.
    return json.dumps(value, ensure_ascii=False)
