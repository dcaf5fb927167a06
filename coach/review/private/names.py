"""In which forms the names of a conversation come back, and where these stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from coach.expressions import compiled
from coach.languages.turkish import attach
from coach.review.private.given import WORD
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
    if len(name) < 3:
        return frozenset((name,))
    turkish = (attach(name, ending, noun=False) for ending in TURKISH)
    return frozenset((name, name.upper(), name.replace("i", "İ").upper(), name + "s", *filter(None, turkish)))


@lru_cache(maxsize=512)
def known_forms(names: frozenset[str]) -> frozenset[str]:
    """All forms of these names."""
    return frozenset[str]().union(*map(forms, names))


def marks(text: str, names: frozenset[str]) -> Iterator[Mark]:
    """Where these names stand in a text: whole words, capitalised; those that are words too only where they must be names."""
    known = known_forms(names)
    if not known.isdisjoint(compiled(WORD).findall(text)):
        yield from joined(text, spans(text, known))
    if "@" in text:
        small = {name.casefold() for name in names if name.startswith("@")}
        yield from ((*found.span(), NAME) for found in compiled(HANDLE).finditer(text) if found[0].casefold() in small)


def spans(text: str, known: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The spans of the words that are names."""
    last = -2
    for found in compiled(rf"(?<![^\W_]){WORD}").finditer(text):
        if found[0] not in known:
            continue
        start, end = found.span()
        if found[0].casefold() in ORDINARY and not (beside(text, start, last) or is_name(text, start, found[0].casefold())):
            continue
        last = end
        yield start, end


def beside(text: str, start: int, last: int) -> bool:
    """Whether the word before, which ends at `last`, is a name too."""
    return start - last == 1 and text[last] in " -"


def is_name(text: str, start: int, small: str) -> bool:
    """Whether a word that is also a name can only be one here: it is called, or has its capital in the middle of a sentence."""
    before = text[max(0, start - 24) : start]
    if compiled(CALLED).search(before):
        return True
    return small not in ALWAYS_CAPITAL and not compiled(SENTENCE_START).search(before)


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
