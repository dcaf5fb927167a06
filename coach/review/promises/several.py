"""Several promises in one sentence: each has its own clause, its own time, and stands for itself in the ledger.

"I'll ring the depot by noon, and the money goes back today" are two; "I'll ask the depot by noon and write to you" is one, which
takes two verbs. What tells them apart is the time: a second promise has one of its own in its own clauses, or begins with an
event of its own ("..., and I'll write to you once the van has left").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from coach.expressions import compiled
from coach.review.promises.deadlines import By
from coach.review.promises.nearest import Place
from coach.review.promises.wording import Making, Wording


class Made(NamedTuple):
    """A promise in a sentence: how it is said and where, who is to do it, and the time nearest to it."""

    making: Making
    place: Place
    who: str
    near: By | None


class Clauses(NamedTuple):
    """Where the clauses of a sentence begin, and where the words that part them do."""

    begins: tuple[int, ...]
    cuts: tuple[int, ...]

    def of(self, place: int) -> int:
        """The number of the clause that has a place."""
        return sum(cut <= place for cut in self.cuts)

    def same(self, place: Place, times: Sequence[By]) -> list[By]:
        """The times in the clauses of some words."""
        first, last = self.of(place[0]), self.of(place[1] - 1)
        return [time for time in times if first <= self.of(time.start) <= last]

    def area(self, one: Made) -> tuple[int, int]:
        """The first and the last clause that a promise takes."""
        places = [one.place[0], one.place[1] - 1, *((one.near.start, one.near.end - 1) if one.near else ())]
        return self.of(min(places)), self.of(max(places))

    def breadth(self, one: Made) -> int:
        """How many clauses a promise takes, beside the first."""
        first, last = self.area(one)
        return last - first


def clauses(shape: str, times: Sequence[By], language: Wording) -> Clauses:
    """The clauses of a sentence; what parts the words of a time ("between 9 and 12") parts no clauses."""
    parts = [
        match.span()
        for match in compiled(language.parts).finditer(shape)
        if not any(time.start < match.end() and match.start() < time.end for time in times)
    ]
    return Clauses(tuple(end for _, end in parts), tuple(start for start, _ in parts))


def apart(found: Sequence[Made], shape: str, clauses: Clauses, language: Wording, *, event: bool) -> list[Made]:
    """The promises that stand for themselves, in their order in the sentence; `found` has the surest first. `event`: it has one.

    "I'll check it today and call you on Friday" is found as two that take a clause each, and as one that takes both.
    """
    kept: list[Made] = []
    several = event or len({one.near for one in found}) > 1
    for one in sorted(found, key=clauses.breadth) if several else found:
        first, last = clauses.area(one)
        if kept and one.near in [other.near for other in kept]:
            if one.making.timed or not event or not own_event(one, shape, clauses, language):
                continue
            one, (first, last) = one._replace(near=None), clauses.area(one._replace(near=None))
        if all(last < begin or end < first for begin, end in map(clauses.area, kept)):
            kept.append(one)
    return sorted(kept, key=lambda one: one.place)


def own_event(one: Made, shape: str, clauses: Clauses, language: Wording) -> bool:
    """Whether an event stands in the clause of a promise or the next; a clause that begins with one is itself the event."""
    own = clauses.of(one.place[0])
    events = [event.start() for event in compiled(language.event).finditer(shape)]
    begins = clauses.begins[own - 1] if own else 0
    return one.making.deed and begins not in events and any(0 <= clauses.of(event) - own <= 1 for event in events)


def stretches(kept: Sequence[Made], length: int, clauses: Clauses) -> list[tuple[int, int]]:
    """The words of each of the promises of a sentence: each begins behind the clauses of the one before."""
    ends = [clauses.area(one)[1] for one in kept[:-1]]
    starts = [0, *(clauses.begins[end] for end in ends)]
    return list(zip(starts, [*(clauses.cuts[end] for end in ends), length], strict=True))
