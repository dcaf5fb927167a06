"""The errors people see: what is wrong, where, and what to do about it.

Every error the product raises on purpose is a `CoachError`; the command line prints it on one or two lines and exits with 2.
"""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(name: str, known: Iterable[str], otherwise: str) -> str:
    """The hint for an unknown name: the nearest that there is, else something `otherwise`."""
    from difflib import get_close_matches  # only where something went wrong

    near = get_close_matches(name, list(known), 1)
    return f"did you mean {near[0]}?" if near else otherwise


class CoachError(Exception):
    """Something the person can mend.

    `where` is a path, or `path:line:column` (1-based) when the place is known; `hint` says what to do; `excerpt` is the
    offending line with a caret under the column.
    """

    def __init__(self, message: str, *, where: str = "", hint: str = "", excerpt: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint
        self.excerpt = excerpt

    def __str__(self) -> str:
        """The whole error as it is printed, without a trailing newline."""
        lines = [f"{self.where}: {self.message}" if self.where else self.message]
        if self.excerpt:
            lines.append(self.excerpt)
        if self.hint:
            lines.append(f"  {self.hint}")
        return "\n".join(lines)


class UsageError(CoachError):
    """A wrong option value, an unknown rule or language, a path that cannot be read."""


class PhrasebookError(CoachError):
    """A phrasebook that does not follow phrasebooks/README.md."""


class TemplateError(CoachError):
    """A template that does not follow templates/README.md, or values that it cannot be filled with."""
