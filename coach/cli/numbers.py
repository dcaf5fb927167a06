"""Numbers and days on a command line."""

from __future__ import annotations

from datetime import date

from coach.cli.options import Values
from coach.errors import UsageError


def number_of(values: Values, name: str, least: int = 0) -> int:
    """The whole number behind an option, of nine digits at most. Raises UsageError for anything else or less than `least`."""
    given = values.text(name)
    if not given.isascii() or not given.isdecimal() or len(given) > 9 or int(given) < least:
        flag = "--" + name.replace("_", "-")
        wanted = f"a whole number from {least} on" if least else "a whole number"
        raise UsageError(f"{flag} needs {wanted}, not {given!r}", hint=f"for example {flag} 10")
    return int(given)


def day_of(values: Values, name: str) -> date | None:
    """The day behind an option, None where it was not given. Raises UsageError for text that is no ISO date."""
    given = values.maybe(name)
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        flag = "--" + name.replace("_", "-")
        raise UsageError(f"{flag} needs a date, not {given!r}", hint=f"for example {flag} 2027-03-15") from None
