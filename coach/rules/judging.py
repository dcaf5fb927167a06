"""The verdict on a hit: how grave it is where it stands.

Only the modules of the categories that a text offends are loaded: a check starts anew for every draft.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module

from coach.rules.context import Context, Hit


def judge(hit: Hit, sentence: int, context: Context) -> str | None:
    """The severity of a hit in the sentence of that number, or None when it is no fault there."""
    decide = verdict(hit.category)
    return decide(hit, sentence, context) if decide else hit.severity


@cache
def verdict(category: str) -> Callable[[Hit, int, Context], str | None] | None:
    """The `severity` function of a category's module, where it has one; elsewhere an entry's own severity stands."""
    return getattr(import_module(f"coach.rules.{category}"), "severity", None)
