"""Opening hours in a text: from when to when, and on which days where it says so.

"Mon-Fri 9 a.m. to 5 p.m.", "Mo.-Fr. 9-17 Uhr", «пн–пт с 9:00 до 17:00» and "hafta içi 09.00-17.00" are the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from coach.expressions import compiled

HALF = r"(?:\s?(?P<half{0}>[ap])\.?m\.?(?!\w))?"
CLOCK = r"(?P<hour{0}>\d\d?)(?:[:.](?P<minute{0}>[0-5]\d))?(?:\s?(?:uhr|h))?(?:'\w+)?"
JOINED = r"\s?(?:-|–|—|to|till|until|and|bis|und|до|и|ile|ila|ve|\s)\s?"
SPOKEN = r"\s?(?:uhr|час(?:ов|а)|o'clock|saatleri)"
"""Words behind the second time that tell it from other numbers."""

NOON, MIDNIGHT = 12 * 60, 24 * 60

NAMES: dict[str, tuple[str, ...]] = {
    "en": ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    "de": ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag|sonnabend", "sonntag"),
    "ru": ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень"),
    "tr": ("pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar"),
}
SHORT: dict[str, tuple[str, ...]] = {
    "en": ("mon", "tue|tues", "wed", "thu|thur|thurs", "fri", "sat", "sun"),
    "de": ("mo", "di", "mi", "do", "fr", "sa", "so"),
    "ru": ("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
    "tr": ("pzt", "sal", "çar|çrş", "per|prş", "cum", "cmt|cts", "paz"),
}
TAILS = {"en": "s?", "de": "s?", "ru": "(?:[ауыеья]|ам|ью)?", "tr": r"(?:'?\w{1,4})?"}
"""What inflection adds to a name; nothing to a short one, which counts only in a range or right before a dot, comma or time."""

JOINED_DAYS = r"\s?(?:-|–|—|to|through|thru|till|bis|по|ile|\s)\s?"
BETWEEN = r"[\s,:(–-]*(?:(?:from|between|at|von|zwischen|jeweils|с|в|saat)\b[\s,:(]*){0,2}"
LISTED = r"\s?(?:,|/|&|and|und|и|ve)?\s?(?:and |und |и |ve )?"

GROUPS: dict[str, tuple[tuple[str, frozenset[int]], ...]] = {
    "en": (
        ("weekdays", frozenset(range(5))), ("weekends", frozenset((5, 6))),
        ("daily|every day|(?:seven|7) days a week", frozenset(range(7))),
    ),
    "de": (
        ("werktags|wochentags|unter der woche", frozenset(range(5))), ("(?:am )?wochenende", frozenset((5, 6))),
        ("täglich|jeden tag", frozenset(range(7))),
    ),
    "ru": (
        ("по будням|в будни|по рабочим дням|в рабочие дни", frozenset(range(5))), ("по выходным|в выходные", frozenset((5, 6))),
        ("ежедневно|каждый день|без выходных", frozenset(range(7))),
    ),
    "tr": (("hafta içi", frozenset(range(5))), ("hafta sonu", frozenset((5, 6))), ("her gün", frozenset(range(7)))),
}  # fmt: skip


class Named(NamedTuple):
    """Days and where they are named."""

    days: frozenset[int]
    start: int
    end: int


class Hours(NamedTuple):
    """A time of the day from `opens` to `closes`, in minutes, on `days` (Monday is 0; empty where the text does not say)."""

    days: frozenset[int]
    opens: int
    closes: int
    start: int
    end: int

    def conflicts(self, other: Hours) -> bool:
        """Whether the two give different times for one day, or the same times for other days."""
        same = (self.opens, self.closes) == (other.opens, other.closes)
        if not self.days or not other.days:
            return not same and self.days == other.days
        return bool(self.days & other.days) and (not same or self.days != other.days)


@cache
def pattern() -> str:
    """An expression for two times of the day."""
    first, second = (CLOCK.format(number) + HALF.format(number) for number in (1, 2))
    return rf"(?<![\w.,:/-]){first}{JOINED}{second}(?P<spoken>{SPOKEN})?(?![\w:]|\.\d)"


def hours(folded: str, code: str) -> Iterator[Hours]:
    """The opening hours of a folded text, at the times with the days right before or behind them."""
    found = [(times, match) for match in compiled(pattern()).finditer(folded) if (times := minutes(match.groupdict(), match[0]))]
    for number, ((opens, closes), match) in enumerate(found):
        left = max(found[number - 1][1].end() if number else 0, match.start() - 60)
        right = min(found[number + 1][1].start() if number + 1 < len(found) else len(folded), match.end() + 40)
        before = [one for one in named_days(folded, code, left, match.start()) if is_near(folded, one.end, match.start())]
        behind = [one for one in named_days(folded, code, match.end(), right) if is_near(folded, match.end(), one.start)]
        named = before[-1] if before else behind[0] if behind else Named(frozenset(), *match.span())
        yield Hours(named.days, opens, closes, min(named.start, match.start()), max(named.end, match.end()))


def is_near(folded: str, start: int, end: int) -> bool:
    """Whether two places are in one sentence, with no more than a few small words between them."""
    return bool(compiled(BETWEEN).fullmatch(folded, start, end))


def minutes(found: dict[str, str | None], written: str) -> tuple[int, int] | None:
    """Both times in minutes, or None where nothing shows that these are times."""
    if not (found["half2"] or found["spoken"] or "uhr" in written or (found["minute2"] and (found["minute1"] or ":" in written))):
        return None
    dotted = "." in written and ":" not in written and not (found["half2"] or found["spoken"] or "uhr" in written)
    if dotted and {found["minute1"], found["minute2"]} - {"00", "15", "30", "45"}:
        return None  # 01.03-15.03 are dates
    opens, closes = (60 * int(found[f"hour{one}"] or 0) + int(found[f"minute{one}"] or 0) for one in (1, 2))
    if max(opens, closes) > MIDNIGHT:
        return None
    if found["half2"]:
        closes = half(closes, found["half2"])
        first = half(opens, found["half1"] or found["half2"])
        opens = first if found["half1"] or first < closes else half(opens, "a")
    return (opens, closes) if opens < closes else None


def half(time: int, sign: str) -> int:
    """A time of the clock with a.m. or p.m. in minutes of the day."""
    return time % NOON + (NOON if sign == "p" else 0)


@cache
def days_pattern(code: str) -> str:
    """An expression for a day, for days from one to another, or for a group of days."""
    names, short = (
        "|".join(sorted((name for day in days for name in day.split("|")), key=len, reverse=True))
        for days in (NAMES[code], SHORT[code])
    )
    first, last = (rf"(?:(?P<{one}>{names}){TAILS[code]}|(?P<{one}_short>{short})\.?)(?!\w)" for one in ("first", "last"))
    alone = rf"(?:(?P<only>{names}){TAILS[code]}(?!\w)|(?P<only_short>{short})(?:\.|(?=[,/:]|\s?\d|\s?$)))"
    several = "|".join(rf"(?P<g{number}>{words})" for number, (words, _) in enumerate(GROUPS[code]))
    return rf"(?<!\w)(?:(?:{several})(?!\w)|{first}{JOINED_DAYS}{last}|{alone})"


def named_days(folded: str, code: str, start: int, end: int) -> list[Named]:
    """The days that a piece of text names; those of a list are taken together."""
    result: list[Named] = []
    for match in compiled(days_pattern(code)).finditer(folded, start, end):
        days = meant(match.groupdict(), code)
        if result and compiled(LISTED).fullmatch(folded, result[-1].end, match.start()):
            result[-1] = Named(result[-1].days | days, result[-1].start, match.end())
        else:
            result.append(Named(days, *match.span()))
    return result


def meant(found: dict[str, str | None], code: str) -> frozenset[int]:
    """The days of a match of `days_pattern`."""
    group = next((days for number, (_, days) in enumerate(GROUPS[code]) if found[f"g{number}"]), None)
    if group is not None:
        return group
    first, last = (number_of(found, code, one) for one in ("first", "last"))
    if first is None or last is None:
        only = number_of(found, code, "only")
        return frozenset() if only is None else frozenset((only,))
    return frozenset(range(first, last + 1)) if first <= last else frozenset((*range(first, 7), *range(last + 1)))


def number_of(found: dict[str, str | None], code: str, group: str) -> int | None:
    """The number of a day from the name that `days_pattern` matched."""
    for name, table in ((found[group], NAMES), (found[f"{group}_short"], SHORT)):
        if name:
            return next(number for number, names in enumerate(table[code]) if name in names.split("|"))
    return None
