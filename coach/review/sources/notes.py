"""What readers have to say about a file, told without burying the reader of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from coach.review.record import Trouble

NAMED = 3
"""Places of one kind of trouble that are named; the others of the file are counted."""

Tell = Callable[[Trouble], None]


def silent(trouble: Trouble) -> None:
    """Say nothing: for the first of two passes over a file, whose troubles the second tells."""


class Notes:
    """The troubles of one file. `line` is the line or record that has been reached, for what notices no line of its own."""

    def __init__(self, path: str, tell: Tell) -> None:
        self.path = path
        self.line = 0
        self._tell = tell
        self._counts: Counter[str] = Counter()

    def at(self, line: int, message: str) -> None:
        """Tell of a trouble in a line (0: in the file as a whole)."""
        self._counts[message] += 1
        if self._counts[message] <= NAMED:
            self._tell(Trouble(f"{self.path}:{line}" if line else self.path, message))

    def here(self, message: str) -> None:
        """Tell of a trouble where reading has come to."""
        self.at(self.line, message)

    def close(self) -> None:
        """Tell how many places were not named."""
        for message, count in self._counts.items():
            if count > NAMED:
                self._tell(Trouble(self.path, f"{message} (and {count - NAMED} more places)"))
        self._counts.clear()
