"""What all figures of a report are counted from: a few temporary tables, each made in one scan of the store.

    spoken    an agent in a conversation: turns and sentences
    faults    a finding in a turn of an agent, and the code points of that turn; disputed ones are left out
    happened  an event, and the agent whose it is
    answers   an answer of an agent: how long the customer waited, and whether it is the first of the conversation

Each has the dimensions a report is cut by: agent, team, channel, language, week (of the beginning of the conversation, after
ISO 8601) and period. These and the names of rules are kept as enumerations, numbers of one or two bytes with a list of what they
stand for: a table of millions of rows is then a fifth as large, and is grouped twice as fast. Temporary tables live in memory (or
in DuckDB's own spool) and need no right to write into the store.
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

DIMENSIONS = ("all", "agent", "team", "channel", "language", "week", "period")
"""What a report is cut by; under "all" everything has one name, ""."""

WORDS = {
    "agents": "SELECT DISTINCT agent FROM turns WHERE role = 'agent' ORDER BY agent",
    "languages": "SELECT DISTINCT language FROM turns WHERE language IS NOT NULL ORDER BY language",
    "channels": "SELECT DISTINCT channel FROM conversations ORDER BY channel",
    "teams": "SELECT DISTINCT team FROM conversations ORDER BY team",
    "weeks": "SELECT DISTINCT strftime(began, '%G-W%V') AS week FROM conversations WHERE began IS NOT NULL ORDER BY week",
    "periods": f"'{BEFORE}', '{NOW}'",
    "rules": "SELECT DISTINCT rule FROM findings ORDER BY rule",
    "categories": "SELECT DISTINCT split_part(rule, '/', 1) AS category FROM findings ORDER BY category",
    "severities": "SELECT DISTINCT severity FROM findings ORDER BY severity",
}
"""The enumerations; in alphabetical order, in which they are sorted then."""

PLACED = f"""
CREATE OR REPLACE TEMP TABLE placed AS
SELECT key, channel::channels AS channel, team::teams AS team, began, strftime(began, '%G-W%V')::weeks AS week, turns,
    CASE WHEN began >= $first AND began < $first_end THEN '{BEFORE}'
        WHEN began >= $second AND began < $second_end THEN '{NOW}' END::periods AS period
FROM conversations
"""  # noqa: S608 - names of this module

SPOKEN = """
CREATE OR REPLACE TEMP TABLE spoken AS
SELECT key, agent::agents AS agent, language::languages AS language, channel, team, week, period, count(*)::INT AS turns,
    sum(sentences)::INT AS sentences
FROM turns JOIN placed USING (key) WHERE role = 'agent'
GROUP BY ALL
"""

FAULTS = """
CREATE OR REPLACE TEMP TABLE faults AS
SELECT key, turn, agent, language, channel, team, week, period, rule, category, severity, start, "end", long
FROM (
    SELECT key, turn, rule::rules AS rule, split_part(rule, '/', 1)::categories AS category, severity::severities AS severity,
        start, "end"
    FROM findings WHERE disputed IS NULL)
JOIN (
    SELECT key, turn, agent::agents AS agent, language::languages AS language, length(text)::INT AS long
    FROM turns WHERE role = 'agent') USING (key, turn)
JOIN placed USING (key)
"""

# Whose an event is: who spoke that turn, or had spoken last when it is the customer's, or spoke first where nobody had. Only
# turns that were judged count, so that an event is never outside of what it is counted against. ASOF, which sorts, takes a fixed
# part of the memory; a group for each event took all of it in a store of 400,000 events.
HAPPENED = """
CREATE OR REPLACE TEMP TABLE happened AS
WITH said AS (
    SELECT key, turn, agent::agents AS agent, language::languages AS language
    FROM turns WHERE role = 'agent' AND language IS NOT NULL),
opening AS (SELECT key, arg_min(agent, turn) AS agent, arg_min(language, turn) AS language FROM said GROUP BY key),
once AS (SELECT key, turn, name, any_value(start) AS start, any_value("end") AS "end" FROM events GROUP BY ALL)
SELECT e.key, e.turn, e.name, channel, team, week, period, e.start, e."end",
    coalesce(s.agent::VARCHAR, o.agent::VARCHAR, '') AS agent, coalesce(s.language, o.language)::VARCHAR AS language
FROM once e JOIN placed USING (key)
    ASOF LEFT JOIN said s ON e.key = s.key AND e.turn >= s.turn LEFT JOIN opening o ON e.key = o.key
"""

ANSWERS = """
CREATE OR REPLACE TEMP TABLE answers AS
SELECT key, agent::agents AS agent, language::languages AS language, channel, team, week, period, waited,
    row_number() OVER (PARTITION BY key ORDER BY turn) = 1 AS first
FROM turns JOIN placed USING (key) WHERE role = 'agent' AND waited IS NOT NULL
"""


def names(by: str) -> str:
    """The expression for the names of one of DIMENSIONS in a row of these tables."""
    if by not in DIMENSIONS:
        raise ValueError(f"{by!r} is none of {', '.join(DIMENSIONS)}")
    return by if by != DIMENSIONS[0] else "''"


def prepare(connection: DuckDBPyConnection, compare: tuple[Period, Period] | None = None) -> None:
    """Make the tables; `compare` are the periods before and now.

    Raises UsageError when the two periods have days in common: what is in both cannot differ.
    """
    first, second = compare or (Period("", datetime.max, datetime.max),) * 2
    if compare and first.start < second.end and second.start < first.end:
        raise UsageError(f"{first.name} and {second.name} overlap", hint="compare two periods without a day in common")
    bounds = {"first": first.start, "first_end": first.end, "second": second.start, "second_end": second.end}
    for name, words in WORDS.items():
        connection.execute(f"CREATE OR REPLACE TEMP TYPE {name} AS ENUM ({words})")
    connection.execute(PLACED, bounds)
    for statement in (SPOKEN, FAULTS, HAPPENED, ANSWERS):
        connection.execute(statement)
