"""What is known of a file once it is judged; the output formats and fixes work from it alone."""

# On the start-up path, and so without the usual `from __future__ import annotations`: see coach/settings/record.py.

from typing import NamedTuple

from coach.model import Finding, Report


class Judged(NamedTuple):
    """One text of a file: `start` is where it begins in the file, `findings` how many are shown."""

    name: str
    language: str | None
    score: int
    findings: int
    start: int = 0
    note: str = ""
    usage: int | None = None


class Checked(NamedTuple):
    """A file (or standard input), the name it is shown under, its whole text, and what was found in it.

    The findings of `report` are those of all its texts, in the order of the file, and count in the file: `finding.start`, and the
    spans of suggestions, whose wording is as the file must write it. `finding.origin` says which text a finding is of.
    `suppressed` findings are not shown; their origin says by what. `echoes` are those of twins, mended along but not shown.
    """

    name: str
    text: str
    report: Report
    texts: tuple[Judged, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    echoes: tuple[Finding, ...] = ()
