"""Colours and width of the output that is read by a person."""

# On the start-up path, and so without the usual `from __future__ import annotations`: see coach/settings/record.py.

from typing import NamedTuple

RESET = "\x1b[0m"
BOLD = "\x1b[1m"
DIM = "\x1b[2m"
GREEN = "\x1b[32m"
COLOURS = {"error": "\x1b[31m", "warning": "\x1b[33m", "hint": "\x1b[36m"}


class Style(NamedTuple):
    """How to print: with ANSI colours or not; columns of the terminal, or None where lines must not be broken."""

    colour: bool = False
    columns: int | None = None

    def paint(self, text: str, code: str) -> str:
        """The text in a colour, or as it is."""
        return f"{code}{text}{RESET}" if self.colour else text
