"""What an agent promises in a turn: who, what, by when.

One promise a sentence. A sentence is a promise where it says that somebody will do something for the customer after the
conversation ("I'll call you back by five"), or that the customer will have something by a time ("you'll receive the refund within
three days"). It is none where it asks, refuses, tells what was done, what others said or what usually happens, where it hangs
on a condition, or where it speaks of the conversation itself ("one moment, I'll check").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache, lru_cache
from typing import NamedTuple

from coach.expressions import compiled
from coach.review.promises.deadlines import By, deadlines
from coach.review.promises.sentences import sentences
from coach.review.promises.wording import REMEMBERED, SOMEONE, Making, Sentence, Wording, without_figures
from coach.review.record import Promise
from coach.texts import Passage

LONGEST = 600
"""Characters. Longer sentences are lists and small print."""

APART = 80
"""Characters. A time that stands farther from the promise says something else."""

ASIDE = r"thank|sorry|\bdank|\bleid\b|спасибо|извин|tesekkur|\bozur"
"""Words that open another matter within a sentence."""


class Way(NamedTuple):
    """A way to promise, found in a sentence at [start, end). `who` is to do it; or, with `written`, whoever stands there, where
    it is a `name` only if it is one. `leaves`: the customer is left for it, so that minutes count.
    """

    making: Making
    start: int
    end: int
    who: str
    written: tuple[int, int] | None
    name: bool
    leaves: bool


class Reading(NamedTuple):
    """What the words of a sentence promise, whatever its figures. `silent`: it has a word that makes it no promise; `here` and
    `event` are those of `Wording`.
    """

    ways: tuple[Way, ...]
    silent: bool
    here: bool
    event: bool


NOTHING = Reading((), silent=True, here=False, event=False)


@cache
def wording(code: str) -> Wording:
    """What the language says; imported where a text of that language comes."""
    if code == "de":
        from coach.review.promises import german

        return german.GERMAN
    if code == "ru":
        from coach.review.promises import russian

        return russian.RUSSIAN
    if code == "tr":
        from coach.review.promises import turkish

        return turkish.TURKISH
    from coach.review.promises import english

    return english.ENGLISH


def promises(number: int, passage: Passage, when: datetime | None) -> tuple[Promise, ...]:
    """The promises of an agent's turn, the `number`th of its conversation, which was said at `when`.

    The span of a promise is its sentence. `who` is "" where nobody is said to do it ("you'll receive ..."). `due` is None without
    `when`, unless the promise names a date with its year; see `moments` for how days are counted.
    """
    language = wording(passage.lang)
    if not compiled(language.hint).search(passage.folded):
        return ()
    plain = passage.folded
    for letter, other in language.plain:
        plain = plain.replace(letter, other)
    shape = without_figures(plain)
    found: list[Promise] = []
    for sentence in sentences(passage, shape, lambda piece: bool(read(language.code, piece).ways)):
        if passage.asks(sentence):
            continue
        start, end = passage.sentence_span(sentence)
        reading = read(language.code, shape[start:end]) if end - start <= LONGEST else NOTHING
        if reading.silent or not reading.ways:
            continue
        said = Sentence(passage.text.shadow[start:end], passage.folded[start:end], plain[start:end], shape[start:end])
        made = promise(said, reading, language, when, passage)
        if made is not None:
            who, by = made
            words = said.written[by.start : by.end] if by else ""
            found.append(Promise(number, *passage.text.original(start, end), who, words, by.due if by else None))
    return tuple(found)


@lru_cache(maxsize=REMEMBERED)
def read(code: str, shape: str) -> Reading:
    """What a sentence promises whose plain letters have this shape: every figure is 0 in it, as no way to promise asks which.

    Agents say the same again with other numbers, so what was read in one sentence is remembered for the next.
    """
    language = wording(code)
    if not compiled(language.hint).search(shape):
        return NOTHING
    found = tuple(ways(shape, language))
    if not found:
        return NOTHING
    silent = any(compiled(words).search(shape) for words in (language.never, language.condition))
    here, event = (compiled(words).search(shape) is not None for words in (language.here, language.event))
    return Reading(found, silent, here, event)


def ways(shape: str, language: Wording) -> Iterator[Way]:
    """The ways to promise that a sentence has; the cheap questions first."""
    there = {name for name, parts in language.words.items() if any(map(shape.__contains__, parts))}
    timed = compiled(language.clue).search(shape) is not None
    for making in language.makings:
        if (timed or not making.timed) and there.issuperset(making.words):
            for match in compiled(making.pattern).finditer(shape):
                front = compiled(making.before).search(shape, 0, match.start()) if making.before else match
                if front is not None:
                    leaves = compiled(language.away).search(match[0]) is not None
                    who, written, name = doer(front, match, making, language)
                    yield Way(making, match.start(), match.end(), who, written, name, leaves)


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
) -> tuple[str, By | None] | None:
    """Who promises something in a sentence of a passage, and by when; None where nobody does."""
    times = deadlines(said, language, when, relative=reading.event)
    for way in reading.ways:
        who = named(way, said, passage)
        by = nearest(way, times, said.shape)
        if who is not None and stands(way.making, by, reading, timed=bool(times)):
            return who, by
    return None


def named(way: Way, said: Sentence, passage: Passage) -> str | None:
    """Who is to do it, as written; None where what stands there as a name is none."""
    if way.written is None:
        return way.who
    who = said.written[slice(*way.written)]
    if way.name:
        own = passage.matcher.symbols.language
        known = not own.function_words.union(own.openers).isdisjoint(said.plain[slice(*way.written)].split())
        return who if all(part[0].isupper() for part in who.split()) and not known else None
    return who


def nearest(way: Way, times: list[By], sentence: str) -> By | None:
    """The time that stands nearest to the promise and is no aside's; a few minutes only where the customer is left for them."""
    apart = {time: between(way, time, sentence) for time in times if way.leaves or not time.soon}
    near = min(apart, key=lambda time: len(apart[time]), default=None)
    return near if near is not None and len(apart[near]) <= APART and not compiled(ASIDE).search(apart[near]) else None


def between(way: Way, time: By, sentence: str) -> str:
    """The words between the promise and a time."""
    return sentence[way.end : time.start] or sentence[time.end : way.start]


def stands(making: Making, by: By | None, reading: Reading, *, timed: bool) -> bool:
    """Whether it is a promise with that time, or without one; `timed`: the sentence has some time, if only a few minutes."""
    if by is not None:
        return True
    if making.timed or timed or reading.here:
        return False
    return making.deed or not reading.event
