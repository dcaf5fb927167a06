"""Findings as lines of JSON, from the batches of a review as they come: for programs that read on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

if TYPE_CHECKING:
    import pyarrow as pa

TOLD = ("conversation", "source", "line", "turn", "time", "team", "channel", "language")
"""What a line says of the turn; `agent` only where names are shown, because a pseudonym means nothing without its store."""

FORMAT = orjson.OPT_APPEND_NEWLINE | orjson.OPT_OMIT_MICROSECONDS


def lines(batch: pa.RecordBatch, *, names: bool = False) -> bytes:
    """The findings in a batch of rows.FOUND, a line each, in UTF-8; `words` stand at the offsets `start` to `end` of `text`.

    With `names` each line says who the agent is.
    """
    told = (*TOLD, "agent") if names else TOLD
    written: list[bytes] = []
    for row in batch.select([*told, "text", "findings"]).to_pylist():
        text, findings = row.pop("text"), row.pop("findings")
        for one in findings:
            words = text[one["start"] : one["end"]]
            written.append(orjson.dumps({**row, **one, "words": words, "text": text}, option=FORMAT))
    return b"".join(written)
