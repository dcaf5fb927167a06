"""Transfers: that a conversation is handed to somebody else, and whether what was said goes with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from coach.review.record import AGENT, Event
from coach.review.threads.giving import Given
from coach.review.threads.mood import REPEATS
from coach.review.threads.said import Said, spoken, words

SUBSTANCE = 8
"""A turn of fewer words is a greeting, which shows nothing of what is known."""

FIRST = 2
"""In so many turns somebody new shows to know what was said, or does not."""


class Handover(NamedTuple):
    """A transfer: its event, the number of the first turn of whoever takes over (None: nobody is known to), and whether that is
    known by the speaker's name.
    """

    event: Event
    taken: int | None
    named: bool


def handovers(said: Sequence[Said]) -> list[Handover]:
    """The transfers of a conversation: words of transfer in an agent's turn, or another agent who goes on.

    Words that are followed by another agent are one transfer; repeated words before that are one too.
    """
    found: list[Handover] = []
    speaker, announced = "", False
    for number, turn, passage in said:
        if turn.role != AGENT:
            continue
        changed = bool(speaker and turn.speaker) and not same(speaker, turn.speaker)
        if changed and announced:
            found[-1] = found[-1]._replace(taken=number, named=True)
        elif changed:
            found.append(Handover(Event("thread/transfer", number), number, True))
        elif announced and not turn.speaker and found[-1].taken is None:
            found[-1] = found[-1]._replace(taken=number)
        announced = announced and not changed
        span = words(passage, "transfers") if passage is not None else None
        if span and not announced:
            found.append(Handover(Event("thread/transfer", number, *span), None, False))
            announced = True
        speaker = turn.speaker or speaker
    return found


def same(one: str, other: str) -> bool:
    """Whether two names of agents may be one person's: "Dana" and "Dana W."."""
    short, long = sorted((one.casefold().strip(), other.casefold().strip()), key=len)
    return long.startswith(short)


def carried(
    said: Sequence[Said], transfers: Sequence[Handover], given: Sequence[Given], again: Sequence[int], shown: Sequence[Event]
) -> list[Event]:
    """For each transfer that somebody is known to have taken over: whether what was said was carried over, where it can be told.

    It was not where what was given is asked for again, or the customer has to repeat; it was where the new agent says so, or
    goes on without asking although something had been given. `again` are the turns that ask again.
    """
    if not transfers:
        return []
    agents = spoken(said, AGENT)
    repeats = [event for event in shown if event.name == REPEATS]
    customers = [one.number for one in said if one.turn.role != AGENT]
    bounds = [*(one.event.turn for one in transfers[1:]), said[-1].number + 1]
    found = []
    for (event, taken, named), end in zip(transfers, bounds, strict=True):
        if taken is None or (taken >= end and not named):
            continue
        end = max(end, taken + 1)
        own = [(number, passage) for number, passage in agents if taken <= number < end]
        asks = next((number for number in again if taken <= number < end), None)
        heard = [number for number in customers if taken < number < end][:FIRST]
        repeated = next((one for one in repeats if one.turn in heard), None)
        knows = next(
            ((number, span) for number, passage in own[:FIRST] if (span := words(passage, "carries-over")) is not None), None
        )
        begun = next((number for number, passage in own if sum(map(passage.length, range(passage.sentences))) >= SUBSTANCE), None)
        if asks is not None:
            found.append(Event("thread/not-carried-over", asks))
        elif repeated is not None:
            before = max((number for number, _ in own if number < repeated.turn), default=taken)
            found.append(Event("thread/not-carried-over", before))
        elif knows is not None:
            found.append(Event("thread/carried-over", knows[0], *knows[1]))
        elif named and begun is not None and any(one.turn < event.turn for one in given):
            found.append(Event("thread/carried-over", begun))
    return found
