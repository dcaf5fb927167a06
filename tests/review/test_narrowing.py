"""Looking at a part of a review file."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest

from coach.errors import UsageError
from coach.review import narrowing
from coach.review.narrowing import narrow, period
from coach.review.scoring.tables import Period

SCHEMA = (Path(narrowing.__file__).parent / "schema.sql").read_text(encoding="utf-8")


def filled(path: str) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(path)
    connection.execute(SCHEMA)
    connection.execute("CREATE TEMP TABLE read_now (key BIGINT)")
    for key, began in enumerate((datetime(2026, 9, 30, 23, 59), datetime(2026, 10, 1), datetime(2026, 10, 31, 23, 59, 59), None)):
        connection.execute("INSERT INTO conversations VALUES (?, 'c', 'f', 1, '', '', 'en', ?, 1, 0)", [key, began])
        connection.execute("INSERT INTO turns VALUES (?, 0, 1, 'agent', '', 'en', ?, 1, NULL, NULL)", [key, began])
    return connection


def shown(connection: duckdb.DuckDBPyConnection) -> list[int]:
    keys = [key for (key,) in connection.execute("SELECT key FROM turns ORDER BY key").fetchall()]
    assert keys == [key for (key,) in connection.execute("SELECT key FROM conversations ORDER BY key").fetchall()]
    return keys


def test_a_month_has_its_first_and_its_last_moment(tmp_path: Path) -> None:
    connection = filled(str(tmp_path / 'odd "name.duckdb'))
    narrow(connection, since=date(2026, 10, 1), until=date(2026, 10, 31))
    assert shown(connection) == [1, 2]


def test_only_what_was_read_in_this_run(tmp_path: Path) -> None:
    connection = filled(str(tmp_path / "a.duckdb"))
    connection.execute("INSERT INTO read_now VALUES (0), (3)")
    narrow(connection, read_now=True)
    assert shown(connection) == [0, 3]


def test_the_whole_file_after_a_part_of_it_is_the_whole_file() -> None:
    connection = filled(":memory:")
    narrow(connection, since=date(2026, 10, 1))
    assert shown(connection) == [1, 2]
    connection.execute("INSERT INTO read_now VALUES (0), (1), (2), (3)")
    narrow(connection, read_now=True)
    assert shown(connection) == [0, 1, 2, 3]


def test_names_stand_in_for_pseudonyms_where_they_are_known() -> None:
    connection = filled(":memory:")
    connection.execute("UPDATE turns SET agent = 'Agent ' || key")
    narrow(connection, names={"Agent 1": "Sam O'Hara", "Agent 9": "nobody here"})
    agents = connection.execute("SELECT agent FROM turns ORDER BY key").fetchall()
    assert [name for (name,) in agents] == ["Agent 0", "Sam O'Hara", "Agent 2", "Agent 3"]


def test_without_a_bound_everything_is_shown() -> None:
    connection = filled(":memory:")
    narrow(connection)
    assert shown(connection) == [0, 1, 2, 3]


def test_december_ends_with_the_year() -> None:
    assert period("2026-12") == Period("2026-12", datetime(2026, 12, 1), datetime(2027, 1, 1))


@pytest.mark.parametrize("text", ["", "october", "2026-13", "2026-02-30..2026-03-01", "2026-10-31..2026-10-01", "2026"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        period(text)
