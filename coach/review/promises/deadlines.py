"""By when: the words of a time in a sentence, and the moment they mean.

The words of a time are found one by one (a day, an hour, a period, a date) and those that stand together are taken as one:
"tomorrow" + "between" + "2 and 4 pm". The names of months and the dates with a year are those of `coach.library.dates`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from coach.expressions import compiled
from coach.library import dates
from coach.review.promises import moments
from coach.review.promises.wording import REMEMBERED, Sentence, Wording, without_figures, wording

HERE = 15
"""Minutes. Whoever asks for less time stays in the conversation."""

FARTHEST = 300
"""Days. A day and a month without a year that lie further ahead were meant to be past."""

LEAP_YEAR = 2028  # it has every day there is

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

DAYS = MappingProxyType({f"d{number}": number for number in range(7)})
"""The groups of the days of the week."""

HOURS = (("h", "min"), ("h2", "min2"), ("h3", ""), ("h4", ""), ("h5", ""))
"""The groups of a clock time, in each of the forms that a language has."""

Found = Mapping[str, str]
"""The groups that the words of a time fill."""

Words = tuple[int, int, tuple[tuple[str, int, int], ...]]
"""Where the words of a time start and end, and the name, start and end of each group that they fill; of a date none."""

BEGINNING = r"(?=\d|\b\w)"
"""What every time begins with; said in front, it spares the expression most places."""

MARKED = r"\d[./-]"
"""What dates in figures have."""

YEARS = ("0000", ".00.00")
"""What the shapes of dates with a year have one of."""


class By(NamedTuple):
    """The words [start, end) of a sentence that say by when, and the moment; `soon`: a few minutes, which nobody leaves for.

    `day` and `at` are what they name of it; `exact`: an hour by the clock, no part of the day, which may have been the past one.
    """

    start: int
    end: int
    due: datetime | None
    soon: bool = False
    day: date | None = None
    at: time | None = None
    exact: bool = False


class Piece(NamedTuple):
    """One of the words that make a time, and the groups that it filled; a date has its day, or (month, day) as it may be read."""

    found: Found
    day: date | None = None
    readings: tuple[tuple[int, int], ...] = ()


class Stretch(NamedTuple):
    """The words [start, end) of a time: those that stand together, and the small ones around them."""

    start: int
    end: int
    words: tuple[Words, ...]


def deadlines(said: Sentence, language: Wording, when: datetime | None, *, relative: bool) -> list[By]:
    """The times in a sentence, in order; their moments as seen from `when`.

    A `relative` period, which runs from another event than the turn ("within 5 days of receiving it"), has no moment.
    """
    days = written_dates(said, language)
    found = []
    for start, end, words in stretches(said.shape, language.code, tuple(days)):
        pieces = [
            Piece({name: said.plain[a:b] for name, a, b in filled}) if filled else days[first, last]
            for first, last, filled in words
        ]
        found.append(meant(start, end, pieces, language, when, relative))
    return found


@lru_cache(maxsize=REMEMBERED)
def stretches(shape: str, code: str, days: tuple[tuple[int, int], ...]) -> tuple[Stretch, ...]:
    """The times in a sentence of this shape, in order; `days` are the places of its dates."""
    language = wording(code)
    return tuple(stretch(shape, group, language) for group in groups(shape, words_of_times(shape, days, language), language))


def stretch(shape: str, group: list[Words], language: Wording) -> Stretch:
    """Words that stand together, with the small words around them."""
    start, end = group[0][0], group[-1][1]
    if before := compiled(language.before).search(shape, 0, start):
        start = before.start()
    if behind := compiled(language.behind).match(shape, end):
        end = behind.end()
    return Stretch(start, end, tuple(group))


def groups(shape: str, words: list[Words], language: Wording) -> Iterator[list[Words]]:
    """The words of times that stand together."""
    group: list[Words] = []
    for one in words:
        if group and not compiled(language.glue).fullmatch(shape, group[-1][1], one[0]):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def words_of_times(shape: str, days: tuple[tuple[int, int], ...], language: Wording) -> list[Words]:
    """The words of times in order; of two that overlap the longer one."""
    found: list[Words] = []
    if compiled(language.clue).search(shape):
        found += map(filled, compiled(rf"{BEGINNING}(?:{language.time})").finditer(shape))
    found += [(start, end, ()) for start, end in days]
    kept: list[Words] = []
    for start, end, named in sorted(found, key=lambda one: one[0] - one[1]):
        if all(end <= other[0] or other[1] <= start for other in kept):
            kept.append((start, end, named))
    return sorted(kept)


def filled(match: re.Match[str]) -> Words:
    """A match and the groups that it fills."""
    groups = tuple((name, *match.span(name)) for name, written in match.groupdict().items() if written)
    return (*match.span(), groups)


def written_dates(said: Sentence, language: Wording) -> dict[tuple[int, int], Piece]:
    """The dates by their places, with a year and without."""
    folded, code = said.folded, language.code
    shape = without_figures(folded) if language.plain else said.shape
    dated, yearless = may_date(shape, code)
    found: dict[tuple[int, int], Piece] = {}
    if dated:
        for match in compiled(dates.pattern(code)).finditer(folded):
            day = dates.value(match.groupdict(), code)
            if day is not None:
                found[match.span()] = Piece({}, day)
    for start, end, named in yearless:
        readings = readings_of({name: folded[first:last] for name, first, last in named}, code)
        if any(dates.known(LEAP_YEAR, *reading) for reading in readings):
            found[start, end] = Piece({}, readings=readings)
    return found


def readings_of(found: Found, code: str) -> tuple[tuple[int, int], ...]:
    """The month and the day of a date without a year; in English figures may have either in front."""
    if name := found.get("name") or found.get("nameof"):
        return ((dates.months(code)[name], int(found.get("dayof") or found["ofname"])),)
    first, second = int(found["first"]), int(found["second"])
    return ((second, first), (first, second)) if code == "en" else ((second, first),)


@lru_cache(maxsize=REMEMBERED)
def may_date(shape: str, code: str) -> tuple[bool, tuple[Words, ...]]:
    """Whether a text of this shape may have dates with a year, and where it may have others; the cheap question first."""
    if "0" not in shape or not (compiled(MARKED).search(shape) or any(map(shape.__contains__, dates.months(code)))):
        return False, ()
    return any(map(shape.__contains__, YEARS)), tuple(map(filled, compiled(without_year(code)).finditer(shape)))


@cache
def without_year(code: str) -> str:
    """An expression for a day and a month."""
    names = "|".join(sorted(map(re.escape, dates.months(code)), key=len, reverse=True))
    ending = r"(?:'\w+)?" if code == "tr" else ""
    figures = (
        r"(?P<first>\d\d?)/(?P<second>\d\d?)(?![\d/])" if code == "en" else r"(?P<first>\d\d?)\.(?P<second>\d\d?)\.?(?!\d|[.:]\d)"
    )
    return (
        rf"(?<![\w.,/:€$£])(?:(?P<dayof>\d\d?){dates.ORDINAL}(?: of)? (?P<name>{names})\b\.?{ending}"
        rf"|(?P<nameof>{names})\.? (?P<ofname>\d\d?)(?:st|nd|rd|th)?(?![\d:.])|{figures}{ending})"
    )


def meant(start: int, end: int, pieces: list[Piece], language: Wording, when: datetime | None, relative: bool) -> By:
    """The time that pieces at [start, end) mean together."""
    at = clock(pieces, language)
    periods = [one.found for one in pieces if "span" in one.found]
    if periods:
        unit, number = length(periods[-1], language)
        due = None if relative or when is None else later(when, unit, number, at)
        return By(start, end, due, unit == "minute" and number < HERE)
    days = [one.day or (when and day_of(one, when.date())) for one in pieces]
    day = next(filter(None, reversed(days)), None)
    return By(start, end, moment(day, at, when), False, day, at, any(hour in one.found for one in pieces for hour, _ in HOURS))


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
    today, whole = when.date(), max(1, int(number))
    if unit == "business":
        day = moments.after_business_days(today, whole)
    elif unit == "month":
        day = moments.after_months(today, whole)
    else:
        day = today + timedelta(days=whole * (7 if unit == "week" else 1))
    return datetime.combine(day, at or moments.END_OF_DAY)


def moment(day: date | None, at: time | None, when: datetime | None) -> datetime | None:
    """The moment that a day, an hour or both mean; None where it would lie before `when`."""
    if day:
        due = datetime.combine(day, at or moments.END_OF_DAY)
    elif when and at:
        due = datetime.combine(when.date(), at)
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
    return None


def next_of(readings: tuple[tuple[int, int], ...], today: date) -> date | None:
    """The next day of that date, the nearer one where it can be read two ways; None where it was meant to be past."""
    latest = today + timedelta(days=FARTHEST)
    ahead = (dates.known(year, *reading) for reading in readings for year in (today.year, today.year + 1))
    return min((day for day in ahead if day and today <= day <= latest), default=None)


def clock(pieces: list[Piece], language: Wording) -> time | None:
    """The hour that was named, else the end of the part of the day; None without either."""
    part = next((name for one in reversed(pieces) for name in one.found if name in PARTS), None)
    for one in reversed(pieces):
        for hour, minute in HOURS:
            if hour in one.found:
                return at_hour(int(one.found[hour]), int(one.found.get(minute) or 0), one.found, part, language.late)
    return PARTS[part] if part else None


def at_hour(hour: int, minute: int, found: Found, part: str | None, late: int) -> time | None:
    """The time of day that an hour means; None for one that no clock shows. `late` is that of `Wording`."""
    afternoon = "pm" in found or part in ("afternoon", "evening")
    early = "am" not in found and hour < late and "min2" not in found and part != "morning"
    number = hour + 12 * (hour < 12 and (afternoon or early)) - 12 * ("am" in found and hour == 12)
    return time(number % 24, minute) if number <= 24 and minute < 60 else None
