"""In which forms the names of a conversation come back, and where these stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from coach.expressions import compiled
from coach.languages.turkish import attach
from coach.review.private.forms import Mark, lowered
from coach.review.private.given import BEHIND, UPPER
from coach.review.private.words import ALWAYS_CAPITAL, ORDINARY

NAME = "[name]"

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
    """The forms of names with a capital, those in small letters, and with what each of them begins in small letters."""

    written: frozenset[str]
    small: frozenset[str]
    roots: frozenset[str]


NOBODY = Known(frozenset(), frozenset(), frozenset())


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


@lru_cache(maxsize=4096)
def known(name: str) -> Known:
    """The forms of a name."""
    written = forms(name)
    small = frozenset(map(lowered, written))
    return Known(
        written, frozenset(form for form in small if len(form) >= SHORTEST), frozenset(form[:SHORTEST] for form in small)
    )


@lru_cache(maxsize=64)
def all_known(names: frozenset[str]) -> Known:
    """The forms of all these names but handles; remembered for the next turn of a conversation."""
    each = [known(name) for name in names if not name.startswith("@")]
    return Known(*map(frozenset[str]().union, *each)) if each else NOBODY


def marks(text: str, small: str, names: frozenset[str]) -> list[Mark]:
    """Where these names stand in a text: whole words; those that are words too only where they must be names.

    `small` is the text in small letters.
    """
    forms = all_known(names)
    places = beginnings(small, forms.roots)
    found = list(joined(text, spans(text, sorted(places), forms))) if places else []
    if "@" in text:
        handles = {name.casefold() for name in names if name.startswith("@")}
        found += ((*it.span(), NAME) for it in compiled(HANDLE).finditer(text) if it[0].casefold() in handles)
    return found


def beginnings(small: str, roots: Iterable[str]) -> set[int]:
    """Where one of these roots begins a word in a text in small letters."""
    places: set[int] = set()
    for root in roots:
        at = small.find(root)
        while at >= 0:
            if not at or not small[at - 1].isalnum():
                places.add(at)
            at = small.find(root, at + 1)
    return places


def spans(text: str, places: Iterable[int], forms: Known) -> Iterator[tuple[int, int]]:
    """The spans of the words that are names, of those that begin at these places."""
    last = -2
    for start in places:
        found = compiled(TOKEN).match(text, start)
        word = found[0] if found else ""
        if word not in forms.written and (not word.islower() or word not in forms.small):
            continue
        end = start + len(word)
        if start > 1 and text[start - 1] in "'’" and (whole := compiled(TOKEN).match(text, start - 2)) and whole.end() == end:
            continue  # Brien is not O'Brien
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
