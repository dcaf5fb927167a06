"""What an agent promises in a turn: who, what, by when.

One promise a sentence. A sentence is a promise where it says that somebody will do something for the customer after the
conversation ("I'll call you back by five"), or that the customer will have something by a time ("you'll receive the refund within
three days"). It is none where it asks, refuses, tells what was done, what others said or what usually happens, where it hangs
on a condition, or where it speaks of the conversation itself ("one moment, I'll check").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache, lru_cache
from typing import NamedTuple

from coach.expressions import compiled
from coach.review.promises.deadlines import By, deadlines
from coach.review.promises.nearest import Place, Told, nearest, told
from coach.review.promises.sentences import spans
from coach.review.promises.wording import REMEMBERED, SOMEONE, Making, Sentence, Wording, without_figures, wording
from coach.review.record import Promise
from coach.review.stems import any_of
from coach.texts import Passage

LONGEST = 600
"""Characters. Longer sentences are lists and small print."""


class Way(NamedTuple):
    """A way to promise, found in a sentence at `place`. `who` is to do it; or, with `written`, whoever stands there, where
    it is a `name` only if it is one. `leaves`: the customer is left for it, so that minutes count.
    """

    making: Making
    place: Place
    who: str
    written: tuple[int, int] | None
    name: bool
    leaves: bool


class Reading(NamedTuple):
    """What the words of a sentence promise, whatever its figures; `here` and `event` are those of `Wording`."""

    ways: tuple[Way, ...]
    here: bool
    event: bool


NOTHING = Reading((), here=False, event=False)


def promises(number: int, passage: Passage, when: datetime | None) -> tuple[Promise, ...]:
    """The promises of an agent's turn, the `number`th of its conversation, which was said at `when`.

    The span of a promise is its sentence. `who` is "" where nobody is said to do it ("you'll receive ..."). `due` is None without
    `when`, unless the promise names a date with its year; see `moments` for how days are counted.
    """
    language = wording(passage.lang)
    hints = [match.start() for match in compiled(language.hint).finditer(passage.folded)]
    if not hints:
        return ()
    found: list[Promise] = []
    for sentence, (start, end) in enumerate(spans(passage)):
        if bisect_left(hints, start) == bisect_left(hints, end) or end - start > LONGEST:
            continue
        folded = plain = passage.folded[start:end]
        for letter, other in language.plain:
            plain = plain.replace(letter, other)
        shape = without_figures(plain)
        reading = read(language.code, shape)
        if not reading.ways or passage.asks(sentence):
            continue
        said = Sentence(passage.text.shadow[start:end], folded, plain, shape)
        made = promise(said, reading, language, when, passage)
        if made is not None:
            who, by = made
            found.append(Promise(number, *passage.text.original(start, end), who, *(by or Told("", None))))
    return tuple(found)


@lru_cache(maxsize=REMEMBERED)
def read(code: str, shape: str) -> Reading:
    """What a sentence promises whose plain letters have this shape: every figure is 0 in it, as no way to promise asks which.

    Agents say the same again with other numbers, so what was read in one sentence is remembered for the next.
    """
    language = wording(code)
    found = tuple(ways(shape, language))
    if not found or any(compiled(words).search(shape) for words in (language.never, language.condition)):
        return NOTHING
    here, event = (compiled(words).search(shape) is not None for words in (language.here, language.event))
    return Reading(found, here, event)


def ways(shape: str, language: Wording) -> Iterator[Way]:
    """The ways to promise that a sentence has; the cheap questions first."""
    there = words_there(shape, language.code)
    timed = compiled(language.clue).search(shape) is not None
    for making in language.makings:
        if (timed or not making.timed) and there.issuperset(making.words):
            for match in compiled(making.pattern).finditer(shape):
                front = compiled(making.before).search(shape, 0, match.start()) if making.before else match
                if front is not None:
                    leaves = compiled(language.away).search(match[0]) is not None
                    who, written, name = doer(front, match, making, language)
                    yield Way(making, match.span(), who, written, name, leaves)


def words_there(shape: str, code: str) -> frozenset[str]:
    """The lists of `Wording.words` of which a sentence has a member."""
    expression, lists = listed(code)
    return frozenset[str]().union(*(lists[word] for word in set(compiled(expression).findall(shape))))


@cache
def listed(code: str) -> tuple[str, Mapping[str, frozenset[str]]]:
    """An expression that finds at each place the longest member of any list, and the lists that have it or a beginning of it."""
    words = wording(code).words
    found = {
        word: frozenset(name for name, others in words.items() if word.startswith(others))
        for some in words.values()
        for word in some
    }
    return rf"(?=({any_of('|'.join(found))}))", found


def doer(
    front: re.Match[str], match: re.Match[str], making: Making, language: Wording
) -> tuple[str, tuple[int, int] | None, bool]:
    """Who is to do it; or where it stands, and whether only a name may stand there."""
    for place in (front, match):
        groups = place.groupdict()
        if groups.get("name"):
            return "", place.span("name"), True
        if groups.get("who"):
            someone = compiled(language.somebody).match(groups["who"])
            return (SOMEONE, None, False) if someone else ("", place.span("who"), False)
    return making.who, None, False


def promise(
    said: Sentence, reading: Reading, language: Wording, when: datetime | None, passage: Passage
) -> tuple[str, Told | None] | None:
    """Who promises something in a sentence of a passage, and by when; None where nobody does."""
    times = deadlines(said, language, when, relative=reading.event)
    for way in reading.ways:
        # A few minutes count only where the customer is left for them.
        counted = times if way.leaves else [time for time in times if not time.soon]
        who, near = named(way, said, passage), nearest(way.place, counted, said.shape)
        if who is not None and stands(way.making, near, reading, timed=bool(times)):
            return who, told(way.place, near, counted, said, language, when) if near else None
    return None


def named(way: Way, said: Sentence, passage: Passage) -> str | None:
    """Who is to do it, as written; None where what stands there as a name is none."""
    if way.written is None:
        return way.who
    who = said.written[slice(*way.written)]
    if way.name:
        own = passage.matcher.symbols.language
        if not all(part[0].isupper() for part in who.split()):
            return None
        parts = said.plain[slice(*way.written)].split()
        return who if own.function_words.isdisjoint(parts) and own.openers.isdisjoint(parts) else None
    return who


def stands(making: Making, by: By | None, reading: Reading, *, timed: bool) -> bool:
    """Whether it is a promise with that time, or without one; `timed`: the sentence has some time, if only a few minutes."""
    if by is not None:
        return True
    if making.timed or timed or reading.here:
        return False
    return making.deed or not reading.event
