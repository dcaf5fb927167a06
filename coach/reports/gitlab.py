"""`gitlab`: a Code Quality report, which GitLab compares between the branches of a merge request.

It takes two entries of one fingerprint for the same and shows one of them, so the second of a kind in a file gets another. No
fingerprint hangs on a line number or on what stands elsewhere: a new finding leaves the others what they were.
"""

from __future__ import annotations

import hashlib
from collections import Counter

from coach.checking.record import Checked
from coach.model import Finding
from coach.reports.grouping import told
from coach.reports.jsons import Items
from coach.reports.lines import Lines
from coach.reports.places import Paths
from coach.reports.statistics import Tally

SEVERITIES = {"error": "major", "warning": "minor", "hint": "info"}


class Gitlab:
    """Renders a list, an entry a line."""

    def __init__(self, root: str = "") -> None:
        self._paths = Paths(root)
        self._items = Items()
        self._seen: Counter[str] = Counter()

    def begin(self) -> str:
        """The opening bracket."""
        return "["

    def render(self, checked: Checked) -> str:
        """The findings of one file."""
        lines, path = Lines(checked.text), self._paths.relative(checked.name)
        return "".join(self._items.add(self._entry(finding, path, lines)) for finding in checked.report.findings)

    def finish(self, tally: Tally) -> str:
        """The closing bracket."""
        return f"{self._items.end()}]\n"

    def _entry(self, finding: Finding, path: str, lines: Lines) -> dict[str, object]:
        return {
            "description": f"{finding.rule}: {told(finding)}",
            "check_name": finding.rule,
            "fingerprint": self._fingerprint(finding, path),
            "severity": SEVERITIES[finding.severity],
            "location": {
                "path": path,
                "lines": {"begin": lines.position(finding.start)[0], "end": lines.position(finding.end)[0]},
            },
        }

    def _fingerprint(self, finding: Finding, path: str) -> str:
        known = finding.origin.fingerprint or digest(finding.rule, path, " ".join(finding.text.split()))
        self._seen[known] += 1
        number = self._seen[known]
        return known if number == 1 else digest(known, str(number))


def digest(*parts: str) -> str:
    """32 hexadecimal digits that tell these parts from any others."""
    told_apart = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(told_apart.encode("utf-8", "surrogatepass")).hexdigest()[:32]
