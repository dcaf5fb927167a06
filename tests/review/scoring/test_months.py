"""The months that are compared where nobody names a period."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from coach.review.scoring.months import last_two

from .conftest import Add


def begun(add: Add, first: int, month: int, number: int = 30) -> None:
    for at in range(number):
        add(first + at, [{"agent": "Ada"}], began=datetime(2026, month, 1 + at % 28, 12))


def test_the_last_two_months(connection: Any, add: Add) -> None:
    for month in (9, 10, 11):
        begun(add, 100 * month, month)
    before, now = last_two(connection) or ((), ())
    assert before == ("2026-10", datetime(2026, 10, 1), datetime(2026, 11, 1))
    assert now == ("2026-11", datetime(2026, 11, 1), datetime(2026, 12, 1))


def test_a_month_of_few_conversations_is_not_yet_one(connection: Any, add: Add) -> None:
    begun(add, 0, 9)
    begun(add, 100, 10)
    begun(add, 200, 11, 29)
    before, now = last_two(connection) or ((), ())
    assert (before[:1], now[:1]) == (("2026-09",), ("2026-10",))


def test_months_with_a_gap_between_are_not_compared(connection: Any, add: Add) -> None:
    begun(add, 0, 8)
    begun(add, 100, 10)
    assert last_two(connection) is None


def test_without_dates_there_are_no_months(connection: Any, add: Add) -> None:
    add(1, [{"agent": "Ada"}])
    assert last_two(connection) is None
