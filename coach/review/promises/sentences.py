"""Where the sentences of a turn stand, all at once, by the marks that can be seen: to find where one stands costs as much."""

from __future__ import annotations

from coach.expressions import compiled
from coach.phrasebook.symbols import ABBREVIATED
from coach.texts import Passage

PIECE = r"[\w\ue001-\ue006][^.!?…\n]*(?:[.!?…]+(?=[^\s.!?…])[^.!?…\n]*)*(?<=[\w\ue001-\ue006])"
"""From the first word, masked or not, to the end of the last before a mark with a space behind it or a line end."""

MARK = r"[.!?…]+(?=\s)|\n"
"""What parts two pieces, and ends a sentence unless it belongs to an abbreviation."""

WITHIN = r"[.!?…](?=[^\s.!?…])"
"""What may end a sentence within a piece, as in "it works.thanks" or "(yes.)"."""


def spans(passage: Passage) -> list[tuple[int, int]]:
    """`Passage.sentence_span` of every sentence of a passage.

    Where there are as many pieces as sentences, the pieces are the sentences, unless an abbreviation makes up for a sentence that
    ended within a piece.
    """
    pieces = [match.span() for match in compiled(PIECE).finditer(passage.folded)]
    if len(pieces) != passage.sentences or compiled(WITHIN).search(passage.folded):
        if ABBREVIATED in "".join(passage.chunks):
            pieces = put_together(pieces, passage)
        if len(pieces) != passage.sentences:
            return list(map(passage.sentence_span, range(passage.sentences)))
    return pieces


def put_together(pieces: list[tuple[int, int]], passage: Passage) -> list[tuple[int, int]]:
    """The pieces, those as one that only abbreviations part."""
    together = pieces[:1]
    for start, end in pieces[1:]:
        begin, last = together[-1]
        if any(ends(mark[0], passage, mark.start()) for mark in compiled(MARK).finditer(passage.folded, last, start)):
            together.append((start, end))
        else:
            together[-1] = (begin, end)
    return together


def ends(mark: str, passage: Passage, at: int) -> bool:
    """Whether a mark or line end at that place ends a sentence: a full stop behind an abbreviation does not."""
    if mark == "\n" or "!" in mark or "?" in mark:
        return True
    words = passage.folded[passage.folded.rfind("\n", 0, at) + 1 : at].split()
    return not words or not passage.matcher.symbols[words[-1]].endswith(ABBREVIATED)
