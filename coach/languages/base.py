"""What differs by language, as one record, and the folding all four share.

A text is matched on a folded shadow: same length, same offsets, lower case, plain quotes. A folded word is then turned into a
lookup key, which may be shorter or longer (ß -> ss), because by then the word's place in the text is known.
"""

# On the start-up path, and so without the usual `from __future__ import annotations`: see coach/settings/record.py.

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from coach.expressions import compiled

QUOTES = "’‘ʼ´`′"
"""Marks that people write for the apostrophe."""

INVISIBLE = str.maketrans(dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff_"))
"""Characters that may stand inside a word without belonging to it: soft hyphen, zero-width and direction marks."""


class Address(NamedTuple):
    """What shows a form of address: words, and endings of words; `several` are those words that are said to several people."""

    words: frozenset[str]
    endings: tuple[str, ...] = ()
    several: frozenset[str] = frozenset()


def with_ending(word: str, old: str, new: str) -> str:
    """The word with the ending `new` instead of `old`; nothing where it does not end so."""
    return word[: len(word) - len(old)] + new if word.lower().endswith(old) else ""


class Language(NamedTuple):
    """One language: how its letters fold, which keys a word is looked up under, and which words tell it apart.

    `fold` keeps length. `key` maps a folded word to its lookup key. `weaker` yields further keys for a word unknown under its
    own key, likeliest first. `spellings` yields every key under which a word of a phrasebook is filed. `letter_classes` turns
    the end of a word into what the patterns of inflected endings are written in. `inflect` gives a word another ending.
    `openers` are words besides the function words that have a capital only because they open a sentence.
    """

    code: str
    name: str
    fold: Callable[[str], str]
    key: Callable[[str], str]
    weaker: Callable[[str], Iterator[str]]
    spellings: Callable[[str], Iterator[str]]
    abbreviations: frozenset[str]
    ordinal_dot: bool
    function_words: frozenset[str]
    formal: Address
    informal: Address
    openers: frozenset[str] = frozenset()
    letter_classes: Mapping[int, int] = MappingProxyType({})
    inflect: Callable[[str, str, str], str] = with_ending


def fold(text: str) -> str:
    """Lower case and straight quotes, one character for one character. `İ` is the only letter whose lower case is longer."""
    folded = text.replace("İ", "i").lower()
    for quote in QUOTES:
        folded = folded.replace(quote, "'")
    return folded


def strip_invisible(word: str) -> str:
    """A word without the characters that are not part of it."""
    return word if word.isalnum() else word.translate(INVISIBLE)


TRIPLE = r"(\w)\1{2,}"
DOUBLE = r"(\w)\1"


def without_runs(word: str) -> Iterator[str]:
    """The word with drawn-out letters taken back: neeeein -> nein, bittte -> bitte, kesinn -> kesin."""
    if not compiled(DOUBLE).search(word):
        return
    if compiled(TRIPLE).search(word):
        yield compiled(TRIPLE).sub(r"\1", word)
        yield compiled(TRIPLE).sub(r"\1\1", word)
        return
    for match in compiled(DOUBLE).finditer(word):
        yield word[: match.start()] + word[match.start() + 1 :]


def compose(text: str) -> tuple[str, tuple[int, ...] | None]:
    """The text in composed form (NFC) and, where that moved anything, the original offset of each of its characters.

    The offsets have one entry more than the composed text: the last is the length of the original.
    """
    if text.isascii() or not compiled(MARK).search(text):
        return text, None
    if unicodedata.is_normalized("NFC", "".join(compiled(MARKED).findall(text))):
        return text, None
    parts: list[str] = []
    offsets: list[int] = []
    for cluster in compiled(CLUSTER).finditer(text):
        composed = unicodedata.normalize("NFC", cluster.group())
        parts.append(composed)
        offsets.extend([cluster.start()] * len(composed))
    offsets.append(len(text))
    return "".join(parts), tuple(offsets)


MARK = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
"""A combining mark: only texts with one have to be composed. (Other characters that NFC would change stand in no phrasebook.)"""

MARKED = f"(?s).{MARK}+"
CLUSTER = f"(?s)(?!{MARK}).{MARK}*|."
"""A character with the combining marks behind it."""
