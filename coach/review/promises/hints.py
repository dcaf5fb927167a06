"""Which ways to promise a text may hold: the cheap question, asked once of its words, for the turn and then for each sentence.

Every way needs certain words ("I", one for will, one for calling), and a timed one those of a time. Each list of `Wording.words`
is a bit; the words of a text add up to a number, and for each number the ways that are left are remembered: mostly none.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache, reduce
from operator import or_

from coach.expressions import compiled
from coach.library import dates
from coach.review.promises.wording import REMEMBERED, Making, Wording, wording

TIME = "time"
"""The list of the words of times."""

SIGNS = ".,:;!?()'-/–—…"
"""What may stand at words, or between two of them."""

FIGURES = frozenset(f"{number:{form}}" for number in range(32) for form in ("d", "02d"))
"""Figures of hours and days; those of minutes and years never stand alone. (Turkish reads each figure by itself.)"""


def bare(text: str, language: Wording) -> str:
    """A text, in plain letters, with spaces for what stands at words: as long as it was."""
    if not language.tokens:
        for sign in SIGNS:
            text = text.replace(sign, " ")
    return text


def told(text: str, language: Wording) -> int:
    """The lists of which a bare text has a word, each as a bit."""
    lists = bits(language.code)
    found = 0
    for word in lists.keys() & (compiled(language.tokens).findall(text) if language.tokens else text.split()):
        found |= lists[word]
    return found


@lru_cache(maxsize=REMEMBERED)
def possible(code: str, found: int) -> tuple[Making, ...]:
    """The ways to promise that a text with words of these lists may hold."""
    return tuple(making for making, needed in needs(code) if found & needed == needed)


@cache
def needs(code: str) -> tuple[tuple[Making, int], ...]:
    """The ways to promise in a language, and of which lists each needs a word."""
    language = wording(code)
    bit = {name: 1 << number for number, name in enumerate(language.words)}
    return tuple(
        (making, sum(bit[name] for name in {*making.words, *([TIME] if making.timed else [])})) for making in language.makings
    )


@cache
def bits(code: str) -> Mapping[str, int]:
    """The words of a language, and the lists that have each, or a word that it begins with: of endings the longest is found."""
    language = wording(code)
    found: dict[str, int] = {}
    for number, (name, words) in enumerate(language.words.items()):
        for word in (*words, *dates.months(code), *FIGURES) if name == TIME else words:
            found[word] = found.get(word, 0) | 1 << number
    if not language.tokens:
        return found
    return {word: reduce(or_, (bit for begin, bit in found.items() if word.startswith(begin))) for word in found}
