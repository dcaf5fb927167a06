"""How long customers waited."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from coach.review.record import AGENT, CUSTOMER, UNKNOWN, Turn
from coach.review.times import LONGEST, waited

NOON = datetime(2026, 11, 18, 12, 0)


def said(role: str, minutes: float | None) -> Turn:
    """A turn so many minutes after noon."""
    return Turn(role, "...", time=None if minutes is None else NOON + timedelta(minutes=minutes))


def test_the_clock_runs_from_the_first_turn_that_nobody_has_answered() -> None:
    turns = [said(CUSTOMER, 0), said(CUSTOMER, 3), said(AGENT, 5), said(AGENT, 6), said(CUSTOMER, 10), said(AGENT, 10.5)]
    assert waited(turns) == (None, None, 300.0, None, None, 30.0)


def test_an_agent_who_begins_the_conversation_made_nobody_wait() -> None:
    assert waited([said(AGENT, 0), said(CUSTOMER, 1), said(AGENT, 2)]) == (None, None, 60.0)


def test_an_answer_in_the_same_second_took_no_time() -> None:
    assert waited([said(CUSTOMER, 0), said(AGENT, 0)]) == (None, 0.0)


def test_turns_of_nobody_in_particular_neither_ask_nor_answer() -> None:
    assert waited([said(UNKNOWN, 0), said(CUSTOMER, 1), said(UNKNOWN, 2), said(AGENT, 4)]) == (None, None, None, 180.0)


@pytest.mark.parametrize(
    "turns",
    [
        [said(CUSTOMER, None), said(AGENT, 5)],
        [said(CUSTOMER, 0), said(AGENT, None)],
        [said(CUSTOMER, 5), said(AGENT, 0)],
        [said(CUSTOMER, 0), said(AGENT, LONGEST / 60 + 1)],
        [Turn(CUSTOMER, "...", offset=float("nan")), Turn(AGENT, "...", offset=3.0)],
        [Turn(CUSTOMER, "...", offset=1.0), said(AGENT, 0)],
    ],
    ids=[
        "customer without a time",
        "agent without a time",
        "clock went back",
        "beyond sixty days",
        "no number",
        "clock and offset",
    ],
)
def test_what_cannot_be_told_is_not_guessed(turns: list[Turn]) -> None:
    assert waited(turns) == (None, None)


def test_offsets_count_where_there_is_no_clock() -> None:
    assert waited([Turn(CUSTOMER, "...", offset=1.5), Turn(AGENT, "...", offset=4.0)]) == (None, 2.5)


def test_a_first_turn_without_a_time_is_not_replaced_by_the_next_one() -> None:
    """The wait began earlier than the second turn, nobody knows when."""
    assert waited([said(CUSTOMER, None), said(CUSTOMER, 5), said(AGENT, 6)]) == (None, None, None)


def test_no_turns_no_waits() -> None:
    assert waited([]) == ()
