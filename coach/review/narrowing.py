"""Looking at a part of a review file: the conversations of one run, or of some days.

Views of the connection stand before the tables of the same name, so that every question that is asked of the tables is asked
of the part, and nobody who asks has to know.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from coach.errors import UsageError
from coach.expressions import compiled
from coach.review.scoring.tables import Period

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

TABLES = ("conversations", "turns", "findings", "events", "promises")

NOBODY: Mapping[str, str] = MappingProxyType({})

MONTH = r"(\d{4})-(\d\d)\Z"
BETWEEN = r"(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)\Z"


def period(text: str) -> Period:
    """A month ("2026-10") or the days from one to another ("2026-10-01..2026-10-31"). Raises UsageError for anything else."""
    try:
        if match := compiled(MONTH).match(text):
            first = date(int(match[1]), int(match[2]), 1)
            return Period(text, midnight(first), midnight((first + timedelta(days=31)).replace(day=1)))
        if match := compiled(BETWEEN).match(text):
            first, last = date.fromisoformat(match[1]), date.fromisoformat(match[2])
            if first <= last:
                return Period(text, midnight(first), midnight(last + timedelta(days=1)))
    except (ValueError, OverflowError):
        pass
    raise UsageError(f"{text!r} is no period", hint="for example 2026-10, or 2026-10-01..2026-10-31")


def midnight(day: date) -> datetime:
    """The first moment of a day."""
    return datetime.combine(day, time.min)


def narrow(
    connection: DuckDBPyConnection,
    *,
    read_now: bool = False,
    since: date | None = None,
    until: date | None = None,
    names: Mapping[str, str] = NOBODY,
) -> None:
    """Show only the conversations that `Store.add` has put in since the file was opened (`read_now`), begun on these days.

    A conversation without a time began on no day. `names` are those of agents by pseudonym, to be shown in their place.
    """
    row = connection.execute("SELECT current_database()").fetchone()
    home = '"' + str(row[0]).replace('"', '""') + '".main' if row else "main"
    conditions = ["key IN (SELECT key FROM read_now)"] if read_now else []
    conditions += [f"began >= TIMESTAMP '{midnight(since)}'"] if since else []
    conditions += [f"began < TIMESTAMP '{midnight(until)}' + INTERVAL 1 DAY"] if until else []
    selects = {table: f"SELECT * FROM {home}.{table}" for table in TABLES}  # noqa: S608 - names from TABLES
    if names:
        connection.execute(
            "CREATE OR REPLACE TEMP TABLE named AS SELECT unnest(?) AS agent, unnest(?) AS name",
            [list(names), list(names.values())],
        )
        replaced = "* REPLACE (coalesce((SELECT name FROM named WHERE named.agent = turns.agent), agent) AS agent)"
        selects["turns"] = f"SELECT {replaced} FROM {home}.turns AS turns"  # noqa: S608
    if conditions:
        chosen = f"SELECT key FROM {home}.conversations WHERE {' AND '.join(conditions)}"  # noqa: S608 - made of dates only
        connection.execute(f"CREATE OR REPLACE TEMP TABLE chosen AS {chosen}")
        left = f"SELECT (SELECT count(*) FROM {home}.conversations) - (SELECT count(*) FROM chosen)"  # noqa: S608
        if connection.execute(left).fetchone() != (0,):  # a new file has nothing but what was read now: no need to look for it
            selects = {table: f"{select} WHERE key IN (SELECT key FROM chosen)" for table, select in selects.items()}  # noqa: S608
    if names or conditions:
        for table, select in selects.items():
            connection.execute(f"CREATE OR REPLACE TEMP VIEW {table} AS {select}")
