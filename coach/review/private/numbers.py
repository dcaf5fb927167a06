"""Where the numbers of people stand in a text: by their form, their check digits, and the word in front of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.expressions import compiled
from coach.review.private.asking import LONG
from coach.review.private.checks import is_card, is_iban, is_inn, is_tckn
from coach.review.private.context import Says, announced, counts
from coach.review.private.forms import Mark

CARD, IBAN, PHONE, ID, NUMBER = "[card number]", "[iban]", "[phone]", "[id number]", "[number]"

FORMS = (
    r"(?<![\w#@+/=&])(?<![0-9][.,:/\-])(?:"
    r"(?P<card>[0-9]{4}(?P<sign>[ \-])[0-9]{4}(?P=sign)[0-9]{4}(?P=sign)[0-9]{4}(?:(?P=sign)[0-9]{1,3})?"
    r"|3[0-9]{3}(?P<mark>[ \-])[0-9]{6}(?P=mark)[0-9]{4,5}|[0-9]{13,19})"
    r"|(?P<international>(?:\+|00)[ (]?[1-9][0-9 ()./\-\u00a0]{6,22}[0-9])"
    r"|(?P<national>\(?0[1-9][0-9]{0,4}\)?[ \-/.\u00a0]{0,3}[0-9][0-9 \-/.\u00a0]{3,14}[0-9])"
    r"|(?P<local>(?:[0178][ .\-]?)?(?:\([2-9][0-9]{2}\)[ \-]?|[2-9][0-9]{2}[ .\-])[0-9]{3}[ .\-]"
    r"(?:[0-9]{4}|[0-9]{2}[ \-][0-9]{2}))"
    r")(?![0-9]|[.,:][0-9]|\w)"
)
"""Cards as they are printed, and telephone numbers as they are written: +, 00 or 0 in front, or the groups of the United States
(555-010-1234), Russia (8 (916) 010-12-34) and Turkey (532 010 12 34)."""

DATE = (
    r"(?<![0-9])(?:(?:0?[1-9]|[12][0-9]|3[01])(?P<between>[./\-])(?:0?[1-9]|[12][0-9]|3[01])(?P=between)"
    r"(?:(?:19|20)[0-9]{2}|(?<=\.)[0-9]{2})|(?:19|20)[0-9]{2}(?P<then>[./\-])[0-9]{1,2}(?P=then)[0-9]{1,2})(?![0-9])"
)
DATE_OR_MONTH = rf"{DATE}|(?:0?[1-9]|1[0-2])/(?:19|20)?[0-9]{{2}}"
COMPACT_DATE, DATE_DIGITS = r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])", 8
YEAR = r"(?:19|20)[0-9]{2}"
PHONE_DIGITS = {"international": range(8, 16), "national": range(9, 13), "local": range(10, 12)}
"""ITU-T E.164 has at most 15 digits; two more are for 00."""

ACCOUNT = r"[A-Za-z]{2}[0-9]{2}(?:[ \-]?[A-Za-z0-9]){11,38}(?!\w)"
ACCOUNT_DIGITS = r"[0-9](?<=[A-Za-z]{2}[0-9])[0-9]"
"""The first two digits of every account."""

FEWEST_DIGITS = 10
"""Of an IBAN: those in use have more. Words behind another code may make up the length of one and, once in 97, its sum."""

RUN = r"[0-9][0-9]{2,}"
"""Three digits or more. With one sign first it is found in half the time of [0-9]{3,}."""

JOINED = "-/_"
WIDEST = 40
NUMBERED = r"(?i)\s?(?:numaralı|no['’]?lu|sayılı)(?!\w)"
SIGNS = ("#", "№")
MOBILE, MOBILE_DIGITS = "[78]9", 11
"""A mobile telephone of Russia, written as one number."""

RUSSIAN = r"[А-ЯЁ]{1,4}[\-/]?[0-9]+|[0-9]{4,}[\-/][А-ЯЁ]{1,3}"

OWN_NAME = r"(?i)(?:ord(?:er)?|inv|tkt|ticket|case|ref|rma|auftrag|rech|vorgang|sip(?:ariş)?|talep|зак(?:аз)?)[\-_/]?[0-9]{4}"
"""A code that says itself what it is: ORD-778812."""

SHORTEST_CODE, SHORTEST_NUMBER, SHORTEST_PHONE = 5, 4, 5
PLAINLY_PRIVATE = 7
"""From so many digits in a row a number is somebody's, whatever stands before it: an account, a parcel, a telephone."""


def numbers(text: str, long: bool) -> list[Mark]:
    """What in a text is to be marked by its digits or the words before it; marks may overlap. `long`: whether it has a LONG."""
    if not long:
        return named(text, ())
    known = sorted((*accounts(text), *formed(text)))
    return known + named(text, known)


def accounts(text: str) -> Iterator[Mark]:
    """IBANs, in groups or not; words behind one that could belong to it by their letters are cut off again."""
    begin = 0
    for digits in compiled(ACCOUNT_DIGITS).finditer(text):
        start = digits.start() - 2
        if start < begin or (start and (text[start - 1].isalnum() or text[start - 1] == "_")):
            continue
        found = compiled(ACCOUNT).match(text, start)
        if not found or sum(map(str.isdigit, found[0])) < FEWEST_DIGITS:
            continue
        begin = end = found.end()
        while end > start:
            if is_iban(text[start:end].replace(" ", "").replace("-", "")):
                yield start, end, IBAN
                begin = end
                break
            end = text.rfind(" ", start, end)


def formed(text: str) -> Iterator[Mark]:
    """Cards and telephone numbers by how they are written."""
    begin = 0
    while run := compiled(LONG).search(text, begin):
        begin = run.end()
        found = compiled(FORMS).search(text, run.start(), run.end() + 2)  # what follows must be seen
        if not found:
            continue
        start, begin = found.span()
        kind = found.lastgroup or ""
        if kind in PHONE_DIGITS:
            if last := telephone_end(text, start, begin, PHONE_DIGITS[kind]):
                yield start, last, PHONE
                begin = last
        elif is_card(compiled(r"[ \-]").sub("", found[0])):
            yield start, begin, CARD
        elif found["sign"] or found["mark"]:
            yield start, begin, NUMBER


def telephone_end(text: str, start: int, end: int, allowed: range) -> int:
    """Where a telephone number ends that begins at `start`, without the date or the number behind it; 0 where it is none."""
    if compiled(DATE).match(text, start, end):
        return 0
    while end > start:
        words = text[start:end]
        digits = sum(map(str.isdigit, words)) - 2 * words.startswith("00")
        if digits < allowed[0]:
            return 0
        if digits <= allowed[-1] and not compiled(DATE).search(words):
            return end
        end = max(text.rfind(sign, start, end) for sign in " \u00a0")
    return 0


def named(text: str, known: Sequence[Mark]) -> list[Mark]:
    """Numbers and codes behind a word that says whose they are, numbers with the check digits of a person's, and long ones.

    What lies within the marks that are `known`, which are in order, is not looked at again.
    """
    marks: list[Mark] = []
    reached, place = 0, 0
    for found in compiled(RUN).finditer(text):
        start, end = found.span()
        while place < len(known) and known[place][1] <= start:
            place += 1
        if start < reached or (place < len(known) and known[place][0] <= start):
            continue
        start, end = widened(text, start, end)
        reached = end
        if end + 1 < len(text) and text[end] in ".,:" and text[end + 1] in "0123456789":
            continue  # part of a price, a time, a version
        if start > 1 and text[start - 1] in ".,:" and text[start - 2].isdigit():
            continue
        if mark := kind_of(text, start, end):
            marks.append((start - (text[start - 1 : start] in SIGNS), end, mark))
    return marks


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the whole code that some digits are part of: letters, digits, and - / _ between them."""
    low, high = max(0, start - WIDEST), min(len(text), end + WIDEST)
    while start > low and (
        text[start - 1].isalnum() or (text[start - 1] in JOINED and start - 1 > low and text[start - 2].isalnum())
    ):
        start -= 1
    while end < high and (text[end].isalnum() or (text[end] in JOINED and end + 1 < high and text[end + 1].isalnum())):
        end += 1
    return start, end


def kind_of(text: str, start: int, end: int) -> str:
    """The mark for a code, "" for one that is nobody's."""
    code = text[start:end]
    digits = code if code.isascii() and code.isdecimal() else ""
    if not digits and compiled(DATE_OR_MONTH).fullmatch(code):
        return ""
    before = text[max(0, start - WIDEST) : start]
    last, earlier = announced(before)
    if last.exempt or earlier.exempt:
        return ""
    if (last.phone or earlier.phone) and (len(digits) or sum(map(str.isdigit, code))) >= SHORTEST_PHONE:
        mark = PHONE
    else:
        mark = long_number(digits, last.tax or not before.isascii()) if len(digits) >= PLAINLY_PRIVATE else ""
        if not mark and (signed(before, code) or told(code, digits, last, text, end)):
            mark = NUMBER
    return "" if mark and digits and counts(text, start, end) else mark


def long_number(digits: str, taxed: bool) -> str:
    """The mark for many digits, "" for those of a date; `taxed` where one of an office is likely enough to go by check digits."""
    if is_tckn(digits) or (taxed and is_inn(digits)):
        return ID
    if len(digits) == MOBILE_DIGITS and compiled(MOBILE).match(digits):
        return PHONE
    return "" if len(digits) == DATE_DIGITS and compiled(COMPACT_DATE).match(digits) else NUMBER


def signed(before: str, code: str) -> bool:
    """Whether # or № stands before a code that is long enough."""
    return before[-2:].rstrip()[-1:] in SIGNS and code.isascii() and sum(map(str.isdigit, code)) >= SHORTEST_NUMBER


def told(code: str, digits: str, word: Says, text: str, end: int) -> bool:
    """Whether the word in front, or behind (`12345 numaralı`), or a code itself says that it is somebody's."""
    if digits:
        year = compiled(YEAR).fullmatch(digits) and not word.no_year
        said = word.secret or (word.number and len(digits) >= SHORTEST_NUMBER and not year)
    else:
        whole = code.isascii() or compiled(RUSSIAN).fullmatch(code) is not None
        said = word.number and not word.secret and len(code) >= SHORTEST_CODE and whole
        said = said or compiled(OWN_NAME).match(code) is not None
    return said or (len(code) >= SHORTEST_NUMBER and compiled(NUMBERED).match(text, end) is not None)
