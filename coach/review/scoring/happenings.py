"""Counting events and waiting times: in how many conversations something happened of those in which it could."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from coach.review.record import EVENTS
from coach.review.scoring import tables
from coach.review.scoring.counting import ALL
from coach.review.scoring.intervals import proportion
from coach.review.scoring.record import EventCount, PromiseLine, Quote, Rate, Span
from coach.review.scoring.titles import event_title

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

REPLIES_TO_UPSET = ("thread/acknowledged", "thread/acknowledged-late", "thread/not-acknowledged")
HAND_OVERS = ("thread/transfer", "thread/carried-over", "thread/not-carried-over")
COULD: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(REPLIES_TO_UPSET, REPLIES_TO_UPSET),
    **dict.fromkeys(("thread/carried-over", "thread/not-carried-over"), HAND_OVERS),
}
"""Events that can happen only where one of others did: trouble is taken up only where a customer was upset and got a reply. All
others can happen in any conversation that an agent took part in and that was judged."""

CONVERSATIONS = """
SELECT {name} AS name, count(DISTINCT key)
FROM spoken WHERE language IS NOT NULL GROUP BY ALL HAVING name IS NOT NULL
"""
WITH_EVENT = """
WITH labels AS (SELECT unnest($labels) AS label, unnest($members) AS member)
SELECT {name} AS name, label, count(DISTINCT key)
FROM happened JOIN labels ON happened.name = member WHERE language IS NOT NULL GROUP BY ALL
"""

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0
SPANS: tuple[tuple[str, float, float | None], ...] = (
    ("under 1 minute", 0.0, MINUTE),
    ("1 to 5 minutes", MINUTE, 5 * MINUTE),
    ("5 to 15 minutes", 5 * MINUTE, 15 * MINUTE),
    ("15 to 60 minutes", 15 * MINUTE, HOUR),
    ("1 to 4 hours", HOUR, 4 * HOUR),
    ("4 to 24 hours", 4 * HOUR, DAY),
    ("1 to 3 days", DAY, 3 * DAY),
    ("longer than 3 days", 3 * DAY, None),
)
WAITED = """
WITH spans AS (SELECT unnest($lows) AS low, unnest($highs) AS high)
SELECT low, count(*) FILTER (first), count(*) FILTER (NOT first)
FROM answers JOIN spans ON waited >= low AND waited < high GROUP BY low
"""
FOREVER = 1e18

PROMISES = """
SELECT p.words, p.who, p.by_when, p.due, t.agent, c.conversation, c.source, p.turn, t.time
FROM promises p JOIN turns t USING (key, turn) JOIN conversations c USING (key)
ORDER BY p.due IS NULL, p.due, t.time, p.key, p.turn, p.start
"""

PROMISED = "SELECT count(*), count(*) FILTER (by_when <> '' OR due IS NOT NULL) FROM promises"


def shares(connection: DuckDBPyConnection, by: str, labels: Mapping[str, Sequence[str]]) -> dict[tuple[str, str], Rate]:
    """For each name of a dimension and each label: in how many conversations one of its events happened, of how many it could.

    An event is that of the agent who spoke the turn, or who had spoken last before a customer's turn.
    """
    of: dict[str, tuple[str, ...]] = {
        label: tuple({event for one in events for event in COULD[one]}) if all(one in COULD for one in events) else ()
        for label, events in labels.items()
    }
    whole = dict(connection.execute(CONVERSATIONS.format(name=tables.names(by))).fetchall())
    happened = with_event(connection, by, labels)
    could = with_event(connection, by, {label: events for label, events in of.items() if events})
    return {
        (name, label): proportion(happened.get((name, label), 0), could.get((name, label), 0) if events else conversations)
        for name, conversations in whole.items()
        for label, events in of.items()
    }


def with_event(connection: DuckDBPyConnection, by: str, labels: Mapping[str, Sequence[str]]) -> dict[tuple[str, str], int]:
    """The conversations in which an event of a label happened."""
    pairs = [(label, event) for label, events in labels.items() for event in events]
    if not pairs:
        return {}
    given = {"labels": [label for label, _ in pairs], "members": [event for _, event in pairs]}
    rows = connection.execute(WITH_EVENT.format(name=tables.names(by)), given).fetchall()
    return {(name, label): number for name, label, number in rows}


def event_counts(connection: DuckDBPyConnection, quotes: Mapping[str, tuple[Quote, ...]]) -> tuple[EventCount, ...]:
    """The events that happened at all, in the order of coach.review.record.EVENTS."""
    found = shares(connection, "all", {name: (name,) for name in EVENTS})
    return tuple(
        EventCount(name, event_title(name), valence, found[ALL, name], quotes.get(name, ()))
        for name, valence in EVENTS.items()
        if (ALL, name) in found and found[ALL, name].count
    )


def response_times(connection: DuckDBPyConnection) -> tuple[Span, ...]:
    """How many answers took how long; nothing without times."""
    given = {"lows": [low for _, low, _ in SPANS], "highs": [FOREVER if high is None else high for _, _, high in SPANS]}
    found = {low: (first, later) for low, first, later in connection.execute(WAITED, given).fetchall()}
    return tuple(Span(label, low, high, *found.get(low, (0, 0))) for label, low, high in SPANS) if found else ()


def promise_lines(connection: DuckDBPyConnection, most: int | None = None) -> tuple[PromiseLine, ...]:
    """The ledger of promises, or its first lines: what is due first comes first, what has no time last."""
    select = PROMISES if most is None else f"{PROMISES} LIMIT {most}"
    return tuple(PromiseLine(*row) for row in connection.execute(select).fetchall())


def promises_made(connection: DuckDBPyConnection) -> tuple[int, int]:
    """How many promises there are, and how many of them say by when."""
    made, timed = connection.execute(PROMISED).fetchone() or (0, 0)
    return made, timed
