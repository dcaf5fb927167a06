"""What an agent promises in a turn: who, what, by when.

One promise a sentence. A sentence is a promise where it says that somebody will do something for the customer after the
conversation ("I'll call you back by five"), or that the customer will have something by a time ("you'll receive the refund within
three days"). It is none where it asks, refuses, tells what was done, what others said or what usually happens, where it hangs
on a condition, or where it speaks of the conversation itself ("one moment, I'll check").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import datetime
from typing import NamedTuple

from coach.expressions import compiled
from coach.review.promises.deadlines import By, deadlines
from coach.review.promises.wording import SOMEONE, Making, Wording
from coach.review.record import Promise
from coach.texts import Passage

LONGEST = 600
"""Characters. Longer sentences are lists and small print."""

APART = 80
"""Characters. A time that stands farther from the promise says something else."""


ASIDE = r"thank|sorry|\bdank|\bleid\b|спасибо|извин|tesekkur|\bozur"
"""Words that open another matter within a sentence."""


class Sentence(NamedTuple):
    """A sentence of a passage as it was written, folded, and in plain letters: all of one length."""

    written: str
    folded: str
    plain: str


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
    plain = passage.folded
    for letter, other in language.plain:
        plain = plain.replace(letter, other)
    if not compiled(language.hint).search(plain) or not (makings := possible(plain, language)):
        return ()
    places = sorted(match.start() for making in makings for match in compiled(making.pattern).finditer(plain))
    found: list[Promise] = []
    for sentence in range(passage.sentences):
        if passage.asks(sentence):
            continue
        span = start, end = passage.sentence_span(sentence)
        if end - start > LONGEST or bisect_left(places, start) == bisect_left(places, end):
            continue
        said = Sentence(passage.text.shadow[slice(*span)], passage.folded[slice(*span)], plain[slice(*span)])
        made = promise(said, makings, language, when, passage)
        if made is not None:
            who, by = made
            words = said.written[by.start : by.end] if by else ""
            found.append(Promise(number, *passage.text.original(start, end), who, words, by.due if by else None))
    return tuple(found)


def possible(plain: str, language: Wording) -> list[Making]:
    """The ways to promise that a text has anywhere: mostly none, so that its sentences need not be told apart."""
    there = {name for name, parts in language.words.items() if any(map(plain.__contains__, parts))}
    timed = compiled(language.clue).search(plain) is not None
    return [
        making
        for making in language.makings
        if (timed or not making.timed) and there.issuperset(making.words) and compiled(making.pattern).search(plain)
    ]


def promise(
    said: Sentence, makings: list[Making], language: Wording, when: datetime | None, passage: Passage
) -> tuple[str, By | None] | None:
    """Who promises something in a sentence of a passage, and by when; None where nobody does."""
    sentence = said.plain
    found = [(making, match) for making in makings for match in compiled(making.pattern).finditer(sentence)]
    if not found or any(compiled(silent).search(sentence) for silent in (language.never, language.condition)):
        return None
    times = deadlines(sentence, said.folded, language, when)
    for making, match in found:
        who = doer(match, making, said, language, passage)
        by = nearest(match, times, language)
        if who is not None and stands(making, by, sentence, language, bool(times)):
            return who, by
    return None


def doer(match: re.Match[str], making: Making, said: Sentence, language: Wording, passage: Passage) -> str | None:
    """Who is to do it; None where something else stands in front, or what stands there as a name is none."""
    front = compiled(making.before).search(said.plain, 0, match.start()) if making.before else match
    if front is None:
        return None
    for place in (front, match):
        groups = place.groupdict()
        if groups.get("name"):
            own = passage.matcher.symbols.language
            name = said.written[slice(*place.span("name"))]
            known = not own.function_words.union(own.openers).isdisjoint(groups["name"].split())
            return name if all(part[0].isupper() for part in name.split()) and not known else None
        if groups.get("who"):
            return SOMEONE if compiled(language.somebody).match(groups["who"]) else said.written[slice(*place.span("who"))]
    return making.who


def nearest(match: re.Match[str], times: list[By], language: Wording) -> By | None:
    """The time that stands nearest to the promise and is no aside's; a few minutes only where the customer is left for them."""
    leaves = compiled(language.away).search(match[0]) is not None
    apart = {time: between(match, time) for time in times if leaves or not time.soon}
    near = min(apart, key=lambda time: len(apart[time]), default=None)
    return near if near is not None and len(apart[near]) <= APART and not compiled(ASIDE).search(apart[near]) else None


def between(match: re.Match[str], time: By) -> str:
    """The words between the promise and a time."""
    return match.string[match.end() : time.start] or match.string[time.end : match.start()]


def stands(making: Making, by: By | None, sentence: str, language: Wording, timed: bool) -> bool:
    """Whether it is a promise with that time, or without one; `timed`: the sentence has some time, if only a few minutes."""
    if by is not None:
        return True
    if making.timed or timed or compiled(language.here).search(sentence):
        return False
    return making.deed or not compiled(language.event).search(sentence)
