"""From the paths on a command line to the files behind them, one after the other."""

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

MANY = 20


class Inputs:
    """The files that a command works on; what cannot be read is reported, kept in `failures`, and stops no other."""

    def __init__(self, paths: Sequence[str], values: Values, session: Session, *, rewrites: bool = True) -> None:
        """Without `rewrites` the findings need no suggestions."""
        self.values = values
        self.session = session
        self.rewrites = rewrites
        self.failures: list[Failure] = []
        self.found = list(find(paths))

    @property
    def many(self) -> bool:
        """Whether there are so many files that it pays to remember what was found in them."""
        return len(self.found) >= MANY

    def __iter__(self) -> Iterator[Task | UsageError]:
        """Each file, or why it cannot be read."""
        for path in self.found:
            try:
                yield path if isinstance(path, UsageError) else self.task(path)
            except UsageError as error:
                yield error

    def task(self, path: str) -> Task:
        """One file with its settings. Raises UsageError when it cannot be read."""
        config, reading = self.session.settings(path, self.values)
        refuse_large(path)
        return Task(self.session.load(path, self.values)[0], config._replace(rewrites=self.rewrites), reading)

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
        raise UsageError(message, where=path, hint="export the macros in several files; conversations are for coach review")
