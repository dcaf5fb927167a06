"""Where the numbers of people stand in a text: by their form, their check digits, and the word in front of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.expressions import compiled
from coach.review.private.checks import IBAN_LENGTHS, is_card, is_iban, is_inn, is_tckn
from coach.review.private.context import EXEMPT, NUMBERS, counts, is_phone, trigger
from coach.review.private.papers import papers

CARD, IBAN, PHONE, ID, NUMBER, ADDRESS = "[card number]", "[iban]", "[phone]", "[id number]", "[number]", "[address]"

Mark = tuple[int, int, str]
"""Start and end in the text, and what is to stand there."""

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
MONTH = r"(?:0?[1-9]|1[0-2])/(?:19|20)?[0-9]{2}"
COMPACT_DATE = r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
YEAR = r"(?:19|20)[0-9]{2}"
PHONE_DIGITS = {"international": range(8, 16), "national": range(9, 13), "local": range(10, 12)}
"""ITU-T E.164 has at most 15 digits; two more are for 00."""

LONG = r"[0-9+(][0-9 ()./\-\u00a0]{5,}[0-9]"
"""In every card, account and telephone number: many digits with little between them."""

ACCOUNT = r"[A-Za-z]{2}[0-9]{2}(?:[ \-]?[A-Za-z0-9]){11,38}(?!\w)"
RUN = r"[0-9]{3,}"
JOINED = "-/_"
WIDEST = 40
NUMBERED = r"(?i)\s?(?:numaralı|no['’]?lu|sayılı)(?!\w)"
CALLED_NUMBER = r"nummer|nr$|number|номер|numara|^no$|^id$|^pin$|code|код"
"""A word behind which even 2026 is no year."""

MOBILE = r"[78]9[0-9]{9}"
"""A mobile telephone of Russia, written as one number."""

TAX = ("inn", "tin", "tax")
RUSSIAN = r"[А-ЯЁ]{1,4}[\-/]?[0-9]+|[0-9]{4,}[\-/][А-ЯЁ]{1,3}"

OWN_NAME = r"(?i)(?:ord(?:er)?|inv|tkt|ticket|case|ref|rma|auftrag|rech|vorgang|sip(?:ariş)?|talep|зак(?:аз)?)[\-_/]?[0-9]{4}"
"""A code that says itself what it is: ORD-778812."""

SECRETS = ("cvv", "cvc", "pin")
SHORTEST_CODE, SHORTEST_NUMBER, SHORTEST_PHONE = 5, 4, 5
PLAINLY_PRIVATE = 7
"""From so many digits in a row a number is somebody's, whatever stands before it: an account, a parcel, a telephone."""

CAPITAL = r"[A-ZÄÖÜÇĞİÖŞÜ]"
STREETS = (
    (
        ("straße", "strasse", "str.", "weg ", "platz ", "allee ", "gasse ", "ufer ", "damm "),
        rf"(?<!\w){CAPITAL}[\w\-]{{2,30}}(?:straße|strasse|str\.|weg|platz|allee|gasse|ufer|damm) [0-9]{{1,4}}(?: ?[a-z])?(?!\w)",
    ),
    (
        tuple(" St| Road| Rd| Ave| Lane| Ln| Drive| Blvd| Boul| Court| Terr| Gard| Close| Cresc| Mews".split("|")),
        r"(?<![\w.,])(?:(?:Flat|Apt|Apartment|Unit)\.? [0-9]{1,4}[A-Za-z]?,? )?[0-9]{1,5}[A-Za-z]? (?:[A-Z][\w'’]{0,30} ){1,3}"
        r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Boulevard|Blvd|Court|Terrace|Gardens|Close|Crescent|Mews)(?!\w)",
    ),
    (
        ("Am ", "An der ", "Im ", "In der ", "Zum ", "Zur ", "Auf dem "),
        r"(?<!\w)(?:Am|An der|Im|In der|Zum|Zur|Auf dem)(?: [A-ZÄÖÜ]\w{1,30}){1,2} [0-9]{1,4} ?[a-z]?(?=,? [0-9]{4,5} [A-ZÄÖÜ])",
    ),
    (
        ("ул.", "Ул.", "лиц", "пр-т", "росп", "пер.", "ереул", "оссе"),
        r"(?<!\w)(?i:ул\.|улиц[аеуы]|пр-т|просп\.|проспект[ае]?|пер\.|переул\w{1,5}|шоссе) ?"
        r"[А-ЯЁ][\w\- ]{2,30}?,? ?(?:д\.? ?|дом )?[0-9]{1,4}(?:/[0-9]{1,4})?(?:,? (?:к|корп|стр)\.? ?[0-9]{1,4})?"
        r"(?:,? (?:кв\.?|квартира) ?[0-9]{1,4})?(?!\w)",
    ),
    (
        ("mah", "Mah", "cad", "Cad", "sok", "Sok", "sk.", "Sk.", "bulv", "Bulv"),
        rf"(?<!\w)(?:{CAPITAL}[\w.]{{1,30}} ){{1,3}}(?i:mah|cad|sok|sk|bulv|mahallesi|caddesi|sokağı|sokak|bulvarı)\.?,? "
        r"(?:[\w.]{1,30} ){0,3}?[Nn]o ?[:.]? ?[0-9]{1,4}(?:/[0-9A-Za-z]{1,4})?(?:,? ?[Dd](?:aire)?[:. ] ?[0-9]{1,4})?(?!\w)",
    ),
)
"""Street and house number, and what every text with one has: Lindenstraße 12a; 12 Elm Street; ул. Садовая, д. 5, кв. 7;
Atatürk Cad. No: 5/3."""


def numbers(text: str) -> Iterator[Mark]:
    """What in a text that has a digit is to be marked; marks may overlap."""
    known = sorted((*accounts(text), *formed(text))) if compiled(LONG).search(text) else []
    yield from known
    yield from named(text, known)
    yield from addresses(text)
    yield from papers(text)


def accounts(text: str) -> Iterator[Mark]:
    """IBANs, in groups or not; words behind one that could belong to it by their letters are cut off again."""
    begin = 0
    while found := compiled(ACCOUNT).search(text, begin):
        begin = end = found.end()
        if found.start() and (text[found.start() - 1].isalnum() or text[found.start() - 1] == "_"):
            begin = found.start() + 1
            continue
        while end > found.start():
            code = compiled(r"[ \-]").sub("", text[found.start() : end])
            if len(code) in IBAN_LENGTHS and is_iban(code):
                yield found.start(), end, IBAN
                begin = end
                break
            end = text.rfind(" ", found.start(), end)


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


def named(text: str, known: Sequence[Mark]) -> Iterator[Mark]:
    """Numbers and codes behind a word that says whose they are, numbers with the check digits of a person's, and long ones.

    What lies within the marks that are `known`, which are in order, is not looked at again.
    """
    reached, place = 0, 0
    for found in compiled(RUN).finditer(text):
        while place < len(known) and known[place][1] <= found.start():
            place += 1
        if found.start() < reached or (place < len(known) and known[place][0] <= found.start()):
            continue
        start, end = widened(text, *found.span())
        reached = end
        if compiled(r"[.,:][0-9]").match(text, end) or (start > 1 and text[start - 1] in ".,:" and text[start - 2].isdigit()):
            continue  # part of a price, a time, a version
        if label := kind_of(text, start, end):
            yield start - (text[start - 1 : start] in ("#", "№")), end, label


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
    before, behind = text[max(0, start - WIDEST) : start], text[end : end + WIDEST]
    digits = code if code.isascii() and code.isdecimal() else ""
    if compiled(rf"{DATE}|{MONTH}").fullmatch(code) or (digits and counts(before, behind)):
        return ""
    word, earlier = trigger(before)
    if word.startswith(EXEMPT) or earlier.startswith(EXEMPT):
        return ""
    count = sum(map(str.isdigit, code))
    if (is_phone(word) or is_phone(earlier)) and count >= SHORTEST_PHONE:
        return PHONE
    if is_tckn(digits) or (is_inn(digits) and (not before.isascii() or word in TAX)):
        return ID
    if digits and compiled(MOBILE).fullmatch(digits):
        return PHONE
    if len(digits) >= PLAINLY_PRIVATE and not compiled(COMPACT_DATE).fullmatch(digits):
        return NUMBER
    if compiled(r"[#№]\s?$").search(before) and count >= SHORTEST_NUMBER and code.isascii():
        return NUMBER
    return NUMBER if told(code, digits, word, behind) else ""


def told(code: str, digits: str, word: str, behind: str) -> bool:
    """Whether the word in front, or behind (`12345 numaralı`), says that a code is somebody's."""
    if compiled(OWN_NAME).match(code):
        return True
    if compiled(NUMBERED).match(behind):
        return len(code) >= SHORTEST_NUMBER
    if word in SECRETS:
        return bool(digits)
    if not compiled(NUMBERS).fullmatch(word):
        return False
    if not digits:
        return len(code) >= SHORTEST_CODE and (code.isascii() or compiled(RUSSIAN).fullmatch(code) is not None)
    year = compiled(YEAR).fullmatch(digits) and not compiled(CALLED_NUMBER).search(word)
    return len(digits) >= SHORTEST_NUMBER and not year


def addresses(text: str) -> Iterator[Mark]:
    """Streets with the number of a house."""
    for hints, street in STREETS:
        for hint in hints:
            if hint in text:
                yield from ((*found.span(), ADDRESS) for found in compiled(street).finditer(text))
                break
