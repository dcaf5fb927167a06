"""From the paths on a command line to the files behind them, each with the settings that hold for it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from coach.checking.judging import Task
from coach.cli.console import is_terminal
from coach.cli.options import Values
from coach.cli.session import HelpWanted, Session
from coach.cli.settings import found, projects
from coach.errors import UsageError
from coach.reports.statistics import Failure
from coach.settings.record import Found, Settings
from coach.sources.document import LARGEST
from coach.sources.files import STDIN, Source, decode, read
from coach.sources.readers import holds_texts

STDIN_NAME = "<stdin>"


class Inputs:
    """The files that a command works on; what cannot be read is reported, kept in `failures`, and stops no other."""

    def __init__(self, values: Values, session: Session, more: Sequence[str] = ()) -> None:
        """`more` are paths besides those on the line.

        Raises HelpWanted when nothing is said and nobody pipes anything, UsageError for a configuration that is broken.
        """
        self.values = values
        self.session = session
        self.failures: list[Failure] = []
        self.projects = projects(values, session)
        self.stdin_filename = values.maybe("stdin_filename") or ""
        self.paths = self._paths((*values.many("paths"), *more))
        self.project = self.projects.for_run(self.paths, self.stdin_filename)
        self.found = found(self.paths, self.projects, self.stdin_filename)
        self.piped: bytes | None = None
        """The bytes of standard input, once they were read, ..."""
        self.piped_source: Source | None = None
        """... and what they were decoded to."""
        self._adapted: dict[Settings, Settings] = {}

    def _paths(self, given: Sequence[str]) -> Sequence[str]:
        """What to work on: what was said, standard input when it is piped, else the project that we are in."""
        if given:
            return given
        if not is_terminal(self.session.console.stdin) and self.session.console.stdin is not None:
            return (STDIN,)
        if self.projects.for_folder(self.projects.working).path:
            return (".",)
        raise HelpWanted

    def tasks(self, *, rewrites: bool = True) -> Iterator[Task | UsageError]:
        """Each file, or why it cannot be read; without `rewrites` its findings need no suggestions."""
        for one in self.found:
            try:
                if isinstance(one, UsageError):
                    raise one
                refuse_large(one.path)
                source = self.load(one)
                if one.asked or holds_texts(source, one.settings.reading):
                    yield Task(source, self._settings(one, rewrites=rewrites))
            except UsageError as error:
                yield error

    def load(self, one: Found) -> Source:
        """A file, or standard input, decoded. Raises UsageError when it cannot be read."""
        encoding = one.settings.reading.encoding
        if one.path != STDIN:
            return decode(read(one.path), one.path, encoding)
        console = self.session.console
        if is_terminal(console.stdin) and not self.values.flag("quiet"):
            console.note("coach: reading the draft from the terminal; end it with Ctrl-D (Ctrl-Z and Enter on Windows)")
        self.piped = console.read()
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


def refuse_large(path: str) -> None:
    """Raise UsageError for a file that would have to be held in memory several times over."""
    try:
        size = 0 if path == STDIN else os.path.getsize(path)
    except OSError:
        return  # reading it says what is wrong
    if size > LARGEST:
        message = f"too large to check at once: {size / 1e6:.0f} MB, at most {LARGEST / 1e6:.0f} MB"
        hint = "split it, for example one file for each page or folder of the export; conversations are for coach review"
        raise UsageError(message, where=path, hint=hint)
