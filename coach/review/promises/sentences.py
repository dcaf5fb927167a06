"""The sentences of a turn cut out cheaply: finding where one stands costs more than reading it, and most say nothing to us."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from coach.expressions import compiled
from coach.phrasebook.symbols import ABBREVIATED, END
from coach.sources.tokens import WORD
from coach.texts import Passage

REMEMBERED = 10_000
"""How many shapes of sentences are remembered."""

CUT = r"\s(?:(?<=[.!?…]\s)|(?<=\n))"
"""Where a sentence ends whatever the language, unless the full stop belongs to an abbreviation."""


def without_figures(text: str) -> str:
    """The shape of a text: every figure a 0. (Faster than `str.translate`, which looks up every letter.)"""
    for figure in "123456789":
        text = text.replace(figure, "0")
    return text


@lru_cache(maxsize=1)
def pieces(passage: Passage) -> list[str]:
    """The shapes of what stands between the marks of a folded turn: a sentence each, or several.

    The last turn is remembered, because it is read for promises and then for what was good.
    """
    shape = without_figures(passage.folded)
    abbreviates = ABBREVIATED + END in "".join(passage.chunks)
    return [shape] if abbreviates else list(map(str.strip, compiled(CUT).split(shape)))


def sentences(passage: Passage, wanted: Callable[[str], object]) -> list[int]:
    """The sentences that stand in pieces that are wanted, and perhaps others."""
    said = [bool(wanted(piece)) for piece in pieces(passage)]
    if not any(said):
        return []
    told = [found for found, piece in zip(said, pieces(passage), strict=True) if compiled(WORD).search(piece)]
    if len(told) != passage.sentences:  # a sentence ended within a piece
        return list(range(passage.sentences))
    return [number for number, found in enumerate(told) if found]
