"""Finding phrases in texts: the part of the product that runs on every word.

The path: text -> chunks between spaces -> symbols (one dictionary look-up a chunk, remembered for the next text) -> sentences ->
for each the phrases whose rarest word is in it and whose other words are too -> their programs. Nothing is compiled, parsed or
imported that the text does not ask for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from coach.expressions import compiled
from coach.languages.address import shows
from coach.languages.base import Language
from coach.phrasebook.groups import FAULTS, GROUPS, RECASTING
from coach.phrasebook.scan import Sentence, Sets, Slots, cased
from coach.phrasebook.symbols import (
    ABBREVIATED,
    APART,
    BAR,
    BETWEEN,
    END,
    FILLERS,
    FORMAL,
    GRAMMAR,
    INFORMAL,
    TYPED,
    Program,
)
from coach.phrasebook.tables import ZEROS, Anchors, Buckets, Packed, Prefixes, Tables
from coach.rules.context import Hit
from coach.sources.tokens import TOKEN

MEMORY = 50_000
"""How many words and sentences are remembered; beyond that a memory starts anew, so that it stays small on any input."""

Needing = tuple[tuple[int, ...], Program]
"""The sets of which a phrase needs a word each, and its program."""

T = TypeVar("T")

LATEST = 100
"""How many sentences are kept taken apart."""

DIGIT = r"\d"
SHORT = 4
"""Numbers up to this length are remembered like words; longer ones seldom come again."""

MARKS = {",": ",", ":": ":", "%": "%", ";": ",", "(": ",", ")": ",", "—": ",", "–": ","}
"""What each mark inside a sentence counts as."""

DASHES = ("-", "--")
"""Chunks that are typed for a dash."""

LONGEST_WORD = 60
"""Longer tokens are no words of any phrasebook."""

DATE = r"\d{1,2}[./]\d{1,2}(?:[./](?:\d{4}|\d\d))?|\d{4}[-/]\d\d[-/]\d\d"


OPAQUE = frozenset(TYPED[kind] for kind in FILLERS.values())
"""The atoms of masked words."""


COUNTED = frozenset({"signal/feedback-question"})
"""The signals of which it matters how often they are found."""


class Signs(NamedTuple):
    """The names of the signals in a sentence, and their hits."""

    names: frozenset[str]
    hits: tuple[Hit, ...]


NO_SIGNS = Signs(frozenset(), ())


class Encoded(NamedTuple):
    """The symbols of a text: of each sentence, a bar before each word, and of each chunk of the `spaced` text."""

    sentences: list[str]
    chunks: list[str]


LINE_END = f" {END} "
SEPARATORS = (END, APART)
"""Chunks that stand for themselves: a sentence end, and what stands between two texts."""


class Symbols(dict[str, str]):
    """What stands between two spaces -> its symbols; what was not seen before is looked up in the tables."""

    def __init__(
        self, language: Language, forms: Buckets, shapes: frozenset[str], prefixes: Prefixes, suffixes: dict[str, str]
    ) -> None:
        super().__init__()
        self.language = language
        self.forms = forms
        self.shapes = shapes
        self.by_shape: dict[str, str] = {}
        self.prefixes = prefixes
        self.suffixes = suffixes
        self.longest_prefix = max(map(len, prefixes), default=0)
        self.longest_suffix = max(map(len, suffixes), default=0)

    def __missing__(self, chunk: str) -> str:
        """The symbols of what stands between two spaces, remembered; those of long numbers and codes by their shape."""
        if len(chunk) > SHORT and compiled(DIGIT).search(chunk):
            return self.shaped(chunk)
        return keep(self, chunk, self.symbols(chunk))

    def shaped(self, chunk: str) -> str:
        """The symbols of a chunk with a number: those of any other of its shape, unless a phrasebook lists one like it."""
        shape = chunk.translate(ZEROS)
        symbols = self.by_shape.get(shape)
        if symbols is None:
            symbols = keep(self.by_shape, shape, "" if any(map(self.is_listed, TOKEN.findall(shape))) else self.symbols(chunk))
        return symbols or self.symbols(chunk)

    def is_listed(self, shape: str) -> bool:
        """Whether a phrasebook has a word of this shape."""
        key = self.language.key(shape)
        return key in self.shapes or key.partition("'")[0] in self.shapes

    def symbols(self, chunk: str) -> str:
        """The symbols of the tokens of a chunk; a full stop that belongs to its word ends no sentence."""
        if chunk in SEPARATORS:
            return chunk
        if chunk in DASHES:
            return MARKS["–"]
        return "".join(map(self.look_up, TOKEN.findall(chunk))).replace(ABBREVIATED + END, ABBREVIATED)

    def look_up(self, token: str) -> str:
        """A word's bar and atoms; a mark's own sign, and the sentence end behind it."""
        first = token[0]
        if first in MARKS:
            return MARKS[first]
        if first in ".!?…":
            return ("?" if "?" in token else "") + ("!" if "!" in token else "") + END
        if first in FILLERS:
            return BAR + TYPED[FILLERS[first]]
        if first.isdigit():
            return BAR + self.number(token)
        return BAR + self.word(token) + self.form(token) + (ABBREVIATED if self.abbreviates(token) else "")

    def word(self, token: str) -> str:
        """The atoms of a word: those filed under its key, else under the first weaker key that has any; and its affixes'."""
        if len(token) > LONGEST_WORD:
            return ""
        key = self.language.key(token)
        atoms = self.forms.atoms(key)
        if compiled(DIGIT).search(key):  # L2 and 24/7 are listed as they are, and may carry an apostrophe; a code has no endings
            return atoms or self.forms.atoms(key.partition("'")[0])
        affixes = self.affixes(key)
        for weaker in () if atoms else self.language.weaker(key):
            atoms = self.forms.atoms(weaker)
            affixes += self.affixes(weaker)
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

    def form(self, token: str) -> str:
        """The atoms of the forms of address that a word shows. (A German sie may be she.)"""
        formal, informal = self.language.formal, self.language.informal
        return FORMAL * (shows(token, formal) or token.capitalize() in formal.words) + INFORMAL * shows(token, informal)

    def number(self, token: str) -> str:
        """The atoms of a number, with what phrases ask of this very number or date."""
        atoms = TYPED["number"] + (TYPED["date"] if compiled(DATE).fullmatch(token) else "") + self.word(token)
        return atoms + (ABBREVIATED if self.language.ordinal_dot and token.isdigit() and len(token) < 3 else "")

    def abbreviates(self, token: str) -> bool:
        """Whether a full stop behind the word belongs to the word."""
        return token in self.language.abbreviations or (len(token) == 1 and token not in self.language.function_words)


class Matcher:
    """The compiled phrasebook of one language, ready to search; `rules` maps a rule or signal to the numbers of its entries."""

    def __init__(self, tables: Tables, language: Language) -> None:
        _, forms, shapes, prefixes, suffixes, sets, classes, anchors, phrases, self.entries, unless, self.names = tables
        self.symbols = Symbols(language, Buckets(forms), shapes, prefixes, suffixes)
        self.sets = Sets(sets)
        self.classes = Packed(classes)
        self.anchors = tuple(Anchors(packets, self.sets) for packets in anchors)
        self.phrases = Packed(phrases)
        self.unless = Packed(unless)
        self.latest: dict[str, Sentence] = {}
        self.found: dict[str, tuple[Hit, ...]] = {}
        self.recast: dict[str, tuple[Hit, ...]] = {}
        self.signs: tuple[dict[str, Signs], ...] = tuple({} for _ in GROUPS)
        self.signalling: tuple[dict[str, tuple[Hit, ...]], ...] = tuple({} for _ in GROUPS)
        self.rules: dict[str, frozenset[int]] = {}
        for number, entry in enumerate(self.entries):
            self.rules[entry[0]] = self.rules.get(entry[0], frozenset()) | {number}

    def encode(self, texts: list[str]) -> Iterator[Encoded]:
        """The symbols of each masked, folded text."""
        symbols = list(map(self.symbols.__getitem__, spaced(BETWEEN.join((*texts, ""))).split()))
        end = -1
        for _ in texts:
            begin = end + 1
            end = symbols.index(APART, begin)
            chunks = symbols[begin:end]
            yield Encoded([sentence for sentence in "".join(chunks).split(END) if BAR in sentence], chunks)

    def read(self, sentence: str) -> tuple[Hit, ...]:
        """The faults in a sentence, cancelled ones left out.

        Sentences that look alike to the phrasebooks (another name, another number) have the same symbols, so what was found in
        one is remembered for the next.
        """
        found = self.found.get(sentence)
        return keep(self.found, sentence, widest(list(self.search(sentence, FAULTS)))) if found is None else found

    def read_signals(self, group: int, sentence: str) -> Signs:
        """The signals of a group in a sentence, remembered in the same way."""
        memory = self.signs[group]
        found = memory.get(sentence)
        if found is None:
            hits = tuple(self.search(sentence, group, brief=True))
            names = frozenset(hit.rule.partition("/")[2] for hit in hits)
            found = keep(memory, sentence, Signs(names, hits) if hits else NO_SIGNS)
        return found

    def words_of_signals(self, group: int, sentence: str) -> tuple[Hit, ...]:
        """Every hit of the signals of a group with its words, remembered in the same way."""
        memory = self.signalling[group]
        found = memory.get(sentence)
        return keep(memory, sentence, tuple(self.search(sentence, group))) if found is None else found

    def recasts(self, sentence: str) -> tuple[Hit, ...]:
        """The recasts that fit a sentence, remembered in the same way."""
        found = self.recast.get(sentence)
        return keep(self.recast, sentence, tuple(self.search(sentence, RECASTING))) if found is None else found

    def search(self, symbols: str, group: int, *, brief: bool = False) -> Iterator[Hit]:
        """Every hit of every phrase of a group in a sentence, in the order of the phrases.

        With `brief` it is told of most signals only whether they are there: one hit without words, and any capitals are right.
        """
        sentence = self.taken_apart(symbols)
        told: set[int] = set()
        for number in self.candidates(sentence, group):
            _, entry, program = self.phrases[number]
            if entry in told or not sentence.run(program):
                continue
            unless = self.cancelling(sentence, entry)
            if () in unless or (brief and unless):
                told.add(entry)
                continue
            rule, severity = self.entries[entry][:2]
            category = rule.partition("/")[0]
            exempt = self.exempt(sentence, entry)
            if brief and rule not in COUNTED and not exempt:
                told.add(entry)
                yield Hit(rule, category, severity, 0, 0, (), False, entry)
                continue
            for first, last, slots in sentence.spans(program):
                near = [asked for *at, asked in exempt if overlap(sentence.clause(first, last), at)] if exempt else []
                if () in near:
                    continue
                opaque = all(not OPAQUE.isdisjoint(word) for word in sentence.words[first:last])
                yield Hit(rule, category, severity, first, last, slots, opaque, entry, number, (*unless, *near))

    def taken_apart(self, symbols: str) -> Sentence:
        """A sentence ready to be searched; the latest are kept, because they are searched for one group after the other."""
        sentence = self.latest.get(symbols)
        if sentence is None:
            if len(self.latest) >= LATEST:
                self.latest.clear()
            self.latest[symbols] = sentence = Sentence(symbols.split(BAR)[1:], self.sets, self.classes)
        return sentence

    def candidates(self, sentence: Sentence, group: int) -> list[int]:
        """The numbers of the phrases of a group of which the anchor and every other needed word are there.

        The innermost loops of a search, so that nothing is called in them that can be written out.
        """
        signs, phrases, sets = sentence.signs, self.phrases, self.sets
        near: list[int] = []
        for alone, beside in map(self.anchors[group].__getitem__, signs):
            near += alone
            if beside:
                for sign in signs:
                    if sign in beside:
                        near += beside[sign]
        found = []
        for number in sorted(set(near)):
            for need in phrases[number][0]:
                if signs.isdisjoint(sets[need]):
                    break
            else:
                found.append(number)
        return found

    def cancelling(self, sentence: Sentence, entry: int) -> list[Slots]:
        """For each way that an `unless` phrase of the entry stands in the sentence, the words that must be cased for it."""
        return [asked for *_, asked in self.standing(sentence, self.unless[entry][0])]

    def exempt(self, sentence: Sentence, entry: int) -> list[tuple[int, int, Slots]]:
        """Where in the sentence an `unless_clause` phrase of the entry stands, and the words that must be cased for it."""
        return list(self.standing(sentence, self.unless[entry][1]))

    def standing(self, sentence: Sentence, phrases: Iterable[Needing]) -> Iterator[tuple[int, int, Slots]]:
        """Where in the sentence these phrases stand, [first, last), and the words that must be cased for it."""
        signs, sets = sentence.signs, self.sets
        for needs, program in phrases:  # an entry may have a hundred, so this is written out as in `candidates`
            for need in needs:
                if signs.isdisjoint(sets[need]):
                    break
            else:
                if sentence.run(program):
                    yield from ((first, last, cased(slots)) for first, last, slots in sentence.spans(program))


def keep(memory: dict[str, T], key: str, found: T) -> T:
    """What was found, remembered; a full memory starts anew."""
    if len(memory) >= MEMORY:
        memory.clear()
    memory[key] = found
    return found


def spaced(text: str) -> str:
    """A folded text in which every line end is a chunk of its own that ends a sentence: two characters longer for each."""
    return text.replace("\n", LINE_END)


def overlap(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether the words [first, last) share any with others."""
    return other[0] < one[1] and one[0] < other[1]


def widest(hits: list[Hit]) -> tuple[Hit, ...]:
    """The hits without those that stand inside another of the same entry whose slots ask nothing of the text."""
    return tuple(hit for hit in hits if not any(holds(other, hit) for other in hits))


def holds(one: Hit, other: Hit) -> bool:
    """Whether a hit covers all words of another of its entry, and more."""
    return (
        one.entry == other.entry
        and not one.slots
        and one.first <= other.first
        and other.last <= one.last
        and one.last - one.first > other.last - other.first
    )
