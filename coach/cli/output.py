"""Printing what was found: the format, the stream or the file it goes to, and when."""

from __future__ import annotations

from typing import TextIO

from coach.checking.record import Checked
from coach.cli.console import Console, is_terminal
from coach.cli.options import Values
from coach.reports.setup import Setup
from coach.reports.statistics import Tally
from coach.reports.table import WITHOUT_REWRITES, Reporter, reporter

SUMMARY = "GITHUB_STEP_SUMMARY"
"""Names the file that GitHub shows on the page of a job."""


def chosen_format(given: str | None, stream: TextIO | None) -> str:
    """`given`, or full for a person and concise for a program."""
    return given or ("full" if is_terminal(stream) else "concise")


class Printer:
    """Prints judged files as they come: to standard output, to standard error beside a mended draft, or into a file."""

    def __init__(
        self, values: Values, console: Console, output_format: str, root: str, *, baseline: bool, aside: bool, silent: bool
    ) -> None:
        """`aside` keeps standard output free; `silent` prints nothing at all, and writes no file."""
        self._console = console
        self._target = values.maybe("output_file")
        self._aside = aside
        self._silent = silent
        stream = None if self._target else console.stderr if aside else console.stdout
        self.format = chosen_format(output_format, stream)
        style = console.style(stream, values.text("color"))
        setup = Setup(
            style,
            statistics=values.flag("statistics"),
            quiet=values.flag("quiet"),
            root=root,
            text=values.flag("include_text"),
            baseline=baseline,
            mark=values.flag("bom"),
        )
        self._report: Reporter = reporter(self.format, setup)
        self._summary = self._page(root)
        self._opened = False
        self._kept: list[str] = []
        self.needs_rewrites = self.format not in WITHOUT_REWRITES or values.flag("statistics")

    def _page(self, root: str) -> Reporter | None:
        """What GitHub shows on the page of a job, where it asks for that."""
        if self.format != "github" or not self._console.environ.get(SUMMARY):
            return None
        from coach.reports.github import step_summary

        return step_summary(root)

    def show(self, checked: Checked) -> None:
        """Print what was found in one file.

        The opening is held back until then: a phrasebook that does not compile must not leave half a document behind.
        """
        self._write(self._opening() + self._report.render(checked))
        if self._summary:
            self._append(self._summary.render(checked))

    def finish(self, tally: Tally) -> None:
        """Print what comes last, and write the file. Raises UsageError when it cannot be written."""
        self._write(self._opening() + self._report.finish(tally))
        if self._summary:
            self._append(self._summary.finish(tally))
        if self._target and not self._silent:
            from coach.replacing import write_file

            write_file(self._target, "".join(self._kept).encode("utf-8", "backslashreplace"))

    def _opening(self) -> str:
        if self._opened:
            return ""
        self._opened = True
        if self._summary:
            self._append(self._summary.begin())
        return self._report.begin()

    def _write(self, text: str) -> None:
        if self._silent or not text:
            return
        if self._target:
            self._kept.append(text)
        elif self._aside:
            self._console.prompt(text)
        elif self.format == "csv":
            self._console.write_bytes(text.encode("utf-8", "backslashreplace"))  # its line ends are CR LF on every system
        else:
            self._console.write(text)

    def _append(self, text: str) -> None:
        """Add to the page of the job; a page that cannot be written must not stop the check."""
        if self._silent or not text:
            return
        try:
            with open(self._console.environ[SUMMARY], "a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(text)
        except OSError as error:
            self._console.note(f"coach: the summary of the job could not be written: {error.strerror}")
            self._summary = None
