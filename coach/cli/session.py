"""What a command is given besides its options: the streams, and the way to a `Coach`; tests pass their own of both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, Protocol

from coach.checking.record import Checked
from coach.cli.console import Console
from coach.cli.options import Values
from coach.config import Config
from coach.errors import CoachError
from coach.model import Report
from coach.sources.files import decode, read

STDIN_NAME = "<stdin>"
LONGEST = 1000
"""Characters of a line of an error: what it quotes may be a whole file."""

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130
"""The exit codes; FAILED stands for everything that is not a judgement of the text."""


class Checker(Protocol):
    """The part of `coach.Coach` that the command line uses."""

    def check(self, text: str, lang: str | None = None, channel: str | None = None, customer: str | None = None) -> Report:
        """Judge one text."""
        ...

    def check_all(self, texts: Iterable[str]) -> Iterator[Report]:
        """Judge many texts."""
        ...

    def rewrite(self, text: str, lang: str | None = None) -> str:
        """Put in the safe swaps."""
        ...

    def with_config(self, config: Config) -> Checker:
        """A coach with other settings that shares what this one has loaded."""
        ...


class HelpWanted(Exception):  # noqa: N818 - not an error: the line said too little to do anything
    """There is nothing to work on: show the command's help instead of waiting for somebody to type a draft."""


class Session(NamedTuple):
    """The surroundings of a command."""

    console: Console
    make_coach: Callable[[Config, Callable[[str], None]], Checker]

    def coach(self, config: Config, values: Values) -> Checker:
        """A coach with the settings of a run, which says on standard error when it compiles phrasebooks.

        Raises UsageError for an unknown rule.
        """
        quiet = values.flag("quiet")
        return self.make_coach(config, lambda line: None if quiet else self.progress(line))

    def progress(self, line: str) -> None:
        """Say what takes a while."""
        self.console.note(f"coach: {line}")

    def customer(self, values: Values) -> str | None:
        """The customer's message named by `--customer`."""
        path = values.maybe("customer")
        if path is None:
            return None
        return decode(read(path), path, values.maybe("encoding")).text

    def complain(self, error: CoachError) -> None:
        """Print an error somebody can mend."""
        self.say(f"{error.where}: {error.message}" if error.where else error.message)
        more = [*error.excerpt.split("\n"), f"  {error.hint}" if error.hint else ""]
        for line in filter(None, more):
            self.console.note(safe(line))

    def say(self, text: str) -> None:
        """Print one line about the run to standard error."""
        self.console.note(f"coach: {safe(text)}")

    def hint(self, checked: Checked, values: Values) -> None:
        """Say which texts were not judged: their language could not be told."""
        if values.flag("quiet"):
            return
        for text in checked.texts:
            if text.note:
                title = f" ({text.name})" if text.name else ""
                self.say(f"{checked.name}{title}: {text.note}")


def safe(line: str) -> str:
    """A line in which the names and words of others cannot drive the terminal, nor begin a line that a build agent obeys."""
    line = line if len(line) <= LONGEST else f"{line[:LONGEST]} ..."
    if line.isascii() and line.isprintable() and "##" not in line:
        return line  # as nearly all are, and there is nothing to import
    from coach.reports.display import printable

    return printable(line.encode("utf-8", "backslashreplace").decode("utf-8"))  # bytes of a name that are no text, as escapes
