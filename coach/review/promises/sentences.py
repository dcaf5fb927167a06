"""Where the sentences of a turn stand, all found in one walk over its words."""

from __future__ import annotations

from coach.expressions import compiled
from coach.phrasebook.symbols import BAR
from coach.sources.tokens import WORD
from coach.texts import Passage


def spans(passage: Passage) -> list[tuple[int, int]]:
    """For each sentence what `Passage.sentence_span` says, at the price of one of them: from its first word to its last."""
    words = list(compiled(WORD).finditer(passage.folded))
    found = []
    first = 0
    for symbols in passage.symbols:
        last = first + symbols.count(BAR)
        found.append((words[first].start(), words[last - 1].end()))
        first = last
    return found
