"""`junit`: test results. A file is a suite, a macro (or the text of a draft) is a case; those without a fault pass.

Errors and warnings of a text are one failure, hints stand in its output and fail nothing. A text in no language that coach knows
is skipped, a file that cannot be read is an error. Attributes beyond the schema that build servers validate against are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from coach.checking.record import Checked, Judged
from coach.model import Finding
from coach.reports.display import one_line
from coach.reports.full import offer
from coach.reports.grouping import by_text, told
from coach.reports.lines import Lines
from coach.reports.places import Paths, place_of
from coach.reports.statistics import Failure, Tally, counted
from coach.reports.xmls import DECLARATION, element, written

FAILING = ("error", "warning")


class Junit:
    """Renders each file on its own."""

    def __init__(self, root: str = "") -> None:
        self._paths = Paths(root)

    def begin(self) -> str:
        """The declaration and the opening tag."""
        return f'{DECLARATION}<testsuites name="coach">\n'

    def render(self, checked: Checked) -> str:
        """One suite."""
        path = self._paths.relative(checked.name)
        lines = Lines(checked.text)
        names: Counter[str] = Counter()
        cases = []
        for number, (text, found) in enumerate(by_text(checked), 1):
            name = one_line(text.name) or (f"text {number}" if len(checked.texts) > 1 else path.rpartition("/")[2])
            names[name] += 1
            # Two macros of one title stay two cases.
            shown = name if names[name] == 1 else f"{name} ({names[name]})"
            cases.append(case(shown, path, text, found, checked, lines))
        return suite(path, cases)

    def finish(self, tally: Tally) -> str:
        """A suite for each file that could not be read, and the closing tag."""
        return "".join([*(self._unreadable(failure) for failure in tally.failures), "</testsuites>\n"])

    def _unreadable(self, failure: Failure) -> str:
        place = place_of(failure.name)
        path = self._paths.relative(place.name) if place.name else "coach"
        shown = one_line(f"{failure.name}: {failure.message}")
        error = element("error", {"message": failure.message, "type": "unreadable"}, text=shown)
        return suite(path, [element("testcase", {"name": path.rpartition("/")[2], "classname": path}, error)])


def suite(path: str, cases: Sequence[Element]) -> str:
    """A file with its cases, counted."""
    outcomes = Counter(child.tag for one in cases for child in one)
    counts = {"failures": outcomes["failure"], "errors": outcomes["error"], "skipped": outcomes["skipped"]}
    return written(element("testsuite", {"name": path, "file": path, "tests": len(cases), **counts}, *cases))


def case(name: str, path: str, text: Judged, found: Sequence[Finding], checked: Checked, lines: Lines) -> Element:
    """One text: passed, failed with all its errors and warnings, or skipped."""
    failing = [finding for finding in found if finding.severity in FAILING]
    hints = [finding for finding in found if finding.severity not in FAILING]
    children = []
    if failing:
        message = f"{counted(len(failing), 'finding')}: {', '.join(dict.fromkeys(finding.rule for finding in failing))}"
        worst = min((finding.severity for finding in failing), key=FAILING.index)
        body = "\n".join(described(finding, path, checked, lines) for finding in failing)
        children.append(element("failure", {"message": message, "type": worst}, text=body))
    elif text.language is None and text.note:
        children.append(element("skipped", {"message": one_line(text.note)}))
    if hints:
        children.append(element("system-out", {}, text="\n".join(described(finding, path, checked, lines) for finding in hints)))
    return element("testcase", {"name": name, "classname": path}, *children)


def described(finding: Finding, path: str, checked: Checked, lines: Lines) -> str:
    """A finding for somebody who reads the log: where, what, why, and what to say instead."""
    line, column = lines.position(finding.start)
    said = [f"{path}:{line}:{column}: {finding.severity}: {finding.rule}: {told(finding)}"]
    for suggestion in finding.suggestions:
        label, wording = offer(suggestion, finding, checked.text)
        said.append(f"  {label}: {wording}")
    return "\n".join(said)
