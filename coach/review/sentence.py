"""Cutting a sentence out of a turn."""

from __future__ import annotations

from coach.expressions import compiled

END = r"[.!?…]+[\"'”»)]*(?=\s)|\n+"
"""Where a sentence ends within a text."""


def sentence_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence (or sentences) around the words [start, end) of a text, without the space around it."""
    begin = max((match.end() for match in compiled(END).finditer(text, 0, start)), default=0)
    after = compiled(END).search(text, max(begin, end - 1))
    stop = after.end() if after else len(text)
    piece = text[begin:stop]
    return begin + len(piece) - len(piece.lstrip()), begin + len(piece.rstrip())
