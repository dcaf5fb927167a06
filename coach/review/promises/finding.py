"""What an agent promises in a turn: who, what, by when.

A sentence is a promise where it says that somebody will do something for the customer after the
conversation ("I'll call you back by five"), or that the customer will have something by a time ("you'll receive the refund within
three days"). It is none where it asks, refuses, tells what was done, what others said or what usually happens, where it hangs
on a condition, or where it speaks of the conversation itself ("one moment, I'll check"). A sentence may hold several
promises, see `several`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from coach.expressions import compiled
from coach.review.promises.deadlines import By, deadlines
from coach.review.promises.hints import bare, possible, told
from coach.review.promises.nearest import ONE_CLAUSE, Place, Told, between, moment_told, nearest
from coach.review.promises.sentences import spans
from coach.review.promises.several import Clauses, Made, apart, clauses, stretches
from coach.review.promises.wording import (
    NO_BREAK,
    REMEMBERED,
    SOMEONE,
    Making,
    Sentence,
    Wording,
    plainly,
    without_figures,
    wording,
)
from coach.review.record import Promise
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

    The span of a promise is its sentence, or its part of one that holds several. `who` is "" where nobody is said to do it
    ("you'll receive ..."). `due` is None without `when`, unless the promise names a date with its year; see `moments` for how
    days are counted.
    """
    language = wording(passage.lang)
    plain = plainly(passage.folded, language)
    spoken = bare(plain, language)
    if not possible(language.code, told(spoken, language)):
        return ()
    found: list[Promise] = []
    for sentence, (start, end) in enumerate(spans(passage)):
        lists = told(spoken[start:end], language)
        if end - start > LONGEST or not possible(language.code, lists):
            continue
        words = plain[start:end]
        shape = without_figures(words)
        reading = read(language.code, shape, lists)
        if not reading.ways or passage.asks(sentence):
            continue
        said = Sentence(passage.text.shadow[start:end], passage.folded[start:end].replace(NO_BREAK, " "), words, shape)
        for first, last, who, by in made(said, reading, language, when, passage):
            found.append(Promise(number, *passage.text.original(start + first, start + last), who, *(by or Told("", None))))
    return tuple(found)


@lru_cache(maxsize=REMEMBERED)
def read(code: str, shape: str, lists: int) -> Reading:
    """What a sentence promises whose plain letters have this shape: every figure is 0 in it, as no way to promise asks which.

    Agents say the same again with other numbers, so what was read in one sentence is remembered for the next. `lists` are those
    of which it has a word, see `hints`.
    """
    language = wording(code)
    found = tuple(ways(shape, possible(code, lists), language))
    if not found or compiled(language.never).search(shape):
        return NOTHING
    if compiled(language.condition).search(shape):
        # "I'll be there by noon, and if the van breaks down, Tom comes": what hangs on nothing stands in front.
        otherwise = compiled(language.otherwise).search(shape)
        if otherwise is None or compiled(language.condition).search(shape, 0, otherwise.start() + 1):
            return NOTHING
        found = tuple(way for way in found if way.place[1] <= otherwise.start())
    here, event = (compiled(words).search(shape) is not None for words in (language.here, language.event))
    return Reading(found, here, event)


def ways(shape: str, makings: Iterable[Making], language: Wording) -> Iterator[Way]:
    """The ways to promise that a sentence has, of those that it may have."""
    for making in makings:
        for match in compiled(making.pattern).finditer(shape):
            front = compiled(making.before).search(shape, 0, match.start()) if making.before else match
            if front is not None and not (making.unless and compiled(making.unless).search(shape)):
                leaves = compiled(language.away).search(match[0]) is not None
                who, written, name = doer(front, match, making, language)
                yield Way(making, match.span(), who, written, name, leaves)


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


def made(
    said: Sentence, reading: Reading, language: Wording, when: datetime | None, passage: Passage
) -> Iterator[tuple[int, int, str, Told | None]]:
    """The promises of a sentence of a passage: their words [start, end) in it, who promises, and by when."""
    times = deadlines(said, language, when, relative=reading.event)
    times = [time for time in times if not compiled(language.since).search(said.shape, max(0, time.start - 10), time.start)]
    if len(times) > 1:  # "By Friday we'll move your stay to 18 May": that is the stay's.
        times = [
            time for time in times if not compiled(language.aims).search(said.shape, max(0, time.start - 8), time.start)
        ] or times
    if len(times) < 2 and not reading.event:
        one = next(standing(said, reading, times, None, passage), None)
        kept, ends = [one] if one else [], [(0, len(said.shape))]
    else:
        own = clauses(said.shape, times, language)
        kept = apart(list(standing(said, reading, times, own, passage)), said.shape, own, language, event=reading.event)
        ends = stretches(kept, len(said.shape), own)
    for one, (start, end) in zip(kept, ends, strict=False):
        others = [other.near for other in kept if other is not one]
        mine = [time for time in times if time is one.near or not (time in others or time.soon)]
        yield start, end, one.who, moment_told(one.place, one.near, mine, said, language, when) if one.near else None


def standing(said: Sentence, reading: Reading, times: list[By], own: Clauses | None, passage: Passage) -> Iterator[Made]:
    """The ways that stand, with the time nearest to each, one in its `own` clauses before others."""
    for way in reading.ways:
        # A few minutes count only where the customer is left for them.
        counted = times if way.leaves else [time for time in times if not time.soon]
        near = (own and nearest(way.place, own.same(way.place, counted), said.shape)) or nearest(way.place, counted, said.shape)
        if near is not None and way.making.close and not compiled(ONE_CLAUSE).fullmatch(between(way.place, near, said.shape)):
            near = None
        if stands(way.making, near, reading, timed=bool(times)) and (who := named(way, said, passage)) is not None:
            yield Made(way.making, way.place, who, near)


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
        return not (making.dated and by.period)
    if making.timed or timed or reading.here:
        return False
    return making.deed or not reading.event
