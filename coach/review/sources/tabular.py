"""Conversations from rows: CSV, Parquet, JSON objects that are turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

from coach.review.sources import objects, replies, tables, turning
from coach.review.sources.columns import CONVERSATION, MESSAGE, REPLY_TO, missing
from coach.review.sources.gathering import Gathered, gathered
from coach.review.sources.job import Heard, Job
from coach.review.sources.sides import SIDE
from coach.review.sources.turning import INNER, OUTER, Block, Sample, planned
from coach.review.sources.values import Values

ONE = 1_000_000
"""Bytes up to which a table that names no conversations is one: what somebody saves of a single chat."""

Blocks = Callable[[Mapping[str, str], Heard], Iterator[Block]]
"""Gives the rows, with the columns of these meanings."""
Ids = Callable[[str], Iterator[list[str]]]
"""Gives the values of a column, or one for each stretch of rows that have the same."""


class Table(NamedTuple):
    """Rows that can be read again: the names of the columns, their values in the first rows, the rows, and the ids.

    `ids` is None where there is no quicker way than reading the rows.
    """

    names: Sequence[str]
    sample: Sample
    blocks: Blocks
    ids: Ids | None = None


def separated(job: Job) -> Table:
    """A CSV or TSV file. Raises UsageError for one without rows."""
    names, rows = tables.opened(job.characters(job.unheard), job.unheard.notes)
    sample = next(rows, tables.Some([], [])).rows
    places = {name: place for place, name in reversed(list(enumerate(names)))}

    def blocks(columns: Mapping[str, str], heard: Heard) -> Iterator[Block]:
        _, rows = tables.opened(job.characters(heard), heard.notes)
        for lines, cells in rows:
            turned = list(zip(*cells, strict=True))
            yield Block(lines, {meaning: turned[places[name]] for meaning, name in columns.items()})

    return Table(names, lambda name: [row[places[name]] for row in sample], blocks)


def of_objects(first: Values, again: Callable[[Heard], Iterator[Values]], ids: Ids | None) -> Table:
    """JSON objects that are turns, of which `first` are some."""
    some = objects.sample(first.values)
    names = objects.names_of(some)

    def blocks(columns: Mapping[str, str], heard: Heard) -> Iterator[Block]:
        return objects.blocks(again(heard), columns, heard.notes)

    quick = ids if ids and not any("." in name for name in names) else None
    return Table(names, lambda name: objects.column(some, name), blocks, quick)


def conversations(table: Table, job: Job) -> Iterator[Gathered]:
    """The conversations of a table. Raises UsageError where it is not clear which column is what."""
    plan = planned(table.names, table.sample, job.options, job.file.name, (*INNER, *OUTER))
    name = plan.columns.get(CONVERSATION)
    ids: Iterator[list[str]]
    if name:
        blocks = table.blocks
        column = {CONVERSATION: name}
        ids = table.ids(name) if table.ids else turning.named(blocks(column, job.unheard))
    else:
        blocks = replied(table, plan.columns, job) or alone(table, plan.columns, job)
        ids = turning.named(blocks(plan.columns, job.unheard))
    rows = (turning.conversations_of(block, plan, job.heard.notes, job.options) for block in blocks(plan.columns, job.heard))
    yield from gathered(ids, rows, job.file.size)


def replied(table: Table, columns: Mapping[str, str], job: Job) -> Blocks | None:
    """The rows of a table whose messages say which message they answer, with their threads as conversations; else None."""
    if MESSAGE not in columns or REPLY_TO not in columns:
        return None
    pair = {meaning: columns[meaning] for meaning in (MESSAGE, REPLY_TO)}
    found = replies.threads(table.blocks(pair, job.unheard))

    def blocks(columns: Mapping[str, str], heard: Heard) -> Iterator[Block]:
        for block in table.blocks(columns, heard):
            yield Block(block.lines, {**block.columns, CONVERSATION: found.ids(block.columns[MESSAGE])})

    return blocks


def alone(table: Table, columns: Mapping[str, str], job: Job) -> Blocks:
    """The rows of a small table that says who is the agent, but names no conversation: it is one, and has the name of the file.

    Raises UsageError for a table that is none.
    """
    told = (
        "role" in columns
        or any(meaning.startswith(SIDE) for meaning in columns)
        or ("agent" in columns and job.options.agent_names)
    )
    if job.file.size > ONE or not told:
        raise missing(CONVERSATION, table.names, job.file.name)
    stem = PurePath(job.file.name).name.partition(".")[0]

    def blocks(columns: Mapping[str, str], heard: Heard) -> Iterator[Block]:
        for block in table.blocks(columns, heard):
            yield Block(block.lines, {**block.columns, CONVERSATION: [stem] * len(block.lines)})

    return blocks


def first_values(some: Iterator[Values]) -> Values:
    """The first values of a file, as many as are looked at; none where it has none."""
    values: list[Any] = []
    for one in some:
        values += one.values
        if len(values) >= objects.LOOKED_AT:
            break
    return Values(range(1, len(values) + 1), values)
