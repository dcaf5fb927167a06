"""Macros of one language that say nearly the same: who searches finds both and does not know which one to send.

Compared are the words without greeting, signature, placeholders and links. A word counts the more, the fewer macros have it, so
that what all of them say does not make them alike. The search is exact: two texts that share so much must share one of their
rarest words, so only macros with such a word in common are compared ("prefix filtering", Chaudhuri, Ganti and Kaushik 2006).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import log
from typing import NamedTuple

from coach.library.record import Macro, Place
from coach.library.words import Word, body, is_content, words

ALIKE = 0.85
"""Twice the weight that two macros share, of the weight of both."""

ENOUGH = 5
"""Shorter texts ("Thank you!") may well be there twice."""

LONG, SURE = 25, 0.9
"""Texts of fewer words must share so much."""

SHORT = 16
"""In a text of fewer words a single other word makes it another message."""

PLURALS = ("zero", "one", "two", "few", "many", "other")
"""The last part of the key of a plural form, which is kept beside the others on purpose."""

MOST_CHANGES = 6
"""How many differences are shown."""

NEGATIONS = frozenset(
    (
        "not no never without isn't aren't can't cannot won't don't doesn't nicht kein keine keinen keiner ohne nie "
        "не нет без нельзя değil yok degil hiç"
    ).split()
)

Token = tuple[str, int]
"""A word and which occurrence of it in a text this is."""


class Change(NamedTuple):
    """Words of the first macro and what stands in their place in another; either may be empty."""

    first: str
    other: str


class Copy(NamedTuple):
    """A macro that says nearly the same as the first of its cluster: how much, from 0 to 1, and where the words differ."""

    macro: int
    place: Place
    alike: float
    changes: tuple[Change, ...]


class Cluster(NamedTuple):
    """Macros that say nearly the same; `place` is the one that is sent most often, else the first."""

    language: str
    macro: int
    place: Place
    copies: tuple[Copy, ...]


class Core(NamedTuple):
    """The words of a macro that are compared, and each with its number of occurrence."""

    macro: Macro
    words: tuple[Word, ...]
    tokens: frozenset[Token]


def duplicates(macros: Iterable[Macro]) -> list[Cluster]:
    """The clusters of near-duplicates, the largest and most used first."""
    by_language: defaultdict[str, list[Core]] = defaultdict(list)
    for macro in macros:
        if macro.language:
            own = core(macro)
            if len(own.words) >= ENOUGH:
                by_language[macro.language].append(own)
    found = [cluster for cores in by_language.values() for cluster in clusters(cores)]
    return sorted(found, key=lambda one: -len(one.copies))


def core(macro: Macro) -> Core:
    """The words of a macro that are compared."""
    found = tuple(words(macro, *body(macro)))
    counts: Counter[str] = Counter()
    tokens: set[Token] = set()
    for word in found:
        counts[word.key] += 1
        tokens.add((word.key, counts[word.key]))
    return Core(macro, found, frozenset(tokens))


def clusters(cores: Sequence[Core]) -> list[Cluster]:
    """Near-duplicates of one language: each joins the most used macro that it is like, so that no chain leads to strangers."""
    texts = weighted(cores)
    index: defaultdict[int, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for token in text.rarest:
            index[token].append(number)
    result: list[Cluster] = []
    taken: set[int] = set()
    for one in sorted(range(len(cores)), key=lambda number: (-cores[number].macro.sent, cores[number].macro.number)):
        if one in taken:
            continue
        taken.add(one)
        near = [
            (share, other)
            for other in {other for token in texts[one].rarest for other in index[token]} - taken
            if (share := alike(texts[one], texts[other])) >= least(cores[one], cores[other])
            and same_message(cores[one], cores[other])
        ]
        taken.update(other for _, other in near)
        if near:
            first = cores[one].macro
            ordered = sorted(near, key=lambda found: (-found[0], found[1]))
            copies = tuple(copy(cores[one], cores[other], share) for share, other in ordered)
            result.append(Cluster(first.language or "", first.number, first.place, copies))
    return result


class Weighted(NamedTuple):
    """A text as numbers of its tokens: all of them, the rarest ones, the weight of each number, and the weight of the text."""

    tokens: frozenset[int]
    rarest: tuple[int, ...]
    weights: Sequence[float]
    total: float


def weighted(cores: Sequence[Core]) -> list[Weighted]:
    """The texts with tokens as numbers, the rarest first: numbers compare and hash faster than words."""
    frequency = Counter(token for one in cores for token in one.tokens)
    ordered = sorted(frequency, key=lambda token: (frequency[token], token))
    numbers = {token: number for number, token in enumerate(ordered)}
    weights = [1 + log(len(cores) / frequency[token]) for token in ordered]
    result: list[Weighted] = []
    for one in cores:
        tokens = sorted(map(numbers.__getitem__, one.tokens))
        total = sum(map(weights.__getitem__, tokens))
        result.append(Weighted(frozenset(tokens), tuple(rarest(tokens, weights, total)), weights, total))
    return result


def rarest(tokens: Sequence[int], weights: Sequence[float], total: float) -> Iterator[int]:
    """The rarest tokens of a text, so many that the others are too little to make it alike with any text."""
    left = total
    for token in tokens:
        if left < total * ALIKE / (2 - ALIKE):
            break
        yield token
        left -= weights[token]


def alike(one: Weighted, other: Weighted) -> float:
    """How much two texts share, from 0 to 1; 0 for texts of too different length."""
    both = one.total + other.total
    if ALIKE * both > 2 * min(one.total, other.total):
        return 0.0
    return 2 * sum(map(one.weights.__getitem__, one.tokens & other.tokens)) / both


def least(one: Core, other: Core) -> float:
    """How much two texts must share to say nearly the same."""
    return ALIKE if min(len(one.words), len(other.words)) >= LONG else SURE


def same_message(one: Core, other: Core) -> bool:
    """Whether two texts of much the same words may stand for each other, as far as words tell.

    Versions of one macro for other countries, channels or forms of address are kept on purpose. In a short text "shipped" for
    "cancelled" makes another message.
    """
    mine, theirs = one.macro, other.macro
    if mine.work == theirs.work and mine.locale != theirs.locale:
        return False
    if mine.name == theirs.name and mine.channel != theirs.channel:
        return False
    if {mine.address, theirs.address} == {"formal", "informal"}:
        return False
    if is_plural(mine.name, theirs.name):
        return False
    if min(len(one.words), len(other.words)) >= SHORT:
        return True
    only_mine, only_theirs = one.tokens - other.tokens, other.tokens - one.tokens
    if any(word in NEGATIONS for word, _ in only_mine | only_theirs):
        return False
    return not (carries(only_mine, mine) and carries(only_theirs, theirs))


def is_plural(one: str, other: str) -> bool:
    """Whether two titles are keys of one text for different numbers: cart.items.one, cart.items.other."""
    (stem, _, number), (same, _, another) = one.rpartition("."), other.rpartition(".")
    return bool(stem) and stem == same and number in PLURALS and another in PLURALS


def carries(tokens: frozenset[Token], macro: Macro) -> bool:
    """Whether there is a word or a number among these that says what the text is about."""
    return any(word[0].isdigit() or is_content(word, macro.tongue) for word, _ in tokens)


def copy(first: Core, other: Core, share: float) -> Copy:
    """A near-duplicate of the first macro of a cluster."""
    return Copy(other.macro.number, other.macro.place, share, tuple(changes(first, other)))


def changes(first: Core, other: Core) -> Iterator[Change]:
    """Where the words of two macros differ, in the order of the text and no more than are shown."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, [word.key for word in first.words], [word.key for word in other.words], autojunk=False)
    shown = 0
    for kind, begin, end, start, stop in matcher.get_opcodes():
        if kind != "equal" and shown < MOST_CHANGES:
            shown += 1
            yield Change(written(first, begin, end), written(other, start, stop))


def written(core: Core, begin: int, end: int) -> str:
    """Words of a macro as they stand in its text."""
    return core.macro.at(core.words[begin].start, core.words[end - 1].end).text if begin < end else ""
