"""A conversation that an export spreads over several pages, or values: one again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf

from coach.review.record import Conversation, Turn
from coach.review.sources.moments import EPOCH


def joined(found: Iterable[Conversation]) -> Iterator[Conversation]:
    """The conversations; those of one file with one id that follow each other are one, and what is on two pages counts once.

    Without times nothing tells pages from two copies: then they stay as they are.
    """
    waiting: Conversation | None = None
    for one in found:
        if waiting and (one.id, one.source) == (waiting.id, waiting.source) and all(map(_timed, (one, waiting))):
            waiting = _together(waiting, one)
            continue
        if waiting:
            yield waiting
        waiting = one
    if waiting:
        yield waiting


def in_order(turns: list[Turn], *, newest_first: bool = False) -> list[Turn]:
    """The turns by time, else by offset. One without either stays behind the one before it; where no turn has either, the
    order is that of the export.
    """
    dated = any(turn.time for turn in turns)
    stamps = [((turn.time - EPOCH).total_seconds() if turn.time else None) if dated else turn.offset for turn in turns]
    known = [stamp for stamp in stamps if stamp is not None]
    if known[0] > known[-1] if known and known[0] != known[-1] else newest_first:
        turns, stamps = turns[::-1], stamps[::-1]
    reached = -inf
    keys = [reached := reached if stamp is None else stamp for stamp in stamps]
    return [turns[place] for place in sorted(range(len(turns)), key=keys.__getitem__)]


def _timed(one: Conversation) -> bool:
    """Whether all that is said in a conversation has its time."""
    return all(turn.time or turn.offset is not None for turn in one.turns)


def _together(one: Conversation, other: Conversation) -> Conversation:
    """Two pages of a conversation as one."""
    known = {turn._replace(line=0) for turn in one.turns}
    turns = [*one.turns, *(turn for turn in other.turns if turn._replace(line=0) not in known)]
    return one._replace(
        turns=tuple(in_order(turns)),
        channel=one.channel or other.channel,
        team=one.team or other.team,
        lang=one.lang or other.lang,
        customer=one.customer or other.customer,
        left_out=one.left_out + other.left_out,
    )
