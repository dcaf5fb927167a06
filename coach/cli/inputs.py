"""From the paths on a command line to the documents behind them, one after the other."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from coach.checking.judging import Task
from coach.cli.options import Values
from coach.cli.session import Session
from coach.errors import UsageError
from coach.reports.statistics import Failure
from coach.sources.document import LARGEST
from coach.sources.files import STDIN, find
from coach.sources.readers import read_document


class Inputs:
    """The documents that a command works on; what cannot be read is reported, kept in `failures`, and stops no other."""

    def __init__(self, paths: Sequence[str], values: Values, session: Session) -> None:
        self.paths = paths
        self.values = values
        self.session = session
        self.failures: list[Failure] = []

    def __iter__(self) -> Iterator[Task | None]:
        """Each document, and None before a complaint, so that what was read before can be judged and printed first."""
        for path in find(self.paths):
            try:
                if isinstance(path, UsageError):
                    raise path
                yield self.task(path)
            except UsageError as error:
                yield None
                self.session.complain(error)
                self.failures.append(Failure(error.where, error.message))

    def task(self, path: str) -> Task:
        """One document with its settings. Raises UsageError when it cannot be read, or holds nothing to judge."""
        config, reading = self.session.settings(path, self.values)
        refuse_large(path)
        source = self.session.load(path, self.values)[0]
        return Task(read_document(source, reading), config, reading)


def refuse_large(path: str) -> None:
    """Raise UsageError for a file that would have to be held in memory several times over."""
    try:
        size = 0 if path == STDIN else os.path.getsize(path)
    except OSError:
        return  # reading it says what is wrong
    if size > LARGEST:
        message = f"too large to check at once: {size / 1e6:.0f} MB, at most {LARGEST / 1e6:.0f} MB"
        raise UsageError(message, where=path, hint="export the macros in several files; conversations are for coach review")
