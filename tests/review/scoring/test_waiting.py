"""Whose customers wait longer: told only beyond chance, and only beside others on the same channel."""

from __future__ import annotations

from typing import Any

from coach.review.scoring import tables
from coach.review.scoring.waiting import waits

from .conftest import Add


def answered(add: Add, agent: str, first: int, seconds: list[float], channel: str = "chat") -> None:
    for at, waited in enumerate(seconds):
        asks = {"role": "customer"}
        turns = [asks, {"agent": agent, "waited": waited}, asks, {"agent": agent, "waited": 9000.0}]
        add(first + at, turns, channel=channel)


def test_the_slow_one_is_told_with_both_medians(connection: Any, add: Add) -> None:
    answered(add, "Ada", 0, [40.0 + at for at in range(20)])
    answered(add, "Bo", 100, [50.0 + at for at in range(20)])
    answered(add, "Cem", 200, [900.0 + at for at in range(20)])
    tables.prepare(connection)
    (wait,) = waits(connection)
    assert (wait.agent, wait.channel, wait.first_response, wait.slower, wait.answers) == ("Cem", "chat", 909.5, 20, 20)
    assert 40 < wait.of_all < 80


def test_whoever_writes_e_mails_is_not_compared_with_chats(connection: Any, add: Add) -> None:
    for at, agent in enumerate(("Ada", "Bo")):
        answered(add, agent, 100 * at, [60.0] * 20)
        answered(add, f"{agent} by mail", 1000 + 100 * at, [3600.0] * 20, channel="email")
    tables.prepare(connection)
    assert waits(connection) == ()


def test_a_few_slow_answers_may_be_chance(connection: Any, add: Add) -> None:
    answered(add, "Ada", 0, [60.0 + at for at in range(20)])
    answered(add, "Bo", 100, [60.0 + at for at in range(20)])
    answered(add, "Cem", 200, [900.0] * 3)
    tables.prepare(connection)
    assert waits(connection) == ()


def test_a_small_difference_is_none_however_certain(connection: Any, add: Add) -> None:
    answered(add, "Ada", 0, [60.0] * 60)
    answered(add, "Bo", 100, [70.0] * 59)
    tables.prepare(connection)
    assert waits(connection) == ()


def test_one_agent_alone_and_agents_without_a_name_are_not_told(connection: Any, add: Add) -> None:
    answered(add, "Ada", 0, [900.0] * 20)
    answered(add, "", 100, [60.0 + at for at in range(20)], channel="email")
    answered(add, "Bo", 200, [61.0 + at for at in range(20)], channel="email")
    tables.prepare(connection)
    assert waits(connection) == ()


def test_without_times_nobody_waits(connection: Any, add: Add) -> None:
    add(1, [{"agent": "Ada"}])
    tables.prepare(connection)
    assert waits(connection) == ()
