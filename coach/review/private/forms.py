"""The record of what is private by its form or by a word near it: which texts may have it, and how it is written there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from coach.expressions import compiled

Mark = tuple[int, int, str]
"""Start and end in the text, and what is to stand there."""


class Form(NamedTuple):
    """Something private.

    `hint` is in every text that has it, in small letters, and in few others: an expression that RE2 reads as `re` does, without
    looks ahead or behind and without classes of letters. `expression` tells where it is, in the text or with `small` in its
    small letters: its named group, or all of it.
    """

    hint: str
    expression: str
    mark: str
    small: bool = False


def lowered(text: str) -> str:
    """The text in small letters, each of which stands where the letter stood."""
    return text.replace("İ", "i").lower()


def where(text: str, small: str, forms: tuple[Form, ...]) -> Iterator[Mark]:
    """Where a text has these forms; `small` is the text in small letters."""
    for form in forms:
        if compiled(form.hint).search(small):
            for found in compiled(form.expression).finditer(small if form.small else text):
                yield (*found.span(found.lastgroup or 0), form.mark)
