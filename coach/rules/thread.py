"""thread: what the reply does with the message it answers.

Flagged: a question of the customer that nothing in the reply picks up; asking for something that the customer has already given
(an order number, an e-mail address, a date, a photo); a greeting with the customer's name in another spelling.
Not flagged: rhetorical questions, a question answered in other words or by doing it, a number read back for confirmation.
Why: a customer who has to ask or say a thing twice has been heard by nobody.

These rules need the customer's message (`--customer FILE`, `customer=`). Which questions are picked up is told by lemmas, see
`coach.analysis.threads`.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from unicodedata import combining, normalize

from coach.expressions import compiled
from coach.rules.concept import Concept
from coach.rules.context import Exchange
from coach.rules.reply import Verdict
from coach.sources.masking import EMAIL, PHONE

CONCEPTS = (
    Concept("thread/question-unanswered", "warning", "leaves a question of the customer unanswered"),
    Concept("thread/asked-again", "warning", "asks for something the customer has already given"),
    Concept("thread/wrong-name", "warning", "greets the customer with another spelling of the name"),
)

CODE = (
    r"(?<![\w,.])(?:(?:[^\W\d_]{1,5}[-/ ]?)?\d(?:[-/ ]?\d){3,}(?![\w,.]\d)"
    r"|[A-ZÄÖÜÇĞİŞА-ЯЁ]{1,5}[-/](?:[A-ZÄÖÜÇĞİŞА-ЯЁ]{1,3}[- ]?)?\d{2,})"
)
"""A number of at least four digits, with or without letters in front, or a shorter one behind capitals and a dash: of an order,
an invoice, a customer, a car."""

GREETING = r"\A[^\n!?;]{2,60}"
SIGNED = r"(?:^|[\s,.!?])((?:[A-ZÄÖÜÇĞİŞА-ЯЁ][^\W\d_]+[ -]?){1,3})[^\w]*\Z"
INTRODUCED = (
    r"\b(?:[Bb]en|[Aa]dım|[Hh]ier|[Hh]ier ist|[Ii]ch bin|I'm|I am|[Mm]y name is|[Tt]his is|[Mm]ein Name ist|[Мм]еня зовут"
    r"|[Ээ]то)"
    r" ((?:[A-ZÄÖÜÇĞİŞА-ЯЁ][^\W\d_]+[ -]?){1,3})"
)
SPEAKING = r"\b([A-ZÄÖÜ][^\W\d_]+) (?:hier|here)\b"
"""Where customers say their name: at the end of the message, or when they introduce themselves."""

NAME = r"[^\W\d_]{3,}(?:[-'’][^\W\d_]+)*"
SOUND_ALIKE = ("ck", "sz", "ijy", "fv", "gj", "ао", "иыэе", "шщ")
"""First letters that are taken for each other."""

ALIKE = 0.6
"""Two names that share so much, and are not the same, are two spellings of one."""


def verdicts(reply: Exchange) -> list[Verdict]:
    """The rules of this page that a reply breaks by what it asks for and whom it greets."""
    return [verdict for rule in (asked_again, wrong_name) if (verdict := rule(reply)) is not None]


def told(customer: Exchange) -> dict[str, str]:
    """What a sentence to the customer may take up of the message: the `order` number, the `name` it is signed with."""
    found = {"order": compiled(CODE).search(customer.masked), "name": compiled(SIGNED).search(customer.masked)}
    return {name: match[match.re.groups].strip() for name, match in found.items() if match}


def asked_again(reply: Exchange) -> Verdict | None:
    """A request for what stands in the customer's message."""
    customer = reply.customer
    assert customer is not None
    given = {
        "asks-number": bool(compiled(CODE).search(customer.masked)),
        "asks-email": EMAIL in customer.masked,
        "asks-phone": PHONE in customer.masked,
        "asks-date": customer.has("gives-date"),
        "asks-photo": customer.has("gives-photo"),
    }
    asked = [name for name in given if given[name] and reply.has(name)]
    return Verdict("thread/asked-again", min(reply.where(name)[0] for name in asked)) if asked else None


def wrong_name(reply: Exchange) -> Verdict | None:
    """A name in the greeting that is nearly, but not quite, one in the customer's message."""
    customer = reply.customer
    assert customer is not None
    greeting = compiled(GREETING).search(reply.masked)
    if not greeting:
        return None
    folded = {match[0].casefold() for match in compiled(NAME).finditer(customer.masked)}
    said = [match[1] for way in (SIGNED, INTRODUCED, SPEAKING) for match in compiled(way).finditer(customer.masked)]
    names = {match[0].casefold(): match[0] for words in said for match in compiled(NAME).finditer(words)}
    for match in compiled(NAME).finditer(greeting[0]):
        name = match[0].casefold()
        own = next((written for other, written in names.items() if misspelt(name, other)), "")
        if own and match[0][0].isupper() and name not in folded:
            return Verdict("thread/wrong-name", span=match.span(), better=own)
    return None


def misspelt(name: str, other: str) -> bool:
    """Whether two names look like two spellings of one; a short form (Alex, Alexander) is none."""
    short, long = sorted((without_accents(name), without_accents(other)), key=len)
    shortened = len(long) > len(short) + 1 and (long.startswith(short) or long.endswith(short))
    if short == long or shortened or len(long) > len(short) + 2:
        return False
    return begin_alike(short, long) and SequenceMatcher(None, short, long).ratio() >= ALIKE


def begin_alike(name: str, other: str) -> bool:
    """Whether two names begin with one letter, or with two that are taken for each other."""
    return name[0] == other[0] or any(name[0] in letters and other[0] in letters for letters in SOUND_ALIKE)


def without_accents(name: str) -> str:
    """A name as somebody types it who has no accents at hand; an accent left out is no other spelling."""
    return "".join(sign for sign in normalize("NFD", name) if not combining(sign))
