"""Durations, amounts of money and percentages in a text, with one value for what different words and languages say.

"14 days", "two weeks", "14 Tage", «14 дней» and "2 hafta" are the same duration. All offsets count in the folded text, which is
as long as the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from coach.expressions import compiled
from coach.library.numbers import DIGITS, GROUPED, amount, pattern, small

DURATION, MONEY, PERCENT = "duration", "amount", "percentage"

HOUR, DAY, WEEK, MONTH, YEAR = 1.0, 24.0, 168.0, 730.0, 8760.0
"""In hours; a month is a twelfth of a year."""

TOLERANCE = 0.025
"""30 days and a month are the same."""

UNITS: dict[str, tuple[tuple[str, float, bool], ...]] = {
    "en": (
        (r"(?:business|working|work|week)[ -]?days?", DAY, True),
        (r"(?:business|working) hours?", HOUR, True),
        (r"(?:(?:calendar|full|consecutive|further|additional|more) )?days?", DAY, False),
        (r"hours?|hrs?|h", HOUR, False),
        (r"minutes?|mins?", HOUR / 60, False),
        (r"weeks?", WEEK, False),
        (r"(?:calendar )?months?", MONTH, False),
        (r"years?", YEAR, False),
    ),
    "de": (
        (r"(?:werk|arbeits|geschäfts|bank(?:arbeits)?)tag(?:e[ns]?|s)?", DAY, True),
        (r"(?:kalender)?tag(?:e[ns]?|s)?|tägig\w*", DAY, False),
        (r"stunden?|std\.?|h|stündig\w*", HOUR, False),
        (r"minuten?|min\.?", HOUR / 60, False),
        (r"wochen?|wöchig\w*", WEEK, False),
        (r"monat(?:e[ns]?|s)?|monatig\w*", MONTH, False),
        (r"jahre?[ns]?|jährig\w*", YEAR, False),
    ),
    "ru": (
        (r"(?:рабоч|банковск)\w+ (?:день|дня|дней|дн\.?)", DAY, True),
        (r"(?:календарн\w+ )?(?:день|дня|дней|дн\.?|дневн\w+)", DAY, False),
        (r"сут(?:ок|ки)", DAY, False),
        (r"рабоч\w+ час\w*", HOUR, True),
        (r"час(?:а|ов)?|часов\w+|ч\.?", HOUR, False),
        (r"минут\w*|мин\.?", HOUR / 60, False),
        (r"недел\w+", WEEK, False),
        (r"(?:календарн\w+ )?месяц\w*|месячн\w+", MONTH, False),
        (r"год(?:а|у)?|лет", YEAR, False),
    ),
    "tr": (
        (r"(?:iş|çalışma|is) gün\w*", DAY, True),
        (r"(?:takvim )?gün\w*|gun(?:u|luk|de)?", DAY, False),
        (r"saat(?!ler)\w*", HOUR, False),
        (r"dakika\w*|dk\.?", HOUR / 60, False),
        (r"hafta\w*", WEEK, False),
        (r"ay(?:lık|da|dan|ı|a|ın)?", MONTH, False),
        (r"yıl\w*", YEAR, False),
    ),
}

JOINED = {"en": "-|–|—|to|or", "de": "-|–|—|bis(?: zu)?|oder", "ru": "-|–|—|до|или", "tr": "-|–|—|ila|ile|veya"}
LEAST = {
    "en": r"(?:at least|minimum(?: of)?|more than|over|from) $",
    "de": r"(?:mindestens|mind\.|mehr als|über|ab|länger als) $",
    "ru": r"(?:не менее|минимум|более|свыше|больше|от) $",
    "tr": r"(?:en az|minimum) $",
}
"""What stands in front of a number that is a lower bound."""

CLOCK = {"ru": r"\bс $"}
"""In front of it: «с 9 до 18 часов» is when, not how long."""

RATE = {"en": r"\s(?:old|of age)\b", "de": r"\salt\b", "ru": r"\s(?:назад)\b", "tr": r"\s(?:önce)\b"}
"""Behind it: an age, or how long ago."""

CURRENCIES = {
    "EUR": r"€|eur(?:os?)?|евро|avro", "USD": r"(?:us)?\$|usd|dollars?|доллар\w*|dolar\w*", "GBP": r"£|gbp|pounds?",
    "TRY": r"₺|tl|try|(?:türk )?lira\w*", "RUB": r"₽|rub|руб(?:л\w+|\.)?|р\.", "CHF": r"chf|franken|sfr\.?",
}  # fmt: skip


class Quantity(NamedTuple):
    """A typed value: hours, money or per cent. `low` is the lower end of a range, else as `high`; `least` a lower bound.

    `unit` is the currency of money, "business" for working days and hours, "day" for plain days, else "".
    """

    kind: str
    low: float
    high: float
    unit: str
    least: bool
    start: int
    end: int

    def conflicts(self, other: Quantity) -> bool:
        """Whether both cannot be right about one thing. A range and a single value agree where its upper end is the value."""
        if self.kind != other.kind or self.least != other.least:
            return False
        if self.kind == MONEY and self.unit != other.unit:
            return False
        mine, theirs = self.high, other.high
        if {self.unit, other.unit} == {"business", ""} and (near(mine, theirs) or near(self.elapsed, other.elapsed)):
            return False
        if not near(mine, theirs):
            return True
        if self.low < self.high and other.low < other.high and not near(self.low, other.low):
            return True
        return {self.unit, other.unit} == {"business", "day"} and self.high > DAY

    @property
    def elapsed(self) -> float:
        """The hours that pass meanwhile: five working days are a week."""
        return self.high * 7 / 5 if self.unit == "business" else self.high


def near(one: float, other: float) -> bool:
    """Whether two values are the same but for the length of a month."""
    return abs(one - other) <= TOLERANCE * max(one, other)


@cache
def duration_pattern(code: str) -> str:
    """An expression for a duration; the groups are low, high, and u0, u1 ... for the units."""
    number = pattern(code)
    units = "|".join(rf"(?P<u{number_}>{unit})" for number_, (unit, _, _) in enumerate(UNITS[code]))
    return (
        rf"(?<![\w.,:/])(?:(?P<low>{number})\s*(?:{JOINED[code]})\s*)?(?P<high>{number})(?:\s\([^()]{{1,20}}\))?"
        rf"(?:\s?-?\s?)(?:{units})(?!\w)"
    )


def durations(folded: str, code: str) -> Iterator[Quantity]:
    """The durations of a folded text."""
    for found in compiled(duration_pattern(code)).finditer(folded):
        before = folded[max(0, found.start() - 20) : found.start()]
        if compiled(RATE[code]).match(folded, found.end()):
            continue
        if found["low"] and code in CLOCK and compiled(CLOCK[code]).search(before):
            continue
        hours, business = next(
            (hours, business) for number, (_, hours, business) in enumerate(UNITS[code]) if found[f"u{number}"] is not None
        )
        high = small(found["high"], code) * hours
        low = small(found["low"], code) * hours if found["low"] else high
        kind = "business" if business else "day" if hours == DAY else ""
        least = not found["low"] and at_least(before, code)
        yield Quantity(DURATION, min(low, high), high, kind, least, *found.span())


def at_least(before: str, code: str) -> bool:
    """Whether the number behind these words is a lower bound."""
    return bool(compiled(LEAST[code]).search(before))


def amounts(folded: str, code: str) -> Iterator[Quantity]:
    """The amounts of money of a folded text."""
    number = rf"(?:{GROUPED}|{DIGITS})"
    signs = "|".join(rf"(?P<{name}{{0}}>{sign})" for name, sign in CURRENCIES.items())
    source = (
        rf"(?<![\w.,€$£₺₽])(?:(?:{signs.format('_before')})\s?(?P<front>{number})"
        rf"|(?P<back>{number})(?:,[-–—])?\s?(?:{signs.format('_behind')}))(?!\w)"
    )
    for found in compiled(source).finditer(folded):
        currency = next(name for name in CURRENCIES if found[f"{name}_before"] or found[f"{name}_behind"])
        value = amount(found["front"] or found["back"])
        before = folded[max(0, found.start() - 20) : found.start()]
        yield Quantity(MONEY, value, value, currency, at_least(before, code), *found.span())


def percentages(folded: str, code: str) -> Iterator[Quantity]:
    """The percentages of a folded text."""
    behind = r"\s?(?:%|per ?cent\b|prozent\b|процент\w*)"
    source = rf"(?<![\w.,])(?:(?:%|yüzde )\s?(?P<front>{DIGITS})(?![\d%])|(?P<back>{DIGITS}){behind})"
    for found in compiled(source).finditer(folded):
        value = amount(found["front"] or found["back"])
        before = folded[max(0, found.start() - 20) : found.start()]
        yield Quantity(PERCENT, value, value, "", at_least(before, code), *found.span())
