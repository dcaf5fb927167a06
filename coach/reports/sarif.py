"""`sarif`: SARIF 2.1.0, for code scanning and for editors.

Written file by file: the results first, and the rules they name at the end, as the order of keys means nothing in JSON. Paths
count from the root of the repository, so that a log fits any checkout. A fix that puts the whole sentence better would quote
the text; like the flagged words themselves it is left out unless the text was asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from coach.checking.record import Checked
from coach.model import WHOLE, Finding, Suggestion
from coach.reports.display import one_line
from coach.reports.grouping import language
from coach.reports.jsons import Items, dump
from coach.reports.lines import Lines
from coach.reports.places import Paths, place_of
from coach.reports.setup import Setup
from coach.reports.statistics import BASELINE, Failure, Tally
from coach.rules.table import CONCEPTS, MODULES

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "hint": "note"}
PROBLEMS = {"error": "error", "warning": "warning", "hint": "recommendation"}
"""GitHub's own names of the severities."""
ROOT = "%SRCROOT%"
FINGERPRINT = "coachFinding/v1"
SAFE, MODEL = "Says the same in kinder words.", "A model to adapt: fill in what stands in square brackets."
LONGEST = 1024
"""Code points of a description that GitHub shows."""


class Sarif:
    """One run; the setup says whether the words of the texts are put in."""

    def __init__(self, version: str, setup: Setup) -> None:
        self._version = version
        self._setup = setup
        self._paths = Paths(setup.root)
        self._numbers: dict[str, int] = {}
        self._rules: list[dict[str, Any]] = []
        self._results = Items()

    def begin(self) -> str:
        """The log up to the first result."""
        run = {
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\n", "\r"],
            "automationDetails": {"id": f"coach/{self._setup.category}/" if self._setup.category else "coach/"},
            "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository."}}},
            **({"redactionTokens": list(self._setup.redacted)} if self._setup.redacted else {}),
        }
        return f'{{"$schema": {dump(SCHEMA)}, "version": "2.1.0", "runs": [{dump(run)[:-1]}, "results": ['

    def render(self, checked: Checked) -> str:
        """The results of one file, a line each; suppressed ones say so."""
        if not checked.report.findings and not checked.suppressed:
            return ""
        lines = Lines(checked.text)
        found = (*checked.report.findings, *checked.suppressed)
        return "".join(self._results.add(self._result(checked, finding, lines)) for finding in found)

    def finish(self, tally: Tally) -> str:
        """The rules that were broken, and whether everything could be read."""
        driver = {"name": "coach", "version": self._version, "rules": self._rules}
        invocation = {
            "executionSuccessful": not tally.failures,
            "toolExecutionNotifications": [self._notification(failure) for failure in tally.failures],
        }
        rest = {"tool": {"driver": driver}, "invocations": [invocation]}
        return f"{self._results.end()}], {dump(rest)[1:]}]}}\n"

    def _result(self, checked: Checked, finding: Finding, lines: Lines) -> dict[str, Any]:
        number = self._numbers.setdefault(finding.rule, len(self._numbers))
        if number == len(self._rules):
            self._rules.append(rule(finding))
        origin = finding.origin
        location: dict[str, Any] = {
            "physicalLocation": {
                "artifactLocation": self._artifact(checked.name),
                "region": self._region(checked, finding, lines),
            }
        }
        if origin.macro:
            location["logicalLocations"] = [{"name": origin.macro, "kind": "text"}]
        result: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": number,
            "level": LEVELS[finding.severity],
            "kind": "fail",
            "message": {"text": message(finding.message)},
            "locations": [location],
            # Either every result of a run has this or none.
            "suppressions": [suppression(finding)] if origin.suppressed_by else [],
        }
        if origin.fingerprint:
            result["partialFingerprints"] = {FINGERPRINT: origin.fingerprint}
        if self._setup.baseline:
            result["baselineState"] = origin.baseline_state or "new"
        fixes = [self._fix(checked.name, suggestion, lines) for suggestion in self._offered(finding)]
        if fixes:
            result["fixes"] = fixes
        spoken = language(checked, finding)
        if spoken:
            result["properties"] = {"language": spoken}
        return result

    def _region(self, checked: Checked, finding: Finding, lines: Lines) -> dict[str, Any]:
        found = region(lines, finding.start, finding.end)
        if self._setup.text:
            found["snippet"] = {"text": checked.text[finding.start : finding.end]}
        return found

    def _offered(self, finding: Finding) -> Iterator[Suggestion]:
        """The suggestions that can be put in as they are, without such as quote the rest of the sentence."""
        for suggestion in finding.suggestions:
            wider = (suggestion.start, suggestion.end) != (finding.start, finding.end)
            if suggestion.exact and (self._setup.text or not wider):
                yield suggestion

    def _fix(self, name: str, suggestion: Suggestion, lines: Lines) -> dict[str, Any]:
        replacement = {
            "deletedRegion": region(lines, suggestion.start, suggestion.end),
            "insertedContent": {"text": suggestion.text},
        }
        return {
            "description": {"text": SAFE if suggestion.safe else MODEL},
            "artifactChanges": [{"artifactLocation": self._artifact(name), "replacements": [replacement]}],
        }

    def _artifact(self, name: str) -> dict[str, str]:
        uri = self._paths.uri(name)
        return {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": ROOT}

    def _notification(self, failure: Failure) -> dict[str, Any]:
        place = place_of(failure.name)
        said: dict[str, Any] = {"level": "error", "message": {"text": message(failure.message)}}
        if place.name:
            location: dict[str, Any] = {"artifactLocation": self._artifact(place.name)}
            if place.line:
                location["region"] = {"startLine": place.line, **({"startColumn": place.column} if place.column else {})}
            said["locations"] = [{"physicalLocation": location}]
        return said


def region(lines: Lines, start: int, end: int) -> dict[str, Any]:
    """A span of a file; the end column is exclusive."""
    (line, column), (last, behind) = lines.position(start), lines.position(end)
    return {"startLine": line, "startColumn": column, "endLine": last, "endColumn": behind}


def message(text: str) -> str:
    """A text on one line in which nothing is read as a link."""
    return one_line(text).replace("](", "] (")


def suppression(finding: Finding) -> dict[str, Any]:
    """Why a finding is not shown: a comment beside it, or a baseline that was written once."""
    if finding.origin.suppressed_by == BASELINE:
        return {"kind": "external", "status": "accepted", "justification": "baseline"}
    reason = one_line(finding.origin.reason)
    return {"kind": "inSource", "status": "accepted", **({"justification": reason} if reason else {})}


def rule(finding: Finding) -> dict[str, Any]:
    """What a rule stands for, from its concept and the manual page of its category; a rule of the team's own has less to say."""
    concept = CONCEPTS.get(finding.rule)
    module = MODULES.get(finding.category)
    severity = concept.severity if concept else finding.severity
    short = f"The reply {concept.summary}." if concept else f"A rule of your own phrasebooks: {finding.rule}."
    manual = ((module.__doc__ if module else None) or short).strip()
    why = one_line(manual.partition("Why: ")[2].partition("\n\n")[0])
    return {
        "id": finding.rule,
        "shortDescription": {"text": short},
        "fullDescription": {"text": f"{short} {why[:1].upper()}{why[1:]}".strip()[:LONGEST]},
        "help": {"text": manual},
        "defaultConfiguration": {"level": LEVELS[severity]},
        "properties": {
            "tags": [finding.category],
            "precision": "medium" if finding.category in WHOLE else "high",
            "problem.severity": PROBLEMS[severity],
        },
    }
