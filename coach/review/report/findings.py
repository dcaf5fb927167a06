"""`csv`: a row a finding, straight from the store, for spreadsheets. RFC 4180; cells that could be formulas are defused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coach.reports.csv_report import row

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

COLUMNS = (
    "conversation", "source", "line", "turn", "time", "agent", "team", "channel", "language",
    "rule", "severity", "words", "message", "text", "start", "end", "disputed",
)  # fmt: skip

FOUND = """
SELECT conversation, source, t.line, turn, strftime(t.time, '%Y-%m-%d %H:%M:%S'), agent, team, channel, t.language,
    rule, severity, substring(text, start + 1, f."end" - start), message, text, start, f."end", disputed
FROM findings f JOIN turns t USING (key, turn) JOIN conversations c USING (key)
ORDER BY source, c.line, key, turn, start, rule
"""

AT_ONCE = 5_000
"""How many rows are in memory."""


def findings_csv(connection: DuckDBPyConnection) -> Iterator[str]:
    """The heading, then the findings in the order of the sources, in pieces of some thousand lines."""
    yield row(COLUMNS)
    found = connection.execute(FOUND)
    while some := found.fetchmany(AT_ONCE):
        yield "".join(row(["" if cell is None else cell for cell in one]) for one in some)
