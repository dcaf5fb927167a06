"""Where the macros of one language give different numbers for the same thing.

Two claims are compared when their sentences are about the same and differ in nothing else that would tell two things apart, and
when their macros have the same topic. Where a number stands in many macros of different topics it is a house rule, and a bare
sentence with another number is compared with it, whatever its macro is about. All else is passed over: a fee of another service
is no contradiction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from coach.library.claims import Claim, Frame, about
from coach.library.facts import HOURS
from coach.library.quantities import DURATION, MONEY
from coach.library.record import Macro, Place
from coach.library.topics import BARE
from coach.library.words import body, is_content, stem, words

ALIKE = 0.5
"""Macros that share so much of the words that they are about have one topic."""

FEWEST_WORDS = 4
"""... if they have so many of them at least."""

HOUSE_RULE = 4
"""A number that so many macros give is a house rule ..."""

DEVIATING = 0.25
"""... and others deviate from it if they are at most so many for each that keeps it."""

COMPANY_WIDE = (DURATION, MONEY, HOURS)
"""The kinds of facts that a house has one rule for; there may be a phone number for each matter."""


class Side(NamedTuple):
    """One of the answers that a library gives: as it is written, and where."""

    shown: str
    places: tuple[Place, ...]
    macros: tuple[int, ...]


class Contradiction(NamedTuple):
    """The same thing said in different ways, the more frequent one first.

    `about` are the concepts, or the macro whose versions differ; `house_rule` says that the first one is a house rule.
    `languages` is the language, or those of the versions of one macro.
    """

    languages: tuple[str, ...]
    kind: str
    about: tuple[str, ...]
    sides: tuple[Side, ...]
    house_rule: bool = False


class Topic(NamedTuple):
    """What a macro is about, by its title and by its text; `scope` is whom it is for: a locale, the folder it is kept in."""

    title: tuple[frozenset[str], frozenset[str]]
    content: frozenset[str]
    scope: tuple[str, ...]

    def same(self, other: Topic) -> bool:
        """Whether two macros have one topic: titles that tell them apart in nothing, or much the same text under such titles."""
        (mine, my_rest), (theirs, their_rest) = self.title, other.title
        if my_rest != their_rest or self.scope != other.scope:
            return False
        if mine and mine == theirs:
            return True
        return len(self.content) >= FEWEST_WORDS <= len(other.content) and dice(self.content, other.content) >= ALIKE


def topic(macro: Macro) -> Topic:
    """The topic of a macro."""
    tongue = macro.tongue
    folded = tongue.fold(macro.name).replace("_", " ").replace("-", " ")
    content = frozenset(stem(word.key) for word in words(macro, *body(macro)) if is_content(word.key, tongue))
    return Topic(about(folded, tongue), content, (macro.locale, *macro.shelf))


def dice(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two sets share, from 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other))


def contradictions(found: Iterable[Claim]) -> list[Contradiction]:
    """The contradictions within each language, those that were sent most often first."""
    groups: defaultdict[tuple[str, Frame], list[Claim]] = defaultdict(list)
    for claim in found:
        groups[claim.macro.language or "", claim.frame].append(claim)
    topics: dict[int, Topic] = {}
    result: list[Contradiction] = []
    for (lang, frame), group in groups.items():
        plain = unequivocal(group)
        if contradict(plain):
            for claim in plain:
                topics.setdefault(claim.macro.number, topic(claim.macro))
            result += [told(lang, frame, sides, house_rule=True) for sides in against_house_rule(frame, plain)] or [
                told(lang, frame, sides, house_rule=False) for sides in of_one_topic(plain, topics)
            ]
    return sorted(result, key=lambda one: -sum(len(side.places) for side in one.sides))


def unequivocal(group: Sequence[Claim]) -> list[Claim]:
    """The claims of macros that do not contradict themselves; one that does knows more cases than its sentences tell apart."""
    by_macro: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in group:
        by_macro[claim.macro.number].append(claim)
    return [claim for claims in by_macro.values() if not contradict(claims) for claim in claims]


def contradict(group: Sequence[Claim]) -> bool:
    """Whether any two of some claims cannot both be right."""
    return any(one.fact.conflicts(other.fact) for one, other in combinations(group, 2))


def against_house_rule(frame: Frame, group: Sequence[Claim]) -> list[list[list[Claim]]]:
    """The claims that deviate from a house rule, after those that keep it; nothing where there is none.

    A folder in which nobody keeps the rule may be that of another brand or country.
    """
    if frame.rest or frame.kind not in COMPANY_WIDE or frame.concepts & BARE:
        return []
    values = sorted(by_value([claim for claim in group if not claim.special]), key=len, reverse=True)
    if not values or len({claim.macro.number for claim in values[0]}) < HOUSE_RULE:
        return []
    kept = {(claim.macro.locale, *claim.macro.shelf) for claim in values[0]}
    others = [
        [claim for claim in claims if (claim.macro.locale, *claim.macro.shelf) in kept]
        for claims in values[1:]
        if claims[0].fact.conflicts(values[0][0].fact)
    ]
    deviating = [claims for claims in others if claims]
    if not deviating or sum(map(len, deviating)) > DEVIATING * len(values[0]):
        return []
    return [[values[0], *deviating]]


def by_value(group: Sequence[Claim]) -> list[list[Claim]]:
    """The claims in lists that say the same as their first one."""
    values: list[list[Claim]] = []
    for claim in group:
        agreeing = next((claims for claims in values if claim.fact.agrees(claims[0].fact)), None)
        if agreeing is None:
            values.append([claim])
        else:
            agreeing.append(claim)
    return values


def of_one_topic(group: Sequence[Claim], topics: dict[int, Topic]) -> list[list[list[Claim]]]:
    """Claims of macros with one topic that give different numbers, as lists of those that agree."""
    left = list(group)
    result: list[list[list[Claim]]] = []
    while left:
        first = left.pop(0)
        mine = topics[first.macro.number]
        alike = [first, *(one for one in left if one.special == first.special and mine.same(topics[one.macro.number]))]
        values = by_value(alike)
        clashing = [one for one in values if any(one[0].fact.conflicts(other[0].fact) for other in values)]
        if clashing:
            result.append(sorted(clashing, key=len, reverse=True))
        left = [one for one in left if one not in alike]
    return result


def told(lang: str, frame: Frame, sides: Sequence[Sequence[Claim]], *, house_rule: bool) -> Contradiction:
    """Claims as they are reported."""
    return Contradiction((lang,), frame.kind, tuple(sorted(frame.concepts)), tuple(map(side, sides)), house_rule)


def side(group: Sequence[Claim]) -> Side:
    """Claims that agree, one for each macro, the macro that is sent most often first."""
    by_macro = {claim.macro.number: claim for claim in reversed(group)}
    ordered = sorted(by_macro.values(), key=lambda claim: (-claim.macro.sent, claim.macro.number))
    return Side(ordered[0].shown, tuple(claim.place for claim in ordered), tuple(claim.macro.number for claim in ordered))
