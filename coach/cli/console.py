"""The streams of one run: UTF-8 whatever the system says, quiet when the reader has gone, colour where it is wanted."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import TextIO

from coach.errors import CoachError
from coach.reports.style import Style
from coach.sources.files import limited

DEFAULT_COLUMNS = 80


class StreamError(CoachError):
    """Standard output cannot be written to: it is closed, or the disk is full."""


class Console:
    """Standard input, output and error with the environment; tests pass their own."""

    def __init__(self, stdin: TextIO | None, stdout: TextIO | None, stderr: TextIO | None, environ: Mapping[str, str]) -> None:
        self.stdin = stdin
        self.stdout = stdout
        self.stderr = stderr
        self.environ = environ
        self.gone = False
        """Whether the program that read the output has ended, as `head` does: nothing more needs to be written."""
        for stream in (stdin, stdout, stderr):
            _use_utf8(stream, environ)

    def write(self, text: str) -> None:
        """Write results to standard output. Raises StreamError when that is impossible."""
        if text and not self.gone:
            self._guard(lambda stream: stream.write(text))

    def write_bytes(self, data: bytes) -> None:
        """Write results to standard output as they are, without touching line ends."""

        def whole(stream: TextIO) -> None:
            stream.flush()
            stream.buffer.write(data)

        if data and not self.gone:
            self._guard(whole)

    def _guard(self, action: Callable[[TextIO], object]) -> None:
        if self.stdout is None:
            raise StreamError("standard output is closed")
        try:
            action(self.stdout)
        except BrokenPipeError:
            self.gone = True
        except OSError as error:
            raise StreamError(f"cannot write to standard output: {error.strerror or error}") from None

    def note(self, text: str) -> None:
        """Write lines to standard error; a closed standard error is no reason to fail."""
        self.prompt(text if text.endswith("\n") else f"{text}\n")

    def prompt(self, text: str) -> None:
        """Write to standard error and stay on the line."""
        if self.stderr is None:
            return
        try:
            self.stderr.write(text)
            self.stderr.flush()
        except (OSError, ValueError):
            self.stderr = None

    def flush(self) -> None:
        """Bring everything out. Raises StreamError; afterwards Python's own flush at exit has nothing left to complain about."""
        if self.stdout is None:
            return
        try:
            self._guard(lambda stream: stream.flush())
        except StreamError:
            _discard(self.stdout)
            raise
        if self.gone:
            _discard(self.stdout)

    def read(self, name: str = "<stdin>") -> bytes:
        """All of standard input, called `name`. Raises StreamError when it cannot be read, UsageError for more than is read."""
        if self.stdin is None:
            raise StreamError("standard input is closed")
        try:
            return limited(self.stdin.buffer, name)
        except (OSError, ValueError) as error:
            raise StreamError(f"standard input cannot be read: {error}") from None

    def style(self, stream: TextIO | None, choice: str) -> Style:
        """Colour and columns for a stream under `--color`."""
        return Style(wants_colour(choice, stream, self.environ), columns(stream, self.environ))


def standard() -> Console:
    """The streams of this process."""
    return Console(sys.stdin, sys.stdout, sys.stderr, os.environ)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person sits at the stream; a closed one has nobody."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def wants_colour(choice: str, stream: TextIO | None, environ: Mapping[str, str]) -> bool:
    """Whether to colour: `--color`, then NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM, then whether it is a terminal."""
    if choice != "auto":
        return choice == "always"
    forced = environ.get("FORCE_COLOR", "") or environ.get("CLICOLOR_FORCE", "").strip("0")
    if environ.get("NO_COLOR") or forced == "0":
        return False
    if forced:
        return True
    if environ.get("TERM") in ("dumb", "unknown") or environ.get("CLICOLOR") == "0" or environ.get("TTY_COMPATIBLE") == "0":
        return False
    if environ.get("TTY_COMPATIBLE") == "1":
        return True
    # The old console window of Windows prints the codes; the newer terminals all announce themselves.
    known = os.name != "nt" or any(name in environ for name in ("WT_SESSION", "ANSICON", "ConEmuANSI", "TERM", "TERM_PROGRAM"))
    return known and is_terminal(stream)


def columns(stream: TextIO | None, environ: Mapping[str, str]) -> int | None:
    """The width of a terminal, or None for anything else: what a program reads is never wrapped or cut."""
    if stream is None or not is_terminal(stream):
        return None
    told = environ.get("COLUMNS", "")
    if told.isdecimal() and int(told) > 0:
        return int(told)
    try:
        return os.get_terminal_size(stream.fileno()).columns or DEFAULT_COLUMNS
    except (OSError, ValueError):
        return DEFAULT_COLUMNS


def _use_utf8(stream: TextIO | None, environ: Mapping[str, str]) -> None:
    """Redirected streams on Windows use a code page without Cyrillic; what UTF-8 cannot hold is written as an escape."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    chosen = environ.get("PYTHONIOENCODING", "")
    if not chosen:
        reconfigure(encoding="utf-8", errors="backslashreplace")
    elif ":" not in chosen:
        reconfigure(errors="backslashreplace")


def _discard(stream: TextIO) -> None:
    """Point a broken stream nowhere, or Python complains about it once more while it ends."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return
