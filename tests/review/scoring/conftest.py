"""A store filled by hand: DuckDB in memory with the tables of coach/review/schema.sql."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

import coach.review

SCHEMA = Path(coach.review.__file__).with_name("schema.sql")

Add = Callable[..., None]


@pytest.fixture
def connection() -> Iterator[Any]:
    """An empty store."""
    opened = duckdb.connect(":memory:")
    opened.execute("SET threads = 1")  # a thread for each core costs more than such small tables
    opened.execute(SCHEMA.read_text(encoding="utf-8"))
    yield opened
    opened.close()


@pytest.fixture
def add(connection: Any) -> Add:
    """Add a conversation: turns have role, agent, text, sentences, findings (rule, start, end, severity), events and waited."""
    inserts = {table: insert_into(connection, table) for table in ("conversations", "turns", "findings", "events")}

    def run(
        key: int,
        turns: list[dict[str, Any]],
        *,
        team: str = "",
        channel: str = "chat",
        language: str | None = "en",
        began: datetime | None = None,
        left_out: int = 0,
    ) -> None:
        rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in inserts}
        rows["conversations"] = [(key, f"c{key}", "chats.jsonl", key, channel, team, language, began, len(turns), left_out)]
        for number, turn in enumerate(turns):
            role = turn.get("role", "agent")
            judged = role == "agent" and language is not None
            rows["turns"].append(
                (
                    key, number, number + 1, role, turn.get("agent", ""), language if judged else None, began,
                    turn.get("sentences", 1) if judged else 0, turn.get("waited"), turn.get("text"),
                )
            )  # fmt: skip
            for rule, start, end, *severity in turn.get("findings", ()):
                told = (severity or ["warning"])[0]
                rows["findings"].append((key, number, rule, told, start, end, "Why.", turn.get("disputed")))
            for name, start, end in turn.get("events", ()):
                rows["events"].append((key, number, name, start, end, ""))
        for table, values in rows.items():
            if values:
                connection.execute(inserts[table], [list(column) for column in zip(*values, strict=True)])

    return run


def insert_into(connection: Any, table: str) -> str:
    """A statement that takes a list for each column: many times as fast as a row at a time."""
    types = [kind for _, kind, *_ in connection.execute(f"DESCRIBE {table}").fetchall()]
    return f"INSERT INTO {table} SELECT {', '.join(f'unnest(?::{kind}[])' for kind in types)}"
