"""What a command is given besides its options: the streams, and the way to a `Coach`; tests pass their own of both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, Protocol

from coach.checking.record import Checked
from coach.cli.console import Console, is_terminal
from coach.cli.options import Values
from coach.config import Config
from coach.errors import CoachError
from coach.model import Report
from coach.sources.document import Reading
from coach.sources.files import STDIN, Source, decode, read

STDIN_NAME = "<stdin>"
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

    def coach(self, values: Values, *, sending: bool = True, rewrites: bool = True) -> Checker:
        """A coach with the settings of the command line: `sending` for drafts, not for files of macros; without `rewrites` for
        output that does not show them.

        Raises UsageError for an unknown rule.
        """
        config = Config(
            lang=values.maybe("lang"),
            channel=values.maybe("channel") or "email",
            select=values.listed("select"),
            ignore=values.listed("ignore"),
            min_severity=values.maybe("min_severity") or "hint",
            sending=sending,
            phrasebooks=values.maybe("phrasebooks") or "",
            rewrites=rewrites,
        )
        quiet = values.flag("quiet")
        return self.make_coach(config, lambda line: None if quiet else self.console.note(f"coach: {line}"))

    def settings(self, path: str, values: Values) -> tuple[Config, Reading]:
        """How an input is judged and read. A placeholder in a file of macros is no fault; in a draft it is."""
        config = Config(
            lang=values.maybe("lang"),
            channel=values.maybe("channel") or "email",
            select=values.listed("select"),
            ignore=values.listed("ignore"),
            min_severity=values.maybe("min_severity") or "hint",
            sending=path == STDIN and values.maybe("stdin_filename") is None,
            phrasebooks=values.maybe("phrasebooks") or "",
        )
        return config, Reading(encoding=values.maybe("encoding"))

    def customer(self, values: Values) -> str | None:
        """The customer's message named by `--customer`."""
        path = values.maybe("customer")
        if path is None:
            return None
        return decode(read(path), path, values.maybe("encoding")).text

    def inputs(self, values: Values) -> tuple[str, ...]:
        """The paths to work on, standard input when it is piped and none was given. Raises HelpWanted."""
        paths = values.many("paths")
        if paths:
            return paths
        if self.console.stdin is None or is_terminal(self.console.stdin):
            raise HelpWanted
        return (STDIN,)

    def load(self, path: str, values: Values) -> tuple[Source, bytes]:
        """One input, decoded and as it is. Raises UsageError when it cannot be read or decoded."""
        if path == STDIN:
            name = values.maybe("stdin_filename") or STDIN_NAME
            if is_terminal(self.console.stdin) and not values.flag("quiet"):
                self.console.note("coach: reading the draft from the terminal; end it with Ctrl-D (Ctrl-Z and Enter on Windows)")
            data = self.console.read()
        else:
            name, data = path, read(path)
        return decode(data, name, values.maybe("encoding")), data

    def complain(self, error: CoachError) -> None:
        """Print an error somebody can mend."""
        self.console.note(f"coach: {error}")

    def hint(self, checked: Checked, values: Values) -> None:
        """Say which texts were not judged: their language could not be told."""
        if values.flag("quiet"):
            return
        for text in checked.texts:
            if text.note:
                title = f" ({text.name})" if text.name else ""
                self.console.note(f"coach: {checked.name}{title}: {text.note}")
