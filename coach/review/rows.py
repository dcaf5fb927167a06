"""Reviewed conversations as Arrow: the table that a review gives, one row a turn, what was found in it as nested lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import accumulate, chain, pairwise
from typing import Any

import pyarrow as pa

from coach.review.record import AGENT, ROLES, UNKNOWN, Conversation, Reviewed, ReviewedTurn, Turn
from coach.review.redaction import all_may_have, exported, label
from coach.review.showing import NOTHING, Shown, hiding, shown

TEXT = pa.string()
TIME = pa.timestamp("us")

FINDING = pa.struct(
    [("rule", TEXT), ("severity", TEXT), ("start", pa.int32()), ("end", pa.int32()), ("message", TEXT)],
)
EVENT = pa.struct([("name", TEXT), ("start", pa.int32()), ("end", pa.int32()), ("detail", TEXT)])
PROMISE = pa.struct(
    [("start", pa.int32()), ("end", pa.int32()), ("words", TEXT), ("who", TEXT), ("by_when", TEXT), ("due", TIME)],
)

GIVEN = pa.schema(
    [
        ("conversation", TEXT),  # rows of one conversation stand together
        ("role", TEXT),  # agent, customer; anything else is not judged
        ("agent", TEXT),  # the speaker, whoever it is
        ("time", TIME),
        ("text", TEXT),
        ("offset", pa.float64()),  # from here on all may be missing
        ("source", TEXT),
        ("line", pa.int32()),
        ("channel", TEXT),
        ("team", TEXT),
        ("lang", TEXT),
        ("customer", TEXT),
        ("left_out", pa.int32()),
    ]
)
"""What a review takes: one row a turn."""

FOUND = pa.schema(
    [
        ("key", pa.int64()),
        ("turn", pa.int32()),
        ("conversation", TEXT),
        ("source", TEXT),
        ("line", pa.int32()),
        ("channel", TEXT),
        ("team", TEXT),
        ("left_out", pa.int32()),
        ("role", TEXT),
        ("agent", TEXT),
        ("language", TEXT),
        ("time", TIME),
        ("sentences", pa.int32()),
        ("waited", pa.float64()),
        ("text", TEXT),
        ("findings", pa.list_(FINDING)),
        ("events", pa.list_(EVENT)),
        ("promises", pa.list_(PROMISE)),
    ]
)
"""What a review gives: one row a turn, all turns of a conversation in one batch. The columns are those of schema.sql."""


def given(conversations: Iterable[Conversation]) -> pa.RecordBatch:
    """Conversations as rows of GIVEN, a row a turn, in order; one without turns has no row."""
    some = [one for one in conversations if one.turns]
    lengths = [len(one.turns) for one in some]
    turns = columns([turn for one in some for turn in one.turns], Turn._fields)
    told = columns(some, Conversation._fields)
    per_turn = {"agent": turns.pop("speaker"), **turns}
    return batch_of(GIVEN, per_turn, {"conversation": told["id"], **told}, lengths)


def conversations_of(batch: pa.RecordBatch) -> Iterator[Conversation]:
    """The conversations in a batch of GIVEN: neighbouring rows with the same id and source.

    Roles may be written in capitals; a turn of anybody else than agent, customer or unknown is counted as left out, and one
    without a role is of unknown. A conversation of which nothing is left is passed over.
    """
    import pyarrow.compute as pc

    starts = beginnings(batch)
    roles = pc.utf8_lower(pc.utf8_trim_whitespace(batch["role"].fill_null(UNKNOWN))).to_pylist()
    texts, speakers = (batch[name].fill_null("").to_pylist() for name in ("text", "agent"))
    times, offsets, lines = moments(batch["time"]), batch["offset"].to_pylist(), batch["line"].fill_null(0).to_pylist()
    turns = list(map(Turn._make, zip(roles, texts, speakers, times, offsets, lines, strict=True)))
    everybody = set(ROLES).issuperset(roles)
    told = batch.take(pa.array(starts, pa.int32()))
    words = (told[name].fill_null("").to_pylist() for name in ("conversation", "source", "channel", "team", "customer"))
    rest = told["lang"].to_pylist(), told["left_out"].fill_null(0).to_pylist()
    for (start, end), name, source, channel, team, customer, lang, left_out in zip(
        pairwise([*starts, len(turns)]), *words, *rest, strict=True
    ):
        said = turns[start:end]
        kept = said if everybody else [turn for turn in said if turn.role in ROLES]
        if kept:
            left_out += len(said) - len(kept)
            yield Conversation(name, tuple(kept), source, channel, team, lang, customer, left_out)


def agents_of(batch: pa.RecordBatch) -> list[str]:
    """The names of agents in a batch of GIVEN, each once, in the order in which they come up."""
    import pyarrow.compute as pc

    names: list[str] = batch["agent"].filter(pc.equal(batch["role"], AGENT)).unique().to_pylist()
    return names


def beginnings(batch: pa.RecordBatch) -> list[int]:
    """The rows of a batch of GIVEN in which another conversation begins."""
    import pyarrow.compute as pc

    ids, sources = batch["conversation"].fill_null(""), batch["source"].fill_null("")
    return first_and(pc.or_(pc.not_equal(ids[1:], ids[:-1]), pc.not_equal(sources[1:], sources[:-1]))) if len(ids) else []


def found_beginnings(batch: pa.RecordBatch) -> list[int]:
    """The rows of a batch of FOUND in which another conversation begins, or the same once more."""
    import pyarrow.compute as pc

    keys, turns = batch["key"], batch["turn"]
    return first_and(pc.or_(pc.not_equal(keys[1:], keys[:-1]), pc.less_equal(turns[1:], turns[:-1]))) if len(keys) else []


def first_and(differs: pa.Array) -> list[int]:
    """The first row, and each that differs from the one before it."""
    import pyarrow.compute as pc

    return [0, *(row + 1 for row in pc.indices_nonzero(differs).to_pylist())]


def moments(times: pa.Array) -> list[datetime | None]:
    """A column of times for Python; a year that Python does not know is None. By way of NumPy, which is 15 times as fast."""
    import pyarrow.compute as pc

    if times.null_count == len(times):
        return [None] * len(times)
    first, last = pa.scalar(datetime.min, TIME), pa.scalar(datetime.max, TIME)
    known = pc.and_(pc.greater_equal(times, first), pc.less_equal(times, last))
    listed: list[datetime | None] = pc.if_else(known, times, pa.scalar(None, TIME)).to_numpy(zero_copy_only=False).tolist()
    return listed


def found(reviewed: Iterable[Reviewed], redact: bool = True, findings_only: bool = False) -> pa.RecordBatch:
    """What a review found, as rows of FOUND, a row a turn, in order; with `findings_only` of the turns that have findings.

    The words of a turn are kept only where there is something to show (see `shown`); with `redact` they are redacted, and all
    offsets are those of the redacted words, and ids, files and teams are `labelled`. The name of an agent stands as it was read:
    the store writes the pseudonym.
    """
    many = [one for one in reviewed if one.turns]
    if findings_only:
        many = [one for one in many if any(turn.findings for turn in one.turns)]
    hide = hiding(many) if redact else None
    may = all_may_have([turn.turn.text for one in many for turn in one.turns]) if redact else ()
    kept: list[tuple[ReviewedTurn, Shown]] = []
    lengths: list[int] = []
    first = 0
    for one in many:
        told = dict(shown(one, hide, may[first : first + len(one.turns)], alone=findings_only))
        places = told if findings_only else range(len(one.turns))
        kept += [(one.turns[place], told.get(place, NOTHING)) for place in places]
        lengths.append(len(places))
        first += len(one.turns)
    turns = columns([turn for turn, _ in kept], ReviewedTurn._fields)
    said = columns(turns["turn"], Turn._fields)
    things = columns([thing for _, thing in kept], Shown._fields)
    per_turn = {
        **said,
        "turn": turns["number"],
        "agent": [who if role == AGENT else "" for role, who in zip(said["role"], said["speaker"], strict=True)],
        "language": turns["language"],
        "sentences": turns["sentences"],
        "waited": turns["waited"],
        "text": things["text"],
        "findings": nested(FINDING, things["findings"]),
        "events": nested(EVENT, things["events"]),
        "promises": nested(PROMISE, things["promises"]),
    }
    talks = [one.conversation for one in many]
    told_of = columns([labelled(talk) for talk in talks] if redact else talks, Conversation._fields)
    return batch_of(FOUND, per_turn, {**told_of, "key": [talk.key for talk in talks], "conversation": told_of["id"]}, lengths)


def labelled(talk: Conversation) -> Conversation:
    """A conversation whose id, file and team do not say who is in it. Its turns are as they were."""
    names = frozenset(exported(talk.turns, talk.customer))
    return talk._replace(id=label(talk.id, names), source=label(talk.source, names), team=label(talk.team, names))


def columns(records: Sequence[tuple[Any, ...]], fields: Sequence[str]) -> dict[str, Sequence[Any]]:
    """Records turned on their side: the values of each field."""
    return dict(zip(fields, zip(*records, strict=True) if records else [()] * len(fields), strict=True))


def batch_of(
    schema: pa.Schema, per_turn: Mapping[str, Any], per_conversation: Mapping[str, Any], lengths: Sequence[int]
) -> pa.RecordBatch:
    """A batch of the columns that the schema names; those of conversations are repeated for each of their turns."""
    of = pa.array([index for index, length in enumerate(lengths) for _ in range(length)], pa.int32())
    return pa.RecordBatch.from_arrays(
        [
            array(per_turn[field.name], field.type)
            if field.name in per_turn
            else array(per_conversation[field.name], field.type).take(of)
            for field in schema
        ],
        schema=schema,
    )


def array(values: Any, kind: pa.DataType) -> pa.Array:
    """Values as a column. Half a surrogate pair, which an export may have cut, becomes a question mark."""
    if isinstance(values, pa.Array):
        return values
    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:
        whole = [value and value.encode("utf-8", "replace").decode() for value in values]
        return pa.array(whole, kind)


def nested(kind: pa.StructType, rows: Sequence[Sequence[tuple[Any, ...]]]) -> pa.ListArray:
    """A column of lists of records."""
    ends = list(accumulate(map(len, rows), initial=0))
    flat = columns(list(chain.from_iterable(rows)), [field.name for field in kind])
    records = pa.StructArray.from_arrays([array(flat[field.name], field.type) for field in kind], fields=list(kind))
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), records)
