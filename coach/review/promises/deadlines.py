"""By when: the words of a time in a sentence, and the moment they mean.

The words of a time are found one by one (a day, an hour, a period, a date) and those that stand together are taken as one:
"tomorrow" + "between" + "2 and 4 pm". The names of months and the dates with a year are those of `coach.library.dates`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from coach.expressions import compiled
from coach.library import dates
from coach.review.promises import moments
from coach.review.promises.wording import REMEMBERED, Sentence, Wording, without_figures

HERE = 15
"""Minutes. Whoever asks for less time stays in the conversation."""

FARTHEST = 300
"""Days. A day and a month without a year that lie further ahead were meant to be past."""

LEAP_YEAR = 2028
"""A year that has every day there is."""

UNITS = ("minute", "hour", "business", "day", "week", "month")
PARTS = {
    "morning": time(12), "noon": time(12), "afternoon": time(18), "evening": moments.END_OF_DAY, "midnight": moments.END_OF_DAY,
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

HOURS = (("h", "min"), ("h2", "min2"), ("h3", ""), ("h4", ""), ("h5", ""))
"""The groups of a clock time, in each of the forms that a language has."""

Found = Mapping[str, str | None]
Words = tuple[int, int, tuple[tuple[str, int, int], ...]]
"""Where the words of a time start and end, and the name, start and end of each group that they fill."""

BEGINNING = r"(?=\d|\b\w)"
"""What every time begins with; said in front, it spares the expression most places."""

MARKED = r"\d[./-]"
"""What dates in figures have."""


class By(NamedTuple):
    """The words [start, end) of a sentence that say by when, and the moment; `soon`: a few minutes, which nobody leaves for."""

    start: int
    end: int
    due: datetime | None
    soon: bool = False


class Piece(NamedTuple):
    """One of the words that make a time, and the groups that it filled; a date has its day, or (month, day) as it may be read."""

    start: int
    end: int
    found: Found
    day: date | None = None
    readings: tuple[tuple[int, int], ...] = ()


def deadlines(said: Sentence, wording: Wording, when: datetime | None, *, relative: bool) -> list[By]:
    """The times in a sentence, in order; their moments as seen from `when`.

    A `relative` period, which runs from another event than the turn ("within 5 days of receiving it"), has no moment.
    """
    return [meant(group, said.plain, wording, when, relative) for group in groups(said, wording)]


def groups(said: Sentence, wording: Wording) -> Iterator[list[Piece]]:
    """The pieces that stand together."""
    group: list[Piece] = []
    for piece in pieces(said, wording):
        if group and not compiled(wording.glue).fullmatch(said.plain, group[-1].end, piece.start):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def pieces(said: Sentence, wording: Wording) -> list[Piece]:
    """The words of times in order; of two that overlap the longer one."""
    found = [
        Piece(start, end, {name: said.plain[first:last] for name, first, last in filled})
        for start, end, filled in words_of_time(said.shape, wording.time, wording.clue)
    ]
    if may_date(without_figures(said.folded), wording.code):
        found.extend(written_dates(said.folded, wording.code))
    if len(found) < 2:
        return found
    kept: list[Piece] = []
    for piece in sorted(found, key=lambda one: one.start - one.end):
        if all(piece.end <= other.start or other.end <= piece.start for other in kept):
            kept.append(piece)
    return sorted(kept, key=lambda one: one.start)


@lru_cache(maxsize=REMEMBERED)
def words_of_time(shape: str, time: str, clue: str) -> tuple[Words, ...]:
    """Where the words of times stand in a sentence of this shape, and the groups that each fills; `clue` is asked first."""
    if not compiled(clue).search(shape):
        return ()
    return tuple(
        (*match.span(), tuple((name, *match.span(name)) for name, written in match.groupdict().items() if written is not None))
        for match in compiled(rf"{BEGINNING}(?:{time})").finditer(shape)
    )


@lru_cache(maxsize=REMEMBERED)
def may_date(shape: str, code: str) -> bool:
    """The cheap question before `written_dates`: a sentence of this shape has figures with a mark between them, or a month."""
    return compiled(MARKED).search(shape) is not None or ("0" in shape and any(map(shape.__contains__, dates.months(code))))


def written_dates(folded: str, code: str) -> Iterator[Piece]:
    """The dates, with a year and without."""
    for match in compiled(dates.pattern(code)).finditer(folded):
        day = dates.value(match.groupdict(), code)
        if day is not None:
            yield Piece(*match.span(), {}, day)
    for match in compiled(without_year(code)).finditer(folded):
        if name := match["name"] or match["nameof"]:
            readings = [(dates.months(code)[name], int(match["dayof"] or match["ofname"]))]
        else:
            first, second = int(match["first"]), int(match["second"])
            readings = [(second, first), (first, second)] if code == "en" else [(second, first)]
        if any(dates.known(LEAP_YEAR, *reading) for reading in readings):
            yield Piece(*match.span(), {}, readings=tuple(readings))


@cache
def without_year(code: str) -> str:
    """An expression for a day and a month; in English figures may have either in front."""
    names = "|".join(sorted(map(re.escape, dates.months(code)), key=len, reverse=True))
    ending = r"(?:'\w+)?" if code == "tr" else ""
    figures = (
        r"(?P<first>\d\d?)/(?P<second>\d\d?)(?![\d/])" if code == "en" else r"(?P<first>\d\d?)\.(?P<second>\d\d?)\.?(?!\d|[.:]\d)"
    )
    return (
        rf"(?<![\w.,/:€$£])(?:(?P<dayof>\d\d?){dates.ORDINAL}(?: of)? (?P<name>{names})\b\.?{ending}"
        rf"|(?P<nameof>{names})\.? (?P<ofname>\d\d?)(?:st|nd|rd|th)?(?![\d:.])|{figures}{ending})"
    )


def meant(group: list[Piece], sentence: str, wording: Wording, when: datetime | None, relative: bool) -> By:
    """The time that pieces make together, with the small words around it."""
    start, end = group[0].start, group[-1].end
    if before := compiled(wording.before).search(sentence[:start]):
        start = before.start()
    if behind := compiled(wording.behind).match(sentence, end):
        end = behind.end()
    periods = [piece.found for piece in group if piece.found.get("span")]
    if periods:
        unit, number = length(periods[-1], wording)
        soon = unit == "minute" and number < HERE
        return By(start, end, None if relative or when is None else later(when, unit, number, clock(group, wording)), soon)
    return By(start, end, moment(group, wording, when))


def length(found: Found, wording: Wording) -> tuple[str, float]:
    """The unit of a period and how many of it: of a range the end, 0 where it is not told exactly."""
    unit = next((unit for unit in UNITS if found.get(unit)), "")
    written = found.get("m") or found.get("n")
    if written is None:
        return unit, 0 if unit and compiled(wording.plural).fullmatch(found[unit] or "") else 1
    return unit, float(written) if written.isdigit() else wording.numbers.get(written, 0)


def later(when: datetime, unit: str, number: float, at: time | None) -> datetime | None:
    """The end of a period that begins at `when`; hours run to the minute, days to their end or the hour that was named."""
    if not number or not unit or number > FARTHEST:
        return None
    if unit in ("minute", "hour"):
        return when + timedelta(**{f"{unit}s": number})
    today, whole = when.date(), max(1, int(number))
    if unit == "business":
        day = moments.after_business_days(today, whole)
    elif unit == "month":
        day = moments.after_months(today, whole)
    else:
        day = today + timedelta(days=whole * (7 if unit == "week" else 1))
    return datetime.combine(day, at or moments.END_OF_DAY)


def moment(group: list[Piece], wording: Wording, when: datetime | None) -> datetime | None:
    """The moment that a day, an hour or both mean; None where it would lie before `when`."""
    days = [day for piece in group if (day := piece.day or (when and day_of(piece, when.date())))]
    at = clock(group, wording)
    if when is None:
        return datetime.combine(days[-1], at or moments.END_OF_DAY) if days else None
    if days:
        due = datetime.combine(days[-1], at or moments.END_OF_DAY)
    elif at is not None:
        due = datetime.combine(when.date(), at)
        if due <= when:
            due += timedelta(days=1)
    else:
        return None
    return due if due >= when else None


def day_of(piece: Piece, today: date) -> date | None:
    """The day that a word, or a date without a year, means, seen from today."""
    if piece.readings:
        return next_of(piece.readings, today)
    found = {name for name, written in piece.found.items() if written}
    for name, day in NAMED.items():
        if name in found:
            return day(today)
    number = next((number for number in range(7) if f"d{number}" in found), None)
    return None if number is None else moments.weekday(today, number, of_next_week="next" in found)


def next_of(readings: tuple[tuple[int, int], ...], today: date) -> date | None:
    """The next day of that date, the nearer one where it can be read two ways; None where it was meant to be past."""
    latest = today + timedelta(days=FARTHEST)
    ahead = (dates.known(year, *reading) for reading in readings for year in (today.year, today.year + 1))
    return min((day for day in ahead if day and today <= day <= latest), default=None)


def clock(group: list[Piece], wording: Wording) -> time | None:
    """The hour that was named, else the end of the part of the day; None without either."""
    part = next((name for piece in reversed(group) for name in PARTS if piece.found.get(name)), None)
    for piece in reversed(group):
        for hour, minute in HOURS:
            if written := piece.found.get(hour):
                afternoon = bool(piece.found.get("pm")) or part in ("afternoon", "evening")
                early = (
                    not piece.found.get("am")
                    and int(written) < wording.late
                    and not piece.found.get("min2")
                    and part != "morning"
                )
                number = int(written) + 12 * (int(written) < 12 and (afternoon or early))
                number -= 12 * bool(piece.found.get("am") and number == 12)
                minutes = int(piece.found.get(minute) or 0)
                return time(number % 24, minutes) if number <= 24 and minutes < 60 else None
    return PARTS[part] if part else None
