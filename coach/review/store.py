"""The file that keeps what reviews found (DuckDB, the tables of schema.sql), and the only module that knows DuckDB.

A batch is written in one transaction: a run that is killed leaves what was written before, and no half conversation. What is read
again replaces what is there, so that nothing is counted twice.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import pyarrow as pa

from coach import __version__
from coach.errors import CoachError, UsageError
from coach.review.keys import Keys
from coach.review.rows import FOUND, found_beginnings

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

T = TypeVar("T")

SCHEMA_VERSION = 1
MEMORY = ":memory:"
"""A store that is gone when it is closed."""

HELD = 64
"""MB (10^6 bytes) that DuckDB may hold besides the index of the keys; what does not fit goes to a temporary folder."""

INDEXED = 128
"""Bytes of a key in the index, which must fit."""

STEP = 16
"""MB by which it is allowed more as conversations come."""

MORE, TRIES = 1.5, 6
"""How many times as much DuckDB is allowed where a question did not fit, even with what went to the disk; how often at most."""

WRITTEN = 32
"""MB of changes before DuckDB packs them into the tables. Each time it packs the last rows of every table once more."""

THREADS = 1
"""Threads that count. Each takes tens of MB of its own, and counting is a small part of a review."""

TABLES = ("conversations", "turns", "findings", "events", "promises")
PARTS = TABLES[1:]

CONVERSATION = """
SELECT key, first(conversation), first(source), arg_min(line, turn), first(channel), first(team),
       mode(language ORDER BY turn) FILTER (role = 'agent'), arg_min(time, turn), count(*), first(left_out)
FROM incoming GROUP BY key
"""
NEW = f"INSERT INTO conversations {CONVERSATION} ON CONFLICT DO NOTHING RETURNING key"
REPLACED = f"INSERT OR REPLACE INTO conversations {CONVERSATION}"

INSERTS = (
    "INSERT INTO turns SELECT key, turn, line, role, agent, language, time, sentences, waited, text FROM incoming",
    """INSERT INTO findings SELECT key, turn, it.rule, it.severity, it.start, it."end", it.message, NULL
    FROM (SELECT key, turn, unnest(findings) AS it FROM incoming)""",
    """INSERT INTO events SELECT key, turn, it.name, it.start, it."end", it.detail
    FROM (SELECT key, turn, unnest(events) AS it FROM incoming)""",
    """INSERT INTO promises SELECT key, turn, it.start, it."end", it.words, it.who, it.by_when, it.due
    FROM (SELECT key, turn, unnest(promises) AS it FROM incoming)""",
)

DISPUTED = """
CREATE OR REPLACE TEMP TABLE disputes AS
SELECT DISTINCT key, turn, rule, start, disputed FROM findings WHERE disputed IS NOT NULL AND key IN (SELECT unnest(?))
"""
DISPUTED_STILL = """
UPDATE findings SET disputed = disputes.disputed FROM disputes
WHERE findings.key = disputes.key AND findings.turn = disputes.turn
  AND findings.rule = disputes.rule AND findings.start = disputes.start
"""


class Added(NamedTuple):
    """How many conversations were new, replaced older ones, were kept as they are because the file has more turns of them, and
    were read before in the same run.
    """

    new: int = 0
    replaced: int = 0
    kept: int = 0
    repeated: int = 0

    def plus(self, other: Added) -> Added:
        """Both together."""
        return Added(*(one + two for one, two in zip(self, other, strict=True)))


class Store:
    """A review file that is open; a context manager. `connection` is for whoever counts.

    The temporary table `read_now` has the keys of all conversations that were given to `add` since it was opened.
    """

    def __init__(self, connection: DuckDBPyConnection, path: str, closing: ExitStack) -> None:
        """See `opened`, which makes one."""
        self.connection = connection
        self.path = path
        self._closing = closing
        self._seen = Keys()
        self._held = 0
        self._make_room()

    @classmethod
    def open(cls, path: str, read_only: bool = False) -> Store:
        """The store in the file at `path`, which is made (for its owner alone) if it is not there; MEMORY for none.

        Raises UsageError for what is no review file or is not there to be read, and CoachError when another program has it open.
        """
        if read_only and not os.path.exists(path):
            raise UsageError("there is no such review file", where=path, hint="coach review PATHS --store FILE makes one")
        with ExitStack() as closing:
            spill = closing.enter_context(TemporaryDirectory(prefix="coach-review-", ignore_cleanup_errors=True))
            connection = connected(path, read_only, spill)
            closing.callback(connection.close)
            with private(), explained(path, "cannot be read"):
                prepare(connection, path, read_only)
                connection.execute("CREATE TEMP TABLE read_now (key BIGINT)")
            return cls(connection, path, closing.pop_all())

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Bring everything into the file and let go of it."""
        with private():
            self._closing.close()

    def add(self, batch: pa.RecordBatch, naming: Callable[[str], str] = str) -> Added:
        """Write a batch of FOUND, all of it or nothing; `naming` gives the name under which an agent stands in the file.

        A conversation that is there is replaced when it has at least as many turns now; what was disputed in it stays disputed.
        One that was added since the store was opened counts as repeated, and replaces the other only if it is longer. Give some
        thousand rows at a time: a transaction costs as much as a thousand rows (see `batches.gathered`). Raises CoachError.
        """
        if not batch.schema.equals(FOUND):
            raise CoachError("a store takes batches of coach.review.rows.FOUND, as coach.review.batches.review gives them")
        batch, lengths, repeated = longest(renamed(batch, naming))
        again = {key for key in lengths if not self._seen.add(key)}
        with self._writing():
            self.connection.register("incoming", batch)
            read = [list(lengths.keys() - again)]
            self.connection.execute("INSERT INTO read_now SELECT unnest(?)", read)
            new = {key for (key,) in self.connection.execute(NEW).fetchall()}
            others = lengths.keys() - new
            older = {key for key, turns in self._turns(others) if lengths[key] >= turns + (key in again)}
            if len(new) + len(older) < len(lengths):
                self.connection.register("incoming", rows_of(batch, new | older))
            if older:
                self._forget(older)
            for statement in INSERTS:
                self.connection.execute(statement)
            if older:
                self.connection.execute(DISPUTED_STILL)
        self._make_room()
        replaced = len(older - again)
        return Added(len(new), replaced, len(others - again) - replaced, repeated + len(again))

    def agents(self) -> tuple[str, ...]:
        """The names under which agents stand in the file, in alphabetical order."""
        select = "SELECT DISTINCT agent FROM turns WHERE role = 'agent' AND agent <> '' ORDER BY agent"
        with explained(self.path, "cannot be read"):
            return tuple(name for (name,) in self.connection.execute(select).fetchall())

    def answered(self, ask: Callable[[], T]) -> T:
        """What `ask` gives, which asks the connection and may be called again: it is, with more, where DuckDB runs out of memory.

        So a report is made after hours of reading, whatever was in them. Raises DuckDB's error when that was in vain.
        """
        from duckdb import OutOfMemoryException

        for _ in range(TRIES):
            try:
                return ask()
            except OutOfMemoryException:
                self._allow(int(self._held * MORE))
        return ask()

    def _make_room(self) -> None:
        """Let DuckDB hold what the index of so many conversations takes."""
        (conversations,) = self.connection.execute("SELECT count(*) FROM conversations").fetchone() or (0,)
        needed = HELD + conversations * INDEXED // 10**6
        if needed > self._held:
            self._allow(needed + STEP)

    def _allow(self, megabytes: int) -> None:
        """Let DuckDB hold so much."""
        self._held = megabytes
        self.connection.execute(f"SET memory_limit = '{megabytes}MB'")

    def _turns(self, keys: set[int]) -> list[tuple[int, int]]:
        """How many turns the file has of those conversations."""
        if not keys:
            return []
        select = "SELECT key, turns FROM conversations WHERE key IN (SELECT unnest(?))"
        return self.connection.execute(select, [list(keys)]).fetchall()

    def _forget(self, keys: set[int]) -> None:
        """Take out what was found in conversations that come anew; what is disputed in them is put aside."""
        some = [list(keys)]
        self.connection.execute(DISPUTED, some)
        for table in PARTS:
            self.connection.execute(f"DELETE FROM {table} WHERE key IN (SELECT unnest(?))", some)  # noqa: S608
        self.connection.execute(REPLACED)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """A transaction: all that happens in it, or nothing."""
        with private(), explained(self.path, "cannot be written"):
            self.connection.begin()
            try:
                yield
                self.connection.commit()
            except BaseException:
                with suppress(Exception):  # the first error is the one to tell
                    self.connection.rollback()
                raise
            finally:
                self.connection.unregister("incoming")


def connected(path: str, read_only: bool, spill: str) -> DuckDBPyConnection:
    """A connection that reaches nothing but this file, and `spill` for what does not fit into memory. Raises as `Store.open`."""
    import duckdb

    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": f"{HELD}MB",
        "checkpoint_threshold": f"{WRITTEN}MB",
        "threads": THREADS,
        "temp_directory": spill,
        "preserve_insertion_order": False,  # takes memory, and every table says its order itself
        "autoinstall_known_extensions": False,  # they come from the network
    }
    with private(), explained(path, "cannot be opened"):
        return duckdb.connect(path, read_only, settings)


def prepare(connection: DuckDBPyConnection, path: str, read_only: bool) -> None:
    """Make the tables of a new file; look at those of one that is there. Raises UsageError for another's or a newer one."""
    tables = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not tables and not read_only:
        connection.begin()
        connection.execute(schema())
        connection.execute("INSERT INTO about VALUES (?, ?)", [SCHEMA_VERSION, f"coach {__version__}"])
        connection.commit()
    elif not tables.issuperset({"about", *TABLES}):
        raise UsageError("this DuckDB file is not one of coach review", where=path, hint="name another file with --store")
    else:
        (version,) = connection.execute("SELECT max(schema_version) FROM about").fetchone() or (None,)
        if version != SCHEMA_VERSION:
            hint = "use the version of coach that wrote it, or name another file with --store"
            raise UsageError(f"schema_version {version} is not known, only {SCHEMA_VERSION}", where=path, hint=hint)


def schema() -> str:
    """The statements of schema.sql."""
    return (Path(__file__).parent / "schema.sql").read_text(encoding="utf-8")


@contextmanager
def private() -> Iterator[None]:
    """Files that are made meanwhile are for their owner alone: DuckDB cannot be told so, and its log comes and goes."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


@contextmanager
def explained(path: str, failed: str) -> Iterator[None]:
    """What DuckDB cannot do, in plain words: as UsageError for a file that is none of ours, else as CoachError."""
    import duckdb

    try:
        yield
    except duckdb.Error as error:
        told = str(error)
        other = "name another file with --store"
        if "lock on file" in told:
            hint = f"close it there (another coach, a notebook, a DuckDB client), or {other}"
            raise CoachError("another program has this review file open", where=path, hint=hint) from None
        if "not a valid DuckDB" in told or "version number" in told:
            message = "this file was made by another version of DuckDB" if "version number" in told else "this is no review file"
            raise UsageError(message, where=path, hint=f"update coach, or {other}" if "version" in told else other) from None
        first = told.partition("\n")[0]
        raise CoachError(f"{failed}: {first}", where=path, hint="what was written before is whole") from None


def longest(batch: pa.RecordBatch) -> tuple[pa.RecordBatch, dict[int, int], int]:
    """The batch with each conversation once, where it has most turns; how many turns each has; how many were there again."""
    keys, starts = batch["key"].to_pylist(), found_beginnings(batch)
    spans: dict[int, range] = {}
    for start, end in pairwise([*starts, len(keys)]):
        if end - start > len(spans.get(keys[start], ())):
            spans[keys[start]] = range(start, end)
    if len(spans) < len(starts):
        batch = batch.take(pa.array([row for span in spans.values() for row in span], pa.int64()))
    return batch, {key: len(span) for key, span in spans.items()}, len(starts) - len(spans)


def renamed(batch: pa.RecordBatch, naming: Callable[[str], str]) -> pa.RecordBatch:
    """The batch with the agents under other names; each name is asked for once."""
    encoded = batch["agent"].dictionary_encode()
    names = pa.array([naming(name) if name else "" for name in encoded.dictionary.to_pylist()], pa.string())
    return batch.set_column(batch.schema.get_field_index("agent"), "agent", names.take(encoded.indices))


def rows_of(batch: pa.RecordBatch, keys: set[int]) -> pa.RecordBatch:
    """The rows of these conversations."""
    import pyarrow.compute as pc

    return batch.filter(pc.is_in(batch["key"], value_set=pa.array(list(keys), pa.int64())))
