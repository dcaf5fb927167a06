"""Whose customers wait longer than others on the same channel, and only where that is beyond chance.

A sign test: were an agent as quick as all together, about half of the agent's first answers would take longer than the median of
the channel. First answers only, one a conversation, so that they are independent of each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.review.scoring.counting import natural
from coach.review.scoring.intervals import chance, discoveries
from coach.review.scoring.record import Wait

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SLOWER = 1.5
"""How many times the median of the channel an agent's must be: in many answers the smallest difference is beyond chance."""

FIRST_ANSWERS = """
WITH usual AS (
    SELECT channel, median(waited) AS middle FROM answers WHERE first GROUP BY channel HAVING count(DISTINCT agent) > 1)
SELECT agent, channel, median(waited), any_value(middle), count(*) FILTER (waited > middle), count(*) FILTER (waited <> middle)
FROM answers JOIN usual USING (channel) WHERE first AND agent <> '' GROUP BY agent, channel
"""


def waits(connection: DuckDBPyConnection) -> tuple[Wait, ...]:
    """The agents whose first answers take longer than those of all on the channel, the most certain first."""
    rows = sorted(connection.execute(FIRST_ANSWERS).fetchall())
    values = [chance(slower, 1, answers - slower, 1) for *_, slower, answers in rows]
    told = sorted(
        (p, natural(row[0]), Wait(*row))
        for row, p, is_told in zip(rows, values, discoveries(values), strict=True)
        if is_told and row[4] * 2 > row[5] and row[2] >= SLOWER * row[3]
    )
    return tuple(wait for _, _, wait in told)
