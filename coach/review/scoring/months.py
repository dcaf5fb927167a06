"""The two months that a report compares where nobody says which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.review.scoring.tables import Period

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ENOUGH = 30
"""Conversations of a month from which it is worth comparing."""

MONTHS = """
SELECT strftime(month, '%Y-%m'), month, month + INTERVAL 1 MONTH
FROM (SELECT date_trunc('month', began)::TIMESTAMP AS month FROM conversations WHERE began IS NOT NULL
    GROUP BY ALL HAVING count(*) >= $enough)
ORDER BY month DESC LIMIT 2
"""


def last_two(connection: DuckDBPyConnection) -> tuple[Period, Period] | None:
    """The last month with enough conversations and the one just before it; None where that one has too few."""
    found = [Period(*row) for row in connection.execute(MONTHS, {"enough": ENOUGH}).fetchall()]
    if len(found) < 2 or found[1].end != found[0].start:
        return None
    return found[1], found[0]
