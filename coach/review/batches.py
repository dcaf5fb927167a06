"""The core of a review as a function on Arrow record batches: turns in, findings out.

It keeps nothing between two calls but the phrasebooks it has loaded, and with `functools.partial` it can be sent anywhere:
mapInArrow of Spark, Ray Data, Dask and the process pool of `coach review` all call this one (see docs/scale.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from threading import Lock
from typing import NamedTuple

import pyarrow as pa

from coach.errors import UsageError
from coach.phrasebook.cache import silent
from coach.review.judging import Reviewer, ReviewOptions
from coach.review.rows import GIVEN, beginnings, conversations_of, found, found_beginnings

NEEDED = ("conversation", "role", "agent", "time", "text")
"""The columns of GIVEN that must be there."""

ROWS = 4_000
"""About how many turns are judged together: more would only take more memory."""

GATHERED = 20_000
"""About how many turns are handed on together: what the store writes in one transaction, half a second of work."""


class Judge(NamedTuple):
    """A reviewer and the lock for whoever uses it: its memory of texts is for one at a time."""

    reviewer: Reviewer
    lock: Lock


def review(
    batches: Iterable[pa.RecordBatch], options: ReviewOptions, progress: Callable[[str], None] = silent
) -> Iterator[pa.RecordBatch]:
    """Judge batches of GIVEN and give batches of FOUND, in the same order.

    Rows of one conversation stand together; it may begin in one batch and end in another. Columns come in any order and in any
    type that Arrow can turn into that of GIVEN. `progress` gets a line before a phrasebook is compiled. Raises
    UsageError for a column that is missing or cannot be read, and for settings that name something unknown.
    """
    judge = judge_for(options, progress)
    yield from filter(None, map(partial(judged, judge), whole(batches)))


def judged(judge: Judge, batch: pa.RecordBatch) -> pa.RecordBatch | None:
    """What was found in a batch of whole conversations; None where nobody said anything. The records of the conversations, which
    take ten times as much memory, are gone when it is passed on.
    """
    options = judge.reviewer.options
    with judge.lock:
        reviewed = list(judge.reviewer.review(conversations_of(batch)))
    return found(reviewed, options.redact, options.findings_only) if reviewed else None


@lru_cache(maxsize=2)
def judge_for(options: ReviewOptions, progress: Callable[[str], None] = silent) -> Judge:
    """The judge of this process for these options: phrasebooks are loaded once, not for every batch."""
    return Judge(Reviewer(options, progress), Lock())


def whole(batches: Iterable[pa.RecordBatch], rows: int = ROWS) -> Iterator[pa.RecordBatch]:
    """The same rows as GIVEN in batches of about so many, cut only between conversations. Raises UsageError as `review` does."""
    return portions(map(as_given, batches), beginnings, rows)


def gathered(batches: Iterable[pa.RecordBatch], rows: int = GATHERED) -> Iterator[pa.RecordBatch]:
    """The same rows of FOUND in batches of about so many, cut only between conversations."""
    return portions(batches, found_beginnings, rows)


def portions(
    batches: Iterable[pa.RecordBatch], starts: Callable[[pa.RecordBatch], list[int]], rows: int
) -> Iterator[pa.RecordBatch]:
    """The same rows in batches of about so many, however few or many come at a time; `starts` says where one may be cut."""
    waiting: list[pa.RecordBatch] = []
    count, enough = 0, rows
    for batch in batches:
        waiting.append(batch)
        count += batch.num_rows
        if count < enough:
            continue
        waiting = joined_batches(waiting)
        cut = 0
        for start in starts(waiting[0]):
            if start - cut >= rows:
                yield waiting[0][cut:start]
                cut = start
        if cut:
            rest = pa.array(range(cut, count), pa.int64())  # without the type Arrow guesses it, and a Ctrl-C meanwhile is lost
            waiting = [waiting[0].take(rest)]  # a copy, because a slice would hold all of it
        count -= cut
        enough = max(rows, 2 * count)  # a conversation without end is not copied for each batch of it
    if count:
        yield from joined_batches(waiting)


def joined_batches(batches: list[pa.RecordBatch]) -> list[pa.RecordBatch]:
    """Batches of one schema as one."""
    if len(batches) == 1:
        return batches
    joined: list[pa.RecordBatch] = pa.Table.from_batches(batches).combine_chunks().to_batches()
    return joined


def as_given(batch: pa.RecordBatch) -> pa.RecordBatch:
    """A batch with the columns of GIVEN in its order and types; what it has besides is left out, what may be missing is null."""
    if batch.schema.equals(GIVEN):
        return batch
    place = batch.schema.get_field_index  # -1 also for a name that is there twice
    if missing := [name for name in NEEDED if place(name) < 0]:
        there = ", ".join(batch.schema.names) or "none"
        hint = f"there are: {there}. A review takes {', '.join(NEEDED)}, each once; agent and time may be null"
        raise UsageError(f"the turns have no column {', '.join(missing)}", hint=hint)
    return pa.RecordBatch.from_arrays(
        [
            read_as(batch.column(place(field.name)), field) if place(field.name) >= 0 else pa.nulls(batch.num_rows, field.type)
            for field in GIVEN
        ],
        schema=GIVEN,
    )


def read_as(column: pa.Array, field: pa.Field) -> pa.Array:
    """A column in the type of a field: times with a zone as UTC, fractions of a microsecond dropped. Raises UsageError."""
    if column.type.equals(field.type):
        return column
    try:
        return column.cast(field.type, safe=not pa.types.is_timestamp(column.type))
    except pa.ArrowException as error:
        hint = f"it is {column.type}, and must be {field.type} or something that Arrow casts to it"
        raise UsageError(f"the column {field.name} of the turns cannot be read: {error}", hint=hint) from None
