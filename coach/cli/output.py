"""Choosing an output format."""

from __future__ import annotations

from typing import Protocol, TextIO

from coach.checking.record import Checked
from coach.cli.console import is_terminal
from coach.reports.statistics import Tally, table
from coach.reports.style import Style


class Reporter(Protocol):
    """An output format: text before, for each text, and after."""

    def begin(self) -> str:
        """What comes first."""
        ...

    def render(self, checked: Checked) -> str:
        """What one text adds."""
        ...

    def finish(self, tally: Tally) -> str:
        """What comes last."""
        ...


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


def chosen_format(given: str | None, stream: TextIO | None) -> str:
    """`given`, or full for a person and concise for a program."""
    return given or ("full" if is_terminal(stream) else "concise")


def reporter(name: str, style: Style, *, statistics: bool, quiet: bool) -> Reporter:
    """The format called `name`; `style` is for the one that is read by a person."""
    if name == "json":
        from coach import __version__
        from coach.reports.json_report import Json

        return Json(__version__, statistics=statistics)
    if statistics:
        return Counts()
    if name == "full":
        from coach.reports.full import Full

        return Full(style, with_summary=not quiet)
    from coach.reports.concise import Concise

    return Concise()
