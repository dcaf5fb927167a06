"""The ids of the conversations in JSON lines, found without decoding the lines: a third of the time that decoding takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from coach.review.sources.notes import Notes, silent
from coach.review.sources.objects import column
from coach.review.sources.turning import texts
from coach.review.sources.values import blocks, of_lines


def of_field(chunks: Iterable[bytes], name: str) -> Iterator[list[str]]:
    """The values of a field in JSON lines, one for each stretch of lines that have the same, block by block.

    In valid JSON nothing but a key looks like "name": within a string the marks around it would have a stroke before them. Where
    a line has not exactly one such key, or its value an escape, the lines of the block are decoded.
    """
    # Of bytes, and so not through coach.expressions; once a file.
    field = re.compile(rb'"' + re.escape(name.encode("utf-8", "replace")) + rb'"\s*:\s*("[^"\\]*"|-?\d+)\s*[,}]')
    for block, _ in blocks(chunks):
        found = field.findall(block)
        if len(found) == block.count(b"\n") + 1:
            yield [one.strip(b'"').decode("utf-8", "replace") for one, _ in groupby(found)]
        else:
            for _, values in of_lines([block + b"\n"], Notes("", silent)):
                yield texts(column([value for value in values if isinstance(value, dict)], name))
