"""What all figures of a report are counted from: a few temporary tables, each made in one scan of the store.

    spoken    an agent in a conversation: turns and sentences
    faults    the same for each rule and severity: how many findings; disputed ones are left out
    happened  an event, and the agent whose it is
    answers   an answer of an agent: how long the customer waited, and whether it is the first of the conversation

Each has the dimensions a report is cut by: agent, team, channel, language, week (of the beginning of the conversation, after
ISO 8601) and period. Temporary tables live in memory (or in DuckDB's own spool) and need no right to write into the store.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from coach.errors import UsageError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class Period(NamedTuple):
    """The conversations that began from `start` on and before `end`; `name` is how a report calls it ("2026-10")."""

    name: str
    start: datetime
    end: datetime


BEFORE, NOW = "before", "now"

CUT = """
CREATE OR REPLACE TEMP MACRO cut(which, agent, team, channel, language, week, period) AS
CASE which WHEN 'all' THEN '' WHEN 'agent' THEN agent WHEN 'team' THEN team WHEN 'channel' THEN channel
    WHEN 'language' THEN language WHEN 'week' THEN week WHEN 'period' THEN period END
"""
"""The name that a row has in a dimension."""

PLACED = """
CREATE OR REPLACE TEMP TABLE placed AS
SELECT key, channel, team, began, strftime(began, '%G-W%V') AS week, turns,
    CASE WHEN began >= $first AND began < $first_end THEN 'before' WHEN began >= $second AND began < $second_end THEN 'now' END
        AS period
FROM conversations
"""

SPOKEN = """
CREATE OR REPLACE TEMP TABLE spoken AS
SELECT key, agent, language, channel, team, week, period, count(*) AS turns, sum(sentences)::BIGINT AS sentences
FROM turns JOIN placed USING (key) WHERE role = 'agent'
GROUP BY key, agent, language, channel, team, week, period
"""

FAULTS = """
CREATE OR REPLACE TEMP TABLE faults AS
SELECT key, t.agent, t.language, channel, team, week, period, rule, split_part(rule, '/', 1) AS category, severity,
    count(*) AS found
FROM findings JOIN turns t USING (key, turn) JOIN placed USING (key)
WHERE disputed IS NULL AND role = 'agent'
GROUP BY ALL
"""

# Whose an event is: who spoke that turn, or had spoken last when it is the customer's, or spoke first where nobody had. Only
# turns that were judged count, so that an event is never outside of what it is counted against.
HAPPENED = """
CREATE OR REPLACE TEMP TABLE happened AS
SELECT e.key, e.turn, e.name, any_value(channel) AS channel, any_value(team) AS team, any_value(week) AS week,
    any_value(period) AS period, any_value(e.start) AS start, any_value(e."end") AS "end", any_value(e.detail) AS detail,
    coalesce(
        arg_max(a.agent, a.turn) FILTER (a.turn <= e.turn), arg_min(a.agent, a.turn) FILTER (a.turn > e.turn), ''
    ) AS agent,
    coalesce(
        arg_max(a.language, a.turn) FILTER (a.turn <= e.turn), arg_min(a.language, a.turn) FILTER (a.turn > e.turn)
    ) AS language
FROM events e JOIN placed USING (key) LEFT JOIN (
        SELECT key, turn, agent, language FROM turns WHERE role = 'agent' AND language IS NOT NULL) a ON a.key = e.key
GROUP BY e.key, e.turn, e.name
"""

ANSWERS = """
CREATE OR REPLACE TEMP TABLE answers AS
SELECT key, agent, language, channel, team, week, period, waited, row_number() OVER (PARTITION BY key ORDER BY turn) = 1 AS first
FROM turns JOIN placed USING (key) WHERE role = 'agent' AND waited IS NOT NULL
"""


def prepare(connection: DuckDBPyConnection, compare: tuple[Period, Period] | None = None) -> None:
    """Make the tables; `compare` are the periods before and now.

    Raises UsageError when the two periods have days in common: what is in both cannot differ.
    """
    first, second = compare or (Period("", datetime.max, datetime.max),) * 2
    if compare and first.start < second.end and second.start < first.end:
        raise UsageError(f"{first.name} and {second.name} overlap", hint="compare two periods without a day in common")
    bounds = {"first": first.start, "first_end": first.end, "second": second.start, "second_end": second.end}
    connection.execute(CUT)
    connection.execute(PLACED, bounds)
    for statement in (SPOKEN, FAULTS, HAPPENED, ANSWERS):
        connection.execute(statement)
