"""From the paths on a command line to the files behind them, each with the settings that hold for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.checking.judging import Task
from coach.cli.console import is_terminal
from coach.cli.options import Values
from coach.cli.session import STDIN_NAME, HelpWanted, Session
from coach.cli.settings import found, projects
from coach.errors import UsageError
from coach.reports.setup import MARK
from coach.reports.statistics import Failure
from coach.settings.record import Found, Settings
from coach.sources.files import STDIN, Source, decode, read
from coach.sources.readers import holds_texts

REPORT_BEGINS = 600
"""So many characters of a file hold the mark of a report."""


class Inputs:
    """The files that a command works on; what cannot be read is reported, kept in `failures`, and stops no other."""

    def __init__(self, values: Values, session: Session, more: Sequence[str] | None = None) -> None:
        """`more` are paths besides those on the line; a list of none means none, and not what is meant without a path.

        Raises HelpWanted when nothing is said and nobody pipes anything, UsageError for a configuration that is broken.
        """
        self.values = values
        self.session = session
        self.failures: list[Failure] = []
        self.projects = projects(values, session)
        self.stdin_filename = values.maybe("stdin_filename") or ""
        self.piped: bytes | None = None
        """The bytes of standard input, once they were read, ..."""
        self.piped_source: Source | None = None
        """... and what they were decoded to."""
        self.passed_over = 0
        """How many data files below folders nobody said anything of, and are no export."""
        self.paths = self._paths((*values.many("paths"), *(more or ())), listed=more is not None)
        self.project = self.projects.for_run(self.paths, self.stdin_filename)
        self.found = found(self.paths, self.projects, self.stdin_filename)
        self._adapted: dict[Settings, Settings] = {}

    def _paths(self, given: Sequence[str], *, listed: bool) -> Sequence[str]:
        """What to work on: what was said, a draft that is piped in, else the project that we are in.

        In CI standard input is empty, which is no draft.
        """
        if given or listed:
            return given
        stdin = self.session.console.stdin
        if stdin is not None and not is_terminal(stdin):
            self.piped = self.session.console.read(self.stdin_filename or STDIN_NAME)
            if self.piped:
                return (STDIN,)
        if self.projects.for_folder(self.projects.working).path:
            return (".",)
        if self.piped is not None:
            raise UsageError("standard input is empty, and no path was given", hint="coach check macros/, or coach init first")
        raise HelpWanted

    def tasks(self, *, rewrites: bool = True) -> Iterator[Task | UsageError]:
        """Each file, or why it cannot be read; without `rewrites` its findings need no suggestions."""
        for one in self.found:
            try:
                if isinstance(one, UsageError):
                    raise one
                source = self.load(one)
                if one.path not in self.paths and not self._holds_texts(one, source):
                    continue
                yield Task(source, self._settings(one, rewrites=rewrites))
            except UsageError as error:
                yield error

    def _holds_texts(self, one: Found, source: Source) -> bool:
        """Whether a file that lay below a folder is one of replies, and not one of our own reports."""
        if not one.asked and not holds_texts(source, one.settings.reading):
            self.passed_over += 1
            return False
        return MARK not in source.text[:REPORT_BEGINS]

    def load(self, one: Found) -> Source:
        """A file, or standard input, decoded. Raises UsageError when it cannot be read."""
        encoding = one.settings.reading.encoding
        if one.path != STDIN:
            return decode(read(one.path), one.path, encoding)
        console = self.session.console
        if is_terminal(console.stdin) and not self.values.flag("quiet"):
            console.note("coach: reading the draft from the terminal; end it with Ctrl-D (Ctrl-Z and Enter on Windows)")
        if self.piped is None:
            self.piped = console.read(self.stdin_filename or STDIN_NAME)
        self.piped_source = decode(self.piped, self.stdin_filename or STDIN_NAME, encoding)
        return self.piped_source

    def _settings(self, one: Found, *, rewrites: bool) -> Settings:
        """The settings of a file with what the run knows: a draft is about to be sent, a file is one of macros."""
        sending = one.path == STDIN and not self.stdin_filename
        settings = one.settings
        if (settings.config.sending, settings.config.rewrites) == (sending, rewrites):
            return settings
        if settings not in self._adapted:
            adapted = settings._replace(config=settings.config._replace(sending=sending, rewrites=rewrites))
            self._adapted[settings] = adapted
        return self._adapted[settings]

    def fail(self, error: UsageError) -> None:
        """Report a file that cannot be read, and remember it for the exit code."""
        self.session.complain(error)
        self.failures.append(Failure(error.where, error.message))
