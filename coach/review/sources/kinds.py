"""What a file is: told by how it begins, and by the ending of its name only where that does not decide."""

from __future__ import annotations

from typing import NamedTuple

import orjson

from coach.errors import UsageError, did_you_mean
from coach.expressions import compiled
from coach.review.sources import tables
from coach.review.sources.columns import TEXT, USUAL, usual
from coach.review.sources.exports.vendors import FORMS
from coach.review.sources.listing import without_packing
from coach.review.sources.opening import HEAD

PARQUET, LINES, DOCUMENTS, TABLE, TRANSCRIPT = "parquet", "jsonl", "json", "csv", "transcript"
TOLD = {"parquet": PARQUET, "jsonl": LINES, "ndjson": LINES, "json": DOCUMENTS, "csv": TABLE, "tsv": TABLE}
TRANSCRIPTS = ("vtt", "srt", "whatsapp", "log")
JSON = r"\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]])"
"""How JSON begins that can have conversations; `[12:03] Jane: hello` does not."""
SEVERAL = 20
"""Lines that are looked at where the first is not JSON."""


class Kind(NamedTuple):
    """How a file is read; `form` is that of a transcript, or the vendor's export that a person named."""

    name: str
    form: str = ""


def kind_of(start: bytes, text: str, name: str, told: str | None) -> Kind:
    """The kind of a file that begins with these bytes, which are this text; `told` is --input-format.

    Raises UsageError for what cannot be a conversation.
    """
    if told in TOLD:
        return Kind(TOLD[told])
    if told in TRANSCRIPTS:
        return Kind(TRANSCRIPT, told)
    if told is not None and told not in FORMS:
        known = [*TOLD, *TRANSCRIPTS, *FORMS]
        raise UsageError(f"there is no input format {told!r}", hint=did_you_mean(told, known, f"there are {', '.join(known)}"))
    if start.startswith(b"PAR1"):
        return Kind(PARQUET)
    if compiled(JSON).match(text):
        return Kind(LINES if is_lines(text) else DOCUMENTS, told or "")
    return table_or_transcript(text, without_packing(name), name)


def is_lines(text: str) -> bool:
    """Whether a text that begins like JSON has a value on each line: one of the first lines is an object or array by itself."""
    lines = [line for line in text.split("\n")[: SEVERAL + 1] if line.strip()]
    if is_json(lines[0]):
        return len(lines) > 1 or lines[0].lstrip().startswith("{")
    # A first line can be damaged. A document in several lines has none that begins with a bracket and is whole.
    return any(line.startswith("{") and is_json(line) for line in lines[1:])


def is_json(line: str) -> bool:
    """Whether a line is a JSON object or array."""
    try:
        return isinstance(orjson.loads(line.encode("utf-8", "replace")), (dict, list))
    except orjson.JSONDecodeError:
        return False


def table_or_transcript(text: str, plain_name: str, name: str) -> Kind:
    """The kind of a text that is no JSON. Raises UsageError."""
    from coach.review.sources import texts

    form = texts.recognise(text[:HEAD], plain_name)
    ended_so = plain_name.endswith((".csv", ".tsv"))
    if form and not (ended_so and form == "log"):
        return Kind(TRANSCRIPT, form)
    header = next((line for line in text.split("\n") if line.strip()), "")
    cells = [cell.strip('"\r ') for cell in header.split(tables.delimiter_of(header))]
    if ended_so or (len(cells) > 1 and usual("", USUAL[TEXT], cells, "")):
        return Kind(TABLE)
    raise UsageError(
        "it cannot be told what kind of conversations this is",
        where=name,
        hint=f"name it with --input-format, for example {', '.join([*TOLD, *TRANSCRIPTS])}",
    )
