"""Which form of address a text uses: Sie or du, вы or ты, siz or sen."""

from __future__ import annotations

import re

from coach.languages.base import Language

SENTENCE_START = re.compile(r"(?:^|[.!?…:\n]\s*)$")


def address(text: str, language: Language) -> str:
    """`formal`, `informal`, `mixed`, or nothing when the text shows none.

    A German Sie at a sentence start may be `they`: it counts only when nothing else does.
    """
    formal = list(language.formal.finditer(text))
    informal = language.informal.search(text)
    if language.code == "de" and informal:
        formal = [match for match in formal if not SENTENCE_START.search(text[max(0, match.start() - 3) : match.start()])]
    if formal and informal:
        return "mixed"
    return "formal" if formal else "informal" if informal else ""
