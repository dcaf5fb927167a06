"""Counts over all the texts of a run: for the summary line, the exit code and `--statistics`."""

from __future__ import annotations

from typing import NamedTuple

from coach.model import SEVERITIES, Finding, Report


class Failure(NamedTuple):
    """An input that could not be read, and why in one line."""

    name: str
    message: str


class RuleCount(NamedTuple):
    """How often a rule was broken, the worst severity it had, and how many of its findings have a safe swap."""

    rule: str
    severity: str
    number: int
    fixable: int


def fixable(finding: Finding) -> bool:
    """Whether `coach rewrite` would mend the finding."""
    return any(suggestion.safe for suggestion in finding.suggestions)


class Tally:
    """The running counts of one run."""

    def __init__(self) -> None:
        self.files = 0
        self.judged = 0
        """How many of the texts were in a language that could be told."""
        self.severities = dict.fromkeys(SEVERITIES, 0)
        self.fixable = 0
        self.failures: list[Failure] = []
        self._rules: dict[str, RuleCount] = {}

    def add(self, report: Report) -> None:
        """Count one text."""
        self.files += 1
        self.judged += report.language is not None
        for finding in report.findings:
            safe = fixable(finding)
            self.severities[finding.severity] += 1
            self.fixable += safe
            known = self._rules.get(finding.rule, RuleCount(finding.rule, finding.severity, 0, 0))
            worst = min(known.severity, finding.severity, key=SEVERITIES.index)
            self._rules[finding.rule] = RuleCount(finding.rule, worst, known.number + 1, known.fixable + safe)

    @property
    def findings(self) -> int:
        """The findings of all texts."""
        return sum(self.severities.values())

    def reaches(self, severity: str) -> bool:
        """Whether there is a finding of this severity or worse; "never" is never reached."""
        if severity not in SEVERITIES:
            return False
        return any(self.severities[name] for name in SEVERITIES[: SEVERITIES.index(severity) + 1])

    def rules(self) -> list[RuleCount]:
        """The counts by rule, the most frequent first, then by name."""
        return sorted(self._rules.values(), key=lambda entry: (-entry.number, entry.rule))


def table(tally: Tally) -> str:
    """The counts by rule as aligned lines: count, severity, rule; `*` marks rules with a safe swap."""
    counts = tally.rules()
    digits = max((len(str(entry.number)) for entry in counts), default=0)
    longest = max(map(len, SEVERITIES))
    lines = [
        f"{entry.number:{digits}}  {entry.severity:{longest}}  {entry.rule}{' *' if entry.fixable else ''}\n" for entry in counts
    ]
    if any(entry.fixable for entry in counts):
        lines.append("* has a safe swap: `coach rewrite` puts it in\n")
    return "".join(lines)


def counted(number: int, word: str) -> str:
    """A number with its noun: "1 finding", "2 findings"."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def summary(tally: Tally) -> str:
    """The run in one line, without a newline: "3 findings (1 error, 2 warnings); 1 has a safe swap: coach rewrite"."""
    kinds = ", ".join(counted(number, name) for name, number in tally.severities.items() if number)
    line = f"{counted(tally.findings, 'finding')} ({kinds})"
    if tally.files > 1:
        line += f" in {tally.files} texts"
    if tally.fixable:
        line += f"; {tally.fixable} {'has' if tally.fixable == 1 else 'have'} a safe swap: coach rewrite"
    return line
