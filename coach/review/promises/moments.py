"""Reckoning with days: the moment that "within 3 business days" or "next Tuesday" means, seen from the moment it was said.

A day ends at 23:59. Business days are Monday to Friday; no holidays are known, and no opening hours, so that the "end of the
business day" is the end of the day. "Next Friday" is that of the week after, and a range counts as its end: a promise is not
broken before its last moment. Time zones are not guessed: moments are of the clock that the turn has.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, time, timedelta

END_OF_DAY = time(23, 59)
MIDNIGHT = time(23, 59, 59)
"""The midnight at the end of a day, which is the first moment of the next."""

SATURDAY = 5


def at(day: date, hour: time) -> datetime:
    """An hour of a day."""
    due = datetime.combine(day, hour)
    return due + timedelta(seconds=1) if hour == MIDNIGHT else due


def after_business_days(day: date, number: int) -> date:
    """The day so many business days later; from a weekend one counts from Monday on."""
    while number > 0:
        day += timedelta(days=1)
        number -= day.weekday() < SATURDAY
    return day


def after_months(day: date, number: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def weekday(day: date, number: int, *, of_next_week: bool) -> date:
    """The coming day of that number (0: Monday), never the day itself; or that of the week after."""
    if of_next_week:
        return end_of_week(day) + timedelta(days=number + 1)
    return day + timedelta(days=(number - day.weekday() - 1) % 7 + 1)


def end_of_week(day: date, *, working: bool = False) -> date:
    """The Sunday of the week; with `working` the Friday, unless that is over."""
    left = 6 - day.weekday()
    return day + timedelta(days=left - 2 if working and left >= 2 else left)


def end_of_month(day: date) -> date:
    """The last day of the month."""
    return day.replace(day=monthrange(day.year, day.month)[1])
