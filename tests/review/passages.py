"""Texts as passages, as the review prepares them, for the tests of what is read in single turns."""

from __future__ import annotations

from functools import cache

from coach.engine import Coach
from coach.texts import Passage, passages, prepare


@cache
def coach() -> Coach:
    """One coach for all tests of a run: its phrasebooks are loaded once."""
    return Coach()


def passage(text: str, lang: str) -> Passage:
    """A text of a language as a passage without a customer's message."""
    return next(passages([prepare(text)], coach().matcher(lang), "chat"))
