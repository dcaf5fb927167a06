"""Dates in a text as people write them in four languages, and what a text does with them: until when, from when.

The names of months are those of Unicode CLDR (Babel, 60 ms, imported only here). A date whose day and month may be read two ways
counts as the later one.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from coach.expressions import compiled

UNTIL, FROM, EVENT, NAMED = "until", "from", "event", "named"
"""What a text says of a date: the end of something, its start, that something takes place then, or nothing of these."""

YEAR = r"(?:19|20)\d\d"
OLDEST = 1990

ORDINAL = r"(?:st|nd|rd|th|\.|-?(?:го|е))?"
NUMERIC = (
    rf"(?P<iso>{YEAR}-\d\d-\d\d)(?!\d)|(?P<slashed>\d\d?/\d\d?/{YEAR})(?!\d)"
    rf"|(?P<dotted>\d\d?\.\s?\d\d?\.\s?{YEAR}|\d\d\.\d\d\.\d\d)(?![\d.]\d)"
)

NEVER = "(?!)"
RANGE_BEFORE = r"\d\.?\s?(?:[-–—]|to|until|bis(?: zum)?|до|по|ile)\s?$"
RANGE_BEHIND = r"\s?(?:[-–—]|(?:to|until|bis|до|по|ile)\b)\s?(?:zum )?\d"
"""Around a date that another one is the end, or the start, of."""

ENDINGS = {"tr": r"(?:'\w+)?"}
"""What Turkish hangs on a year: 2025'e."""

BEFORE_UNTIL = {
    "en": (
        r"(?:until|till|til|by|up to|through|thru|no later than|not later than|ends? on|ending|expires? on|valid to)"
        r"(?: and including)?(?: \d\d?(?::\d\d)? ?(?:[ap]\.?m\.?)?)?(?: on)?(?: the)?(?: end of)?(?: \w+day,?)? $"
    ),
    "de": (
        r"(?:bis|spätestens|endet)(?: (?:einschließlich|einschl\.|inkl\.|zum|am|ende|spätestens))*"
        r"(?: (?:dem|den))?(?: \w+tag,?(?: den)?)? $"
    ),
    "ru": r"(?:до|по|не позднее|истекает)(?: конца)?(?: и включая)? $",
    "tr": r"(?:son (?:gün|tarih|başvuru)\w*:?|en geç|bitiş(?: tarihi)?:?) $",
}
BEHIND_UNTIL = {
    "en": NEVER,
    "de": NEVER,
    "ru": r"(?: года?| г\.)?,? включительно",
    "tr": (
        r"(?: (?:tarihi|günü|sonu|akşamı))?(?:'?\w{0,4})? (?:kadar|dek|değin)\b"
        r"|'?\w{0,4} (?:tarihine|tarihinde) (?:kadar|dek|sona er\w+)"
    ),
}
BEFORE_FROM = {
    "en": r"(?:from|as of|starting(?: on| from)?|beginning(?: on)?|effective(?: from)?)(?: the)?(?: \w+day,?)? $",
    "de": r"(?:ab|beginnend|mit wirkung)(?: (?:dem|zum|vom))?(?: \w+tag,?(?: den)?)? $",
    "ru": r"(?:с|со|начиная с) $",
    "tr": NEVER,
}
BEHIND_FROM = {
    "en": NEVER,
    "de": NEVER,
    "ru": NEVER,
    "tr": r"(?: tarihi)?(?:'?\w{0,4})? (?:itibaren|itibarıyla|itibariyle|başlayarak)\b|'?\w{0,4} tarihinden (?:itibaren|sonra)",
}
SINCE = {
    "en": r"\b(?:since|was|were|dated|of) $",
    "de": r"\b(?:seit|vom)(?: (?:dem|zum))? $",
    "ru": r"\b(?:от|было|был) $",
    "tr": NEVER,
}
"""What makes a past date a plain fact."""

EVENTS = {
    "en": (
        r"black friday|cyber monday|christmas|xmas|holiday season|holidays|new year(?:'s)?(?: eve)?|easter|halloween"
        r"|valentine'?s day|(?:spring|summer|autumn|fall|winter) (?:sale|season|offers?|specials?|campaign|deals?)|back.to.school"
    ),
    "de": (
        r"black friday|black week|cyber monday|weihnachten|weihnachts\w+|advent\w*|silvester|neujahr|ostern|oster\w+|halloween"
        r"|valentinstag|(?:frühlings?|frühjahrs?|sommer|herbst|winter)-?"
        r"(?:aktion|sale|angebote?|schlussverkauf|rabatt\w*|special|deals)"
        r"|jahreswechsel"
    ),
    "ru": (
        r"(?:черн\w+ пятниц\w+)|киберпонедельник\w*|рождеств\w+|новогодн\w+|нов\w+ год\w*|пасх\w+|(?:весенн|летн|осенн|зимн)\w+ "
        r"(?:распродаж|акци|скидк)\w+"
    ),
    "tr": (
        r"(?:black friday|efsane cuma|muhteşem cuma|kasım indirim\w*|yılbaşı|yeni yıl|ramazan(?: bayramı)?|kurban bayramı"
        r"|sevgililer günü|anneler günü|(?:yaz|kış|ilkbahar|sonbahar) (?:indirim|kampanya|fırsat)\w*)"
    ),
}
BETWEEN = r"[ -]{1,3}(?:sale |offer |deal |deals |aktion |angebot\w* |season )?"
SINCE_EVENT = {
    "en": r"\b(?:since|founded in|after) $", "de": r"\b(?:seit|nach)(?: de[mr])? $", "ru": r"\b(?:с|после) $", "tr": NEVER
}  # fmt: skip

EXAMPLE = {
    "en": r"(?:e\.g\.|for example|for instance|such as|example|format|like)[^.!?\n]{0,30}$",
    "de": r"(?:z\. ?b\.|beispiel\w*|etwa|format)[^.!?\n]{0,30}$",
    "ru": r"(?:например|в формате|формат|пример)[^.!?\n]{0,30}$",
    "tr": r"(?:örneğin|örn\.|mesela|örnek|formatı)[^.!?\n]{0,30}$",
}
"""In front of a date that only shows how dates are written."""


class Day(NamedTuple):
    """A date of a text: the last day that it may mean, what the text says of it, and its span."""

    last: date
    use: str
    start: int
    end: int


MONTHS = {
    "en": "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep october/oct november/nov "
    "december/dec",
    "de": "januar/jan februar/feb märz/mär april/apr mai juni/jun juli/jul august/aug september/sept/sep oktober/okt "
    "november/nov dezember/dez",
    "ru": "января/январь/янв февраля/февраль/февр марта/март/мар апреля/апрель/апр мая/май июня/июнь/июн июля/июль/июл "
    "августа/август/авг сентября/сентябрь/сент октября/октябрь/окт ноября/ноябрь/нояб декабря/декабрь/дек",
    "tr": "ocak/oca şubat/şub mart/mar nisan/nis mayıs/may haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki kasım/kas "
    "aralık/ara",
}
"""The months of each language, folded, long and short, as the CLDR has them: Babel would take 10 MB to say so."""


@cache
def months(code: str) -> dict[str, int]:
    """The names of the months of a language, folded, long and short, and their numbers."""
    return {name: number for number, names in enumerate(MONTHS[code].split(), 1) for name in names.split("/")}


@cache
def pattern(code: str) -> str:
    """An expression for the dates of a folded text."""
    names = "|".join(sorted(months(code), key=len, reverse=True))
    year = rf"(?P<year{{0}}>{YEAR}){ENDINGS.get(code, '')}"
    written = (
        rf"(?P<day1>\d\d?){ORDINAL}(?: of)?\s(?P<name1>{names})\.?,?\s{year.format(1)}"
        rf"|(?P<name2>{names})\.?\s(?P<day2>\d\d?)(?:st|nd|rd|th)?,?\s{year.format(2)}"
        rf"|(?P<name3>{names})\.?,?\s{year.format(3)}"
    )
    return rf"(?<![\w.,/:])(?<!\D-)(?:{NUMERIC}|{written})(?!\w)"


def days(folded: str, code: str) -> Iterator[Day]:
    """The dates of a folded text; those that are only examples of how to write one are left out."""
    if not compiled(rf"{YEAR}|\.\d\d\b").search(folded):
        return
    taken: list[tuple[int, int]] = []
    for found in compiled(pattern(code)).finditer(folded):
        last = value(found.groupdict(), code)
        before = folded[max(0, found.start() - 60) : found.start()].replace("\n", " ")
        if last is None or compiled(EXAMPLE[code]).search(before):
            continue
        taken.append(found.span())
        yield Day(last, use(before, folded[found.end() : found.end() + 40], found[0], code), *found.span())
    for found in compiled(event_pattern(code)).finditer(folded):
        before = folded[max(0, found.start() - 20) : found.start()]
        year = int(found["year"] or found["ahead"])
        overlaps = any(found.start() < end and start < found.end() for start, end in taken)
        if not overlaps and year >= OLDEST and not compiled(SINCE_EVENT[code]).search(before):
            yield Day(date(year + 1, 3, 31), EVENT, *found.span())


@cache
def event_pattern(code: str) -> str:
    """An expression for a season, a feast or a sale with its year; it is over for certain three months after that year."""
    ahead = rf"(?<![\w./-])(?P<ahead>{YEAR})(?: yılı)? (?:{EVENTS[code]})(?!\w)" if code == "tr" else r"(?P<ahead>(?!))"
    return rf"(?<!\w)(?:{EVENTS[code]}){BETWEEN}(?:в )?(?P<year>{YEAR})(?![\w.-]|/\d\d\d)|{ahead}"


def use(before: str, behind: str, written: str, code: str) -> str:
    """What a text says of a date with these words before and behind it."""
    tail = compiled(r"'\w+$").search(written)
    behind = (tail[0] if tail else "") + behind
    if compiled(r"(?:^|[\s(])" + BEFORE_UNTIL[code]).search(before) or compiled(BEHIND_UNTIL[code]).match(behind):
        return UNTIL
    if compiled(RANGE_BEFORE).search(before):
        return UNTIL
    if compiled(SINCE[code]).search(before) or compiled(RANGE_BEHIND).match(behind):
        return NAMED
    if compiled(r"(?:^|[\s(])" + BEFORE_FROM[code]).search(before) or compiled(BEHIND_FROM[code]).match(behind):
        return FROM
    return NAMED


def value(found: dict[str, str | None], code: str) -> date | None:
    """The last day that a match may mean; None for one that is no date."""
    if written := found["iso"]:
        return known(*map(int, written.split("-")))
    if written := found["dotted"]:
        day, month, year = map(int, written.split("."))
        return known(year if year > 99 else 2000 + year, month, day)
    if written := found["slashed"]:
        first, second, year = map(int, written.split("/"))
        readings = [one for one in (known(year, first, second), known(year, second, first)) if one]
        return max(readings, default=None)
    for number in "123":
        name, spoken, of_month = (found.get(f"{part}{number}") for part in ("name", "year", "day"))
        if name and spoken:
            month, year = months(code)[name], int(spoken)
            return known(year, month, int(of_month) if of_month else monthrange(year, month)[1])
    return None


def known(year: int, month: int, day: int) -> date | None:
    """The date, or None where there is none such."""
    try:
        return date(year, month, day) if year >= OLDEST else None
    except ValueError:
        return None
