"""Finding phrases in a text: the part of the product that runs on every word.

The path for one text: tokens -> symbols (a dictionary look-up a word, remembered for the next text) -> for each sentence the
phrases whose rarest word is in it and whose other words are there too -> their expressions. Nothing is compiled, parsed or
imported that the text does not ask for.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from coach.expressions import compiled
from coach.languages.base import Language
from coach.phrasebook.symbols import ABBREVIATED, BAR, END, FILLERS, GRAMMAR, TYPED, spelled_out
from coach.sources.tokens import TOKEN

MEMORY = 50_000
"""How many different words are remembered; beyond that the memory starts anew, so that it stays small on any input."""

LONGEST_WORD = 60
"""Longer tokens are no words of any phrasebook."""

DATE = r"\d{1,2}[./]\d{1,2}(?:[./](?:\d{4}|\d\d))?|\d{4}[-/]\d\d[-/]\d\d"

Needs = tuple[tuple[int, tuple[str, ...]], ...]
Prefixes = dict[str, tuple[tuple[str, str], ...]]
Tables = tuple[str, dict[str, str], Prefixes, dict[str, str], dict[str, Needs], tuple[Any, ...], tuple[Any, ...]]
"""A `coach.phrasebook.compiler.CompiledBook` as plain tuples, as the cache gives it back."""


class Match(NamedTuple):
    """One phrase found: words [first, last) of the text, and what its slots captured as word ranges."""

    entry: int
    first: int
    last: int
    slots: tuple[tuple[str, int, int], ...]


class Symbols(dict[str, str]):
    """token -> its symbols; a token not seen before is looked up in the tables."""

    def __init__(
        self,
        language: Language,
        forms: dict[str, str],
        prefixes: dict[str, tuple[tuple[str, str], ...]],
        suffixes: dict[str, str],
    ) -> None:
        super().__init__()
        self.language = language
        self.forms = forms
        self.prefixes = prefixes
        self.suffixes = suffixes
        self.longest_prefix = max(map(len, prefixes), default=0)
        self.longest_suffix = max(map(len, suffixes), default=0)

    def __missing__(self, token: str) -> str:
        """The symbols of a token, remembered."""
        if len(self) >= MEMORY:
            self.clear()
        self[token] = symbols = self.look_up(token)
        return symbols

    def look_up(self, token: str) -> str:
        """A word's bar and atoms; a mark's own sign, and the sentence end behind it."""
        first = token[0]
        if first in FILLERS:
            return BAR + TYPED[FILLERS[first]]
        if first.isalpha():
            return BAR + self.word(token) + (ABBREVIATED if self.abbreviates(token) else "")
        if first.isdigit():
            return BAR + self.number(token)
        if first in ".!?…\n":
            return ("?" if "?" in token else "") + ("!" if "!" in token else "") + END
        return first if first in ",:%" else ","

    def word(self, token: str) -> str:
        """The atoms of a word: those filed under its key, else under the first weaker key that has any; and its affixes'."""
        if len(token) > LONGEST_WORD:
            return ""
        key = self.language.key(token)
        atoms = self.forms.get(key, "")
        affixes = self.affixes(key)
        if not atoms:
            for weaker in self.language.weaker(key):
                atoms = self.forms.get(weaker, "")
                affixes = affixes or self.affixes(weaker)
                if atoms:
                    break
        return "".join(dict.fromkeys(atoms + affixes))

    def affixes(self, key: str) -> str:
        """The atoms of the starred words and Turkish lemmas that the key fits."""
        found = ""
        for length in range(2, min(len(key), self.longest_prefix) + 1):
            for tail, atom in self.prefixes.get(key[:length], ()):
                if self.fits(tail, key[length:]):
                    found += atom
        for length in range(2, min(len(key) - 1, self.longest_suffix + 1)):
            found += self.suffixes.get(key[-length:], "")
        return found

    def fits(self, tail: str, rest: str) -> bool:
        """Whether the rest of a word fits the expression for it: none, a certain ending, or the grammar's endings."""
        if not tail:
            return True
        if tail[0] == GRAMMAR:
            return compiled(tail[1:]).fullmatch(rest.translate(self.language.letter_classes)) is not None
        return compiled(tail).fullmatch(rest) is not None

    def number(self, token: str) -> str:
        """The atoms of a number, with what phrases ask of this very number or date, and a percent sign behind it."""
        if token[-1] == "%":
            return self.number(token[:-1].rstrip()) + "%"
        atoms = TYPED["number"] + (TYPED["date"] if compiled(DATE).fullmatch(token) else "") + self.word(token)
        return atoms + (ABBREVIATED if self.language.ordinal_dot and token.isdigit() and len(token) < 3 else "")

    def abbreviates(self, token: str) -> bool:
        """Whether a full stop behind the word belongs to the word."""
        return token in self.language.abbreviations or (len(token) == 1 and token not in self.language.function_words)


class Matcher:
    """The compiled phrasebook of one language, ready to search; `rules` maps a rule or signal to the numbers of its entries."""

    def __init__(self, tables: Tables, language: Language) -> None:
        _, forms, prefixes, suffixes, self.anchors, self.phrases, self.entries = tables
        self.symbols = Symbols(language, forms, prefixes, suffixes)
        self.rules: dict[str, frozenset[int]] = {}
        for number, entry in enumerate(self.entries):
            self.rules[entry[0]] = self.rules.get(entry[0], frozenset()) | {number}

    def encode(self, tokens: list[str]) -> str:
        """The symbols of a text's tokens, with a sentence end at both ends."""
        symbols = END + "".join(map(self.symbols.__getitem__, tokens)) + END
        return symbols.replace(ABBREVIATED + END, "") if ABBREVIATED in symbols else symbols

    def candidates(self, sentence: str) -> list[int]:
        """The numbers of the phrases of which every needed word is in the sentence, in order."""
        present = set(sentence)
        lacks = present.isdisjoint
        found = set()
        for atom in self.anchors.keys() & present:
            for number, needs in self.anchors[atom]:
                for need in needs:
                    if lacks(need):
                        break
                else:
                    found.add(number)
        return sorted(found)

    def find(self, symbols: str, wanted: frozenset[int]) -> list[Match]:
        """Every match of every phrase whose entry is wanted, cancelled ones left out.

        Phrases never cross a sentence end, so each sentence is searched for itself: few phrases find all their words in one.
        """
        found: list[Match] = []
        start = 0
        for sentence in symbols.split(END):
            end = start + len(sentence)
            if sentence:
                for number in self.candidates(sentence):
                    pattern, names, entry = self.phrases[number]
                    if entry in wanted:
                        for match in expression(pattern).finditer(symbols, start, end):
                            if not self.cancelled(entry, symbols, start, end):
                                found.append(self.match(entry, symbols, match, names))
            start = end + 1
        return found

    def cancelled(self, entry: int, symbols: str, start: int, end: int) -> bool:
        """Whether an `unless` phrase of the entry stands in the sentence."""
        return any(expression(pattern).search(symbols, start, end) for pattern in self.entries[entry][5])

    @staticmethod
    def match(entry: int, symbols: str, match: re.Match[str], names: tuple[str, ...]) -> Match:
        """A match in words instead of symbols."""

        def words(start: int, end: int) -> tuple[int, int]:
            return symbols.count(BAR, 0, start + 1) - 1, symbols.count(BAR, 0, end)

        slots = tuple((name, *words(*match.span(name))) for name in names if match.group(name) is not None)
        return Match(entry, *words(match.start(), match.end()), slots)


@lru_cache(maxsize=16_384)
def expression(pattern: str) -> re.Pattern[str]:
    """The compiled expression of a phrase, compiled when it is first needed."""
    return re.compile(spelled_out(pattern))


def tokenize(text: str) -> list[str]:
    """The tokens of a masked, folded text."""
    return TOKEN.findall(text)


def word_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of every word (not of marks) of a masked, folded text, in code points."""
    return [match.span() for match in TOKEN.finditer(text) if match[0][0].isalnum() or match[0][0] in FILLERS]
