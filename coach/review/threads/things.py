"""The things that a turn gives by which it may be told that they are given again: numbers, addresses, dates, what is counted.

Each has keys, of which one in common makes two things the same: figures and letters without the signs between them, the day and
month of a date however it is written, a number with the word beside it ("5 kilo", "Lerchenweg 12").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from coach.expressions import compiled
from coach.languages import language
from coach.sources.masking import EMAIL, PLACEHOLDER, QUOTE, URL
from coach.texts import Passage

LONG = 4
"""A number of so many figures is enough for itself; a shorter one needs letters, or the word beside it."""

DAY = "day "
"""How the key of a date begins."""

SAME = 3
"""Words beside a number that share so many first letters are taken for forms of one word."""

NUMBER = (
    r"(?:[^\W\d_]{1,6}[-/_#])*\w*\d\w*(?:[-–/.:_#]\w*\d\w*)*(?:[-/][^\W\d_]{1,3}\b)?"
    r"(?:(?<=\d) (?=\d{2})\d[\d-]*(?![\w.,:/]*\d*[.:/]\d))*"
)
"""Figures with letters and signs between them, and groups of figures behind them."""

ADDRESS = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
DATE = r"(\d{1,2})[./-](\d{1,2})(?:[./-](?:\d{2}){1,2})?"
SHORT_DATE = r"\d{1,2}\.\d{1,2}"
COUNT = r"\d+(?:[.,]\d+)?(?:st|nd|rd|th|am|pm|h|x|kg|g|mb|gb|tb|km|m|cm|mm|w|v|kw|min|sec|er|te|ten|k|го|й|я|е|х|ti|de|da|te|ta)?"
CLOCK = r"\d{1,2}[:.]\d{2}(?:[-–]\d{1,2}[:.]\d{2})?"
RANGE = r"\d{1,2}[-–/]\d{1,2}"
YEAR = r"(?:19|20)\d\d"

MONTHS = {
    "en": "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
    "de": "jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez",
    "ru": "янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек",
    "tr": "oca|şub|mar|nis|may|haz|tem|ağu|eyl|eki|kas|ara",
}
"""The beginnings of the months, in order; folded."""

TIMES = {
    "en": r"(?:min|sec|hour|hr|day|week|month|year|time|am\b|pm\b|percent|more|other)",
    "de": r"(?:min|sek|stund|std|tag|woche|monat|jahr|uhr|mal|prozent|weiter|ander)",
    "ru": r"(?:мин|сек|час|дн|ден|сут|недел|месяц|год|лет|раз|процент|другие|других|еще)",
    "tr": r"(?:dakika|dk|saniye|saat|gün|hafta|ay\b|ayd|yıl|kez|kere|defa|yüzde|tane|adet)",
}
"""Units of time and the like: they stand beside any number; folded."""


class Thing(NamedTuple):
    """What is given at [start, end) of the shadow of a turn; it is `firm` where it can hardly stand twice by chance."""

    keys: frozenset[str]
    start: int
    end: int
    firm: bool

    @property
    def dated(self) -> bool:
        """Whether it is a day."""
        return any(key.startswith(DAY) for key in self.keys)

    @property
    def address(self) -> bool:
        """Whether it is an e-mail address."""
        return any("@" in key for key in self.keys)

    def holds(self, place: int) -> bool:
        """Whether the thing goes over a place."""
        return self.start <= place < self.end


def things(passage: Passage) -> list[Thing]:
    """What a turn gives, in order."""
    shadow = passage.text.shadow
    found = []
    if "@" in shadow and EMAIL in passage.masked:
        found += [Thing(frozenset({it[0].casefold()}), *it.span(), True) for it in compiled(ADDRESS).finditer(shadow)]
    if compiled(r"\d").search(shadow):
        found += numbers(passage)
    if QUOTE in passage.masked:
        found += [
            Thing(frozenset({quoted(shadow[it.start() : it.end()])}), *it.span(), False)
            for it in compiled(f"{QUOTE}+").finditer(passage.masked)
        ]
    return sorted(found, key=lambda it: it.start)


def quoted(written: str) -> str:
    """The key of a quotation: its words, whatever the marks."""
    return " ".join(compiled(r"\w+").findall(written.casefold()))


def numbers(passage: Passage) -> Iterator[Thing]:
    """The numbers of a turn that are no times of day, sums of little things, or parts of links and addresses."""
    masked, lang = passage.masked, passage.lang
    folded = language(lang).fold(passage.text.shadow)
    for match in compiled(NUMBER).finditer(folded):
        start, end = match.span()
        if masked[start] in (URL, EMAIL, PLACEHOLDER):
            continue
        written = match[0].rstrip("-/_#")
        dated = day(written) or written_day(folded, start, end, lang)
        if dated:
            # Two short numbers with a sign between them may be a version.
            yield Thing(frozenset({dated}), start, end, not compiled(SHORT_DATE).fullmatch(written))
            continue
        if any(compiled(kind).fullmatch(written) for kind in (CLOCK, RANGE)):
            continue
        plain = "".join(filter(str.isalnum, written))
        figures = sum(map(str.isdigit, plain))
        counted = compiled(COUNT).fullmatch(written)
        if (figures >= LONG and not compiled(YEAR).fullmatch(plain)) or (not counted and len(plain) > 2):
            yield Thing(frozenset({plain}), start, end, True)
        elif counted:
            yield counted_thing(passage, folded, start, end)


def day(written: str) -> str:
    """The key of a date in figures; "" for what is none. Which of the two is the day does not matter."""
    match = compiled(DATE).fullmatch(written)
    if match is None:
        return ""
    some, others = sorted((int(match[1]), int(match[2])))
    return f"{DAY}{some} {others}" if 0 < some <= 12 and others <= 31 and (written.count(".") + written.count("/")) else ""


def written_day(folded: str, start: int, end: int, lang: str) -> str:
    """The key of a date whose month is written beside the number at [start, end)."""
    figures = compiled(r"\d{1,2}(?!\d)").match(folded, start, end)
    if figures is None or not 0 < int(figures[0]) <= 31:
        return ""
    months = MONTHS[lang].split("|")
    behind = compiled(rf"(?:st|nd|rd|th|\.)?,? (?:of )?({MONTHS[lang]})").match(folded, figures.end())
    before = compiled(rf"\b({MONTHS[lang]})[^\W\d_]* \Z").search(folded, max(0, start - 12), start)
    name = behind or (before if lang == "en" else None)
    if name is None:
        return ""
    some, others = sorted((int(figures[0]), months.index(name[1]) + 1))
    return f"{DAY}{some} {others}"


def counted_thing(passage: Passage, folded: str, start: int, end: int) -> Thing:
    """A short number, with the words beside it where they say what it is of."""
    common = passage.matcher.symbols.language.function_words
    times = compiled(TIMES[passage.lang])
    keys = set()
    first, last = start, end
    before = compiled(r"([^\W\d_]{3,})[ .:№#]{1,3}\Z").search(folded, max(0, start - 30), start)
    behind = compiled(r" ?([^\W\d_]{3,})").match(folded, end)
    for word in (before, behind):
        if word is not None and word[1] not in common and not times.match(word[1]):
            keys.add(f"{word[1][:SAME]} {folded[start:end]}")
            first, last = min(first, word.start(1)), max(last, word.end(1))
    return Thing(frozenset(keys or {f"number {folded[start:end]}"}), first, last, False)
