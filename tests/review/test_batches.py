"""The core on Arrow batches: what goes in, what comes out, and where batches are cut."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from functools import partial

import pyarrow as pa
import pytest
from hypothesis import given as for_any
from hypothesis import strategies

from coach.config import Config
from coach.errors import UsageError
from coach.review.batches import as_given, gathered, review, whole
from coach.review.judging import ReviewOptions
from coach.review.record import Conversation, Turn
from coach.review.rows import FOUND, GIVEN, conversations_of, given

OPTIONS = ReviewOptions(Config(lang="en", channel="chat"), threads=False)


def talk(name: str, turns: int) -> Conversation:
    return Conversation(name, tuple(Turn("agent", f"You forgot number {number}.") for number in range(turns)))


def cut(batch: pa.RecordBatch, size: int) -> Iterator[pa.RecordBatch]:
    return (batch[start : start + size] for start in range(0, batch.num_rows, size))


def rows_of(batches: Iterator[pa.RecordBatch]) -> list[dict[str, object]]:
    return [row for batch in batches for row in batch.to_pylist()]


@pytest.mark.parametrize("size", [1, 3, 100])
def test_where_batches_are_cut_changes_nothing(size: int) -> None:
    batch = given([talk("a", 4), talk("b", 1), talk("c", 7)])
    found = rows_of(review(cut(batch, size), OPTIONS))
    assert [(row["conversation"], row["turn"]) for row in found] == [
        (name, n) for name, of in (("a", 4), ("b", 1), ("c", 7)) for n in range(of)
    ]
    assert {rule["rule"] for row in found for rule in row["findings"]} == {"blame/forgot"}  # type: ignore[attr-defined]


@for_any(strategies.lists(strategies.integers(1, 9), max_size=12), strategies.integers(1, 7), strategies.integers(1, 10))
def test_conversations_stay_whole(lengths: list[int], size: int, rows: int) -> None:
    talks = [talk(str(number), length) for number, length in enumerate(lengths)]
    pieces = list(whole(cut(given(talks), size), rows))
    assert [one for piece in pieces for one in conversations_of(piece)] == talks
    assert all(piece.num_rows >= rows for piece in pieces[:-1])
    assert all(piece.num_rows < rows + 9 for piece in pieces[:-1])


def test_a_large_batch_is_judged_in_parts() -> None:
    pieces = list(whole([given([talk(str(number), 2) for number in range(50)])], rows=10))
    assert [piece.num_rows for piece in pieces] == [10] * 10


def test_nothing_in_nothing_out() -> None:
    assert list(review([], OPTIONS)) == []
    assert list(review([given([])], OPTIONS)) == []


def test_the_function_can_be_sent_anywhere() -> None:
    sent = pickle.loads(pickle.dumps(partial(review, options=OPTIONS)))
    (found,) = sent([given([talk("a", 1)])])
    assert found.schema.equals(FOUND)


def test_two_reviews_at_once_do_not_disturb_each_other() -> None:
    batches = [given([talk(f"{name}{number}", 2000) for number in range(4)]) for name in "ab"]
    alone = [rows_of(review([batch], OPTIONS)) for batch in batches]
    one, two = (review([batch], OPTIONS) for batch in batches)
    by_turns = [row for pair in zip(one, two, strict=True) for batch in pair for row in batch.to_pylist()]
    assert sorted(map(repr, by_turns)) == sorted(repr(row) for rows in alone for row in rows)


def test_columns_of_other_engines_are_read() -> None:
    batch = pa.RecordBatch.from_pydict(
        {
            "text": pa.array(["You forgot."], pa.large_string()),
            "extra": [1],
            "time": pa.array([1_793_000_000_123_456_789], pa.timestamp("ns", "Europe/Berlin")),
            "agent": pa.array(["Sam"]).dictionary_encode(),
            "role": ["agent"],
            "conversation": [17],
            "line": pa.array([5], pa.int64()),
        }
    )
    (one,) = conversations_of(as_given(batch))
    assert as_given(batch).schema.equals(GIVEN)
    assert (one.id, one.turns[0].speaker, one.turns[0].line) == ("17", "Sam", 5)
    assert str(one.turns[0].time) == "2026-10-26 07:33:20.123456"  # UTC


@pytest.mark.parametrize("name", ["conversation", "role", "agent", "time", "text"])
def test_a_missing_column_is_named(name: str) -> None:
    batch = given([talk("a", 1)])
    without = batch.drop_columns([name])
    with pytest.raises(UsageError, match=f"no column {name}") as told:
        list(review([without], OPTIONS))
    assert "there are: " in told.value.hint


def test_a_column_that_is_there_twice_is_refused() -> None:
    batch = given([talk("a", 1)])
    twice = batch.append_column("text", batch["text"])
    with pytest.raises(UsageError, match="no column text"):
        list(review([twice], OPTIONS))


def test_a_column_that_cannot_be_read_is_named() -> None:
    batch = pa.RecordBatch.from_pydict(
        {"conversation": ["a"], "role": ["agent"], "agent": ["Sam"], "time": ["yesterday"], "text": ["Hi"]}
    )
    with pytest.raises(UsageError, match="column time"):
        list(review([batch], OPTIONS))


def test_what_was_found_is_joined_to_a_size_and_none_is_lost() -> None:
    (batch,) = review([given([talk(str(number), 3) for number in range(7)])], OPTIONS)
    for size in (1, 2, 100):
        sizes = [one.num_rows for one in gathered(cut(batch, size), 5)]
        assert all(rows >= 5 and rows % 3 == 0 for rows in sizes[:-1])
        assert rows_of(gathered(cut(batch, size), 5)) == batch.to_pylist()


def test_a_conversation_that_comes_twice_is_not_taken_for_a_longer_one() -> None:
    (batch,) = review([given([talk("a", 3)])], OPTIONS)
    assert [one.num_rows for one in gathered([batch, batch], 3)] == [3, 3]
