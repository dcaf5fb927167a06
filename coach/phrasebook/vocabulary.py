"""Names that are never judged, whatever words they are made of: a product called No Problem Tape."""

from __future__ import annotations

import re
from collections.abc import Iterable


def names_expression(names: Iterable[str]) -> str:
    """The expression for product names in any inflection: each word may carry an ending of its own."""
    words = (r"[ \-\u00a0]".join(rf"{re.escape(stem(word))}(?:['’]?\w{{0,5}})" for word in name.split()) for name in names)
    expression = "|".join(sorted(words, key=len, reverse=True))
    return rf"(?i)(?<!\w)(?:{expression})(?!\w)" if expression else ""


def stem(word: str) -> str:
    """A word without the vowel that Russian endings replace."""
    return word[:-1] if len(word) > 3 and word[-1] in "аяоеёыийь" else word
