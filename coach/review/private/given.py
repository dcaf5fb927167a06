"""Where a conversation gives the names of its people: the export, and the words by which people are called.

The words that a name may stand behind (`cues`) are looked for in small letters; what stands there is read as it is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress

from coach.expressions import compiled
from coach.review.private.asking import May
from coach.review.private.cues import AGAIN, FIRST, GREETING, LABEL, LOOSE, OPENING, SIGNED, STRONG, THROUGH, TITLE, WEAK, cues
from coach.review.private.forms import lowered
from coach.review.private.words import NOT_CALLED, STOP
from coach.review.record import AGENT, CUSTOMER, Turn
from coach.review.sources.roles import role_of

UPPER = "A-ZÀ-ÖØ-ÞĞİŞŁŚŽČА-ЯЁ"
WORD = rf"[{UPPER}](?:['’](?=[{UPPER}]))?[^\W\d_]+"
NAMES = rf"({WORD}(?:[ \-]{WORD}){{0,2}})"
SMALL = r"[^\W\d_]{2,20}"
TITLED = (
    r"(?:(?i:mr|mrs|ms|miss|mister|dr|prof|herrn?|frau|господин\w?|госпож\w|г-н|г-жа|sayın|bay|bayan)\.?\s{1,2}"
    r"(?:(?i:dr|prof)\.?\s)?){0,2}"
)
PARTICLES = r"(?:[A-Z]\. ?){0,2}(?:(?:von|vom|van|de|del|di|da|la|le|zu|zur|ter|al|el|bin) (?:(?:der|den|dem|la|las|los) )?)?"
ONCE_MORE = r"(?:(?i:again|nochmals?|wieder|tekrar|снова|ещё раз)[ ,]{1,2})?"
BEHIND = r"\s(?i:bey|hanım)(?:['’]?\w{0,5})(?!\w)"
STOPS = rf"\s*(?:[,.!?;:)–—\n]|- |$)|{BEHIND}|\s(?:here|hier)\s"
GOES_ON = rf"\s(?:[^\W\d_{UPPER}]|I['’ ])"
GREETED = rf"[ ,]{{1,3}}{ONCE_MORE}{TITLED}{PARTICLES}{NAMES}"
HELD = rf"[ ,:]{{1,2}}{PARTICLES}{NAMES}"

AFTER = {
    LOOSE: rf"{GREETED}(?={STOPS}|{GOES_ON})",  # Hi Jane thanks for ...
    GREETING: rf"{GREETED}(?={STOPS})",
    SIGNED: rf"(?: aus {WORD})?[,.!]?\s{{1,4}}{NAMES}(?=\s*(?:[,.!|\n]|$))",
    TITLE: rf"\.? {{1,2}}(?:(?i:dr|prof)\.? )?{PARTICLES}{NAMES}",
    STRONG: HELD,
    OPENING: HELD,
    THROUGH: HELD,
    WEAK: rf" {NAMES}(?=\s*(?:[,.!\n]|$)|\s(?i:from|with|and|here|at|again|vom|von|aus|und|из)\s)",
    AGAIN: rf" {NAMES}(?=\s(?:again|here|from)(?!\w))",
    LABEL: rf" ?: {{0,2}}{PARTICLES}{NAMES}",
}
"""What stands behind a cue of each kind where a name does."""

BELOW = rf"[,.!]? ?\n\s{{0,3}}{NAMES}(?=\s*(?:[,.!|\n]|$))"
"""A signature below words that also greet: Thanks, and in the next line a name."""

SMALL_AFTER = {
    LOOSE: rf"[ ,]{{1,2}}({SMALL})(?=[,!]|\s*(?:\n|$)|\s(?:bey|hanım)(?!\w))",  # hi jane, ...
    STRONG: rf":? (?:({SMALL}(?: {SMALL})?)(?=\s*(?:[,.!?;\n]|$)|\s(?:and|und|и|ve)\s)|({SMALL})(?=\s))",
}
"""Names in small letters: my name is jane doe and ..."""

POLITE = rf"({WORD} )?({WORD}){BEHIND}"
POLITE_SMALL = r"(?<!\w)([^\W\d_]{3,20}) (?:bey|hanım)(?!\w)"
INFLECTED = r"\w+(?:y[ıiuü]|s[ıi]n[ıi]|l[ae]r[ıi]|n[ıiuü]z[ıiuü])"
"""No name stands like this in front of another: Konuyu Hakan Bey'e ilettim."""

YOURS = r"(?!deniz)\w{2,}[mn][ıiuü]z(?:[ıiuüea]|[dt][ea]n?|[ıiuü]n)?"
"""Turkish words with "our" and "your" at their end: siparişiniz, üyemiz."""

PATRONYMICS = "(?:[ое]в|ь|м)ич|[ое]вн|ичн"
"""In every patronymic, in small letters."""

PATRONYMIC = (
    rf"((?:{WORD} ){{1,2}}[А-ЯЁ]\w+(?:[ое]вич|[ое]вн|ичн|ьич|мич)(?:а|у|ем|ом|е|ы|ой|ою)?"
    r"(?: [А-ЯЁ]\w+(?:[оеё]в|[иы]н|ск|к|ян)(?:а|ой|у|ому|им|ого|ая|ую|ий|о)?)?)(?!\w)"
)
"""Анна Петровна; Кузнецова Дарья Игоревна; Анны Петровны Кузнецовой."""

DASHED = (
    rf"(?:[.!?…)\]☺\U0001F300-\U0001FAFF]['\"]?\s{{0,3}}[\-–—~^/*|]\s?|(?:^|\s)[\-–—]|[~^]\s?)"
    rf"((?:{WORD} )?{WORD})\s*$"
)
DASHES = "-–—~^/*|"
"""A signature behind a sign: -Hannah."""

INITIALS = 3
"""Capitals, at most so many, that tell nobody who is meant: ^MM."""

LAST = 3
"""In how many words at the end of a turn such a signature is."""

BEGINNING, ENDING, TAIL = 400, 200, 48
"""How many characters of a turn are looked at for greetings, for a signature at its end, and for one behind a dash."""

NO_PERSON = r"[0-9_/]|[a-z][A-Z]{2}"
"""In an id, or an account of a company."""


def names_of(turns: Sequence[Turn], customer: str, may: Sequence[May] | None = None) -> frozenset[str]:
    """The words of names of people in a conversation, as written, and `@handle` of customers.

    From the export (`customer`, speakers), greetings, titles, introductions, labels and signatures. Role words, companies'
    accounts and what usually follows a greeting are left out. `may` are the answers of `all_may_have` for the texts of the turns.
    """
    found = exported(turns, customer)
    for turn in turns if may is None else compress(turns, [one.named for one in may]):
        for names in given(turn.text, turn.role):
            found.update(parts(names))
    return frozenset(found)


def exported(turns: Sequence[Turn], customer: str) -> set[str]:
    """The words of the names that the export has for the people of a conversation, and `@handle` of customers."""
    found = set(parts(customer))
    for speaker, role in {(turn.speaker, turn.role) for turn in turns}:
        found.update(parts(speaker))
        if role == CUSTOMER and compiled(r"\w{3,}").fullmatch(speaker):
            found.add("@" + speaker)
    return found


def given(text: str, role: str) -> Iterator[str]:
    """The names that a turn gives, as they stand there: one to three words each."""
    small = "\n" + lowered(text)  # one sign longer than the text
    words = small.split()
    known = cues()
    for expression in {known[word] for word in known.keys() & words}:  # most turns have one or two
        for cue in compiled(expression).finditer(small):
            kind, start = cue.lastgroup or "", cue.start()
            if not small[start - 1].isalnum() and (kind not in FIRST or begins(small, start)):
                yield from behind(text, cue.end() - 1, kind, role)
    if (" bey" in small or " hanım" in small) and compiled(BEHIND).search(text):
        yield from polite(text)
    if ("ич" in small or "вн" in small) and compiled(PATRONYMICS).search(small):
        yield from compiled(PATRONYMIC).findall(text)
    if words and words[-1][-1].isalpha() and any(word[0] in DASHES or word[-1] in DASHES for word in words[-LAST:]):
        yield from signed(text)


def signed(text: str) -> Iterator[str]:
    """The name behind a dash at the end of a turn."""
    found = compiled(DASHED).search(text, max(0, len(text) - TAIL))
    if found and not (found[1].isupper() and len(found[1]) <= INITIALS):
        yield found[1]


def begins(small: str, start: int) -> bool:
    """Whether a sentence or line begins at that sign or space, or somebody was named by a handle before it."""
    before = small[max(0, start - 24) : start].rstrip(" >*\"'(«“")
    return not before or before[-1] in "\n.!?…:" or compiled(r"@\w+$").search(before) is not None


def behind(text: str, end: int, kind: str, role: str) -> Iterator[str]:
    """The name behind a cue of that kind that ends there."""
    if kind in (LOOSE, GREETING) and end > BEGINNING:
        kind = SIGNED
    if kind == SIGNED and end < len(text) - ENDING:
        return
    # "Hi Jane thanks for ..." is a name when an agent writes it; a customer's "Hi Apple my phone ..." is a company.
    loose = kind == LOOSE and role == AGENT
    found = compiled(AFTER[GREETING if kind == LOOSE and not loose else kind]).match(text, end)
    if found is None and kind == GREETING:
        found = compiled(BELOW).match(text, end)
    if found:
        goes_on = loose and not compiled(STOPS).match(text, found.end())
        if not goes_on or (text[end] == " " and not ordinary(found[1])):
            yield found[1]
    elif (loose or kind in (STRONG, OPENING)) and (found := compiled(SMALL_AFTER[LOOSE if loose else STRONG]).match(text, end)):
        yield from small_names(next(filter(None, found.groups())))


def ordinary(words: str) -> bool:
    """Whether words between a greeting and the rest of a sentence may be its beginning: Merhaba Siparişiniz yola çıktı."""
    first = words.partition(" ")[0].replace("İ", "i").casefold()
    return first in STOP or first in NOT_CALLED or compiled(YOURS).fullmatch(first) is not None


def small_names(words: str) -> Iterator[str]:
    """Names in small letters, word by word; nothing where they are other words."""
    if words[0].islower() and not ordinary(words) and not role_of(words):
        yield from (word for word in words.split(" ") if not ordinary(word))


def polite(text: str) -> Iterator[str]:
    """The names in front of Bey and Hanım."""
    for found in compiled(POLITE).finditer(text):
        first = found[1] or ""
        yield found[2] if compiled(INFLECTED).fullmatch(first.strip()) else first + found[2]
    if " bey" in text or " hanım" in text:
        for found in compiled(POLITE_SMALL).finditer(text):
            yield from small_names(found[1])


def parts(names: str) -> Iterator[str]:
    """The words of a name, without titles, particles, role words, ids and addresses; nothing for what is no person's name."""
    if not names or "@" in names or compiled(NO_PERSON).search(names) or role_of(names):
        return
    words = compiled(rf"(?:[{UPPER}]['’](?=[{UPPER}]))?[^\W\d_]+").findall(names)
    if any(role_of(word) for word in words):
        return  # Acme Support
    for word in words:
        if len(word) > 1 and word.casefold() not in STOP and (word[0].isupper() or len(words) == 1):
            yield capitalised(word)


def capitalised(word: str) -> str:
    """A name with a capital first letter and small ones behind, where it is all of one case."""
    return word if word[0].isupper() and not word.isupper() else word[0].upper() + word[1:].lower()
