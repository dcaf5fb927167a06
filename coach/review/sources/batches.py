"""Conversations as Arrow record batches: what a review takes, ready to be sent to other processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO

from coach.review.record import Conversation
from coach.review.sources.notes import Tell
from coach.review.sources.opening import Progress, quiet
from coach.review.sources.options import ReadOptions
from coach.review.sources.reading import conversations

if TYPE_CHECKING:
    import pyarrow as pa


def batches(
    paths: Sequence[str],
    options: ReadOptions,
    trouble: Tell,
    progress: Progress = quiet,
    stdin: BinaryIO | None = None,
    rows: int = 2000,
) -> Iterator[pa.RecordBatch]:
    """The conversations of files as batches of rows.GIVEN, a row a turn; `rows` is the size from which a batch is passed on, and
    no conversation stands in two of them. The other arguments and the errors are those of `reading.conversations`.
    """
    from coach.review.rows import given

    for some in portions(conversations(paths, options, trouble, progress, stdin), rows):
        yield given(some)


def portions(read: Iterable[Conversation], rows: int) -> Iterator[list[Conversation]]:
    """The conversations in lists with at least so many turns; the last may have fewer."""
    some: list[Conversation] = []
    count = 0
    for one in read:
        some.append(one)
        count += len(one.turns)
        if count >= rows:
            yield some
            some, count = [], 0
    if some:
        yield some
