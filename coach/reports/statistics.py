"""Counts over all the texts of a run: for the summary line, the exit code and `--statistics`."""

# On the start-up path, and so without the usual `from __future__ import annotations`: see coach/settings/record.py.

from collections.abc import Sequence
from typing import NamedTuple

from coach.checking.record import Checked
from coach.model import SEVERITIES, Finding, Report

BASELINE = "baseline"


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
    """Whether --fix would mend the finding."""
    return any(suggestion.safe for suggestion in finding.suggestions)


class Tally:
    """The running counts of one run."""

    def __init__(self) -> None:
        self.files = 0
        self.texts = 0
        """A file of macros has many."""
        self.judged = 0
        """How many of the texts were in a language that could be told."""
        self.severities = dict.fromkeys(SEVERITIES, 0)
        self.fixable = 0
        self.inline = 0
        """Findings that a comment keeps silent."""
        self.baseline = 0
        """Findings that were there before, and are in the baseline."""
        self.failures: list[Failure] = []
        self._rules: dict[str, RuleCount] = {}

    def count(self, checked: Checked) -> None:
        """Count one file with all its texts, and what is suppressed in it."""
        self.add(checked.report, [text.language for text in checked.texts] or None)
        baseline = sum(finding.origin.suppressed_by == BASELINE for finding in checked.suppressed)
        self.baseline += baseline
        self.inline += len(checked.suppressed) - baseline

    def add(self, report: Report, languages: Sequence[str | None] | None = None) -> None:
        """Count one file; `languages` are those of its texts, where it has several."""
        spoken = languages or (report.language,)
        self.files += 1
        self.texts += len(spoken)
        self.judged += sum(language is not None for language in spoken)
        for finding in report.findings:
            safe = fixable(finding)
            self.severities[finding.severity] += 1
            self.fixable += safe
            known = self._rules.get(finding.rule, RuleCount(finding.rule, finding.severity, 0, 0))
            worst = min(known.severity, finding.severity, key=SEVERITIES.index)
            self._rules[finding.rule] = RuleCount(finding.rule, worst, known.number + 1, known.fixable + safe)

    @property
    def findings(self) -> int:
        """The findings of all texts, without the suppressed ones."""
        return sum(self.severities.values())

    @property
    def suppressed(self) -> int:
        """The findings that are not shown."""
        return self.inline + self.baseline

    def reaches(self, severity: str) -> bool:
        """Whether there is a finding of this severity or worse; "never" is never reached."""
        if severity not in SEVERITIES:
            return False
        return any(self.severities[name] for name in SEVERITIES[: SEVERITIES.index(severity) + 1])

    def rules(self) -> list[RuleCount]:
        """The counts by rule, the most frequent first, then by name."""
        return sorted(self._rules.values(), key=lambda entry: (-entry.number, entry.rule))


class Counts:
    """`--statistics`: nothing for each text, the counts by rule at the end."""

    def begin(self) -> str:
        """Nothing."""
        return ""

    def render(self, checked: Checked) -> str:
        """Nothing."""
        return ""

    def finish(self, tally: Tally) -> str:
        """The table."""
        return table(tally)


def table(tally: Tally) -> str:
    """The counts by rule as aligned lines: count, severity, rule; `*` marks rules with a safe swap. Then what is suppressed."""
    counts = tally.rules()
    digits = max((len(str(entry.number)) for entry in counts), default=0)
    longest = max(map(len, SEVERITIES))
    lines = [
        f"{entry.number:{digits}}  {entry.severity:{longest}}  {entry.rule}{' *' if entry.fixable else ''}\n" for entry in counts
    ]
    if any(entry.fixable for entry in counts):
        lines.append("* has a safe swap: --fix puts it in\n")
    if tally.suppressed:
        lines.append(f"{suppressed(tally)}\n")
    return "".join(lines)


def counted(number: int, word: str) -> str:
    """A number with its noun: "1 finding", "2 findings"."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def suppressed(tally: Tally) -> str:
    """What is not shown, in one line: "12 more are suppressed (3 by comments, 9 by the baseline)"."""
    reasons = ((tally.inline, "by comments"), (tally.baseline, "by the baseline"))
    verb = "is" if tally.suppressed == 1 else "are"
    return f"{tally.suppressed} more {verb} suppressed ({', '.join(f'{number} {why}' for number, why in reasons if number)})"


def summary(tally: Tally) -> str:
    """The run in one line, without a newline: "3 findings (1 error, 2 warnings); 1 has a safe swap: --fix"."""
    kinds = ", ".join(counted(number, name) for name, number in tally.severities.items() if number)
    line = counted(tally.findings, "finding") + (f" ({kinds})" if kinds else "")
    if tally.texts > 1:
        line += f" in {tally.texts} texts"
    if tally.texts > tally.files > 1:
        line += f" of {tally.files} files"
    if tally.fixable:
        line += f"; {tally.fixable} {'has' if tally.fixable == 1 else 'have'} a safe swap: --fix"
    return line
