"""Cutting a turn into sentences by the marks that can be seen: to find where one stands exactly costs more than to read it."""

from __future__ import annotations

from collections.abc import Callable

from coach.expressions import compiled
from coach.phrasebook.symbols import ABBREVIATED, END
from coach.sources.tokens import WORD
from coach.texts import Passage

MARKS = r"[.!?…]+(?=\s|$)|\n"
"""What ends a sentence wherever it stands, unless it belongs to an abbreviation."""


def sentences(passage: Passage, text: str, wanted: Callable[[str], bool]) -> list[int]:
    """The sentences of a passage that are wanted, and perhaps others; `text` is the folded text of the passage, or its shape."""
    if ABBREVIATED + END in "".join(passage.chunks):
        return list(range(passage.sentences))
    pieces = list(map(str.strip, compiled(MARKS).split(text)))
    found = list(map(wanted, pieces))
    if True not in found:
        return []
    told = [one for one, piece in zip(found, pieces, strict=True) if compiled(WORD).search(piece)]
    if len(told) != passage.sentences:  # a sentence ended within a word
        return list(range(passage.sentences))
    return [number for number, one in enumerate(told) if one]
