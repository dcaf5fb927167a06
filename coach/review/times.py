"""How long customers wait for an answer.

The clock runs from the first turn that nobody has answered yet, because a customer who writes "Hello?" a second time has not
begun to wait anew, and it stops at the first turn of the agent that follows, whatever that turn says.
"""

from __future__ import annotations

from collections.abc import Sequence

from coach.review.record import AGENT, CUSTOMER, Turn

LONGEST = 60 * 24 * 60 * 60.0
"""Seconds. Longer waits are clocks set wrong and old conversations taken up again, and would drown the others in any mean."""


def waited(turns: Sequence[Turn]) -> tuple[float | None, ...]:
    """For each turn the seconds that the customer waited for it.

    None for customers' turns, for an agent's turns but the first of an answer, where one of the two moments is not known, where
    the clock went back, and beyond LONGEST. Turns of nobody in particular neither ask nor answer. In a call, where only offsets
    are given, the wait is counted from the beginning of the customer's turn, as the export counts.
    """
    waits: list[float | None] = []
    asked: Turn | None = None
    for turn in turns:
        waits.append(between(asked, turn) if asked is not None and turn.role == AGENT else None)
        if turn.role == AGENT:
            asked = None
        elif turn.role == CUSTOMER and asked is None:
            asked = turn
    return tuple(waits)


def between(asked: Turn, answered: Turn) -> float | None:
    """The seconds from one turn to the other by the clock, else by their offsets; None where that cannot be told."""
    if asked.time is not None and answered.time is not None:
        seconds = (answered.time - asked.time).total_seconds()
    elif asked.offset is not None and answered.offset is not None:
        seconds = answered.offset - asked.offset
    else:
        return None
    return seconds if 0 <= seconds <= LONGEST else None
