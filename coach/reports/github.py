"""`github`: annotations on the lines of a pull request, written as workflow commands.

GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest without a word, so that many are sent, the
first of each, and then how many there are. The whole list belongs on the page of the job: `step_summary`.
"""

from __future__ import annotations

from coach.checking.record import Checked
from coach.model import SEVERITIES, Finding
from coach.reports.display import one_line, printable
from coach.reports.full import offer
from coach.reports.grouping import title, told
from coach.reports.lines import Lines
from coach.reports.markdown import Markdown
from coach.reports.places import Paths, place_of
from coach.reports.statistics import Failure, Tally, counted

COMMANDS = {"error": "error", "warning": "warning", "hint": "notice"}
MOST = 10
"""Annotations of one level that are shown for one step."""
SUMMARY_BYTES = 1_000_000
"""A little less than the 1 MiB that a step may write to GITHUB_STEP_SUMMARY."""


class Github:
    """Keeps the first annotations of each level and prints them at the end, worst level first."""

    def __init__(self, root: str = "") -> None:
        self._paths = Paths(root)
        self._kept: dict[str, list[str]] = {severity: [] for severity in SEVERITIES}

    def begin(self) -> str:
        """Nothing."""
        return ""

    def render(self, checked: Checked) -> str:
        """Nothing yet."""
        lines: Lines | None = None
        for finding in checked.report.findings:
            kept = self._kept[finding.severity]
            if len(kept) < MOST:
                lines = lines or Lines(checked.text)
                kept.append(annotation(checked, finding, lines, self._paths))
        return ""

    def finish(self, tally: Tally) -> str:
        """The annotations; where there are more findings than are shown, the last one says so."""
        errors = [unreadable(failure, self._paths) for failure in tally.failures] + self._kept["error"]
        levels = [errors[:MOST], self._kept["warning"], self._kept["hint"]]
        total = tally.findings + len(tally.failures)
        if total > sum(map(len, levels)):
            levels[-1] = levels[-1][: MOST - 1]
            levels.append([command("notice", {"title": "coach"}, f"{in_all(tally)}, {sum(map(len, levels))} of them shown here")])
        return "".join(line for level in levels for line in level)


def in_all(tally: Tally) -> str:
    """How much was found, in one line."""
    found = counted(tally.findings, "finding")
    return f"{found} and {counted(len(tally.failures), 'unreadable file')}" if tally.failures else found


def step_summary(root: str = "") -> Markdown:
    """The reporter for the file that GITHUB_STEP_SUMMARY names: all that it prints is appended there."""
    return Markdown(root, most_bytes=SUMMARY_BYTES)


def annotation(checked: Checked, finding: Finding, lines: Lines, paths: Paths) -> str:
    """The command for one finding: the place, the words, the reason and the first better wording."""
    path = paths.relative(checked.name)
    (line, column), (last, behind) = lines.position(finding.start), lines.position(finding.end)
    # Columns of two lines are refused.
    columns = {"col": column, "endLine": last, "endColumn": behind} if line == last else {"endLine": last}
    macro = title(checked, finding)
    text = f"{one_line(path)}:{line}:{column}: {finding.rule} {f'in {macro}: ' if macro else ''}{told(finding)}"
    if finding.suggestions:
        label, wording = offer(finding.suggestions[0], finding, checked.text)
        text += f"\n{label}: {wording}"
    properties = {"title": f"coach ({finding.rule})", "file": path, "line": line, **columns}
    return command(COMMANDS[finding.severity], properties, text)


def unreadable(failure: Failure, paths: Paths) -> str:
    """The command for an input that could not be read."""
    place = place_of(failure.name)
    properties: dict[str, object] = {"title": "coach (cannot be read)"}
    if place.name:
        properties["file"] = paths.relative(place.name)
    if place.line:
        properties["line"] = place.line
    return command("error", properties, f"{one_line(failure.name)}: {one_line(failure.message)}")


def command(name: str, properties: dict[str, object], text: str) -> str:
    """A workflow command on a line of its own; nothing in it can end it early or begin another."""
    given = ",".join(f"{key}={_value(str(value))}" for key, value in properties.items())
    return f"::{name} {given}::{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")
