"""Which form of address a text uses: Sie or du, вы or ты, siz or sen."""

from __future__ import annotations

from coach.expressions import compiled
from coach.languages.base import Address, Language

WORD = r"[^\W\d_]+"
SENTENCE_START = r"(?:^|[.!?…:\n]\s*)$"


def address(text: str, language: Language, *, of_one: bool = False) -> str:
    """`formal`, `informal`, `mixed`, or nothing when the text shows none; `of_one` leaves out what is said to several people.

    A German Sie at a sentence start may be `they`: beside a du it does not count. German tells Sie from sie by its capital.
    """
    formal, informal = shown(text, language, of_one=of_one)
    if formal and informal:
        return "mixed"
    return "formal" if formal else "informal" if informal else ""


def shown(text: str, language: Language, *, of_one: bool = False) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where the words stand that show the formal and the informal address."""
    if not language.formal.words:
        return [], []
    folded = text if language.code == "de" else language.fold(text)
    words = list(compiled(WORD).finditer(folded))
    formal = [match.span() for match in words if shows(match[0], language.formal)]
    several = language.informal.several if of_one else frozenset()
    informal = [match.span() for match in words if match[0] not in several and shows(match[0], language.informal)]
    if language.code == "de" and informal:
        formal = [span for span in formal if not compiled(SENTENCE_START).search(text[max(0, span[0] - 3) : span[0]])]
    if language.code == "de":
        formal = [span for span in formal if not compiled(PLURAL).match(text, span[0])]
    return formal, informal


PLURAL = r"Ihr (?:habt|seid|könnt|wollt|müsst|dürft|sollt|werdet|wart|hattet|macht|schickt|[a-zäöü]+t)\b"
"""Ihr habt: several people, no form of address for one. (Ihr Paket: a noun has a capital.)"""


def shows(word: str, form: Address) -> bool:
    """Whether a word shows a form of address; an ending needs a stem of two letters before it (deniz, sea, has none)."""
    if word in form.words:
        return True
    return word.endswith(form.endings) and any(word.endswith(ending, SHORTEST_STEM) for ending in form.endings)


SHORTEST_STEM = 2
