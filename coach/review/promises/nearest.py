"""The time that belongs to a promise: the nearest one, and a day and an hour that stand apart in its sentence as one moment.

"Today I'll call you back by 5 pm" has two times. They are one where nothing between them opens another matter ("today, the shop
is open until 5 pm"), and where the sentence has no third.
"""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

from coach.expressions import compiled
from coach.review.promises import moments
from coach.review.promises.deadlines import By
from coach.review.promises.wording import Sentence, Wording

APART = 80
"""Characters. A time that stands farther from the promise says something else."""

ASIDE = r"thank|sorry|\bdank|\bleid\b|спасибо|извин|tesekkur|\bozur"
"""Words that open another matter within a sentence."""

ONE_CLAUSE = r"[^,;:()–—]*(?:, ?)?"
"""What may stand between parts of one clause: a comma only right in front of the second."""

Place = tuple[int, int]
"""The words [start, end) of a sentence that promise."""


class Told(NamedTuple):
    """By when somebody promises something: the words as written, and the moment."""

    words: str
    due: datetime | None


def nearest(place: Place, times: list[By], sentence: str) -> By | None:
    """The time that stands nearest to a promise and is no aside's."""
    if not times:
        return None
    near = min(times, key=lambda time: max(time.start - place[1], place[0] - time.end)) if len(times) > 1 else times[0]
    words = between(place, near, sentence)
    return near if len(words) <= APART and not compiled(ASIDE).search(words) else None


def between(place: Place, time: By, sentence: str) -> str:
    """The words between a promise and a time."""
    return sentence[place[1] : time.start] or sentence[time.end : place[0]]


def moment_told(place: Place, near: By, times: list[By], said: Sentence, language: Wording, when: datetime | None) -> Told:
    """The words and the moment of the time nearest to a promise; of that and the other one where they are a day and its hour."""
    other = next((one for one in times if one is not near), None) if len(times) == 2 else None
    if other is None or not complete(near, other) or not one_matter(place, near, other, said.plain, language):
        return Told(said.written[near.start : near.end], near.due)
    words = " … ".join(said.written[one.start : one.end] for one in sorted((near, other)))
    day, at = near.day or other.day, near.at or other.at
    due = moments.at(day, at) if day and at else None
    return Told(words, due if due and when and due >= when else None)


def complete(one: By, other: By) -> bool:
    """Whether one of two times is a day without an hour, and the other an hour by the clock without a day."""
    day, hour = (one, other) if one.day else (other, one)
    return bool(day.day and not day.at and hour.exact and not hour.day)


def one_matter(place: Place, near: By, other: By, plain: str, language: Wording) -> bool:
    """Whether nothing between a promise and two times opens another matter; in front of the promise stands who is to do it."""
    for (_, end), (start, behind) in pairwise(sorted((place, (near.start, near.end), (other.start, other.end)))):
        gap = plain[end:start]
        if len(gap) > APART or not compiled(ONE_CLAUSE).fullmatch(gap) or compiled(ASIDE).search(gap):
            return False
        if (start, behind) != place and compiled(language.opens).search(gap):
            return False
    return True
