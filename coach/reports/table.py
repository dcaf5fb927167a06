"""The output formats by name, each imported when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from coach.checking.record import Checked
    from coach.reports.setup import Setup
    from coach.reports.statistics import Tally


class Reporter(Protocol):
    """An output format: text before, for each file, and after."""

    def begin(self) -> str:
        """What comes first."""
        ...

    def render(self, checked: Checked) -> str:
        """What one file adds."""
        ...

    def finish(self, tally: Tally) -> str:
        """What comes last."""
        ...


BY_PATH = {
    "markdown": ("markdown", "Markdown"),
    "html": ("html_report", "Html"),
    "github": ("github", "Github"),
    "gitlab": ("gitlab", "Gitlab"),
    "azure": ("azure", "Azure"),
    "junit": ("junit", "Junit"),
    "checkstyle": ("checkstyle", "Checkstyle"),
    "rdjson": ("rdjson", "Rdjson"),
    "rdjsonl": ("rdjson", "Rdjsonl"),
}
"""The module and the class of the formats that need to know nothing but how files are named."""

FORMATS = ("full", "concise", "grouped", "json", "json-lines", "csv", "sarif", *BY_PATH)
WITH_STATISTICS = ("json", "json-lines")
"""The formats that hold the counts by rule besides the findings; the others give way to them."""
WITH_FINGERPRINTS = ("json", "json-lines", "sarif", "gitlab")
"""The formats that follow a finding from run to run."""
WITHOUT_REWRITES = ("concise", "gitlab", "checkstyle", "azure")
"""The formats that show no better wording, so that none need be looked for."""


def reporter(name: str, setup: Setup) -> Reporter:
    """The format called `name`, or the counts by rule where statistics are asked of one that has none.

    Raises KeyError for a name that is not in FORMATS.
    """
    if setup.statistics and name not in WITH_STATISTICS:
        from coach.reports.statistics import Counts

        return Counts()
    match name:
        case "full":
            from coach.reports.full import Full

            return Full(setup.style, with_summary=not setup.quiet)
        case "concise":
            from coach.reports.concise import Concise

            return Concise()
        case "grouped":
            from coach.reports.grouped import Grouped

            return Grouped(setup.style, with_summary=not setup.quiet)
        case "json":
            from coach.reports.json_report import Json

            return Json(_version(), statistics=setup.statistics)
        case "json-lines":
            from coach.reports.json_lines import JsonLines

            return JsonLines(_version(), statistics=setup.statistics)
        case "csv":
            from coach.reports.csv_report import Csv

            return Csv(setup.root, mark=setup.mark)
        case "sarif":
            from coach.reports.sarif import Sarif

            return Sarif(_version(), setup)
        case _:
            from importlib import import_module

            module, kind = BY_PATH[name]
            made: Reporter = getattr(import_module(f"coach.reports.{module}"), kind)(setup.root)
            return made


def _version() -> str:
    from coach import __version__

    return __version__
