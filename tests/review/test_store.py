"""The review file: nothing twice, nothing half, and plain words where it cannot be used."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet
import pytest
from hypothesis import given as for_any
from hypothesis import strategies

from coach.errors import CoachError, UsageError
from coach.model import Finding
from coach.review.exporting import export
from coach.review.keys import Keys
from coach.review.record import Conversation, Event, Promise, Reviewed, ReviewedTurn, Turn
from coach.review.rows import found
from coach.review.store import MEMORY, Added, Store

FORGOT = Finding("blame/forgot", "blame", "error", 0, 3, "You", "Because.")


def reviewed(name: str, turns: int = 3, findings: Sequence[Finding] = (FORGOT,), agent: str = "Sam") -> Reviewed:
    """A conversation: the customer asks, then the agent speaks, the findings in every turn of the agent."""
    said = [Turn("customer", f"Where is {name}?", "Jane", datetime(2026, 11, 2, 9, 0), line=7)]
    said += [Turn("agent", f"You forgot {number}.", agent, line=8) for number in range(1, turns)]
    judged = [ReviewedTurn(0, said[0], None, 0)]
    judged += [ReviewedTurn(number, turn, "en", 1, tuple(findings), 60.0) for number, turn in enumerate(said[1:], 1)]
    events = (Event("customer/upset", 0, 0, 5),)
    promises = (Promise(1, 0, 10, "I", "today"),) if turns > 1 else ()
    return Reviewed(Conversation(name, tuple(said), "a.jsonl", "chat", "North", left_out=2), tuple(judged), events, promises)


def batch(*conversations: Reviewed) -> pa.RecordBatch:
    return found(conversations, redact=False)


def counts(store: Store) -> dict[str, int]:
    return {
        table: rows(store, f"SELECT count(*) FROM {table}")[0][0]
        for table in ("conversations", "turns", "findings", "events", "promises")
    }


def rows(store: Store, select: str) -> list[tuple]:  # type: ignore[type-arg]
    return store.connection.execute(select).fetchall()


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "review.duckdb")


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(MEMORY) as opened:
        yield opened


def test_what_is_added_stands_in_plain_tables(store: Store) -> None:
    assert store.add(batch(reviewed("A"), reviewed("B", 2))) == Added(new=2)
    assert counts(store) == {"conversations": 2, "turns": 5, "findings": 3, "events": 2, "promises": 2}
    told = "conversation, source, line, channel, team, language, began, turns, left_out"
    assert rows(store, f"SELECT {told} FROM conversations ORDER BY 1") == [
        ("A", "a.jsonl", 7, "chat", "North", "en", datetime(2026, 11, 2, 9, 0), 3, 2),
        ("B", "a.jsonl", 7, "chat", "North", "en", datetime(2026, 11, 2, 9, 0), 2, 2),
    ]
    turns = "SELECT turn, role, agent, sentences, waited, text FROM turns JOIN conversations USING (key) WHERE conversation = 'B'"
    assert rows(store, f"{turns} ORDER BY turn") == [
        (0, "customer", "", 0, None, "Where is B?"),
        (1, "agent", "Sam", 1, 60.0, "You forgot 1."),
    ]
    assert rows(store, 'SELECT DISTINCT rule, severity, start, "end", message, disputed FROM findings') == [
        ("blame/forgot", "error", 0, 3, "Because.", None)
    ]
    assert rows(store, "SELECT DISTINCT words, who, by_when, due FROM promises") == [("You forgot", "I", "today", None)]


def test_agents_stand_under_the_name_they_are_given(store: Store) -> None:
    asked: list[str] = []

    def naming(name: str) -> str:
        asked.append(name)
        return "Agent 1"

    store.add(batch(reviewed("A"), reviewed("B", agent="")), naming)
    assert asked == ["Sam"]
    assert rows(store, "SELECT DISTINCT role, agent FROM turns ORDER BY ALL") == [
        ("agent", ""),
        ("agent", "Agent 1"),
        ("customer", ""),
    ]


def test_the_same_again_in_another_run_changes_nothing(path: str) -> None:
    some = batch(*(reviewed(str(number)) for number in range(50)))
    with Store.open(path) as first:
        assert first.add(some) == Added(new=50)
        once = counts(first)
    with Store.open(path) as again:
        assert again.add(some) == Added(replaced=50)
        assert counts(again) == once


def test_a_conversation_that_has_grown_is_replaced(path: str) -> None:
    with Store.open(path) as first:
        first.add(batch(reviewed("A", 3), reviewed("B", 3)))
    with Store.open(path) as later:
        assert later.add(batch(reviewed("A", 5, ()), reviewed("C", 2))) == Added(new=1, replaced=1)
        assert counts(later) == {"conversations": 3, "turns": 10, "findings": 3, "events": 3, "promises": 3}
        assert rows(later, "SELECT turns FROM conversations WHERE conversation = 'A'") == [(5,)]


def test_an_older_export_does_not_shorten_a_conversation(path: str) -> None:
    with Store.open(path) as first:
        first.add(batch(reviewed("A", 5)))
    with Store.open(path) as later:
        assert later.add(batch(reviewed("A", 3))) == Added(kept=1)
        assert counts(later)["turns"] == 5


def test_twice_in_one_run_is_counted_once(store: Store) -> None:
    assert store.add(batch(reviewed("A"), reviewed("B"), reviewed("A"))) == Added(new=2, repeated=1)
    assert store.add(batch(reviewed("B"), reviewed("C"))) == Added(new=1, repeated=1)
    assert counts(store) == {"conversations": 3, "turns": 9, "findings": 6, "events": 3, "promises": 3}


@pytest.mark.parametrize("together", [True, False])
def test_of_two_in_one_run_the_longer_is_kept(store: Store, together: bool) -> None:
    short, long = reviewed("A", 2), reviewed("A", 6)
    for some in [(short, long, short)] if together else [(short,), (long,), (short,)]:
        store.add(batch(*some))
    assert counts(store) == {"conversations": 1, "turns": 6, "findings": 5, "events": 1, "promises": 1}


def test_a_connection_knows_what_was_read_in_this_run(path: str) -> None:
    with Store.open(path) as first:
        first.add(batch(reviewed("A", 5), reviewed("B"), reviewed("C")))
    with Store.open(path) as later:
        assert rows(later, "SELECT key FROM read_now") == []
        later.add(batch(reviewed("A", 2), reviewed("C"), reviewed("D")))
        later.add(batch(reviewed("D")))
        read = "SELECT conversation FROM read_now JOIN conversations USING (key) ORDER BY 1"
        assert rows(later, read) == [("A",), ("C",), ("D",)]


def test_the_agents_of_a_file(store: Store) -> None:
    assert store.agents() == ()
    store.add(batch(reviewed("A", agent="Sam"), reviewed("B", agent="Ada"), reviewed("C", agent="")))
    assert store.agents() == ("Ada", "Sam")


def test_what_was_disputed_stays_disputed(path: str) -> None:
    with Store.open(path) as first:
        first.add(batch(reviewed("A"), reviewed("B")))
        first.connection.execute("UPDATE findings SET disputed = 'it was so' WHERE turn = 1")
    with Store.open(path) as again:
        again.add(batch(reviewed("A"), reviewed("B", 4)))
        assert rows(again, "SELECT turn, disputed FROM findings ORDER BY ALL") == [
            (1, "it was so"),
            (1, "it was so"),
            (2, None),
            (2, None),
            (3, None),
        ]


def test_a_batch_that_fails_leaves_no_trace(store: Store) -> None:
    store.add(batch(reviewed("A")))

    def broken(name: str) -> str:
        raise RuntimeError(name)

    with pytest.raises(RuntimeError):
        store.add(batch(reviewed("B")), broken)
    store.connection.execute("DROP TABLE promises")  # the last that is written
    with pytest.raises(CoachError, match="cannot be written"):
        store.add(batch(reviewed("A", 9), reviewed("C")))
    assert rows(store, "SELECT conversation, turns FROM conversations") == [("A", 3)]
    assert rows(store, "SELECT count(*) FROM turns") == [(3,)]


def test_a_batch_of_something_else_is_refused(store: Store) -> None:
    with pytest.raises(CoachError, match="FOUND"):
        store.add(pa.RecordBatch.from_pydict({"key": [1]}))


def test_a_question_that_does_not_fit_is_asked_again_with_more_memory(store: Store) -> None:
    together = "SELECT len(list(range)) FROM range(6_000_000)"  # a list is in one piece, so that nothing of it goes to the disk
    with pytest.raises(duckdb.OutOfMemoryException):
        store.connection.execute(together)
    asked: list[int] = []

    def ask() -> object:
        asked.append(1)
        return store.connection.execute(together).fetchone()

    assert store.answered(ask) == (6_000_000,)
    assert len(asked) > 1


def test_what_never_fits_is_told_in_the_end(store: Store) -> None:
    asked: list[int] = []

    def ask() -> None:
        asked.append(1)
        raise duckdb.OutOfMemoryException

    with pytest.raises(duckdb.OutOfMemoryException):
        store.answered(ask)
    assert len(asked) == 7


def test_hostile_words_are_only_words(store: Store) -> None:
    name = "'; DROP TABLE turns; --\0<script>"
    store.add(batch(reviewed(name, agent=name)))
    assert rows(store, "SELECT conversation FROM conversations") == [(name,)]
    assert rows(store, "SELECT DISTINCT agent FROM turns WHERE role = 'agent'") == [(name,)]


def test_the_file_is_for_its_owner_alone(path: str) -> None:
    with Store.open(path) as opened:
        opened.add(batch(reviewed("A")))
        assert {os.stat(file).st_mode & 0o777 for file in (path, f"{path}.wal") if os.path.exists(file)} == {0o600}
    assert os.stat(path).st_mode & 0o777 == 0o600


KILLED = """
import sys
sys.path.insert(0, {folder!r})
from test_store import Store, batch, reviewed
with Store.open({path!r}) as store:
    for number in range(100_000):
        store.add(batch(*(reviewed(f"{{number % 8}}-{{place}}", 2 + number // 8 + place) for place in range(20))))
        print(number, flush=True)
"""


@pytest.mark.parametrize("batches", [1, 6, 20])
def test_a_run_that_is_killed_leaves_no_half_conversation(path: str, tmp_path: Path, batches: int) -> None:
    script = tmp_path / "run.py"
    script.write_text(KILLED.format(folder=str(Path(__file__).parent), path=path), encoding="utf-8")
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout
        for _ in range(batches):
            assert run.stdout.readline()
        run.send_signal(signal.SIGKILL)
    with Store.open(path) as left:
        assert counts(left)["conversations"] >= min(batches, 8) * 20
        torn = """
        SELECT conversation FROM conversations LEFT JOIN (SELECT key, count(*) AS there FROM turns GROUP BY key) USING (key)
        WHERE there IS DISTINCT FROM turns
        """
        assert rows(left, torn) == []
        for table in ("turns", "findings", "events", "promises"):
            assert rows(left, f"SELECT count(*) FROM {table} ANTI JOIN conversations USING (key)") == [(0,)]
        assert rows(left, "SELECT count(*) - count(DISTINCT (key, turn)) FROM turns") == [(0,)]
        left.add(batch(reviewed("after")))


def test_a_file_in_use_is_told_in_plain_words(path: str) -> None:
    Store.open(path).close()
    hold = f"import duckdb\nwith duckdb.connect({path!r}):\n    print('held', flush=True)\n    input()"
    with subprocess.Popen([sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        with pytest.raises(CoachError, match="another program has this review file open") as told:
            Store.open(path)
        other.communicate("\n")
    assert told.value.where == path
    assert "--store" in told.value.hint
    Store.open(path).close()


def test_what_is_no_review_file_is_left_alone(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Call Jane. " * 1000, encoding="utf-8")
    with pytest.raises(UsageError, match="no review file"):
        Store.open(str(notes))
    assert notes.read_text(encoding="utf-8").startswith("Call Jane.")
    with pytest.raises(UsageError, match="no such review file"):
        Store.open(str(tmp_path / "missing"), read_only=True)
    with pytest.raises(CoachError, match="cannot be opened"):
        Store.open(str(tmp_path))
    with pytest.raises(CoachError, match="cannot be opened"):
        Store.open(str(tmp_path / "no" / "folder"))


def test_the_database_of_somebody_else_is_left_alone(path: str) -> None:
    with duckdb.connect(path) as theirs:
        theirs.execute("CREATE TABLE turns (mine INTEGER)")
    with pytest.raises(UsageError, match="not one of coach review"):
        Store.open(path)
    with duckdb.connect(path) as theirs:
        assert theirs.execute("SELECT table_name FROM duckdb_tables()").fetchall() == [("turns",)]


def test_a_newer_file_is_refused(path: str) -> None:
    with Store.open(path) as newer:
        newer.connection.execute("UPDATE about SET schema_version = 2")
    with pytest.raises(UsageError, match="schema_version 2"):
        Store.open(path)


def test_reading_only_writes_nothing(path: str) -> None:
    with Store.open(path) as opened:
        opened.add(batch(reviewed("A")))
    with Store.open(path, read_only=True) as reader:
        assert counts(reader)["turns"] == 3
        with pytest.raises(CoachError, match="cannot be written"):
            reader.add(batch(reviewed("B")))


@for_any(strategies.lists(strategies.integers(0, 2**63 - 1) | strategies.integers(0, 40).map(lambda low: low << 40)))
def test_the_set_of_keys_is_a_set(numbers: list[int]) -> None:
    keys, known = Keys(), set[int]()
    for number in numbers * 2:
        assert keys.add(number) == (number not in known)
        known.add(number)


def test_the_set_of_keys_grows() -> None:
    keys = Keys()
    spread = [number * 0x9E3779B97F4A7C15 % 2**63 for number in range(5_000)]
    assert all(map(keys.add, spread))
    assert not any(map(keys.add, spread))


def test_a_table_as_parquet(store: Store, tmp_path: Path) -> None:
    store.add(batch(reviewed("A")))
    export(store.connection, "turns", str(tmp_path / "turns.parquet"))
    table = pyarrow.parquet.read_table(tmp_path / "turns.parquet")
    assert sorted(table["turn"].to_pylist()) == [0, 1, 2]
    assert [file.name for file in tmp_path.iterdir()] == ["turns.parquet"]


def test_a_table_as_csv_computes_nothing(store: Store, tmp_path: Path) -> None:
    names = ["=1+1", "@SUM(A1)", "-2", "plain"]
    store.add(batch(*(reviewed(name) for name in names)))
    export(store.connection, "conversations", str(tmp_path / "it's.csv"))
    with (tmp_path / "it's.csv").open(encoding="utf-8", newline="") as file:
        read = sorted(row["conversation"] for row in csv.DictReader(file))
    assert read == ["'-2", "'=1+1", "'@SUM(A1)", "plain"]


def test_a_table_goes_to_an_address(store: Store) -> None:
    fsspec = pytest.importorskip("fsspec", reason="the extra remote is not installed")
    store.add(batch(reviewed("A")))
    export(store.connection, "findings", "memory://bucket/findings.csv")
    with fsspec.open("memory://bucket/findings.csv", "rt") as file:
        assert len(file.read().splitlines()) == 3


@pytest.mark.parametrize(
    ("table", "name", "told"),
    [("turn", "t.csv", "no table turn"), ("turns", "t.xlsx", "kind of file"), ("turns", "no/folder/t.csv", "cannot be written")],
)
def test_an_export_that_cannot_be(store: Store, tmp_path: Path, table: str, name: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        export(store.connection, table, str(tmp_path / name))
    assert list(tmp_path.iterdir()) == []


def test_an_address_of_an_unknown_kind(store: Store) -> None:
    with pytest.raises(UsageError, match=r"cannot be written|another package"):
        export(store.connection, "turns", "carrier://pigeon/turns.csv")
