"""The cheap question before dear ones: whether a text holds any of many words, or beginnings and parts of words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import groupby


@cache
def any_of(stems: str) -> str:
    """An expression for any of some stems, which are given as `one|another`; of two that fit it finds the longer one.

    Stems that begin alike are tried together, which makes the search of a text for many of them up to four times as fast.
    """
    return branching(stems.split("|"))


def branching(stems: Iterable[str]) -> str:
    """An expression that tries the first letters, then what may follow each."""
    letters = {first: [stem[1:] for stem in some] for first, some in groupby(sorted(stems), key=lambda stem: stem[:1])}
    ends = letters.pop("", None) is not None
    branches = [re.escape(first) + branching(rests) for first, rests in letters.items()]
    if len(branches) + ends < 2:
        return "".join(branches)
    return f"(?:{'|'.join(branches)}{'|' * ends})"
