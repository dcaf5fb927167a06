"""Dates and times of the clock as chats write them, in the orders of English, German, Russian and Turkish telephones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from typing import NamedTuple

from coach.expressions import compiled

DAY, MONTH, YEAR = "day", "month", "year"
ISO, DAY_FIRST, MONTH_FIRST = (YEAR, MONTH, DAY), (DAY, MONTH, YEAR), (MONTH, DAY, YEAR)

DATE = r"\d{1,4}[./\-]\d{1,2}[./\-]\d{1,4}"
TIME = (
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,6})?(?:[\s\u202f\u00a0]?(?:[AaPp]\.?\s?[Mm]\.?|ÖÖ|ÖS))?"
    r"(?:\s?(?:Z|UTC|[+-]\d\d:?\d\d))?"
)
SPLIT_TIME = (
    r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,]\d{1,6})?[\s\u202f\u00a0]?(?P<half>[AaPp]|ÖÖ|ÖS)?\.?\s?[Mm]?\.?"
    r"\s?(?P<zone>Z|UTC|[+-]\d\d:?\d\d)?"
)
CENTURY = 2000


class Clock(NamedTuple):
    """A time of the day in seconds, and the seconds by which its zone is ahead of UTC (None: not said)."""

    seconds: int
    ahead: int | None = None


def clock(written: str) -> Clock | None:
    """09:00, 9.00.12, 2:03 PM, 14:03:22+02:00; None for what is no time of the day."""
    found = compiled(SPLIT_TIME).fullmatch(written.strip())
    if not found:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    half = (found["half"] or "").upper()
    if half:
        hour = hour % 12 + 12 * (half in ("P", "ÖS"))
    if hour > 23 or minute > 59 or second > 60:
        return None
    return Clock(hour * 3600 + minute * 60 + min(second, 59), ahead(found["zone"]))


def ahead(zone: str | None) -> int | None:
    """The seconds by which a zone is ahead of UTC."""
    if not zone:
        return None
    if zone in ("Z", "UTC"):
        return 0
    return (-1 if zone[0] == "-" else 1) * (int(zone[1:3]) * 3600 + int(zone[-2:]) * 60)


def numbers(written: str) -> tuple[int, int, int] | None:
    """The three numbers of a date, in the order in which they stand."""
    found = compiled(r"(\d{1,4})[./\-](\d{1,2})[./\-](\d{1,4})").fullmatch(written.strip().rstrip("."))
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def day(written: str, order: Sequence[str]) -> date | None:
    """The day that a date means in that order; None for one that there is not. A year of two digits is of this century."""
    found = numbers(written)
    if not found:
        return None
    said = dict(zip(ISO if found[0] > 31 else order, found, strict=True))
    year = said[YEAR] + CENTURY if said[YEAR] < 100 else said[YEAR]
    try:
        return date(year, said[MONTH], said[DAY])
    except ValueError:
        return None


def order_of(dates: Sequence[str], *, american: bool) -> tuple[str, ...]:
    """The order of day and month in the dates of a file.

    What most of them can be; where both can, the one in which the dates go forward; else with points the day comes first, and
    with strokes the month where the file is `american` (has times with AM and PM).
    """
    usual = MONTH_FIRST if american and any("/" in one for one in dates) else DAY_FIRST
    return min((usual, *(order for order in (DAY_FIRST, MONTH_FIRST) if order != usual)), key=lambda order: faults(dates, order))


def faults(dates: Sequence[str], order: Sequence[str]) -> int:
    """How many dates there are not in that order, or lie before the one above."""
    days = [day(one, order) for one in dates]
    known = [one for one in days if one]
    return len(days) - len(known) + sum(later < earlier for earlier, later in pairwise(known))


def moment(of: date, at: Clock) -> datetime:
    """A day and a time as a naive datetime: in UTC where the zone is said, else by the clock of the file."""
    plain = datetime.combine(of, datetime.min.time()) + timedelta(seconds=at.seconds)
    if at.ahead is None:
        return plain
    try:
        return plain.replace(tzinfo=timezone(timedelta(seconds=at.ahead))).astimezone(UTC).replace(tzinfo=None)
    except (OverflowError, ValueError):
        return plain
