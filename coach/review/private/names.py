"""In which forms the names of a conversation come back, and where these stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from coach.expressions import compiled
from coach.languages.turkish import attach
from coach.review.private.given import BEHIND, UPPER
from coach.review.private.words import ALWAYS_CAPITAL, ORDINARY

NAME = "[name]"

Mark = tuple[int, int, str]

CALLED = (
    r"(?i)(?:^|\W)(?:hi|hello|hey|dear|morning|afternoon|evening|thanks|thank you|welcome|hallo|tag|abend|lieber?|liebes"
    r"|geehrte[rs]?|moin|danke|dank|здравствуйте|здравствуй|день|вечер|утро|привет|уважаем(?:ый|ая)|дорог(?:ой|ая)|спасибо"
    r"|merhaba|selam|sayın|sevgili|değerli|günler|akşamlar|günaydın|teşekkürler|mr|mrs|ms|miss|dr|prof|herrn?|frau"
    r"|господин\w?|госпож\w|name is|name's|heiße|name ist|зовут|adım|ismim)\.?,? {1,2}$"
)
"""In front of a word that is a name for certain, however it is written."""

SENTENCE_START = r"(?:^|[.!?:…\n])[\s\"'»«„“”()\-–—•*]*$"
HANDLE = r"(?<!\w)@\w+"
TOKEN = rf"(?<![^\W_])(?:[{UPPER}]['’](?=[{UPPER}]))?[^\W\d_]+"

RUSSIAN = (
    ("ая", ("ой", "ую", "ою")),
    ("ий", ("ия", "ию", "ием", "ии", "ого", "его", "ому", "ему", "им", "ом", "ем")),
    ("ый", ("ого", "ому", "ым", "ом")),
    ("ой", ("ого", "ому", "ым", "ом", "оя", "ою")),
    ("ей", ("ея", "ею", "еем", "ее")),
    ("ай", ("ая", "аю", "аем", "ае")),
    ("а", ("ы", "и", "е", "у", "ой", "ою", "ей")),
    ("я", ("и", "е", "ю", "ей", "ею")),
    ("ь", ("я", "ю", "ем", "е", "и", "ью")),
    ("", ("а", "у", "ом", "ем", "е", "ым")),
)
"""How a Russian name ends, and its other cases; the first that fits. Zaliznyak's declensions of names, simplified."""

FLEETING = {"павел": "Павл", "лев": "Льв"}
TURKISH = ("nIn", "yI", "yA", "DA", "DAn", "ylA")
"""Case endings without an apostrophe, as many type them; those of one letter would make other words."""

SHORTEST = 3
"""Letters of a name that is also looked for in small letters and with endings."""


class Known(NamedTuple):
    """The forms of names with a capital, those in small letters, and what a text has in small letters that has one of them."""

    forms: frozenset[str]
    small: frozenset[str]
    roots: tuple[str, ...]


@lru_cache(maxsize=4096)
def forms(name: str) -> frozenset[str]:
    """How a name may stand in a text: itself, in capitals, and with the case endings of Russian, Turkish and German."""
    small = name.casefold()
    if small in ORDINARY or name.startswith("@"):
        return frozenset((name,))
    if compiled(r"[А-яЁё]").search(name):
        stem, endings = next((name[: len(name) - len(end)], endings) for end, endings in RUSSIAN if name.endswith(end))
        stem = FLEETING.get(small, stem)
        return frozenset((name, name.upper(), *(stem + ending for ending in endings if len(stem) > 1)))
    if len(name) < SHORTEST:
        return frozenset((name,))
    turkish = (attach(name, ending, noun=False) for ending in TURKISH)
    capital = {"İ" + name[1:]} if name[0] == "I" else set()
    return frozenset((name, name.upper(), name.replace("i", "İ").upper(), name + "s", *filter(None, turkish), *capital))


@lru_cache(maxsize=512)
def known_forms(names: frozenset[str]) -> Known:
    """All forms of these names."""
    people = [name for name in names if not name.startswith("@")]
    known = frozenset[str]().union(*map(forms, people))
    small = frozenset(lowered(form) for form in known if len(form) >= SHORTEST)
    return Known(known, small, tuple({lowered(name)[:SHORTEST] for name in people}))


def lowered(text: str) -> str:
    """The text in small letters, each of which stands where the letter stood."""
    return text.replace("İ", "i").lower()


def marks(text: str, names: frozenset[str]) -> Iterator[Mark]:
    """Where these names stand in a text: whole words; those that are words too only where they must be names."""
    known = known_forms(names)
    small = lowered(text)
    if any(root in small for root in known.roots):
        yield from joined(text, spans(text, known))
    if "@" in text:
        handles = {name.casefold() for name in names if name.startswith("@")}
        yield from ((*found.span(), NAME) for found in compiled(HANDLE).finditer(text) if found[0].casefold() in handles)


def spans(text: str, known: Known) -> Iterator[tuple[int, int]]:
    """The spans of the words that are names."""
    last = -2
    for found in compiled(TOKEN).finditer(text):
        word = found[0]
        if word not in known.forms and (not word.islower() or word not in known.small):
            continue
        start, end = found.span()
        if word.casefold() in ORDINARY and not (beside(text, start, last) or is_name(text, start, word) or polite(text, end)):
            continue
        if compiled(r"['’]t(?!\w)").match(text, end):
            continue  # don't
        last = end
        yield start, end


def beside(text: str, start: int, last: int) -> bool:
    """Whether the word before, which ends at `last`, is a name too."""
    return start - last == 1 and text[last] in " -"


def polite(text: str, end: int) -> bool:
    """Whether a word that ends there is followed by Bey or Hanım."""
    return compiled(BEHIND).match(text, end) is not None


def is_name(text: str, start: int, word: str) -> bool:
    """Whether a word that is also a name can only be one here: it is called, or has its capital in the middle of a sentence."""
    before = text[max(0, start - 24) : start]
    if compiled(CALLED).search(before):
        return True
    return word[0].isupper() and word.casefold() not in ALWAYS_CAPITAL and not compiled(SENTENCE_START).search(before)


def joined(text: str, found: Iterable[tuple[int, int]]) -> Iterator[Mark]:
    """The spans as marks, those of one name (Jane Doe, Müller-Lüdenscheidt) as one."""
    begin, last = -1, -2
    for start, end in found:
        if not beside(text, start, last):
            if begin >= 0:
                yield begin, last, NAME
            begin = start
        last = end
    if begin >= 0:
        yield begin, last, NAME
