"""Figures as they are written for people: English, one decimal, a rate never without its interval."""

from __future__ import annotations

from datetime import date, datetime
from math import isfinite

from coach.reports.display import one_line
from coach.review.scoring.record import Rate

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""Written here because strftime would take them from the locale of the machine."""
MOST_WEEK = 20
"""Code points of the name of a week that is none."""
MINUTE, HOUR, DAY = 60, 3600, 86400


def number(value: int) -> str:
    """12,345."""
    return f"{value:,}"


def decimal(value: float) -> str:
    """A figure with one decimal; a dash for what has no end, because nothing was read."""
    return f"{value:,.1f}" if isfinite(value) else "–"


def between(rate: Rate) -> str:
    """The interval: 2.1–4.6."""
    return f"{decimal(rate.low)}–{decimal(rate.high)}"


def rated(rate: Rate, of: str = "sentences") -> str:
    """3.2 per 100 sentences (2.1–4.6)."""
    return f"{decimal(rate.rate)} per 100 {of} ({between(rate)})"


def brief(rate: Rate) -> str:
    """3.2 (2.1–4.6), where the heading says of what."""
    return f"{decimal(rate.rate)} ({between(rate)})"


def shared(rate: Rate) -> str:
    """41.7% (33.2–50.7), 50 of 120: a share of conversations."""
    return f"{decimal(rate.rate)}% ({between(rate)}), {number(rate.count)} of {number(rate.base)}"


def counted(value: int, word: str) -> str:
    """1 finding, 2 findings."""
    return f"{number(value)} {word}" if value == 1 else f"{number(value)} {word}s"


def duration(seconds: float | None) -> str:
    """45 s, 2 min 5 s, 1 h 2 min, 2.1 days; a dash where there are no times."""
    if seconds is None or not isfinite(seconds):
        return "–"
    whole = round(seconds)
    if whole < MINUTE:
        return f"{whole} s"
    if whole < HOUR:
        return _two(whole // MINUTE, "min", whole % MINUTE, "s")
    if whole < 2 * DAY:
        minutes = round(seconds / MINUTE)
        return _two(minutes // 60, "h", minutes % 60, "min")
    return f"{decimal(seconds / DAY)} days"


def _two(first: int, unit: str, second: int, smaller: str) -> str:
    return f"{first} {unit} {second} {smaller}" if second else f"{first} {unit}"


def day(when: date) -> str:
    """16 Nov 2026."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def moment(when: datetime) -> str:
    """16 Nov 2026, 14:05."""
    return f"{day(when)}, {when:%H:%M}"


def period(began: datetime | None, ended: datetime | None) -> str:
    """28 Sep – 29 Nov 2026; "" without times."""
    if began is None or ended is None:
        return ""
    if began.date() == ended.date():
        return day(began)
    first = day(began) if began.year != ended.year else f"{began.day} {MONTHS[began.month - 1]}"
    return f"{first} – {day(ended)}"


def monday(week: str) -> date | None:
    """The first day of a week named 2026-W47; None for any other name."""
    year, _, count = week.partition("-W")
    try:
        return date.fromisocalendar(int(year), int(count), 1)
    except ValueError:
        return None


def from_day(week: str) -> str:
    """16 Nov, the first day of a week named 2026-W47; the name itself where it is another."""
    first = monday(week)
    return f"{first.day} {MONTHS[first.month - 1]}" if first else one_line(week, MOST_WEEK)
