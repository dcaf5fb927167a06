"""Moments of time as exports write them.

A file writes all its times in one way, and the way is found from a sample of them, so that 03/04/2026 is read as the others of
the file are. Times with a zone become UTC; those without stay in the clock of the export.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

Reader = Callable[[object], datetime | None]

EPOCH = datetime(1970, 1, 1)
MILLISECONDS, MICROSECONDS = 10**11, 10**14
"""Numbers from these on count thousandths and millionths of a second: as seconds they would be the years 5138 and 3.2 million."""
EARLIEST = 10**8
"""Smaller numbers are no dates (1973) but numbers of something else."""

WAYS = (
    "%a %b %d %H:%M:%S %z %Y",  # Twitter: Tue Oct 31 22:10:47 +0000 2017
    "%a, %d %b %Y %H:%M:%S %z",  # mail
    "%d.%m.%Y %H:%M:%S",
    "%d.%m.%Y %H:%M",
    "%d.%m.%Y, %H:%M:%S",
    "%d.%m.%Y, %H:%M",
    "%d.%m.%y %H:%M",
    "%d.%m.%Y",
    "%d/%m/%Y %H:%M:%S",
    "%d/%m/%Y %H:%M",
    "%d/%m/%Y %I:%M %p",
    "%d/%m/%Y %I:%M:%S %p",
    "%m/%d/%Y %H:%M:%S",
    "%m/%d/%Y %H:%M",
    "%m/%d/%Y %I:%M:%S %p",
    "%m/%d/%Y %I:%M %p",
    "%m/%d/%y %H:%M",
    "%d-%m-%Y %H:%M:%S",
    "%d-%m-%Y %H:%M",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%Y/%m/%d %H:%M:%S",
    "%Y/%m/%d %H:%M",
    "%Y-%m-%d %H:%M:%S %Z",  # ... UTC
    "%d %b %Y %H:%M:%S",
    "%d %b %Y %H:%M",
    "%b %d, %Y %I:%M %p",
    "%b %d, %Y, %I:%M %p",
    "%B %d, %Y %I:%M %p",
)
"""Other ways than ISO 8601. Where day and month could be either, the day comes first, as it does nearly everywhere."""


def moment(value: object) -> datetime | None:
    """The moment of an ISO 8601 date and time, of seconds (or thousandths, or millionths) since 1970, or of a datetime.

    None for anything else.
    """
    try:
        if type(value) is str:
            return utc(datetime.fromisoformat(value))
        if isinstance(value, datetime):
            return utc(value)
        if isinstance(value, (int, float)):
            return counted(value)
    except (ValueError, OverflowError):
        return counted(number(value))
    return None


def utc(time: datetime) -> datetime:
    """The time without its zone."""
    return time if time.tzinfo is None else time.astimezone(UTC).replace(tzinfo=None)


def number(value: object) -> float:
    """A text as a number; 0 for one that is none."""
    try:
        return float(value) if isinstance(value, str) else 0
    except ValueError:
        return 0


def counted(count: float) -> datetime | None:
    """A number as a moment; None for one that is none."""
    if not EARLIEST <= count < MICROSECONDS * 1000:
        return None
    unit = 1 if count < MILLISECONDS else 1000 if count < MICROSECONDS else 1_000_000
    return EPOCH + timedelta(microseconds=round(count * (1_000_000 / unit)))


def reader(sample: Iterable[object]) -> Reader:
    """What reads the times of a file of which these are some: the first way that reads most of them."""
    given = [value for value in sample if value not in (None, "")]
    best: Reader = moment
    most = read(given, moment)
    if most == len(given):
        return moment
    for form in WAYS:
        way = written(form)
        if (count := read(given, way)) > most:
            best, most = way, count
    return best


def read(values: list[object], way: Reader) -> int:
    """How many of the values are read."""
    return sum(way(value) is not None for value in values)


def written(form: str) -> Reader:
    """What reads times written in this way, and any that `moment` reads."""

    def way(value: object) -> datetime | None:
        if isinstance(value, str):
            try:
                return utc(datetime.strptime(value.strip(), form))
            except (ValueError, OverflowError):
                pass
        return moment(value)

    return way


def seconds(value: object) -> float | None:
    """Seconds from the beginning of a call: a number, or a text that is one; None for anything else."""
    if isinstance(value, str):
        try:
            value = float(value)
        except ValueError:
            return None
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < 1e9 else None
