"""Where a conversation gives the names of its people: the export, greetings, titles, introductions, signatures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.expressions import compiled
from coach.review.private.words import STOP
from coach.review.record import AGENT, CUSTOMER, Turn
from coach.review.sources.roles import role_of

UPPER = "A-ZÀ-ÖØ-ÞĞİŞŁŚŽČА-ЯЁ"
WORD = rf"[{UPPER}][^\W\d_]+"
NAMES = rf"({WORD}(?:[ \-]{WORD}){{0,2}})"
TITLES = r"(?i:mr|mrs|ms|miss|mister|dr|prof|herrn?|frau|господин\w?|госпож\w|г-н|г-жа|sayın|bay|bayan)"
TITLED = rf"{TITLES}\.?\s{{1,2}}(?:(?i:dr|prof)\.?\s)?"
BEHIND = r"\s(?i:bey|hanım)(?:['’]?\w{0,5})(?!\w)"
AFTER_TITLE = rf"(?<!\w){TITLED}{NAMES}|{NAMES}{BEHIND}"

END = r"(?=\s*(?:[,.!?;:)–—\n]|- |$)|" + BEHIND + ")"
ENDS_OR_GOES_ON = r"(?=\s*(?:[,.!?;:)–—\n]|$)|\s[a-z])"

GREETING = (
    r"(?m)(?:^|(?<=[.!?] ))\W{0,3}(?:(?P<loose>(?i:hi|hello|hey|hiya|dear))|(?i:good (?:morning|afternoon|evening|day)|greetings"
    r"|welcome|thanks|thank you(?: (?:so|very) much)?|sorry|apologies|hallo|guten (?:tag|morgen|abend)|liebe[rs]?"
    r"|sehr geehrte[rs]?|moin|servus|grüß (?:gott|dich)|danke|vielen dank|entschuldigung|здравствуйте|здравствуй"
    r"|добрый (?:день|вечер)|доброе утро|привет|уважаем(?:ый|ая)|дорог(?:ой|ая)|спасибо|извините|merhaba(?:lar)?|selam|sayın"
    r"|sevgili|değerli|iyi (?:günler|akşamlar|sabahlar)|günaydın|teşekkürler|teşekkür ederi[mz]))[ ,]{1,3}"
)
INTRODUCED = (
    rf"(?i:my name is|my name's|mein name ist|ich heiße|ich heisse|меня зовут|мо[её] имя|вас приветствует|benim adım|(?<!\w)adım"
    rf"|(?<!\w)ismim|(?:chatting|speaking) (?:with|to)|sie sprechen mit):?\s{NAMES}"
    rf"|(?<!\w)(?i:this is|i am|i'm|i’m|hier ist|hier spricht|ich bin|на связи|это|ben)\s{NAMES}"
    r"(?=\s*(?:[,.!\n]|$)|\s(?i:from|with|and|here|at|vom|von|aus|und|из)\s)"
)
SIGNED = (
    r"(?:^|(?<=\n)|(?<=[.!?,] )|(?<=[.!?,]\n))(?i:(?:(?:best|kind|warm|kindest|many) )?(?:regards|wishes|thanks)"
    r"|yours(?: (?:sincerely|truly|faithfully))?|sincerely|cheers|best"
    r"|(?:mit )?(?:freundliche[nr]?|viele[n]?|liebe[n]?|beste[n]?|herzliche[n]?) gr(?:ü(?:ß|ss)en?|uß)|mfg|lg"
    r"|с уважением|всего (?:доброго|хорошего)|с наилучшими пожеланиями"
    r"|saygılarım(?:ız)?la|sevgiler(?:imle)?|iyi (?:çalışmalar|günler))"
    rf"[,.!]?\s{{1,4}}{NAMES}(?=\s*(?:[,.!|\n]|$))"
)

TITLE_HINTS = tuple("Mr|Ms|Mis|Dr|Prof|Herr|Frau|оспо|Г-|г-|Sayın|Bay| Bey| bey| Hanım| hanım".split("|"))
INTRODUCTION_HINTS = tuple(
    "name|this is|i am|i'm|i’m|ich |hier |sie sprechen|ing with|ing to|зовут|имя|приветству|на связи|это |adım|ismim|ben ".split(
        "|"
    )
)
SIGNATURE_HINTS = tuple(
    "regards|wishes|thanks|yours|sincere|cheers|best|grü|gruß|mfg|lg|уважен|всего|пожел|saygı|sevgi|iyi ".split("|")
)
"""What every text with such a name has; asked first, because most turns have none."""

BEGINNING, SIGNATURE = 400, 200
"""How many characters of a turn are looked at for greetings, and for a signature at its end."""

NO_PERSON = r"[0-9_/]|[a-z][A-Z]{2}"
"""In an id, or an account of a company."""


def names_of(turns: Sequence[Turn], customer: str) -> frozenset[str]:
    """The words of names of people in a conversation, as written, and `@handle` of customers.

    From the export (`customer`, speakers), greetings, titles, introductions and signatures. Role words, companies' accounts and
    what usually follows a greeting are left out.
    """
    found = set(parts(customer))
    for speaker, role in {(turn.speaker, turn.role) for turn in turns}:
        found.update(parts(speaker))
        if role == CUSTOMER and compiled(r"\w{3,}").fullmatch(speaker):
            found.add("@" + speaker)
    for turn in turns:
        for names in given(turn.text, turn.role):
            found.update(parts(names))
    return frozenset(found)


def given(text: str, role: str) -> Iterator[str]:
    """The names that a turn gives, as they stand there: one to three words each."""
    for greeting in compiled(GREETING).finditer(text[:BEGINNING]):
        # "Hi Jane thanks for ..." is a name when an agent writes it; a customer's "Hi Apple my phone ..." is a company.
        end = ENDS_OR_GOES_ON if greeting["loose"] and role == AGENT else END
        if found := compiled(rf"(?:{TITLED}){{0,2}}{NAMES}{end}").match(text, greeting.end()):
            yield found[1]
    if any(hint in text for hint in TITLE_HINTS):
        yield from (found[1] or found[2] for found in compiled(AFTER_TITLE).finditer(text))
    small = text.lower()
    if any(hint in small for hint in INTRODUCTION_HINTS):
        yield from (found[1] or found[2] for found in compiled(INTRODUCED).finditer(text))
    if any(hint in small[-SIGNATURE:] for hint in SIGNATURE_HINTS) and (found := compiled(SIGNED).search(text[-SIGNATURE:])):
        yield found[1]


def parts(names: str) -> Iterator[str]:
    """The words of a name, without titles, particles, role words, ids and addresses; nothing for what is no person's name."""
    if not names or "@" in names or compiled(NO_PERSON).search(names) or role_of(names):
        return
    words = compiled(r"[^\W\d_]+").findall(names)
    if any(role_of(word) for word in words):
        return  # Acme Support
    for word in words:
        if len(word) > 1 and word.casefold() not in STOP and (word[0].isupper() or len(words) == 1):
            yield capitalised(word)


def capitalised(word: str) -> str:
    """A name with a capital first letter and small ones behind, where it is all of one case."""
    return word if word[0].isupper() and not word.isupper() else word[0].upper() + word[1:].lower()
