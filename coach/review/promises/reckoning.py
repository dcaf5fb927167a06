"""What the words of a time mean: the groups that they fill, put together to a day, an hour, a moment, or a period that runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import NamedTuple

from coach.expressions import compiled
from coach.library import dates
from coach.review.promises import moments
from coach.review.promises.wording import Wording

FARTHEST = 300
"""Days. A day and a month without a year that lie further ahead were meant to be past."""

UNITS = ("minute", "hour", "dayhours", "business", "day", "week", "fortnight", "month")
"""The groups of a unit; `dayhours` are days that run to the minute (Russian: сутки)."""

DAYS_OF = MappingProxyType({"day": 1, "week": 7, "fortnight": 14})
"""Days that a unit has."""

PARTS = {
    "morning": time(12), "noon": time(12), "afternoon": time(18), "evening": moments.END_OF_DAY, "midnight": moments.MIDNIGHT,
    "endday": moments.END_OF_DAY,
}  # fmt: skip
"""The end of a part of the day."""

NAMED: Mapping[str, Callable[[date], date]] = {
    "today": lambda today: today,
    "endday": lambda today: today,
    "tomorrow": lambda today: today + timedelta(days=1),
    "aftertomorrow": lambda today: today + timedelta(days=2),
    "endweek": moments.end_of_week,
    "workweek": lambda today: moments.end_of_week(today, working=True),
    "nextweek": lambda today: moments.end_of_week(today) + timedelta(days=7),
    "endmonth": moments.end_of_month,
    "nextmonth": lambda today: moments.end_of_month(moments.after_months(today, 1)),
}
"""What the groups of a day mean, seen from today."""

DAYS = MappingProxyType({f"d{number}": number for number in range(7)})
"""The groups of the days of the week."""

HOURS = MappingProxyType({"h": "min", "h2": "min2", "h3": "", "h4": "", "h5": "", "h6": ""})
"""The groups of the hour of a clock time and of its minutes, in each form that a language has; from h3 on it stands bare."""

EARLY = 7
"""A bare hour below it is one of the afternoon: nobody calls at five in the morning."""

QUARTERS = MappingProxyType({"half": 30, "past": 15, "to": -15, "halfto": -30})
"""The groups of a half and a quarter, and the minutes that they add to the hour behind or in front of them."""

Found = Mapping[str, str]
"""The groups that the words of a time fill."""


class Piece(NamedTuple):
    """One of the words that make a time, and the groups that it filled; a date has its day, or (month, day) as it may be read."""

    found: Found
    day: date | None = None
    readings: tuple[tuple[int, int], ...] = ()


class Meaning(NamedTuple):
    """What pieces mean together: the moment, and the `day` and the hour `at` that they name of it.

    `exact`: an hour by the clock, no part of the day. `period`: a time that runs ("within two days"); `minutes`: of so many.
    """

    due: datetime | None
    day: date | None = None
    at: time | None = None
    exact: bool = False
    period: bool = False
    minutes: float | None = None


def meaning(pieces: list[Piece], language: Wording, when: datetime | None, *, relative: bool) -> Meaning:
    """What pieces mean, seen from `when`; a `relative` period runs from another event than the turn and has no moment."""
    at, exact = clock(pieces, language)
    period = next((one.found for one in reversed(pieces) if "span" in one.found), None)
    if period is not None:
        unit, number = length(period, language)
        due = None if relative or when is None else later(when, unit, number, at)
        return Meaning(due, period=True, minutes=number if unit == "minute" else None)
    dated = sorted(enumerate(pieces), key=lambda one: (sureness(one[1]), one[0]), reverse=True)
    day = next((day for _, one in dated if (day := one.day or (when and day_of(one, when.date())))), None)
    return Meaning(moment(day, at, when), day, at, exact)


def sureness(piece: Piece) -> int:
    """How surely a piece names the day: in "tomorrow by close of business" it is tomorrow, in "Monday, 3 June" that date."""
    return 0 if "endday" in piece.found else 2 if piece.day or piece.readings else 1


def length(found: Found, language: Wording) -> tuple[str, float]:
    """The unit of a period and how many of it: of a range the end, 0 where it is not told exactly."""
    unit = next((unit for unit in UNITS if unit in found), "")
    written = found.get("m") or found.get("n")
    if written is None:
        return unit, 0 if unit and compiled(language.plural).fullmatch(found[unit]) else 1
    return unit, float(written) if written.isdigit() else language.numbers.get(written, 0)


def later(when: datetime, unit: str, number: float, at: time | None) -> datetime | None:
    """The end of a period that begins at `when`; hours run to the minute, days to their end or the hour that was named."""
    if not number or not unit or number > FARTHEST:
        return None
    if unit in ("minute", "hour"):
        return when + timedelta(**{f"{unit}s": number})
    if unit == "dayhours":
        return when + timedelta(days=number)
    today, whole = when.date(), max(1, int(number))
    if unit == "business":
        day = moments.after_business_days(today, whole)
    elif unit == "month":
        day = moments.after_months(today, whole)
    else:
        day = today + timedelta(days=whole * DAYS_OF[unit])
    return moments.at(day, at or moments.END_OF_DAY)


def moment(day: date | None, at: time | None, when: datetime | None) -> datetime | None:
    """The moment that a day, an hour or both mean; None where it would lie before `when`."""
    if day:
        due = moments.at(day, at or moments.END_OF_DAY)
    elif when and at:
        due = moments.at(when.date(), at)
        if due <= when:
            due += timedelta(days=1)
    else:
        return None
    return due if when is None or due >= when else None


def day_of(piece: Piece, today: date) -> date | None:
    """The day that a word, or a date without a year, means, seen from today."""
    if piece.readings:
        return next_of(piece.readings, today)
    for name in piece.found:
        if name in NAMED:
            return NAMED[name](today)
        if name in DAYS:
            return moments.weekday(today, DAYS[name], of_next_week="next" in piece.found)
    if number := piece.found.get("monthday"):
        return next_of([(month, int(number)) for month in range(1, 13)], today)
    return None


def next_of(readings: Sequence[tuple[int, int]], today: date) -> date | None:
    """The next day of that date, the nearer one where it can be read two ways; None where it was meant to be past."""
    latest = today + timedelta(days=FARTHEST)
    ahead = (dates.known(year, *reading) for reading in readings for year in (today.year, today.year + 1))
    return min((day for day in ahead if day and today <= day <= latest), default=None)


def clock(pieces: list[Piece], language: Wording) -> tuple[time | None, bool]:
    """The hour that was named, and True; else the end of the part of the day, or None without either."""
    part = next((name for one in reversed(pieces) for name in one.found if name in PARTS), None)
    for one in reversed(pieces):
        for hour in one.found:
            if hour in HOURS:
                return at_hour(one.found, hour, HOURS[hour], part, language), True
    return PARTS[part] if part else None, False


def at_hour(found: Found, hour: str, minute: str, part: str | None, language: Wording) -> time | None:
    """The time of day that the groups `hour` and `minute` mean in a part of the day; None for one that no clock shows."""
    written = found[hour]
    number = int(written) if written.isdigit() else int(language.numbers.get(written, 99))
    minutes = int(found.get(minute) or 0)
    late = language.late if minute else EARLY
    afternoon = "pm" in found or part in ("afternoon", "evening")
    early = "am" not in found and number < late and minute not in found and part != "morning"
    number += 12 * (number < 12 and (afternoon or early)) - 12 * ("am" in found and number == 12)
    if number == 24 and not minutes:
        return moments.MIDNIGHT
    if number > 23 or minutes > 59:
        return None
    apart = sum(added for name, added in QUARTERS.items() if name in found)
    return time(*divmod((number * 60 + minutes + apart) % 1440, 60))
