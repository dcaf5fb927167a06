"""By when: the words of a time in a sentence, and the moment they mean.

The words of a time are found one by one (a day, an hour, a period, a date) and those that stand together are taken as one:
"tomorrow" + "between" + "2 and 4 pm". The names of months and the dates with a year are those of `coach.library.dates`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import cache, lru_cache
from typing import NamedTuple

from coach.expressions import compiled
from coach.library import dates
from coach.review.promises.reckoning import Found, Piece, meaning
from coach.review.promises.wording import REMEMBERED, Sentence, Wording, without_figures, wording
from coach.review.stems import any_of

HERE = 10
"""Minutes. Whoever asks for less time stays in the conversation."""

AROUND = 30
"""Characters. The small words in front of a time take no more."""

LEAP_YEAR = 2028  # it has every day there is

Words = tuple[int, int, tuple[tuple[str, int, int], ...]]
"""Where the words of a time start and end, and the name, start and end of each group that they fill; of a date none."""

MARKED = r"\d[./-]"
"""What dates in figures have."""

YEARS = ("0000", ".00.00")
"""What the shapes of dates with a year have one of."""


class By(NamedTuple):
    """The words [start, end) of a sentence that say by when, and the moment; `soon`: a few minutes, which nobody leaves for.

    `day` and `at` are what they name of it; `exact`: an hour by the clock, no part of the day, which may have been the past one.
    `period`: a time that runs from the turn ("within two days"), which is also how one says how long a thing always takes.
    """

    start: int
    end: int
    due: datetime | None
    soon: bool = False
    day: date | None = None
    at: time | None = None
    exact: bool = False
    period: bool = False


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
    if before := compiled(language.before).search(shape, max(0, start - AROUND), start):
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
    found = list(map(filled, compiled(beginning(language.code)).finditer(shape)))
    if not days:
        return found
    found += [(start, end, ()) for start, end in days]
    kept: list[Words] = []
    for start, end, named in sorted(found, key=lambda one: one[0] - one[1]):
        if all(end <= other[0] or other[1] <= start for other in kept):
            kept.append((start, end, named))
    return sorted(kept)


@cache
def beginning(code: str) -> str:
    """An expression for the words of times, tried only where they may begin: six times as fast as everywhere."""
    language = wording(code)
    return rf"\b(?=\d|{any_of(language.begins)})(?:{language.time})"


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
        r"(?P<first>\d\d?)/(?P<second>\d\d?)(?![\d/])"
        if code == "en"
        else r"(?<!^)(?P<first>\d\d?)\.(?P<second>\d\d?)\.?(?!\d|[.:]\d)"
    )
    return (
        rf"(?<![\w.,/:€$£])(?:(?P<dayof>\d\d?){dates.ORDINAL}(?: of)? (?P<name>{names})\b\.?{ending}"
        rf"|(?P<nameof>{names})\.? (?P<ofname>\d\d?)(?:st|nd|rd|th)?(?![\d:.])|{figures}{ending})"
    )


def meant(start: int, end: int, pieces: list[Piece], language: Wording, when: datetime | None, relative: bool) -> By:
    """The time that pieces at [start, end) mean together."""
    told = meaning(pieces, language, when, relative=relative)
    soon = told.minutes is not None and told.minutes < HERE
    return By(start, end, told.due, soon, told.day, told.at, told.exact, told.period)
